// How an error message that quotes the program's text is built, and what it costs.
#include "runtime/messages.h"

#include "runtime/bytes.h"

namespace belljar {

Value raise_message(Context& context, Exc type, StrBuilder& message) {
  if (!context.charge_bytes(message.size())) return Value::stopped();
  BELLJAR_TRY(text, message.finish());
  return context.raise_with(type, text);
}

Value raise_quoting(Context& context, Exc type, std::string_view before, std::string_view text,
                    std::string_view after) {
  if (!context.charge_bytes(text.size())) return Value::stopped();
  StrBuilder message(context);
  message.append(before);
  append_str_repr(message, text);
  message.append(after);
  return raise_message(context, type, message);
}

Value raise_quoting_bytes(Context& context, Exc type, std::string_view before,
                          std::string_view bytes) {
  if (!context.charge_bytes(bytes.size())) return Value::stopped();
  StrBuilder message(context);
  message.append(before);
  append_bytes_repr(message, bytes);
  return raise_message(context, type, message);
}

}  // namespace belljar
