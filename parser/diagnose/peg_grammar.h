// The error grammar (grammar.peg) as a data structure.
//
// It is read from its text each time a syntax error has to be named: that costs a fraction of a
// millisecond, needs no generator in the build and no global state.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexer/token.h"

namespace belljar::diagnose {

// What a matched expression is, as far as messages care.
enum class ValueKind : uint8_t {
  kToken,
  kSequence,
  kName,
  kAttribute,
  kSubscript,
  kStarred,
  kList,
  kTuple,
  kLambda,
  kCall,
  kOperation,
  kGeneratorExp,
  kYield,
  kAwait,
  kListComp,
  kSetComp,
  kDictComp,
  kDict,
  kSet,
  kFString,
  kLiteral,
  kNone,
  kTrue,
  kFalse,
  kEllipsis,
  kCompare,
  kIfExp,
  kNamedExpr,
  kPair,
  kInPair,
  kArguments,
  kKeyword,
  kDoubleStarred,
  kComprehension,
  kPart,
};

enum class ActionKind : uint8_t {
  kDefault,  // the value of the only item, or a sequence of all
  kPass,     // the value of a label
  kBuild,
  kHere,
  kIndent,
  kAt,
  kRange,
  kFrom,
  kKey,
  kTargetStar,
  kTargetFor,
  kTargetDel,
  kReal,
  kImaginary,
  kStrings,
  kLegacy,
  kMissingComma,
  kBareGenerator,
  kArgumentOrder,
};

struct Action {
  ActionKind kind = ActionKind::kDefault;
  ValueKind build = ValueKind::kSequence;
  char labels[2] = {0, 0};
  std::string_view message;
};

enum class NodeOp : uint8_t {
  kToken,
  kSoftKeyword,
  kAnySoftKeyword,
  kTypeComment,  // never there, but looked for
  kRule,
  kGroup,
  kOptional,
  kRepeat,     // zero or more
  kRepeatOne,  // one or more
  kSeparated,  // one or more of `child`, with `separator` between
  kAnd,
  kNot,
  kForced,
  kCut,
};

struct PegNode {
  NodeOp op = NodeOp::kToken;
  TokenKind token = TokenKind::kEndMarker;
  uint16_t child = 0;      // node, rule (kRule), or alternatives (kGroup)
  uint16_t separator = 0;  // node
  std::string_view text;   // of a soft keyword
};

struct Item {
  uint16_t node = 0;
  char label = 0;
};

struct Alternative {
  std::vector<Item> items;
  Action action;
  bool error_pass_only = false;
};

using Alternatives = std::vector<Alternative>;

struct Rule {
  std::string_view name;
  uint16_t alternatives = 0;
  bool left_recursive = false;
  bool shared_memo = false;
  bool remembered = true;
  bool without_errors = false;  // ..._without_invalid: no error rules below it
};

struct PegGrammar {
  std::vector<Rule> rules;
  std::vector<PegNode> nodes;
  std::vector<Alternatives> groups;

  uint16_t rule_named(std::string_view name) const;
};

PegGrammar read_peg_grammar();

}  // namespace belljar::diagnose
