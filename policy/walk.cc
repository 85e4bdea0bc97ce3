// One pass with a stack of its own, so neither a long spine nor a deep tree uses up the C++ stack.
//
// The order of findings is RestrictedPython's: some rules speak before a node's children are walked
// and some after (augmented assignment, metaclass, the name of an exception handler). The latter
// put the node on the stack once more, to be `left`.
#include "policy/walk.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ast/visit.h"
#include "policy/literal_warnings.h"
#include "policy/names.h"

namespace belljar {
namespace {

using namespace ast;

// Whether `print` and `printed` occur in a function or in the module's own code.
struct PrintScope {
  bool print_used = false;
  bool printed_used = false;
};

struct Work {
  const Node* node;
  bool leave;
};

// An expression that keeps its meaning when an operator is put in front of it.
bool is_atom(const Expr& node) {
  switch (node.kind) {
    case NodeKind::kName:
    case NodeKind::kConstant:
    case NodeKind::kAttribute:
    case NodeKind::kSubscript:
    case NodeKind::kCall:
    case NodeKind::kList:
    case NodeKind::kDict:
    case NodeKind::kSet:
    case NodeKind::kListComp:
    case NodeKind::kDictComp:
    case NodeKind::kSetComp:
    case NodeKind::kJoinedStr:
      return true;
    default:
      return false;
  }
}

class Walker {
 public:
  Walker(const Tokens& tokens, Findings& findings) : tokens_(tokens), findings_(findings) {}

  void run(const Module& module) {
    prints_.emplace_back();
    push(module);
    while (!stack_.empty() && !findings_.full()) {
      const Work work = stack_.back();
      stack_.pop_back();
      if (work.leave) {
        leave(*work.node);
      } else {
        visit(*work.node);
      }
    }
    if (!findings_.full()) report_prints(prints_.back(), Range{1, 0, 1, 0});
  }

 private:
  void visit(const Node& node) {
    if (refuse_whole(node)) return;
    enter(node);
    warn_of_literals(node, findings_);
    push(node);
  }

  // The children, the first on top.
  void push(const Node& node) {
    const size_t bottom = stack_.size();
    for_each_child(node, [&](const Node& child) { stack_.push_back({&child, false}); });
    std::reverse(stack_.begin() + static_cast<ptrdiff_t>(bottom), stack_.end());
  }

  void enter(const Node& node) {
    switch (node.kind) {
      case NodeKind::kFunctionDef:
        enter_function(to<FunctionDef>(node));
        break;
      case NodeKind::kClassDef: {
        const ClassDef& def = to<ClassDef>(node);
        name(def.name, def.range, [&] { return tokens_.def_name(def); });
        leave_later(node);
        break;
      }
      case NodeKind::kLambda:
        parameters(*to<Lambda>(node).args, node.range);
        break;
      case NodeKind::kName:
        enter_name(to<Name>(node));
        break;
      case NodeKind::kAttribute:
        enter_attribute(to<Attribute>(node));
        break;
      case NodeKind::kCall:
        enter_call(to<Call>(node));
        break;
      case NodeKind::kImport:
        enter_import(to<Import>(node));
        break;
      case NodeKind::kImportFrom:
        enter_import_from(to<ImportFrom>(node));
        break;
      case NodeKind::kComprehension:
        if (to<Comprehension>(node).is_async != 0) {
          const Range focus = tokens_.keyword(node, 2);
          findings_.add(RuleId::kComprehensionAsync, "", focus, focus);
        }
        break;
      case NodeKind::kAugAssign:
      case NodeKind::kExceptHandler:
        leave_later(node);
        break;
      default:
        break;
    }
  }

  void leave_later(const Node& node) { stack_.push_back({&node, true}); }

  void leave(const Node& node) {
    switch (node.kind) {
      case NodeKind::kFunctionDef:
        report_prints(prints_.back(), node.range);
        prints_.pop_back();
        break;
      case NodeKind::kClassDef:
        leave_class(to<ClassDef>(node));
        break;
      case NodeKind::kAugAssign:
        leave_augmented(to<AugAssign>(node));
        break;
      case NodeKind::kExceptHandler: {
        const ExceptHandler& handler = to<ExceptHandler>(node);
        if (handler.name.data() != nullptr) {
          name(handler.name, handler.range, [&] { return tokens_.handler_name(handler); });
        }
        break;
      }
      default:
        break;
    }
  }

  // ---- whole nodes ----

  bool refuse_whole(const Node& node) {
    const NodeRule* refusal = node_rule(node.kind);
    if (refusal == nullptr || !findings_.enabled(refusal->id)) return false;
    const Range focus = refused_part(node);
    const bool block = node.range.line != node.range.end_line;
    const Range reported = block ? range_to(node.range, focus) : node.range;
    findings_.add(refusal->id, "", reported, focus, instead_of(node));
    if (!refusal->known) {
      findings_.add(RuleId::kNodeUnknown, python_name(node.kind), reported, focus);
    }
    return true;
  }

  Range refused_part(const Node& node) const {
    switch (node.kind) {
      case NodeKind::kAsyncFunctionDef:
      case NodeKind::kAsyncFor:
      case NodeKind::kAsyncWith:
        return tokens_.keyword(node, 2);
      case NodeKind::kAnnAssign: {
        const AnnAssign& assign = to<AnnAssign>(node);
        const Range& annotation = assign.annotation->range;
        return {assign.target->range.end_line, assign.target->range.end_column, annotation.end_line,
                annotation.end_column};
      }
      case NodeKind::kNonlocal:
        return node.range;
      case NodeKind::kTryStar: {
        const ExceptHandlers& handlers = to<TryStar>(node).handlers;
        return handlers.empty() ? tokens_.keyword(node) : tokens_.keyword(*handlers.front());
      }
      default:
        return tokens_.keyword(node);
    }
  }

  std::string instead_of(const Node& node) const {
    const AnnAssign* assign = as<AnnAssign>(&node);
    if (assign == nullptr) return {};
    if (assign->value == nullptr) return "delete the line: names need no declaration";
    const std::string_view target = tokens_.text(assign->target->range);
    const std::string_view value = tokens_.text(assign->value->range);
    if (!is_short(target) || !is_short(value)) return {};
    return "write `" + std::string(target) + " = " + std::string(value) + "`";
  }

  static bool is_short(std::string_view text) { return !text.empty() && text.size() <= 60; }

  // ---- names ----

  template <typename Locate>
  void name(std::string_view text, const Range& node, Locate&& locate) {
    const std::optional<RuleId> refusal = refused_name(text);
    if (!refusal.has_value() || !findings_.enabled(*refusal)) return;
    const Range focus = locate();
    findings_.add(*refusal, text, range_to(node, focus), focus);
  }

  void parameter(const Arg* arg, const Range& def) {
    if (arg != nullptr) name(arg->arg, def, [&] { return tokens_.parameter(*arg); });
  }

  void parameters(const Arguments& args, const Range& def) {
    for (const Arg* arg : args.posonlyargs) parameter(arg, def);
    for (const Arg* arg : args.args) parameter(arg, def);
    parameter(args.vararg, def);
    parameter(args.kwarg, def);
    for (const Arg* arg : args.kwonlyargs) parameter(arg, def);
  }

  void enter_function(const FunctionDef& def) {
    // RestrictedPython tests the indentation, not whether the def stands in a class.
    const bool exempt = is_definable_method(def.name) && def.range.column != 0;
    if (!exempt) name(def.name, def.range, [&] { return tokens_.def_name(def); });
    parameters(*def.args, def.range);
    prints_.emplace_back();
    leave_later(def);
  }

  void enter_name(const Name& node) {
    if (node.ctx == ExprContext::kLoad) {
      // Both are rewritten before the name rules see them.
      if (node.id == "print") prints_.back().print_used = true;
      if (node.id == "printed") prints_.back().printed_used = true;
      if (node.id == "print" || node.id == "printed") return;
    }
    const std::optional<RuleId> refusal = refused_name(node.id);
    if (!refusal.has_value()) return;
    // A reserved name that is read (`breakpoint()`) cannot be helped by another name.
    const Builtin* builtin = node.ctx == ExprContext::kLoad ? find_builtin(node.id) : nullptr;
    findings_.add(*refusal, node.id, node.range, node.range,
                  std::string(builtin != nullptr ? builtin->instead : std::string_view()));
  }

  void enter_attribute(const Attribute& node) {
    const bool async_generators =
        findings_.profile().id != ProfileId::kRestrictedPython;  // a gap of the releases we follow
    const auto add = [&](RuleId id) {
      findings_.add(id, node.attr, node.range, tokens_.attribute(node),
                    std::string(attribute_hint(node.attr)));
    };
    if (has_inner_underscore(node.attr)) add(RuleId::kAttrUnderscore);
    if (has_roles_suffix(node.attr)) add(RuleId::kAttrRoles);
    if (is_inspect_attribute(node.attr, async_generators)) add(RuleId::kAttrInspect);
    if (is_introspection_attribute(node.attr)) add(RuleId::kAttrIntrospection);
  }

  void enter_call(const Call& call) {
    const Name* function = as<Name>(call.func);
    if (function == nullptr) return;
    if (function->id == "exec") findings_.add(RuleId::kCallExec, "", call.range, function->range);
    if (function->id == "eval") findings_.add(RuleId::kCallEval, "", call.range, function->range);
  }

  // ---- imports ----

  void imported_names(const Aliases& names, const Range& statement) {
    for (const Alias* alias : names) {
      if (alias->name == "*") {
        findings_.add(RuleId::kImportStar, "", range_to(statement, alias->range), alias->range);
      }
      name(alias->name, statement, [&] { return tokens_.imported_name(*alias); });
      if (alias->asname.data() != nullptr) {
        name(alias->asname, statement, [&] { return tokens_.import_alias(*alias); });
      }
    }
  }

  void module_name(std::string_view module, const Range& statement, const Range& focus) {
    findings_.add(RuleId::kImportModule, module, range_to(statement, focus), focus,
                  module_advice(module));
  }

  std::string module_advice(std::string_view module) const {
    constexpr std::string_view kPackage = "sym.";
    if (module.starts_with(kPackage) || module == "sym") {
      std::string moved = "sym.sdk";
      if (module != "sym") moved.append(".").append(module.substr(kPackage.size()));
      if (may_import(findings_.profile(), moved)) return "import from `" + moved + "`";
    }
    const std::string_view top = module.substr(0, module.find('.'));
    const std::string_view hint = module_hint(top);
    std::string available;
    for (const ImportableModule& row : all_modules()) {
      // The SDK's own modules are many; its root stands for them.
      const bool shown = !row.name.starts_with("sym.sdk.") && findings_.profile().in(row.profiles);
      if (!shown) continue;
      if (!available.empty()) available += ", ";
      available.append("`").append(row.name).append("`");
    }
    for (const std::string& name : findings_.profile().host_modules) {
      available += (available.empty() ? "`" : ", `") + name + "`";
    }
    available = "available: " + available;
    return hint.empty() ? available : std::string(hint) + " (" + available + ")";
  }

  void enter_import(const Import& node) {
    if (findings_.profile().checks_imports) {
      for (const Alias* alias : node.names) {
        if (may_import(findings_.profile(), alias->name)) continue;
        module_name(alias->name, node.range, tokens_.imported_name(*alias));
      }
    }
    imported_names(node.names, node.range);
  }

  void enter_import_from(const ImportFrom& node) {
    if (findings_.profile().checks_imports) {
      std::string module(static_cast<size_t>(std::clamp(node.level, 0, 100)), '.');
      module += node.module;
      if (!may_import(findings_.profile(), module)) {
        module_name(module, node.range, tokens_.from_module(node));
      }
    }
    imported_names(node.names, node.range);
  }

  // ---- after the children ----

  void leave_class(const ClassDef& def) {
    for (const Keyword* keyword : def.keywords) {
      if (keyword->arg != "metaclass") continue;
      const Range focus = tokens_.keyword(*keyword);
      findings_.add(RuleId::kClassMetaclass, "", range_to(def.range, focus), focus);
      return;
    }
  }

  void leave_augmented(const AugAssign& node) {
    const bool attribute = is<Attribute>(node.target);
    if (!attribute && !is<Subscript>(node.target)) return;
    findings_.add(attribute ? RuleId::kAugmentedAttribute : RuleId::kAugmentedItem, "", node.range,
                  node.range, written_out(node));
  }

  std::string written_out(const AugAssign& node) const {
    const std::string_view target = tokens_.text(node.target->range);
    const std::string_view value = tokens_.text(node.value->range);
    if (!is_short(target) || !is_short(value)) return {};
    std::string out = "write it out: `";
    out.append(target).append(" = ").append(target).append(" ").append(source_text(node.op));
    out.append(is_atom(*node.value) ? " " : " (").append(value);
    return out + (is_atom(*node.value) ? "`" : ")`");
  }

  void report_prints(const PrintScope& scope, const Range& node) {
    if (scope.print_used == scope.printed_used) return;
    const Range place{node.line, node.column, node.line, node.column};
    findings_.add(scope.print_used ? RuleId::kPrintUnread : RuleId::kPrintedUnprinted, "", place,
                  place);
  }

  const Tokens& tokens_;
  Findings& findings_;
  std::vector<Work> stack_;
  std::vector<PrintScope> prints_;
};

}  // namespace

void walk(const Module& module, const Tokens& tokens, Findings& findings) {
  Walker(tokens, findings).run(module);
}

}  // namespace belljar
