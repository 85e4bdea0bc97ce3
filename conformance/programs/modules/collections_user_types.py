# collections.UserDict, UserList, UserString: containers to derive from.
from collections import UserDict, UserList, UserString

d = UserDict({"a": 1}, b=2)
print(d, d["a"], len(d), "b" in d, list(d), d.get("z"), d.get("z", 0), d == {"a": 1, "b": 2}, d.data)
d["c"] = 3
del d["a"]
print(d, d.pop("c"), d.setdefault("q", 5), d.popitem(), d.keys(), list(d.items()), list(d.values()))
d.update(x=1)
d |= {"y": 2}
print(d, d | {"z": 1}, {"z": 1} | d, type(d | {}).__name__, d.copy(), UserDict.fromkeys("ab", 1), UserDict())


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        if key.islower():
            raise KeyError(key)
        return self[key.lower()]


l = Lower({"ABC": 1}, Def=2)
l.update({"XYZ": 3})
print(l, l["ABC"], l["abc"], "ABC" in l, l.get("ABC"), l.copy(), type(l.copy()).__name__)
try:
    l["nope"]
except KeyError as error:
    print("KeyError", error)

u = UserList([3, 1, 2])
print(u, u[0], u[-1], u[1:], type(u[1:]).__name__, len(u), 2 in u, u + [4], [0] + u, u * 2, 2 * u, u + UserList("ab"))
u.append(5)
u.extend((6, 7))
u.insert(0, 9)
u.sort()
u.reverse()
print(u, u.index(5), u.count(1), u.pop(), u.pop(0), u.data)
u += "x"
u *= 1
u.remove("x")
u[0] = "first"
del u[1]
print(u, u == ["first"] + u.data[1:], u == UserList(u), u != [], UserList([1]) < [2], [1] < UserList([2]))
print(list(reversed(UserList("abc"))), sorted(UserList([2, 1])), UserList(UserList([1])), UserList((1, 2)), u.copy())
u.clear()
print(u, bool(u), isinstance(u, list))


class Evens(UserList):
    def append(self, item):
        if item % 2:
            raise ValueError("odd: %d" % item)
        super().append(item)


e = Evens([2, 4])
e.append(6)
try:
    e.append(7)
except ValueError as error:
    print(error, e, type(e + [8]).__name__)

s = UserString("Hello")
print(s, repr(s), s + " you", "Oh, " + s, s * 2, s[1], s[1:3], len(s), "ell" in s, s == "Hello", s < "I", hash(s) == hash("Hello"))
print(s.upper(), type(s.upper()).__name__, s.find("l"), s.replace("l", "L"), s.split("l"), s.center(11, "*"), s.startswith("He"))
print(UserString(123) + 4, int(UserString("42")), float(UserString("1.5")), UserString("%s-%d") % ("a", 1), UserString("{}").format(9))
print(s.join(["a", "b"]), s.encode(), s.isalpha(), s.swapcase(), s.partition("l"), s.zfill(8), s.title(), s.count("l"), s.strip("Ho"))
print(s.removeprefix("He"), s.ljust(7) + "|", s.rjust(7), s.casefold(), s.splitlines(), s.translate({72: "J"}), s.index("o"), s.rfind("l"))
print(isinstance(s, str), str(s) == s.data, f"{s}|{s!r}", [s], {s: 1}[s])


class Title(UserString):
    def __init__(self, text):
        super().__init__(text.title())


print(Title("a tale of two"), Title("x") + "y")
