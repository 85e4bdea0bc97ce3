// Judges the facts of scopes.h against the profile's builtins and the module tables.
#include "policy/name_checks.h"

#include <set>
#include <string>
#include <string_view>

#include "policy/names.h"
#include "policy/nearest.h"
#include "policy/scopes.h"

namespace belljar {
namespace {

using namespace ast;

// Looking for a similar name compares with every name of the file: worth it for a few only.
constexpr int kMaxSuggestions = 50;
constexpr size_t kMaxCandidates = 2000;

// A thousand nested scopes below which millions of names are read would take minutes to look up.
constexpr uint64_t kMaxLookups = 20'000'000;

// `from a.b import c` with a.b.c a module: then c is that module. Otherwise a member, or nothing.
struct Meaning {
  std::string module;  // empty: unknown
  std::string member;  // empty: the module itself
};

bool is_package(std::string_view name) {
  for (const ImportableModule& module : all_modules()) {
    if (module.name.size() > name.size() && module.name.starts_with(name) &&
        module.name[name.size()] == '.') {
      return true;
    }
  }
  return false;
}

class NameChecker {
 public:
  NameChecker(const ast::Module& module, const Tokens& tokens, Findings& findings)
      : tokens_(tokens), findings_(findings), facts_(gather_scopes(module, findings.profile())) {}

  void run() {
    for (const NameUse& use : facts_.uses) {
      if (!check_use(use)) return;
    }
    for (NameScope& scope : facts_.scopes) check_imports(scope);
    for (const AttributeRead& read : facts_.reads) {
      if (lookups_ > kMaxLookups) return;
      check_read(read);
    }
  }

 private:
  // ---- names ----

  // False: the lookups cost too much, and without all of them nothing more can be said.
  bool check_use(const NameUse& use) {
    NameBinding* binding = find_binding(use.scope, use.name->id, &lookups_);
    if (lookups_ > kMaxLookups) return false;
    if (binding != nullptr) {
      binding->used = true;
    } else if (!use.quiet && !facts_.has_star_import) {
      report_unbound(use);
    }
    return true;
  }

  void report_unbound(const NameUse& use) {
    const std::string_view name = use.name->id;
    const Builtin* builtin = find_builtin(name);
    if (builtin != nullptr && findings_.profile().in(builtin->profiles)) return;
    // Every class body begins with these two.
    const bool in_class = use.scope->kind == ScopeKind::kClass;
    if (in_class && (name == "__module__" || name == "__qualname__")) return;
    if (is_refused(name) && name != "printed") return;  // the walk has spoken of it
    if (builtin != nullptr && !bound_somewhere(name)) {
      findings_.add(RuleId::kBuiltinAbsent, name, use.name->range, use.name->range,
                    std::string(builtin->instead));
    } else if (findings_.takes(RuleId::kNameUndefined)) {
      findings_.add(RuleId::kNameUndefined, name, use.name->range, use.name->range,
                    undefined_advice(name));
    }
  }

  // Where another scope binds it, its author means that, however wrongly.
  bool bound_somewhere(std::string_view name) {
    if (bound_.empty()) {
      for (const NameScope& scope : facts_.scopes) {
        for (const auto& row : scope.bindings) bound_.insert(row.first);
      }
    }
    return bound_.contains(name);
  }

  std::string undefined_advice(std::string_view name) {
    if (name == "printed") return "what `print` writes goes to the log; collect text in a list";
    std::string advice = import_advice(name);
    if (!advice.empty() || ++suggestions_ > kMaxSuggestions) return advice;
    Nearest nearest(name);
    size_t candidates = 0;
    for (const NameScope& scope : facts_.scopes) {
      for (const auto& [candidate, binding] : scope.bindings) {
        if (++candidates > kMaxCandidates) return nearest.advice();
        if (scope.kind != ScopeKind::kClass) nearest.offer(candidate);
      }
    }
    for (const Builtin& builtin : all_builtins()) {
      if (findings_.profile().in(builtin.profiles)) nearest.offer(builtin.name);
    }
    return nearest.advice();
  }

  // A module or one of its members that the author forgot to import. The shortest module wins: the
  // package's root exports the most used names.
  std::string import_advice(std::string_view name) const {
    const ImportableModule* best = nullptr;
    for (const ImportableModule& module : all_modules()) {
      if (!findings_.profile().in(module.profiles)) continue;
      if (module.name == name) return "add `import " + std::string(name) + "`";
      const bool has = module.has_member(name);
      if (has && (best == nullptr || module.name.size() < best->name.size())) best = &module;
    }
    if (best == nullptr) return {};
    return "add `from " + std::string(best->name) + " import " + std::string(name) + "`";
  }

  // ---- imports ----

  void check_imports(NameScope& scope) {
    for (auto& [name, binding] : scope.bindings) {
      for (const ImportBinding& import : binding.imports) {
        const bool spoken_of = import.quiet || !may_import(findings_.profile(), import.module) ||
                               is_refused(name) || is_refused(import.member);
        if (spoken_of) continue;
        if (!import.member.empty()) check_imported_member(import);
        const bool unused = !binding.used && !binding.bound && scope.kind != ScopeKind::kClass &&
                            import.module != "__future__";
        if (unused) report_unused(name, import);
      }
    }
  }

  bool is_refused(std::string_view name) const {
    const std::optional<RuleId> refusal = refused_name(name);
    return refusal.has_value() && findings_.enabled(*refusal);
  }

  void report_unused(std::string_view name, const ImportBinding& import) {
    const Range& focus = import.alias->range;
    const std::string_view shown = import.binds_root() ? std::string_view(import.module) : name;
    findings_.add(RuleId::kImportUnused, shown, range_to(import.statement->range, focus), focus);
  }

  void check_imported_member(const ImportBinding& import) {
    const ImportableModule* module = find_module(import.module);
    if (module == nullptr || is_known(*module, import.member)) return;
    const Range focus = tokens_.imported_name(*import.alias);
    unknown_member(*module, import.member, range_to(import.statement->range, focus), focus);
  }

  // ---- members ----

  static bool is_known(const ImportableModule& module, std::string_view member) {
    if (module.members.empty() || module.has_member(member)) return true;
    const std::string submodule = std::string(module.name) + "." + std::string(member);
    return find_module(submodule) != nullptr || is_package(submodule);
  }

  void check_read(const AttributeRead& read) {
    const Attribute& attribute = *read.attribute;
    if (has_inner_underscore(attribute.attr)) return;  // has a rule of its own, or is magic
    const Meaning meaning = meaning_of(*attribute.value, read.scope);
    if (meaning.module.empty()) return;
    const Range focus = tokens_.attribute(attribute);
    if (meaning.member.empty()) {
      const ImportableModule* module = find_module(meaning.module);
      if (module != nullptr && !is_known(*module, attribute.attr)) {
        unknown_member(*module, attribute.attr, attribute.range, focus);
      }
      return;
    }
    const ImportableClass* found = class_of(meaning);
    if (found == nullptr || found->has_member(attribute.attr)) return;
    if (attribute.attr == "name" || attribute.attr == "value" || attribute.attr == "mro") return;
    Nearest nearest(attribute.attr);
    nearest.offer_words(found->members);
    std::string message =
        "`" + std::string(found->name) + "` has no member `" + shortened(attribute.attr) + "`";
    findings_.add_text(RuleId::kSdkUnknownMember, std::move(message), attribute.range, focus,
                       nearest.advice());
  }

  void unknown_member(const ImportableModule& module, std::string_view member,
                      const Range& reported, const Range& focus) {
    if (!findings_.takes(RuleId::kSdkUnknownMember)) return;
    Nearest nearest(member);
    nearest.offer_words(module.members);
    std::string message =
        "module `" + std::string(module.name) + "` has no member `" + shortened(member) + "`";
    std::string help = nearest.advice();
    if (help.empty()) help = elsewhere(module, member);
    findings_.add_text(RuleId::kSdkUnknownMember, std::move(message), reported, focus,
                       std::move(help));
  }

  std::string elsewhere(const ImportableModule& module, std::string_view member) const {
    const std::string_view top = module.name.substr(0, module.name.find('.'));
    for (const ImportableModule& other : all_modules()) {
      if (other.name.starts_with(top) && other.has_member(member)) {
        return "`" + std::string(member) + "` is in `" + std::string(other.name) + "`";
      }
    }
    return {};
  }

  // The same class may be imported from several modules.
  static const ImportableClass* class_of(const Meaning& meaning) {
    for (const ImportableClass& row : all_module_classes()) {
      if (row.name != meaning.member) continue;
      const std::string_view package = row.module.substr(0, row.module.find('.'));
      if (std::string_view(meaning.module).starts_with(package)) return &row;
    }
    return nullptr;
  }

  // What a name or a dotted expression stands for, if an import alone says so.
  Meaning meaning_of(const Expr& expr, NameScope* scope) {
    constexpr size_t kMaxDots = 8;
    std::string_view dots[kMaxDots];
    size_t count = 0;
    const Expr* base = &expr;
    while (const Attribute* attribute = as<Attribute>(base)) {
      if (count == kMaxDots) return {};
      dots[count++] = attribute->attr;
      base = attribute->value;
    }
    const Name* name = as<Name>(base);
    if (name == nullptr) return {};
    const NameBinding* binding = find_binding(scope, name->id, &lookups_);
    if (binding == nullptr || binding->bound || binding->imports.empty()) return {};
    const ImportBinding& import = binding->imports.front();
    const bool one_meaning = binding->imports.size() == 1 || import.binds_root();
    if (!one_meaning) return {};
    Meaning meaning;
    meaning.module = import.binds_root() ? std::string(name->id) : import.module;
    if (!import.member.empty()) descend(meaning, import.member);
    while (count > 0 && !meaning.module.empty()) descend(meaning, dots[--count]);
    return meaning;
  }

  static void descend(Meaning& meaning, std::string_view name) {
    if (!meaning.member.empty()) {
      meaning = {};  // an attribute of a member: an object of which nothing is known
      return;
    }
    const std::string submodule = meaning.module + "." + std::string(name);
    if (find_module(submodule) != nullptr || is_package(submodule)) {
      meaning.module = submodule;
      return;
    }
    // The root of the SDK exports the integrations under their own names.
    const std::string integration = "sym.sdk.integrations." + std::string(name);
    if (meaning.module == "sym.sdk" && find_module(integration) != nullptr) {
      meaning.module = integration;
      return;
    }
    meaning.member = name;
  }

  const Tokens& tokens_;
  Findings& findings_;
  ScopeFacts facts_;
  std::set<std::string_view> bound_;  // by any scope; filled when first needed
  int suggestions_ = 0;
  uint64_t lookups_ = 0;
};

}  // namespace

void check_names(const ast::Module& module, const Tokens& tokens, Findings& findings) {
  NameChecker(module, tokens, findings).run();
}

}  // namespace belljar
