// Modules: running a program's body, import, and the library modules that are written in Python.
//
// A native module is frozen and shared. A module written in Python is a CodeUnit of the engine's
// (ModuleFinder::library_code) whose body runs once in each isolate that imports it, so that
// nothing one evaluation does to it can be seen by another. Its frames are left out of tracebacks,
// as a native's are.
#include <algorithm>
#include <cstring>

#include "interp/isolate.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/exception_fields.h"
#include "runtime/str.h"

namespace belljar {

ModuleState* Isolate::new_module_state(const CodeUnit& unit, Str* name) {
  auto state = std::make_unique<ModuleState>();
  size_t slots = unit.slot_names.size();
  state->unit = &unit;
  state->annotations = nullptr;
  state->slots = static_cast<Value*>(heap_.buffer(slots * sizeof(Value) + 1));
  state->caches =
      static_cast<AttributeCache*>(heap_.buffer(unit.cache_count * sizeof(AttributeCache) + 1));
  if (!state->slots || !state->caches) return nullptr;
  std::fill_n(state->slots, slots, Value::undefined());
  std::memset(static_cast<void*>(state->caches), 0, unit.cache_count * sizeof(AttributeCache));
  state->name = name;
  module_states_.push_back(std::move(state));
  return module_states_.back().get();
}

Value Isolate::run_body(ModuleState* state) {
  Function* body = heap_.make<Function>(Kind::Function);
  body->code = state->unit->codes[0];
  body->module = state;
  body->name = body->code->name;
  body->qualname = body->code->qualname;
  body->defaults = nullptr;
  body->kwdefaults = nullptr;
  body->attributes = nullptr;
  body->doc = Value::none();
  body->closure_count = 0;
  return invoke(Value::object(body), nullptr, 0);
}

Value Isolate::run_module(const CodeUnit& unit, std::string_view module_name) {
  BELLJAR_TRY(name, new_str(*this, module_name));
  module_ = new_module_state(unit, name.as<Str>());
  if (!module_) return stop_memory();
  BELLJAR_CHECK(run_body(module_));
  return Value::none();
}

Value Isolate::global(std::string_view name) const {
  if (!module_) return Value::undefined();
  const auto& names = module_->unit->slot_names;
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i]->view() == name) return module_->slots[i];
  }
  return Value::undefined();
}

// The variables of a module that has run, by name.
Value Isolate::module_variables(const ModuleState* state) {
  BELLJAR_TRY(all, new_dict(*this));
  const auto& names = state->unit->slot_names;
  for (size_t i = 0; i < names.size(); ++i) {
    if (state->slots[i].is_undefined()) continue;
    BELLJAR_CHECK(dict_set_str(*this, all.as<Dict>(), names[i], state->slots[i]));
  }
  return all;
}

// --- import -------------------------------------------------------------------------------------

Value Isolate::import_library(const CodeUnit& unit, Str* name) {
  if (!imported_) {
    BELLJAR_TRY(dict, new_dict(*this));
    imported_ = dict.as<Dict>();
  }
  Value known = dict_get_str(*this, imported_, name);
  if (!known.is_undefined()) return known;
  Roots<1> roots(*this);
  BELLJAR_TRY(attributes, new_dict(*this));
  Module* module = heap_.make<Module>(Kind::Module);
  module->name = name;
  module->attributes = attributes.as<Dict>();
  roots[0] = Value::object(module);
  ModuleState* state = new_module_state(unit, name);
  if (!state) return stop_memory();
  BELLJAR_CHECK(run_body(state));
  BELLJAR_TRY(variables, module_variables(state));
  module->attributes = variables.as<Dict>();
  BELLJAR_CHECK(dict_set_str(*this, imported_, name, roots[0]));
  return roots[0];
}

// Undefined: there is no such module.
Value Isolate::find_module(std::string_view dotted) {
  bool from_library = frame_->function->module->unit->library;
  if (Module* module = modules_.find(dotted, from_library)) return Value::object(module);
  const CodeUnit* unit = modules_.library_code(dotted, from_library);
  if (!unit) return Value::undefined();
  BELLJAR_TRY(name, new_str(*this, dotted));
  return import_library(*unit, name.as<Str>());
}

// The pending ImportError is about the module of this name.
Value Isolate::import_failed(Value name) {
  if (pending_.is(Kind::Exception)) {
    BELLJAR_CHECK(set_exception_field(*this, pending_.as<Exception>(), kImportName, name));
  }
  return Value::raised();
}

Value Isolate::import_name(Str* name, bool whole) {
  if (name->view().front() == '.') {
    return raise(Exc::ImportError, "attempted relative import with no known parent package");
  }
  std::string_view dotted = name->view();
  size_t dot = dotted.find('.');
  Roots<1> roots(*this);
  if (dot != std::string_view::npos) {
    BELLJAR_TRY(package, find_module(dotted.substr(0, dot)));
    roots[0] = package;
  }
  BELLJAR_TRY(module, find_module(dotted));
  if (module.is_undefined()) {
    raise(Exc::ModuleNotFoundError, {"No module named '", name->view(), "'"});
    return import_failed(Value::object(name));
  }
  Value package = roots[0];
  if (package.is(Kind::Module) && !package.as<Module>()->frozen()) {
    // A submodule is an attribute of its package once it is imported.
    BELLJAR_TRY(last, new_str(*this, dotted.substr(dotted.rfind('.') + 1)));
    BELLJAR_CHECK(dict_set_str(*this, package.as<Module>()->attributes, last.as<Str>(), module));
  }
  return whole || !package.is(Kind::Module) ? module : package;
}

Value Isolate::import_from(Value module, Str* name) {
  Value v = get_attribute_or_undefined(*this, module, name);
  if (!v.is_undefined()) return v;
  std::string_view from = module.is(Kind::Module) ? module.as<Module>()->name->view() : "?";
  raise(Exc::ImportError,
        {"cannot import name '", name->view(), "' from '", from, "' (unknown location)"});
  return import_failed(module.is(Kind::Module) ? Value::object(module.as<Module>()->name)
                                               : Value::undefined());
}

// --- text that a library module has written
// -------------------------------------------------------

Value Isolate::execute_source(std::string_view source, Dict* names, Str* module_name) {
  // Text is compiled at about this many bytes a step.
  if (!charge(source.size() / 4 + 100)) return Value::stopped();
  std::string error;
  std::unique_ptr<CodeUnit> unit = modules_.compile_generated(*this, source, names, &error);
  if (!unit) return raise(Exc::SystemError, {"generated code does not compile: ", error});
  Roots<2> roots(*this);
  roots[0] = Value::object(names);
  roots[1] = Value::object(module_name);
  generated_.push_back(std::move(unit));
  const CodeUnit& made = *generated_.back();
  ModuleState* state = new_module_state(made, module_name);
  if (!state) return stop_memory();
  BELLJAR_CHECK(run_body(state));
  return module_variables(state);
}

void Isolate::mark_modules(Tracer& tracer) {
  for (const auto& m : module_states_) {
    tracer.visit_range(m->slots, m->unit->slot_names.size());
    tracer.visit(m->name);
    tracer.visit(m->annotations);
  }
  tracer.visit(imported_);
  // The constants of generated code live in this heap; other code's are frozen.
  for (const auto& unit : generated_) {
    for (Str* s : unit->slot_names) tracer.visit(s);
    for (const Code* code : unit->codes) {
      tracer.visit(code->name);
      tracer.visit(code->qualname);
      tracer.visit_range(code->constants.data(), code->constants.size());
      tracer.visit(code->parameter_names);
      tracer.visit(code->layout_names);
    }
  }
}

}  // namespace belljar
