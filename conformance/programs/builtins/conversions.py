"""int, float, bool, complex, str, bytes, list, tuple, dict, set as functions."""


def show(f, *args, **kw):
    try:
        print(f.__name__, args, sorted(kw), repr(f(*args, **kw)))
    except Exception as error:
        print(f.__name__, args, sorted(kw), type(error).__name__, error)


for args in ((), ("12",), (" -7 ",), ("1_000",), ("0x1f", 16), ("0b11", 0), ("z", 36), ("12", 2), ("",), ("1.5",), (1.9,), (-1.9,), (True,),
             ("१२",), (b"12",), (None,), ("9", 8), ("1", 1), ("1", 37), (1, 2), (float("inf"),), (float("nan"),), ("1__0",), ("_1",),
             ("+5",), ("- 5",), ([],), (10**20,), ("0o17", 0), ("017", 0), ("0", 0), ("00", 0)):
    show(int, *args)
for args in ((), ("1.5",), ("1e3",), (" inf ",), ("-Infinity",), ("nan",), ("1_0.5",), ("",), ("x",), (3,), (True,), ("1e400",), ("0x1",), (None,),
             (10**400,), (b"2.5",), ("١.٥",), ("1e-400",), (".5",), ("5.",), (".",)):
    show(float, *args)
for args in ((), ("1+2j",), (1, 2), ("j",), (1.5,), ("1 + 2j",), ("nan+infj",), ("x",), (1j, 1j), ("1", 2), (1, "2"), (None,), ("(1+2j)",), (" 3j ",)):
    show(complex, *args)
for value in (0, 1, "", "a", [], [0], None, 0.0, -0.0, float("nan"), 0j, b"", range(0), {}, ()):
    print(bool(value), end=" ")
print()
for args in ((), (1,), (None,), (b"ab",), (b"ab", "ascii"), (b"\xff", "utf-8"), (b"\xff", "utf-8", "replace"), ("a", "utf-8"), (1, "utf-8"), (1.0,)):
    show(str, *args)
for args in ((), (3,), ("a",), ("é", "utf-8"), ([1, 255],), (b"x",), (-1,), (["a"],), (1.5,), (None,), ("é", "ascii"), (range(3),), (3, "utf-8")):
    show(bytes, *args)
    if args != (1.5,):
        show(bytearray, *args)
for f in (list, tuple, set, frozenset):
    for args in ((), ([1, 2, 2],), ("a",), (3,), ({"k": 1},), ([1], [2])):
        show(f, *args)
for args, kw in (((), {}), (([("a", 1)],), {}), (({"a": 1},), {"b": 2}), ((["ab"],), {}), (([1],), {}), ((["abc"],), {}), ((3,), {}), (([(1, 2, 3)],), {}), (([[[], 1]],), {})):
    show(dict, *args, **kw)
