"""dataclasses: classes whose __init__, __repr__, __eq__ … are written from their annotations.

`_process` reads the annotations of the class and the fields of its bases; `_Writer` collects the text of
the methods, which is compiled once for the class: their arguments are then bound, and their errors told, as
any function's are.
"""
import _belljar

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
    "astuple", "make_dataclass", "replace", "is_dataclass",
]


class FrozenInstanceError(AttributeError):
    """An assignment to a field of a frozen instance."""


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()

_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT = "__post_init__"

_KEYWORDS = frozenset(
    "False None True and as assert async await break class continue def del elif else except finally for from "
    "global if import in is lambda nonlocal not or pass raise return try while with yield".split())


class _FieldKind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FieldKind("_FIELD")
_FIELD_CLASSVAR = _FieldKind("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FieldKind("_FIELD_INITVAR")


class InitVar:
    """An annotation: an argument of __init__ that is no field, only __post_init__ sees it."""

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type):
            name = self.type.__name__
        else:
            name = repr(self.type)
        return "dataclasses.InitVar[%s]" % name

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """One field of a data class."""

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return ("Field(name=%r,type=%r,default=%r,default_factory=%r,init=%r,repr=%r,hash=%r,compare=%r,"
                "metadata=%s,kw_only=%r,_field_type=%s)"
                % (self.name, self.type, self.default, self.default_factory, self.init, self.repr, self.hash,
                   self.compare, "mappingproxy(%r)" % (self.metadata,), self.kw_only, self._field_type))

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
          metadata=None, kw_only=MISSING):
    """What is special about a field."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class _DataclassParams:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        return ("_DataclassParams(init=%r,repr=%r,eq=%r,order=%r,unsafe_hash=%r,frozen=%r)"
                % (self.init, self.repr, self.eq, self.order, self.unsafe_hash, self.frozen))


# --- fields ----------------------------------------------------------------------------------------


def _text_means(annotation, name):
    """Whether an annotation that is text says `name`, alone or after a module's name."""
    text = annotation.strip()
    head = text.split("[", 1)[0].strip()
    return head == name or head.endswith("." + name)


def _is_classvar(annotation):
    if isinstance(annotation, str):
        return _text_means(annotation, "ClassVar")
    return type(annotation).__module__ == "typing" and repr(annotation).startswith("typing.ClassVar")


def _is_initvar(annotation):
    if isinstance(annotation, str):
        return _text_means(annotation, "InitVar")
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    return annotation is KW_ONLY or (isinstance(annotation, str) and _text_means(annotation, "KW_ONLY"))


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if _is_slot(default):
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _FIELD
    if _is_classvar(annotation):
        made._field_type = _FIELD_CLASSVAR
    elif _is_initvar(annotation):
        made._field_type = _FIELD_INITVAR
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError("field %s cannot have a default factory" % made.name)
    if made._field_type in (_FIELD, _FIELD_INITVAR):
        if made.kw_only is MISSING:
            made.kw_only = kw_only
    elif made.kw_only is not MISSING:
        raise TypeError("field %s is a ClassVar but specifies kw_only" % made.name)
    if made._field_type is _FIELD and type(made.default).__hash__ is None:
        raise ValueError("mutable default %s for field %s is not allowed: use default_factory"
                         % (type(made.default), made.name))
    return made


def _is_slot(value):
    return type(value).__name__ == "member_descriptor"


def _own_fields(cls, kw_only):
    """The fields that the annotations of the class itself declare, in order."""
    own = _belljar.class_namespace(cls)
    annotations = own.get("__annotations__", {})
    found = []
    kw_only_seen = False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation):
            if kw_only_seen:
                raise TypeError("%r is KW_ONLY, but KW_ONLY has already been specified" % (name,))
            kw_only_seen = True
            kw_only = True
            continue
        found.append(_make_field(cls, name, annotation, kw_only))
    for made in found:
        if isinstance(own.get(made.name), Field):
            if made.default is MISSING:
                delattr(cls, made.name)
            else:
                setattr(cls, made.name, made.default)
    for name, value in own.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError("%r is a field but has no type annotation" % (name,))
    return found


# --- the methods -------------------------------------------------------------------------------------


class _Writer:
    """The text of a class's methods, and the values that it names."""

    def __init__(self):
        self.source = ""
        self.names = {
            "_dataclass_factory": _HAS_DEFAULT_FACTORY,
            "_dataclass_set": object.__setattr__,
            "_dataclass_delete": object.__delattr__,
            "_dataclass_frozen": FrozenInstanceError,
            "_dataclass_repr": _guarded_repr,
            "_dataclass_super_set": None,
        }

    def add(self, name, parameters, body):
        self.source += "def %s(%s):\n%s\n" % (name, ", ".join(parameters), "\n".join(" " + l for l in body))

    def functions(self, cls):
        if not self.source:
            return {}
        made = _belljar.execute(self.source, self.names, cls.__module__)
        found = {}
        for name, value in made.items():
            _belljar.set_qualname(value, name, "%s.%s" % (cls.__qualname__, name))
            found[name] = value
        return found


_repr_running = []


def _guarded_repr(self, text):
    """repr of an instance that may hold itself."""
    for other in _repr_running:
        if other is self:
            return "..."
    _repr_running.append(self)
    try:
        return self.__class__.__qualname__ + text(self)
    finally:
        _repr_running.pop()


def _tuple_text(owner, names):
    if not names:
        return "()"
    return "(%s,)" % ",".join("%s.%s" % (owner, name) for name in names)


def _write_init(writer, std_fields, kw_fields, frozen, has_post_init, self_name, slots):
    seen_default = False
    for f in std_fields:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = True
            elif seen_default:
                raise TypeError("non-default argument %r follows default argument" % (f.name,))
    parameters = [self_name]
    for f in std_fields:
        if f.init:
            parameters.append(_parameter(writer, f))
    kw_parameters = [_parameter(writer, f) for f in kw_fields if f.init]
    if kw_parameters:
        parameters.append("*")
        parameters.extend(kw_parameters)
    body = []
    init_vars = []
    for f in std_fields + kw_fields:
        if f._field_type is _FIELD_INITVAR:
            init_vars.append(f.name)
            continue
        value = _initial_value(writer, f, slots)
        if value is None:
            continue
        if frozen:
            body.append("_dataclass_set(%s, %r, %s)" % (self_name, f.name, value))
        else:
            body.append("%s.%s = %s" % (self_name, f.name, value))
    if has_post_init:
        body.append("%s.%s(%s)" % (self_name, _POST_INIT, ",".join(init_vars)))
    writer.add("__init__", parameters, body or ["pass"])


def _default_name(f):
    return "_dataclass_default_%s" % f.name


def _parameter(writer, f):
    if f.default is MISSING and f.default_factory is MISSING:
        return f.name
    if f.default is not MISSING:
        writer.names[_default_name(f)] = f.default
        return "%s=%s" % (f.name, _default_name(f))
    return "%s=_dataclass_factory" % f.name


def _initial_value(writer, f, slots):
    """The expression that __init__ gives the field; None: the class's attribute does."""
    if f.default_factory is not MISSING:
        writer.names[_default_name(f)] = f.default_factory
        if f.init:
            return "%s() if %s is _dataclass_factory else %s" % (_default_name(f), f.name, f.name)
        return "%s()" % _default_name(f)
    if f.init:
        return f.name
    if slots and f.default is not MISSING:
        writer.names[_default_name(f)] = f.default
        return _default_name(f)
    return None


def _write_repr(writer, shown):
    text = ", ".join("%s={self.%s!r}" % (f.name, f.name) for f in shown)
    writer.add("__repr__", ["self"], ["return _dataclass_repr(self, lambda self: f\"(%s)\")" % text])


def _write_comparison(writer, name, operator, names):
    writer.add(name, ["self", "other"], [
        "if other.__class__ is self.__class__:",
        " return %s%s%s" % (_tuple_text("self", names), operator, _tuple_text("other", names)),
        "return NotImplemented",
    ])


def _write_frozen(writer, cls, fields):
    writer.names["_dataclass_cls"] = cls
    names = tuple(f.name for f in fields)
    writer.names["_dataclass_names"] = names
    for method, arguments, verb in (("__setattr__", ["self", "name", "value"], "assign to"),
                                    ("__delattr__", ["self", "name"], "delete")):
        writer.add(method, arguments, [
            "if type(self) is _dataclass_cls or name in _dataclass_names:",
            " raise _dataclass_frozen(f\"cannot %s field {name!r}\")" % verb,
            "super(_dataclass_cls, self).%s(%s)" % (method, ", ".join(arguments[1:])),
        ])


# What becomes of __hash__, by (unsafe_hash, eq, frozen, the class has its own).
def _hash_action(cls, unsafe_hash, eq, frozen, has_explicit_hash):
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError("Cannot overwrite attribute __hash__ in class %s" % cls.__name__)
        return "add"
    if eq and frozen:
        return None if has_explicit_hash else "add"
    if eq:
        return None if has_explicit_hash else "none"
    return None


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
        if name in _KEYWORDS:
            raise TypeError("Field names must not be keywords: %r" % (name,))
        if name in annotations:
            raise TypeError("Field name duplicated: %r" % (name,))
        annotations[name] = annotation
    body["__annotations__"] = annotations
    body.setdefault("__module__", "types")
    cls = _belljar.make_class(type, cls_name, tuple(bases), body)
    return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
