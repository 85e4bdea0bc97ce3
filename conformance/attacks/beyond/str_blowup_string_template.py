import string
t=string.Template('$a'*10**6)
print(len(t.substitute(a='x'*10**4)))
