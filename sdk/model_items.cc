// The `include` and `exclude` of models, resolved: names, indexes, "__all__", sets and mappings.
#include "sdk/model_items.h"

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

namespace belljar::sym {

namespace {

Value refuse(Context& context, Value v, std::string_view where = {}) {
  BELLJAR_TRY(cls, repr(context, Value::object(class_of(context, v))));
  return context.raise(Exc::TypeError, {"Unexpected type of exclude value", where, " ",
                                        payload(cls).as<Str>()->view()});
}

// What both say together.
Value merged(Context& context, Value base, Value more) {
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  BELLJAR_TRY(b, choice_of(context, base));
  BELLJAR_TRY(m, choice_of(context, more));
  if (m.is_none()) return b;
  if (is_whole(b) || b.is_none() || is_whole(m)) return m;
  BELLJAR_TRY(out, dict_copy(context, b.as<Dict>()));
  uint32_t at = 0;
  while (DictEntry* e = dict_next(m.as<Dict>(), &at)) {
    if (!context.charge(2)) return Value::stopped();
    BELLJAR_TRY(known, choice_of_item(context, b, e->key));
    BELLJAR_TRY(both, merged(context, known, e->value));
    if (!both.is_none()) BELLJAR_CHECK(dict_set(context, out.as<Dict>(), e->key, both));
  }
  return out;
}

}  // namespace

Value choice_of(Context& context, Value given) {
  if (given.is_none() || given.is_undefined() || is_whole(given)) {
    return given.is_undefined() ? Value::none() : given;
  }
  Value p = payload(given);
  if (p.is(Kind::Dict)) return p;
  if (!p.is(Kind::Set) && !p.is(Kind::FrozenSet)) return refuse(context, given);
  BELLJAR_TRY(out, new_dict(context));
  uint32_t at = 0;
  while (SetEntry* e = set_next(p.as<Set>(), &at)) {
    if (!context.charge(2)) return Value::stopped();
    BELLJAR_CHECK(dict_set(context, out.as<Dict>(), e->key, Value::ellipsis()));
  }
  return out;
}

Value choice_of_item(Context& context, Value choice, Value key) {
  if (!choice.is(Kind::Dict)) return Value::none();
  BELLJAR_TRY(found, dict_get(context, choice.as<Dict>(), key));
  return found.is_undefined() ? Value::none() : found;
}

Value choice_for_sequence(Context& context, Value choice, size_t length) {
  if (!choice.is(Kind::Dict)) return choice;
  BELLJAR_TRY(out, new_dict(context));
  Value all = Value::none();
  uint32_t at = 0;
  while (DictEntry* e = dict_next(choice.as<Dict>(), &at)) {
    if (!context.charge(2)) return Value::stopped();
    Value p = payload(e->value);
    if (!is_whole(p) && !p.is(Kind::Dict) && !p.is(Kind::Set) && !p.is(Kind::FrozenSet)) {
      BELLJAR_TRY(shown, to_str(context, e->key));
      return refuse(context, e->value,
                    " for index \"" + std::string(payload(shown).as<Str>()->view()) + "\"");
    }
    if (payload(e->key).is_str() && payload(e->key).as<Str>()->view() == "__all__") {
      BELLJAR_TRY(whole, choice_of(context, e->value));
      all = whole;
      continue;
    }
    if (!e->key.is_int()) {
      return context.raise(
          Exc::TypeError,
          "Excluding fields from a sequence of sub-models or dicts must be performed index-wise: "
          "expected integer keys or keyword \"__all__\"");
    }
    int64_t index = e->key.as_int();
    if (index < 0) index += static_cast<int64_t>(length);
    BELLJAR_TRY(known, choice_of_item(context, out, Value::integer(index)));
    BELLJAR_TRY(both, merged(context, e->value, known));
    BELLJAR_CHECK(dict_set(context, out.as<Dict>(), Value::integer(index), both));
  }
  if (all.is_none()) return out;
  for (size_t i = 0; i < length; ++i) {
    if (!context.charge(2)) return Value::stopped();
    const Value index = Value::integer(static_cast<int64_t>(i));
    BELLJAR_TRY(known, choice_of_item(context, out, index));
    if (is_whole(known)) continue;
    if (is_whole(all) && !known.is_none()) continue;
    BELLJAR_TRY(both, merged(context, all, known));
    BELLJAR_CHECK(dict_set(context, out.as<Dict>(), index, both));
  }
  return out;
}

}  // namespace belljar::sym
