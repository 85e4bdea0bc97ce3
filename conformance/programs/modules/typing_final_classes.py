# The special forms and classes of typing have no classes derived from them.
import typing
from typing import CT_co, KT, T, T_co, T_contra, V_co, VT, VT_co, Any, ClassVar, Final, Generic, Literal, Optional, TypeVar, Union


def derive(*bases):
    try:
        class C(*bases):
            pass
        print("derived")
    except TypeError as e:
        print(e)


for special in [ClassVar, Final, Union, typing.NoReturn, typing.Never, typing.Self, typing.LiteralString, typing.TypeAlias, typing.TypeGuard,
                typing.Required, typing.NotRequired]:
    derive(type(special))
    derive(special)
for special in [ClassVar[int], Final[int], Optional[int]]:
    derive(type(special))
    derive(special)
derive(TypeVar)
derive(typing.ParamSpec)
derive(typing.TypeVarTuple)
derive(typing.ForwardRef)
print(T, KT, VT, T_co, V_co, VT_co, T_contra, CT_co, CT_co.__bound__)


class Box(Generic[T]):
    pass


class Named(Box[int]):
    pass


print(Box[T], Named.__name__)
