"""typing: what annotations are made of. Nothing here is checked; it says what it is, and can be asked.

A subscripted form (List[int], Union[int, str], Stack[T]) is a _GenericAlias: an origin and arguments.
"""
import _belljar
import _collections_abc as _abc
import collections as _collections
import contextlib as _contextlib
from _generic_alias import GenericAlias as _BuiltinAlias, UnionType as _BuiltinUnion
from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod, _within_check

TYPE_CHECKING = False
Text = str

_NoneType = type(None)
_FunctionType = type(lambda: None)


# --- showing and checking ---------------------------------------------------------------------------


def _type_repr(obj):
    if isinstance(obj, _BuiltinAlias):
        return repr(obj)
    if isinstance(obj, type):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return "%s.%s" % (obj.__module__, obj.__qualname__)
    if obj is ...:
        return "..."
    if isinstance(obj, _FunctionType):
        return obj.__name__
    return repr(obj)


def _convert(arg):
    if arg is None:
        return _NoneType
    if isinstance(arg, str):
        return ForwardRef(arg)
    return arg


def _type_check(arg, message, allow_special=False):
    arg = _convert(arg)
    if isinstance(arg, _GenericAlias) and arg.__origin__ in (Generic, Protocol):
        raise TypeError("%r is not valid as type argument" % (arg,))
    if not allow_special and isinstance(arg, _GenericAlias) and arg.__origin__ in (ClassVar, Final):
        raise TypeError("%r is not valid as type argument" % (arg,))
    if arg in (Any, LiteralString, NoReturn, Never, Self, TypeAlias):
        return arg
    if allow_special and arg in (ClassVar, Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg in (Generic, Protocol):
        raise TypeError("Plain %r is not valid as type argument" % (arg,))
    if type(arg) is tuple:
        raise TypeError("%s Got %.100s." % (message, repr(arg)))
    return arg


def _type_checks(params, message):
    return tuple(_type_check(p, message) for p in params)


def _collect_parameters(args):
    """The type variables in the arguments, each once, in order."""
    found = []
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, (tuple, list)):
            inner = _collect_parameters(arg)
        elif isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            inner = (arg,)
        else:
            inner = getattr(arg, "__parameters__", ())
        for parameter in inner:
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


def _check_count(cls, parameters, expected):
    if not expected:
        raise TypeError("%s is not a generic class" % (cls,))
    if len(parameters) != expected:
        raise TypeError(
            "Too %s arguments for %s; actual %d, expected %d"
            % ("many" if len(parameters) > expected else "few", cls, len(parameters), expected)
        )


def _unique(items):
    return tuple(dict.fromkeys(items))


def _flat_union(params):
    flat = []
    for param in params:
        if isinstance(param, (_UnionGenericAlias, _BuiltinUnion)):
            flat.extend(param.__args__)
        else:
            flat.append(param)
    return _unique(flat)


# --- forms without arguments ------------------------------------------------------------------------


class _Final:
    """The classes of this module have no others derived from them but its own."""

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError("Cannot subclass special typing classes")


class _SpecialForm(_Final, _root=True):
    __slots__ = ("_name", "__doc__", "_getitem")
    __iter__ = None  # or __getitem__ would be asked for ever

    def __init__(self, name, getitem=None):
        self._name = name
        self._getitem = getitem

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass %r" % (self,))

    def __repr__(self):
        return "typing." + self._name

    def __hash__(self):
        return hash(("special form", self._name))

    def __eq__(self, other):
        return self is other

    def __call__(self, *args, **kwds):
        raise TypeError("Cannot instantiate %r" % (self,))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError("%r cannot be used with isinstance()" % (self,))

    def __subclasscheck__(self, cls):
        raise TypeError("%r cannot be used with issubclass()" % (self,))

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError("%r is not subscriptable" % (self,))
        return self._getitem(self, parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return type.__instancecheck__(self, obj)

    def __repr__(self):
        if self is Any:
            return "typing.Any"
        return type.__repr__(self)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return object.__new__(cls)


def _one(message):
    def subscript(self, parameters):
        item = _type_check(parameters, message % (self,), allow_special=True)
        return _GenericAlias(self, (item,), name=self._name)

    return subscript


def _union(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    parameters = _flat_union(_type_checks(parameters, "Union[arg, ...]: each arg must be a type."))
    if len(parameters) == 1:
        return parameters[0]
    return _UnionGenericAlias(self, parameters, name="Union")


def _optional(self, parameters):
    return Union[_type_check(parameters, "%r requires a single type." % (self,)), _NoneType]


def _literal_key(value):
    return value, type(value)


def _literal(self, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for parameter in parameters:
        if isinstance(parameter, _LiteralGenericAlias):
            flat.extend(parameter.__args__)
        else:
            flat.append(parameter)
    kept = []
    try:
        seen = set()
        for parameter in flat:
            key = _literal_key(parameter)
            if key not in seen:
                seen.add(key)
                kept.append(parameter)
    except TypeError:  # what cannot be hashed stays as it is
        kept = flat
    return _LiteralGenericAlias(self, tuple(kept), name="Literal")


def _concatenate(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError(
            "The last parameter to Concatenate should be a ParamSpec variable or ellipsis."
        )
    message = "Concatenate[arg, ...]: each arg must be a type."
    parameters = (*_type_checks(parameters[:-1], message), parameters[-1])
    return _GenericAlias(self, parameters, name="Concatenate")


NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
TypeAlias = _SpecialForm("TypeAlias")
ClassVar = _SpecialForm("ClassVar", _one("%s accepts only single type."))
Final = _SpecialForm("Final", _one("%s accepts only single type."))
TypeGuard = _SpecialForm("TypeGuard", _one("%s accepts only single type."))
Required = _SpecialForm("Required", _one("%s accepts only a single type."))
NotRequired = _SpecialForm("NotRequired", _one("%s accepts only a single type."))
Unpack = _SpecialForm("Unpack", _one("%s accepts only single type."))
Union = _SpecialForm("Union", _union)
Optional = _SpecialForm("Optional", _optional)
Literal = _SpecialForm("Literal", _literal)
Concatenate = _SpecialForm("Concatenate", _concatenate)


class ForwardRef(_Final, _root=True):
    """A type named by a text."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError("Forward reference must be a string -- got %r" % (arg,))
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (
            self.__forward_arg__ == other.__forward_arg__
            and self.__forward_module__ == other.__forward_module__
        )

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __call__(self, *args):
        raise TypeError("'ForwardRef' object is not callable")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        if self.__forward_module__ is None:
            return "ForwardRef(%r)" % (self.__forward_arg__,)
        return "ForwardRef(%r, module=%r)" % (self.__forward_arg__, self.__forward_module__)


