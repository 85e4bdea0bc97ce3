// The classes bytes and bytearray: construction and special methods.
#include "runtime/bytes.h"
#include "builtins/bytes_methods.h"
#include "builtins/container_specials.h"
#include "builtins/install.h"
#include "builtins/text_arguments.h"
#include "runtime/codec.h"
#include "runtime/percent.h"
#include "runtime/protocol.h"
#include "runtime/repr.h"
#include "runtime/str.h"

namespace belljar {

namespace {

// --- construction --------------------------------------------------------------------------------

// bytes(text, encoding, errors), the part that both classes share. `name` is the class's.
Value encoded(Call& c, std::string_view name) {
  Context& context = c.context();
  std::string what(name);
  Str* encoding = c.has(2) ? str_or_null(c[2]) : nullptr;
  Str* errors = c.has(3) ? str_or_null(c[3]) : nullptr;
  if (c.has(2) && !encoding) return not_a_str(context, what + "() argument 'encoding'", c[2]);
  if (c.has(3) && !errors) return not_a_str(context, what + "() argument 'errors'", c[3]);
  Str* text = str_or_null(c[1]);
  if (!text) {
    return context.raise(Exc::TypeError, encoding ? "encoding without a string argument"
                                                  : "errors without a string argument");
  }
  if (!encoding) return context.raise(Exc::TypeError, "string argument without an encoding");
  return encode_text(context, text, encoding->view(), errors ? errors->view() : "strict");
}

// The content of a new bytes or bytearray as a Bytes.
Value content(Call& c, std::string_view name) {
  Context& context = c.context();
  if (c.has(2) || c.has(3)) return encoded(c, name);
  if (!c.has(1)) return new_bytes(context, {});
  if (c[1].is(Kind::Bytes)) return c[1];
  if (c[1].is(Kind::Instance) && name == "bytes") {
    BELLJAR_TRY(made, call_special(context, c[1], Atom::bytes, {}));
    if (!made.is_undefined()) {
      Value plain = payload(made);
      if (plain.is(Kind::Bytes)) return plain;
      return context.raise(Exc::TypeError,
                           {"__bytes__ returned non-bytes (type ", type_name(context, made), ")"});
    }
  }
  if (str_or_null(c[1])) {
    return context.raise(Exc::TypeError, "string argument without an encoding");
  }
  StrBuilder out(context);
  BELLJAR_CHECK(bytes_from(context, c[1], out, name));
  return out.finish_bytes();
}

Value bytes_new(Call& c) { return content(c, "bytes"); }

Value bytearray_new(Call& c) {
  if (filled_by_init(c[0])) return new_bytearray(c.context(), {});
  BELLJAR_TRY(bytes, content(c, "bytearray"));
  return new_bytearray(c.context(), bytes.as<Bytes>()->view());
}

Value bytearray_init(Call& c) {
  BELLJAR_TRY(bytes, content(c, "bytearray"));
  ByteArray* array = c.self<ByteArray>();
  BELLJAR_CHECK(bytearray_splice(c.context(), array, 0, array->count, bytes_view(bytes)));
  return Value::none();
}

// --- special methods -----------------------------------------------------------------------------

Value bytes_repr_method(Call& c) {
  StrBuilder out(c.context());
  BELLJAR_CHECK(append_native_repr(out, c[0]));
  return out.finish();
}
Value bytes_self(Call& c) { return c[0]; }
Value bytes_len(Call& c) { return Value::integer(static_cast<int64_t>(bytes_view(c[0]).size())); }
Value bytes_hash_method(Call& c) { return visible_hash(c.context(), c[0]); }
Value bytes_iter(Call& c) { return iterate(c.context(), c[0]); }
Value bytes_getitem(Call& c) { return get_item(c.context(), c[0], c[1]); }
Value bytes_setitem(Call& c) { return set_item(c.context(), c[0], c[1], c[2]); }
Value bytes_delitem(Call& c) { return delete_item(c.context(), c[0], c[1]); }
Value bytes_contains_method(Call& c) { return bytes_contains(c.context(), c[0], c[1]); }
Value bytes_add(Call& c) {
  Value other = payload(c[1]);
  if (is_bytes_like(other)) return bytes_concat(c.context(), c[0], other);
  return c.context().raise(Exc::TypeError, {"can't concat ", type_name(c.context(), c[1]), " to ",
                                            type_name(c.context(), c[0])});
}
Value bytes_mul(Call& c) {
  BELLJAR_TRY(times, repeat_argument(c.context(), c[1]));
  return bytes_repeat(c.context(), c[0], times.as_int());
}
Value bytes_mod(Call& c) { return bytes_percent(c.context(), c[0], c[1]); }
Value bytes_rmod(Call& c) {
  Value format = payload(c[1]);
  if (format.kind() != c[0].kind()) return Value::not_implemented();
  return bytes_percent(c.context(), format, c[0]);
}
Value bytearray_iadd(Call& c) { return bytearray_extend_in_place(c.context(), c[0], c[1]); }
Value bytearray_imul(Call& c) {
  BELLJAR_TRY(times, repeat_argument(c.context(), c[1]));
  ByteArray* array = c.self<ByteArray>();
  BELLJAR_TRY(repeated, bytes_repeat(c.context(), c[0], times.as_int()));
  BELLJAR_CHECK(bytearray_splice(c.context(), array, 0, array->count, bytes_view(repeated)));
  return c[0];
}

// bytes leaves bytearrays to bytearray, which knows both.
template <Comparison kOp>
Value bytes_compare_method(Call& c) {
  Value other = payload(c[1]);
  if (!is_bytes_like(other) || (c[0].is(Kind::Bytes) && !other.is(Kind::Bytes))) {
    return Value::not_implemented();
  }
  return compare(c.context(), c[0], other, kOp);
}

constexpr NativeDef kSpecials[] = {
    {"__repr__", "self, /", bytes_repr_method, kNativeWholeSelf},
    {"__len__", "self, /", bytes_len},
    {"__iter__", "self, /", bytes_iter},
    {"__getitem__", "self, key, /", bytes_getitem, kNativeCallsBack},
    {"__contains__", "self, key, /", bytes_contains_method, kNativeCallsBack},
    {"__add__", "self, value, /", bytes_add, kNativeCallsBack},
    {"__mul__", "self, value, /", bytes_mul, kNativeCallsBack},
    {"__rmul__", "self, value, /", bytes_mul, kNativeCallsBack},
    {"__mod__", "self, value, /", bytes_mod, kNativeCallsBack},
    {"__rmod__", "self, value, /", bytes_rmod, kNativeCallsBack},
    {"__eq__", "self, value, /", bytes_compare_method<Comparison::Eq>},
    {"__ne__", "self, value, /", bytes_compare_method<Comparison::Ne>},
    {"__lt__", "self, value, /", bytes_compare_method<Comparison::Lt>},
    {"__le__", "self, value, /", bytes_compare_method<Comparison::Le>},
    {"__gt__", "self, value, /", bytes_compare_method<Comparison::Gt>},
    {"__ge__", "self, value, /", bytes_compare_method<Comparison::Ge>},
};
constexpr NativeDef kBytesOnly[] = {
    {"__hash__", "self, /", bytes_hash_method},
    {"__bytes__", "self, /", bytes_self},
};
constexpr NativeDef kArrayOnly[] = {
    {"__init__", "self, source?, encoding?, errors?", bytearray_init, kNativeCallsBack},
    {"__iadd__", "self, value, /", bytearray_iadd},
    {"__imul__", "self, value, /", bytearray_imul, kNativeCallsBack},
    {"__setitem__", "self, key, value, /", bytes_setitem, kNativeCallsBack},
    {"__delitem__", "self, key, /", bytes_delitem, kNativeCallsBack},
};

void install_common(RealmBuilder& b, Class* cls) {
  b.methods(cls, kSpecials);
  b.methods(cls, bytes_search_methods());
  b.methods(cls, bytes_split_methods());
  b.methods(cls, bytes_text_methods());
  b.methods(cls, bytes_convert_methods());
  b.methods(cls, bytes_class_methods(), MethodKind::ClassMethod);
  b.methods(cls, bytes_static_methods(), MethodKind::Static);
  b.member(b.building().builtins, cls->name->view(), Value::object(cls));
}

}  // namespace

void install_bytes(RealmBuilder& b) {
  Class* bytes = b.new_class("bytes", nullptr, Kind::Bytes);
  b.constructor(bytes, {"bytes", "cls, source?, encoding?, errors?", bytes_new, kNativeCallsBack});
  install_common(b, bytes);
  b.methods(bytes, kBytesOnly);

  Class* array = b.new_class("bytearray", nullptr, Kind::ByteArray);
  b.constructor(array,
                {"bytearray", "cls, source?, encoding?, errors?", bytearray_new, kNativeCallsBack});
  install_common(b, array);
  b.methods(array, bytearray_methods());
  b.methods(array, kArrayOnly);
  b.attribute(array, "__hash__", Value::none());
}

}  // namespace belljar
