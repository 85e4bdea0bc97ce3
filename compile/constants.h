// The constants of a program: literals as values in its frozen heap, every string made once.
#pragma once

#include <string_view>
#include <vector>

#include "ast/ast.h"
#include "runtime/context.h"
#include "runtime/object.h"

namespace belljar {

class Constants {
 public:
  explicit Constants(Context& context) : context_(context), table_(128, nullptr) {}

  Context& context() { return context_; }
  Str* str(std::string_view utf8);
  Value literal(const ast::ConstantValue& value);
  Value tuple(const Value* items, size_t count);
  // True once the frozen heap was full: the values made since then are None.
  bool failed() const { return failed_; }

 private:
  Value made(Value v);
  void grow();

  Context& context_;
  std::vector<Str*> table_;
  size_t count_ = 0;
  bool failed_ = false;
};

}  // namespace belljar
