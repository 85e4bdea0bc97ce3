// Engine and Program: built once, then only read.
#include "belljar/engine.h"

#include <new>

#include "builtins/install.h"
#include "compile/compile.h"
#include "engine/engine_impl.h"
#include "policy/check.h"
#include "policy/render.h"
#include "runtime/dict.h"
#include "sdk/install.h"
#include "stdlib/install.h"

namespace belljar {
namespace {

// A program's constants: bounded by its source, which is bounded, but for a margin.
constexpr uint64_t kProgramHeapBytes = 256u << 20;
constexpr uint32_t kWarmChunksMax = 65536;

const Value* find_builtin_value(void* data, std::string_view name) {
  auto& builtins = static_cast<Engine::Impl*>(data)->builtin_values;
  auto found = builtins.find(name);
  return found == builtins.end() ? nullptr : found->second;
}

}  // namespace

Engine::Impl::Impl(const Profile& chosen, std::vector<std::string> modules_granted,
                   std::vector<HostModule> host_modules, uint32_t warm_chunks)
    : granted(std::move(modules_granted)), profile(chosen), chunks(warm_chunks), realm(chunks) {
  for (const HostModule& module : host_modules) host_module_names.push_back(module.name());
  profile.granted = granted;
  profile.host_modules = host_module_names;
  install_builtins(realm);
  if (profile.id != ProfileId::kPython) restrict_str_format(realm);
  install_sym_sdk(realm);
  install_json(realm);
  install_datetime(realm);
  install_requests(realm);
  install_stdlib(realm);
  host_functions.install(std::move(host_modules), realm);
  builtins = new_dict(realm).as<Dict>();
  Dict* all = realm.building().builtins->attributes;
  uint32_t position = 0;
  while (DictEntry* entry = dict_next(all, &position)) {
    Str* name = entry->key.as<Str>();
    const Builtin* builtin = find_builtin(name->view());
    if (builtin && profile.in(builtin->profiles)) dict_set_str(realm, builtins, name, entry->value);
  }
  realm.finish();
  position = 0;
  while (DictEntry* entry = dict_next(builtins, &position)) {
    builtin_values.emplace(entry->key.as<Str>()->view(), &entry->value);
  }
  position = 0;
  while (DictEntry* entry = dict_next(all, &position)) {
    all_builtin_values.emplace(entry->key.as<Str>()->view(), &entry->value);
  }
  for (Module* module : realm.modules()) {
    std::string_view name = module->name->view();
    if (may_import(profile, name)) modules.add(name, module);
  }
}

Engine::Builder& Engine::Builder::profile(std::string_view name) {
  profile_ = std::string(name);
  return *this;
}

Engine::Builder& Engine::Builder::limits(const Limits& limits) {
  limits_ = limits;
  return *this;
}

Engine::Builder& Engine::Builder::allow_module(std::string_view name) {
  granted_.emplace_back(name);
  return *this;
}

Engine::Builder& Engine::Builder::add_module(const HostModule& module) {
  modules_.push_back(module);
  return *this;
}

Engine::Builder& Engine::Builder::keep_warm(uint32_t chunks) {
  warm_chunks_ = chunks;
  return *this;
}

Engine::Built Engine::Builder::build() const {
  const Profile* profile = find_profile(profile_);
  if (!profile) return {nullptr, "there is no profile '" + profile_ + "'"};
  if (std::string problem = limits_.problem(); !problem.empty()) return {nullptr, problem};
  for (const std::string& name : granted_) {
    if (!find_module(name)) return {nullptr, "there is no module '" + name + "'"};
  }
  if (warm_chunks_ > kWarmChunksMax) return {nullptr, "keep_warm: at most 65536 chunks"};
  if (std::string problem = host_modules_problem(modules_); !problem.empty())
    return {nullptr, problem};
  auto impl = std::make_unique<Impl>(*profile, granted_, modules_, warm_chunks_);
  impl->limits = limits_;
  return {std::shared_ptr<const Engine>(new Engine(std::move(impl))), {}};
}

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::~Engine() = default;

std::string_view Engine::profile() const noexcept { return impl_->profile.name; }
const Limits& Engine::limits() const noexcept { return impl_->limits; }

CheckReport Engine::check(std::string_view source, std::string_view name) const {
  // Compiles, too: a function with too many locals is refused by nobody but the compiler.
  return compile(source, name).report;
}

Compiled Engine::compile(std::string_view source, std::string_view name) const {
  Compiled out;
  FrontEnd front = parse_and_check(impl_->profile, source, name, true);
  out.report = std::move(front.report);
  if (!front.tree) return out;
  FrozenContext frozen(impl_->chunks, impl_->realm.realm(), kProgramHeapBytes);
  CompileOptions options;
  options.builtin = find_builtin_value;
  options.data = impl_.get();
  CompileResult compiled =
      compile_module(frozen, *front.tree->root, name, front.tree->source, options);
  if (!compiled.ok()) {
    LineIndex lines(front.tree->source);
    std::vector<Diagnostic> one;
    one.push_back(syntax_diagnostic("syntax.compile", compiled.error.message,
                                    TextRanges(lines)(compiled.error.range)));
    append_diagnostics(one, front.tree->source, out.report);
    return out;
  }
  auto program = std::make_unique<Program::Impl>(Program::Impl{
      shared_from_this(), out.report, frozen.heap().seal(), std::move(compiled.unit)});
  out.program = std::shared_ptr<const Program>(new Program(std::move(program)));
  return out;
}

Program::Program(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Program::~Program() = default;

std::string_view Program::name() const noexcept { return impl_->unit->file; }
std::string_view Program::source() const noexcept { return impl_->unit->source; }
const CheckReport& Program::report() const noexcept { return impl_->report; }
std::shared_ptr<const Engine> Program::engine() const noexcept { return impl_->engine; }

}  // namespace belljar
