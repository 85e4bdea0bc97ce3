# --- type variables ---------------------------------------------------------------------------------


class _Variable(_Final, _root=True):
    def _set_variance(self, bound, covariant, contravariant):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __typing_subst__(self, arg):
        return _type_check(arg, "Parameters to generic types must be types.")

    def __call__(self, *args, **kwds):
        raise TypeError("'%s' object is not callable" % (type(self).__name__,))

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of %s" % (type(self).__name__,))

    def __repr__(self):
        if self.__covariant__:
            return "+" + self.__name__
        if self.__contravariant__:
            return "-" + self.__name__
        return "~" + self.__name__


class TypeVar(_Variable, _root=True):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self._set_variance(bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        message = "TypeVar(name, constraint, ...): constraints must be types."
        self.__constraints__ = tuple(_type_check(t, message) for t in constraints)


class ParamSpecArgs(_Final, _root=True):
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return self.__origin__.__name__ + ".args"

    def __eq__(self, other):
        if not isinstance(other, ParamSpecArgs):
            return NotImplemented
        return self.__origin__ == other.__origin__


class ParamSpecKwargs(_Final, _root=True):
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return self.__origin__.__name__ + ".kwargs"

    def __eq__(self, other):
        if not isinstance(other, ParamSpecKwargs):
            return NotImplemented
        return self.__origin__ == other.__origin__


class ParamSpec(_Variable, _root=True):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self._set_variance(bound, covariant, contravariant)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(_Final, _root=True):
    def __init__(self, name):
        self.__name__ = name

    def __iter__(self):
        yield Unpack[self]

    def __call__(self, *args):
        raise TypeError("'TypeVarTuple' object is not callable")

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of TypeVarTuple")

    def __repr__(self):
        return self.__name__


# --- aliases ----------------------------------------------------------------------------------------


def _is_dunder(name):
    return name.startswith("__") and name.endswith("__")


class _BaseAlias(_Final, _root=True):
    def __init__(self, origin, *, inst=True, name=None):
        self.__origin__ = origin
        self._inst = inst
        self._name = name

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(
                "Type %s cannot be instantiated; use %s() instead" % (self._name, self.__origin__.__name__)
            )
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        entries = []
        if self.__origin__ not in bases:
            entries.append(self.__origin__)
        at = [i for i, base in enumerate(bases) if base is self][0]
        for base in bases[at + 1 :]:
            if isinstance(base, _BaseAlias) or (isinstance(base, type) and issubclass(base, Generic)):
                break
        else:
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, name):
        # Only what belongs to the class itself: annotations ask aliases for many dunder names.
        if name in ("__origin__", "__args__"):
            raise AttributeError(name)
        if not _is_dunder(name):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


class _GenericAlias(_BaseAlias, _root=True):
    def __init__(self, origin, args, *, inst=True, name=None):
        _BaseAlias.__init__(self, origin, inst=inst, name=name)
        self.__args__ = args
        self.__parameters__ = _collect_parameters(args)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        return "%s[%s]" % (name, ", ".join(map(_type_repr, self.__args__)) or "()")

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError("Cannot subclass %r" % (self,))
        if self._name:
            return _BaseAlias.__mro_entries__(self, bases)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            at = [i for i, base in enumerate(bases) if base is self][0]
            for base in bases[at + 1 :]:
                if isinstance(base, _BaseAlias) and base is not self:
                    return ()
        return (self.__origin__,)

    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError("Cannot subscript already-subscripted %r" % (self,))
        if not self.__parameters__:
            raise TypeError("%r is not a generic class" % (self,))
        if not isinstance(args, tuple):
            args = (args,)
        if len(self.__parameters__) == 1 and isinstance(self.__parameters__[0], ParamSpec):
            if not (len(args) == 1 and isinstance(args[0], (list, tuple, ParamSpec))):
                args = (args,)
        args = tuple(
            tuple(_convert(a) for a in arg) if isinstance(arg, (list, tuple))
            else arg if arg is ...
            else _type_check(arg, "Parameters to generic types must be types.")
            for arg in args
        )
        _check_count(self, args, len(self.__parameters__))
        return self._copy(_substitute(self.__args__, dict(zip(self.__parameters__, args))))

    def _copy(self, args):
        return type(self)(self.__origin__, args, name=self._name, inst=self._inst)

    def __iter__(self):
        yield Unpack[self]


def _substitute(args, values):
    new = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            value = values.get(arg, arg)
            if isinstance(arg, ParamSpec) and isinstance(value, tuple):
                new.extend(value)
            else:
                new.append(value)
        elif isinstance(arg, tuple):
            new.append(_substitute(arg, values))
        else:
            inner = () if isinstance(arg, type) else getattr(arg, "__parameters__", ())
            if inner:
                new.append(arg[tuple(values.get(p, p) for p in inner)])
            else:
                new.append(arg)
    return tuple(new)


class _SpecialGenericAlias(_BaseAlias, _root=True):
    """List, Dict, Iterable …: the typing name of a class, without arguments yet."""

    __iter__ = None

    def __init__(self, origin, count, *, inst=True, name=None):
        _BaseAlias.__init__(self, origin, inst=inst, name=name or origin.__name__)
        self._count = count
        self.__doc__ = "A generic version of %s.%s." % (origin.__module__, origin.__qualname__)

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = _type_checks(params, "Parameters to generic types must be types.")
        _check_count(self, params, self._count)
        return self._with(params)

    def _with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return "typing." + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return _BaseAlias.__subclasscheck__(self, cls)


class _CallableType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if args is ... or isinstance(args, ParamSpec) or (
            isinstance(args, _GenericAlias) and args.__origin__ is Concatenate
        ):
            return self._with((args, result))
        if not isinstance(args, (list, tuple)):
            args = (args,)
        return self._with((*(_convert(arg) for arg in args), result))

    def _with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)


class _CallableGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec, _GenericAlias)) and _is_param_expr(args[0])):
            return _GenericAlias.__repr__(self)
        return "typing.Callable[[%s], %s]" % (
            ", ".join(map(_type_repr, args[:-1])), _type_repr(args[-1])
        )


def _is_param_expr(arg):
    return isinstance(arg, ParamSpec) or getattr(arg, "__origin__", None) is Concatenate


class _TupleType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            message = "Tuple[t, ...]: t must be a type."
            return self._with((*_type_checks(params[:-1], message), ...))
        return self._with(_type_checks(params, "Tuple[t0, t1, ...]: each t must be a type."))


class _UnionGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def _copy(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, _BuiltinUnion)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is _NoneType:
                return "typing.Optional[%s]" % (_type_repr(args[1]),)
            if args[1] is _NoneType:
                return "typing.Optional[%s]" % (_type_repr(args[0]),)
        return _GenericAlias.__repr__(self)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return set(map(_literal_key, self.__args__)) == set(map(_literal_key, other.__args__))

    def __hash__(self):
        return hash(frozenset(map(_literal_key, self.__args__)))

    def __repr__(self):
        return "typing.Literal[%s]" % (", ".join(map(_type_repr, self.__args__)) or "()",)


class _AnnotatedAlias(_GenericAlias, _root=True):
    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        _GenericAlias.__init__(self, origin, (origin,))
        self.__metadata__ = metadata

    def _copy(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        return "typing.Annotated[%s, %s]" % (
            _type_repr(self.__origin__), ", ".join(map(repr, self.__metadata__))
        )

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return "Annotated"
        return _GenericAlias.__getattr__(self, name)


class Annotated:
    """A type with notes: Annotated[int, "note"]."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError(
                "Annotated[...] should be used with at least two arguments (a type and an annotation)."
            )
        message = "Annotated[t, ...]: t must be a type."
        return _AnnotatedAlias(_type_check(params[0], message, allow_special=True), tuple(params[1:]))

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError("Cannot subclass typing.Annotated")


