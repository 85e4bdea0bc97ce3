// Engine: the built-in objects and rules of one profile. Built once, then immutable: any number of
// threads may compile and evaluate with it at the same time without locking.
//
//   auto built = belljar::Engine::Builder().profile("sym").build();
//   auto compiled = built.engine->compile(source, "flow.py");
//   if (!compiled.program) show(compiled.report.text);
//   auto outcome = belljar::evaluate(compiled.program, {.handler = "on_request", .event_json =
//   event});
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "belljar/diagnostics.h"
#include "belljar/host_module.h"
#include "belljar/limits.h"
#include "belljar/program.h"

namespace belljar {

// What Engine::compile came to. The report has the warnings of an accepted program, too.
struct Compiled {
  std::shared_ptr<const Program> program;  // null: refused
  CheckReport report;
};

class Engine : public std::enable_shared_from_this<Engine> {
 public:
  struct Built;

  // Collects what an Engine is to be. Copies what it is given; one thread at a time; may be used
  // again for another Engine. Mistakes are reported by build().
  class Builder {
   public:
    // "sym" (default), "restrictedpython" or "python".
    Builder& profile(std::string_view name);
    // Defaults for evaluations that bring no limits of their own.
    Builder& limits(const Limits& limits);
    // Lets programs import a module that the profile itself does not offer ("re", "enum",
    // "collections" …), and its submodules. May be called several times. build() refuses a name
    // that no profile offers.
    Builder& allow_module(std::string_view name);
    // Lets programs import a module of the host's own, which is copied. May be called several
    // times.
    Builder& add_module(const HostModule& module);
    // How many chunks of 64 KiB are kept warm between evaluations, so that the next isolate need
    // not ask the system for memory (a thousand times the price of a kept one). Default: 64; at
    // most 65536; 0 keeps none. The memory returns to the system with the Engine. Choose what the
    // evaluations that run at the same time use together.
    Builder& keep_warm(uint32_t chunks);
    // Never throws. Takes a few milliseconds at most; one Engine a process and profile is enough.
    Built build() const;

   private:
    std::string profile_ = "sym";
    Limits limits_;
    std::vector<std::string> granted_;
    std::vector<HostModule> modules_;
    uint32_t warm_chunks_ = 64;
  };

  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // The name of the profile. Lives as long as the Engine.
  std::string_view profile() const noexcept;
  const Limits& limits() const noexcept;

  // Judges a source (bytes; UTF-8 unless a coding cookie says otherwise): all findings, runs
  // nothing. `name` is shown in messages. Any thread; neither argument need outlive the call.
  CheckReport check(std::string_view source, std::string_view name) const;
  // The same, then compiles what is not refused.
  Compiled compile(std::string_view source, std::string_view name) const;

  struct Impl;
  Impl& impl() const noexcept { return *impl_; }

 private:
  explicit Engine(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

struct Engine::Built {
  std::shared_ptr<const Engine> engine;  // null: see `problem`
  std::string problem;                   // an unknown profile, unusable limits, a malformed module
};

}  // namespace belljar
