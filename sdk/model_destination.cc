// Which class a request destination is of: told by an instance, or by the keys of what is given.
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "sdk/model.h"
#include "sdk/model_parts.h"

namespace belljar::sym {

Value check_keywords(Context& context, Dict* values) {
  uint32_t at = 0;
  while (DictEntry* e = dict_next(values, &at)) {
    if (!context.charge(1)) return Value::stopped();
    if (!payload(e->key).is_str())
      return context.raise(Exc::TypeError, {"keywords must be strings"});
  }
  return Value::none();
}

namespace {

// cls(**values), which may be anything that a flow handed in.
Value make_from(Context& context, Type type, Value values) {
  if (!payload(values).is(Kind::Dict)) {
    const Class* cls = class_of_type(context, type);
    return context.raise(Exc::TypeError, {cls->module->view(), ".", cls->name->view(),
                                          "() argument after ** must be a mapping, not ",
                                          type_name(context, values)});
  }
  Dict* dict = payload(values).as<Dict>();
  BELLJAR_CHECK(check_keywords(context, dict));
  return make_model(context, type, dict);
}

// RequestDestination's choice: by the first telling key that is in the value, in Python's sense of
// `in`; so a text that contains "users" gets as far as a TypeError of its own.
Value choose_destination(Context& context, const ModelClass& cls, Value data) {
  struct Row {
    Name key;
    Type type;
  };
  constexpr Row kRows[] = {{Name::channel_name, Type::SlackChannelName},
                           {Name::channel_id, Type::SlackChannelID},
                           {Name::user_id, Type::SlackUser},
                           {Name::users, Type::SlackUserGroup}};
  for (const Row& row : kRows) {
    BELLJAR_TRY(in, contains(context, data, Value::object(text_of(context, row.key))));
    if (in.as_bool()) return make_from(context, row.type, data);
  }
  // The form of old releases: these two keys and more.
  BELLJAR_TRY(name, new_str(context, "keys"));
  BELLJAR_TRY(method, get_attribute(context, data, name.as<Str>()));
  Roots<1> roots(context);
  BELLJAR_TRY(keys, context.invoke(method, {}));
  roots[0] = keys;
  BELLJAR_TRY(set, new_set(context, Kind::Set));
  roots[0] = set;
  BELLJAR_CHECK(set_update(context, set.as<Set>(), keys));
  BELLJAR_TRY(lookup, new_str(context, "lookup_type"));
  BELLJAR_TRY(first, contains(context, set, lookup));
  BELLJAR_TRY(second, contains(context, set, Value::object(text_of(context, Name::allow_self))));
  if (first.as_bool() && second.as_bool() && set.as<Set>()->live > 2) {
    return make_from(context, cls.spec->type, data);
  }
  return context.raise(Exc::ValueError, {"Unknown type of RequestDestination."});
}

}  // namespace

Value parse_destination(Context& context, const ModelClass& cls, Value data) {
  if (is_a(context, data, cls.spec->type)) return data;
  Value made = choose_destination(context, cls, data);
  if (!made.is(Kind::Raised) || !context.pending_is(Exc::Exception)) return made;
  Value error = context.take_pending();
  BELLJAR_TRY(text, exception_text(context, error.as<Exception>()));
  return context.raise(Exc::ValueError,
                       {"Failed to parse RequestDestination data: ", text_view(text)});
}

}  // namespace belljar::sym
