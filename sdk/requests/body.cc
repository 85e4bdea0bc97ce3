// Bodies: forms, JSON, files. What is sent is made here whole, from texts and bytes; nothing is
// read while it is sent.
#include <string>
#include <vector>

#include "runtime/bytes.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "sdk/json/json.h"
#include "sdk/requests/prepare.h"
#include "sdk/requests/url.h"

namespace belljar::requests {

namespace {

bool is_many(Value p) {
  return p.is(Kind::List) || p.is(Kind::Tuple) || p.is(Kind::Set) || p.is(Kind::FrozenSet) ||
         p.is(Kind::Dict) || p.is(Kind::Generator) || p.is(Kind::Iterator) || p.is(Kind::DictView);
}

bool is_content(Value v) { return has_text(v) || payload(v).is(Kind::ByteArray); }
std::string_view content_of(Value v) {
  return payload(v).is(Kind::ByteArray) ? payload(v).as<ByteArray>()->view() : bytes_of(v);
}

// --- files ---------------------------------------------------------------------------------------

// urllib3's format_header_param_html5.
void append_parameter(std::string* out, std::string_view name, std::string_view value) {
  constexpr char kHex[] = "0123456789ABCDEF";
  *out += "; ";
  *out += name;
  *out += "=\"";
  for (char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || (byte < 0x20 && c != 0x1b)) {
      *out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    } else if (c == '\\') {
      *out += "\\\\";
    } else {
      *out += c;
    }
  }
  *out += '"';
}

struct Part {
  std::string name, file_name, type, headers, content;
  bool is_file = false;
};

// A separator that no part contains. Made from the parts, not from chance: the same request is the
// same bytes, so that it can be recorded and decided again.
std::string boundary_for(const std::vector<Part>& parts) {
  constexpr char kHex[] = "0123456789abcdef";
  uint64_t hash = 0xcbf29ce484222325;
  auto mix = [&](std::string_view text) {
    for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  };
  for (const Part& part : parts) {
    mix(part.name);
    mix(part.content);
  }
  for (;;) {
    std::string out;
    while (out.size() < 32) {
      mix(out + "#");
      for (int shift = 60; shift >= 0; shift -= 4) out += kHex[hash >> shift & 15];
    }
    bool used = false;
    for (const Part& part : parts) used = used || part.content.find(out) != std::string::npos;
    if (!used) return out;
  }
}

class Files {
 public:
  Files(Context& context, Value data, Value files) : context_(context), roots_(context) {
    roots_[0] = data;
    roots_[1] = files;
  }

  // PreparedRequest._encode_files.
  Value encode(std::string* body, std::string* content_type) {
    if (has_text(roots_[0])) return context_.raise(Exc::ValueError, "Data must not be a string.");
    BELLJAR_TRY(some, truth(context_, roots_[0]));
    if (some.as_bool()) {
      BELLJAR_TRY(pairs, pairs_of(context_, roots_[0]));
      roots_[2] = pairs;
      for (uint32_t i = 0; i < pairs.as<List>()->size; ++i) {
        const Tuple* pair = pairs.as<List>()->items[i].as<Tuple>();
        BELLJAR_CHECK(add_fields(pair->items[0], pair->items[1]));
      }
    }
    BELLJAR_TRY(pairs, pairs_of(context_, roots_[1]));
    roots_[2] = pairs;
    for (uint32_t i = 0; i < pairs.as<List>()->size; ++i) {
      const Tuple* pair = pairs.as<List>()->items[i].as<Tuple>();
      BELLJAR_CHECK(add_file(pair->items[0], pair->items[1]));
    }
    const std::string boundary = boundary_for(parts_);
    for (const Part& part : parts_) {
      *body += "--" + boundary + "\r\nContent-Disposition: form-data";
      append_parameter(body, "name", part.name);
      if (part.is_file) append_parameter(body, "filename", part.file_name);
      *body += "\r\n";
      if (!part.type.empty()) *body += "Content-Type: " + part.type + "\r\n";
      *body += part.headers + "\r\n" + part.content + "\r\n";
    }
    *body += "--" + boundary + "--\r\n";
    *content_type = "multipart/form-data; boundary=" + boundary;
    return context_.charge_bytes(body->size()) ? Value::none() : Value::stopped();
  }

 private:
  Value add(Part part) {
    size_ += part.name.size() + part.content.size() + 200;
    if (!context_.charge_bytes(part.content.size())) return Value::stopped();
    if (!context_.heap().fits(size_ * kCopies)) return context_.stop_memory();
    parts_.push_back(std::move(part));
    return Value::none();
  }

  Value add_fields(Value name, Value value) {
    auto one = [&](Value v) -> Value {
      if (v.is_none()) return v;
      Part part;
      part.name = bytes_of(name);
      BELLJAR_TRY(text, to_str(context_, v));
      part.content = v.is(Kind::Bytes) ? bytes_of(v) : text_view(text);
      return add(std::move(part));
    };
    if (!is_many(payload(value))) return one(value);
    BELLJAR_TRY(list, list_from(context_, payload(value)));
    roots_[3] = list;
    for (uint32_t i = 0; i < list.as<List>()->size; ++i) {
      BELLJAR_CHECK(one(list.as<List>()->items[i]));
    }
    return Value::none();
  }

  // content, or (file name, content[, type[, headers]]).
  Value add_file(Value name, Value file) {
    Part part;
    part.name = bytes_of(name);
    part.file_name = part.name;
    part.is_file = true;
    Value content = file;
    Value p = payload(file);
    if (p.is(Kind::Tuple) || p.is(Kind::List)) {
      const Value* items = p.is(Kind::Tuple) ? p.as<Tuple>()->items : p.as<List>()->items;
      const size_t count = p.is(Kind::Tuple) ? p.as<Tuple>()->count : p.as<List>()->size;
      if (count < 2 || count > 4) {
        return context_.raise(Exc::ValueError, count < 2
                                                   ? "not enough values to unpack (expected 4)"
                                                   : "too many values to unpack (expected 4)");
      }
      part.is_file = !items[0].is_none();
      part.file_name = bytes_of(items[0]);
      content = items[1];
      if (count > 2) part.type = bytes_of(items[2]);
      if (count > 3) BELLJAR_CHECK(add_headers(items[3], &part));
    }
    if (content.is_none()) return content;
    if (!is_content(content)) {
      return context_.raise(Exc::ValueError,
                            "requests: files= takes texts and bytes; the program has no files");
    }
    part.content = content_of(content);
    if (part.type.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos) {
      return context_.raise(Exc::ValueError, "requests: files=: a line end in a content type");
    }
    return add(std::move(part));
  }

  Value add_headers(Value headers, Part* part) {
    if (headers.is_none()) return headers;
    BELLJAR_TRY(pairs, pairs_of(context_, headers));
    for (uint32_t i = 0; i < pairs.as<List>()->size; ++i) {
      const Tuple* pair = pairs.as<List>()->items[i].as<Tuple>();
      const std::string line =
          std::string(bytes_of(pair->items[0])) + ": " + std::string(bytes_of(pair->items[1]));
      if (line.find_first_of(std::string_view("\r\n\0", 3)) != line.npos) {
        return context_.raise(Exc::ValueError, "requests: files=: a line end in a header");
      }
      part->headers += line + "\r\n";
    }
    return Value::none();
  }

  Context& context_;
  Roots<4> roots_;  // data, files, pairs, values
  std::vector<Part> parts_;
  size_t size_ = 0;
};

}  // namespace

// urlencode(…, doseq=True) of requests' _encode_params.
Value encode_params(Context& context, Value params, size_t most, std::string* out) {
  if (has_text(params)) {
    *out = bytes_of(params);
    return Value::none();
  }
  Roots<3> roots(context);
  BELLJAR_TRY(pairs, pairs_of(context, params));
  roots[0] = pairs;
  auto add = [&](Value key, Value value) -> Value {
    if (value.is_none()) return value;
    if (!context.charge(8)) return Value::stopped();
    BELLJAR_TRY(name, to_str(context, key));
    if (!out->empty()) *out += '&';
    *out += quote_plus(key.is(Kind::Bytes) ? bytes_of(key) : text_view(name));
    *out += '=';
    BELLJAR_TRY(text, to_str(context, value));
    if (!context.charge_bytes(text.as<Str>()->size())) return Value::stopped();
    *out += quote_plus(value.is(Kind::Bytes) ? bytes_of(value) : text_view(text));
    // The text is outside of the heap until it is whole, and copied on its way out.
    if (!context.heap().fits(out->size() * kCopies)) return context.stop_memory();
    return Value::none();
  };
  for (uint32_t i = 0; i < pairs.as<List>()->size && out->size() <= most; ++i) {
    const Tuple* pair = pairs.as<List>()->items[i].as<Tuple>();
    Value value = pair->items[1];
    Value p = payload(value);
    if (!is_many(p)) {
      BELLJAR_CHECK(add(pair->items[0], value));
      continue;
    }
    BELLJAR_TRY(list, list_from(context, p));
    roots[1] = list;
    for (uint32_t k = 0; k < list.as<List>()->size && out->size() <= most; ++k) {
      BELLJAR_CHECK(add(pair->items[0], list.as<List>()->items[k]));
    }
  }
  return Value::none();
}

// PreparedRequest.prepare_body, up to what it puts on the request.
Value make_body(Context& context, Value request, const Arguments& a, Value* body,
                std::string* content_type) {
  *body = Value::none();
  BELLJAR_TRY(has_data, truth(context, a.data));
  BELLJAR_TRY(has_files, truth(context, a.files));
  std::string text;
  if (!has_data.as_bool() && !a.json.is_none()) {
    json::DumpOptions options;
    options.allow_nan = false;
    Value dumped = json::dump(context, a.json, options);
    if (dumped.is(Kind::Raised) && context.pending_is(Exc::ValueError)) {
      Value error = context.take_pending();
      return raise_http_with(context, Type::HttpInvalidJson, error, request, Value::none());
    }
    if (dumped.is_abrupt()) return dumped;
    *content_type = "application/json";
    BELLJAR_TRY(made, new_bytes(context, text_view(dumped)));
    *body = made;
  }
  const Value data = payload(a.data);
  if (has_data.as_bool() && !has_text(a.data) && !is_mapping(context, a.data) &&
      !data.is(Kind::List) && !data.is(Kind::Tuple)) {
    return context.raise(Exc::ValueError,
                         "requests: data= takes text, bytes, a dict or a list of pairs; "
                         "streaming is refused");
  }
  if (has_files.as_bool()) {
    Files files(context, a.data, a.files);
    BELLJAR_CHECK(files.encode(&text, content_type));
    BELLJAR_TRY(made, new_bytes(context, text));
    *body = made;
  } else if (has_data.as_bool()) {
    if (!has_text(a.data)) *content_type = "application/x-www-form-urlencoded";
    if (a.data.is(Kind::Bytes)) {
      *body = a.data;
      return Value::none();
    }
    BELLJAR_CHECK(encode_params(context, a.data, SIZE_MAX, &text));
    BELLJAR_TRY(made, new_str(context, text));
    *body = made;
  }
  return Value::none();
}

}  // namespace belljar::requests
