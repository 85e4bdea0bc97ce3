# Classes of library modules with type arguments, and documentation, which no class inherits.
import re
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque
from functools import partial

for alias in (
    deque[int], defaultdict[str, int], OrderedDict[str, int], Counter[str], ChainMap[str, int],
    partial[int], re.Pattern[str], re.Match[bytes],
):
    print(alias, alias.__origin__, alias.__args__, type(alias).__name__)
print(deque[int]([1, 2]), deque[int] | None)

for wrong in (lambda: re.compile("a").nothing, lambda: re.match("a", "a").nothing, lambda: re.match("a", "a") < 1):
    try:
        wrong()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Documented:
    """What it is for."""


class Derived(Documented):
    pass


print(Documented.__doc__, Derived.__doc__, Derived().__doc__, Documented().__doc__)
