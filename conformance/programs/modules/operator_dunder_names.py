# operator's functions under their methods' names.
import operator

print(operator.__lt__(1, 2), operator.__le__(2, 1), operator.__eq__("a", "a"), operator.__ne__(1, 1))
print(operator.__add__([1], [2]), operator.__sub__(5, 3), operator.__mul__("ab", 2), operator.__truediv__(1, 4))
print(operator.__floordiv__(7, 2), operator.__mod__(7, 4), operator.__pow__(2, 5), operator.__and__(6, 3))
print(operator.__or__({1}, {2}), operator.__xor__(5, 1), operator.__lshift__(1, 4), operator.__rshift__(16, 2))
print(operator.__neg__(3), operator.__pos__(-3), operator.__abs__(-4), operator.__invert__(5))
print(operator.__contains__("abc", "b"), operator.__getitem__([1, 2], 1), operator.__index__(True))
print(operator.__iadd__([1], [2]), operator.__ior__({"a": 1}, {"b": 2}))
print(operator.__lt__ is operator.lt, operator.__and__ is operator.and_, operator.__or__ is operator.or_)
values = [1, 2, 3]
operator.__setitem__(values, 0, "x")
operator.__delitem__(values, 1)
print(values)
try:
    operator.__add__(1, "a")
except TypeError as error:
    print(error)
