// Host modules as modules of the realm: constants and natives that lead to the host's functions.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "belljar/host_module.h"
#include "engine/host_signature.h"

namespace belljar {

class RealmBuilder;
struct Native;

// Empty, or what is wrong with the declarations.
std::string host_modules_problem(const std::vector<HostModule>& modules);

struct HostFunctionEntry {
  std::string full_name;  // "bank.balance"
  const HostModule::Function* declared;
  HostSignature signature;
};

// Filled once while the engine is built, then only read.
class HostFunctions {
 public:
  // `modules` without a problem.
  void install(std::vector<HostModule> modules, RealmBuilder& realm);
  const HostFunctionEntry* find(const Native* native) const;
  const EffectFunction& effect(std::string_view full_name) const;  // empty: there is none

 private:
  std::vector<HostModule> modules_;
  std::deque<HostFunctionEntry> entries_;
  std::unordered_map<const Native*, const HostFunctionEntry*> by_native_;
  std::map<std::string, const HostFunctionEntry*, std::less<>> by_name_;
  EffectFunction nothing_;
};

}  // namespace belljar
