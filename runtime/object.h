// The heap objects: one struct a kind, data only.
//
// What can be done with them stands in the file of each type (str.h, list.h, dict.h, class.h …);
// this header is the map of the object model and the collector's contract: `kind` and `flags` of
// the header are all that the heap knows, and heap.cc's trace table says which fields hold values.
#pragma once

#include <cstdint>
#include <string_view>

#include "runtime/value.h"

namespace belljar {

class Context;
class Call;
struct Class;
struct Code;
struct Dict;
struct Str;
struct Tuple;
struct NativeType;
struct Signature;

// Object::flags, common to all kinds.
inline constexpr uint8_t kMarked = 1;  // the collector's, meaningless outside a collection
inline constexpr uint8_t kFrozen = 2;  // lives in a frozen heap: immutable, not collected
inline constexpr uint8_t kLarge = 4;   // its own block, not a cell of a page
// The upper bits belong to the kind.
inline constexpr uint8_t kStrAscii = 16;
inline constexpr uint8_t kStrShared = 32;     // bytes live in a StrBuffer
inline constexpr uint8_t kStrSurrogate = 64;  // holds a lone surrogate (WTF-8)
inline constexpr uint8_t kBigNegative = 16;
inline constexpr uint8_t kDepthExceeded = 16;  // of an Exception: raised by the depth limit itself

struct Object {
  Kind kind;
  uint8_t flags;
  uint16_t sub;    // a kind's own small tag: IterKind, view kind …
  uint32_t count;  // a kind's own length: items of a tuple, bytes of a str, limbs of a big int

  bool frozen() const { return flags & kFrozen; }
};
static_assert(sizeof(Object) == 8);

inline Value Value::object(const Object* o) { return object(o->kind, o); }

// Immutable text, UTF-8. `count` is the number of bytes, `length` of code points. A str that is not
// ASCII and longer than kCrumbStep carries a table of byte offsets, one each kCrumbStep code
// points, behind its bytes, so that indexing scans at most that many. A shared str is a prefix of
// a StrBuffer: `s += t` appends there in place when s ends where the buffer ends (as Go's append),
// the older strings keep their bytes.
struct StrBuffer : Object {  // `count`: crumbs behind the capacity; none while kStrAscii
  uint32_t capacity;
  uint32_t used;
  char bytes[1];
};
struct Str : Object {
  mutable uint64_t hash;  // 0: not computed yet. Frozen strings are hashed when made.
  uint32_t length;
  uint32_t crumbs;  // entries of the table behind the bytes; a shared str's is its buffer's
  union {
    char inline_bytes[8];
    StrBuffer* buffer;
  };

  bool ascii() const { return flags & kStrAscii; }
  const char* data() const { return flags & kStrShared ? buffer->bytes : inline_bytes; }
  uint32_t size() const { return count; }
  std::string_view view() const { return {data(), count}; }
};
inline constexpr uint32_t kCrumbStep = 64;

struct Bytes : Object {  // `count` bytes
  mutable uint64_t hash;
  char bytes[8];
  std::string_view view() const { return {bytes, count}; }
};
struct ByteArray : Object {  // `count` bytes
  char* bytes;               // a heap buffer of `capacity`, or null
  uint32_t capacity;
  std::string_view view() const { return {bytes, count}; }
};

// Sign and magnitude: kBigNegative, `count` limbs, least significant first, highest not zero.
// Never holds a value that fits in int64.
struct BigInt : Object {
  uint64_t limbs[1];
};

struct Complex : Object {
  double real, imag;
};

struct Tuple : Object {  // `count` items
  Value items[1];
  Value* begin() { return items; }
  Value* end() { return items + count; }
};

struct List : Object {
  Value* items;  // a heap buffer of `capacity` values
  uint32_t size;
  uint32_t capacity;
};

// Insertion-ordered hash table (see dict.h). Entries are never moved but by growth or compaction;
// a removed entry has an Undefined key.
struct DictEntry {
  TableKey key;
  Value value;
};
struct Dict : Object {
  DictEntry* entries;  // `capacity` of them, `used` written: `inline_entries`, or a heap buffer
  void* index;         // uint8/16/32 slots into entries; null while capacity <= kDictLinear
  uint32_t live;       // entries that are not removed: len()
  uint32_t used;
  uint32_t capacity;
  uint32_t index_mask;
  uint32_t version;            // changes with every insertion of a key, removal or clear
  uint32_t filled;             // slots of the index that are not empty
  DictEntry inline_entries[];  // of a small dict that was made with its size in view
};
struct SetEntry {
  TableKey key;
};
struct Set : Object {  // Set and FrozenSet; `count`: entries before it have been popped
  SetEntry* entries;
  void* index;
  uint32_t live;
  uint32_t used;
  uint32_t capacity;
  uint32_t index_mask;
  uint32_t version;
  uint32_t filled;
  mutable uint64_t hash;  // FrozenSet: 0 until asked for
};

// Not "Range": that is a range of source text (support/source.h).
struct RangeObject : Object {  // each Int or BigInt; length likewise
  Value start, stop, step, length;
};
struct Slice : Object {
  Value start, stop, step;
};

// One variable shared between a function and the functions inside it.
struct Cell : Object {
  Value value;  // Undefined while unbound
};

// The module of a Program inside one isolate: what a function sees as its globals.
struct ModuleState;

struct Function : Object {
  const Code* code;
  ModuleState* module;
  Str* name;
  Str* qualname;
  Tuple* defaults;   // or null: values of the last positional parameters
  Dict* kwdefaults;  // or null
  Dict* attributes;  // or null: what the program set on the function
  Value doc;
  uint32_t closure_count;
  Value closure[1];  // Cells, or the values themselves where the compiler proved them constant
};

using NativeFn = Value (*)(Call&);

// A function in C++. Its arguments arrive bound: see signature.h.
struct Native : Object {
  NativeFn fn;
  const Signature* signature;
  Str* name;
  Class* owner;   // the class whose method it is, else null
  Str* module;    // of a function: the module that messages name it with, null for a builtin
  Kind receiver;  // the kind that args[0] must have (Undefined: not checked)
  uint8_t native_flags;
};
inline constexpr uint8_t kNativeCallsBack = 1;  // may run guest code: see threats R2
// Stands for a function that is written in Python elsewhere (an SDK's): errors name it as such.
inline constexpr uint8_t kNativePython = 4;
inline constexpr uint8_t kNativeTuple = 8;  // wrong counts are reported as PyArg_ParseTuple does
inline constexpr uint8_t kNativeConstructor = 2;  // __new__: args[0] is the class to make
// A method that gets an instance of a derived class itself rather than its native part.
inline constexpr uint8_t kNativeWholeSelf = 16;
inline constexpr uint8_t kNativeSlot = 32;  // a special method: a "slot wrapper" to programs

struct BoundMethod : Object {
  Value function;
  Value self;
};

// Instances' attributes: a class keeps the names (`layout`), an instance only the values. A name
// beyond kLayoutMax goes to the instance's own dict.
struct Layout {
  Str** names;  // heap buffer
  uint32_t count;
  uint32_t capacity;
};
inline constexpr uint32_t kLayoutMax = 64;

// Class::traits: what instances of the class can do, from its whole MRO; kept by class.cc.
enum ClassTrait : uint32_t {
  kHasGetattr = 1,  // __getattr__
  kHasSetattr = 2,  // a __setattr__ other than object's
  kHasGetattribute = 4,
  kHasInit = 8,  // an __init__ written in Python
  kHasNew = 16,  // a __new__ written in Python
  kIsException = 32,
  kHasEq = 64,        // an __eq__ other than object's
  kHasHash = 128,     // a __hash__ other than object's
  kUnhashable = 256,  // __hash__ is None
  kHasBool = 512,     // __bool__ or __len__
  kFinal = 1024,      // may not be subclassed
  kHasDelattr = 2048,
  kAbstract = 4096,   // has abstract methods: no instances
  kAddsSlots = 8192,  // its own body names instance attributes in __slots__
  kNoDict = 16384,    // instances have the attributes of __slots__ and no others
};

struct Class : Object {
  Str* name;
  Str* qualname;
  Str* module;
  Tuple* bases;
  Tuple* mro;        // this class first, object last
  Dict* attributes;  // str -> value
  Layout layout;
  uint32_t traits;
  Kind instance_kind;  // Instance, Exception, NativeObject, or a built-in kind
  Kind payload_kind;   // Str for class S(str): then slot 0 of an instance holds the native part
  Class* meta;         // the class of the class; null: type. Only library modules have others
  const NativeType* native;  // how instances of a native class are made and traced, else null
};

struct Instance : Object {
  Class* cls;
  Value* slots;  // `inline_slots`, or a heap buffer once more were needed
  Dict* extra;   // attributes beyond the layout, else null
  uint32_t capacity;
  uint32_t inline_capacity;
  Value inline_slots[1];
};

struct Traceback;

struct Exception : Object {
  Class* cls;
  Tuple* args;
  Value cause;  // None or an Exception
  Value context;
  Dict* attributes;      // what __init__ or the program set, else null
  Traceback* traceback;  // heap buffer, innermost entry last; see exception.h
  uint32_t traceback_bytes;
  bool suppress_context;
  // What its class keeps beside args, a Tuple (exception_fields.h); Undefined: nothing yet.
  Value fields;
};

// A suspended frame with its registers. `state` tells whether it may be resumed.
enum class GeneratorState : uint8_t { Created, Suspended, Running, Finished };
struct Generator : Object {
  Function* function;
  const uint32_t* pc;
  Value handled;     // the exception that it was handling when it yielded, else Undefined
  Value yield_from;  // the iterator it is delegating to, else Undefined
  uint32_t register_count;
  GeneratorState state;
  uint8_t send_register;  // where the value of send() goes
  Value registers[1];
};

enum class IterKind : uint16_t {
  List,
  Tuple,
  Str,
  Bytes,
  Range,
  BigRange,
  DictKeys,
  DictValues,
  DictItems,
  Set,
  ReversedList,
  ReversedDictKeys,
  ReversedDictValues,
  ReversedDictItems,
  ReversedSequence,
  Enumerate,
  Zip,
  Map,
  Filter,
  CallUntil,
  Sequence,
  WideStr,  // of a str that is not ASCII
  ByteArray,
};
struct Iterator : Object {  // `sub` is the IterKind
  Value source;    // what is iterated (Undefined once exhausted); a Tuple of iterators for Zip, Map
  Value function;  // Map, Filter, CallUntil; the sentinel's partner
  Value extra;     // CallUntil's sentinel, BigRange's next, Zip's strict flag
  int64_t index;   // next position; Range: next value
  int64_t stop;    // Range: items left; dict and set iterators: the length at the start
  int64_t step;    // Range
  uint32_t version;
};
enum class ViewKind : uint16_t { Keys, Values, Items };
struct DictView : Object {  // `sub` is the ViewKind
  Dict* dict;
};

struct Module : Object {
  Str* name;
  Dict* attributes;
};
struct Property : Object {
  Value get, set, del, doc;
  Str* name;  // in the class that it was defined in, or null
};
struct Wrapper : Object {  // StaticMethod, ClassMethod
  Value function;
};
struct Super : Object {
  Class* start;  // search begins behind it
  Value self;
  Class* self_class;
};

// Base of objects that C++ modules define (datetime, Response …). Its Class's NativeType traces it.
struct NativeObject : Object {
  Class* cls;
};

class Tracer;
struct NativeType {
  const char* name;
  void (*trace)(Object*, Tracer&);        // null: holds no values
  void (*release)(Object*, class Heap&);  // frees buffers when the object dies; null: none
  NativeFn next =
      nullptr;  // of iterators that cannot be derived: __next__, but Undefined at the end
};

}  // namespace belljar
