// The error protocol, fuel and recursion of Context.
#include "runtime/context.h"

#include <cstring>

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/str.h"

namespace belljar {

std::string_view limit_name(Limit limit) {
  switch (limit) {
    case Limit::None:
      return "none";
    case Limit::Steps:
      return "steps";
    case Limit::Memory:
      return "memory";
    case Limit::Depth:
      return "depth";
    case Limit::Time:
      return "time";
    case Limit::Size:
      return "size";
    case Limit::Effects:
      return "effects";
    case Limit::Cancelled:
      return "cancelled";
    case Limit::EffectRefused:
      return "effect";
  }
  return "none";
}

Context::Context(ChunkPool& pool, const Realm& realm, const RuntimeLimits& limits, bool frozen_heap)
    : realm_(realm), limits_(limits), heap_(pool, limits.memory_bytes, frozen_heap) {
  heap_.set_alarm(&slice, &stash);
}

Context::~Context() = default;

// --- fuel
// -----------------------------------------------------------------------------------------

namespace {
// Steps handed out at a time: how often deadline and cancellation are looked at. At the speed of
// the loop (about 1 ns a step) that is tens of microseconds.
constexpr int64_t kSlice = 50'000;
}  // namespace

bool Context::refill() {
  if (stopped_by_ != Limit::None) {
    slice = -1;
    return false;
  }
  slice += stash;
  stash = 0;
  // The dispatch loop collects before it comes here; inside a native nothing can be collected.
  if (heap_.over_limit()) {
    stop_memory();
    return false;
  }
  if (slice < 0) {
    uint64_t used = granted_ - static_cast<uint64_t>(slice);
    if (used > limits_.steps) {
      stop(Limit::Steps);
      return false;
    }
    uint64_t left = limits_.steps - used;
    int64_t grant = left < static_cast<uint64_t>(kSlice) ? static_cast<int64_t>(left) : kSlice;
    if (heap_.stress()) grant = 0;  // every safepoint is visited, and collects
    int64_t owed = -slice;
    slice = grant;
    granted_ += static_cast<uint64_t>(owed + grant);
  }
  if (!poll()) return false;
  // A native has come here, so the loop has not seen that the heap wants a collection: the alarm
  // stays on until it does. Natives that charge much would put it off for ever.
  if (heap_.wants_collection()) {
    stash += slice + 1;
    slice = -1;
  }
  return true;
}

// --- abnormal results
// -----------------------------------------------------------------------------

Value Context::raise(Exc type, std::initializer_list<std::string_view> parts) {
  return raise_class(realm_.exception(type), parts);
}

Value Context::raise_class(Class* type, std::initializer_list<std::string_view> parts) {
  StrBuilder text(*this);
  for (std::string_view part : parts) text.append(part);
  BELLJAR_TRY(message, text.finish());
  BELLJAR_TRY(exception, new_exception(*this, type, &message, 1));
  return raise_value(exception);
}

Value Context::raise_with(Exc type, Value argument) {
  BELLJAR_TRY(exception, new_exception(*this, realm_.exception(type), &argument, 1));
  return raise_value(exception);
}

Value Context::raise_value(Value exception) {
  pending_ = exception;
  return Value::raised();
}

bool Context::pending_is(Exc type) const {
  return pending_.is(Kind::Exception) &&
         is_subclass(pending_.as<Exception>()->cls, realm_.exception(type));
}

Value Context::stop(Limit limit, std::string_view detail) {
  if (stopped_by_ == Limit::None) {
    stopped_by_ = limit;
    stop_detail_ = detail;
  }
  pending_ = Value::undefined();
  stash += slice + 1;  // keeps steps_used(): slice + stash is unchanged
  slice = -1;
  return Value::stopped();
}

// --- recursion
// ------------------------------------------------------------------------------------

bool Context::enter_native() {
  char here;
  if (native_depth_ >= native_depth_max_ || (stack_floor_ && &here < stack_floor_)) return false;
  ++native_depth_;
  return true;
}

namespace {
// What handles the error at each of n levels does 2^n work and keeps each error in the next one's
// context: steps, rather than memory, should end it.
constexpr uint64_t kDepthSteps = 100;
}  // namespace

Value Context::depth_exceeded() {
  if (!charge(kDepthSteps)) return Value::stopped();
  Value status = raise(Exc::RecursionError, "maximum recursion depth exceeded");
  if (pending_.is(Kind::Exception)) pending_.as_object()->flags |= kDepthExceeded;
  return status;
}

double Context::fresh_nan() {
  uint64_t bits = 0x7ff8000000000000u | ++nans_;
  double nan;
  std::memcpy(&nan, &bits, sizeof nan);
  return nan;
}

int64_t Context::identity_of(Value v) {
  // Numbers run from 1 in the order in which a program asks. The map keeps the object alive, so a
  // number is never given twice.
  if (identities_.is_undefined()) identities_ = new_dict(*this);
  Dict* dict = identities_.as<Dict>();
  Value key = v.is_heap() ? Value::integer(reinterpret_cast<intptr_t>(v.as_object()))
                          : Value::integer(static_cast<int64_t>(v.kind()) << 56 ^ v.as_int());
  Value known = dict_get(*this, dict, key);
  if (!known.is_undefined() && known.is(Kind::Tuple)) return known.as<Tuple>()->items[0].as_int();
  int64_t number = static_cast<int64_t>(dict->live) + 1;
  Tuple* row = heap_.make<Tuple>(Kind::Tuple, sizeof(Value));
  row->count = 2;
  Value* both = row->items;
  both[0] = Value::integer(number);
  both[1] = v;
  dict_set(*this, dict, key, Value::object(row));
  return number;
}

}  // namespace belljar
