"""functools: functions that take or make functions."""
import _belljar
from _functools import LruMiss as _LruMiss, LruStore as _LruStore, cmp_to_key, partial, reduce

__all__ = [
    "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "cache", "cached_property", "cmp_to_key", "lru_cache", "partial",
    "partialmethod", "reduce", "singledispatch", "singledispatchmethod", "total_ordering", "update_wrapper",
    "wraps",
]

# --- wrappers ---------------------------------------------------------------------------------------

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)
_absent = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes `wrapper` look like the function that it wraps."""
    for name in assigned:
        value = getattr(wrapped, name, _absent)
        if value is not _absent:
            try:
                setattr(wrapper, name, value)
            except AttributeError:  # a function here cannot move to another module
                pass
    for name in updated:
        if name == "__dict__":
            for key, value in _belljar.own_attributes(wrapped).items():
                setattr(wrapper, key, value)
        else:
            getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# --- total_ordering ---------------------------------------------------------------------------------
#
# Each missing comparison is made from one that the class has: `a > b` of a class with __lt__ is
# "not a < b, and a != b". An answer of NotImplemented is passed on.


def _negated(method):
    def compare(self, other):
        answer = method(type(self), self, other)
        return answer if answer is NotImplemented else not answer

    return compare


def _or_equal(method):
    def compare(self, other):
        answer = method(type(self), self, other)
        if answer is NotImplemented:
            return answer
        return answer or self == other

    return compare


def _and_different(method):
    def compare(self, other):
        answer = method(type(self), self, other)
        if answer is NotImplemented:
            return answer
        return answer and self != other

    return compare


def _negated_and_different(method):
    def compare(self, other):
        answer = method(type(self), self, other)
        if answer is NotImplemented:
            return answer
        return not answer and self != other

    return compare


def _negated_or_equal(method):
    def compare(self, other):
        answer = method(type(self), self, other)
        if answer is NotImplemented:
            return answer
        return not answer or self == other

    return compare


def _lt(cls, a, b):
    return cls.__lt__(a, b)


def _le(cls, a, b):
    return cls.__le__(a, b)


def _gt(cls, a, b):
    return cls.__gt__(a, b)


def _ge(cls, a, b):
    return cls.__ge__(a, b)


# The comparison that a class has, in the order of preference; what the other three are made of.
_ORDERINGS = (
    ("__lt__", (("__gt__", _negated_and_different, _lt), ("__le__", _or_equal, _lt), ("__ge__", _negated, _lt))),
    ("__le__", (("__ge__", _negated_or_equal, _le), ("__lt__", _and_different, _le), ("__gt__", _negated, _le))),
    ("__gt__", (("__lt__", _negated_and_different, _gt), ("__ge__", _or_equal, _gt), ("__le__", _negated, _gt))),
    ("__ge__", (("__le__", _negated_or_equal, _ge), ("__gt__", _and_different, _ge), ("__lt__", _negated, _ge))),
)


def total_ordering(cls):
    """Class decorator: completes the comparisons of a class that has one of < <= > >=."""
    defined = {
        name for name, _ in _ORDERINGS if getattr(cls, name, None) is not getattr(object, name, None)
    }
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(defined)  # __lt__ to __le__ to __gt__ to __ge__
    for name, others in _ORDERINGS:
        if name != root:
            continue
        for other, make, method in others:
            if other in defined:
                continue
            function = make(method)
            _belljar.set_qualname(function, other, other)
            setattr(cls, other, function)
    return cls


# --- caches -----------------------------------------------------------------------------------------


def lru_cache(maxsize=128, typed=False):
    """Decorator: remembers the results of the latest `maxsize` calls (None: of all)."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        return _cached(function, maxsize, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _cached(function, maxsize, typed)

    return decorate


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


def _cached(function, maxsize, typed):
    if not callable(function):
        raise TypeError("the first argument must be callable")
    results = _LruStore(maxsize, bool(typed))
    find = results.find
    store = results.store

    if maxsize == 0:

        def wrapper(*args, **kwds):
            results.miss()
            return function(*args, **kwds)

    else:

        def wrapper(*args, **kwds):
            result = find(args, kwds)
            if type(result) is _LruMiss:
                miss = result
                result = function(*args, **kwds)
                store(miss, result)
            return result

    def cache_info():
        return _cache_info_class()(*results.info())

    def cache_clear():
        results.clear()

    def cache_parameters():
        return {"maxsize": maxsize, "typed": typed}

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = cache_parameters
    return update_wrapper(wrapper, function)


_made = []


def _cache_info_class():
    """CacheInfo, made when it is first asked for: most programs never do."""
    if not _made:
        from _namedtuple import namedtuple

        _made.append(namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools"))
    return _made[0]


class cached_property:
    """A property whose value is computed once and then kept as an attribute of the object."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                "(%r and %r)." % (self.attrname, name)
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        value = self.func(instance)
        _belljar.set_instance_attribute(instance, self.attrname, value)
        return value

    def __class_getitem__(cls, item):
        return cls


# --- partialmethod ----------------------------------------------------------------------------------


class partialmethod:
    """A method with arguments bound beforehand."""

    def __init__(self, func, /, *args, **keywords):
        _check_method(func)
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func)]
        parts += map(repr, self.args)
        parts += ["%s=%r" % item for item in self.keywords.items()]
        return "functools.partialmethod(%s)" % (", ".join(parts),)

    def __get__(self, obj, cls=None):
        func = self.func
        if not isinstance(func, _FUNCTION):
            bound = _bound(func, obj, cls)
            if bound is not func:
                return partial(bound, *self.args, **self.keywords)
        args = self.args
        keywords = self.keywords

        def method(self, /, *more, **others):
            return func(self, *args, *more, **{**keywords, **others})

        if obj is None:
            return method
        return _belljar.bind_method(method, obj)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    def __class_getitem__(cls, item):
        return cls


def _check_method(func):
    if not callable(func) and not isinstance(func, _WRAPPERS) and not hasattr(func, "__get__"):
        raise TypeError("%r is not callable or a descriptor" % (func,))


def _bound(func, obj, cls):
    """What reading `func`, found in a class, through the object or the class gives."""
    if isinstance(func, staticmethod):
        return func.__func__
    if isinstance(func, classmethod):
        return _belljar.bind_method(func.__func__, type(obj) if cls is None else cls)
    if isinstance(func, _FUNCTION):
        return func if obj is None else _belljar.bind_method(func, obj)
    if hasattr(func, "__get__"):
        return func.__get__(obj, cls)
    return func


_FUNCTION = type(_bound)
_WRAPPERS = (staticmethod, classmethod, property)

# --- singledispatch ---------------------------------------------------------------------------------


def _distance(cls, registered):
    """How near a registered class is: its place in the MRO, or behind all of it for an abstract one."""
    mro = cls.__mro__
    return mro.index(registered) if registered in mro else len(mro)


def _dispatch(cls, registry):
    for base in cls.__mro__[:-1]:
        if base in registry:
            best = base
            break
    else:
        best = object
    # Abstract base classes that the class fits count between the classes of the MRO.
    fitting = [
        known
        for known in registry
        if known is not object and known not in cls.__mro__ and _fits(cls, known)
    ]
    fitting = [
        known
        for known in fitting
        if not any(other is not known and issubclass(other, known) for other in fitting)
    ]
    if fitting and best is not object:
        # One that the best class itself does not fit belongs to a class before it.
        fitting = [known for known in fitting if not _fits(best, known)]
    if not fitting:
        return registry.get(best)
    if len(fitting) > 1:
        raise RuntimeError("Ambiguous dispatch: %r or %r" % (fitting[0], fitting[1]))
    return registry[fitting[0]]


def _fits(cls, known):
    try:
        return issubclass(cls, known)
    except TypeError:
        return False


def singledispatch(func):
    """A function that chooses by the class of its first argument among those registered."""
    registry = {object: func}
    chosen = {}
    name = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        if cls not in chosen:
            chosen[cls] = _dispatch(cls, registry)
        return chosen[cls]

    def register(cls, func=None):
        if _may_dispatch(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(
                    "Invalid first argument to `register()`. %r is not a class or union type." % (cls,)
                )
            noted = cls.__func__ if isinstance(cls, (classmethod, staticmethod)) else cls
            annotations = getattr(noted, "__annotations__", {})
            if not annotations:
                raise TypeError(
                    "Invalid first argument to `register()`: %r. "
                    "Use either `@register(some_class)` or plain `@register` "
                    "on an annotated function." % (cls,)
                )
            func = cls
            argname, cls = next(iter(annotations.items()))
            if not _may_dispatch(cls):
                raise TypeError(
                    "Invalid annotation for %r. %r %s."
                    % (argname, cls, "not all arguments are classes" if _is_union(cls) else "is not a class")
                )
        for one in cls.__args__ if _is_union(cls) else (cls,):
            registry[one] = func
        chosen.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError("%s requires at least 1 positional argument" % (name,))
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = chosen.clear
    return update_wrapper(wrapper, func)


def _is_class(cls):
    return isinstance(cls, type) and type(cls).__name__ != "GenericAlias"


def _may_dispatch(cls):
    return _is_class(cls) or (_is_union(cls) and all(map(_is_class, cls.__args__)))


def _is_union(cls):
    return type(cls).__name__ in ("UnionType", "_UnionGenericAlias")


class singledispatchmethod:
    """singledispatch by the first argument behind self."""

    def __init__(self, func):
        _check_method(func)
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch

        def method(*args, **kwargs):
            return _bound(dispatch(args[0].__class__), obj, cls)(*args, **kwargs)

        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        update_wrapper(method, self.func)
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
