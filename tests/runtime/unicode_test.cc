// Character properties and case mappings of every code point, compared with CPython.
#include "runtime/unicode.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>

namespace belljar {
namespace {

unsigned bits_of(uint32_t c) {
  const bool bits[] = {is_alpha(c),           is_decimal(c),
                       is_digit(c),           is_numeric(c),
                       is_space(c),           is_lower(c),
                       is_upper(c),           is_printable(c),
                       is_alnum(c),           is_identifier_start(c),
                       is_identifier_part(c), is_line_break(c)};
  unsigned sum = 0;
  for (size_t i = 0; i < std::size(bits); ++i) sum |= static_cast<unsigned>(bits[i]) << i;
  return sum;
}

std::string mapped(int (*map)(uint32_t, uint32_t*), uint32_t c) {
  uint32_t to[3];
  std::string out;
  int n = map(c, to);
  for (int i = 0; i < n; ++i) {
    char hex[12];
    std::snprintf(hex, sizeof hex, "%s%x", i ? "." : "", static_cast<unsigned>(to[i]));
    out += hex;
  }
  return out;
}

TEST(Unicode, EveryCodePointAsCPython) {
  FILE* pipe = popen(BELLJAR_CPYTHON " " BELLJAR_SOURCE_DIR "/tests/runtime/unicode_cases.py", "r");
  ASSERT_NE(pipe, nullptr);
  char* line = nullptr;
  size_t room = 0;
  uint32_t c = 0;
  while (getline(&line, &room, pipe) > 0) {
    std::istringstream fields(line);
    uint32_t last;
    unsigned bits;
    std::string upper, lower, title, fold;
    fields >> last >> bits >> upper >> lower >> title >> fold;
    for (; c <= last; ++c) {
      const bool changes = !upper.empty();
      const std::string self = [&] {
        char hex[12];
        std::snprintf(hex, sizeof hex, "%x", static_cast<unsigned>(c));
        return std::string(hex);
      }();
      ASSERT_EQ(bits_of(c), bits) << self;
      ASSERT_EQ(mapped(upper_of, c), changes ? upper : self) << self;
      ASSERT_EQ(mapped(lower_of, c), changes ? lower : self) << self;
      ASSERT_EQ(mapped(title_of, c), changes ? title : self) << self;
      ASSERT_EQ(mapped(fold_of, c), changes ? fold : self) << self;
    }
  }
  std::free(line);
  const int status = pclose(pipe);
  EXPECT_EQ(status, 0) << "the oracle, CPython 3.11, did not run to its end";
  EXPECT_EQ(c, 0x110000u);
}

}  // namespace
}  // namespace belljar
