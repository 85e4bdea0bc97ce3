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
        bases = _belljar.own(cls, "__orig_bases__", None)
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
        for name in _belljar.own_names(base):
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
        if not _belljar.own(cls, "_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if _belljar.own(cls, "__subclasshook__", None) is None:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if not cls._is_protocol:
            if _belljar.lookup(cls, "__init__", None) is _refuse_instance:
                for base in cls.__mro__[1:]:
                    init = _belljar.own(base, "__init__", None)
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
        if _belljar.own(cls, "__init__", None) is None:
            cls.__init__ = _refuse_instance


def _protocol_hook(cls, other):
    if not _belljar.own(cls, "_is_protocol", False):
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
        if _belljar.lookup(other, name, None) is not None:
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
T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = _T_co = TypeVar("T_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)
VT_co = TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
CT_co = TypeVar("CT_co", covariant=True, bound=type)


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


