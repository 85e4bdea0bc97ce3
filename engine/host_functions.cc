// The natives behind host modules, and what a declaration must be.
#include "engine/host_functions.h"

#include <exception>
#include <set>

#include <nlohmann/json.hpp>
#include "engine/host_door.h"
#include "engine/host_value.h"
#include "engine/json_text.h"
#include "policy/profile.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/document.h"
#include "sdk/host_call.h"
#include "sdk/json_out.h"
#include "sdk/sym/errors.h"

namespace belljar {
namespace {

constexpr uint64_t kCallSteps = 50;  // of a call out of the interpreter, beside the work it charges

// The exception that an effect's error asks for: a builtin one, else the SDK's.
Value error_of_reply(Context& context, Dict* reply) {
  Value name = dict_get_str(context, reply, new_str(context, "class").as<Str>());
  Value message = dict_get_str(context, reply, new_str(context, "message").as<Str>());
  Class* cls = name.is_str() ? builtin_exception(context, name.as<Str>()->view()) : nullptr;
  if (!cls) return sym::exception_from_reply(context, reply);
  return new_exception(context, cls, &message, message.is_undefined() ? 0 : 1);
}

Value check_types(Call& c, const HostFunctionEntry& entry) {
  const HostSignature& signature = entry.signature;
  for (size_t i = 0; i < signature.types.size(); ++i) {
    if (!c.has(i) || takes(signature.types[i], c[i])) continue;
    return c.context().raise(
        Exc::TypeError, {entry.declared->name, "() argument '", signature.names[i], "' must be ",
                         shown_types(signature.types[i]), ", not ", type_name(c.context(), c[i])});
  }
  return Value::none();
}

Value call_effect(Call& c, const HostFunctionEntry& entry) {
  Context& context = c.context();
  std::string json = "{";
  for (size_t i = 0; i < entry.signature.names.size(); ++i) {
    if (!c.has(i)) continue;
    if (json.size() > 1) json += ", ";
    sym::append_json_text(&json, entry.signature.names[i]);
    json += ": ";
    std::string what;
    Value done = sym::append_json(context, c[i], sym::JsonForm::Argument, &json, &what);
    if (done.is_undefined()) {
      return context.raise(Exc::TypeError,
                           {entry.full_name, ": ", what, " cannot be passed to the host"});
    }
    BELLJAR_CHECK(done);
  }
  json += "}";
  return sym::ask_door(context, "host", entry.full_name, json, error_of_reply);
}

Value call_pure(Call& c, const HostFunctionEntry& entry) {
  Context& context = c.context();
  std::string failure = entry.full_name + ": malformed result";
  try {
    HostCall call = ValueAccess::call(context, c.args(), entry.signature.names.size());
    HostResult result = entry.declared->pure(call);
    if (context.stopped_by() != Limit::None) return Value::stopped();
    Value made = ValueAccess::make(context, result);
    if (!made.is_undefined()) return made;
  } catch (const std::exception& e) {
    failure = entry.full_name + ": the host failed: " + e.what();
  } catch (...) {
    failure = entry.full_name + ": the host failed";
  }
  return context.stop(Limit::EffectRefused, failure);
}

Value host_function(Call& c) {
  // The engine gives every isolate that runs a program this door (evaluation.cc).
  const auto& door = static_cast<const HostDoor&>(*c.context().door);
  const HostFunctionEntry& entry = *door.functions().find(c.native());
  if (!c.context().charge(kCallSteps)) return Value::stopped();
  BELLJAR_CHECK(check_types(c, entry));
  return entry.declared->effect ? call_effect(c, entry) : call_pure(c, entry);
}

std::string module_problem(const HostModule& module) {
  const std::string here = "module '" + module.name() + "': ";
  if (!is_plain_identifier(module.name()) || module.name().front() == '_')
    return here + "not an identifier that a program can import";
  if (find_module(module.name()) || module.name() == "sym")
    return here + "Belljar has a module of that name";
  std::set<std::string_view> names;
  auto name_problem = [&](const std::string& name) -> std::string {
    if (!is_plain_identifier(name) || name.front() == '_')
      return here + "'" + name + "' is not an identifier that a program can use";
    if (!names.insert(name).second) return here + "'" + name + "' is declared twice";
    return {};
  };
  for (const HostModule::Function& function : module.functions()) {
    if (std::string problem = name_problem(function.name); !problem.empty()) return problem;
    if (!function.effect && !function.pure) return here + "'" + function.name + "' has no function";
    if (std::string problem = read_host_signature(function.signature).problem; !problem.empty())
      return here + "the signature of '" + function.name + "': " + problem;
  }
  for (const HostModule::Constant& constant : module.constants()) {
    if (std::string problem = name_problem(constant.name); !problem.empty()) return problem;
    std::string problem;
    if (!parse_json(constant.json, &problem))
      return here + "the constant '" + constant.name + "': " + problem;
  }
  return {};
}

}  // namespace

std::string host_modules_problem(const std::vector<HostModule>& modules) {
  std::set<std::string_view> names;
  for (const HostModule& module : modules) {
    if (!names.insert(module.name()).second) return "module '" + module.name() + "': added twice";
    if (std::string problem = module_problem(module); !problem.empty()) return problem;
  }
  return {};
}

void HostFunctions::install(std::vector<HostModule> modules, RealmBuilder& realm) {
  modules_ = std::move(modules);
  for (const HostModule& declared : modules_) {
    Module* module = realm.module(declared.name());
    for (const HostModule::Constant& constant : declared.constants()) {
      realm.member(module, constant.name, sym::parse_json(realm, constant.json));
    }
    for (const HostModule::Function& function : declared.functions()) {
      HostFunctionEntry& entry = entries_.emplace_back();
      entry.full_name = declared.name() + "." + function.name;
      entry.declared = &function;
      entry.signature = read_host_signature(function.signature);
      const NativeDef def{function.name.c_str(), entry.signature.plain.c_str(), host_function,
                          kNativePython};
      Native* native = realm.native(def, nullptr, Kind::Undefined);
      native->module = realm.str(declared.name());
      realm.member(module, function.name, Value::object(native));
      by_native_.emplace(native, &entry);
      by_name_.emplace(entry.full_name, &entry);
    }
  }
}

const HostFunctionEntry* HostFunctions::find(const Native* native) const {
  return by_native_.at(native);
}

const EffectFunction& HostFunctions::effect(std::string_view full_name) const {
  auto found = by_name_.find(full_name);
  return found == by_name_.end() ? nothing_ : found->second->declared->effect;
}

// --- declarations

HostModule& HostModule::effect(std::string name, std::string signature, EffectFunction function) {
  functions_.push_back({std::move(name), std::move(signature), std::move(function), {}});
  return *this;
}

HostModule& HostModule::pure(std::string name, std::string signature, PureFunction function) {
  functions_.push_back({std::move(name), std::move(signature), {}, std::move(function)});
  return *this;
}

HostModule& HostModule::constant(std::string name, std::string json) {
  constants_.push_back({std::move(name), std::move(json)});
  return *this;
}

}  // namespace belljar
