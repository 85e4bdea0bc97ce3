// Writing JUnit's XML.
#include "cli/junit.h"

#include <fmt/format.h>

#include <string_view>

namespace belljar::cli {
namespace {

// Text and attributes alike. What XML 1.0 cannot hold at all becomes U+FFFD.
std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\t':
        out += "&#9;";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\uFFFD";
        } else {
          out += c;
        }
    }
  }
  return out;
}

constexpr const char* kElement[] = {"", "failure", "error", "skipped"};

struct Totals {
  size_t count[4] = {};
  double seconds = 0;
};

std::string attributes(const Totals& totals, size_t tests) {
  return fmt::format(R"(tests="{}" failures="{}" errors="{}" skipped="{}" time="{:.6f}")", tests,
                     totals.count[JunitCase::Failed], totals.count[JunitCase::Error],
                     totals.count[JunitCase::Skipped], totals.seconds);
}

Totals total(const JunitCase* first, const JunitCase* last) {
  Totals out;
  for (; first != last; ++first) {
    ++out.count[first->verdict];
    out.seconds += first->seconds;
  }
  return out;
}

std::string case_xml(const JunitCase& test) {
  std::string head = fmt::format(R"(    <testcase classname="{}" name="{}" time="{:.6f}")",
                                 escaped(test.suite), escaped(test.name), test.seconds);
  if (test.verdict == JunitCase::Passed) return head + "/>\n";
  const std::string_view detail = test.detail;
  return fmt::format("{}>\n      <{} message=\"{}\">{}</{}>\n    </testcase>\n", head,
                     kElement[test.verdict], escaped(detail.substr(0, detail.find('\n'))),
                     escaped(detail), kElement[test.verdict]);
}

}  // namespace

std::string junit_xml(const std::vector<JunitCase>& cases) {
  const JunitCase* at = cases.data();
  const JunitCase* end = at + cases.size();
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites " +
                    attributes(total(at, end), cases.size()) + ">\n";
  while (at != end) {
    const JunitCase* last = at;
    while (last != end && last->suite == at->suite) ++last;
    out += fmt::format("  <testsuite name=\"{}\" {}>\n", escaped(at->suite),
                       attributes(total(at, last), static_cast<size_t>(last - at)));
    for (; at != last; ++at) out += case_xml(*at);
    out += "  </testsuite>\n";
  }
  return out + "</testsuites>\n";
}

}  // namespace belljar::cli
