// Stands in for sdk/ where that folder is not built: programs run, flows do not.
#include "runtime/exception.h"
#include "runtime/str.h"
#include "sdk/flow.h"
#include "sdk/install.h"

namespace belljar {

void install_sym_sdk(RealmBuilder&) {}
void install_json(RealmBuilder&) {}
void install_datetime(RealmBuilder&) {}
void install_requests(RealmBuilder&) {}

Value call_handler(Context&, FlowNames&, const HandlerCall&, std::string* problem) {
  *problem = "handlers cannot be called: this build has no SDK";
  return Value::undefined();
}
Value result_to_json(Context&, std::string_view, Value, std::string*) { return Value::none(); }
std::string_view handler_kind(Context&, FlowNames&, std::string_view) { return "other"; }

ErrorDescription describe_error(Context& context, Value exception) {
  ErrorDescription out;
  out.class_name = exception.as<Exception>()->cls->name->view();
  Value text = exception_text(context, exception.as<Exception>());
  if (text.is_str()) out.message = text.as<Str>()->view();
  return out;
}

}  // namespace belljar
