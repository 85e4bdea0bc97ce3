// The class str: construction and special methods. The named methods are in the str_*.cc files.
#include "runtime/str.h"
#include "builtins/install.h"
#include "builtins/str_methods.h"
#include "builtins/text_arguments.h"
#include "runtime/bytes.h"
#include "runtime/codec.h"
#include "runtime/percent.h"
#include "runtime/protocol.h"
#include "runtime/repr.h"

namespace belljar {
namespace {

// str(bytes, encoding, errors)
Value str_decoded(Call& c) {
  Context& context = c.context();
  std::string_view encoding = "utf-8", errors = "strict";
  if (c.has(2)) {
    Str* text = str_or_null(c[2]);
    if (!text) return not_a_str(context, "str() argument 'encoding'", c[2]);
    encoding = text->view();
  }
  if (c.has(3)) {
    Str* text = str_or_null(c[3]);
    if (!text) return not_a_str(context, "str() argument 'errors'", c[3]);
    errors = text->view();
  }
  Value source = payload(c[1]);
  if (source.is_str()) return context.raise(Exc::TypeError, "decoding str is not supported");
  if (source.is_undefined()) return new_ascii_str(context, {});
  if (!is_bytes_like(source)) {
    return context.raise(Exc::TypeError, {"decoding to str: need a bytes-like object, ",
                                          type_name(context, c[1]), " found"});
  }
  return decode_bytes(context, bytes_view(source), encoding, errors);
}

Value str_new(Call& c) {
  if (c.has(2) || c.has(3)) return str_decoded(c);
  if (!c.has(1)) return new_ascii_str(c.context(), {});
  return c[0].as<Class>() == c.context().realm().of_kind(Kind::Str) ? str_object(c.context(), c[1])
                                                                    : to_str(c.context(), c[1]);
}

Value str_self(Call& c) { return c[0]; }
Value str_repr_method(Call& c) { return repr(c.context(), c[0]); }
Value str_format_spec_method(Call& c) {
  if (!str_or_null(c[1])) {
    return not_a_str(c.context(), "__format__() argument", c[1]);
  }
  if (payload(c[1]).as<Str>()->count == 0) return str_object(c.context(), c[0]);
  BELLJAR_TRY(text, format(c.context(), payload(c[0]), c[1]));
  // What the spec leaves as it is stays the object that it was.
  return text.as<Str>()->view() == payload(c[0]).as<Str>()->view() ? c[0] : text;
}
Value str_len(Call& c) { return Value::integer(c.self<Str>()->length); }
Value str_hash_method(Call& c) { return visible_hash(c.context(), c[0]); }
Value str_iter(Call& c) { return iterate(c.context(), c[0]); }
Value str_getitem(Call& c) { return get_item(c.context(), c[0], c[1]); }
Value str_contains_method(Call& c) {
  return str_contains(c.context(), c.self<Str>(), payload(c[1]));
}
Value str_add(Call& c) {
  Str* other = str_or_null(c[1]);
  if (!other) {
    return c.context().raise(Exc::TypeError, {"can only concatenate str (not \"",
                                              type_name(c.context(), c[1]), "\") to str"});
  }
  return str_concat(c.context(), c.self<Str>(), other);
}
Value str_mul(Call& c) {
  BELLJAR_TRY(times, repeat_argument(c.context(), c[1]));
  return str_repeat(c.context(), c.self<Str>(), times.as_int());
}
Value str_mod(Call& c) { return str_percent(c.context(), c.self<Str>(), c[1]); }
Value str_rmod(Call& c) {
  Str* format = str_or_null(c[1]);
  return format ? str_percent(c.context(), format, c[0]) : Value::not_implemented();
}

template <Comparison kOp>
Value str_compare_method(Call& c) {
  Value other = payload(c[1]);
  if (!other.is_str()) return Value::not_implemented();
  return compare(c.context(), c[0], other, kOp);
}

constexpr NativeDef kSpecials[] = {
    {"__str__", "self, /", str_self},
    {"__repr__", "self, /", str_repr_method},
    {"__format__", "self, format_spec, /", str_format_spec_method,
     kNativeCallsBack | kNativeWholeSelf},
    {"__len__", "self, /", str_len},
    {"__hash__", "self, /", str_hash_method},
    {"__iter__", "self, /", str_iter},
    {"__getitem__", "self, key, /", str_getitem, kNativeCallsBack},
    {"__contains__", "self, key, /", str_contains_method},
    {"__add__", "self, value, /", str_add},
    {"__mul__", "self, value, /", str_mul, kNativeCallsBack},
    {"__rmul__", "self, value, /", str_mul, kNativeCallsBack},
    {"__mod__", "self, value, /", str_mod, kNativeCallsBack},
    {"__rmod__", "self, value, /", str_rmod, kNativeCallsBack},
    {"__eq__", "self, value, /", str_compare_method<Comparison::Eq>},
    {"__ne__", "self, value, /", str_compare_method<Comparison::Ne>},
    {"__lt__", "self, value, /", str_compare_method<Comparison::Lt>},
    {"__le__", "self, value, /", str_compare_method<Comparison::Le>},
    {"__gt__", "self, value, /", str_compare_method<Comparison::Gt>},
    {"__ge__", "self, value, /", str_compare_method<Comparison::Ge>},
};

}  // namespace

void install_str(RealmBuilder& b) {
  Class* str = b.new_class("str", nullptr, Kind::Str);
  b.constructor(str, {"str", "cls, object?, encoding?, errors?", str_new, kNativeCallsBack});
  b.methods(str, kSpecials);
  b.methods(str, str_search_methods());
  b.methods(str, str_split_methods());
  b.methods(str, str_case_methods());
  b.methods(str, str_classify_methods());
  b.methods(str, str_layout_methods());
  b.methods(str, str_convert_methods());
  b.methods(str, str_static_methods(), MethodKind::Static);
  b.member(b.building().builtins, "str", Value::object(str));
}

}  // namespace belljar
