# --- flags --------------------------------------------------------------------------------------


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
        else:
            missing = [i for i in range(low + 1, high) if i not in values]
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
