// What the verifier and the disassembler may know of constants. bytecode/ does not know values;
// whoever does (the compiler) hands in one of these.
#pragma once

#include <cstddef>
#include <string>

#include "bytecode/code.h"

namespace belljar {

enum class ConstantShape : uint8_t { Str, Tuple, Other };

class ConstantView {
 public:
  virtual ~ConstantView() = default;
  virtual size_t count(const Code& code) const = 0;
  virtual ConstantShape shape(const Code& code, size_t index) const = 0;
  virtual size_t tuple_size(const Code& code, size_t index) const = 0;  // of a Tuple
  virtual std::string text(const Code& code, size_t index) const = 0;   // a repr
  virtual std::string text(const Str* s) const = 0;                     // as it is
};

}  // namespace belljar
