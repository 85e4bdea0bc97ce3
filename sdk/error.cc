// An exception as the envelope's "error" member has it.
#include <string>

#include "runtime/class.h"
#include "runtime/exception.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "sdk/flow.h"
#include "sdk/sym/realm.h"

namespace belljar {

namespace {

// The text of an attribute; "" if there is none, or it is None.
std::string attribute_text(Context& context, Value exception, sym::Name name) {
  Value v = get_attribute_or_undefined(context, exception, sym::text_of(context, name));
  if (!v.is_undefined() && !v.is_none() && !v.is_abrupt()) v = to_str(context, v);
  if (v.is(Kind::Raised)) context.take_pending();
  return std::string(sym::text_view(v));
}

}  // namespace

ErrorDescription describe_error(Context& context, Value exception) {
  using namespace sym;
  ErrorDescription out;
  Roots<1> roots(context);
  roots[0] = exception;
  out.class_name = type_name(context, exception);
  if (is_a(context, exception, Type::SymException) ||
      is_a(context, exception, Type::InvalidResult)) {
    out.code = attribute_text(context, exception, Name::error_code);
  }
  out.hides_line = is_a(context, exception, Type::InvalidResult);
  if (is_a(context, exception, Type::ExceptionWithHint) ||
      is_a(context, exception, Type::SymSDKError)) {
    out.message = attribute_text(context, exception, Name::message);
    out.hint = attribute_text(context, exception, Name::hint);
    return out;
  }
  Value text = to_str(context, exception);
  if (text.is(Kind::Raised)) context.take_pending();
  out.message = text_view(text);
  if (is_subclass(class_of(context, exception), context.realm().exception(Exc::ImportError))) {
    // The file that CPython names depends on the installation.
    size_t file = out.message.rfind(" (");
    if (file != std::string::npos && out.message.back() == ')') out.message.resize(file);
  }
  return out;
}

}  // namespace belljar
