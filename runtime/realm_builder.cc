// Builds frozen classes, functions and modules from tables; parses their signatures once.
#include "runtime/realm_builder.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/str.h"

namespace belljar {

namespace {

RuntimeLimits builder_limits() {
  RuntimeLimits limits;
  limits.steps = UINT64_MAX / 4;
  limits.memory_bytes = 64u << 20;
  return limits;
}

// A table of ours is wrong: a defect of this program, found by every test that starts it.
[[noreturn]] void broken(std::string_view what, std::string_view which) {
  std::fprintf(stderr, "belljar: %.*s: %.*s\n", static_cast<int>(what.size()), what.data(),
               static_cast<int>(which.size()), which.data());
  std::abort();
}

std::string_view trim(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

// Splits at commas outside quotes.
std::vector<std::string_view> split_parameters(std::string_view text) {
  std::vector<std::string_view> parts;
  size_t begin = 0;
  bool quoted = false;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] == '\'') quoted = !quoted;
    if (i == text.size() || (text[i] == ',' && !quoted)) {
      std::string_view part = trim(text.substr(begin, i - begin));
      if (!part.empty()) parts.push_back(part);
      begin = i + 1;
    }
  }
  return parts;
}

}  // namespace

RealmBuilder::RealmBuilder(ChunkPool& pool) : RealmBuilder(pool, std::make_unique<Realm>()) {}

RealmBuilder::RealmBuilder(ChunkPool& pool, std::unique_ptr<Realm> realm)
    : Context(pool, *realm, builder_limits(), true), realm_storage_(*realm) {
  realm_owner_ = std::move(realm);
  slice = INT64_MAX / 4;
  Realm& r = realm_storage_;
  r.empty_tuple = heap().make<Tuple>(Kind::Tuple);
  // The shared strings: "" and the ASCII characters, made by hand as new_str hands these out.
  auto raw = [this](std::string_view text) {
    Str* s = heap().make<Str>(Kind::Str, text.size() > 8 ? text.size() - 8 : 0, kStrAscii);
    s->count = static_cast<uint32_t>(text.size());
    s->length = s->count;
    s->hash = 0;
    s->crumbs = 0;
    std::memcpy(s->inline_bytes, text.data(), text.size());
    str_hash(*this, s);
    return s;
  };
  r.empty_str = raw("");
  for (int c = 0; c < 128; ++c) {
    char ch = static_cast<char>(c);
    r.ascii[c] = raw(std::string_view(&ch, 1));
  }
  interned_.reserve(4096);
  static constexpr const char* kTexts[] = {
#define ATOM(identifier, text) text,
#include "runtime/atoms.def"
#undef ATOM
  };
  for (int i = 0; i < kAtomCount; ++i) r.atoms[i] = str(kTexts[i]);
  // Natives keep their methods where every class has them; object comes first.
  r.object = new_class("object", nullptr, Kind::Instance);
}

RealmBuilder::~RealmBuilder() = default;

Str* RealmBuilder::str(std::string_view text) {
  if (text.empty()) return realm_storage_.empty_str;
  auto known = interned_.find(text);
  if (known != interned_.end()) return known->second;
  Str* s = new_str(*this, text).as<Str>();
  str_hash(*this, s);
  interned_.emplace(s->view(), s);
  return s;
}

// --- signatures
// -----------------------------------------------------------------------------------

Value RealmBuilder::default_value(std::string_view text) {
  if (text == "?") return Value::undefined();
  if (text == "None") return Value::none();
  if (text == "True") return Value::boolean(true);
  if (text == "False") return Value::boolean(false);
  if (text == "()") return Value::object(realm_storage_.empty_tuple);
  if (text.size() >= 2 && text.front() == '\'' && text.back() == '\'') {
    std::string out;
    for (size_t i = 1; i + 1 < text.size(); ++i) {
      if (text[i] == '\\' && i + 2 < text.size()) {
        ++i;
        out += text[i] == 'n' ? '\n' : text[i] == 't' ? '\t' : text[i];
      } else {
        out += text[i];
      }
    }
    return Value::object(str(out));
  }
  char* end = nullptr;
  std::string digits(text);
  long long n = std::strtoll(digits.c_str(), &end, 10);
  if (end == digits.c_str() || *end) {
    double d = std::strtod(digits.c_str(), &end);
    if (end == digits.c_str() || *end) broken("signature: bad default", text);
    return Value::real(d);
  }
  return Value::integer(n);
}

const Signature* RealmBuilder::signature(std::string_view text) {
  auto known = signatures_by_text_.find(text);
  if (known != signatures_by_text_.end()) return known->second;
  const Signature* parsed = parse_signature(text);
  signatures_by_text_.emplace(text, parsed);
  return parsed;
}

const Signature* RealmBuilder::parse_signature(std::string_view text) {
  std::vector<Parameter>& list = parameters_.emplace_back();
  bool keyword_only = false;
  Signature s{};
  s.var_args = -1;
  s.var_keywords = -1;
  s.simple = true;
  for (std::string_view part : split_parameters(text)) {
    if (part == "/") {
      for (Parameter& p : list) p.mode = Parameter::PositionalOnly;
      continue;
    }
    if (part == "*") {
      keyword_only = true;
      continue;
    }
    Parameter p{};
    p.required = true;
    p.mode = keyword_only ? Parameter::KeywordOnly : Parameter::Either;
    if (part.substr(0, 2) == "**") {
      p.mode = Parameter::VarKeywords;
      p.required = false;
      part.remove_prefix(2);
      s.var_keywords = static_cast<int8_t>(list.size());
    } else if (part.front() == '*') {
      p.mode = Parameter::VarArgs;
      p.required = false;
      keyword_only = true;
      part.remove_prefix(1);
      s.var_args = static_cast<int8_t>(list.size());
    }
    if (size_t equals = part.find('='); equals != std::string_view::npos) {
      p.required = false;
      p.value = default_value(trim(part.substr(equals + 1)));
      part = trim(part.substr(0, equals));
    } else if (part.back() == '?') {
      p.required = false;
      part.remove_suffix(1);
    }
    p.name = str(part);
    if (p.mode == Parameter::Either) {
      ++s.positional;
      if (p.required) ++s.required;
    } else {
      s.simple = false;
    }
    list.push_back(p);
  }
  if (list.size() > kMaxParameters) broken("signature: too many parameters", text);
  s.parameters = list.data();
  s.count = static_cast<uint8_t>(list.size());
  signatures_.push_back(s);
  return &signatures_.back();
}

// --- functions and classes
// --------------------------------------------------------------------------

Native* RealmBuilder::native(const NativeDef& def, Class* owner, Kind receiver) {
  Native* n = heap().make<Native>(Kind::Native);
  n->fn = def.fn;
  n->signature = signature(def.signature);
  n->name = str(def.name);
  n->owner = owner;
  n->module = nullptr;
  n->receiver = receiver;
  n->native_flags = def.flags;
  const bool special = owner && !(def.flags & kNativePython) && is_slot_name(def.name);
  if (special) n->native_flags |= kNativeSlot;
  return n;
}

Class* RealmBuilder::new_class(std::string_view name, Class* base, Kind instance_kind,
                               uint32_t traits, std::string_view module) {
  Realm& r = realm_storage_;
  if (!base) base = r.object;
  Class* cls = heap().make<Class>(Kind::Class);
  cls->name = str(name);
  cls->qualname = cls->name;
  cls->module = str(module);
  cls->mro = nullptr;  // not known yet: layout_add looks
  cls->layout = {nullptr, 0, 0};
  cls->traits = traits;
  cls->instance_kind = instance_kind;
  cls->meta = nullptr;
  cls->payload_kind = base ? base->payload_kind : Kind::Instance;
  cls->native = base ? base->native : nullptr;
  cls->attributes = new_dict(*this).as<Dict>();
  std::vector<Value> mro{Value::object(cls)};
  Value base_value = base ? Value::object(base) : Value::none();
  if (base) {
    cls->traits |= base->traits & kIsException;
    for (uint32_t i = 0; i < base->mro->count; ++i) mro.push_back(base->mro->items[i]);
    cls->bases = new_tuple(*this, &base_value, 1).as<Tuple>();
    for (uint32_t i = 0; i < base->layout.count; ++i) layout_add(*this, cls, base->layout.names[i]);
  } else {
    cls->bases = r.empty_tuple;
  }
  cls->mro = new_tuple(*this, mro.data(), mro.size()).as<Tuple>();
  Class*& slot = r.classes[static_cast<int>(instance_kind)];
  bool registered = instance_kind != Kind::Instance && instance_kind != Kind::Exception &&
                    instance_kind != Kind::NativeObject && instance_kind != Kind::Iterator &&
                    instance_kind != Kind::DictView;
  if (registered && !slot) slot = cls;
  classes_.push_back(cls);
  return cls;
}

Class* RealmBuilder::new_exception_class(std::string_view name, Class* base,
                                         std::string_view module) {
  return new_class(name, base, Kind::Exception, kIsException, module);
}

void RealmBuilder::methods(Class* cls, std::span<const NativeDef> table, MethodKind kind) {
  for (const NativeDef& def : table) {
    bool self = kind == MethodKind::Method || kind == MethodKind::Property;
    Native* n = native(def, cls,
                       self && cls != realm_storage_.object ? cls->instance_kind : Kind::Undefined);
    Value v = Value::object(n);
    if (kind == MethodKind::Static || kind == MethodKind::ClassMethod) {
      Wrapper* w =
          heap().make<Wrapper>(kind == MethodKind::Static ? Kind::StaticMethod : Kind::ClassMethod);
      w->function = v;
      v = Value::object(w);
    }
    if (kind == MethodKind::Property) {
      property(cls, def.name, def.fn, nullptr, def.flags);
      continue;
    }
    attribute(cls, def.name, v);
  }
}

void RealmBuilder::constructor(Class* cls, const NativeDef& def) {
  Native* made = native(def, cls, Kind::Undefined);
  made->native_flags |= kNativeConstructor;
  attribute(cls, "__new__", Value::object(made));
}

void RealmBuilder::property(Class* cls, std::string_view name, NativeFn fn, NativeFn setter,
                            uint8_t flags, NativeFn deleter) {
  Property* p = heap().make<Property>(Kind::Property);
  std::string text(name);
  Kind receiver = cls == realm_storage_.object ? Kind::Undefined : cls->instance_kind;
  p->get = Value::object(native({text.c_str(), "self", fn, flags}, cls, receiver));
  p->set = setter
               ? Value::object(native({text.c_str(), "self, value", setter, flags}, cls, receiver))
               : Value::none();
  p->del = deleter ? Value::object(native({text.c_str(), "self", deleter, flags}, cls, receiver))
                   : Value::none();
  p->doc = Value::none();
  p->name = str(name);
  attribute(cls, name, Value::object(p));
}

void RealmBuilder::attribute(Class* cls, std::string_view name, Value value) {
  dict_set_str(*this, cls->attributes, str(name), value);
}

// --- modules
// ----------------------------------------------------------------------------------------

Module* RealmBuilder::module(std::string_view name) {
  Str* full = str(name);
  for (Module* m : modules_) {
    if (m->name == full) return m;
  }
  Module* m = heap().make<Module>(Kind::Module);
  m->name = full;
  m->attributes = new_dict(*this).as<Dict>();
  modules_.push_back(m);
  // A submodule is an attribute of its package.
  if (size_t dot = name.rfind('.'); dot != std::string_view::npos) {
    member(module(name.substr(0, dot)), name.substr(dot + 1), Value::object(m));
  }
  return m;
}

void RealmBuilder::member(Module* m, std::string_view name, Value value) {
  dict_set_str(*this, m->attributes, str(name), value);
}

namespace {
// CPython writes the natives of these modules in a module of their own, which messages show.
struct Accelerated {
  std::string_view module;
  std::string_view home;
};
constexpr Accelerated kAccelerated[] = {
    {"bisect", "_bisect"},
    {"functools", "_functools"},
    {"heapq", "_heapq"},
    {"operator", "_operator"},
};
}  // namespace

void RealmBuilder::functions(Module* m, std::span<const NativeDef> table) {
  Str* home = m->name->view() == "builtins" ? nullptr : m->name;
  for (const Accelerated& row : kAccelerated) {
    if (m->name->view() == row.module) home = str(row.home);
  }
  for (const NativeDef& def : table) {
    Native* n = native(def, nullptr, Kind::Undefined);
    n->module = home;
    member(m, def.name, Value::object(n));
  }
}

void RealmBuilder::plain_method(Class* cls, std::string_view name) {
  Value found = dict_get_str(*this, cls->attributes, str(name));
  if (!found.is(Kind::Native)) broken("no method", name);
  const_cast<Native*>(found.as<Native>())->native_flags &= static_cast<uint8_t>(~kNativeSlot);
}

void RealmBuilder::finish() {
  for (Class* cls : classes_) update_traits(*this, cls);
  open_ = false;
  signatures_by_text_.clear();
  interned_.clear();
}

// --- what a realm under construction does not do
// ------------------------------------------------------

Value RealmBuilder::invoke(Value callee, const Value*, size_t) {
  broken("realm builder: call of", type_name(*this, callee));
}
Value RealmBuilder::invoke_keywords(Value callee, const Value*, size_t, Tuple*) {
  broken("realm builder: call of", type_name(*this, callee));
}
Value RealmBuilder::resume(Generator*, Value, Value*) { broken("realm builder", "resume"); }
Value RealmBuilder::throw_into(Generator*, Value, Value*) { broken("realm builder", "throw"); }
Value RealmBuilder::write_output(std::string_view) { broken("realm builder", "output"); }

}  // namespace belljar
