// The rule table as data: see rules.def. Separate from the walkers so that a rule can be listed,
// explained and renamed in one place.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "ast/ast.h"
#include "policy/diagnostic.h"
#include "policy/profile.h"

namespace belljar {

enum class RuleId : uint8_t {
#define RULE(id, name, severity, profiles, message, help) id,
#define NODE(Class, known, profiles, message, help) kNode##Class,
#include "policy/rules.def"
#undef RULE
#undef NODE
};

struct Rule {
  RuleId id;
  std::string_view name;
  Severity severity;
  ProfileSet profiles;
  std::string_view message;
  std::string_view help;
};

std::span<const Rule> all_rules();
const Rule& rule(RuleId id);
const Rule* find_rule(std::string_view name);

// The rule that refuses a whole class of nodes, whatever the profile; null if there is none.
struct NodeRule {
  ast::NodeKind kind;
  RuleId id;
  bool known;  // to RestrictedPython
};
const NodeRule* node_rule(ast::NodeKind kind);

// A text of the table with the offending name filled in.
std::string fill_text(std::string_view text, std::string_view name);

}  // namespace belljar
