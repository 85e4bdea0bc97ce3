// A folder of flows, compiled, and compiled again when a file changes. Readers take the table that
// is current and keep it as long as they need it: nobody waits for a reload.
#pragma once

#include <belljar/engine.h>

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

class Flows {
 public:
  Flows(std::shared_ptr<const belljar::Engine> engine, std::filesystem::path folder)
      : engine_(std::move(engine)), folder_(std::move(folder)) {}

  // Compiles what is new or has changed, forgets what is gone. A file that is refused leaves the
  // version before it in place. One thread.
  void reload();
  // By the file's name without ".py"; null: there is none. Any thread.
  std::shared_ptr<const belljar::Program> find(const std::string& name) const;
  size_t size() const { return current()->size(); }

 private:
  struct Entry {
    std::filesystem::file_time_type changed;
    std::shared_ptr<const belljar::Program> program;
  };
  using Table = std::map<std::string, Entry>;
  std::shared_ptr<const Table> current() const;

  std::shared_ptr<const belljar::Engine> engine_;
  std::filesystem::path folder_;
  mutable std::mutex mutex_;  // for the pointer only
  std::shared_ptr<const Table> table_ = std::make_shared<Table>();
};
