// What each scope of a file binds, and which names and attributes it reads: the facts that the name
// checks (name_checks.h) judge. Gathered in one pass, before any judgement, because a binding
// counts for the whole scope wherever it stands.
//
// This is not the compiler's name resolution: it asks only whether a name can be bound, and it
// accepts every tree that the parser gives.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ast/ast.h"
#include "policy/profile.h"

namespace belljar {

enum class ScopeKind : uint8_t { kModule, kFunction, kClass, kComprehension };

// One import of a name.
struct ImportBinding {
  std::string module;       // `a.b` of `import a.b` and of `from a.b import c`; with leading dots
  std::string_view member;  // `c` of `from a.b import c`; empty for `import a.b`
  const ast::Alias* alias = nullptr;
  const ast::Stmt* statement = nullptr;
  bool quiet = false;

  // `import a.b`, which binds `a` only.
  bool binds_root() const { return member.empty() && alias->asname.data() == nullptr; }
};

struct NameBinding {
  bool bound = false;  // by anything but an import
  bool used = false;
  std::vector<ImportBinding> imports;
};

struct NameScope {
  ScopeKind kind = ScopeKind::kModule;
  NameScope* parent = nullptr;
  std::map<std::string_view, NameBinding> bindings;
  std::map<std::string_view, bool> declared;  // `global`: true, `nonlocal`: false
};

// A read. `quiet`: inside a node that the profile refuses as a whole, so it gets no finding, but it
// keeps what it reads used.
struct NameUse {
  const ast::Name* name;
  NameScope* scope;
  bool quiet;
};
struct AttributeRead {
  const ast::Attribute* attribute;
  NameScope* scope;
};

struct ScopeFacts {
  std::deque<NameScope> scopes;  // the first is the module's; a deque, as scopes point to scopes
  std::vector<NameUse> uses;
  std::vector<AttributeRead> reads;
  bool has_star_import = false;  // then any name may be bound
};

ScopeFacts gather_scopes(const ast::Module& module, const Profile& profile);

// The binding that a read of `name` in `scope` finds, as Python looks it up; null: none in the
// file. `lookups` counts the scopes looked at.
NameBinding* find_binding(NameScope* scope, std::string_view name, uint64_t* lookups);

}  // namespace belljar
