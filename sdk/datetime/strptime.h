// How strptime reads a text by a format: see strptime_match.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/context.h"

namespace belljar::datetime {

enum class StrptimeFormatError { None, Stray, Bad, Twice };

class StrptimeMatcher {
 public:
  StrptimeMatcher(Context& context, std::string_view format, std::string_view text);

  // Reads the format. Bad: `bad` is no directive. Twice: it stands there twice.
  StrptimeFormatError compile(char32_t* bad);
  // Bool: whether the text begins with what the format asks for.
  Value match() { return match(0, 0); }

  bool has(char name) const { return group(name).second != kNone; }
  int64_t number(char name) const;
  std::string text(char name) const;
  // What follows the match.
  std::string rest() const { return part(end_, text_.size()); }
  // The directives in the order of the format.
  const std::string& order() const { return order_; }

 private:
  struct Element {
    enum Kind { Literal, Blanks, Directive } kind;
    char32_t character;
  };
  using Span = std::pair<size_t, size_t>;
  static constexpr size_t kNone = static_cast<size_t>(-1);

  static void decode(std::string_view bytes, std::u32string* out);
  StrptimeFormatError compile(const std::u32string& format, char32_t* bad);
  const Span& group(char name) const { return groups_[static_cast<size_t>(name)]; }
  bool choice(std::string_view pattern, size_t at, size_t* end) const;
  bool word(std::string_view name, size_t at, size_t* end) const;
  Value match(size_t index, size_t at);
  Value directive(char name, size_t index, size_t at);
  Value zone(size_t index, size_t at);
  std::string part(size_t first, size_t last) const;

  Context& context_;
  std::u32string format_, text_;
  std::vector<Element> elements_;
  std::vector<Span> groups_ = std::vector<Span>(128, Span{0, kNone});
  std::string order_;
  size_t end_ = 0;
};

}  // namespace belljar::datetime
