// The one binder of natives' arguments. Messages are CPython's; there are two families of them,
// Argument Clinic's and those of plain C functions, told apart by the shape of the signature.
#include "runtime/signature.h"

#include <string>

#include "runtime/class.h"
#include "runtime/context.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/str.h"

namespace belljar {

namespace {

std::string count_text(size_t n, const char* noun) {
  return std::to_string(n) + " " + noun + (n == 1 ? "" : "s");
}

// Methods do not count self.
size_t hidden_count(const Native* native) {
  const Signature& s = *native->signature;
  if (!native->owner || s.count == 0) return 0;
  const std::string_view first = s.parameters[0].name->view();
  return first == "self" || first == "cls" ? 1 : 0;
}

// Without self, does any parameter take a keyword?
bool takes_keywords(const Native* native) {
  const Signature& s = *native->signature;
  for (size_t i = hidden_count(native); i < s.count; ++i) {
    const auto mode = s.parameters[i].mode;
    if (mode == Parameter::Either || mode == Parameter::KeywordOnly) return true;
  }
  return false;
}

// sorted(iterable, /, *, key, reverse) counts its positional arguments itself, like a plain C
// function, and leaves the keywords to list.sort.
bool counts_itself(const Native* native) {
  const Signature& s = *native->signature;
  bool keyword_only = false;
  for (size_t i = hidden_count(native); i < s.count; ++i) {
    if (s.parameters[i].mode == Parameter::Either) return false;
    keyword_only |= s.parameters[i].mode == Parameter::KeywordOnly;
  }
  return keyword_only && s.positional - hidden_count(native) == 1;
}

// A constructor goes by the name of its class, and so does the __init__ of these.
bool names_its_class(Kind kind) {
  return kind == Kind::Exception || kind == Kind::List || kind == Kind::Dict || kind == Kind::Set ||
         kind == Kind::ByteArray;
}
bool is_constructor(const Native* native) {
  if (!native->owner) return false;
  const std::string_view name = native->name->view();
  return name == "__new__" || name == native->owner->name->view() ||
         (name == "__init__" && names_its_class(native->owner->instance_kind));
}
std::string shown_name(const Native* native) {
  return std::string(is_constructor(native) ? native->owner->qualname->view()
                                            : native->name->view());
}
std::string owner_prefix(const Native* native) {
  if (native->module) return std::string(native->module->view()) + ".";
  if (!native->owner || is_constructor(native)) return {};
  return std::string(native->owner->qualname->view()) + ".";
}

// find() and its kin: "find() takes at least 1 argument (0 given)".
Value wrong_count(Context& context, const Native* native, const char* bound, size_t limit,
                  size_t given) {
  return context.raise(Exc::TypeError,
                       {native->name->view(), "() takes ", bound, count_text(limit, "argument"),
                        " (", std::to_string(given), " given)"});
}

Value too_many(Context& context, const Native* native, size_t given) {
  const Signature& s = *native->signature;
  size_t hidden = hidden_count(native);
  size_t most = s.positional - hidden;
  size_t least = s.required - hidden;
  given -= hidden;
  if (native->native_flags & kNativeTuple) {
    return wrong_count(context, native, "at most ", most, given);
  }
  std::string name = shown_name(native);
  const bool has_keywords = takes_keywords(native) && !counts_itself(native);
  if (most == 0 && has_keywords) {
    return context.raise(Exc::TypeError, {name, "() takes no positional arguments"});
  }
  if (most == 0) {
    return context.raise(Exc::TypeError, {owner_prefix(native), name, "() takes no arguments (",
                                          std::to_string(given), " given)"});
  }
  if (!has_keywords && most == least && most == 1 && !is_constructor(native) &&
      !counts_itself(native)) {
    return context.raise(Exc::TypeError,
                         {owner_prefix(native), name, "() takes exactly one argument (",
                          std::to_string(given), " given)"});
  }
  if (!has_keywords) {
    return context.raise(Exc::TypeError,
                         {name, " expected ", most == least ? "" : "at most ",
                          count_text(most, "argument"), ", got ", std::to_string(given)});
  }
  // Without keyword-only parameters keywords count too, and CPython says just "arguments".
  bool keyword_only = s.var_keywords >= 0;
  for (int i = 0; i < s.count; ++i) keyword_only |= s.parameters[i].mode == Parameter::KeywordOnly;
  const char* noun = keyword_only ? "positional argument" : "argument";
  return context.raise(Exc::TypeError,
                       {name, "() takes ", most == least ? "exactly " : "at most ",
                        count_text(most, noun), " (", std::to_string(given), " given)"});
}

Value too_few(Context& context, const Native* native, size_t given, size_t missing) {
  const Signature& s = *native->signature;
  size_t hidden = hidden_count(native);
  size_t most = s.positional - hidden;
  size_t least = s.required - hidden;
  std::string name = shown_name(native);
  const Parameter& p = s.parameters[missing];
  if (p.mode == Parameter::Either || p.mode == Parameter::KeywordOnly) {
    return context.raise(Exc::TypeError, {name, "() missing required argument '", p.name->view(),
                                          "' (pos ", std::to_string(missing + 1 - hidden), ")"});
  }
  given = given > hidden ? given - hidden : 0;
  if (native->native_flags & kNativeTuple) {
    return wrong_count(context, native, "at least ", least, given);
  }
  for (size_t i = hidden; i < s.count; ++i) {
    if (s.parameters[i].mode != Parameter::Either) continue;
    return context.raise(
        Exc::TypeError,
        {name, "() takes ", least < most ? "at least " : "exactly ",
         count_text(least, "positional argument"), " (", std::to_string(given), " given)"});
  }
  if (most == least && most == 1 && s.var_args < 0 && !is_constructor(native) &&
      !counts_itself(native)) {
    return context.raise(Exc::TypeError,
                         {owner_prefix(native), name, "() takes exactly one argument (",
                          std::to_string(given), " given)"});
  }
  return context.raise(Exc::TypeError,
                       {name, " expected ", most == least && s.var_args < 0 ? "" : "at least ",
                        count_text(least, "argument"), ", got ", std::to_string(given)});
}

Value bind_slow(Context& context, const Native* native, Value* args, size_t argc, Tuple* names) {
  const Signature& s = *native->signature;
  size_t keywords = names ? names->count : 0;
  size_t given = argc - keywords;
  Value bound[kMaxParameters];
  const bool takes_any = takes_keywords(native);
  if (keywords > 0 && !takes_any && s.var_keywords < 0) {
    if (native->name->view() == "__init__" && given > 0 && args[0].is(Kind::Exception)) {
      return context.raise(Exc::TypeError,
                           {type_name(context, args[0]), "() takes no keyword arguments"});
    }
    return context.raise(Exc::TypeError, {owner_prefix(native), shown_name(native),
                                          "() takes no keyword arguments"});
  }
  // Argument Clinic's order: all that are too many, positionals, what is missing, what is unknown.
  const bool clinic = takes_any && !counts_itself(native) && s.var_args < 0 && s.var_keywords < 0;
  const size_t hidden = hidden_count(native);
  if (clinic && argc > s.count) {
    return context.raise(
        Exc::TypeError,
        {shown_name(native), "() takes at most ",
         count_text(s.count - hidden, given == hidden ? "keyword argument" : "argument"), " (",
         std::to_string(argc - hidden), " given)"});
  }
  if (takes_any && s.var_args >= 0 && s.var_keywords < 0) {
    const size_t named = s.count - 1u - s.positional;
    if (keywords > named) {
      return context.raise(Exc::TypeError, {shown_name(native), "() takes at most ",
                                            count_text(named, "keyword argument"), " (",
                                            std::to_string(keywords), " given)"});
    }
  }
  if (given > s.positional && s.var_args < 0) return too_many(context, native, given);
  if (clinic && given < s.count && s.parameters[given].mode == Parameter::PositionalOnly &&
      s.parameters[given].required) {
    return too_few(context, native, given, given);
  }
  size_t direct = given < s.positional ? given : s.positional;
  for (size_t i = 0; i < direct; ++i) bound[i] = args[i];
  if (s.var_args >= 0) {
    BELLJAR_TRY(rest, new_tuple(context, args + direct, given - direct));
    bound[s.var_args] = rest;
  }
  Dict* extra = nullptr;
  if (s.var_keywords >= 0) {
    BELLJAR_TRY(dict, new_dict(context));
    extra = dict.as<Dict>();
    bound[s.var_keywords] = dict;
  }
  std::string name = shown_name(native);
  Str* unknown = nullptr;
  int repeated = -1;
  for (size_t k = 0; k < keywords; ++k) {
    Str* keyword = names->items[k].as<Str>();
    Value value = args[given + k];
    int at = -1;
    for (int i = 0; i < s.count; ++i) {
      const Parameter& p = s.parameters[i];
      if (p.mode != Parameter::Either && p.mode != Parameter::KeywordOnly) continue;
      if (p.name == keyword || str_equals(p.name, keyword)) {
        at = i;
        break;
      }
    }
    if (at < 0) {
      if (extra) {
        BELLJAR_CHECK(dict_set_str(context, extra, keyword, value));
        continue;
      }
      if (!unknown) unknown = keyword;
      continue;
    }
    if (bound[at].is_undefined()) {
      bound[at] = value;
    } else if (repeated < 0) {
      repeated = at;
    }
  }
  for (int i = 0; i < s.count; ++i) {
    const Parameter& p = s.parameters[i];
    if (!bound[i].is_undefined() || p.mode == Parameter::VarArgs ||
        p.mode == Parameter::VarKeywords)
      continue;
    if (p.required) return too_few(context, native, given, static_cast<size_t>(i));
    bound[i] = p.value;
  }
  if (repeated >= 0) {
    return context.raise(
        Exc::TypeError,
        {"argument for ", name, "() given by name ('", s.parameters[repeated].name->view(),
         "') and position (", std::to_string(static_cast<size_t>(repeated) + 1 - hidden), ")"});
  }
  if (unknown) {
    return context.raise(Exc::TypeError, {"'", unknown->view(),
                                          "' is an invalid keyword argument for ", name, "()"});
  }
  for (int i = 0; i < s.count; ++i) args[i] = bound[i];
  return Value::none();
}

}  // namespace

Value bind_native(Context& context, const Native* native, Value* args, size_t argc, Tuple* names) {
  const Signature& s = *native->signature;
  if (s.simple && !names && argc <= s.count && argc >= s.required) {
    for (size_t i = argc; i < s.count; ++i) args[i] = s.parameters[i].value;
    return Value::none();
  }
  if (native->native_flags & kNativeSlot) {
    const size_t keywords = names ? names->count : 0;
    if (s.simple || keywords > 0) {
      Value wrong = raise_slot_arguments(context, native, argc - keywords, keywords > 0);
      if (!wrong.is_undefined()) return wrong;
    }
  }
  if (native->native_flags & kNativePython) {
    return bind_python_style(context, native, args, argc, names);
  }
  return bind_slow(context, native, args, argc, names);
}

Value check_bound(Context& context, const Native* native, Value self, size_t argc, Tuple* names) {
  const Signature& s = *native->signature;
  constexpr int kOtherWords = kNativeTuple | kNativeSlot | kNativeConstructor | kNativePython;
  if (!native->owner || native->module || native->native_flags & kOtherWords) return Value::none();
  if (s.var_args >= 0 || s.var_keywords >= 0 || takes_keywords(native)) return Value::none();
  const size_t hidden = hidden_count(native);
  const size_t most = s.positional - hidden, least = s.required - hidden;
  const bool keywords = names && names->count > 0;
  const bool none = most == 0 && argc > 0;
  const bool one = most == 1 && least == 1 && argc != 1;
  if (!keywords && !none && !one) return Value::none();
  std::string name(class_of(context, self)->qualname->view());
  name += "." + std::string(native->name->view());
  if (keywords) return context.raise(Exc::TypeError, {name, "() takes no keyword arguments"});
  return context.raise(Exc::TypeError,
                       {name, none ? "() takes no arguments (" : "() takes exactly one argument (",
                        std::to_string(argc), " given)"});
}

Value bind_receiver(Context& context, const Native* native, Value* args, size_t argc) {
  if (native->receiver == Kind::Undefined) return Value::none();
  const bool slot = native->native_flags & kNativeSlot;
  if (argc == 0 && slot) return raise_slot_arguments(context, native, 0, false);
  if (argc == 0) {
    return context.raise(Exc::TypeError, {"unbound method ", native->owner->name->view(), ".",
                                          native->name->view(), "() needs an argument"});
  }
  Kind kind = args[0].kind();
  if (has_many_classes(native->receiver)) {
    if (kind == native->receiver && is_subclass(class_of(context, args[0]), native->owner)) {
      return Value::none();
    }
    Value part = native->receiver == Kind::NativeObject ? payload(args[0]) : Value::undefined();
    if (part.is(Kind::NativeObject) && is_subclass(class_of(context, part), native->owner)) {
      args[0] = part;
      return Value::none();
    }
  } else {
    if (kind == native->receiver) return Value::none();
    Value part = payload(args[0]);
    bool integer = native->receiver == Kind::Int && (part.is(Kind::BigInt) || part.is_bool());
    if (part.kind() == native->receiver || integer) {
      if (!(native->native_flags & kNativeWholeSelf)) args[0] = part;
      return Value::none();
    }
  }
  if (slot) {
    return context.raise(Exc::TypeError, {"descriptor '", native->name->view(), "' requires a '",
                                          native->owner->name->view(), "' object but received a '",
                                          type_name(context, args[0]), "'"});
  }
  return context.raise(
      Exc::TypeError, {"descriptor '", native->name->view(), "' for '", native->owner->name->view(),
                       "' objects doesn't apply to a '", type_name(context, args[0]), "' object"});
}

Value bind_class(Context& context, const Native* native, const Value* args, size_t argc) {
  const Class* owner = native->owner;
  const std::string_view name = owner->name->view();
  if (argc == 0) {
    return context.raise(Exc::TypeError, {name, ".__new__(): not enough arguments"});
  }
  if (!args[0].is(Kind::Class)) {
    return context.raise(Exc::TypeError, {name, ".__new__(X): X is not a type object (",
                                          type_name(context, args[0]), ")"});
  }
  const Class* cls = args[0].as<Class>();
  const std::string_view made = cls->name->view();
  if (!is_subclass(cls, owner)) {
    return context.raise(Exc::TypeError,
                         {name, ".__new__(", made, "): ", made, " is not a subtype of ", name});
  }
  // bool is an int that only bool makes.
  if (cls->instance_kind == Kind::Bool && owner->instance_kind != Kind::Bool) {
    return context.raise(Exc::TypeError,
                         {name, ".__new__(", made, ") is not safe, use ", made, ".__new__()"});
  }
  return Value::none();
}

}  // namespace belljar
