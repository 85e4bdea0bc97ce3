# Imports that find no name.
def attempt(action):
    try:
        action()
    except ImportError as e:
        print(type(e).__name__, e, "|", e.name, e.path, e.msg == str(e))


def one():
    from math import nothing_there


def several():
    from math import pi, nothing_there, tau


def aliased():
    from itertools import nothing_there as here


attempt(one)
attempt(several)
attempt(aliased)
try:
    import math
    math.nothing_there
except AttributeError as e:
    print(e, e.name)
import collections.abc
import collections.abc as names
print(collections.abc is names, names.Sized is collections.abc.Sized)
