// Stands in for what sdk/ does not define yet: programs run, flows do not. Weak: whatever sdk/ has wins.
#include "runtime/exception.h"
#include "runtime/str.h"
#include "sdk/flow.h"
#include "sdk/install.h"

#define BELLJAR_WEAK __attribute__((weak))

namespace belljar {

BELLJAR_WEAK void install_sym_sdk(RealmBuilder&) {}
BELLJAR_WEAK void install_json(RealmBuilder&) {}
BELLJAR_WEAK void install_datetime(RealmBuilder&) {}
BELLJAR_WEAK void install_requests(RealmBuilder&) {}

BELLJAR_WEAK Value call_handler(Context&, FlowNames&, const HandlerCall&, std::string* problem) {
  *problem = "handlers cannot be called: this build has no SDK";
  return Value::undefined();
}
BELLJAR_WEAK Value result_to_json(Context&, std::string_view, Value, std::string*) { return Value::none(); }
BELLJAR_WEAK std::string_view handler_kind(Context&, FlowNames&, std::string_view) { return "other"; }

BELLJAR_WEAK ErrorDescription describe_error(Context& context, Value exception) {
  ErrorDescription out;
  out.class_name = exception.as<Exception>()->cls->name->view();
  Value text = exception_text(context, exception.as<Exception>());
  if (text.is_str()) out.message = text.as<Str>()->view();
  return out;
}

}  // namespace belljar
