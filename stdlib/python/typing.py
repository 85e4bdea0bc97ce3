"""typing: what annotations are made of. Nothing here is checked; it says what it is, and can be asked.

A subscripted form (List[int], Union[int, str], Stack[T]) is a _GenericAlias: an origin and arguments.
"""
import _belljar
import _collections_abc as _abc
import _objects
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


class _SpecialForm:
    __slots__ = ("_name", "__doc__", "_getitem")

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
    for parameter in flat:
        try:
            if any(_literal_key(known) == _literal_key(parameter) for known in kept):
                continue
        except TypeError:
            pass
        kept.append(parameter)
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


class ForwardRef:
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


# --- type variables ---------------------------------------------------------------------------------


class _Variable:
    def _set_variance(self, bound, covariant, contravariant):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __typing_subst__(self, arg):
        return _type_check(arg, "Parameters to generic types must be types.")

    def __call__(self, *args, **kwds):
        raise TypeError("'%s' object is not callable" % (type(self).__name__,))

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of %s" % (type(self).__name__,))

    def __repr__(self):
        if self.__covariant__:
            return "+" + self.__name__
        if self.__contravariant__:
            return "-" + self.__name__
        return "~" + self.__name__


class TypeVar(_Variable):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self._set_variance(bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        message = "TypeVar(name, constraint, ...): constraints must be types."
        self.__constraints__ = tuple(_type_check(t, message) for t in constraints)


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return self.__origin__.__name__ + ".args"

    def __eq__(self, other):
        if not isinstance(other, ParamSpecArgs):
            return NotImplemented
        return self.__origin__ == other.__origin__


class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return self.__origin__.__name__ + ".kwargs"

    def __eq__(self, other):
        if not isinstance(other, ParamSpecKwargs):
            return NotImplemented
        return self.__origin__ == other.__origin__


class ParamSpec(_Variable):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self._set_variance(bound, covariant, contravariant)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple:
    def __init__(self, name):
        self.__name__ = name

    def __iter__(self):
        yield Unpack[self]

    def __call__(self, *args):
        raise TypeError("'TypeVarTuple' object is not callable")

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of TypeVarTuple")

    def __repr__(self):
        return self.__name__


# --- aliases ----------------------------------------------------------------------------------------


def _is_dunder(name):
    return name.startswith("__") and name.endswith("__")


class _BaseAlias:
    def __init__(self, origin, *, inst=True, name=None):
        self.__origin__ = origin
        self._inst = inst
        self._name = name

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(
                "Type %s cannot be instantiated; use %s() instead" % (self._name, self.__origin__.__name__)
            )
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        entries = []
        if self.__origin__ not in bases:
            entries.append(self.__origin__)
        at = [i for i, base in enumerate(bases) if base is self][0]
        for base in bases[at + 1 :]:
            if isinstance(base, _BaseAlias) or (isinstance(base, type) and issubclass(base, Generic)):
                break
        else:
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, name):
        # Only what belongs to the class itself: annotations ask aliases for many dunder names.
        if name in ("__origin__", "__args__"):
            raise AttributeError(name)
        if not _is_dunder(name):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


class _GenericAlias(_BaseAlias):
    def __init__(self, origin, args, *, inst=True, name=None):
        _BaseAlias.__init__(self, origin, inst=inst, name=name)
        self.__args__ = args
        self.__parameters__ = _collect_parameters(args)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        return "%s[%s]" % (name, ", ".join(map(_type_repr, self.__args__)) or "()")

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError("Cannot subclass %r" % (self,))
        if self._name:
            return _BaseAlias.__mro_entries__(self, bases)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            at = [i for i, base in enumerate(bases) if base is self][0]
            for base in bases[at + 1 :]:
                if isinstance(base, _BaseAlias) and base is not self:
                    return ()
        return (self.__origin__,)

    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError("Cannot subscript already-subscripted %r" % (self,))
        if not self.__parameters__:
            raise TypeError("%r is not a generic class" % (self,))
        if not isinstance(args, tuple):
            args = (args,)
        if len(self.__parameters__) == 1 and isinstance(self.__parameters__[0], ParamSpec):
            if not (len(args) == 1 and isinstance(args[0], (list, tuple, ParamSpec))):
                args = (args,)
        args = tuple(
            tuple(_convert(a) for a in arg) if isinstance(arg, (list, tuple))
            else arg if arg is ...
            else _type_check(arg, "Parameters to generic types must be types.")
            for arg in args
        )
        _check_count(self, args, len(self.__parameters__))
        return self._copy(_substitute(self.__args__, dict(zip(self.__parameters__, args))))

    def _copy(self, args):
        return type(self)(self.__origin__, args, name=self._name, inst=self._inst)

    def __iter__(self):
        yield Unpack[self]


def _substitute(args, values):
    new = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            value = values.get(arg, arg)
            if isinstance(arg, ParamSpec) and isinstance(value, tuple):
                new.extend(value)
            else:
                new.append(value)
        elif isinstance(arg, tuple):
            new.append(_substitute(arg, values))
        else:
            inner = () if isinstance(arg, type) else getattr(arg, "__parameters__", ())
            if inner:
                new.append(arg[tuple(values.get(p, p) for p in inner)])
            else:
                new.append(arg)
    return tuple(new)


class _SpecialGenericAlias(_BaseAlias):
    """List, Dict, Iterable …: the typing name of a class, without arguments yet."""

    def __init__(self, origin, count, *, inst=True, name=None):
        _BaseAlias.__init__(self, origin, inst=inst, name=name or origin.__name__)
        self._count = count
        self.__doc__ = "A generic version of %s.%s." % (origin.__module__, origin.__qualname__)

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = _type_checks(params, "Parameters to generic types must be types.")
        _check_count(self, params, self._count)
        return self._with(params)

    def _with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return "typing." + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return _BaseAlias.__subclasscheck__(self, cls)


class _CallableType(_SpecialGenericAlias):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if args is ... or isinstance(args, ParamSpec) or (
            isinstance(args, _GenericAlias) and args.__origin__ is Concatenate
        ):
            return self._with((args, result))
        if not isinstance(args, (list, tuple)):
            args = (args,)
        return self._with((*(_convert(arg) for arg in args), result))

    def _with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)


class _CallableGenericAlias(_GenericAlias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec, _GenericAlias)) and _is_param_expr(args[0])):
            return _GenericAlias.__repr__(self)
        return "typing.Callable[[%s], %s]" % (
            ", ".join(map(_type_repr, args[:-1])), _type_repr(args[-1])
        )


def _is_param_expr(arg):
    return isinstance(arg, ParamSpec) or getattr(arg, "__origin__", None) is Concatenate


class _TupleType(_SpecialGenericAlias):
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            message = "Tuple[t, ...]: t must be a type."
            return self._with((*_type_checks(params[:-1], message), ...))
        return self._with(_type_checks(params, "Tuple[t0, t1, ...]: each t must be a type."))


class _UnionGenericAlias(_GenericAlias):
    def _copy(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, _BuiltinUnion)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is _NoneType:
                return "typing.Optional[%s]" % (_type_repr(args[1]),)
            if args[1] is _NoneType:
                return "typing.Optional[%s]" % (_type_repr(args[0]),)
        return _GenericAlias.__repr__(self)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)


class _LiteralGenericAlias(_GenericAlias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return set(map(_literal_key, self.__args__)) == set(map(_literal_key, other.__args__))

    def __hash__(self):
        return hash(frozenset(map(_literal_key, self.__args__)))

    def __repr__(self):
        return "typing.Literal[%s]" % (", ".join(map(repr, self.__args__)) or "()",)


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        _GenericAlias.__init__(self, origin, (origin,))
        self.__metadata__ = metadata

    def _copy(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        return "typing.Annotated[%s, %s]" % (
            _type_repr(self.__origin__), ", ".join(map(repr, self.__metadata__))
        )

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return "Annotated"
        return _GenericAlias.__getattr__(self, name)


class Annotated:
    """A type with notes: Annotated[int, "note"]."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError(
                "Annotated[...] should be used with at least two arguments (a type and an annotation)."
            )
        message = "Annotated[t, ...]: t must be a type."
        return _AnnotatedAlias(_type_check(params[0], message, allow_special=True), tuple(params[1:]))

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError("Cannot subclass typing.Annotated")


# --- Generic and Protocol ---------------------------------------------------------------------------

Protocol = None


class Generic:
    """Base of classes that take type arguments: class Stack(Generic[T])."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_convert(p) for p in params)
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError("Parameter list to %s[...] cannot be empty" % (cls.__qualname__,))
            if not all(isinstance(p, (TypeVar, ParamSpec, TypeVarTuple)) or _is_unpacked(p) for p in params):
                raise TypeError(
                    "Parameters to %s[...] must all be type variables or parameter specification variables."
                    % (cls.__name__,)
                )
            if len(set(params)) != len(params):
                raise TypeError("Parameters to %s[...] must all be unique" % (cls.__name__,))
            return _GenericAlias(cls, params)
        parameters = getattr(cls, "__parameters__", ())
        if len(parameters) == 1 and isinstance(parameters[0], ParamSpec):
            if not (len(params) == 1 and isinstance(params[0], (list, tuple, ParamSpec)) or params[0] is ...):
                params = (params,)
        params = tuple(
            tuple(p) if isinstance(p, (list, tuple)) else p if p is ... or _is_unpacked(p)
            else _type_check(p, "Parameters to generic types must be types.")
            for p in params
        )
        if not any(isinstance(p, TypeVarTuple) for p in parameters):
            _check_count(cls, params, len(parameters))
        return _GenericAlias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = _objects.own(cls, "__orig_bases__", None)
        if bases is None:
            if Generic in cls.__bases__ and cls.__name__ != "Protocol":
                raise TypeError("Cannot inherit from plain Generic")
            bases = ()
        elif Generic in bases:
            raise TypeError("Cannot inherit from plain Generic")
        found = _collect_parameters(bases)
        listed = None
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol):
                if listed is not None and base.__origin__ is Generic:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                if listed is None or base.__origin__ is Generic:
                    listed = base.__parameters__
        if listed is not None:
            missing = [v for v in found if v not in listed]
            if missing:
                raise TypeError(
                    "Some type variables (%s) are not listed in Generic[%s]"
                    % (", ".join(map(str, missing)), ", ".join(map(str, listed)))
                )
            found = listed
        cls.__parameters__ = tuple(found)


def _is_unpacked(p):
    return isinstance(p, _GenericAlias) and p.__origin__ is Unpack


_NOT_MEMBERS = frozenset((
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__",
    "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__parameters__", "__orig_bases__",
    "__orig_class__", "_is_protocol", "_is_runtime_protocol", "__hash__", "__qualname__", "__init_subclass__",
    "__abc_tpflags__", "__match_args__",
))


def _protocol_members(cls):
    members = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in _objects.own_names(base):
            if name not in _NOT_MEMBERS and not name.startswith("_abc_"):
                members.add(name)
        members.update(getattr(base, "__annotations__", {}))
    return members


def _only_methods(cls):
    return all(callable(getattr(cls, name, None)) for name in _protocol_members(cls))


def _refuse_instance(self, *args, **kwargs):
    raise TypeError("Protocols cannot be instantiated")


_NO_RUNTIME = "Instance and class checks can only be used with @runtime_checkable protocols"


class _ProtocolMeta(_ABCMeta):
    def __instancecheck__(cls, instance):
        protocol = getattr(cls, "_is_protocol", False)
        if protocol and not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError(_NO_RUNTIME)
        if (not protocol or _only_methods(cls)) and issubclass(instance.__class__, cls):
            return True
        if protocol:
            for name in _protocol_members(cls):
                if not hasattr(instance, name):
                    break
                if callable(getattr(cls, name, None)) and getattr(instance, name) is None:
                    break
            else:
                return True
        return _ABCMeta.__instancecheck__(cls, instance)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that say what methods and attributes others must have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not _objects.own(cls, "_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if _objects.own(cls, "__subclasshook__", None) is None:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if not cls._is_protocol:
            if _objects.lookup(cls, "__init__", None) is _refuse_instance:
                for base in cls.__mro__[1:]:
                    init = _objects.own(base, "__init__", None)
                    if init is not None and init is not _refuse_instance:
                        cls.__init__ = init
                        break
            return
        for base in cls.__bases__:
            if not (
                base in (object, Generic)
                or base.__module__ in ("collections.abc", "contextlib")
                or getattr(base, "_is_protocol", False)
            ):
                raise TypeError("Protocols can only inherit from other protocols, got %r" % (base,))
        if _objects.own(cls, "__init__", None) is None:
            cls.__init__ = _refuse_instance


def _protocol_hook(cls, other):
    if not _objects.own(cls, "_is_protocol", False):
        return NotImplemented
    if not getattr(cls, "_is_runtime_protocol", False):
        if _within_check():
            return NotImplemented
        raise TypeError(_NO_RUNTIME)
    if not _only_methods(cls):
        if _within_check():
            return NotImplemented
        raise TypeError("Protocols with non-method members don't support issubclass()")
    if not isinstance(other, type):
        raise TypeError("issubclass() arg 1 must be a class")
    for name in _protocol_members(cls):
        if _objects.lookup(other, name, None) is not None:
            continue
        noted = any(name in getattr(base, "__annotations__", {}) for base in other.__mro__)
        if not (noted and issubclass(other, Generic) and getattr(other, "_is_protocol", False)):
            return NotImplemented
    return True


def runtime_checkable(cls):
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not getattr(cls, "_is_protocol", False):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % (cls,))
    cls._is_runtime_protocol = True
    return cls


# --- the names of the standard classes --------------------------------------------------------------

_alias = _SpecialGenericAlias
Hashable = _alias(_abc.Hashable, 0)
Awaitable = _alias(_abc.Awaitable, 1)
Coroutine = _alias(_abc.Coroutine, 3)
AsyncIterable = _alias(_abc.AsyncIterable, 1)
AsyncIterator = _alias(_abc.AsyncIterator, 1)
Iterable = _alias(_abc.Iterable, 1)
Iterator = _alias(_abc.Iterator, 1)
Reversible = _alias(_abc.Reversible, 1)
Sized = _alias(_abc.Sized, 0)
Container = _alias(_abc.Container, 1)
Collection = _alias(_abc.Collection, 1)
Callable = _CallableType(_abc.Callable, 2)
AbstractSet = _alias(_abc.Set, 1, name="AbstractSet")
MutableSet = _alias(_abc.MutableSet, 1)
Mapping = _alias(_abc.Mapping, 2)
MutableMapping = _alias(_abc.MutableMapping, 2)
Sequence = _alias(_abc.Sequence, 1)
MutableSequence = _alias(_abc.MutableSequence, 1)
ByteString = _alias(_abc.ByteString, 0)
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
List = _alias(list, 1, inst=False, name="List")
Deque = _alias(_collections.deque, 1, name="Deque")
Set = _alias(set, 1, inst=False, name="Set")
FrozenSet = _alias(frozenset, 1, inst=False, name="FrozenSet")
MappingView = _alias(_abc.MappingView, 1)
KeysView = _alias(_abc.KeysView, 1)
ItemsView = _alias(_abc.ItemsView, 2)
ValuesView = _alias(_abc.ValuesView, 1)
ContextManager = _alias(_contextlib.AbstractContextManager, 1, name="ContextManager")
AsyncContextManager = _alias(_abc.Awaitable, 1, name="AsyncContextManager")
Dict = _alias(dict, 2, inst=False, name="Dict")
DefaultDict = _alias(_collections.defaultdict, 2, name="DefaultDict")
OrderedDict = _alias(_collections.OrderedDict, 2)
Counter = _alias(_collections.Counter, 1)
ChainMap = _alias(_collections.ChainMap, 2)
Generator = _alias(_abc.Generator, 3)
AsyncGenerator = _alias(_abc.AsyncGenerator, 2)
Type = _alias(type, 1, inst=False, name="Type")
AnyStr = TypeVar("AnyStr", bytes, str)
_T_co = TypeVar("T_co", covariant=True)


class Pattern:
    """Stands for re.Pattern."""

    def __class_getitem__(cls, item):
        return _GenericAlias(cls, (_convert(item),), name="Pattern")


class Match:
    """Stands for re.Match."""

    def __class_getitem__(cls, item):
        return _GenericAlias(cls, (_convert(item),), name="Match")


class IO(Generic[AnyStr]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    @_abstractmethod
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    @_abstractmethod
    def __float__(self):
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    @_abstractmethod
    def __complex__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    @_abstractmethod
    def __bytes__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    @_abstractmethod
    def __index__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol[_T_co]):
    __slots__ = ()

    @_abstractmethod
    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol[_T_co]):
    __slots__ = ()

    @_abstractmethod
    def __round__(self, ndigits=0):
        pass


# --- NewType, NamedTuple, TypedDict -----------------------------------------------------------------


class NewType:
    """NewType("UserId", int): a name for a type; calling it returns its argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __call__(self, x):
        return x

    def __repr__(self):
        return "%s.%s" % (self.__module__, self.__qualname__)

    def __mro_entries__(self, bases):
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError(
                    "Cannot subclass an instance of NewType. Perhaps you were looking for: "
                    "`%s = NewType(%r, %s)`" % (cls.__name__, cls.__name__, name)
                )

        return (Dummy,)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


_PROHIBITED = ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types",
               "_make", "_replace", "_asdict", "_source")
_SPECIAL = ("__classcell__", "__module__", "__name__", "__annotations__", "__qualname__", "__orig_bases__", "__doc__")


def _make_named_tuple(name, types, module, defaults=()):
    fields = [field for field, _ in types]
    types = {
        field: _type_check(tp, "field %s annotation must be a type" % (field,)) for field, tp in types
    }
    made = _collections.namedtuple(name, fields, defaults=defaults, module=module)
    _objects.set_own(made, "__annotations__", types)
    return made


class _NamedTupleMeta(type):
    def __new__(mcls, typename, bases, ns, /, **keywords):
        if ns.get("_named_tuple_root_"):
            return _belljar.make_class(mcls, typename, bases, ns)
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        types = ns.get("__annotations__", {})
        defaulted = []
        for field in types:
            if field in ns:
                defaulted.append(field)
            elif defaulted:
                raise TypeError(
                    "Non-default namedtuple field %s cannot follow default field%s %s"
                    % (field, "s" if len(defaulted) > 1 else "", ", ".join(defaulted))
                )
        made = _make_named_tuple(
            typename, list(types.items()), ns.get("__module__"), [ns[field] for field in defaulted]
        )
        for key, value in ns.items():
            if key in _PROHIBITED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key == "__doc__" or (key not in _SPECIAL and key not in types):
                _objects.set_own(made, key, value)
        if "__qualname__" in ns:
            _belljar.set_qualname(made, typename, ns["__qualname__"])
        if Generic in bases:
            parameters = _collect_parameters(ns.get("__orig_bases__", ()))
            _objects.set_own(made, "__parameters__", parameters)
            _objects.set_own(made, "__class_getitem__", classmethod(_subscript_named_tuple))
        for key, value in ns.items():
            if key not in _SPECIAL and hasattr(type(value), "__set_name__"):
                value.__set_name__(made, key)
        return made


def _subscript_named_tuple(cls, params):
    return _GenericAlias(cls, params if isinstance(params, tuple) else (params,))


class _NamedTuple(metaclass=_NamedTupleMeta):
    _named_tuple_root_ = True


class _NamedTupleForm:
    """NamedTuple: a base of classes, and a function."""

    def __call__(self, typename, fields=None, /, **kwargs):
        if fields is None:
            fields = kwargs.items()
        elif kwargs:
            raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
        return _make_named_tuple(typename, list(fields), "__main__")

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return "<function NamedTuple>"


NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, ns, total=True):
        if ns.get("_typed_dict_root_"):
            return _belljar.make_class(mcls, name, bases, ns)
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        own = {
            key: _type_check(tp, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type",
                             allow_special=True)
            for key, tp in ns.get("__annotations__", {}).items()
        }
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(getattr(base, "__annotations__", {}))
            required.update(getattr(base, "__required_keys__", ()))
            optional.update(getattr(base, "__optional_keys__", ()))
        annotations.update(own)
        for key, tp in own.items():
            if isinstance(tp, _AnnotatedAlias):
                tp = tp.__origin__
            form = tp.__origin__ if isinstance(tp, _GenericAlias) else None
            if form is Required or (form is not NotRequired and total):
                required.add(key)
            else:
                optional.add(key)
        generic = (Generic,) if any(base is Generic or issubclass(base, Generic) for base in bases) else ()
        made = _belljar.make_class(mcls, name, (*generic, dict), ns)
        for key, value in (
            ("__annotations__", annotations), ("__required_keys__", frozenset(required)),
            ("__optional_keys__", frozenset(optional)), ("__total__", total),
        ):
            _objects.set_own(made, key, value)
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")


class _TypedDict(dict, metaclass=_TypedDictMeta):
    _typed_dict_root_ = True


class _TypedDictForm:
    """TypedDict: a base of classes, and a function."""

    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        if fields is None:
            fields = kwargs
        elif kwargs:
            raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
        names = {"__annotations__": dict(fields), "__module__": "__main__"}
        return _TypedDictMeta(typename, (), names, total=total) if False else _TypedDictMeta.__new__(
            _TypedDictMeta, typename, (), names, total=total
        )

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return "<function TypedDict>"


TypedDict = _TypedDictForm()


def is_typeddict(tp):
    return type(tp) is _TypedDictMeta


# --- functions --------------------------------------------------------------------------------------


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    shown = repr(arg)
    if len(shown) > 100:
        shown = shown[:100] + "..."
    raise AssertionError("Expected code to be unreachable, but got: " + shown)


def reveal_type(obj, /):
    return obj


def no_type_check(arg):
    if isinstance(arg, (type, _FunctionType)):
        arg.__no_type_check__ = True
    return arg


def no_type_check_decorator(decorator):
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. "
        "A series of @overload-decorated functions "
        "outside a stub module should always be followed "
        "by an implementation that is not @overload-ed."
    )


def overload(func):
    name = getattr(getattr(func, "__func__", func), "__qualname__", None)
    _overloads.setdefault(name, []).append(func)
    return _overload_dummy


def get_overloads(func):
    name = getattr(getattr(func, "__func__", func), "__qualname__", None)
    return list(_overloads.get(name, ()))


def clear_overloads():
    _overloads.clear()


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(),
                        **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "field_specifiers": field_specifiers, "kwargs": kwargs,
        }
        return cls_or_fn

    return decorator


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseAlias, _BuiltinAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, _BuiltinUnion):
        return _BuiltinUnion
    return None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, _BuiltinAlias)):
        args = tp.__args__
        if tp.__origin__ is _abc.Callable and not (len(args) == 2 and (args[0] is ... or _is_param_expr(args[0]))):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, _BuiltinUnion):
        return tp.__args__
    return ()


def _evaluate(text, globalns, localns):
    names = dict(globals_for_hints)
    names.update(globalns or {})
    names.update(localns or {})
    return _belljar.execute("result = (%s)" % (text,), names, "__main__")["result"]


globals_for_hints = {}


def _resolve(tp, globalns, localns):
    if tp is None:
        return _NoneType
    if isinstance(tp, str):
        tp = ForwardRef(tp)
    if isinstance(tp, ForwardRef):
        return _resolve(_evaluate(tp.__forward_arg__, globalns, localns), globalns, localns)
    if isinstance(tp, _GenericAlias) and not isinstance(tp, (_LiteralGenericAlias, _AnnotatedAlias)):
        args = tuple(
            arg if arg is ... or isinstance(arg, tuple) else _resolve(arg, globalns, localns)
            for arg in tp.__args__
        )
        return tp if args == tp.__args__ else tp._copy(args)
    return tp


def _without_annotations(tp):
    if isinstance(tp, _AnnotatedAlias):
        return _without_annotations(tp.__origin__)
    if isinstance(tp, _GenericAlias):
        if tp.__origin__ in (Required, NotRequired):
            return _without_annotations(tp.__args__[0])
        if isinstance(tp, _LiteralGenericAlias):
            return tp
        args = tuple(arg if isinstance(arg, tuple) else _without_annotations(arg) for arg in tp.__args__)
        return tp if args == tp.__args__ else tp._copy(args)
    return tp


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            noted = _objects.own(base, "__annotations__", None)
            if isinstance(noted, dict):
                for name, tp in noted.items():
                    hints[name] = _resolve(tp, globalns, localns)
    else:
        noted = getattr(obj, "__annotations__", None)
        if noted is None:
            if callable(obj):
                return {}
            raise TypeError("%r is not a module, class, method, or function." % (obj,))
        for name, tp in noted.items():
            hints[name] = _resolve(tp, globalns, localns)
    if include_extras:
        return hints
    return {name: _without_annotations(tp) for name, tp in hints.items()}
