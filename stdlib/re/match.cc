// Match objects.
#include "builtins/type_forms.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "stdlib/re/objects.h"

namespace belljar::re {

namespace {

Match* match_of(Call& c) { return c.self<Match>(); }

Subject subject_of(const Match* match) {
  Subject subject;
  subject.original = match->string;
  subject.plain = payload(match->string);
  subject.length = subject.plain.is_str() ? subject.plain.as<Str>()->length
                                          : static_cast<int64_t>(bytes_view(subject.plain).size());
  return subject;
}

Value group_text(Context& context, const Match* match, size_t group, Value fallback) {
  if (!match->took_part(group)) return fallback;
  return slice_subject(context, subject_of(match), match->spans[group * 2],
                       match->spans[group * 2 + 1]);
}

int64_t group_named(const Match* match, std::string_view name) {
  for (const auto& [known, number] : match->pattern->program->names()) {
    if (known == name) return number;
  }
  return -1;
}

// A number or a name; IndexError "no such group".
Value group_index(Context& context, const Match* match, Value which, size_t* group) {
  int64_t n = -1;
  Value plain = payload(which);
  if (plain.is_int_like()) {
    n = plain.as_int();
  } else if (plain.is_str()) {
    n = group_named(match, plain.as<Str>()->view());
  } else if (which.is(Kind::Instance) || which.is(Kind::NativeObject)) {
    if (!special_method(context, which, Atom::index).is_undefined()) {
      BELLJAR_TRY(index, as_index(context, which));
      if (index.is_int_like()) n = index.as_int();
    }
  }
  if (n < 0 || n > match->groups) return context.raise(Exc::IndexError, "no such group");
  *group = static_cast<size_t>(n);
  return Value::none();
}

Value one_group(Context& context, const Match* match, Value which) {
  size_t group;
  BELLJAR_CHECK(group_index(context, match, which, &group));
  return group_text(context, match, group, Value::none());
}

Value match_group(Call& c) {
  Context& context = c.context();
  Tuple* which = c[1].as<Tuple>();
  if (which->count == 0) return group_text(context, match_of(c), 0, Value::none());
  if (which->count == 1) return one_group(context, match_of(c), which->items[0]);
  Roots<1> roots(context);
  BELLJAR_TRY(out, new_list_reserved(context, which->count));
  roots[0] = out;
  for (uint32_t i = 0; i < which->count; ++i) {
    BELLJAR_TRY(v, one_group(context, match_of(c), which->items[i]));
    BELLJAR_CHECK(list_append(context, out.as<List>(), v));
  }
  return new_tuple(context, out.as<List>()->items, out.as<List>()->size);
}

Value match_getitem(Call& c) { return one_group(c.context(), match_of(c), c[1]); }

Value match_groups(Call& c) {
  Context& context = c.context();
  const Match* match = match_of(c);
  BELLJAR_TRY(out, new_list_reserved(context, match->groups));
  for (uint32_t g = 1; g <= match->groups; ++g) {
    BELLJAR_TRY(v, group_text(context, match, g, c[1]));
    BELLJAR_CHECK(list_append(context, out.as<List>(), v));
  }
  return new_tuple(context, out.as<List>()->items, out.as<List>()->size);
}

Value match_groupdict(Call& c) {
  Context& context = c.context();
  const Match* match = match_of(c);
  BELLJAR_TRY(out, new_dict(context));
  for (const auto& [name, number] : match->pattern->program->names()) {
    BELLJAR_TRY(key, new_str(context, name));
    BELLJAR_TRY(v, group_text(context, match, number, c[1]));
    BELLJAR_CHECK(dict_set_str(context, out.as<Dict>(), key.as<Str>(), v));
  }
  return out;
}

Value pair_of(Context& context, const Match* match, size_t group) {
  Value pair[] = {Value::integer(match->spans[group * 2]),
                  Value::integer(match->spans[group * 2 + 1])};
  return new_tuple(context, pair, 2);
}

Value match_start(Call& c) {
  size_t group;
  BELLJAR_CHECK(group_index(c.context(), match_of(c), c[1], &group));
  return Value::integer(match_of(c)->spans[group * 2]);
}
Value match_end(Call& c) {
  size_t group;
  BELLJAR_CHECK(group_index(c.context(), match_of(c), c[1], &group));
  return Value::integer(match_of(c)->spans[group * 2 + 1]);
}
Value match_span(Call& c) {
  size_t group;
  BELLJAR_CHECK(group_index(c.context(), match_of(c), c[1], &group));
  return pair_of(c.context(), match_of(c), group);
}
Value match_regs(Call& c) {
  Context& context = c.context();
  const Match* match = match_of(c);
  BELLJAR_TRY(out, new_list_reserved(context, match->groups + 1));
  for (size_t g = 0; g <= match->groups; ++g) {
    BELLJAR_TRY(pair, pair_of(context, match, g));
    BELLJAR_CHECK(list_append(context, out.as<List>(), pair));
  }
  return new_tuple(context, out.as<List>()->items, out.as<List>()->size);
}

Value match_expand(Call& c) {
  Context& context = c.context();
  const Match* match = match_of(c);
  BELLJAR_TRY(keep, new_list(context, nullptr, 0));
  std::vector<TemplatePart> parts;
  BELLJAR_CHECK(parse_template(context, match->pattern, c[1], parts, keep.as<List>()));
  Spans spans;
  spans.at.assign(match->spans, match->spans + (size_t{match->groups} + 1) * 2);
  return expand_template(context, subject_of(match), spans, parts);
}

Value match_lastindex(Call& c) {
  const uint32_t last = match_of(c)->last;
  return last == 0 ? Value::none() : Value::integer(last);
}
Value match_lastgroup(Call& c) {
  const Match* match = match_of(c);
  for (const auto& [name, number] : match->pattern->program->names()) {
    if (number == match->last) return new_str(c.context(), name);
  }
  return Value::none();
}
Value match_pos(Call& c) { return Value::integer(match_of(c)->pos); }
Value match_endpos(Call& c) { return Value::integer(match_of(c)->endpos); }
Value match_re(Call& c) { return Value::object(match_of(c)->pattern); }
Value match_string(Call& c) { return match_of(c)->string; }
Value match_itself(Call& c) { return c[0]; }

Value match_repr(Call& c) {
  Context& context = c.context();
  const Match* match = match_of(c);
  BELLJAR_TRY(text, group_text(context, match, 0, Value::none()));
  BELLJAR_TRY(shown, repr(context, text));
  Str* s = shown.as<Str>();
  StrBuilder out(context);
  out.append("<re.Match object; span=(" + std::to_string(match->spans[0]) + ", " +
             std::to_string(match->spans[1]) + "), match=");
  // At most 50 characters of it.
  out.append(s->view().substr(0, s->length <= 50 ? s->count : str_offset(s, 50)));
  out.append('>');
  return out.finish();
}

Value no_instances(Call& c) {
  return c.context().raise(Exc::TypeError, "cannot create 're.Match' instances");
}

constexpr NativeDef kMethods[] = {
    {"group", "self, *args", match_group, kNativeCallsBack},
    {"__getitem__", "self, key, /", match_getitem, kNativeCallsBack},
    {"groups", "self, default=None", match_groups},
    {"groupdict", "self, default=None", match_groupdict},
    {"start", "self, group=0, /", match_start, kNativeCallsBack},
    {"end", "self, group=0, /", match_end, kNativeCallsBack},
    {"span", "self, group=0, /", match_span, kNativeCallsBack},
    {"expand", "self, template", match_expand},
    {"__repr__", "self", match_repr},
    {"__copy__", "self", match_itself},
    {"__deepcopy__", "self, memo, /", match_itself},
};
constexpr NativeDef kProperties[] = {
    {"lastindex", "self", match_lastindex},
    {"lastgroup", "self", match_lastgroup},
    {"pos", "self", match_pos},
    {"endpos", "self", match_endpos},
    {"re", "self", match_re},
    {"string", "self", match_string},
    {"regs", "self", match_regs},
};

void trace_match(Object* o, Tracer& tracer) {
  Match* match = static_cast<Match*>(o);
  tracer.visit(match->pattern);
  tracer.visit(match->string);
}
constexpr NativeType kMatchType = {"re.Match", trace_match, nullptr};

}  // namespace

void install_match(RealmBuilder& b, Module* m) {
  Class* cls = b.new_class("re.Match", nullptr, Kind::NativeObject, kFinal, "re");
  cls->qualname = b.str("Match");
  make_subscriptable(b, cls);
  cls->native = &kMatchType;
  b.building().extensions[static_cast<int>(ReClass::Match)] = cls;
  b.constructor(cls, {"Match", "cls, *args, **kwargs", no_instances});
  b.methods(cls, kMethods);
  b.methods(cls, kProperties, MethodKind::Property);
  b.attribute(cls, "__iter__", Value::none());  // __getitem__ makes it no sequence
  b.member(m, "Match", Value::object(cls));
}

}  // namespace belljar::re
