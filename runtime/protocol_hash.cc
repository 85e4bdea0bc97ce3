// Hashing, in its two forms: the table hash (keyed, see hash.h) and what hash() shows (CPython's
// numbers for numbers and for tuples and frozensets of them, fixed functions for the rest).
//
// Equal values must have equal table hashes: 1, 1.0 and True; b"x" and bytearray never meet. Floats
// and big ints beyond int64 meet in number_hash; a big int that no float equals is hashed whole, so
// that multiples of number_hash's modulus do not collide.
#include <cmath>
#include <cstring>

#include "runtime/bytes.h"
#include "runtime/class.h"
#include "runtime/dict_index.h"
#include "runtime/hash.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/shown_hash.h"

namespace belljar {

namespace {

constexpr uint64_t kNumberSalt = 0x6a09e667f3bcc909u;
constexpr uint64_t kTupleSalt = 0xbb67ae8584caa73bu;
constexpr uint64_t kFrozenSetSalt = 0x3c6ef372fe94f82bu;
constexpr uint64_t kRangeSalt = 0xa54ff53a5f1d36f1u;
constexpr uint64_t kIdentitySalt = 0x510e527fade682d1u;

uint64_t mix2(const Realm& realm, uint64_t a, uint64_t b) {
  return mix_hash(realm, mix_hash(realm, a) + b);
}

uint64_t wide_number_hash(const Realm& realm, Value v) {
  return mix2(realm, kNumberSalt, static_cast<uint64_t>(number_hash(v)));
}

uint64_t float_hash(const Realm& realm, double d) {
  if (d >= -9223372036854775808.0 && d < 9223372036854775808.0) {
    int64_t i = static_cast<int64_t>(d);
    if (static_cast<double>(i) == d) return mix_hash(realm, static_cast<uint64_t>(i));
  }
  if (std::isnan(d)) {
    uint64_t bits;
    std::memcpy(&bits, &d, sizeof bits);
    return mix2(realm, kNumberSalt, bits);
  }
  return wide_number_hash(realm, Value::real(d));
}

// True if some float may equal the number: at most 53 bits between its ends.
bool float_sized(const BigInt* b) {
  uint32_t low = 0;
  while (b->limbs[low] == 0) ++low;
  int low_bit = static_cast<int>(low) * 64 + __builtin_ctzll(b->limbs[low]);
  int high_bit = static_cast<int>(b->count) * 64 - __builtin_clzll(b->limbs[b->count - 1]);
  return high_bit - low_bit <= 53;
}

uint64_t big_hash(const Realm& realm, Value v) {
  const BigInt* b = v.as<BigInt>();
  if (b->count <= 17 && float_sized(b)) return wide_number_hash(realm, v);
  uint64_t h = b->count + (b->flags & kBigNegative ? kNumberSalt : 0);
  for (uint32_t i = 0; i < b->count; ++i) h = mix_hash(realm, h + b->limbs[i]);
  return h;
}

Value raise_unhashable(Context& context, Value v) {
  return context.raise(Exc::TypeError, {"unhashable type: '", type_name(context, v), "'"});
}

Value as_hash(uint64_t h) { return Value::integer(static_cast<int64_t>(h)); }

// The result of a __hash__ written in Python, as hash() shows it.
Value call_hash(Context& context, Value v, Value method) {
  BELLJAR_TRY(result, context.invoke(method, {v}));
  Value number = payload(result);
  // A native says by which text its object hashes: it may equal that text.
  if (number.is_str() && method.is(Kind::Native)) return number;
  if (number.is_int()) return number.as_int() == -1 ? Value::integer(-2) : number;
  if (!is_int_value(number)) {
    return context.raise(Exc::TypeError, "__hash__ method should return an integer");
  }
  if (number.is(Kind::BigInt) && !context.charge(number.as<BigInt>()->count)) {
    return Value::stopped();
  }
  return Value::integer(number_hash(number));
}

enum class HashedBy { Unhashable, Payload, Method, Identity };
HashedBy instance_hash(Context& context, Value v, Value* method) {
  Class* cls = class_of(context, v);
  if (cls->traits & kUnhashable) return HashedBy::Unhashable;
  if (cls->traits & kHasHash) {
    *method = class_lookup(context, cls, context.realm().atom(Atom::hash));
    if (method->is_none()) return HashedBy::Unhashable;
    bool native = method->is(Kind::Native);
    if (native && payload(v).kind() != v.kind()) return HashedBy::Payload;
    if (!method->is_undefined()) return HashedBy::Method;
  }
  return payload(v).same(v) ? HashedBy::Identity : HashedBy::Payload;
}

uint64_t identity_hash(const Realm& realm, Value v) {
  return mix2(realm, kIdentitySalt, reinterpret_cast<uintptr_t>(v.as_object()));
}

Value tuple_hash(Context& context, Value v) {
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  const Tuple* tuple = v.as<Tuple>();
  if (!context.charge(tuple->count / 2 + 1)) return Value::stopped();
  const Realm& realm = context.realm();
  uint64_t h = kTupleSalt + tuple->count;
  for (uint32_t i = 0; i < tuple->count; ++i) {
    uint64_t item;
    if (!quick_hash(context, tuple->items[i], &item)) {
      BELLJAR_TRY(hashed, hash_of(context, tuple->items[i]));
      item = static_cast<uint64_t>(hashed.as_int());
    }
    h = mix_hash(realm, h + item);
  }
  return as_hash(h);
}

uint64_t frozenset_hash(const Realm& realm, const Set* set) {
  if (set->hash) return set->hash;
  uint64_t h = kFrozenSetSalt + set->live;
  for (uint32_t i = 0; i < set->used; ++i) {
    if (!set->entries[i].key.is_undefined()) h += mix_hash(realm, set->entries[i].key.hash());
  }
  h = mix_hash(realm, h);
  if (!set->frozen()) set->hash = h ? h : 1;
  return h ? h : 1;
}

Value range_hash(Context& context, const RangeObject* range) {
  const Realm& realm = context.realm();
  uint64_t h = kRangeSalt;
  bool empty = range->length.is_int() && range->length.as_int() == 0;
  bool single = range->length.is_int() && range->length.as_int() == 1;
  Value parts[3] = {range->length, empty ? Value::none() : range->start,
                    empty || single ? Value::none() : range->step};
  for (Value part : parts) {
    BELLJAR_TRY(hashed, hash_of(context, part));
    h = mix_hash(realm, h + static_cast<uint64_t>(hashed.as_int()));
  }
  return as_hash(h);
}

}  // namespace

Value table_hash_slow(Context& context, Value key, uint64_t* hash) {
  BELLJAR_TRY(hashed, hash_of(context, key));
  *hash = static_cast<uint64_t>(hashed.as_int());
  return Value::none();
}

Value hash_of(Context& context, Value v) {
  const Realm& realm = context.realm();
  uint64_t h;
  if (quick_hash(context, v, &h)) return as_hash(h);
  switch (v.kind()) {
    case Kind::None:
    case Kind::NotImplemented:
    case Kind::Ellipsis:
      return as_hash(mix2(realm, kIdentitySalt, static_cast<uint64_t>(v.kind())));
    case Kind::Float: {
      double d = v.as_float();
      if (d == d) return as_hash(float_hash(realm, d));
      // Every NaN is its own key, told by its bits.
      uint64_t bits;
      std::memcpy(&bits, &d, sizeof bits);
      return as_hash(mix2(realm, kNumberSalt, bits));
    }
    case Kind::BigInt:
      if (!context.charge(v.as<BigInt>()->count)) return Value::stopped();
      return as_hash(big_hash(realm, v));
    case Kind::Complex: {
      const Complex* c = v.as<Complex>();
      h = float_hash(realm, c->real);
      return as_hash(c->imag == 0 ? h : mix_hash(realm, h + float_hash(realm, c->imag)));
    }
    case Kind::Bytes:
      if (!context.charge_bytes(v.as<Bytes>()->count)) return Value::stopped();
      return as_hash(bytes_hash(realm, v.as<Bytes>()->view()));
    case Kind::Tuple:
      return tuple_hash(context, v);
    case Kind::FrozenSet:
      if (!v.as<Set>()->hash && !context.charge(v.as<Set>()->used)) return Value::stopped();
      return as_hash(frozenset_hash(realm, v.as<Set>()));
    case Kind::Range:
      return range_hash(context, v.as<RangeObject>());
    case Kind::List:
    case Kind::Dict:
    case Kind::Set:
    case Kind::ByteArray:
    case Kind::Slice:
      return raise_unhashable(context, v);
    case Kind::DictView:
      if (static_cast<ViewKind>(v.as<DictView>()->sub) != ViewKind::Values) {
        return raise_unhashable(context, v);
      }
      break;
    case Kind::BoundMethod: {
      const BoundMethod* m = v.as<BoundMethod>();
      uint64_t self = static_cast<uint64_t>(m->self.as_int());
      return as_hash(mix_hash(realm, self + identity_hash(realm, m->function)));
    }
    case Kind::Instance:
    case Kind::Exception:
    case Kind::NativeObject: {
      Value method;
      switch (instance_hash(context, v, &method)) {
        case HashedBy::Unhashable:
          return raise_unhashable(context, v);
        case HashedBy::Payload:
          return hash_of(context, payload(v));
        case HashedBy::Method: {
          Roots<1> roots(context);
          roots[0] = v;
          BELLJAR_TRY(shown, call_hash(context, v, method));
          if (shown.is_str()) return hash_of(context, shown);
          if (uint64_t of_text; find_shown_hash(context, shown.as_int(), &of_text)) {
            return as_hash(of_text);
          }
          return as_hash(mix_hash(realm, static_cast<uint64_t>(shown.as_int())));
        }
        case HashedBy::Identity:
          break;
      }
      break;
    }
    default:
      break;
  }
  return as_hash(identity_hash(realm, v));
}

// --- what hash() shows
// ------------------------------------------------------------------------------

namespace {

// FNV-1a with a final mix: hash("") is 0 as in CPython, nothing else is promised.
int64_t text_hash(std::string_view bytes) {
  if (bytes.empty()) return 0;
  uint64_t h = 0xcbf29ce484222325u;
  for (unsigned char c : bytes) h = (h ^ c) * 0x100000001b3u;
  h ^= h >> 32;
  h *= 0xd6e8feb86659fd93u;
  h ^= h >> 32;
  return h == UINT64_MAX ? -2 : static_cast<int64_t>(h);
}

Value show_text_hash(Context& context, std::string_view text, uint64_t table_hash) {
  const int64_t shown = text_hash(text);
  if (!note_shown_hash(context, shown, table_hash)) return context.stop_memory();
  return Value::integer(shown);
}

// What an item of a tuple or frozenset contributes: a text's hash needs no note then.
Value item_hash(Context& context, Value v) {
  if (!v.is_str() && !v.is(Kind::Bytes)) return visible_hash(context, v);
  const std::string_view text = v.is_str() ? v.as<Str>()->view() : v.as<Bytes>()->view();
  if (!context.charge_bytes(text.size())) return Value::stopped();
  return Value::integer(text_hash(text));
}

// CPython's tuplehash: xxHash's lanes over the items' hashes.
constexpr uint64_t kXxPrime1 = 11400714785074694791u;
constexpr uint64_t kXxPrime2 = 14029467366897019727u;
constexpr uint64_t kXxPrime5 = 2870177450012600261u;

Value shown_tuple_hash(Context& context, const Tuple* tuple) {
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  if (!context.charge(tuple->count / 2 + 1)) return Value::stopped();
  uint64_t acc = kXxPrime5;
  for (uint32_t i = 0; i < tuple->count; ++i) {
    BELLJAR_TRY(lane, item_hash(context, tuple->items[i]));
    acc += static_cast<uint64_t>(lane.as_int()) * kXxPrime2;
    acc = (acc << 31) | (acc >> 33);
    acc *= kXxPrime1;
  }
  acc += tuple->count ^ (kXxPrime5 ^ 3527539u);
  if (acc == UINT64_MAX) return Value::integer(1546275796);
  return as_hash(acc);
}

// CPython's frozenset_hash: independent of the order.
Value shown_frozenset_hash(Context& context, Set* set) {
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  if (!context.charge(set->used + 1)) return Value::stopped();
  uint64_t hash = 0;
  for (uint32_t i = 0; i < set->used; ++i) {
    Value key = set->entries[i].key;
    if (key.is_undefined()) continue;
    BELLJAR_TRY(shown, item_hash(context, key));
    uint64_t h = static_cast<uint64_t>(shown.as_int());
    hash ^= ((h ^ 89869747u) ^ (h << 16)) * 3644798167u;
  }
  hash ^= (uint64_t{set->live} + 1) * 1927868237u;
  hash ^= (hash >> 11) ^ (hash >> 25);
  hash = hash * 69069u + 907133923u;
  if (hash == UINT64_MAX) hash = 590923713u;
  return as_hash(hash);
}

Value shown_range_hash(Context& context, const RangeObject* range) {
  bool empty = range->length.is_int() && range->length.as_int() == 0;
  bool single = range->length.is_int() && range->length.as_int() == 1;
  alignas(Tuple) char storage[sizeof(Tuple) + 2 * sizeof(Value)];
  Tuple* parts = reinterpret_cast<Tuple*>(storage);
  parts->count = 3;
  parts->items[0] = range->length;
  parts->items[1] = empty ? Value::none() : range->start;
  parts->items[2] = empty || single ? Value::none() : range->step;
  return shown_tuple_hash(context, parts);
}

}  // namespace

Value visible_hash(Context& context, Value v) {
  // As many NaNs, as many hashes: none equals another.
  if (v.is_float() && std::isnan(v.as_float())) return Value::integer(context.identity_of(v));
  if (v.is(Kind::BigInt) && !context.charge(v.as<BigInt>()->count)) return Value::stopped();
  if (is_number(v)) return Value::integer(number_hash(v));
  switch (v.kind()) {
    case Kind::None:
      return Value::integer(0xfca86420);
    case Kind::Str:
      if (!context.charge_bytes(v.as<Str>()->count)) return Value::stopped();
      return show_text_hash(context, v.as<Str>()->view(), str_hash(context, v.as<Str>()));
    case Kind::Bytes:
      if (!context.charge_bytes(v.as<Bytes>()->count)) return Value::stopped();
      return show_text_hash(context, v.as<Bytes>()->view(),
                            bytes_object_hash(context, v.as<Bytes>()));
    case Kind::Tuple:
      return shown_tuple_hash(context, v.as<Tuple>());
    case Kind::FrozenSet:
      return shown_frozenset_hash(context, v.as<Set>());
    case Kind::Range:
      return shown_range_hash(context, v.as<RangeObject>());
    case Kind::List:
    case Kind::Dict:
    case Kind::Set:
    case Kind::ByteArray:
    case Kind::Slice:
      return raise_unhashable(context, v);
    case Kind::DictView:
      if (static_cast<ViewKind>(v.as<DictView>()->sub) != ViewKind::Values) {
        return raise_unhashable(context, v);
      }
      break;
    case Kind::BoundMethod: {
      const BoundMethod* m = v.as<BoundMethod>();
      return Value::integer(context.identity_of(m->function) * 1000003 ^
                            (m->self.is_heap() ? context.identity_of(m->self) : m->self.as_int()));
    }
    case Kind::Instance:
    case Kind::Exception:
    case Kind::NativeObject: {
      Value method;
      switch (instance_hash(context, v, &method)) {
        case HashedBy::Unhashable:
          return raise_unhashable(context, v);
        case HashedBy::Payload:
          return visible_hash(context, payload(v));
        case HashedBy::Method: {
          Roots<1> roots(context);
          roots[0] = v;
          BELLJAR_TRY(shown, call_hash(context, v, method));
          return shown.is_str() ? visible_hash(context, shown) : shown;
        }
        case HashedBy::Identity:
          break;
      }
      break;
    }
    default:
      break;
  }
  return Value::integer(context.identity_of(v));
}

}  // namespace belljar
