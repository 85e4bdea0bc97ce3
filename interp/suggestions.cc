// Which name a NameError or an AttributeError probably meant, by the rules of CPython 3.11
// (Python/suggestions.c, restated): candidates in a fixed order, an edit distance in which a change
// of case costs half of any other edit, and a limit of a third of the letters. As there, the search
// happens only when a report is written, so that raising costs nothing.
//
// Where the profile has no private names (it lacks `getattr` too), none is suggested.
#include "interp/suggestions.h"

#include <algorithm>
#include <array>
#include <vector>

#include "runtime/class.h"
#include "runtime/dict.h"

namespace belljar {

namespace {

constexpr size_t kMostCandidates = 750;  // as many or more: no search
constexpr size_t kLongestName = 40;
constexpr size_t kEditCost = 2;
constexpr size_t kCaseCost = 1;

char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

size_t replace_cost(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? kCaseCost : kEditCost;
}

// Bytes, not letters: CPython compares the UTF-8 text. Anything above `limit` is as good as any.
size_t edit_distance(std::string_view a, std::string_view b, size_t limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.empty() || b.empty()) return (a.size() + b.size()) * kEditCost;
  if (a.size() > kLongestName || b.size() > kLongestName) return limit + 1;
  if (b.size() < a.size()) std::swap(a, b);
  if ((b.size() - a.size()) * kEditCost > limit) return limit + 1;
  std::array<size_t, kLongestName> row{};
  for (size_t i = 0; i < a.size(); ++i) row[i] = (i + 1) * kEditCost;
  size_t result = 0;
  for (size_t j = 0; j < b.size(); ++j) {
    size_t diagonal = j * kEditCost;
    result = diagonal;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < a.size(); ++i) {
      const size_t replaced = diagonal + replace_cost(b[j], a[i]);
      diagonal = row[i];
      result = std::min(std::min(result, diagonal) + kEditCost, replaced);
      row[i] = result;
      least = std::min(least, result);
    }
    if (least > limit) return limit + 1;
  }
  return result;
}

class Candidates {
 public:
  Candidates(Isolate& isolate, bool private_names)
      : isolate_(isolate), private_names_(private_names) {}

  void add(const Str* name) {
    if (private_names_ || name->view().substr(0, 1) != "_") names_.push_back(name->view());
  }
  void add_keys(Dict* dict) {
    if (!dict) return;
    uint32_t position = 0;
    while (const DictEntry* entry = dict_next(dict, &position)) {
      if (entry->key.is_str()) add(entry->key.as<Str>());
    }
  }
  void add_names(const Tuple* names) {
    for (uint32_t i = 0; names && i < names->count; ++i) add(names->items[i].as<Str>());
  }
  // What dir(object) lists.
  void add_object(Value object) {
    if (object.is(Kind::Module)) {
      add_keys(object.as<Module>()->attributes);
    } else if (object.is(Kind::Class)) {
      add_class(object.as<Class>());
    } else {
      const Class* cls = class_of(isolate_, object);
      add_class(cls);
      add_own(object, cls);
    }
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  }

  std::string_view nearest(std::string_view wanted) const {
    if (names_.size() >= kMostCandidates) return {};
    std::string_view best;
    size_t best_distance = SIZE_MAX;
    for (std::string_view name : names_) {
      if (name == wanted || best_distance == 0) continue;
      const size_t limit =
          std::min((wanted.size() + name.size() + 3) * kEditCost / 6, best_distance - 1);
      const size_t distance = edit_distance(wanted, name, limit);
      if (distance > limit) continue;
      best = name;
      best_distance = distance;
    }
    return best;
  }

 private:
  void add_class(const Class* cls) {
    for (uint32_t i = 0; i < cls->mro->count; ++i) {
      add_keys(cls->mro->items[i].as<Class>()->attributes);
    }
  }
  void add_own(Value object, const Class* cls) {
    if (object.is(Kind::Instance)) {
      const Instance* o = object.as<Instance>();
      for (uint32_t i = 0; i < cls->layout.count && i < o->capacity; ++i) {
        // The native part of a derived class has no name.
        if (cls->layout.names[i] && !o->slots[i].is_undefined()) add(cls->layout.names[i]);
      }
      add_keys(o->extra);
    } else if (object.is(Kind::Exception)) {
      add_keys(object.as<Exception>()->attributes);
    } else if (object.is(Kind::Function)) {
      add_keys(object.as<Function>()->attributes);
    }
  }

  Isolate& isolate_;
  bool private_names_;
  std::vector<std::string_view> names_;
};

bool has_private_names(Dict* builtins) {
  uint32_t position = 0;
  while (const DictEntry* entry = builtins ? dict_next(builtins, &position) : nullptr) {
    if (entry->key.as<Str>()->view() == "getattr") return true;
  }
  return false;
}

}  // namespace

std::string_view suggestion(Isolate& isolate, const Exception* e, const TracebackFrame* frame) {
  if (!e->fields.is(Kind::Tuple)) return {};
  const Value name = e->fields.as<Tuple>()->items[0];
  const Value object = e->fields.as<Tuple>()->items[1];
  if (!name.is_str()) return {};
  const std::string_view wanted = name.as<Str>()->view();
  const bool private_names = has_private_names(isolate.builtins());
  // Subclasses get no suggestion, as in CPython.
  if (e->cls == isolate.realm().exception(Exc::AttributeError)) {
    if (object.is_undefined()) return {};
    Candidates candidates(isolate, private_names);
    candidates.add_object(object);
    return candidates.nearest(wanted);
  }
  if (e->cls != isolate.realm().exception(Exc::NameError) || frame == nullptr) return {};
  Candidates locals(isolate, private_names);
  locals.add_names(frame->locals);
  if (std::string_view found = locals.nearest(wanted); !found.empty()) return found;
  const ModuleState* module = isolate.module();
  if (module && module->unit == frame->unit) {
    Candidates globals(isolate, private_names);
    for (size_t i = 0; i < module->unit->slot_names.size(); ++i) {
      if (!module->slots[i].is_undefined()) globals.add(module->unit->slot_names[i]);
    }
    if (std::string_view found = globals.nearest(wanted); !found.empty()) return found;
  }
  Candidates builtins(isolate, private_names);
  builtins.add_keys(isolate.builtins());
  return builtins.nearest(wanted);
}

}  // namespace belljar
