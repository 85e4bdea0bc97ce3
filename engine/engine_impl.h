// What an Engine and a Program are made of. Shared by the files of this folder only.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ast/ast.h"
#include "belljar/engine.h"
#include "belljar/program.h"
#include "bytecode/code.h"
#include "engine/frozen_context.h"
#include "engine/host_functions.h"
#include "interp/isolate.h"
#include "policy/diagnostic.h"
#include "policy/profile.h"
#include "runtime/realm_builder.h"

namespace belljar {

// The modules that a profile may import, and for library modules the others, too.
class ProfileModules final : public ModuleFinder {
 public:
  explicit ProfileModules(Engine::Impl& engine) : engine_(engine) {}
  Module* find(std::string_view dotted_name, bool from_library) const override;
  const CodeUnit* library_code(std::string_view dotted_name, bool from_library) const override;
  std::unique_ptr<CodeUnit> compile_generated(Context& context, std::string_view source,
                                              Dict* names, std::string* error) const override;
  void add(std::string_view name, Module* module) { modules_.emplace(name, module); }

 private:
  Engine::Impl& engine_;
  std::unordered_map<std::string_view, Module*> modules_;
};

// Library modules written in Python, compiled on first use into a heap of the engine's.
class LibraryCode {
 public:
  explicit LibraryCode(Engine::Impl& engine);
  const CodeUnit* find(std::string_view dotted_name);

 private:
  Engine::Impl& engine_;
  std::mutex mutex_;  // guards the rest; what a unit refers to is never written again
  std::unique_ptr<FrozenContext> frozen_;
  std::unordered_map<std::string_view, std::unique_ptr<CodeUnit>> units_;
};

struct Engine::Impl {
  Impl(const Profile& chosen, std::vector<std::string> modules_granted,
       std::vector<HostModule> host_modules, uint32_t warm_chunks);

  std::vector<std::string> granted;
  std::vector<std::string> host_module_names;
  Profile profile;  // the chosen one, with what is granted
  Limits limits;
  // Declared before what takes memory from them. The pools lock; everything else is only read once
  // the constructor is done.
  ChunkPool chunks;
  StackPool stacks;
  HostFunctions host_functions;
  RealmBuilder realm;
  ProfileModules modules{*this};
  mutable LibraryCode library{*this};
  Dict* builtins;  // those of the profile, frozen
  std::unordered_map<std::string_view, const Value*> builtin_values;  // into it, for the compiler
  std::unordered_map<std::string_view, const Value*> all_builtin_values;  // for library modules
};

// What the front end makes of a source: a tree, or a report that refuses it.
struct FrontEnd {
  std::unique_ptr<ast::ModuleTree> tree;  // null: see report
  CheckReport report;
};
// Parses; with `judge`, checks too.
FrontEnd parse_and_check(const Profile& profile, std::string_view source, std::string_view name,
                         bool judge);

// Adds diagnostics, and their text, to a report.
void append_diagnostics(const std::vector<Diagnostic>& diagnostics, std::string_view source,
                        CheckReport& report);

struct Program::Impl {
  std::shared_ptr<const Engine> engine;
  CheckReport report;
  SealedHeap constants;
  std::unique_ptr<CodeUnit> unit;  // refers to them; knows name and source
};

}  // namespace belljar
