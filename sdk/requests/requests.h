// The requests module's parts: its exceptions, its objects, and one exchange through the door.
#pragma once

#include <string>
#include <string_view>

#include "runtime/context.h"
#include "sdk/sym/realm.h"

namespace belljar {
class Call;
}

namespace belljar::requests {

using sym::Build;
using sym::Name;
using sym::stored;
using sym::text_of;
using sym::text_view;
using sym::Type;

// --- exceptions
// ----------------------------------------------------------------------------------- Raises one of
// requests' exceptions; `request` and `response` become its attributes.
Value raise_http(Context& context, Type type, std::string_view message,
                 Value request = Value::none(), Value response = Value::none());

// The same with an argument that need not be a text: the exception behind it.
Value raise_http_with(Context& context, Type type, Value argument, Value request, Value response);

// --- header dictionaries
// --------------------------------------------------------------------------
Value new_headers(Context& context);
Value headers_set(Context& context, Value headers, Value name, Value value);
Value headers_get(Context& context, Value headers, std::string_view name);  // Undefined: absent
Value headers_remove(Context& context, Value headers, std::string_view name);
// The (name, value) pairs of any mapping or list of pairs, as a list of tuples; TypeError or
// ValueError otherwise. Calls back.
Value pairs_of(Context& context, Value mapping);
bool is_mapping(Context& context, Value v);

// --- cookies
// --------------------------------------------------------------------------------------
struct Url;
Value new_jar(Context& context);
// Takes cookies from a dict or another jar. Calls back for anything else.
Value jar_update(Context& context, Value jar, Value cookies);
// The Cookie header of a request for `url`; "" if there is none.
std::string jar_header(Context& context, Value jar, const Url& url);
// What one Set-Cookie header of an answer from `url` sets; `date` is the answer's Date header.
Value jar_receive(Context& context, Value jar, std::string_view header, const Url& url,
                  std::string_view date);

// --- one request
// ------------------------------------------------------------------------------------ Everything
// that requests.request(), Session.request() and Request() take; absent: None.
struct Arguments {
  Value method, url, params, data, headers, cookies, files, auth, timeout, json;
  Value allow_redirects = Value::boolean(true);
};
// Fills `out` from keyword arguments; TypeError for unknown ones, ValueError for what is refused.
// `function` is the one that TypeErrors name.
Value read_keywords(Context& context, Dict* keywords, std::string_view function, Arguments* out);
Value new_prepared(Context& context);
Arguments arguments_of(const Context& context, Value request);  // of a Request
// Fills a PreparedRequest; `session`, unless Undefined, supplies defaults. Calls back.
Value prepare(Context& context, Value session, const Arguments& arguments, Value request);
// Sends and follows redirects: a Response.
Value send_request(Context& context, Value session, Value request, Value timeout, bool follow);
// Both.
Value perform(Context& context, Value session, const Arguments& arguments);
Value new_session(Context& context);

// --- responses
// -------------------------------------------------------------------------------------- Body bytes
// of a Response.
Value new_response(Context& context);
std::string_view response_content(const Context& context, Value response);
bool is_redirect(const Context& context, Value response);

void install_exceptions(Build& b);
void install_headers(Build& b);
void install_cookies(Build& b);
void install_response(Build& b);
void install_response_text(Build& b, Class* response);
void install_session(Build& b);
void install_request(Build& b);
void install_codes(Build& b);
void install_auth(Build& b);

}  // namespace belljar::requests
