// The texts of values: repr, str, ascii, format.
//
// Built-in kinds are written here directly; instances through __repr__, __str__ and __format__ of
// their class. No text holds an address: two runs of a program print the same. A container that is
// being written is on a chain kept by the Context, so that one that holds itself prints "[...]"
// even when the way back leads through the program's own __repr__.
#include "runtime/repr.h"

#include <charconv>
#include <cmath>

#include "runtime/bytes.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/format_spec.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/repr_callables.h"
#include "runtime/str_format.h"

namespace belljar {

// A link of Context::reprs. Lives on the C++ stack of the function that writes the container, which
// also roots it: a callback may drop the last reference to it.
struct ReprLink {
  ReprLink(Context& c, Value container) : context(c), roots(c), previous(c.reprs) {
    roots[0] = container;
    roots[1] = roots[2] = Value::none();
    context.reprs = this;
  }
  ~ReprLink() { context.reprs = previous; }
  ReprLink(const ReprLink&) = delete;
  ReprLink& operator=(const ReprLink&) = delete;

  Context& context;
  Roots<3> roots;  // the container, and two values being written
  ReprLink* previous;
};

namespace {

constexpr size_t kChargeEach = 64;

bool in_progress(const Context& context, Value v) {
  for (const ReprLink* link = context.reprs; link; link = link->previous) {
    if (link->roots.value[0].same(v)) return true;
  }
  return false;
}

Value append_int(StrBuilder& out, Value v) {
  if (v.is_int()) {
    char digits[24];
    auto end = std::to_chars(digits, digits + sizeof digits, v.as_int()).ptr;
    out.append({digits, static_cast<size_t>(end - digits)});
    return Value::none();
  }
  std::string text;
  BELLJAR_CHECK(int_to_text(out.context(), v, 10, &text));
  out.append(text);
  return Value::none();
}

// --- containers ----------------------------------------------------------------------------------

Value append_items(StrBuilder& out, Value container, std::string_view open, std::string_view close,
                   std::string_view cycle) {
  Context& context = out.context();
  if (in_progress(context, container)) {
    out.append(cycle);
    return Value::none();
  }
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  ReprLink link(context, container);
  out.append(open);
  const bool is_list = container.is(Kind::List);
  for (size_t i = 0;; ++i) {  // a callback may shrink the list: ask for the size each time
    size_t size = is_list ? container.as<List>()->size : container.as<Tuple>()->count;
    if (i >= size) break;
    if (i % kChargeEach == 0 && !context.charge(kChargeEach)) return Value::stopped();
    if (i > 0) out.append(", ");
    BELLJAR_CHECK(append_repr(
        out, is_list ? container.as<List>()->items[i] : container.as<Tuple>()->items[i]));
    if (out.failed()) return context.stop_memory();
  }
  if (!is_list && container.as<Tuple>()->count == 1) out.append(',');
  out.append(close);
  return Value::none();
}

enum class DictPart : uint8_t { Keys, Values, Pairs, Entries };

Value append_dict(StrBuilder& out, Value owner, Dict* dict, DictPart part, std::string_view open,
                  std::string_view close, std::string_view cycle) {
  Context& context = out.context();
  if (in_progress(context, owner)) {
    out.append(cycle);
    return Value::none();
  }
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  ReprLink link(context, owner);
  out.append(open);
  uint32_t position = 0;
  size_t i = 0;
  while (DictEntry* entry = dict_next(dict, &position)) {
    if (i % kChargeEach == 0 && !context.charge(kChargeEach)) return Value::stopped();
    if (i++ > 0) out.append(", ");
    link.roots[1] = entry->key;
    link.roots[2] = entry->value;
    if (part == DictPart::Pairs) out.append('(');
    if (part != DictPart::Values) BELLJAR_CHECK(append_repr(out, link.roots[1]));
    if (part == DictPart::Entries) out.append(": ");
    if (part == DictPart::Pairs) out.append(", ");
    if (part != DictPart::Keys) BELLJAR_CHECK(append_repr(out, link.roots[2]));
    if (part == DictPart::Pairs) out.append(')');
    if (out.failed()) return context.stop_memory();
  }
  out.append(close);
  return Value::none();
}

// `name` is the class's: a subclass of set prints its own.
Value append_set(StrBuilder& out, Value v, std::string_view name) {
  Context& context = out.context();
  Set* set = v.as<Set>();
  const bool plain = v.is(Kind::Set) && name == "set";
  if (set->live == 0 || in_progress(context, v)) {
    out.append(name);
    out.append(set->live == 0 ? "()" : "(...)");
    return Value::none();
  }
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  ReprLink link(context, v);
  if (!plain) {
    out.append(name);
    out.append('(');
  }
  out.append('{');
  uint32_t position = 0;
  size_t i = 0;
  while (SetEntry* entry = set_next(set, &position)) {
    if (i % kChargeEach == 0 && !context.charge(kChargeEach)) return Value::stopped();
    if (i++ > 0) out.append(", ");
    link.roots[1] = entry->key;
    BELLJAR_CHECK(append_repr(out, link.roots[1]));
    if (out.failed()) return context.stop_memory();
  }
  out.append(plain ? "}" : "})");
  return Value::none();
}

Value append_view(StrBuilder& out, Value v) {
  Dict* dict = v.as<DictView>()->dict;
  const bool ordered = dict->sub == kDictOrdered;
  switch (static_cast<ViewKind>(v.as_object()->sub)) {
    case ViewKind::Keys:
      return append_dict(out, v, dict, DictPart::Keys, ordered ? "odict_keys([" : "dict_keys([",
                         "])", "...");
    case ViewKind::Values:
      return append_dict(out, v, dict, DictPart::Values,
                         ordered ? "odict_values([" : "dict_values([", "])", "...");
    case ViewKind::Items:
      return append_dict(out, v, dict, DictPart::Pairs, ordered ? "odict_items([" : "dict_items([",
                         "])", "...");
  }
  return Value::none();
}

}  // namespace

// --- functions, classes, objects -----------------------------------------------------------------

void append_class_name(StrBuilder& out, const Class* cls) {
  if (cls->module && cls->module->view() != "builtins") {
    out.append(cls->module->view());
    out.append('.');
  }
  out.append(cls->qualname->view());
}

void append_plain_object(StrBuilder& out, Value v) {
  out.append('<');
  append_class_name(out, class_of(out.context(), v));
  out.append(" object>");
}

namespace {

Value append_exception(StrBuilder& out, Value v) {
  Exception* e = v.as<Exception>();
  out.append(e->cls->name->view());
  Value args = Value::object(Kind::Tuple, e->args);
  if (e->args->count == 1) {
    DepthGuard guard(out.context());
    if (!guard) return out.context().depth_exceeded();
    ReprLink link(out.context(), args);
    out.append('(');
    BELLJAR_CHECK(append_repr(out, e->args->items[0]));
    out.append(')');
    return Value::none();
  }
  return append_items(out, args, "(", ")", "(...)");
}

Value append_range(StrBuilder& out, const RangeObject* r) {
  out.append("range(");
  BELLJAR_CHECK(append_int(out, r->start));
  out.append(", ");
  BELLJAR_CHECK(append_int(out, r->stop));
  if (!(r->step.is_int() && r->step.as_int() == 1)) {
    out.append(", ");
    BELLJAR_CHECK(append_int(out, r->step));
  }
  out.append(')');
  return Value::none();
}

Value append_slice(StrBuilder& out, Value v) {
  DepthGuard guard(out.context());
  if (!guard) return out.context().depth_exceeded();
  ReprLink link(out.context(), v);
  const Slice* s = v.as<Slice>();
  out.append("slice(");
  BELLJAR_CHECK(append_repr(out, s->start));
  out.append(", ");
  BELLJAR_CHECK(append_repr(out, s->stop));
  out.append(", ");
  BELLJAR_CHECK(append_repr(out, s->step));
  out.append(')');
  return Value::none();
}

Value append_super(StrBuilder& out, const Super* s) {
  out.append("<super: <class '");
  out.append(s->start->name->view());
  out.append("'>, ");
  if (s->self_class) {
    out.append('<');
    out.append(s->self_class->name->view());
    out.append(" object>>");
  } else {
    out.append("NULL>");
  }
  return Value::none();
}

// --- through the class ---------------------------------------------------------------------------

// The class's own method of that name: Undefined when it is object's, which is done here.
Value own_method(Context& context, Value v, Atom atom) {
  Value method = special_method(context, v, atom);
  if (method.is(Kind::Native) && method.as<Native>()->owner == context.realm().object) {
    return Value::undefined();
  }
  return method;
}

// Calls v.__repr__() or v.__str__() and appends the text that it must return.
Value append_call(StrBuilder& out, Value v, Atom atom) {
  Context& context = out.context();
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  BELLJAR_TRY(text, call_special(context, v, atom, {}));
  Value plain = payload(text);
  if (!plain.is_str()) {
    return context.raise(Exc::TypeError,
                         {context.realm().atom(atom)->view(), " returned non-string (type ",
                          type_name(context, text), ")"});
  }
  out.append(plain.as<Str>()->view());
  return Value::none();
}

Value append_bytearray(StrBuilder& out, Value v, std::string_view name) {
  if (!out.context().charge_bytes(v.as<ByteArray>()->count)) return Value::stopped();
  out.append(name);
  out.append('(');
  append_bytes_repr(out, v.as<ByteArray>()->view(), true);
  out.append(')');
  return Value::none();
}

// A set shows what iterating over it gives, which a derived class may decide.
Value append_set_as_iterated(StrBuilder& out, Value v) {
  Context& context = out.context();
  Roots<1> roots(context);
  BELLJAR_TRY(items, list_from(context, v));
  roots[0] = items;
  BELLJAR_TRY(text, repr(context, items));
  std::string_view listed = text.as<Str>()->view();
  out.append(type_name(context, v));
  out.append("({");
  out.append(listed.substr(1, listed.size() - 2));
  out.append("})");
  return Value::none();
}

Value append_instance(StrBuilder& out, Value v) {
  Value method = own_method(out.context(), v, Atom::repr);
  Value part = payload(v);
  if (method.is(Kind::Native) && shows_class(part)) return append_native_repr(out, v);
  if (!method.is_undefined()) return append_call(out, v, Atom::repr);
  // A native object that brings no __repr__ (itertools.chain) has object's, as instances do.
  if (part.is(Kind::Instance) || part.is(Kind::NativeObject)) {
    append_plain_object(out, v);
    return Value::none();
  }
  return append_repr(out, part);
}

}  // namespace

Value append_native_repr(StrBuilder& out, Value v) {
  Value part = payload(v);
  if (part.is(Kind::ByteArray)) return append_bytearray(out, part, type_name(out.context(), v));
  if (!shows_class(part)) return append_repr(out, part);
  if (!part.same(v) && part.as<Set>()->live > 0 &&
      is_python_function(special_method(out.context(), v, Atom::iter))) {
    return append_set_as_iterated(out, v);
  }
  return append_set(out, part, type_name(out.context(), v));
}

// --- repr ----------------------------------------------------------------------------------------

Value append_repr(StrBuilder& out, Value v) {
  Context& context = out.context();
  switch (v.kind()) {
    case Kind::Raised:
    case Kind::Stopped:
      return v;
    case Kind::None:
      out.append("None");
      return Value::none();
    case Kind::NotImplemented:
      out.append("NotImplemented");
      return Value::none();
    case Kind::Ellipsis:
      out.append("Ellipsis");
      return Value::none();
    case Kind::Bool:
      out.append(v.as_bool() ? "True" : "False");
      return Value::none();
    case Kind::Int:
    case Kind::BigInt:
      return append_int(out, v);
    case Kind::Float: {
      char digits[kFloatReprMax];
      out.append({digits, float_repr_to(v.as_float(), digits)});
      return Value::none();
    }
    case Kind::Complex:
      out.append(complex_repr(v.as<Complex>()->real, v.as<Complex>()->imag));
      return Value::none();
    case Kind::Str:
      if (!context.charge_bytes(v.as<Str>()->count)) return Value::stopped();
      append_str_repr(out, v.as<Str>()->view());
      return Value::none();
    case Kind::Bytes:
      if (!context.charge_bytes(v.as<Bytes>()->count)) return Value::stopped();
      append_bytes_repr(out, v.as<Bytes>()->view());
      return Value::none();
    case Kind::ByteArray:
      return append_bytearray(out, v, "bytearray");
    case Kind::Tuple:
      return append_items(out, v, "(", ")", "(...)");
    case Kind::List:
      return append_items(out, v, "[", "]", "[...]");
    case Kind::Dict:
      return append_dict(out, v, v.as<Dict>(), DictPart::Entries, "{", "}", "{...}");
    case Kind::Set:
      return append_set(out, v, "set");
    case Kind::FrozenSet:
      return append_set(out, v, "frozenset");
    case Kind::DictView:
      return append_view(out, v);
    case Kind::Range:
      return append_range(out, v.as<RangeObject>());
    case Kind::Slice:
      return append_slice(out, v);
    case Kind::Function:
      out.append("<function ");
      out.append(v.as<Function>()->qualname->view());
      out.append('>');
      return Value::none();
    case Kind::Native:
      append_native(out, v.as<Native>());
      return Value::none();
    case Kind::Property:
      append_property(out, v);
      return Value::none();
    case Kind::BoundMethod:
      return append_bound_method(out, v.as<BoundMethod>());
    case Kind::Class:
      if (v.as<Class>()->meta) {
        Value hook = special_method(context, v, Atom::repr);
        const bool own =
            hook.is(Kind::Function) ||
            (hook.is(Kind::Native) && hook.as<Native>()->owner != context.realm().type &&
             hook.as<Native>()->owner != context.realm().object);
        if (own) return append_call(out, v, Atom::repr);
      }
      out.append("<class '");
      append_class_name(out, v.as<Class>());
      out.append("'>");
      return Value::none();
    case Kind::Generator:
      out.append("<generator object ");
      out.append(v.as<Generator>()->function->qualname->view());
      out.append('>');
      return Value::none();
    case Kind::Module:
      out.append("<module '");
      out.append(v.as<Module>()->name->view());
      out.append("' (built-in)>");
      return Value::none();
    case Kind::StaticMethod:
    case Kind::ClassMethod: {
      DepthGuard guard(context);
      if (!guard) return context.depth_exceeded();
      out.append(v.is(Kind::StaticMethod) ? "<staticmethod(" : "<classmethod(");
      BELLJAR_CHECK(append_repr(out, v.as<Wrapper>()->function));
      out.append(")>");
      return Value::none();
    }
    case Kind::Super:
      return append_super(out, v.as<Super>());
    case Kind::Exception: {
      Value method = own_method(context, v, Atom::repr);
      if (is_python_function(method)) return append_call(out, v, Atom::repr);
      return append_exception(out, v);
    }
    case Kind::Instance:
    case Kind::NativeObject:
      return append_instance(out, v);
    default:
      append_plain_object(out, v);
      return Value::none();
  }
}

// --- str -----------------------------------------------------------------------------------------

Value append_str(StrBuilder& out, Value v) {
  Context& context = out.context();
  switch (v.kind()) {
    case Kind::Str:
      out.append(v.as<Str>()->view());
      return Value::none();
    case Kind::Int:
      return append_int(out, v);
    case Kind::Exception:
    case Kind::Instance:
    case Kind::NativeObject:
      break;
    default:
      return append_repr(out, v);
  }
  Value method = own_method(context, v, Atom::str);
  if (v.is(Kind::Exception)) {
    if (is_python_function(method)) return append_call(out, v, Atom::str);
    BELLJAR_TRY(text, exception_text(context, v.as<Exception>()));
    out.append(text.as<Str>()->view());
    return Value::none();
  }
  if (!method.is_undefined()) return append_call(out, v, Atom::str);
  Value part = payload(v);
  // bytes have a str of their own, which is their repr whatever a derived class has.
  if (part.is(Kind::Bytes) || part.is(Kind::ByteArray)) return append_native_repr(out, v);
  if (part.is_str() && own_method(context, v, Atom::repr).is_undefined()) {
    out.append(part.as<Str>()->view());
    return Value::none();
  }
  return append_repr(out, v);
}

// --- format --------------------------------------------------------------------------------------

namespace {

Value unsupported_spec(Context& context, Value v) {
  return context.raise(Exc::TypeError, {"unsupported format string passed to ",
                                        type_name(context, v), ".__format__"});
}

// A class that brings its own __format__, written in Python or (datetime) native.
Value append_format_method(StrBuilder& out, Value v, std::string_view spec) {
  Context& context = out.context();
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  BELLJAR_TRY(spec_text, new_str(context, spec));
  BELLJAR_TRY(text, call_special(context, v, Atom::format, {spec_text}));
  Value plain = payload(text);
  if (!plain.is_str()) {
    return context.raise(Exc::TypeError,
                         {"__format__ must return a str, not ", type_name(context, text)});
  }
  out.append(plain.as<Str>()->view());
  return Value::none();
}

Value append_format_object(StrBuilder& out, Value v, std::string_view spec) {
  Context& context = out.context();
  Value method = own_method(context, v, Atom::format);
  Value part = payload(v);
  // The methods that str and numbers have as classes do what is done below for the native part.
  const bool own = !method.is_undefined() &&
                   (is_python_function(method) || part.same(v) || part.is(Kind::NativeObject));
  if (own) return append_format_method(out, v, spec);
  if (spec.empty()) return append_str(out, v);
  const std::string_view type = type_name(context, v);
  if (part.is_str()) return append_formatted_str_of(out, part.as<Str>(), spec, type);
  if (is_int_value(part) || part.is_float() || part.is(Kind::Complex)) {
    return append_formatted_number_of(out, part, spec, type);
  }
  return unsupported_spec(context, v);
}

}  // namespace

Value append_format(StrBuilder& out, Value v, std::string_view spec) {
  Context& context = out.context();
  switch (v.kind()) {
    case Kind::Str:
      if (spec.empty()) {
        out.append(v.as<Str>()->view());
        return Value::none();
      }
      return append_formatted_str(out, v.as<Str>(), spec);
    case Kind::Bool:
    case Kind::Int:
    case Kind::BigInt:
    case Kind::Float:
    case Kind::Complex:
      if (spec.empty()) return append_repr(out, v);
      return append_formatted_number(out, v, spec);
    case Kind::Instance:
    case Kind::NativeObject:
    case Kind::Exception:
      return append_format_object(out, v, spec);
    default:
      if (spec.empty()) return append_str(out, v);
      return unsupported_spec(context, v);
  }
}

// --- protocol.h ----------------------------------------------------------------------------------

Value repr(Context& context, Value v) {
  StrBuilder out(context);
  BELLJAR_CHECK(append_repr(out, v));
  return out.finish();
}

Value to_str(Context& context, Value v) {
  if (v.is_str()) return v;
  if (v.is_int()) return int_to_str(context, v);
  StrBuilder out(context);
  BELLJAR_CHECK(append_str(out, v));
  return out.finish();
}

Value to_ascii(Context& context, Value v) {
  BELLJAR_TRY(text, repr(context, v));
  Str* s = text.as<Str>();
  if (s->ascii()) return text;
  if (!context.charge_bytes(s->count)) return Value::stopped();
  StrBuilder out(context);
  append_ascii_escaped(out, s->view());
  return out.finish();
}

Value format(Context& context, Value v, Value spec) {
  Value plain = payload(spec);
  if (!plain.is_str()) {
    return context.raise(Exc::TypeError, {"format() argument 2 must be str, not ",
                                          spec.is_none() ? "None" : type_name(context, spec)});
  }
  if (plain.as<Str>()->count == 0) {
    if (v.is_str()) return v;
    if (v.is_int()) return int_to_str(context, v);
  }
  StrBuilder out(context);
  BELLJAR_CHECK(append_format(out, v, plain.as<Str>()->view()));
  return out.finish();
}

}  // namespace belljar
