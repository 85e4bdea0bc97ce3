// Library modules written in Python, and the code that they generate: source to bytecode without a
// policy, for it is ours.
#include "compile/compile.h"
#include "engine/engine_impl.h"
#include "parser/parser.h"
#include "runtime/dict.h"
#include "runtime/str.h"
#include "stdlib/python_sources.h"
#include "support/syntax_error.h"

namespace belljar {
namespace {

constexpr uint64_t kLibraryHeapBytes = 64u << 20;

// What a name means that a library module's code does not define: one of `names` (or null), else a
// builtin.
struct Meaning {
  Context& context;
  const Engine::Impl& engine;
  Dict* names;

  static const Value* find(void* data, std::string_view name) {
    const Meaning& self = *static_cast<const Meaning*>(data);
    uint32_t position = 0;
    while (DictEntry* entry = self.names ? dict_next(self.names, &position) : nullptr) {
      if (entry->key.is_str() && entry->key.as<Str>()->view() == name) return &entry->value;
    }
    const auto& builtins = self.engine.all_builtin_values;
    auto found = builtins.find(name);
    return found == builtins.end() ? nullptr : found->second;
  }
};

std::unique_ptr<CodeUnit> compile_library(Meaning meaning, std::string_view source,
                                          std::string_view file, std::string_view module_name,
                                          std::string* error) {
  ParseResult parsed = parse_module(source);
  if (!parsed.ok()) {
    *error = parsed.error->message;
    return nullptr;
  }
  CompileOptions options;
  options.builtin = Meaning::find;
  options.data = &meaning;
  options.module_name = module_name;
  const ast::ModuleTree& tree = *parsed.module;
  CompileResult compiled = compile_module(meaning.context, *tree.root, file, tree.source, options);
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
    frozen_ =
        std::make_unique<FrozenContext>(engine_.chunks, engine_.realm.realm(), kLibraryHeapBytes);
  }
  std::string error;
  std::unique_ptr<CodeUnit> unit =
      compile_library({*frozen_, engine_, nullptr}, source->text, std::string(source->name) + ".py",
                      source->name, &error);
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

const CodeUnit* ProfileModules::library_code(std::string_view dotted_name,
                                             bool from_library) const {
  if (!from_library && !may_import(engine_.profile, dotted_name)) return nullptr;
  return engine_.library.find(dotted_name);
}

std::unique_ptr<CodeUnit> ProfileModules::compile_generated(Context& context,
                                                            std::string_view source, Dict* names,
                                                            std::string* error) const {
  return compile_library({context, engine_, names}, source, "<string>", "__main__", error);
}

}  // namespace belljar
