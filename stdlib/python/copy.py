"""copy: shallow and deep copies.

Objects of classes are copied without running __init__: their attributes, and what they hold of a built-in
type that their class derives from.
"""
import _belljar
from _collections import deque as _deque


class Error(Exception):
    pass


error = Error


def _unchanged():
    yield


# What is never copied: immutable, or a definition.
_ATOMIC = {
    type(None), type(Ellipsis), type(NotImplemented), bool, int, float, complex, str, bytes, range, slice,
    property, type, type(len), type(_unchanged),
}
_MUTABLE = {list, dict, set, bytearray}


def copy(x):
    cls = type(x)
    if cls in _ATOMIC or cls is tuple or cls is frozenset:
        return x
    if cls in _MUTABLE:
        return x.copy()
    if issubclass(cls, type):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    reduced = _reduced(x, cls)
    if reduced is None:
        _refuse(cls)
        return _restore(x, _belljar.clone(x), None)
    return x if isinstance(reduced, str) else _rebuild(x, reduced, None)


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    copier = _COPIERS.get(cls)
    if copier is not None:
        made = copier(x, memo)
    elif issubclass(cls, type):
        return x
    else:
        method = getattr(cls, "__deepcopy__", None)
        if method is not None:
            made = method(x, memo)
        else:
            made = _copy_object(x, cls, memo)
    if made is not x:
        memo[key] = made
        _keep(x, memo)
    return made


def _keep(x, memo):
    """What was copied must live as long as its number stands for it."""
    memo.setdefault(id(memo), []).append(x)


def _copy_list(x, memo):
    memo[id(x)] = made = []
    for item in x:
        made.append(deepcopy(item, memo))
    return made


def _copy_dict(x, memo):
    memo[id(x)] = made = {}
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _copy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # A tuple that holds itself (through a list) has been copied meanwhile.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _copy_set(x, memo):
    return {deepcopy(item, memo) for item in x}


def _copy_frozenset(x, memo):
    return frozenset([deepcopy(item, memo) for item in x])


def _copy_method(x, memo):
    return _belljar.bind_method(x.__func__, deepcopy(x.__self__, memo))


def _copy_bytearray(x, memo):
    return x.copy()


_COPIERS = {
    list: _copy_list,
    dict: _copy_dict,
    tuple: _copy_tuple,
    set: _copy_set,
    frozenset: _copy_frozenset,
    bytearray: _copy_bytearray,
    type(Error().with_traceback): lambda x, memo: x,
    type(_keep): lambda x, memo: x,
}


class _Methods:
    def method(self):
        pass


_COPIERS[type(_Methods().method)] = _copy_method


# Kinds of objects that hold the state of a computation.
_UNCOPYABLE = {type(_unchanged()): "generator"}


def _refuse(cls):
    name = _UNCOPYABLE.get(cls)
    if name is not None:
        raise TypeError("cannot pickle %r object" % (name,))
    if cls.__name__ == "module":
        raise TypeError("cannot pickle 'module' object")


def _reduced(x, cls):
    """What a __reduce_ex__ or __reduce__ of the object's own class says, else None."""
    own = _belljar.lookup(cls, "__reduce_ex__", None)
    if own is not None and own is not _belljar.lookup(object, "__reduce_ex__", None):
        return own(x, 4)
    own = _belljar.lookup(cls, "__reduce__", None)
    if own is not None and own is not _belljar.lookup(object, "__reduce__", None):
        return own(x)
    if isinstance(x, _deque):
        args = () if x.maxlen is None else ((), x.maxlen)
        return cls, args, _belljar.own_attributes(x) or None, iter(x)
    if isinstance(x, BaseException):
        return cls, x.args, _belljar.own_attributes(x) or None
    return None


def _rebuild(x, reduced, memo):
    deep = memo is not None
    make, args, state, items, pairs = (tuple(reduced) + (None, None, None))[:5]
    if deep and args:
        args = tuple(deepcopy(arg, memo) for arg in args)
    made = make(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        _set_state(made, deepcopy(state, memo) if deep else state)
    if items is not None:
        for item in items:
            made.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            made[key] = value
    return made


def _set_state(made, state):
    if hasattr(made, "__setstate__"):
        made.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    for part in (state, slots):
        if part is not None:
            for name, value in part.items():
                _belljar.set_instance_attribute(made, name, value)


def _has_state(cls):
    get = _belljar.lookup(cls, "__getstate__", None)
    own_get = get is not None and get is not _belljar.lookup(object, "__getstate__", None)
    return own_get, hasattr(cls, "__setstate__")


def _restore(x, made, memo):
    """Gives a clone the state that its class's __getstate__ and __setstate__ exchange, if it has them."""
    cls = type(x)
    own_get, own_set = _has_state(cls)
    if not own_get and not own_set:
        return made
    get = cls.__getstate__ if own_get else None
    state = get(x) if own_get else (_belljar.own_attributes(x) or None)
    if memo is not None:
        state = deepcopy(state, memo)
    for name in _belljar.own_attributes(made):
        _belljar.delete_instance_attribute(made, name)
    if state or (own_set and state is not None):
        _set_state(made, state)
    return made


def _copy_object(x, cls, memo):
    reduced = _reduced(x, cls)
    if reduced is not None:
        return x if isinstance(reduced, str) else _rebuild(x, reduced, memo)
    _refuse(cls)
    made = _clone_deep(x, memo)
    if made is x:
        return x
    memo[id(x)] = made
    _deepen(x, made, cls, memo)
    if any(_has_state(cls)):
        return _restore(x, made, memo)
    for name, value in _belljar.own_attributes(made).items():
        _belljar.set_instance_attribute(made, name, deepcopy(value, memo))
    return made


def _clone_deep(x, memo):
    """A clone; of what cannot be changed afterwards, or not be read from here, one with deep copies inside."""
    if isinstance(x, tuple):
        items = [deepcopy(item, memo) for item in tuple.__iter__(x)]
        return _belljar.clone(x, tuple(items))
    if isinstance(x, frozenset):
        items = [deepcopy(item, memo) for item in frozenset.__iter__(x)]
        return _belljar.clone(x, frozenset(items))
    return _belljar.clone(x)


def _deepen(x, made, cls, memo):
    """Deep copies of the items of a class that derives from a built-in container."""
    if isinstance(x, list):
        made[:] = [deepcopy(item, memo) for item in list.__iter__(x)]
    elif isinstance(x, dict):
        items = list(dict.items(x))
        dict.clear(made)
        for key, value in items:
            made[deepcopy(key, memo)] = deepcopy(value, memo)
    elif isinstance(x, set):
        items = list(set.__iter__(x))
        set.clear(made)
        set.update(made, [deepcopy(item, memo) for item in items])
