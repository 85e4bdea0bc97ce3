// Library modules written in Python, and the code that they generate: source to bytecode without a
// policy, for it is ours.
#include "compile/compile.h"
#include "engine/engine_impl.h"
#include "parser/parser.h"
#include "runtime/dict.h"
#include "stdlib/python_sources.h"
#include "support/syntax_error.h"

namespace belljar {
namespace {

constexpr uint64_t kLibraryHeapBytes = 64u << 20;

const Value* find_any_builtin(void* data, std::string_view name) {
  const auto& values = static_cast<const Engine::Impl*>(data)->all_builtin_values;
  auto found = values.find(name);
  return found == values.end() ? nullptr : found->second;
}

std::unique_ptr<CodeUnit> compile_library(const Engine::Impl& engine, Context& heap,
                                          std::string_view source, std::string_view file,
                                          std::string_view module_name, std::string* error) {
  ParseResult parsed = parse_module(source);
  if (!parsed.ok()) {
    *error = parsed.error->message;
    return nullptr;
  }
  CompileOptions options;
  options.builtin = find_any_builtin;
  options.data = const_cast<Engine::Impl*>(&engine);
  options.module_name = module_name;
  const ast::ModuleTree& tree = *parsed.module;
  CompileResult compiled = compile_module(heap, *tree.root, file, tree.source, options);
  if (!compiled.ok()) *error = compiled.error.message;
  return std::move(compiled.unit);
}

}  // namespace

LibraryCode::LibraryCode(Engine::Impl& engine) : engine_(engine) {}

const CodeUnit* LibraryCode::find(std::string_view dotted_name) {
  const PythonSource* source = find_python_source(dotted_name);
  if (!source) return nullptr;
  std::lock_guard lock(mutex_);
  auto known = units_.find(source->name);
  if (known != units_.end()) return known->second.get();
  if (!frozen_) {
    frozen_ = std::make_unique<FrozenContext>(engine_.chunks, engine_.realm.realm(), kLibraryHeapBytes);
  }
  std::string error;
  std::unique_ptr<CodeUnit> unit = compile_library(
      engine_, *frozen_, source->text, std::string(source->name) + ".py", source->name, &error);
  if (unit) unit->library = true;
  return units_.emplace(source->name, std::move(unit)).first->second.get();
}

Module* ProfileModules::find(std::string_view dotted_name, bool from_library) const {
  auto found = modules_.find(dotted_name);
  if (found != modules_.end()) return found->second;
  if (!from_library) return nullptr;
  for (Module* module : engine_.realm.modules()) {
    if (module->name->view() == dotted_name) return module;
  }
  return nullptr;
}

const CodeUnit* ProfileModules::library_code(std::string_view dotted_name, bool from_library) const {
  if (!from_library && !may_import(engine_.profile, dotted_name)) return nullptr;
  return engine_.library.find(dotted_name);
}

std::unique_ptr<CodeUnit> ProfileModules::compile_generated(Context& context, std::string_view source,
                                                            std::string* error) const {
  return compile_library(engine_, context, source, "<string>", "__main__", error);
}

}  // namespace belljar
