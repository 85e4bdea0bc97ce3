"""collections.namedtuple: a tuple with named items.

The one generated function is `__new__`, so that its arguments are bound, and their errors told, as any
function's are.
"""
import _belljar
from _keywords import KEYWORDS




def _no_setting(self, value):
    raise AttributeError("can't set attribute")


def _no_deleting(self):
    raise AttributeError("can't delete attribute")


def _checked_names(typename, names, rename):
    if rename:
        seen = set()
        for index, name in enumerate(names):
            if not name.isidentifier() or name in KEYWORDS or name.startswith("_") or name in seen:
                names[index] = "_%d" % index
            seen.add(name)
    for name in [typename] + names:
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError("Type names and field names must be valid identifiers: %r" % (name,))
        if name in KEYWORDS:
            raise ValueError("Type names and field names cannot be a keyword: %r" % (name,))
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError("Field names cannot start with an underscore: %r" % (name,))
        if name in seen:
            raise ValueError("Encountered duplicate field name: %r" % (name,))
        seen.add(name)
    return names


def _make_new(typename, names, defaults):
    """__new__(_cls, a, b=default): compiled, for its signature."""
    values = {"_tuple_new": tuple.__new__}
    first_default = len(names) - len(defaults)
    parameters = ["_cls"]
    for index, name in enumerate(names):
        if index >= first_default:
            values["_default_%d" % index] = defaults[index - first_default]
            parameters.append("%s=_default_%d" % (name, index))
        else:
            parameters.append(name)
    items = ", ".join(names) + ("," if len(names) == 1 else "")
    source = "def __new__(%s):\n    return _tuple_new(_cls, (%s))\n" % (", ".join(parameters), items)
    made = _belljar.execute(source, values, "namedtuple_" + typename)["__new__"]
    _belljar.set_qualname(made, "__new__", typename + ".__new__")
    return made


def _item_getter(index):
    def get(self):
        return self[index]
    return get


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A new subclass of tuple whose items can be read as attributes."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = _checked_names(str(typename), list(map(str, field_names)), rename)
    typename = str(typename)
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > len(names):
        raise TypeError("Got more default values than field names")
    field_defaults = dict(zip(names[len(names) - len(defaults):], defaults))
    fields = tuple(names)
    count = len(fields)
    make_tuple = tuple.__new__

    def _make(cls, iterable):
        result = make_tuple(cls, iterable)
        if len(result) != count:
            raise TypeError("Expected %d arguments, got %d" % (count, len(result)))
        return result

    def _replace(self, /, **kwds):
        result = self._make(map(kwds.pop, fields, self))
        if kwds:
            raise ValueError("Got unexpected field names: %r" % (list(kwds),))
        return result

    def __repr__(self):
        return "%s(%s)" % (self.__class__.__name__,
                           ", ".join(["%s=%r" % pair for pair in zip(fields, self)]))

    def _asdict(self):
        return dict(zip(fields, self))

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        "__doc__": "%s(%s)" % (typename, ", ".join(fields)),
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": field_defaults,
        "__new__": _make_new(typename, fields, defaults),
        "_make": classmethod(_make),
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": fields,
    }
    for function in (_make, _replace, __repr__, _asdict, __getnewargs__):
        _belljar.set_qualname(function, function.__name__, typename + "." + function.__name__)
    for index, name in enumerate(fields):
        namespace[name] = property(_item_getter(index), _no_setting, _no_deleting, "Alias for field number %d" % index)
    namespace["__module__"] = module or "__main__"
    return _belljar.make_class(type, typename, (tuple,), namespace)
