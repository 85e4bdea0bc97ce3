// RealmBuilder: how builtins/ and sdk/ make frozen classes, functions and modules from tables.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "runtime/context.h"
#include "runtime/signature.h"

namespace belljar {

// One row of a table of natives. `signature` as signature.h says; methods start with "self".
struct NativeDef {
  const char* name;
  const char* signature;
  NativeFn fn;
  uint8_t flags = 0;  // kNativeCallsBack
};
enum class MethodKind : uint8_t { Method, Static, ClassMethod, Property };

class RealmBuilder : public Context {
 public:
  explicit RealmBuilder(ChunkPool& pool);
  ~RealmBuilder() override;

  Realm& building() { return realm_storage_; }

  Str* str(std::string_view text);  // interned
  Native* native(const NativeDef& def, Class* owner, Kind receiver);
  // A class whose instances are of `instance_kind`; base null: object. Registered in the realm if
  // `instance_kind` is a built-in kind without a class yet.
  Class* new_class(std::string_view name, Class* base, Kind instance_kind, uint32_t traits = 0,
                   std::string_view module = "builtins");
  void methods(Class* cls, std::span<const NativeDef> table, MethodKind kind = MethodKind::Method);
  // The special method `name` of `cls` is a method with that name, not its type's slot.
  void plain_method(Class* cls, std::string_view name);
  // __new__: called as (cls, arguments…); `signature` starts with "cls".
  void constructor(Class* cls, const NativeDef& def);
  // An attribute computed by `fn`(self); read-only without `setter`(self, value).
  void property(Class* cls, std::string_view name, NativeFn fn, NativeFn setter = nullptr,
                uint8_t flags = 0, NativeFn deleter = nullptr);
  void attribute(Class* cls, std::string_view name, Value value);
  Class* new_exception_class(std::string_view name, Class* base, std::string_view module);
  // A module that `import` finds: full dotted name.
  Module* module(std::string_view name);
  void member(Module* module, std::string_view name, Value value);
  void functions(Module* module, std::span<const NativeDef> table);

  // Everything made is complete: traits computed, hashes cached. After that nothing may be added.
  void finish();
  const std::vector<Module*>& modules() const { return modules_; }
  // Something that must live as long as the realm.
  void keep(std::shared_ptr<void> companion) { companions_.push_back(std::move(companion)); }
  bool realm_is_open() const override { return open_; }

  Value invoke(Value, const Value*, size_t) override;
  Value invoke_keywords(Value, const Value*, size_t, Tuple*) override;
  Value resume(Generator*, Value, Value*) override;
  Value throw_into(Generator*, Value, Value*) override;
  Value write_output(std::string_view) override;

 private:
  RealmBuilder(ChunkPool& pool, std::unique_ptr<Realm> realm);
  Value default_value(std::string_view text);
  const Signature* signature(std::string_view text);
  const Signature* parse_signature(std::string_view text);
  Realm& realm_storage_;
  std::unique_ptr<Realm> realm_owner_;
  // Few signatures serve many natives; each text is parsed once.
  struct TextHash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, const Signature*, TextHash, std::equal_to<>> signatures_by_text_;
  std::deque<Signature> signatures_;
  std::deque<std::vector<Parameter>> parameters_;
  std::vector<Module*> modules_;
  std::vector<Class*> classes_;
  std::vector<std::shared_ptr<void>> companions_;
  std::unordered_map<std::string_view, Str*> interned_;  // keys are the strings' own bytes
  bool open_ = true;
};

}  // namespace belljar
