// A compiled source: immutable, shared by any number of evaluations on any threads. Made by
// Engine::compile; keeps its Engine alive.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "belljar/diagnostics.h"

namespace belljar {

class Engine;

class Program {
 public:
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // The name given to Engine::compile, as tracebacks show it. Lives as long as the Program.
  std::string_view name() const noexcept;
  // The text that was compiled, decoded to UTF-8. Lives as long as the Program.
  std::string_view source() const noexcept;
  // Warnings that the check found; never refused.
  const CheckReport& report() const noexcept;
  // Never null. Any thread, as everything here.
  std::shared_ptr<const Engine> engine() const noexcept;

  struct Impl;
  const Impl& impl() const noexcept { return *impl_; }

 private:
  friend class Engine;
  explicit Program(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace belljar
