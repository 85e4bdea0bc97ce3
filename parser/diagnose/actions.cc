// What happens when an alternative of the error grammar has matched: values and error messages.
#include <algorithm>

#include "parser/diagnose/peg_matcher.h"

namespace belljar::diagnose {

namespace {

// How CPython calls an expression in messages.
const char* describe(ValueKind kind) {
  switch (kind) {
    case ValueKind::kName:
      return "name";
    case ValueKind::kAttribute:
      return "attribute";
    case ValueKind::kSubscript:
      return "subscript";
    case ValueKind::kStarred:
      return "starred";
    case ValueKind::kList:
      return "list";
    case ValueKind::kTuple:
      return "tuple";
    case ValueKind::kLambda:
      return "lambda";
    case ValueKind::kCall:
      return "function call";
    case ValueKind::kOperation:
      return "expression";
    case ValueKind::kGeneratorExp:
      return "generator expression";
    case ValueKind::kYield:
      return "yield expression";
    case ValueKind::kAwait:
      return "await expression";
    case ValueKind::kListComp:
      return "list comprehension";
    case ValueKind::kSetComp:
      return "set comprehension";
    case ValueKind::kDictComp:
      return "dict comprehension";
    case ValueKind::kDict:
      return "dict literal";
    case ValueKind::kSet:
      return "set display";
    case ValueKind::kFString:
      return "f-string expression";
    case ValueKind::kNone:
      return "None";
    case ValueKind::kTrue:
      return "True";
    case ValueKind::kFalse:
      return "False";
    case ValueKind::kEllipsis:
      return "ellipsis";
    case ValueKind::kCompare:
      return "comparison";
    case ValueKind::kIfExp:
      return "conditional expression";
    case ValueKind::kNamedExpr:
      return "named expression";
    default:
      return "literal";
  }
}

bool is_fstring(std::string_view literal) {
  for (const char c : literal) {
    if (c == '"' || c == '\'') return false;
    if (c == 'f' || c == 'F') return true;
  }
  return false;
}

}  // namespace

const Value* PegMatcher::labelled(const Alternative& alternative, size_t scratch_mark,
                                  char label) const {
  for (size_t i = 0; label != 0 && i < alternative.items.size(); ++i) {
    if (alternative.items[i].label == label) return scratch_[scratch_mark + i];
  }
  return nullptr;
}

// The tokens where CPython's node begins and ends; a sequence stands for its first and last
// elements.
size_t PegMatcher::start_of(const Value* value) const {
  while (value->kind == ValueKind::kSequence && !value->parts.empty()) value = value->parts.front();
  return value->first;
}

size_t PegMatcher::end_of(const Value* value) const {
  while ((value->kind == ValueKind::kSequence || value->kind == ValueKind::kComprehension) &&
         !value->parts.empty()) {
    value = value->parts.back();
  }
  return value->last;
}

std::string_view PegMatcher::text_of(const Value* value) const {
  return tokens_[value->first].text(parser_.text());
}

bool PegMatcher::is_legacy_name(const Value* value) const {
  return value->kind == ValueKind::kName && (text_of(value) == "print" || text_of(value) == "exec");
}

std::string PegMatcher::expand(std::string_view message, const Value* value) const {
  std::string result;
  for (size_t i = 0; i < message.size(); ++i) {
    if (message[i] != '%') {
      result += message[i];
      continue;
    }
    switch (message[++i]) {
      case 'e':
        result += describe(value->kind);
        break;
      case 't':
        result += text_of(value);
        break;
      case 'l':
        result += std::to_string(tokens_[value->first].range.line);
        break;
    }
  }
  return result;
}

const Value* PegMatcher::raise_range(const Value* a, const Value* b, std::string_view message) {
  Range range = tokens_[start_of(a)].range;
  const Range& end = tokens_[end_of(b)].range;
  range.end_line = end.end_line;
  range.end_column = end.end_column;
  return parser_.raise(expand(message, a), range);
}

// The part of `value` that cannot be assigned to (or deleted), or null.
const Value* PegMatcher::invalid_target(const Value* value, ActionKind kind) const {
  switch (value->kind) {
    case ValueKind::kList:
    case ValueKind::kTuple:
      for (const Value* part : value->parts) {
        if (const Value* invalid = invalid_target(part, kind)) return invalid;
      }
      return nullptr;
    case ValueKind::kStarred:
      return kind == ActionKind::kTargetDel ? value : invalid_target(value->parts[0], kind);
    case ValueKind::kCompare:
      // The `a in b` of `for a in b` was read as a comparison.
      if (kind != ActionKind::kTargetFor) return value;
      if (value->parts[1]->kind != ValueKind::kInPair) return nullptr;
      return invalid_target(value->parts[0], kind);
    case ValueKind::kName:
    case ValueKind::kSubscript:
    case ValueKind::kAttribute:
      return nullptr;
    default:
      return value;
  }
}

const Value* PegMatcher::raise_target(const Value* value, ActionKind kind) {
  const Value* invalid = invalid_target(value, kind);
  if (invalid == nullptr) return nullptr;
  return raise_range(invalid, invalid,
                     kind == ActionKind::kTargetDel ? "cannot delete %e" : "cannot assign to %e");
}

const Value* PegMatcher::act(const Alternative& alternative, size_t start, size_t scratch_mark) {
  const Action& action = alternative.action;
  const Value* a = labelled(alternative, scratch_mark, action.labels[0]);
  const Value* b = labelled(alternative, scratch_mark, action.labels[1]);
  switch (action.kind) {
    case ActionKind::kDefault:
      if (alternative.items.size() == 1) return scratch_[scratch_mark];
      if (alternative.items.size() == 2 &&
          grammar_.nodes[alternative.items[0].node].op == NodeOp::kAnd) {
        return scratch_[scratch_mark + 1];
      }
      return sequence(scratch_mark, start);
    case ActionKind::kPass:
      return a;
    case ActionKind::kBuild: {
      std::vector<const Value*> parts;
      if (a != nullptr) flatten(a, &parts);
      if (b != nullptr) flatten(b, &parts);
      return make(action.build, start, parts);
    }

    case ActionKind::kHere:
      parser_.raise_at_token(tokens_[last_token()], SyntaxErrorType::kSyntaxError,
                             std::string(action.message));
      return nullptr;
    case ActionKind::kIndent:
      parser_.raise_at_token(tokens_[last_token()], SyntaxErrorType::kIndentationError,
                             expand(action.message, a));
      return nullptr;
    case ActionKind::kAt:
      return raise_range(a, a, action.message);
    case ActionKind::kRange:
      return raise_range(a, b, action.message);
    case ActionKind::kFrom: {
      Range range = tokens_[a->first].range;
      const Range& lexer = tokens_[last_token()].range;
      return parser_.raise_known(
          SyntaxErrorType::kSyntaxError, expand(action.message, a),
          static_cast<int32_t>(range.line), static_cast<int32_t>(range.column) + 1,
          static_cast<int32_t>(lexer.end_line), static_cast<int32_t>(lexer.end_column));
    }
    case ActionKind::kKey: {
      const Range& range = tokens_[end_of(a)].range;
      return parser_.raise_known(SyntaxErrorType::kSyntaxError, std::string(action.message),
                                 static_cast<int32_t>(tokens_[start_of(a)].range.line),
                                 static_cast<int32_t>(range.end_column),
                                 static_cast<int32_t>(range.end_line), 0);
    }
    case ActionKind::kTargetStar:
    case ActionKind::kTargetFor:
    case ActionKind::kTargetDel:
      return raise_target(a, action.kind);

    case ActionKind::kReal:
      if (!parser_.is_imaginary(tokens_[a->first])) return a;
      return raise_range(a, a, "real number required in complex literal");
    case ActionKind::kImaginary:
      if (parser_.is_imaginary(tokens_[a->first])) return a;
      return raise_range(a, a, "imaginary number required in complex literal");
    case ActionKind::kStrings: {
      if (!parser_.check_strings(a->first)) return nullptr;
      const bool fstring = std::any_of(a->parts.begin(), a->parts.end(), [&](const Value* part) {
        return is_fstring(text_of(part));
      });
      return make(fstring ? ValueKind::kFString : ValueKind::kLiteral, start, {});
    }

    case ActionKind::kLegacy:
      if (!is_legacy_name(a)) return nullptr;
      return raise_range(a, b, "Missing parentheses in call to '%t'. Did you mean %t(...)?");
    case ActionKind::kMissingComma:
      // Outside of brackets two expressions in a row may be anything.
      if (is_legacy_name(a) || tokens_[mark_ - 1].level == 0) return nullptr;
      return raise_range(a, b, "invalid syntax. Perhaps you forgot a comma?");
    case ActionKind::kBareGenerator: {
      // f(x, y for y in z): the y is the last positional argument.
      const Value* last = nullptr;
      size_t count = 0;
      for (const Value* part : a->parts) {
        if (part->kind == ValueKind::kKeyword || part->kind == ValueKind::kDoubleStarred) continue;
        last = part;
        ++count;
      }
      if (count <= 1) return nullptr;
      return raise_range(last, b, "Generator expression must be parenthesized");
    }
    case ActionKind::kArgumentOrder: {
      const bool unpacking = std::any_of(a->parts.begin(), a->parts.end(), [](const Value* part) {
        return part->kind == ValueKind::kDoubleStarred;
      });
      parser_.raise_at_token(tokens_[last_token()], SyntaxErrorType::kSyntaxError,
                             unpacking ? "positional argument follows keyword argument unpacking"
                                       : "positional argument follows keyword argument");
      return nullptr;
    }
  }
  return nullptr;
}

}  // namespace belljar::diagnose
