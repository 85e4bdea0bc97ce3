"""The classes of collections.abc.

They stand here, and not in collections.abc, because collections itself derives classes from them.
"""
import _belljar
from _generic_alias import GenericAlias as _GenericAlias
from abc import ABCMeta as _ABCMeta, abstractmethod

_lookup = _belljar.lookup


class ABCMeta(_ABCMeta):
    """Makes these classes say that they are of collections.abc."""

    def __new__(mcls, name, bases, namespace, /, **keywords):
        if namespace.get("__module__") == "_collections_abc":
            namespace["__module__"] = "collections.abc"
        return _ABCMeta.__new__(_ABCMeta, name, bases, namespace, **keywords)


def _has_methods(cls, names):
    """True if the class has them all, NotImplemented if one is absent or None."""
    for name in names:
        if _lookup(cls, name, None) is None:
            return NotImplemented
    return True


def _subscript(cls, parameters):
    return _GenericAlias(cls, parameters)


class Hashable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Hashable:
            return _has_methods(C, ("__hash__",))
        return NotImplemented


class Awaitable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __await__(self):
        yield

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Awaitable:
            return _has_methods(C, ("__await__",))
        return NotImplemented

    __class_getitem__ = classmethod(_subscript)


class Coroutine(Awaitable, metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ if val is None else val

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError("coroutine ignored GeneratorExit")

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Coroutine:
            return _has_methods(C, ("__await__", "send", "throw", "close"))
        return NotImplemented


class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AsyncIterable:
            return _has_methods(C, ("__aiter__",))
        return NotImplemented

    __class_getitem__ = classmethod(_subscript)


class AsyncIterator(AsyncIterable, metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __anext__(self):
        raise StopIteration

    def __aiter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AsyncIterator:
            return _has_methods(C, ("__anext__", "__aiter__"))
        return NotImplemented


class AsyncGenerator(AsyncIterator, metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def asend(self, value):
        raise StopIteration

    @abstractmethod
    def athrow(self, typ, val=None, tb=None):
        raise typ if val is None else val

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AsyncGenerator:
            return _has_methods(C, ("__aiter__", "__anext__", "asend", "athrow", "aclose"))
        return NotImplemented


class Iterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        return iter(())

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Iterable:
            return _has_methods(C, ("__iter__",))
        return NotImplemented

    __class_getitem__ = classmethod(_subscript)


class Iterator(Iterable, metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Iterator:
            return _has_methods(C, ("__iter__", "__next__"))
        return NotImplemented


class Reversible(Iterable, metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        return iter(())

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Reversible:
            return _has_methods(C, ("__reversed__", "__iter__"))
        return NotImplemented


class Generator(Iterator, metaclass=ABCMeta):
    __slots__ = ()

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        if val is None:
            val = typ() if isinstance(typ, type) else typ
        raise val

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError("generator ignored GeneratorExit")

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Generator:
            return _has_methods(C, ("__iter__", "__next__", "send", "throw", "close"))
        return NotImplemented


class Sized(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Sized:
            return _has_methods(C, ("__len__",))
        return NotImplemented


class Container(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Container:
            return _has_methods(C, ("__contains__",))
        return NotImplemented

    __class_getitem__ = classmethod(_subscript)


class Collection(Sized, Iterable, Container, metaclass=ABCMeta):
    __slots__ = ()

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Collection:
            return _has_methods(C, ("__len__", "__iter__", "__contains__"))
        return NotImplemented


class Callable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Callable:
            return _has_methods(C, ("__call__",))
        return NotImplemented

    def __class_getitem__(cls, parameters):
        if not (isinstance(parameters, tuple) and len(parameters) == 2):
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        arguments, result = parameters
        if isinstance(arguments, (tuple, list)):
            return _GenericAlias(cls, (*arguments, result))
        return _GenericAlias(cls, (arguments, result))


