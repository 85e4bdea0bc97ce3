// Calls a handler as its name asks for (section 11.4 of the SDK's specification).
#include <string>
#include <vector>

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/str.h"
#include "sdk/document.h"
#include "sdk/flow.h"
#include "sdk/result.h"
#include "sdk/sym/realm.h"
#include "sdk/sym/state.h"

namespace belljar {

namespace sym {
namespace {

bool begins(std::string_view s, std::string_view prefix) {
  return s.substr(0, prefix.size()) == prefix;
}

// An error in a document is the host's, not the program's: its text, and Undefined.
Value as_problem(Context& context, Value status, std::string_view what, std::string* problem) {
  if (!status.is(Kind::Raised)) return status;
  Value error = context.take_pending();
  Value text = exception_text(context, error.as<Exception>());
  *problem = std::string(what) + ": " + std::string(text_view(text));
  return Value::undefined();
}

Value prefetch_function(Context& context, Value field) {
  Value known = state_get(context, State::Prefetch);
  return known.is(Kind::Dict) ? dict_get(context, known.as<Dict>(), field) : Value::undefined();
}

bool is_prefetch_function(Context& context, Value function) {
  Value known = state_get(context, State::Prefetch);
  uint32_t at = 0;
  while (DictEntry* e = known.is(Kind::Dict) ? dict_next(known.as<Dict>(), &at) : nullptr) {
    if (e->value.same(function)) return true;
  }
  return false;
}

class Handler {
 public:
  Handler(Context& context, FlowNames& names, const HandlerCall& call, std::string* problem)
      : context_(context), names_(names), call_(call), problem_(problem), roots_(context) {}

  Value run() {
    if (!call_.event_json.empty()) {
      Value status =
          as_problem(context_, load_event(context_, call_.event_json), "event", problem_);
      if (status.is_abrupt() || status.is_undefined()) return status;
    }
    BELLJAR_TRY(row, new_list(context_, nullptr, 0));
    roots_[kRow] = row;
    if (!call_.args_json.empty()) {
      Value args = parse_json(context_, call_.args_json);
      if (!args.is_abrupt()) args = from_document(context_, args);
      args = as_problem(context_, args, "args", problem_);
      if (args.is_abrupt() || args.is_undefined()) return args;
      if (!args.is(Kind::List)) return fail("args: no list");
      roots_[kArgs] = args;
    }
    if (begins(call_.handler, "prefetch:")) return prefetch();
    if (size_t dot = call_.handler.find('.'); dot != call_.handler.npos) return method(dot);
    return function();
  }

 private:
  enum { kRow, kArgs, kCallee, kRootCount };

  Value fail(std::string text) {
    *problem_ = std::move(text);
    return Value::undefined();
  }
  Value push(Value v) { return list_append(context_, roots_[kRow].as<List>(), v); }
  Value push_args() {
    if (!roots_[kArgs].is(Kind::List)) return Value::none();
    const List* args = roots_[kArgs].as<List>();
    for (uint32_t i = 0; i < args->size; ++i) BELLJAR_CHECK(push(args->items[i]));
    return Value::none();
  }
  Value push_event() {
    Value event = state_get(context_, State::Event);
    return event.is_undefined() ? Value::none() : push(event);
  }
  Value invoke() {
    const List* row = roots_[kRow].as<List>();
    return context_.invoke(roots_[kCallee], row->items, row->size);
  }

  Value prefetch() {
    std::string_view field = call_.handler.substr(std::string_view("prefetch:").size());
    BELLJAR_TRY(key, new_str(context_, field));
    roots_[kCallee] = prefetch_function(context_, key);
    if (roots_[kCallee].is_undefined()) {
      return fail("there is no prefetch reducer for the field '" + std::string(field) + "'");
    }
    BELLJAR_CHECK(push_event());
    BELLJAR_CHECK(push_args());
    return invoke();
  }

  Value method(size_t dot) {
    std::string_view class_name = call_.handler.substr(0, dot);
    std::string_view method_name = call_.handler.substr(dot + 1);
    Value cls = names_.find(class_name);
    if (!cls.is(Kind::Class)) return fail("there is no class '" + std::string(class_name) + "'");
    Value event = state_get(context_, State::Event);
    Value strategy = stored(context_, stored(context_, event, Name::flow), Name::strategy);
    Value integration = stored(context_, strategy, Name::integration);
    if (integration.is_undefined()) {
      return fail("'" + std::string(call_.handler) + "' needs an event whose flow has a strategy");
    }
    BELLJAR_TRY(object, context_.invoke(cls, {integration}));
    roots_[kCallee] = object;
    BELLJAR_TRY(name, new_str(context_, method_name));
    Value found = get_attribute_or_undefined(context_, object, name.as<Str>());
    if (found.is_abrupt()) return found;
    if (found.is_undefined()) {
      return fail("the class '" + std::string(class_name) + "' has no method '" +
                  std::string(method_name) + "'");
    }
    roots_[kCallee] = found;
    if (!call_.args_json.empty()) {
      BELLJAR_CHECK(push_args());
    } else if (method_name == "fetch_remote_identity") {
      BELLJAR_CHECK(push(requester(event)));
    } else if (method_name == "escalate" || method_name == "deescalate") {
      Value fields = stored(context_, stored(context_, event, Name::payload), Name::fields);
      Value target = fields.is(Kind::Dict) ? member(context_, fields.as<Dict>(), Name::target_id)
                                           : Value::undefined();
      BELLJAR_CHECK(push(target.is_undefined() ? Value::none() : target));
      BELLJAR_CHECK(push(event));
    }
    return invoke();
  }

  Value requester(Value event) {
    Value actors = stored(context_, stored(context_, event, Name::run), Name::actors);
    Value actor = actors.is(Kind::Dict) ? member(context_, actors.as<Dict>(), Name::request)
                                        : Value::undefined();
    return actor.is_undefined() ? stored(context_, event, Name::user) : actor;
  }

  Value function() {
    roots_[kCallee] = names_.find(call_.handler);
    if (roots_[kCallee].is_undefined()) {
      return fail("there is no handler '" + std::string(call_.handler) + "'");
    }
    BELLJAR_CHECK(state_set(context_, State::IsPrefetch,
                            Value::boolean(is_prefetch_function(context_, roots_[kCallee]))));
    if (call_.handler == "get_flows" || begins(call_.handler, "on_change_")) {
      BELLJAR_CHECK(push_args());
      return invoke();
    }
    BELLJAR_CHECK(push_event());
    if (call_.handler == "on_request_forward" || call_.handler == "after_request_forward") {
      Value forward = state_get(context_, State::Forward);
      if (!forward.is_undefined()) BELLJAR_CHECK(push(forward));
    }
    BELLJAR_CHECK(push_args());
    return invoke();
  }

  Context& context_;
  FlowNames& names_;
  const HandlerCall& call_;
  std::string* problem_;
  Roots<kRootCount> roots_;
};

}  // namespace
}  // namespace sym

Value call_handler(Context& context, FlowNames& names, const HandlerCall& call,
                   std::string* problem) {
  return sym::Handler(context, names, call, problem).run();
}

std::string_view handler_kind(Context& context, FlowNames& names, std::string_view handler) {
  using sym::ResultRule;
  Value function = names.find(handler);
  bool prefetch = !function.is_undefined() && sym::is_prefetch_function(context, function);
  switch (sym::result_rule(handler, prefetch)) {
    case ResultRule::Hook:
      return "hook";
    case ResultRule::Options:
      return "prefetch";
    case ResultRule::Permissions:
    case ResultRule::Notifications:
    case ResultRule::Approvers:
    case ResultRule::Text:
    case ResultRule::Flows:
      return "reducer";
    case ResultRule::OptionalText:
      return handler == "get_identity" ? "reducer" : "other";
    default:
      return handler == "get_timeout" ? "reducer" : "other";
  }
}

}  // namespace belljar
