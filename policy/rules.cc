// rules.def compiled into a table.
#include "policy/rules.h"

#include <algorithm>
#include <iterator>

namespace belljar {
namespace {

constexpr ProfileSet R = profile_bit(ProfileId::kRestrictedPython);
constexpr ProfileSet S = profile_bit(ProfileId::kSym);
constexpr ProfileSet P = profile_bit(ProfileId::kPython);

constexpr Rule kRules[] = {
#define RULE(id, name, severity, profiles, message, help) \
  {RuleId::id, name, Severity::severity, profiles, message, help},
#define NODE(Class, known, profiles, message, help) \
  {RuleId::kNode##Class, "node." #Class, Severity::kError, profiles, message, help},
#include "policy/rules.def"
#undef RULE
#undef NODE
};

constexpr NodeRule kNodeRules[] = {
#define RULE(id, name, severity, profiles, message, help)
#define NODE(Class, known, profiles, message, help) \
  {ast::NodeKind::k##Class, RuleId::kNode##Class, known},
#include "policy/rules.def"
#undef RULE
#undef NODE
};

// What is left to call a name without its leading underscores; empty if that is no name.
std::string_view bare_name(std::string_view name) {
  const size_t start = name.find_first_not_of('_');
  if (start == std::string_view::npos) return {};
  name.remove_prefix(start);
  if (name[0] >= '0' && name[0] <= '9') return {};
  const size_t end = name.find_last_not_of('_');
  return name.substr(0, end + 1);
}

}  // namespace

std::span<const Rule> all_rules() { return kRules; }

const Rule& rule(RuleId id) { return kRules[static_cast<size_t>(id)]; }

const Rule* find_rule(std::string_view name) {
  const Rule* row = std::ranges::find(kRules, name, &Rule::name);
  return row != std::end(kRules) ? row : nullptr;
}

const NodeRule* node_rule(ast::NodeKind kind) {
  const NodeRule* row = std::ranges::find(kNodeRules, kind, &NodeRule::kind);
  return row != std::end(kNodeRules) ? row : nullptr;
}

std::string fill_text(std::string_view text, std::string_view name) {
  constexpr std::string_view kName = "{}", kBare = "{bare}";
  std::string out;
  while (!text.empty()) {
    if (text.starts_with(kName)) {
      out += name;
      text.remove_prefix(kName.size());
    } else if (text.starts_with(kBare)) {
      const std::string_view bare = bare_name(name);
      out += bare.empty() ? std::string_view("value") : bare;
      text.remove_prefix(kBare.size());
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace belljar
