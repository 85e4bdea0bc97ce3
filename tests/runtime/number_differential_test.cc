// Every operation on numbers, compared with CPython: number_cases.py prints the cases with
// CPython's answers, this program asks ours. Skipped where there is no CPython 3.11.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/bytes.h"
#include "runtime/number.h"
#include "runtime/operators.h"
#include "tests/support/native_context.h"

namespace belljar::testing {
namespace {

std::vector<std::string> split_tabs(const std::string& line) {
  std::vector<std::string> fields(1);
  for (char c : line) {
    if (c == '\t') {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

std::string from_hex(std::string_view hex) {
  std::string bytes;
  for (size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(std::strtol(std::string(hex.substr(i, 2)).c_str(), nullptr, 16));
  }
  return bytes;
}

class Differential {
 public:
  explicit Differential(NativeContext& context) : context_(context) {
    const std::map<std::string, BinaryOp> operators = {
        {"+", BinaryOp::Add},     {"-", BinaryOp::Sub}, {"*", BinaryOp::Mul},
        {"/", BinaryOp::TrueDiv}, {"%", BinaryOp::Mod}, {"//", BinaryOp::FloorDiv},
        {"**", BinaryOp::Pow},    {"&", BinaryOp::And}, {"<<", BinaryOp::LShift},
        {">>", BinaryOp::RShift}, {"|", BinaryOp::Or},  {"^", BinaryOp::Xor},
    };
    for (auto [name, op] : operators) {
      run_[name] = [this, op = op](const Values& a) { return binary(context_, op, a[0], a[1]); };
    }
    const std::map<std::string, Comparison> comparisons = {
        {"<", Comparison::Lt}, {"==", Comparison::Eq}, {">=", Comparison::Ge}};
    for (auto [name, op] : comparisons) {
      run_[name] = [this, op = op](const Values& a) { return compare(context_, a[0], a[1], op); };
    }
    run_["neg"] = [this](const Values& a) { return unary(context_, UnaryOp::Neg, a[0]); };
    run_["pos"] = [this](const Values& a) { return unary(context_, UnaryOp::Pos, a[0]); };
    run_["invert"] = [this](const Values& a) { return unary(context_, UnaryOp::Invert, a[0]); };
    run_["hash"] = [](const Values& a) { return Value::integer(number_hash(a[0])); };
    run_["repr"] = [this](const Values& a) { return repr(context_, a[0]); };
    run_["str"] = [this](const Values& a) { return to_str(context_, a[0]); };
    run_["format"] = [this](const Values& a) {
      return format_number(context_, a[0], a[1].as<Str>()->view());
    };
    for (const char* name :
         {"divmod", "abs", "round", "hex", "oct", "bin", "int", "float", "complex"}) {
      run_[name] = [this, name](const Values& a) { return call_builtin(name, a); };
    }
    run_["powmod"] = [this](const Values& a) { return call_builtin("pow", a); };
    for (const char* name : {"as_integer_ratio", "bit_length", "bit_count", "is_integer"}) {
      run_[name] = [this, name](const Values& a) { return context_.call_method(a[0], name); };
    }
    run_["float.hex"] = [this](const Values& a) { return context_.call_method(a[0], "hex"); };
    run_["to_bytes"] = [this](const Values& a) {
      return call_signed(a[0], "to_bytes", {a[1], a[2], a[3]});
    };
    run_["from_bytes"] = [this](const Values& a) {
      return call_signed(builtin("int"), "from_bytes", {a[0], a[1], a[2]});
    };
    run_["fromhex"] = [this](const Values& a) {
      return context_.call_method(builtin("float"), "fromhex", {a[0]});
    };
  }

  // "operation(arguments) = answer expected answer" for a case that fails, else "".
  std::string check(const std::string& line) {
    std::vector<std::string> fields = split_tabs(line);
    auto found = run_.find(fields[0]);
    if (found == run_.end()) return "unknown operation: " + line;
    Values arguments;
    for (size_t i = 1; i + 1 < fields.size(); ++i) arguments.push_back(decode(fields[i]));
    std::string answer = show(found->second(arguments));
    if (answer == fields.back()) return "";
    return line + "\n    got " + answer;
  }

 private:
  using Values = std::vector<Value>;

  Value builtin(const char* name) {
    return get_attribute(context_, Value::object(context_.realm().builtins), context_.str(name));
  }
  Value call_builtin(const char* name, const Values& a) {
    return context_.invoke(builtin(name), a.data(), a.size());
  }
  // The last argument by keyword.
  Value call_signed(Value receiver, const char* name, Values arguments) {
    BELLJAR_TRY(method, get_attribute(context_, receiver, context_.str(name)));
    Value keyword = context_.text("signed");
    BELLJAR_TRY(names, new_tuple(context_, &keyword, 1));
    return context_.invoke_keywords(method, arguments.data(), arguments.size(), names.as<Tuple>());
  }

  Value decode(const std::string& field) {
    std::string_view body = std::string_view(field).substr(1);
    switch (field[0]) {
      case 'n':
        return Value::none();
      case 'b':
        return Value::boolean(body == "1");
      case 'i':
        return int_from_text(context_, body, 16);
      case 'f':
        return Value::real(std::strtod(std::string(body).c_str(), nullptr));
      case 'c': {
        size_t comma = body.find(',');
        return new_complex(context_,
                           std::strtod(std::string(body.substr(0, comma)).c_str(), nullptr),
                           std::strtod(std::string(body.substr(comma + 1)).c_str(), nullptr));
      }
      case 's':
        return context_.text(from_hex(body));
      default:
        return new_bytes(context_, from_hex(body));
    }
  }

  std::string show(Value v) {
    std::string text;
    if (v.is_int() || v.is(Kind::BigInt)) {
      if (int_to_text(context_, v, 16, &text).is_abrupt()) return context_.show(Value::raised());
      return text.insert(text[0] == '-' ? 1 : 0, "0x");
    }
    if (v.is(Kind::Tuple)) {
      for (Value item : *v.as<Tuple>()) text += (text.empty() ? "" : ", ") + show(item);
      return "(" + text + ")";
    }
    if (v.is_str()) return str_repr(v.as<Str>()->view(), true);
    text = context_.show(v);
    std::string escaped;
    for (char c : text) escaped += c == '\n' ? std::string("\\n") : std::string(1, c);
    return escaped;
  }

  NativeContext& context_;
  std::map<std::string, std::function<Value(const Values&)>> run_;
};

void compare_with_cpython(const std::string& argument) {
  std::string command = std::string(BELLJAR_CPYTHON " ") + BELLJAR_SOURCE_DIR +
                        "/tests/runtime/number_cases.py " + argument;
  FILE* pipe = popen(command.c_str(), "r");
  ASSERT_NE(pipe, nullptr);
  RuntimeLimits limits;
  limits.steps = UINT64_MAX / 4;
  limits.memory_bytes = size_t{4} << 30;  // nothing collects between the cases
  NativeContext context(limits);
  Differential differential(context);
  std::string line;
  int cases = 0, failures = 0;
  char buffer[4096];
  while (std::fgets(buffer, sizeof buffer, pipe)) {
    line += buffer;
    if (line.back() != '\n') continue;
    line.pop_back();
    ++cases;
    std::string failure = differential.check(line);
    if (!failure.empty() && ++failures <= 100) ADD_FAILURE() << failure.substr(0, 2000);
    line.clear();
  }
  int status = pclose(pipe);
  EXPECT_EQ(status, 0) << "CPython: " BELLJAR_CPYTHON;
  EXPECT_GT(cases, 50'000);
  EXPECT_EQ(failures, 0);
}

TEST(NumberDifferential, AllOperations) { compare_with_cpython(""); }
TEST(NumberDifferential, AllFormats) { compare_with_cpython("formats"); }

}  // namespace
}  // namespace belljar::testing
