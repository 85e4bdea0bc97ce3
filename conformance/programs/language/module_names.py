"""The module's own text."""
# What a module knows of itself.
print(__name__)
print(__doc__)
print(__annotations__)
count: int = 1
names: "list[str]"
print(__annotations__)
if count:
    inner: float = 2.0
for nested in range(2):
    looped: str
print(sorted(__annotations__))
(in_parentheses): int = 3
holder = [0]
holder[0]: int = 4
print("in_parentheses" in __annotations__, holder)
print(__annotations__ is __annotations__)
__annotations__["added"] = None


def function():
    local: int = 5
    return __name__, __doc__, len(__annotations__)


print(function())


class C:
    here: int
    there: str = ""
    print(__annotations__)


print(C.__annotations__)
__doc__ = "changed"
print(function()[1])
