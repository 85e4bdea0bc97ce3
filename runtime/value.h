// Value: the 16 bytes that every register, list item and constant holds.
//
// A tag and a payload, side by side: `kind` says what `as` holds. Ints are whole int64s and floats
// whole doubles, so neither is ever boxed; heap kinds are visible without loading the object. Only
// this file may name the fields. SysV passes and returns a Value in two registers.
//
// The first kinds are not values of the language. Raised and Stopped are the two abnormal results
// of anything that can run: an exception is pending in the Context (a handler may take it), or the
// evaluation has hit a limit or was cancelled (nobody may take it). Undefined is an unbound
// variable, an absent argument, an exhausted iterator.
#pragma once

#include <cstdint>
#include <cstring>

namespace belljar {

struct Object;

enum class Kind : uint8_t {
  Raised,
  Stopped,
  Undefined,
  // Immediate values.
  None,
  NotImplemented,
  Ellipsis,
  Bool,
  Int,  // fits in int64; otherwise BigInt. Both are Python's int.
  Float,
  // Heap values. The object's header repeats the kind.
  BigInt,
  Complex,
  Str,
  Bytes,
  ByteArray,
  Tuple,
  List,
  Dict,
  Set,
  FrozenSet,
  Range,
  Slice,
  Function,
  Native,  // a function written in C++
  BoundMethod,
  Class,
  Instance,  // of a class statement, or of an SDK class
  Exception,
  Generator,
  Iterator,  // all built-in iterators; IterKind tells which
  DictView,  // keys(), values(), items()
  Module,
  Cell,
  Property,
  StaticMethod,
  ClassMethod,
  Super,
  NativeObject,  // a C++ struct with a Class: datetime, requests.Response …
  StrBuffer,     // backing store of strings built by +=; never a value of the language
};
inline constexpr int kKindCount = static_cast<int>(Kind::StrBuffer) + 1;

class Value {
 public:
  constexpr Value() : Value(Kind::Undefined, 0) {}

  static constexpr Value undefined() { return Value(); }
  static constexpr Value none() { return Value(Kind::None, 0); }
  static constexpr Value not_implemented() { return Value(Kind::NotImplemented, 0); }
  static constexpr Value ellipsis() { return Value(Kind::Ellipsis, 0); }
  static constexpr Value boolean(bool b) { return Value(Kind::Bool, b ? 1 : 0); }
  static constexpr Value integer(int64_t i) { return Value(Kind::Int, i); }
  static Value real(double d) {
    Value v;
    v.tag_ = static_cast<uint64_t>(Kind::Float);
    v.as_.d = d;
    return v;
  }
  // An object whose header already carries its kind.
  static Value object(const Object* o);
  static Value object(Kind kind, const Object* o) {
    Value v;
    v.tag_ = static_cast<uint64_t>(kind);
    v.as_.o = const_cast<Object*>(o);
    return v;
  }
  // Made by Context::raise and Context::stop only.
  static constexpr Value raised() { return Value(Kind::Raised, 0); }
  static constexpr Value stopped() { return Value(Kind::Stopped, 0); }

  Kind kind() const { return static_cast<Kind>(tag_); }
  bool is(Kind k) const { return tag_ == static_cast<uint64_t>(k); }
  bool is_abrupt() const { return tag_ <= static_cast<uint64_t>(Kind::Stopped); }
  bool is_undefined() const { return is(Kind::Undefined); }
  bool is_none() const { return is(Kind::None); }
  bool is_bool() const { return is(Kind::Bool); }
  bool is_int() const { return is(Kind::Int); }
  bool is_float() const { return is(Kind::Float); }
  bool is_str() const { return is(Kind::Str); }
  bool is_heap() const { return tag_ >= static_cast<uint64_t>(Kind::BigInt); }
  // bool is a subclass of int: the small-integer reading of Int and Bool alike.
  bool is_int_like() const { return is_int() || is_bool(); }

  bool as_bool() const { return as_.i != 0; }
  int64_t as_int() const { return as_.i; }
  double as_float() const { return as_.d; }
  Object* as_object() const { return as_.o; }
  template <typename T>
  T* as() const {
    return static_cast<T*>(as_.o);
  }

  // `is`: same immediate, or same object.
  bool same(Value other) const { return tag_ == other.tag_ && as_.i == other.as_.i; }

 private:
  friend class TableKey;
  constexpr Value(Kind kind, int64_t i) : tag_(static_cast<uint64_t>(kind)), as_{i} {}

  // The kind, as a whole word: a store of one byte followed by a load of eight would miss the
  // processor's store forwarding.
  uint64_t tag_;
  union Payload {
    int64_t i;
    double d;
    Object* o;
  } as_;
};
static_assert(sizeof(Value) == 16);

// A key in a table: a Value, and in the half of its tag that is free the low 32 bits of its hash.
// So an entry of a dict takes 32 bytes and one of a set 16, and kind and hash are compared at once.
class TableKey {
 public:
  TableKey() = default;
  TableKey(Value key, uint64_t hash) : word_(key.tag_ | hash << 32), as_(key.as_) {}
  operator Value() const {
    Value v;
    v.tag_ = word_ & 0xff;
    v.as_ = as_;
    return v;
  }
  uint32_t hash() const { return static_cast<uint32_t>(word_ >> 32); }
  bool has_hash(uint64_t hash) const { return this->hash() == static_cast<uint32_t>(hash); }
  uint64_t word() const { return word_; }  // kind and hash

  Kind kind() const { return static_cast<Kind>(word_ & 0xff); }
  bool is(Kind k) const { return kind() == k; }
  bool is_undefined() const { return is(Kind::Undefined); }
  bool is_str() const { return is(Kind::Str); }
  bool is_int() const { return is(Kind::Int); }
  int64_t as_int() const { return as_.i; }
  Object* as_object() const { return as_.o; }
  template <typename T>
  T* as() const {
    return static_cast<T*>(as_.o);
  }
  bool same(Value other) const { return Value(*this).same(other); }

 private:
  uint64_t word_;
  Value::Payload as_;
};
static_assert(sizeof(TableKey) == 16);

}  // namespace belljar

// Takes the value of `expression` into a new variable, or leaves the function with it when it is
// Raised or Stopped. The only control-flow macros of the project.
#define BELLJAR_TRY(variable, expression)   \
  ::belljar::Value variable = (expression); \
  if (__builtin_expect(variable.is_abrupt(), 0)) return variable
#define BELLJAR_CHECK(expression)                                                     \
  do {                                                                                \
    if (::belljar::Value status_ = (expression); status_.is_abrupt()) return status_; \
  } while (0)
