// The name rules and their lists.
#include "policy/names.h"

#include <algorithm>
#include <iterator>

namespace belljar {
namespace {

constexpr std::string_view kReserved[] = {"breakpoint", "builtins", "print", "printed"};

constexpr std::string_view kDefinable[] = {"__contains__", "__eq__", "__ge__", "__gt__",
                                           "__init__",     "__le__", "__lt__", "__ne__"};

constexpr std::string_view kInspect[] = {
    "co_code",    "cr_await", "cr_code",      "cr_frame",  "cr_origin", "f_back",
    "f_builtins", "f_code",   "f_generator",  "f_globals", "f_locals",  "f_trace",
    "gi_code",    "gi_frame", "gi_yieldfrom", "tb_frame",  "tb_next"};

constexpr std::string_view kInspectAsync[] = {"ag_await", "ag_code", "ag_frame"};

// Attributes of the form `__x__` that the `python` profile lets a program name.
// clang-format off
constexpr std::string_view kPublicMagic[] = {
    "__abs__", "__abstractmethods__", "__add__", "__all__", "__and__", "__annotations__",
    "__args__", "__bool__", "__bound__", "__bytes__", "__call__", "__cause__", "__ceil__",
    "__class_getitem__", "__complex__", "__constraints__", "__contains__", "__context__",
    "__contravariant__", "__copy__", "__covariant__", "__dataclass_fields__", "__deepcopy__",
    "__del__", "__delattr__", "__delete__", "__delitem__", "__divmod__", "__doc__", "__enter__",
    "__eq__", "__exit__", "__final__", "__float__", "__floor__", "__floordiv__", "__format__",
    "__forward_arg__", "__fspath__", "__ge__", "__get__", "__getattr__", "__getitem__",
    "__getnewargs__", "__gt__", "__hash__", "__iadd__", "__iand__", "__ifloordiv__",
    "__ilshift__", "__imatmul__", "__imod__", "__imul__", "__index__", "__init__",
    "__init_subclass__", "__int__", "__invert__", "__ior__", "__ipow__", "__irshift__",
    "__isabstractmethod__", "__isub__", "__iter__", "__itruediv__", "__ixor__", "__le__",
    "__len__", "__length_hint__", "__lshift__", "__lt__", "__match_args__", "__matmul__",
    "__members__", "__metadata__", "__missing__", "__mod__", "__module__", "__mro_entries__",
    "__mul__", "__name__", "__ne__", "__neg__", "__new__", "__next__", "__notes__",
    "__optional_keys__", "__or__", "__origin__", "__parameters__", "__pos__", "__post_init__",
    "__pow__", "__qualname__", "__radd__", "__rand__", "__rdivmod__", "__repr__",
    "__required_keys__", "__reversed__", "__rfloordiv__", "__rlshift__", "__rmatmul__",
    "__rmod__", "__rmul__", "__ror__", "__round__", "__rpow__", "__rrshift__", "__rshift__",
    "__rsub__", "__rtruediv__", "__rxor__", "__set__", "__set_name__", "__setattr__",
    "__setitem__", "__slots__", "__str__", "__sub__", "__supertype__", "__suppress_context__",
    "__total__", "__truediv__", "__trunc__", "__wrapped__", "__xor__"};
// clang-format on

static_assert(std::ranges::is_sorted(kReserved));
static_assert(std::ranges::is_sorted(kDefinable));
static_assert(std::ranges::is_sorted(kInspect));
static_assert(std::ranges::is_sorted(kInspectAsync));
static_assert(std::ranges::is_sorted(kPublicMagic));

}  // namespace

bool has_inner_underscore(std::string_view name) { return name.starts_with('_') && name != "_"; }

bool has_roles_suffix(std::string_view name) { return name.ends_with("__roles__"); }

std::optional<RuleId> refused_name(std::string_view name) {
  if (has_inner_underscore(name)) return RuleId::kNameUnderscore;
  if (has_roles_suffix(name)) return RuleId::kNameRoles;
  if (std::ranges::binary_search(kReserved, name)) return RuleId::kNameReserved;
  return std::nullopt;
}

bool is_definable_method(std::string_view name) {
  return std::ranges::binary_search(kDefinable, name);
}

bool is_inspect_attribute(std::string_view name, bool async_generators) {
  return std::ranges::binary_search(kInspect, name) ||
         (async_generators && std::ranges::binary_search(kInspectAsync, name));
}

std::string_view attribute_hint(std::string_view name) {
  if (name == "__class__") return "to test a type, write `isinstance(x, T)`";
  if (name == "__dict__") return "name the attributes that you need";
  if (name == "__name__") return "write the name as text";
  if (name == "__doc__") return "keep the text in a variable of its own";
  if (name == "__traceback__") return "use the exception's message: `str(error)`";
  return {};
}

bool is_introspection_attribute(std::string_view name) {
  return name.size() > 4 && name.starts_with("__") && name.ends_with("__") &&
         !std::ranges::binary_search(kPublicMagic, name);
}

}  // namespace belljar
