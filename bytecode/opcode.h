// Opcodes as an enum, and the fields of an instruction word. The table is opcodes.def.
#pragma once

#include <cstdint>

namespace belljar {

enum class Op : uint8_t {
#define OPCODE(name, operands, words, flags, doc) name,
#include "bytecode/opcodes.def"
#undef OPCODE
};
inline constexpr int kOpCount = 0
#define OPCODE(name, operands, words, flags, doc) +1
#include "bytecode/opcodes.def"
#undef OPCODE
    ;
static_assert(kOpCount <= 256);

struct OpInfo {
  const char* name;
  const char* operands;
  uint8_t words;  // MakeFunction is followed by its captures as well
  const char* flags;
  const char* doc;
};
inline constexpr OpInfo kOpInfo[] = {
#define OPCODE(name, operands, words, flags, doc) {#name, operands, words, flags, doc},
#include "bytecode/opcodes.def"
#undef OPCODE
};

inline constexpr uint32_t encode(Op op, uint32_t a, uint32_t b, uint32_t c) {
  return static_cast<uint32_t>(op) | a << 8 | b << 16 | c << 24;
}
inline constexpr uint32_t encode_d(Op op, uint32_t a, int32_t d) {
  return static_cast<uint32_t>(op) | a << 8 | static_cast<uint32_t>(d) << 16;
}
inline constexpr uint32_t encode_e(Op op, int32_t e) {
  return static_cast<uint32_t>(op) | static_cast<uint32_t>(e) << 8;
}
inline constexpr Op op_of(uint32_t w) { return static_cast<Op>(w & 0xff); }
inline constexpr uint32_t field_a(uint32_t w) { return w >> 8 & 0xff; }
inline constexpr uint32_t field_b(uint32_t w) { return w >> 16 & 0xff; }
inline constexpr uint32_t field_c(uint32_t w) { return w >> 24; }
inline constexpr int32_t field_d(uint32_t w) { return static_cast<int32_t>(w) >> 16; }
inline constexpr uint32_t field_du(uint32_t w) { return w >> 16; }
inline constexpr int32_t field_e(uint32_t w) { return static_cast<int32_t>(w) >> 8; }

}  // namespace belljar
