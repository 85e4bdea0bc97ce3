"""collections: containers beyond the built-in ones. deque and the work on dicts are natives."""
import _belljar
import _collections_abc
from _collections import _count_elements, _mark_ordered, _move_to_end, _pop_end, deque
from _namedtuple import namedtuple

__all__ = [
    "ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque",
    "namedtuple",
]

abc = _collections_abc  # until collections.abc itself is imported
_Mapping = _collections_abc.Mapping
_MutableMapping = _collections_abc.MutableMapping
_absent = object()
_collections_abc.MutableSequence.register(deque)


# --- defaultdict ------------------------------------------------------------------------------------


class defaultdict(dict):
    __slots__ = ("default_factory",)

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        if len(args) > 1:
            raise TypeError("dict expected at most 1 argument, got %d" % (len(args),))
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwargs)

    def __missing__(self, key):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        self[key] = value = factory()
        return value

    def __repr__(self):
        return "%s(%s, %s)" % (type(self).__name__, _factory_text(self), dict.__repr__(self))

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, other)
        new.update(self)
        return new


_factories_shown = []


def _factory_text(mapping):
    factory = mapping.default_factory
    if any(shown is mapping for shown in _factories_shown):
        return "..."
    _factories_shown.append(mapping)
    try:
        return repr(factory)
    finally:
        _factories_shown.pop()


_belljar.set_qualname(defaultdict, "collections.defaultdict", "defaultdict")


# --- OrderedDict ------------------------------------------------------------------------------------


def _pair_of(items):
    found = []
    for item in items:
        if len(found) == 2:
            raise ValueError("too many values to unpack (expected 2)")
        found.append(item)
    if len(found) < 2:
        raise ValueError("need more than %d value%s to unpack" % (len(found), "" if found else "s"))
    return found


class OrderedDict(dict):
    def __init__(self, /, *args, **kwds):
        if len(args) > 1:
            raise TypeError("expected at most 1 arguments, got %d" % len(args))
        _mark_ordered(self)
        self.__update(*args, **kwds)

    def update(self, /, *args, **kwds):
        if len(args) > 1:
            raise TypeError("update() takes at most 1 positional argument (%d given)" % len(args))
        for other in args:
            if hasattr(other, "keys"):
                if type(self) is OrderedDict:
                    dict.update(self, other)
                    continue
                for key in other.keys():
                    self[key] = other[key]
            else:
                for pair in other:
                    if type(pair) is tuple and len(pair) == 2:
                        key, value = pair
                    else:
                        key, value = _pair_of(pair)
                    self[key] = value
        for key, value in kwds.items():
            self[key] = value

    __update = update

    def popitem(self, last=True):
        item = _pop_end(self, last)
        if item is None:
            raise KeyError("dictionary is empty")
        return item

    def move_to_end(self, key, last=True):
        _move_to_end(self, key, last)

    def pop(self, key, default=_absent):
        if default is _absent:
            return dict.pop(self, key)
        return dict.pop(self, key, default)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        new = cls()
        for key in iterable:
            new[key] = value
        return new

    def __eq__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        if not dict.__eq__(self, other):
            return False
        return not isinstance(other, OrderedDict) or list(self) == list(other)

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = None

    def __repr__(self):
        name = type(self).__name__
        if not self:
            return "%s()" % (name,)
        if any(shown is self for shown in _ordered_shown):
            return "..."
        _ordered_shown.append(self)
        try:
            return "%s(%r)" % (name, list(self.items()))
        finally:
            _ordered_shown.pop()

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(other)
        new.update(self)
        return new

    def __ior__(self, other):
        self.update(other)
        return self


_ordered_shown = []
_belljar.set_qualname(OrderedDict, "collections.OrderedDict", "OrderedDict")


