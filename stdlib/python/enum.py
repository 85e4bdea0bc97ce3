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


# --- the class of enumerations ---------------------------------------------------------------------


class EnumType(type):
    """Metaclass of Enum."""

    def __prepare__(metacls, name, bases):
        metacls._check_for_existing_members_(name, bases)
        data_type, first_enum = metacls._get_mixins_(name, bases)
        generate = getattr(first_enum, "_generate_next_value_", None)
        return {_BODY: _Body(name, generate)}

    @staticmethod
    def __store__(namespace, key, value):
        return namespace[_BODY].see(namespace, key, value)

    def __new__(metacls, name, bases, namespace, *, boundary=None, **keywords):
        body = namespace.pop(_BODY)
        for ignored in body.ignored:
            namespace.pop(ignored, None)
        namespace.pop("_ignore_", None)
        order = namespace.pop("_order_", None)
        invalid = set(body.names) & {"mro", ""}
        if invalid:
            raise ValueError("invalid enum member name(s) %s" % ",".join(repr(n) for n in invalid))
        data_type, first_enum = metacls._get_mixins_(name, bases)
        maker, keep_maker, use_args = metacls._find_new_(namespace, data_type, first_enum)
        bits = 0
        for key in body.names:
            if isinstance(namespace[key], int):
                bits |= namespace[key]
            namespace[key] = _Definition(namespace[key])
        namespace["_new_member_"] = maker
        namespace["_use_args_"] = use_args
        namespace["_member_names_"] = []
        namespace["_member_map_"] = {}
        namespace["_value2member_map_"] = {}
        namespace["_unhashable_values_"] = []
        namespace["_member_type_"] = data_type
        namespace["_value_repr_"] = metacls._find_data_repr_(name, bases)
        namespace["_boundary_"] = boundary or getattr(first_enum, "_boundary_", None)
        namespace["_flag_mask_"] = bits
        namespace["_all_bits_"] = 2 ** bits.bit_length() - 1
        namespace["_inverted_"] = None
        if "_generate_next_value_" in namespace and not isinstance(namespace["_generate_next_value_"], staticmethod):
            namespace["_generate_next_value_"] = staticmethod(namespace["_generate_next_value_"])
        defined = set(namespace)
        enum_class = _belljar.make_class(metacls, name, bases, namespace, keywords)
        metacls._choose_text_methods(enum_class, defined, bases, data_type, first_enum)
        if Flag is not None and issubclass(enum_class, Flag):
            for operator in _FLAG_OPERATORS:
                if operator not in defined:
                    _belljar.set_class_attribute(enum_class, operator, getattr(Flag, operator))
        if Enum is not None:
            if keep_maker:
                _belljar.set_class_attribute(enum_class, "__new_member__", namespace["__new__"])
            _belljar.set_class_attribute(enum_class, "__new__", _belljar.class_namespace(Enum)["__new__"])
        if Flag is not None and issubclass(enum_class, Flag):
            metacls._finish_flag(enum_class)
        if order is not None:
            metacls._check_order(enum_class, order)
        return enum_class

    @staticmethod
    def _choose_text_methods(enum_class, defined, bases, data_type, first_enum):
        """repr, str and format: the enumeration's, where neither the body nor the data type has one."""
        if ReprEnum is not None and ReprEnum in bases:
            if data_type is object:
                raise TypeError(
                    "ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
            if "__format__" not in defined:
                _belljar.set_class_attribute(enum_class, "__format__", data_type.__format__)
                defined.add("__format__")
            if "__str__" not in defined:
                method = data_type.__str__
                if method is object.__str__ or method == object.__str__:
                    method = data_type.__repr__
                _belljar.set_class_attribute(enum_class, "__str__", method)
                defined.add("__str__")
        if first_enum is None:
            return
        for name in ("__repr__", "__str__", "__format__"):
            if name in defined:
                continue
            found = getattr(enum_class, name)
            if found == getattr(data_type, name) or found == getattr(object, name):
                _belljar.set_class_attribute(enum_class, name, getattr(first_enum, name))

    @staticmethod
    def _finish_flag(enum_class):
        singles = 0
        for flag in enum_class._member_map_.values():
            if _is_single_bit(flag._value_):
                singles |= flag._value_
        _belljar.set_class_attribute(enum_class, "_flag_mask_", singles)
        names = [enum_class._member_map_[name]._value_ for name in enum_class._member_names_]
        if sorted(names) != names:
            iterate = _belljar.class_namespace(Flag)["_iter_member_by_def_"]
            _belljar.set_class_attribute(enum_class, "_iter_member_", iterate)

    @staticmethod
    def _check_order(enum_class, order):
        if isinstance(order, str):
            order = order.replace(",", " ").split()
        members = enum_class._member_map_
        wanted = [n for n in order if n in enum_class._member_names_ or n not in members]
        if enum_class._member_names_ != wanted:
            raise TypeError("member order does not match _order_:\n  %r\n  %r"
                            % (enum_class._member_names_, order))

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start,
                            boundary=boundary)

    def __contains__(cls, candidate):
        if not isinstance(candidate, Enum):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"
                            % (type(candidate).__qualname__, type(cls).__qualname__))
        return isinstance(candidate, cls) and candidate._name_ in cls._member_map_

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, name))
        _belljar.delete_class_attribute(cls, name)

    def __setattr__(cls, name, value):
        if name in _belljar.class_namespace(cls).get("_member_map_", ()):
            raise AttributeError("cannot reassign member %r" % (name,))
        _belljar.set_class_attribute(cls, name, value)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__"}
        names.update(cls._member_names_)
        names.update(n for n in _belljar.class_namespace(cls) if n[:1] != "_")
        return sorted(names)

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        return dict(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return "<%s %r>" % (kind, cls.__name__)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """Enum("Name", "A B C"): the same class as a statement would make."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(metacls, class_name, bases)
        body = namespace[_BODY]
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            generate = body.generate or cls._generate_next_value_
            values, pairs = [], []
            for count, name in enumerate(names):
                value = generate(name, start, count, values[:])
                values.append(value)
                pairs.append((name, value))
            names = pairs
        for item in names:
            if isinstance(item, str):
                name, value = item, names[item]
            else:
                name, value = item
            namespace[name] = body.see(namespace, name, value)
        namespace["__module__"] = module or "__main__"
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    @staticmethod
    def _check_for_existing_members_(class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if Enum is not None and issubclass(base, Enum) and base._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _get_mixins_(metacls, class_name, bases):
        """(the data type of the members, the first enumeration among the bases)."""
        if not bases or Enum is None:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError(
                "new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return metacls._find_data_type_(class_name, bases) or object, first_enum

    @staticmethod
    def _find_data_type_(class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if issubclass(base, Enum):
                    if base._member_type_ is not object:
                        if base._member_type_ not in found:
                            found.append(base._member_type_)
                        break
                    continue
                own = _belljar.class_namespace(base)
                if "__new__" in own or "__init__" in own:
                    if (candidate or base) not in found:
                        found.append(candidate or base)
                    break
                candidate = candidate or base
        if len(found) > 1:
            raise TypeError("too many data types for %r: %r" % (class_name, set(found)))
        return found[0] if found else None

    @staticmethod
    def _find_data_repr_(class_name, bases):
        """The repr for values that a data type among the bases brings along."""
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if Enum is not None and issubclass(base, Enum):
                    return base._value_repr_
                own = _belljar.class_namespace(base)
                if "__repr__" in own:
                    return own["__repr__"]
        return None

    @staticmethod
    def _find_new_(namespace, data_type, first_enum):
        """(what makes a member, whether the body's __new__ must be kept, whether it takes the value)."""
        maker = namespace.get("__new__")
        if isinstance(maker, staticmethod):
            maker = maker.__func__
        keep = first_enum is not None and maker is not None
        if maker is None:
            base_maker = None if Enum is None else Enum.__new__
            for name in ("__new_member__", "__new__"):
                for owner in (data_type, first_enum):
                    found = getattr(owner, name, None)
                    if found is None or found == object.__new__ or found == base_maker:
                        continue
                    maker = found
                    break
                if maker is not None:
                    break
            else:
                maker = object.__new__
        use_args = not (first_enum is None or maker == object.__new__)
        return maker, keep, use_args


EnumMeta = EnumType


def _make_enum_base():
    class Enum(metaclass=EnumType):
        """Base of enumerations."""

        def __new__(cls, value):
            if type(value) is cls:
                return value
            known = _member_of_value(cls, value)
            if known is not None:
                return known
            failure = None
            result = None
            try:
                result = cls._missing_(value)
            except Exception as error:
                failure = error
            if isinstance(result, cls):
                return result
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            invalid = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
            if failure is None:
                if result is None:
                    raise invalid
                failure = TypeError("error in %s._missing_: returned %r instead of None or a valid member"
                                    % (cls.__name__, result))
            if not isinstance(failure, ValueError):
                failure.__context__ = invalid
            raise failure

        def __init__(self, *args, **kwds):
            pass

        @staticmethod
        def _generate_next_value_(name, start, count, last_values):
            if not last_values:
                return start
            try:
                last = sorted(last_values)[-1]
            except TypeError:
                last = last_values[-1]
            try:
                return last + 1
            except TypeError:
                raise TypeError("unable to increment %r" % (last,)) from None

        @classmethod
        def _missing_(cls, value):
            return None

        def __repr__(self):
            write = self.__class__._value_repr_ or repr
            return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, write(self._value_))

        def __str__(self):
            return "%s.%s" % (self.__class__.__name__, self._name_)

        def __dir__(self):
            names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
            for base in type(self).__mro__:
                names.update(n for n in _belljar.class_namespace(base)
                             if n[:1] != "_" and n not in self._member_map_)
            return sorted(names)

        def __format__(self, format_spec):
            return str.__format__(str(self), format_spec)

        def __hash__(self):
            return hash(self._name_)

        def __copy__(self):
            return self

        def __deepcopy__(self, memo):
            return self

        @property
        def name(self):
            """The name of the member."""
            return self._name_

        @property
        def value(self):
            """The value of the member."""
            return self._value_

    return Enum


Enum = _make_enum_base()
_belljar.set_qualname(Enum, "Enum", "Enum")


class ReprEnum(Enum):
    """Changes only the repr: str() and format() are the data type's."""


class IntEnum(int, ReprEnum):
    """Members are ints, too."""


class StrEnum(str, ReprEnum):
    """Members are strs, too."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError("encoding must be a string, not %r" % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError("errors must be a string, not %r" % (values[2]))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of bits that no member of a Flag has."""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=CONFORM):
    """Members that combine by bits."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** (_high_bit(last) + 1)
        except Exception:
            raise TypeError("invalid flag value %r" % last) from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        bits = value & cls._flag_mask_
        while bits:
            lowest = bits & (~bits + 1)
            yield cls._value2member_map_.get(lowest)
            bits ^= lowest

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda flag: flag._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """The member for a combination of bits, made now and remembered."""
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        flag_mask, all_bits = cls._flag_mask_, cls._all_bits_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ flag_mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), flag_mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s"
                                 % (cls, value, bin(value, width), bin(flag_mask, width)))
            if cls._boundary_ is CONFORM:
                value = value & flag_mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP:
                if value < 0:
                    value = max(all_bits + 1, 2 ** value.bit_length()) + value
            else:
                raise ValueError("%r unknown flag boundary %r" % (cls, cls._boundary_))
        negative = None
        if value < 0:
            negative = value
            value = all_bits + 1 + value
        unknown = value & ~flag_mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError("%s(%r) -->  unknown values %r [%s]" % (cls.__name__, value, unknown, bin(unknown)))
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        known = value & flag_mask
        made._name_ = "|".join([part._name_ for part in cls._iter_member_(known)]) if known else None
        if known and unknown:
            made._name_ += "|%s" % cls._numeric_repr_(unknown)
        if not unknown:
            made = cls._value2member_map_.setdefault(value, made)
            if negative is not None:
                cls._value2member_map_[negative] = made
        return made

    _numeric_repr_ = repr

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r"
                            % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__
        write = cls._value_repr_ or repr
        if self._name_ is None:
            return "<%s: %s>" % (cls.__name__, write(self._value_))
        return "<%s.%s: %s>" % (cls.__name__, self._name_, write(self._value_))

    def __str__(self):
        cls = self.__class__
        if self._name_ is None:
            return "%s(%r)" % (cls.__name__, self._value_)
        return "%s.%s" % (cls.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        """The bits of the other side of an operator, or NotImplemented."""
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        bits = self._operand(other)
        return NotImplemented if bits is NotImplemented else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._operand(other)
        return NotImplemented if bits is NotImplemented else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._operand(other)
        return NotImplemented if bits is NotImplemented else self.__class__(self._value_ ^ bits)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ is KEEP:
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._flag_mask_ ^ self._value_)
            if isinstance(self._inverted_, self.__class__):
                self._inverted_._inverted_ = self
        return self._inverted_


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints, too."""


# --- decorators ------------------------------------------------------------------------------------


def unique(enumeration):
    """Refuses an enumeration with two names for one value."""
    aliases = [(name, made.name) for name, made in enumeration._member_map_.items() if name != made.name]
    if aliases:
        details = ", ".join("%s -> %s" % pair for pair in aliases)
        raise ValueError("duplicate values found in %r: %s" % (enumeration, details))
    return enumeration


class EnumCheck(StrEnum):
    """What verify() can look for."""
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Refuses an enumeration that does not meet the conditions."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = [(n, m.name) for n, m in enumeration._member_map_.items() if n != m.name]
                if aliases:
                    raise ValueError("aliases found in %r: %s"
                                     % (enumeration, ", ".join("%s -> %s" % pair for pair in aliases)))
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._named_flags(enumeration)
        return enumeration

    def _continuous(self, enumeration):
        values = set(made.value for made in enumeration)
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            missing = [2 ** i for i in range(_high_bit(low) + 1, _high_bit(high)) if 2 ** i not in values]
        elif issubclass(enumeration, IntEnum):
            missing = [i for i in range(low + 1, high) if i not in values]
        else:
            raise Exception("verify: unknown type %r" % type(enumeration).__name__)
        if missing:
            raise ValueError(("invalid %s %r: missing values %s"
                              % ("flag" if issubclass(enumeration, Flag) else "enum", enumeration.__name__,
                                 ", ".join(str(m) for m in missing)))[:256])

    def _named_flags(self, enumeration):
        names = enumeration._member_names_
        values = [made.value for made in enumeration]
        missing_names, missing_value = [], 0
        for name, alias in enumeration._member_map_.items():
            if name in names or alias.value < 0:
                continue
            missed = [bit for bit in _bits(alias.value) if bit not in values]
            if missed:
                missing_names.append(name)
                for bit in missed:
                    missing_value |= bit
        if missing_names:
            if len(missing_names) == 1:
                alias = "alias %s is missing" % missing_names[0]
            else:
                alias = "aliases %s and %s are missing" % (", ".join(missing_names[:-1]), missing_names[-1])
            if _is_single_bit(missing_value):
                value = "value 0x%x" % missing_value
            else:
                value = "combined values of 0x%x" % missing_value
            raise ValueError("invalid Flag %r: %s %s [use enum.show_flag_values(value) for details]"
                             % (enumeration.__name__, alias, value))


def _bits(value):
    found = []
    while value:
        lowest = value & (~value + 1)
        found.append(lowest)
        value ^= lowest
    return found


def show_flag_values(value):
    return _bits(value)


def global_enum_repr(self):
    return "%s.%s" % (self.__class__.__module__.split(".")[-1], self._name_)


def global_flag_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    return "|".join("%s.%s" % (module, name) for name in self._name_.split("|"))


def global_str(self):
    if self._name_ is None:
        return "%s(%r)" % (self.__class__.__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    """Members show themselves as if they were names of their module."""
    _belljar.set_class_attribute(
        cls, "__repr__", global_flag_repr if issubclass(cls, Flag) else global_enum_repr)
    if not issubclass(cls, ReprEnum) or update_str:
        _belljar.set_class_attribute(cls, "__str__", global_str)
    return cls
