// The rules of `match` patterns that CPython checks while it generates code for them. Where an
// error points to follows CPython, too: to the pattern visited last.
//
// Recursive: patterns nest only in ways that count into Node::height.
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

#include "compile/symtable_placement.h"

namespace belljar::symtable {
namespace {

using namespace ast;

using Names = std::set<std::string_view>;

// A wildcard, or a capture without an inner pattern (then it has a name).
bool is_wildcard(const Pattern& pattern) {
  const MatchAs* as_pattern = as<MatchAs>(&pattern);
  return as_pattern != nullptr && as_pattern->name.data() == nullptr;
}

// A literal key: a text that is equal for keys that are equal in Python (1 == 1.0 == True), and
// what the error shows.
struct Key {
  std::string identity;
  std::string repr;
};

std::string number_text(double number) {
  char buffer[40];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number);
  std::string text(buffer, end.ptr);
  return text;
}

std::string float_repr(double number) {
  std::string text = number_text(number);
  if (text.find_first_of(".en") == std::string::npos) text += ".0";
  return text;
}

std::string quoted(std::string_view text) {
  const bool single =
      text.find('\'') == std::string_view::npos || text.find('"') != std::string_view::npos;
  const char quote = single ? '\'' : '"';
  std::string out(1, quote);
  for (const char c : text) {
    if (c == quote || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else {
      out += c;
    }
  }
  return out + quote;
}

std::string integer_identity(int64_t integer) {
  const double number = static_cast<double>(integer);
  const bool exact = std::abs(number) < 9e18 && static_cast<int64_t>(number) == integer;
  return "n" + (exact ? number_text(number) : std::to_string(integer));
}

Key constant_key(const ConstantValue& value, bool negative) {
  const std::string sign = negative ? "-" : "";
  const double number = negative ? -value.number : value.number;
  switch (value.kind) {
    case ConstantKind::kNone:
      return {"None", "None"};
    case ConstantKind::kFalse:
      return {"n0", "False"};
    case ConstantKind::kTrue:
      return {"n1", "True"};
    case ConstantKind::kEllipsis:
      return {"Ellipsis", "Ellipsis"};
    case ConstantKind::kInt: {
      const int64_t integer = negative ? -value.integer : value.integer;
      return {integer_identity(integer), std::to_string(integer)};
    }
    case ConstantKind::kFloat:
      return {"n" + (number == 0 ? "0" : number_text(number)), float_repr(number)};
    case ConstantKind::kComplex:
      return {"j" + number_text(number),
              (negative ? "(-0-" : "") + number_text(value.number) + (negative ? "j)" : "j")};
    case ConstantKind::kBigInt:
      return {"i" + sign + std::to_string(value.base) + ":" + std::string(value.text),
              sign + std::string(value.text)};
    case ConstantKind::kStr:
      return {"s" + std::string(value.text), quoted(value.text)};
    case ConstantKind::kBytes:
      return {"b" + std::string(value.text), "b" + quoted(value.text)};
  }
  return {};
}

// A number, perhaps with a sign; null for anything else.
const Constant* signed_constant(const Expr& key, bool* negative) {
  const UnaryOp* unary = as<UnaryOp>(&key);
  *negative = unary != nullptr && unary->op == UnaryOperator::kUSub;
  return as<Constant>(*negative ? unary->operand : &key);
}

double real_of(const ConstantValue& value, bool negative) {
  const double number =
      value.kind == ConstantKind::kInt ? static_cast<double>(value.integer) : value.number;
  return negative ? -number : number;
}

// The key if it is a literal: a constant, `-1`, `1+2j`. Attribute lookups have none.
std::optional<Key> key_of(const Expr& key) {
  bool negative = false;
  if (const Constant* constant = signed_constant(key, &negative)) {
    return constant_key(constant->value, negative);
  }
  const BinOp* sum = as<BinOp>(&key);
  if (sum == nullptr) return std::nullopt;
  const Constant* real = signed_constant(*sum->left, &negative);
  const Constant* imaginary = as<Constant>(sum->right);
  if (real == nullptr || imaginary == nullptr) return std::nullopt;
  const bool minus = sum->op == Operator::kSub;
  const std::string text = number_text(real_of(real->value, negative)) + (minus ? "-" : "+") +
                           number_text(imaginary->value.number) + "j";
  return Key{"c" + text, "(" + text + ")"};
}

class PatternPass {
 public:
  std::optional<SymtableError> run(const Pattern& pattern, bool allow_irrefutable) {
    Names stores;
    visit(pattern, allow_irrefutable, stores);
    return std::move(error_);
  }

 private:
  [[gnu::noinline]] bool fail(std::string_view message, std::string_view name = {},
                              std::string_view rest = {}) {
    if (!error_.has_value()) {
      std::string text(message);
      text.append(name).append(rest);
      error_ = SymtableError{std::move(text), at_, true};
    }
    return false;
  }

  bool visit(const Pattern& pattern, bool allow_irrefutable, Names& stores) {
    at_ = pattern.range;
    switch (pattern.kind) {
      case NodeKind::kMatchValue:
        return visit_value(to<MatchValue>(pattern));
      case NodeKind::kMatchSequence:
        return visit_sequence(to<MatchSequence>(pattern), stores);
      case NodeKind::kMatchMapping:
        return visit_mapping(to<MatchMapping>(pattern), stores);
      case NodeKind::kMatchClass:
        return visit_class(to<MatchClass>(pattern), stores);
      case NodeKind::kMatchStar:
        return store(to<MatchStar>(pattern).name, stores);
      case NodeKind::kMatchAs:
        return visit_as(to<MatchAs>(pattern), allow_irrefutable, stores);
      case NodeKind::kMatchOr:
        return visit_or(to<MatchOr>(pattern), allow_irrefutable, stores);
      default:
        return true;
    }
  }

  bool store(std::string_view name, Names& stores) {
    if (name.data() == nullptr) return true;
    if (name == kDebugName) return fail("cannot assign to __debug__");
    if (stores.insert(name).second) return true;
    return fail("multiple assignments to name '", name, "' in pattern");
  }

  bool visit_value(const MatchValue& pattern) {
    if (!is<JoinedStr>(pattern.value)) return true;
    return fail("patterns may only match literals and attribute lookups");
  }

  bool visit_sequence(const MatchSequence& pattern, Names& stores) {
    bool starred = false, only_wildcards = true;
    for (size_t i = 0; i < pattern.patterns.size(); ++i) {
      const Pattern& inner = *pattern.patterns[i];
      if (const MatchStar* star = as<MatchStar>(&inner)) {
        if (starred) return fail("multiple starred names in sequence pattern");
        starred = true;
        if (star->name.data() != nullptr) only_wildcards = false;
      } else if (!is_wildcard(inner)) {
        only_wildcards = false;
      }
    }
    if (only_wildcards) return true;
    for (const Pattern* inner : pattern.patterns) {
      if (!visit(*inner, true, stores)) return false;
    }
    return true;
  }

  bool visit_mapping(const MatchMapping& pattern, Names& stores) {
    std::set<std::string> seen;
    for (const Expr* key : pattern.keys) {
      const std::optional<Key> literal = key_of(*key);
      if (literal.has_value()) {
        if (!seen.insert(literal->identity).second) {
          return fail("mapping pattern checks duplicate key (", literal->repr, ")");
        }
      } else if (is<JoinedStr>(key)) {
        return fail("mapping pattern keys may only match literals and attribute lookups");
      }
    }
    for (const Pattern* inner : pattern.patterns) {
      if (!visit(*inner, true, stores)) return false;
    }
    return store(pattern.rest, stores);
  }

  bool visit_class(const MatchClass& pattern, Names& stores) {
    if (!check_keywords(pattern)) return false;
    at_ = pattern.range;
    for (const Patterns* list : {&pattern.patterns, &pattern.kwd_patterns}) {
      for (const Pattern* inner : *list) {
        if (!is_wildcard(*inner) && !visit(*inner, true, stores)) return false;
      }
    }
    return true;
  }

  bool check_keywords(const MatchClass& pattern) {
    NameConflicts conflicts;
    for (size_t i = 0; i < pattern.kwd_attrs.size(); ++i) conflicts.add(pattern.kwd_attrs[i], i);
    if (!conflicts.found().has_value()) return true;
    const auto [first, second] = *conflicts.found();
    at_ = pattern.kwd_patterns[second]->range;
    if (first == second) return fail("cannot assign to __debug__");
    return fail("attribute name repeated in class pattern: ", pattern.kwd_attrs[first]);
  }

  bool visit_as(const MatchAs& pattern, bool allow_irrefutable, Names& stores) {
    if (pattern.pattern != nullptr) {
      return visit(*pattern.pattern, allow_irrefutable, stores) && store(pattern.name, stores);
    }
    if (allow_irrefutable) return store(pattern.name, stores);
    if (pattern.name.data() == nullptr)
      return fail("wildcard makes remaining patterns unreachable");
    return fail("name capture '", pattern.name, "' makes remaining patterns unreachable");
  }

  bool visit_or(const MatchOr& pattern, bool allow_irrefutable, Names& stores) {
    Names control;
    for (size_t i = 0; i < pattern.patterns.size(); ++i) {
      const bool last = i + 1 == pattern.patterns.size();
      Names own;
      if (!visit(*pattern.patterns[i], last && allow_irrefutable, own)) return false;
      if (i == 0) {
        control = std::move(own);
      } else if (own != control) {
        return fail("alternative patterns bind different names");
      }
    }
    for (std::string_view name : control) {
      if (!store(name, stores)) return false;
    }
    return true;
  }

  std::optional<SymtableError> error_;
  Range at_;
};

}  // namespace

std::optional<SymtableError> find_pattern_error(const ast::Pattern& pattern,
                                                bool allow_irrefutable) {
  return PatternPass().run(pattern, allow_irrefutable);
}

}  // namespace belljar::symtable
