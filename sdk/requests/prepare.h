// What preparing a request consists of. Private to the module: requests.h has what others use.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "runtime/bytes.h"
#include "runtime/class.h"
#include "runtime/str.h"
#include "sdk/requests/requests.h"

namespace belljar::requests {

inline bool has_text(Value v) { return payload(v).is_str() || v.is(Kind::Bytes); }
// The bytes of a str or bytes; "" for anything else.
inline std::string_view bytes_of(Value v) {
  return v.is(Kind::Bytes) ? v.as<Bytes>()->view() : text_view(v);
}
std::string lower(std::string_view s);

// How often a body may stand in memory outside of the heap, while it is made and sent.
inline constexpr size_t kCopies = 4;

// urlencode(…, doseq=True), as requests' _encode_params; ends early beyond `most` bytes. Calls
// back.
Value encode_params(Context& context, Value params, size_t most, std::string* out);
// The body of a request and its content type ("": none); `a.data`, `a.json` and `a.files` are kept
// by the caller. Calls back.
Value make_body(Context& context, Value request, const Arguments& a, Value* body,
                std::string* content_type);
// Sets the Cookie header from a jar, for the request's URL.
Value set_cookie_header(Context& context, Value request, Value jar);
// Content-Length from the body. "0" where a body was possible.
Value set_content_length(Context& context, Value request);

}  // namespace belljar::requests
