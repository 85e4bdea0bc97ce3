// A Context for unit tests of runtime/ and builtins/: a realm with every builtin, an ordinary heap,
// natives can be invoked. No bytecode.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/signature.h"
#include "runtime/str.h"

namespace belljar::testing {

inline RealmBuilder& shared_builder() {
  static ChunkPool* pool = new ChunkPool;
  static RealmBuilder* builder = [] {
    auto* b = new RealmBuilder(*pool);
    install_builtins(*b);
    b->finish();
    return b;
  }();
  return *builder;
}

class NativeContext : public Context {
 public:
  explicit NativeContext(const RuntimeLimits& limits = {})
      : Context(pool_of_tests(), shared_builder().building(), limits, false) {}

  Value invoke(Value callee, const Value* args, size_t count) override {
    return invoke_keywords(callee, args, count, nullptr);
  }
  Value invoke_keywords(Value callee, const Value* args, size_t count, Tuple* names) override {
    Value slots[kMaxParameters + 64];
    size_t n = 0;
    if (callee.is(Kind::BoundMethod)) {
      slots[n++] = callee.as<BoundMethod>()->self;
      callee = callee.as<BoundMethod>()->function;
    }
    for (size_t i = 0; i < count; ++i) slots[n++] = args[i];
    if (callee.is(Kind::Class)) return construct(*this, callee.as<Class>(), slots, n, names);
    if (!callee.is(Kind::Native)) return raise(Exc::TypeError, "not callable in unit tests");
    const Native* native = callee.as<Native>();
    BELLJAR_CHECK(bind_receiver(*this, native, slots, n));
    BELLJAR_CHECK(bind_native(*this, native, slots, n, names));
    Call call(*this, native, slots);
    Value result = native->fn(call);
    return native->native_flags & kNativeConstructor ? adopt(*this, slots[0], result) : result;
  }
  Value resume(Generator*, Value, Value*) override {
    return raise(Exc::TypeError, "no generators");
  }
  Value throw_into(Generator*, Value, Value*) override {
    return raise(Exc::TypeError, "no generators");
  }
  Value write_output(std::string_view text) override {
    output += text;
    return Value::none();
  }

  // receiver.name(args…)
  Value call_method(Value receiver, std::string_view name, std::initializer_list<Value> args = {}) {
    Value method = get_attribute(*this, receiver, str(name));
    if (method.is_abrupt()) return method;
    return invoke(method, args.begin(), args.size());
  }
  Str* str(std::string_view text) { return new_str(*this, text).as<Str>(); }
  Value text(std::string_view s) { return new_str(*this, s); }
  // repr of a value, or "Type: message" of the pending exception.
  std::string show(Value v) {
    if (v.is(Kind::Stopped)) return "stopped: " + std::string(limit_name(stopped_by()));
    if (v.is(Kind::Raised)) {
      Value e = take_pending();
      Value message = exception_text(*this, e.as<Exception>());
      return std::string(e.as<Exception>()->cls->name->view()) + ": " +
             std::string(message.as<Str>()->view());
    }
    Value r = repr(*this, v);
    return r.is_abrupt() ? show(r) : std::string(r.as<Str>()->view());
  }
  std::string output;

 private:
  static ChunkPool& pool_of_tests() {
    static ChunkPool* pool = new ChunkPool;
    return *pool;
  }
};

}  // namespace belljar::testing
