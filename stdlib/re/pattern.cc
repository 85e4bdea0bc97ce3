// Pattern objects: their methods and attributes, and the scanner behind finditer.
#include "builtins/type_forms.h"
#include "runtime/dict.h"
#include "runtime/protocol.h"
#include "stdlib/re/pattern_calls.h"

namespace belljar::re {

extern const NativeType kPatternType;  // matching.cc

namespace {

Pattern* pattern_of(Call& c) { return c.self<Pattern>(); }

Value pattern_search(Call& c) {
  return match_once(c.context(), pattern_of(c), c[1], c[2], c[3], Where::Anywhere);
}
Value pattern_match(Call& c) {
  return match_once(c.context(), pattern_of(c), c[1], c[2], c[3], Where::AtStart);
}
Value pattern_fullmatch(Call& c) {
  return match_once(c.context(), pattern_of(c), c[1], c[2], c[3], Where::Whole);
}
Value pattern_findall(Call& c) { return find_all(c.context(), pattern_of(c), c[1], c[2], c[3]); }
Value pattern_finditer(Call& c) { return find_iter(c.context(), pattern_of(c), c[1], c[2], c[3]); }
Value pattern_split(Call& c) { return split(c.context(), pattern_of(c), c[1], c[2]); }
Value pattern_sub(Call& c) {
  return substitute(c.context(), pattern_of(c), c[1], c[2], c[3], false);
}
Value pattern_subn(Call& c) {
  return substitute(c.context(), pattern_of(c), c[1], c[2], c[3], true);
}

Value pattern_text(Call& c) { return pattern_of(c)->text; }
Value pattern_flags(Call& c) { return Value::integer(pattern_of(c)->program->flags()); }
Value pattern_groups(Call& c) { return Value::integer(pattern_of(c)->program->groups()); }
Value pattern_groupindex(Call& c) {
  BELLJAR_TRY(out, new_dict(c.context()));
  for (const auto& [name, number] : pattern_of(c)->program->names()) {
    BELLJAR_TRY(key, new_str(c.context(), name));
    BELLJAR_CHECK(dict_set_str(c.context(), out.as<Dict>(), key.as<Str>(), Value::integer(number)));
  }
  return out;
}

struct FlagName {
  uint32_t flag;
  const char* name;
};
constexpr FlagName kFlagNames[] = {
    {kTemplate, "re.TEMPLATE"},   {kIgnoreCase, "re.IGNORECASE"}, {kLocale, "re.LOCALE"},
    {kMultiline, "re.MULTILINE"}, {kDotAll, "re.DOTALL"},         {kUnicode, "re.UNICODE"},
    {kVerbose, "re.VERBOSE"},     {kDebug, "re.DEBUG"},           {kAscii, "re.ASCII"},
};

Value pattern_repr(Call& c) {
  Context& context = c.context();
  const Pattern* pattern = pattern_of(c);
  uint32_t flags = pattern->program->flags();
  if (!pattern->bytes() && (flags & (kLocale | kUnicode | kAscii)) == kUnicode) flags &= ~kUnicode;
  BELLJAR_TRY(shown, repr(context, pattern->text));
  Str* s = shown.as<Str>();
  StrBuilder out(context);
  out.append("re.compile(");
  out.append(s->view().substr(0, s->length <= 200 ? s->count : str_offset(s, 200)));
  const char* separator = ", ";
  for (const FlagName& row : kFlagNames) {
    if (!(flags & row.flag)) continue;
    out.append(separator);
    out.append(row.name);
    separator = "|";
    flags &= ~row.flag;
  }
  if (flags) {
    char hex[16];
    std::snprintf(hex, sizeof hex, "0x%x", flags);
    out.append(separator);
    out.append(hex);
  }
  out.append(')');
  return out.finish();
}

Value pattern_eq(Call& c) {
  if (!is_pattern(c.context(), c[1])) return Value::not_implemented();
  const Pattern *a = pattern_of(c), *b = c[1].as<Pattern>();
  if (a == b) return Value::boolean(true);
  if (a->program->flags() != b->program->flags() || a->bytes() != b->bytes()) {
    return Value::boolean(false);
  }
  return equals(c.context(), a->text, b->text);
}
Value pattern_hash(Call& c) {
  BELLJAR_TRY(text, visible_hash(c.context(), pattern_of(c)->text));
  return Value::integer(text.as_int() ^ pattern_of(c)->program->flags());
}
Value itself(Call& c) { return c[0]; }
Value no_instances(Call& c) {
  return c.context().raise(Exc::TypeError, "cannot create 're.Pattern' instances");
}

constexpr NativeDef kMethods[] = {
    {"search", "self, string, pos?, endpos?", pattern_search, kNativeCallsBack},
    {"match", "self, string, pos?, endpos?", pattern_match, kNativeCallsBack},
    {"fullmatch", "self, string, pos?, endpos?", pattern_fullmatch, kNativeCallsBack},
    {"findall", "self, string, pos?, endpos?", pattern_findall, kNativeCallsBack},
    {"finditer", "self, string, pos?, endpos?", pattern_finditer, kNativeCallsBack},
    {"split", "self, string, maxsplit=0", pattern_split, kNativeCallsBack},
    {"sub", "self, repl, string, count=0", pattern_sub, kNativeCallsBack},
    {"subn", "self, repl, string, count=0", pattern_subn, kNativeCallsBack},
    {"__repr__", "self", pattern_repr},
    {"__eq__", "self, other, /", pattern_eq},
    {"__hash__", "self", pattern_hash},
    {"__copy__", "self", itself},
    {"__deepcopy__", "self, memo, /", itself},
};
constexpr NativeDef kProperties[] = {
    {"pattern", "self", pattern_text},
    {"flags", "self", pattern_flags},
    {"groups", "self", pattern_groups},
    {"groupindex", "self", pattern_groupindex},
};

Value scanner_search(Call& c) { return scan(c.context(), c.self<Scanner>(), Where::Anywhere); }
constexpr NativeDef kScannerMethods[] = {{"search", "self", scanner_search}};

void trace_scanner(Object* o, Tracer& tracer) {
  Scanner* scanner = static_cast<Scanner*>(o);
  tracer.visit(scanner->pattern);
  tracer.visit(scanner->string);
}
constexpr NativeType kScannerType = {"_sre.SRE_Scanner", trace_scanner, nullptr};

}  // namespace

void install_pattern(RealmBuilder& b, Module* m) {
  Class* cls = b.new_class("re.Pattern", nullptr, Kind::NativeObject, kFinal, "re");
  cls->qualname = b.str("Pattern");
  make_subscriptable(b, cls);
  cls->native = &kPatternType;
  b.building().extensions[static_cast<int>(ReClass::Pattern)] = cls;
  b.constructor(cls, {"Pattern", "cls, *args, **kwargs", no_instances});
  b.methods(cls, kMethods);
  b.methods(cls, kProperties, MethodKind::Property);
  b.member(m, "Pattern", Value::object(cls));

  Class* scanner = b.new_class("SRE_Scanner", nullptr, Kind::NativeObject, kFinal, "_sre");
  scanner->native = &kScannerType;
  b.building().extensions[static_cast<int>(ReClass::Scanner)] = scanner;
  b.methods(scanner, kScannerMethods);
}

}  // namespace belljar::re
