// Methods of str and bytes on all small inputs, compared with CPython: text_cases.py makes the
// calls and the answers.
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/bytes.h"
#include "runtime/number.h"
#include "runtime/operators.h"
#include "tests/support/native_context.h"

namespace belljar::testing {
namespace {

std::string from_hex(std::string_view hex) {
  std::string out;
  for (size_t i = 0; i + 1 < hex.size(); i += 2) {
    out += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
  }
  return out;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    size_t end = text.find(at);
    if (end == text.npos) end = text.size();
    parts.push_back(text.substr(0, end));
    text = text.substr(end < text.size() ? end + 1 : end);
  }
  return parts;
}

Value decode(Context& context, std::string_view code, char separator = ',') {
  const std::string_view rest = code.substr(1);
  switch (code[0]) {
    case 'N':
      return Value::none();
    case 'T':
      return Value::boolean(true);
    case 'F':
      return Value::boolean(false);
    case 's':
      return new_str(context, from_hex(rest));
    case 'b':
      return new_bytes(context, from_hex(rest));
    case 'f':
      return Value::real(std::strtod(std::string(rest).c_str(), nullptr));
    case 'i':
      return int_from_text(context, rest, 10);
  }
  std::vector<Value> items;
  for (std::string_view item : split(rest, separator)) {
    items.push_back(decode(context, item, ';'));
  }
  return code[0] == 't' ? new_tuple(context, items.data(), items.size())
                        : new_list(context, items.data(), items.size());
}

class TextCases : public ::testing::TestWithParam<const char*> {};

TEST_P(TextCases, AsCPython) {
  const std::string command = BELLJAR_CPYTHON " " BELLJAR_SOURCE_DIR
                                              "/tests/runtime/text_cases.py " +
                              std::string(GetParam());
  FILE* pipe = popen(command.c_str(), "r");
  ASSERT_NE(pipe, nullptr);
  RuntimeLimits limits;
  limits.steps = 4'000'000'000;
  auto context = std::make_unique<NativeContext>(limits);
  char* line = nullptr;
  size_t room = 0;
  int cases = 0, wrong = 0;
  for (ssize_t n; wrong < 20 && (n = getline(&line, &room, pipe)) > 0;) {
    if (++cases % 2000 == 0) context = std::make_unique<NativeContext>(limits);
    std::string_view text(line, static_cast<size_t>(n - 1));
    std::vector<std::string_view> fields = split(text, '\t');
    ASSERT_EQ(fields.size(), 4u) << text;
    Value receiver = decode(*context, fields[1]);
    std::vector<Value> args;
    for (std::string_view arg : split(fields[2], ' ')) args.push_back(decode(*context, arg));
    Value result;
    if (fields[0] == "%") {
      result = binary(*context, BinaryOp::Mod, receiver, args[0]);
    } else {
      Value method = get_attribute(*context, receiver, context->str(fields[0]));
      result = method.is_abrupt() ? method : context->invoke(method, args.data(), args.size());
    }
    const std::string shown = context->show(result);
    const std::string expected = from_hex(fields[3]);
    if (shown == expected) continue;
    ++wrong;
    std::string call = std::string(fields[0]) + " of " + context->show(receiver);
    for (Value arg : args) call += " " + context->show(arg);
    ADD_FAILURE() << call << "\n  is       " << shown << "\n  expected " << expected;
  }
  std::free(line);
  const int status = pclose(pipe);
  EXPECT_EQ(status, 0) << "the oracle, CPython 3.11, did not run to its end";
  EXPECT_GT(cases, 50);
}

INSTANTIATE_TEST_SUITE_P(Groups, TextCases,
                         ::testing::Values("simple", "search", "layout", "errors", "formats",
                                           "byte_methods", "encodings"),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace belljar::testing
