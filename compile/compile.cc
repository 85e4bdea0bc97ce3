// The phases of compile/, one after the other.
#include "compile/compile.h"

#include "bytecode/verifier.h"
#include "compile/constants.h"
#include "compile/emit/emitter.h"
#include "compile/scope/scope.h"

namespace belljar {
namespace {

std::vector<uint32_t> line_starts(std::string_view source) {
  std::vector<uint32_t> starts{0};
  for (size_t i = 0; i < source.size(); ++i) {
    if (source[i] == '\r' && i + 1 < source.size() && source[i + 1] == '\n') ++i;
    if (source[i] == '\n' || source[i] == '\r') starts.push_back(static_cast<uint32_t>(i + 1));
  }
  starts.shrink_to_fit();
  return starts;
}

}  // namespace

CompileResult compile_module(Context& frozen, const ast::Module& module, std::string_view file,
                             std::string_view source, const CompileOptions& options) {
  CompileResult result;
  auto unit = std::make_unique<CodeUnit>();
  unit->file = file;
  unit->source = source;
  unit->line_starts = line_starts(source);

  NameTable names;
  scope::ScopeTree tree(names);
  scope::collect(tree, module);
  auto is_builtin = [](void* data, std::string_view name) {
    const CompileOptions& o = *static_cast<const CompileOptions*>(data);
    return o.builtin != nullptr && o.builtin(o.data, name) != nullptr;
  };
  if (!scope::resolve(tree, is_builtin, const_cast<CompileOptions*>(&options))) {
    result.error.message = tree.too_many_captured ? "too many captured variables in one function"
                                                  : "too many names in one module";
    return result;
  }
  Constants constants(frozen);
  Emitter emitter(constants, tree, *unit, options);
  if (!emitter.run(module)) {
    result.error = emitter.error();
    return result;
  }
  unit->codes.shrink_to_fit();
  for (const Code* code : unit->codes) {
    std::string wrong = verify(*code, runtime_constants());
    if (!wrong.empty()) {
      result.error.message = "internal error: invalid bytecode: " + wrong;
      return result;
    }
  }
  result.unit = std::move(unit);
  return result;
}

}  // namespace belljar
