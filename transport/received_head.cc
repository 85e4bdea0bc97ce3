// Heads of answers.
#include "transport/received_head.h"

namespace belljar::transport {

std::string_view trim(std::string_view text) {
  auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool ReceivedHead::fail(std::string_view problem) {
  problem_ = problem;
  return false;
}

bool ReceivedHead::line(std::string_view text, Received* out) {
  bytes_ += text.size();
  ++lines_;
  if (bytes_ > max_bytes_ || lines_ > max_lines_) {
    too_large_ = true;
    return fail(bytes_ > max_bytes_
                    ? "the headers are larger than " + std::to_string(max_bytes_) + " bytes"
                    : "more than " + std::to_string(max_lines_) + " header lines");
  }
  if (text.find('\0') != text.npos) return fail("NUL in a header");
  if (complete_) return true;  // a trailer: counted, not believed
  if (text.substr(0, 5) == "HTTP/") {
    // A new block: what an informational answer said is forgotten.
    out->headers.clear();
    length_.clear();
    const size_t space = text.find(' ');
    std::string_view rest = space == text.npos ? std::string_view() : trim(text.substr(space));
    out->status = 0;
    size_t digits = 0;
    while (digits < rest.size() && digits < 3 && rest[digits] >= '0' && rest[digits] <= '9') {
      out->status = out->status * 10 + (rest[digits++] - '0');
    }
    if (digits != 3) return fail("a status line without a status");
    out->reason = trim(rest.substr(3));
    return true;
  }
  if (trim(text).empty()) {
    complete_ = out->status >= 200;
    return true;
  }
  const size_t colon = text.find(':');
  if (colon == text.npos || colon == 0) return fail("a header line without a name");
  const std::string_view name = text.substr(0, colon), value = trim(text.substr(colon + 1));
  for (char c : name) {
    if (static_cast<unsigned char>(c) <= ' ' || c == 0x7f)
      return fail("a header name with a blank");
  }
  if (value.find_first_of("\r\n") != value.npos) return fail("a line end inside of a header");
  if (lower(name) == "content-length") {
    // Two lengths are two answers: which one a proxy believed cannot be known.
    if (!length_.empty() && length_ != value) return fail("two different lengths");
    length_ = value;
  }
  out->headers.emplace_back(name, value);
  return true;
}

}  // namespace belljar::transport
