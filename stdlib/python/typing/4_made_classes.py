# --- NewType, NamedTuple, TypedDict -----------------------------------------------------------------


class NewType:
    """NewType("UserId", int): a name for a type; calling it returns its argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __call__(self, x):
        return x

    def __repr__(self):
        return "%s.%s" % (self.__module__, self.__qualname__)

    def __mro_entries__(self, bases):
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError(
                    "Cannot subclass an instance of NewType. Perhaps you were looking for: "
                    "`%s = NewType(%r, %s)`" % (cls.__name__, cls.__name__, name)
                )

        return (Dummy,)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


_PROHIBITED = ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types",
               "_make", "_replace", "_asdict", "_source")
_SPECIAL = ("__classcell__", "__module__", "__name__", "__annotations__", "__qualname__", "__orig_bases__", "__doc__")


def _make_named_tuple(name, types, module, defaults=()):
    fields = [field for field, _ in types]
    types = {
        field: _type_check(tp, "field %s annotation must be a type" % (field,)) for field, tp in types
    }
    made = _collections.namedtuple(name, fields, defaults=defaults, module=module)
    _belljar.set_own(made, "__annotations__", types)
    return made


class _NamedTupleMeta(type):
    def __new__(mcls, typename, bases, ns, /, **keywords):
        if ns.get("_named_tuple_root_"):
            return _belljar.make_class(mcls, typename, bases, ns)
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        types = ns.get("__annotations__", {})
        defaulted = []
        for field in types:
            if field in ns:
                defaulted.append(field)
            elif defaulted:
                raise TypeError(
                    "Non-default namedtuple field %s cannot follow default field%s %s"
                    % (field, "s" if len(defaulted) > 1 else "", ", ".join(defaulted))
                )
        made = _make_named_tuple(
            typename, list(types.items()), ns.get("__module__"), [ns[field] for field in defaulted]
        )
        for key, value in ns.items():
            if key in _PROHIBITED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key == "__doc__" or (key not in _SPECIAL and key not in types):
                _belljar.set_own(made, key, value)
        if "__qualname__" in ns:
            _belljar.set_qualname(made, typename, ns["__qualname__"])
        if Generic in bases:
            parameters = _collect_parameters(ns.get("__orig_bases__", ()))
            _belljar.set_own(made, "__parameters__", parameters)
            _belljar.set_own(made, "__class_getitem__", classmethod(_subscript_named_tuple))
        for key, value in ns.items():
            if key not in _SPECIAL and hasattr(type(value), "__set_name__"):
                value.__set_name__(made, key)
        return made


def _subscript_named_tuple(cls, params):
    return _GenericAlias(cls, params if isinstance(params, tuple) else (params,))


class _NamedTuple(metaclass=_NamedTupleMeta):
    _named_tuple_root_ = True


class _NamedTupleForm:
    """NamedTuple: a base of classes, and a function."""

    def __call__(self, typename, fields=None, /, **kwargs):
        if fields is None:
            fields = kwargs.items()
        elif kwargs:
            raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
        return _make_named_tuple(typename, list(fields), "__main__")

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return "<function NamedTuple>"


NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, ns, total=True):
        if ns.get("_typed_dict_root_"):
            return _belljar.make_class(mcls, name, bases, ns)
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        own = {
            key: _type_check(tp, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type",
                             allow_special=True)
            for key, tp in ns.get("__annotations__", {}).items()
        }
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(getattr(base, "__annotations__", {}))
            required.update(getattr(base, "__required_keys__", ()))
            optional.update(getattr(base, "__optional_keys__", ()))
        annotations.update(own)
        for key, tp in own.items():
            if isinstance(tp, _AnnotatedAlias):
                tp = tp.__origin__
            form = tp.__origin__ if isinstance(tp, _GenericAlias) else None
            if form is Required or (form is not NotRequired and total):
                required.add(key)
            else:
                optional.add(key)
        generic = (Generic,) if any(base is Generic or issubclass(base, Generic) for base in bases) else ()
        made = _belljar.make_class(mcls, name, (*generic, dict), ns)
        for key, value in (
            ("__annotations__", annotations), ("__required_keys__", frozenset(required)),
            ("__optional_keys__", frozenset(optional)), ("__total__", total),
        ):
            _belljar.set_own(made, key, value)
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")


class _TypedDict(dict, metaclass=_TypedDictMeta):
    _typed_dict_root_ = True


class _TypedDictForm:
    """TypedDict: a base of classes, and a function."""

    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        if fields is None:
            fields = kwargs
        elif kwargs:
            raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
        names = {"__annotations__": dict(fields), "__module__": "__main__"}
        return _TypedDictMeta(typename, (), names, total=total) if False else _TypedDictMeta.__new__(
            _TypedDictMeta, typename, (), names, total=total
        )

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return "<function TypedDict>"


TypedDict = _TypedDictForm()


def is_typeddict(tp):
    return type(tp) is _TypedDictMeta


# --- functions --------------------------------------------------------------------------------------


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    shown = repr(arg)
    if len(shown) > 100:
        shown = shown[:100] + "..."
    raise AssertionError("Expected code to be unreachable, but got: " + shown)


def reveal_type(obj, /):
    return obj


def no_type_check(arg):
    if isinstance(arg, (type, _FunctionType)):
        arg.__no_type_check__ = True
    return arg


def no_type_check_decorator(decorator):
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. "
        "A series of @overload-decorated functions "
        "outside a stub module should always be followed "
        "by an implementation that is not @overload-ed."
    )


def overload(func):
    name = getattr(getattr(func, "__func__", func), "__qualname__", None)
    _overloads.setdefault(name, []).append(func)
    return _overload_dummy


def get_overloads(func):
    name = getattr(getattr(func, "__func__", func), "__qualname__", None)
    return list(_overloads.get(name, ()))


def clear_overloads():
    _overloads.clear()


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(),
                        **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "field_specifiers": field_specifiers, "kwargs": kwargs,
        }
        return cls_or_fn

    return decorator


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseAlias, _BuiltinAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, _BuiltinUnion):
        return _BuiltinUnion
    return None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, _BuiltinAlias)):
        args = tp.__args__
        if tp.__origin__ is _abc.Callable and not (len(args) == 2 and (args[0] is ... or _is_param_expr(args[0]))):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, _BuiltinUnion):
        return tp.__args__
    return ()


def _evaluate(text, globalns, localns):
    names = dict(globals_for_hints)
    names.update(globalns or {})
    names.update(localns or {})
    return _belljar.execute("result = (%s)" % (text,), names, "__main__")["result"]


globals_for_hints = {}


def _resolve(tp, globalns, localns):
    if tp is None:
        return _NoneType
    if isinstance(tp, str):
        tp = ForwardRef(tp)
    if isinstance(tp, ForwardRef):
        return _resolve(_evaluate(tp.__forward_arg__, globalns, localns), globalns, localns)
    if isinstance(tp, _GenericAlias) and not isinstance(tp, (_LiteralGenericAlias, _AnnotatedAlias)):
        args = tuple(
            arg if arg is ... or isinstance(arg, tuple) else _resolve(arg, globalns, localns)
            for arg in tp.__args__
        )
        return tp if args == tp.__args__ else tp._copy(args)
    return tp


def _without_annotations(tp):
    if isinstance(tp, _AnnotatedAlias):
        return _without_annotations(tp.__origin__)
    if isinstance(tp, _GenericAlias):
        if tp.__origin__ in (Required, NotRequired):
            return _without_annotations(tp.__args__[0])
        if isinstance(tp, _LiteralGenericAlias):
            return tp
        args = tuple(arg if isinstance(arg, tuple) else _without_annotations(arg) for arg in tp.__args__)
        return tp if args == tp.__args__ else tp._copy(args)
    return tp


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            noted = _belljar.own(base, "__annotations__", None)
            if isinstance(noted, dict):
                for name, tp in noted.items():
                    hints[name] = _resolve(tp, globalns, localns)
    else:
        noted = getattr(obj, "__annotations__", None)
        if noted is None:
            if callable(obj):
                return {}
            raise TypeError("%r is not a module, class, method, or function." % (obj,))
        for name, tp in noted.items():
            hints[name] = _resolve(tp, globalns, localns)
    if include_extras:
        return hints
    return {name: _without_annotations(tp) for name, tp in hints.items()}
