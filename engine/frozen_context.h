// A Context that only holds a frozen heap: where a Program's constants are made. Nothing runs in
// it.
#pragma once

#include "runtime/context.h"

namespace belljar {

class FrozenContext final : public Context {
 public:
  FrozenContext(ChunkPool& pool, const Realm& realm, uint64_t memory_bytes)
      : Context(pool, realm, limits_for(memory_bytes), true) {
    slice = INT64_MAX / 4;
  }

  Value invoke(Value, const Value*, size_t) override { return nothing_runs(); }
  Value invoke_keywords(Value, const Value*, size_t, Tuple*) override { return nothing_runs(); }
  Value resume(Generator*, Value, Value*) override { return nothing_runs(); }
  Value throw_into(Generator*, Value, Value*) override { return nothing_runs(); }
  Value write_output(std::string_view) override { return nothing_runs(); }

 private:
  static RuntimeLimits limits_for(uint64_t memory_bytes) {
    RuntimeLimits limits;
    limits.memory_bytes = memory_bytes;
    limits.steps = UINT64_MAX / 4;
    return limits;
  }
  Value nothing_runs() { return raise(Exc::TypeError, "nothing runs while a program is compiled"); }
};

}  // namespace belljar
