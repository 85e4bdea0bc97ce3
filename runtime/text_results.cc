// str(x), repr(x) and format(x, spec) as these functions give them to a program: an object that its
// method returns is handed on as it is, of a class derived from str, too. repr.cc is for everybody
// else: there the text alone counts.
#include "runtime/class.h"
#include "runtime/protocol.h"
#include "runtime/repr.h"

namespace belljar {

namespace {

// What the method of the program's class returns, which must be a str; Undefined if it has none.
Value from_method(Context& context, Value v, Atom atom, Value spec) {
  if (!is_python_function(special_method(context, v, atom))) return Value::undefined();
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  Value text = spec.is_undefined() ? call_special(context, v, atom, {})
                                   : call_special(context, v, atom, {spec});
  if (text.is_abrupt() || payload(text).is_str()) return text;
  const std::string_view name = context.realm().atom(atom)->view();
  if (atom == Atom::format) {
    return context.raise(Exc::TypeError,
                         {name, " must return a str, not ", type_name(context, text)});
  }
  return context.raise(Exc::TypeError,
                       {name, " returned non-string (type ", type_name(context, text), ")"});
}

// bytes have a str of their own, which is their repr whatever a derived class has.
bool is_bytes(Value part) { return part.is(Kind::Bytes) || part.is(Kind::ByteArray); }

bool of_program(Value v) { return v.is(Kind::Instance) || v.is(Kind::Exception); }

}  // namespace

Value repr_object(Context& context, Value v) {
  if (!of_program(v)) return repr(context, v);
  BELLJAR_TRY(text, from_method(context, v, Atom::repr, Value::undefined()));
  return text.is_undefined() ? repr(context, v) : text;
}

Value str_object(Context& context, Value v) {
  if (!of_program(v)) return to_str(context, v);
  BELLJAR_TRY(text, from_method(context, v, Atom::str, Value::undefined()));
  if (!text.is_undefined()) return text;
  const Value method = special_method(context, v, Atom::str);
  const bool plain =
      method.is_undefined() ||
      (method.is(Kind::Native) && method.as<Native>()->owner == context.realm().object);
  return plain && !v.is(Kind::Exception) && !is_bytes(payload(v)) ? repr_object(context, v)
                                                                  : to_str(context, v);
}

Value format_object(Context& context, Value v, Value spec) {
  const Value spec_text = payload(spec);
  if (!of_program(v) || !spec_text.is_str()) return format(context, v, spec);
  BELLJAR_TRY(text, from_method(context, v, Atom::format, spec));
  if (!text.is_undefined()) return text;
  const Value part = payload(v);
  if (spec_text.as<Str>()->count == 0) {
    const Value method = special_method(context, v, Atom::format);
    const Class* owner = method.is(Kind::Native) ? method.as<Native>()->owner : nullptr;
    const bool as_str = owner == context.realm().object || (part.is_str() && owner);
    return as_str ? str_object(context, v) : format(context, v, spec);
  }
  BELLJAR_TRY(laid_out, format(context, v, spec));
  // A text that the spec leaves as it is stays the object that it was.
  const bool same = part.is_str() && part.as<Str>()->view() == laid_out.as<Str>()->view();
  return same ? v : laid_out;
}

}  // namespace belljar
