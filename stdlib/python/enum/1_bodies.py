"""enum: enumerations and flags.

How a class becomes an enumeration. `EnumType.__prepare__` starts the namespace of the class body with
the body's record (`_Body`); `EnumType.__store__` sees every assignment as it happens, finds duplicates
and gives `auto()` its value, so that later lines see it. When the body is done, `EnumType.__new__` puts
a `_Definition` in each member's place and has the class made; each definition's `__set_name__` then makes
its member, in order, before any `__init_subclass__` runs.
"""
import _belljar

__all__ = [
    "EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
    "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
    "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS",
    "NAMED_FLAGS", "UNIQUE",
]

_builtin_property = property
_builtin_bin = bin

# The classes of this module that later code asks about; None while it is being made.
Enum = None
Flag = None
ReprEnum = None
EJECT = None
KEEP = None

_UNSET = object()
_BODY = "_enum_body_"
_SUNDER_ALLOWED = (
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
    "_iter_member_by_value_", "_iter_member_by_def_",
)
_FLAG_OPERATORS = ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__")


class nonmember:
    """Keeps a name of an enumeration's body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a name of an enumeration's body a member."""

    def __init__(self, value):
        self.value = value


class auto:
    """A value that the enumeration chooses: see _generate_next_value_."""

    def __init__(self, value=_UNSET):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % (self.value,)


class property:
    """An attribute of members that leaves its name free for a member: the class gives the member."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc
        self.name = None
        self.clsname = None
        self.member = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))
        if self.fget is not None:
            return self.fget(instance)
        if self.member is not None:
            return self.member
        raise AttributeError("%r member has no attribute %r" % (ownerclass, self.name))

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__

    def getter(self, function):
        return self._changed(function, self.fset, self.fdel)

    def setter(self, function):
        return self._changed(self.fget, function, self.fdel)

    def deleter(self, function):
        return self._changed(self.fget, self.fset, function)

    def _changed(self, fget, fset, fdel):
        made = type(self)(fget, fset, fdel, self.__doc__)
        made.name = self.name
        made.clsname = self.clsname
        return made


# --- the body of a class -------------------------------------------------------------------------

_DESCRIPTOR_TYPES = (
    type(lambda: None), staticmethod, classmethod, _builtin_property, property, type(len), type(str.upper),
)


def _is_descriptor(value):
    if isinstance(value, _DESCRIPTOR_TYPES):
        return True
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(class_name, name):
    pattern = "_%s__" % class_name
    if len(name) > len(pattern) and name.startswith(pattern):
        return name[-1:] != "_" or name[-2:-1] != "_"
    return False


def _is_single_bit(number):
    return number != 0 and number & (number - 1) == 0


def _high_bit(value):
    return value.bit_length() - 1


def bin(number, max_bits=None):
    """'0b0 101', '0b1 010': two's complement, its sign bit apart."""
    ceiling = 2 ** number.bit_length()
    if number >= 0:
        sign, digits = "0", _builtin_bin(number + ceiling)[3:]
    else:
        sign, digits = "1", _builtin_bin(~number ^ (ceiling - 1) + ceiling)[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign * max_bits + digits)[-max_bits:]
    return "0b%s %s" % (sign, digits)


class _Body:
    """What the body of an enumeration has said so far."""

    def __init__(self, class_name, generate):
        self.class_name = class_name
        self.generate = generate
        self.names = {}
        self.last_values = []
        self.ignored = []
        self.auto_called = False

    def see(self, namespace, key, value):
        """The value to store under `key`."""
        if _is_private(self.class_name, key):
            return value
        if _is_sunder(key):
            return self.see_sunder(key, value)
        if _is_dunder(key):
            return value
        if key in self.names:
            raise TypeError("%r already defined as %r" % (key, namespace[key]))
        if key in self.ignored:
            return value
        if isinstance(value, nonmember):
            return value.value
        if _is_descriptor(value) or self.is_inner_class(value):
            return value
        if key in namespace:
            raise TypeError("%r already defined as %r" % (key, namespace[key]))
        if isinstance(value, member):
            value = value.value
        value = self.resolve(key, value)
        self.names[key] = None
        self.last_values.append(value)
        return value

    def see_sunder(self, key, value):
        if key not in _SUNDER_ALLOWED:
            raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
        if key == "_generate_next_value_":
            if self.auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self.generate = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self.ignored = value
            already = set(value) & set(self.names)
            if already:
                raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))
        return value

    def is_inner_class(self, value):
        if not isinstance(value, type):
            return False
        return value.__qualname__.split(".")[-2:-1] == [self.class_name]

    def resolve(self, key, value):
        """`value` with each auto() of it replaced."""
        if isinstance(value, auto):
            return self.value_of(key, value)
        if type(value) is tuple and any(isinstance(part, auto) for part in value):
            return tuple(self.value_of(key, part) if isinstance(part, auto) else part for part in value)
        return value

    def value_of(self, key, automatic):
        if automatic.value is _UNSET:
            automatic.value = self.generate(key, 1, len(self.names), self.last_values[:])
        self.auto_called = True
        return automatic.value


class _Definition:
    """Stands for a member in the namespace until the class exists, then makes it."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, enum_class, name):
        _belljar.delete_class_attribute(enum_class, name)
        made = self.make(enum_class)
        made._name_ = name
        made.__objclass__ = enum_class
        args = self.arguments(enum_class)
        made.__init__(*args)
        made._sort_order_ = len(enum_class._member_names_)
        made = self.register(enum_class, name, made)
        _publish(enum_class, name, made)
        enum_class._member_map_[name] = made
        try:
            enum_class._value2member_map_.setdefault(made._value_, made)
        except TypeError:
            enum_class._unhashable_values_.append(made._value_)

    def arguments(self, enum_class):
        args = self.value if isinstance(self.value, tuple) else (self.value,)
        return (args,) if enum_class._member_type_ is tuple else args

    def make(self, enum_class):
        args = self.arguments(enum_class)
        if enum_class._use_args_:
            made = enum_class._new_member_(enum_class, *args)
        else:
            made = enum_class._new_member_(enum_class)
        if not hasattr(made, "_value_"):
            if enum_class._member_type_ is object:
                made._value_ = self.value
            else:
                try:
                    made._value_ = enum_class._member_type_(*args)
                except Exception as error:
                    failure = TypeError("_value_ not set in __new__, unable to create it")
                    failure.__cause__ = error
                    raise failure
        return made

    def register(self, enum_class, name, made):
        """Counts the member in, unless it is an alias: gives the member that has the value already."""
        value = made._value_
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        known = _member_of_value(enum_class, value)
        if known is not None:
            made = known
        elif not is_flag:
            enum_class._member_names_.append(name)
        elif not isinstance(value, int):
            raise TypeError("%r is not a valid %s" % (value, enum_class.__qualname__))
        elif _is_single_bit(value):
            enum_class._member_names_.append(name)
        return made


def _member_of_value(enum_class, value):
    try:
        return enum_class._value2member_map_.get(value)
    except TypeError:
        for known in enum_class._member_map_.values():
            if known._value_ == value:
                return known
    return None


def _publish(enum_class, name, made):
    """The class attribute of a member: itself, or where a base has a property of that name, one more."""
    for base in enum_class.__mro__[1:]:
        found = _belljar.class_namespace(base).get(name)
        if isinstance(found, (property, _builtin_property)):
            redirect = property(found.fget, found.fset, found.fdel)
            redirect.__set_name__(enum_class, name)
            redirect.member = made
            made = redirect
            break
    _belljar.set_class_attribute(enum_class, name, made)


