"""abc: abstract base classes.

What is known of an abstract base class (its registered classes, the classes derived from it, answers given
before) stands in a record of this module, not in the class.
"""
import _belljar


class _Record:
    __slots__ = ("registry", "derived", "yes", "no", "age")

    def __init__(self):
        self.registry = []
        self.derived = []
        self.yes = set()
        self.no = set()  # valid while `age` is the current one
        self.age = 0


_records = {}
# `age` grows with each registration, which makes negative answers void; `inner` counts the checks under
# way that ask about further classes.
_state = {"age": 0, "inner": 0}


def _within_check():
    """True in a __subclasshook__ that no issubclass() of a program has called directly."""
    return _state["inner"] > 0


def _is_abstract(value):
    if isinstance(value, property):
        return any(_is_abstract(part) for part in (value.fget, value.fset, value.fdel))
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    return bool(getattr(value, "__isabstractmethod__", False))


def _abstract_names(cls, namespace):
    names = [name for name, value in namespace.items() if _is_abstract(value)]
    for base in cls.__bases__:
        for name in _belljar.own(base, "__abstractmethods__", ()):
            if name not in names and _is_abstract(_belljar.lookup(cls, name, None)):
                names.append(name)
    return frozenset(names)


class ABCMeta(type):
    """Metaclass of the classes that have abstract methods and registered subclasses."""

    def __new__(mcls, name, bases, namespace, /, **keywords):
        cls = _belljar.make_class(mcls, name, bases, namespace, keywords)
        _belljar.set_abstract(cls, _abstract_names(cls, namespace))
        _records[cls] = _Record()
        for base in bases:
            record = _records.get(base)
            if record is not None:
                record.derived.append(cls)
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        flags = _belljar.lookup(cls, "__abc_tpflags__", None)
        if flags is not None:
            _belljar.set_own(subclass, "__abc_tpflags__", flags)  # what patterns match it as
        _records[cls].registry.append(subclass)
        _state["age"] += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if subclass in _records[cls].yes:
            return True
        kind = type(instance)
        _state["inner"] += 1
        try:
            return cls.__subclasscheck__(subclass) or (
                kind is not subclass and cls.__subclasscheck__(kind)
            )
        finally:
            _state["inner"] -= 1

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        record = _records[cls]
        if subclass in record.yes:
            return True
        if record.age != _state["age"]:
            record.no = set()
            record.age = _state["age"]
        elif subclass in record.no:
            return False
        answer = _check(cls, subclass, record)
        (record.yes if answer else record.no).add(subclass)
        return answer


def _check(cls, subclass, record):
    hook = getattr(cls, "__subclasshook__", None)
    if hook is not None:
        answer = hook(subclass)
        if answer is not NotImplemented:
            return bool(answer)
    if cls in subclass.__mro__:
        return True
    _state["inner"] += 1
    try:
        return any(issubclass(subclass, other) for other in record.registry + record.derived)
    finally:
        _state["inner"] -= 1


class ABC(metaclass=ABCMeta):
    """A class to derive from instead of naming the metaclass."""

    __slots__ = ()


def abstractmethod(funcobj):
    """Marks a method that derived classes must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


def abstractclassmethod(callable):
    return classmethod(abstractmethod(callable))


def abstractstaticmethod(callable):
    return staticmethod(abstractmethod(callable))


def abstractproperty(fget=None, fset=None, fdel=None, doc=None):
    return property(abstractmethod(fget), fset, fdel, doc)


def get_cache_token():
    return _state["age"]


def update_abstractmethods(cls):
    """Looks again at which methods of the class are abstract."""
    if cls in _records:
        _belljar.set_abstract(cls, _abstract_names(cls, _belljar.class_namespace(cls)))
    return cls
