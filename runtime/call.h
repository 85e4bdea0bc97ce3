// Call: what a native sees of its call. `Value fn(Call& c)`.
#pragma once

#include <cstddef>

#include "runtime/context.h"
#include "runtime/object.h"

namespace belljar {

class Call {
 public:
  Call(Context& context, const Native* native, Value* args)
      : context_(context), native_(native), args_(args) {}

  Context& context() const { return context_; }
  const Native* native() const { return native_; }
  // One value a parameter of the signature; Undefined: absent.
  Value operator[](size_t i) const { return args_[i]; }
  Value& at(size_t i) { return args_[i]; }
  bool has(size_t i) const { return !args_[i].is_undefined(); }
  template <typename T>
  T* self() const {  // args[0], whose kind the caller has checked against Native::receiver
    return args_[0].as<T>();
  }
  Value* args() const { return args_; }

 private:
  Context& context_;
  const Native* native_;
  Value* args_;
};

// (first, *args, **keywords) as one row, the keywords' values at its end; `first` may be Undefined.
// `names`: the keywords, or null if there are none. Both must be rooted by the caller.
Value expand_arguments(Context& context, Value first, const Tuple* args, Dict* keywords,
                       Tuple** names);
// callee(first, *args, **keywords), for natives that pass on what they got; `first` may be
// Undefined.
Value invoke_expanded(Context& context, Value callee, Value first, const Tuple* args,
                      Dict* keywords);

}  // namespace belljar
