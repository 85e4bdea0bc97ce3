// Signatures of natives, and the one binder that fits arguments to them.
//
// A signature is text as Python writes it: "iterable, /, start=0", "self, sep=None, maxsplit=-1",
// "*args, sep=' ', end='\n'", "**kwargs". Parsed once when the realm is built. A default is None,
// True, False, an integer, a string, or `?`: then an absent argument is Undefined. Parameters of
// methods start with self. After binding a native finds one value a parameter, in order: `*args` as
// a Tuple, `**kwargs` as a Dict, keyword-only ones in their place.
#pragma once

#include <cstdint>
#include <string_view>

#include "runtime/object.h"

namespace belljar {

class Context;

struct Parameter {
  Str* name;
  Value value;  // the default; Undefined if `optional` without one
  bool required;
  enum Mode : uint8_t { PositionalOnly, Either, KeywordOnly, VarArgs, VarKeywords } mode;
};

struct Signature {
  Parameter* parameters;
  uint8_t count;       // of all parameters
  uint8_t positional;  // parameters that positionals can fill
  uint8_t required;    // of those, without default
  int8_t var_args;     // index, or -1
  int8_t var_keywords;
  bool simple;  // no *, **, keyword-only: `count == positional`
};
inline constexpr int kMaxParameters = 16;

// Fits `argc` arguments (the last names->count by keyword; names may be null) in place: `args` has
// room for kMaxParameters values behind the arguments. On failure TypeError in CPython's words
// ("len() takes exactly one argument (2 given)").
[[nodiscard]] Value bind_native(Context& context, const Native* native, Value* args, size_t argc,
                                Tuple* names);

// A bound method of a derived class names that class where bind_native() names the built-in one
// ("C.add() takes exactly one argument (2 given)").
[[nodiscard]] Value check_bound(Context& context, const Native* native, Value self, size_t argc,
                                Tuple* names);

// The same for natives that stand for Python functions (kNativePython), with their messages.
[[nodiscard]] Value bind_python_style(Context& context, const Native* native, Value* args,
                                      size_t argc, Tuple* names);

// Special methods that are slots of a type in CPython (__add__, __len__, not __format__): wrong
// calls of them are told in other words than those of methods.
bool is_slot_name(std::string_view name);
// The TypeError for a slot called with a wrong number of arguments, or with keywords; Undefined for
// those that count them themselves (__init__, __call__).
[[nodiscard]] Value raise_slot_arguments(Context& context, const Native* native, size_t given,
                                         bool keywords);

// Kinds whose objects belong to many classes: for their methods the kind of self says too little.
inline bool has_many_classes(Kind kind) {
  return kind == Kind::Instance || kind == Kind::Exception || kind == Kind::NativeObject ||
         kind == Kind::Iterator || kind == Kind::DictView;
}

// Checks the class that a __new__ is to make: it must be the owner or derive from it.
[[nodiscard]] Value bind_class(Context& context, const Native* native, const Value* args,
                               size_t argc);
// Checks self of a method against Native::receiver, replacing an instance of a derived class by its
// native part.
[[nodiscard]] Value bind_receiver(Context& context, const Native* native, Value* args, size_t argc);

}  // namespace belljar
