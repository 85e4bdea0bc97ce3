"""The default repr of an object shows no address.

cause: an address would differ from run to run and tell about the host's memory.
workaround: give the class a __repr__.
"""


class Plain:
    pass


print(" at 0x" in repr(Plain()), " at 0x" in repr(object()))
