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


