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


