# What of typing can be iterated (for Unpack), what cannot; Literal's arguments and repr.
import collections.abc
import typing
from typing import Annotated, Any, Callable, ClassVar, Dict, List, Literal, Optional, Tuple, Union

for form in [Any, Union, Union[str, int], Optional[int], List, Dict, Tuple, Callable, Callable[..., Any], ClassVar, Annotated[int, "note"]]:
    try:
        print(form, [x for x in form])
    except TypeError as e:
        print(form, e)
    print(isinstance(form, collections.abc.Iterable))

for literal in [Literal[1, 2, 1], Literal[1, True], Literal["a", b"a", None], Literal[int], Literal[[], []], Literal[{}, 1], Literal[Literal[1, 2], 3], Literal[()]]:
    print(literal, literal.__args__)
print(Literal[1, 2] == Literal[2, 1], Literal[1] == Literal[True], Literal[0] == Literal[False], typing.get_args(Literal[1, "x"]))
