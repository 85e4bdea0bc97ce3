"""Sets keep insertion order.

cause: a result must not depend on hash values, which are keyed.
workaround: sort what is printed or compared by order.
"""
print({3, 1, 2}, list({30, 20, 10}))
