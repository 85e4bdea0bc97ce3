// Values of number literals.
#include <charconv>
#include <limits>
#include <string>

#include "parser/nodes.h"

namespace belljar {

namespace {

// Decimal integers longer than this are refused, as by CPython since CVE-2020-10735.
constexpr size_t kMaxDecimalDigits = 4300;

// from_chars() leaves the value alone when it is out of range; this tells overflow from underflow
// by the decimal exponent of the first significant digit.
double out_of_range_value(std::string_view digits) {
  const size_t e = digits.find_first_of("eE");
  const std::string_view mantissa = digits.substr(0, e);
  long long exponent = 0;
  if (e != std::string_view::npos) {
    const char* first = digits.data() + e + 1;
    if (*first == '+') ++first;
    const auto parsed = std::from_chars(first, digits.data() + digits.size(), exponent);
    if (parsed.ec != std::errc()) exponent = *first == '-' ? -1000000000000 : 1000000000000;
  }
  const size_t point = std::min(mantissa.find('.'), mantissa.size());
  const size_t significant = mantissa.find_first_not_of("0.");
  const auto magnitude = exponent + static_cast<long long>(point) -
                         static_cast<long long>(std::min(significant, mantissa.size()));
  return magnitude > 0 ? std::numeric_limits<double>::infinity() : 0.0;
}

double float_value(std::string_view digits) {
  double value = 0.0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return parsed.ec == std::errc::result_out_of_range ? out_of_range_value(digits) : value;
}

}  // namespace

bool Parser::is_imaginary(const Token& token) const {
  const std::string_view text = token.text(text_);
  return (text.back() | 0x20) == 'j' && token.kind == TokenKind::kNumber;
}

bool Parser::check_number(size_t index) {
  const Token& token = (*tokens_)[index];
  if (token.end - token.start <= kMaxDecimalDigits) return true;
  const Token* const saved = current_;
  current_ = &token;
  const bool ok = number() != nullptr;
  current_ = saved;
  return ok;
}

ast::Expr* Parser::number() {
  auto* made = node<ast::Constant>(current_->range);
  ast::ConstantValue& value = made->value;
  std::string_view text = current_->text(text_);

  std::string without_underscores;
  if (text.find('_') != std::string_view::npos) {
    for (const char c : text) {
      if (c != '_') without_underscores += c;
    }
    text = without_underscores;
  }
  const char radix = text.size() > 2 && text[0] == '0' ? static_cast<char>(text[1] | 0x20) : '\0';
  if (radix == 'x' || radix == 'o' || radix == 'b') {
    value.base = radix == 'x' ? 16 : radix == 'o' ? 8 : 2;
    text.remove_prefix(2);
  } else if ((text.back() | 0x20) == 'j') {
    value.kind = ast::ConstantKind::kComplex;
    value.number = float_value(text.substr(0, text.size() - 1));
    take();
    return made;
  } else if (text.find_first_of(".eE") != std::string_view::npos) {
    value.kind = ast::ConstantKind::kFloat;
    value.number = float_value(text);
    take();
    return made;
  }

  int64_t integer = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), integer, value.base);
  if (parsed.ec == std::errc()) {
    value.kind = ast::ConstantKind::kInt;
    value.integer = integer;
    value.base = 10;
    take();
    return made;
  }
  if (value.base == 10 && text.size() > kMaxDecimalDigits) {
    const auto line = static_cast<int32_t>(current_->range.line);
    return raise_known(
        SyntaxErrorType::kSyntaxError,
        "Exceeds the limit (4300 digits) for integer string conversion: value has " +
            std::to_string(text.size()) +
            " digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
            "hexadecimal for huge integer literals to avoid decimal conversion limits.",
        line, 0, line, 0);
  }
  value.kind = ast::ConstantKind::kBigInt;
  value.text = session_.arena.copy(text);
  take();
  return made;
}

}  // namespace belljar
