// The folder of flows.
#include "flows.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

namespace fs = std::filesystem;

std::shared_ptr<const Flows::Table> Flows::current() const {
  std::lock_guard lock(mutex_);
  return table_;
}

std::shared_ptr<const belljar::Program> Flows::find(const std::string& name) const {
  auto table = current();
  auto found = table->find(name);
  return found == table->end() ? nullptr : found->second.program;
}

void Flows::reload() {
  auto before = current();
  auto after = std::make_shared<Table>();
  bool different = false;
  std::error_code ignored;
  for (const fs::directory_entry& file : fs::directory_iterator(folder_, ignored)) {
    if (file.path().extension() != ".py") continue;
    const std::string name = file.path().stem();
    const auto changed = file.last_write_time(ignored);
    auto known = before->find(name);
    if (known != before->end() && known->second.changed == changed) {
      after->insert(*known);
      continue;
    }
    different = true;
    std::ifstream stream(file.path(), std::ios::binary);
    const std::string source{std::istreambuf_iterator<char>(stream), {}};
    auto compiled = engine_->compile(source, file.path().filename().string());
    if (compiled.program) {
      (*after)[name] = {changed, compiled.program};
    } else {
      std::cerr << compiled.report.text;
      if (known != before->end()) (*after)[name] = {changed, known->second.program};
    }
  }
  if (!different && after->size() == before->size()) return;
  std::lock_guard lock(mutex_);
  table_ = std::move(after);
}
