# singledispatch on unions, what register() refuses; lru_cache read through instances.
import functools


@functools.singledispatch
def kind(x):
    return "other"


@kind.register
def _(x: int | str):
    return "int or str"


@kind.register(list | tuple)
def _(x):
    return "sequence"


print([kind(x) for x in [1, "a", 2.5, [1], (1,), None, True]])
for bad in [list[int], 3, int | list[int]]:
    try:
        kind.register(bad)
    except TypeError as e:
        print(str(e).split(" Use")[0])
    try:
        @kind.register
        def _(arg: bad):
            return arg
    except TypeError as e:
        print(str(e).split(" at 0x")[0])


class Numbers:
    @functools.lru_cache(2)
    def double(self, x):
        return x * 2

    def plain(self):
        return 1

    plain.note = "noted"


n = Numbers()
print(n.double(1), n.double(1), n.double(2), n.double.cache_info(), Numbers.double.cache_info(), n.double.cache_parameters())
n.double.cache_clear()
print(n.double.cache_info(), n.plain.note)
