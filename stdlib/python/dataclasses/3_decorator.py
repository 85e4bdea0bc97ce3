# --- the decorator -----------------------------------------------------------------------------------


def _collect(cls, params_frozen, kw_only):
    """All fields of the class, those of its bases first; and the check of frozen against the bases."""
    fields = {}
    any_frozen_base = False
    has_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is None:
            continue
        has_bases = True
        for f in base_fields.values():
            fields[f.name] = f
        if getattr(base, _PARAMS).frozen:
            any_frozen_base = True
    own = _own_fields(cls, kw_only)
    for f in own:
        fields[f.name] = f
    if has_bases:
        if any_frozen_base and not params_frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any_frozen_base and params_frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return fields


def _set_new(cls, name, value):
    """Sets a method that the class does not define; True: it does."""
    if name in _belljar.class_namespace(cls):
        return True
    setattr(cls, name, value)
    return False


def _annotation_text(annotation):
    """As inspect shows it."""
    if isinstance(annotation, type) and type(annotation).__name__ != "GenericAlias":
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    text = repr(annotation)
    return text.replace("typing.", "") if getattr(annotation, "__module__", None) == "typing" else text


def _signature_text(cls, std_fields, kw_fields, has_init):
    """The arguments of the class, for its __doc__."""
    if not has_init:
        return "()" if cls.__init__ is object.__init__ else "(*args, **kwargs)"
    parts = []
    for f in [*std_fields, *(["*"] if kw_fields else []), *kw_fields]:
        if f == "*":
            parts.append(f)
            continue
        text = "%s: %s" % (f.name, _annotation_text(f.type))
        if f.default is not MISSING:
            text += " = %r" % (f.default,)
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        parts.append(text)
    return "(%s)" % ", ".join(parts)


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = _collect(cls, frozen, kw_only)
    own = _belljar.class_namespace(cls)
    setattr(cls, _FIELDS, fields)
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    own_hash = own.get("__hash__", MISSING)
    has_explicit_hash = not (own_hash is MISSING or (own_hash is None and "__eq__" in own))
    if order and not eq:
        raise ValueError("eq must be true if order is true")

    all_fields = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std_fields = [f for f in all_fields if f.init and not f.kw_only]
    kw_fields = [f for f in all_fields if f.init and f.kw_only]
    no_init = [f for f in all_fields if not f.init]
    real = [f for f in fields.values() if f._field_type is _FIELD]
    compared = [f.name for f in real if f.compare]

    writer = _Writer()
    if init:
        ordered = [f for f in all_fields if not f.kw_only or not f.init]
        self_name = "__dataclass_self__" if "self" in fields else "self"
        _write_init(writer, ordered, kw_fields, frozen, hasattr(cls, _POST_INIT), self_name, slots)
    if repr:
        _write_repr(writer, [f for f in real if f.repr])
    if eq:
        _write_comparison(writer, "__eq__", "==", compared)
    if order:
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            _write_comparison(writer, name, operator, compared)
    if frozen:
        _write_frozen(writer, cls, real)
    action = _hash_action(cls, unsafe_hash, eq, frozen, has_explicit_hash)
    if action == "add":
        hashed = [f.name for f in real if (f.compare if f.hash is None else f.hash)]
        writer.add("__hash__", ["self"], ["return hash(%s)" % _tuple_text("self", hashed)])
    made = writer.functions(cls)

    for name in ("__init__", "__repr__", "__eq__"):
        if name in made:
            _set_new(cls, name, made[name])
    for name in ("__lt__", "__le__", "__gt__", "__ge__"):
        if name in made and _set_new(cls, name, made[name]):
            raise TypeError("Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering"
                            % (name, cls.__name__))
    for name in ("__setattr__", "__delattr__"):
        if name in made and _set_new(cls, name, made[name]):
            raise TypeError("Cannot overwrite attribute %s in class %s" % (name, cls.__name__))
    if action == "add":
        cls.__hash__ = made["__hash__"]
    elif action == "none":
        cls.__hash__ = None
    if not getattr(cls, "__doc__", None):
        _belljar.set_own(cls, "__doc__", cls.__name__ + _signature_text(cls, std_fields, kw_fields, init))
    if match_args:
        _set_new(cls, "__match_args__", tuple(f.name for f in std_fields))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    return _with_slots(cls, real) if slots else cls


def _with_slots(cls, fields):
    """The class again, with __slots__."""
    namespace = _belljar.class_namespace(cls)
    if "__slots__" in namespace:
        raise TypeError("%s already specifies __slots__" % cls.__name__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = _belljar.class_namespace(base).get("__slots__", ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    names = tuple(f.name for f in fields)
    namespace["__slots__"] = tuple(name for name in names if name not in inherited)
    for name in names:
        namespace.pop(name, None)
    namespace["__qualname__"] = cls.__qualname__
    namespace["__module__"] = cls.__module__
    return _belljar.make_class(type(cls), cls.__name__, cls.__bases__, namespace)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Adds the methods that the annotations of the class ask for."""

    def decorate(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                        weakref_slot)

    return decorate if cls is None else decorate(cls)


# --- functions on instances ----------------------------------------------------------------------------


def fields(class_or_instance):
    """The fields of a data class or of an instance, as a tuple."""
    found = getattr(class_or_instance, _FIELDS, None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_instance(value):
    return not isinstance(value, type) and hasattr(type(value), _FIELDS)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def _convert(value, convert_instance, deep_copy):
    """`value` with every data class instance in it converted."""
    if _is_instance(value):
        return convert_instance(value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[_convert(v, convert_instance, deep_copy) for v in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_convert(v, convert_instance, deep_copy) for v in value])
    if isinstance(value, dict):
        return type(value)([(_convert(k, convert_instance, deep_copy), _convert(v, convert_instance, deep_copy))
                            for k, v in value.items()])
    return deep_copy(value)


def asdict(obj, *, dict_factory=dict):
    """An instance as a dict, and the instances in it."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    from copy import deepcopy

    def convert_instance(value):
        return dict_factory([(f.name, _convert(getattr(value, f.name), convert_instance, deepcopy))
                             for f in fields(value)])

    return convert_instance(obj)


def astuple(obj, *, tuple_factory=tuple):
    """An instance as a tuple, and the instances in it."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    from copy import deepcopy

    def convert_instance(value):
        return tuple_factory([_convert(getattr(value, f.name), convert_instance, deepcopy)
                              for f in fields(value)])

    return convert_instance(obj)


def replace(obj, /, **changes):
    """A new instance with some fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(
                    "field %s is declared with init=False, it cannot be specified with replace()" % f.name)
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError("InitVar %r must be specified with replace()" % (f.name,))
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False,
                   weakref_slot=False):
    """A data class from a list of names, (name, type) and (name, type, field)."""
    body = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, body[item[0]] = item
        else:
            raise TypeError("Invalid field: %r" % (item,))
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError("Field names must be valid identifiers: %r" % (name,))
        if name in KEYWORDS:
            raise TypeError("Field names must not be keywords: %r" % (name,))
        if name in annotations:
            raise TypeError("Field name duplicated: %r" % (name,))
        annotations[name] = annotation
    body["__annotations__"] = annotations
    body.setdefault("__module__", "types")
    cls = _belljar.make_class(type, cls_name, tuple(bases), body)
    return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
