// See verifier.h. The operand letters of opcodes.def drive most checks; what a letter cannot say
// (rows of registers, shapes of constants) is the table and the switch below.
#include "bytecode/verifier.h"

#include <vector>

namespace belljar {
namespace {

constexpr uint32_t kBinaryOps = 13;
constexpr uint32_t kComparisons = 6;

class Verifier {
 public:
  Verifier(const Code& code, const ConstantView& constants)
      : code_(code), view_(constants), constant_count_(constants.count(code)) {}

  std::string run();

 private:
  void instruction(uint32_t at, uint32_t next);
  void operand(char letter, uint32_t value, uint32_t at);
  void auxiliary(char letter, uint32_t value, uint32_t at, uint32_t next);
  void rows(uint32_t at);
  void captures(uint32_t at);
  void tables();

  void expect(bool condition, const char* what, uint32_t at) {
    if (condition || !error_.empty()) return;
    error_ = std::string(what) + " at word " + std::to_string(at);
    if (at < code_.words.size()) {
      uint32_t op = code_.words[at] & 0xff;
      if (op < static_cast<uint32_t>(kOpCount))
        error_ += std::string(" (") + kOpInfo[op].name + ")";
    }
  }
  void registers(uint32_t first, uint32_t count, uint32_t at) {
    expect(first + count <= code_.register_count, "register out of range", at);
  }
  void constant(uint32_t index, ConstantShape shape, uint32_t at) {
    expect(index < constant_count_, "constant out of range", at);
    if (error_.empty()) expect(view_.shape(code_, index) == shape, "constant of a wrong kind", at);
  }
  void jump(int64_t target, uint32_t at) {
    const uint32_t word = code_.words[at];
    const Op op = op_of(word);
    const bool loops = op == Op::JumpBack || op == Op::ForIter || op == Op::ForRange;
    const bool fused = op >= Op::JumpLt && op <= Op::JumpIs;
    const bool back = target <= static_cast<int64_t>(at);
    expect(loops || (fused && (field_c(word) & 2)) || !back, "a loop that charges nothing", at);
    expect(!fused || back == ((field_c(word) & 2) != 0), "a back edge that goes forward", at);
    expect(op != Op::JumpBack || back, "a back edge that goes forward", at);
    expect(target >= 0 && target < static_cast<int64_t>(code_.words.size()), "jump out of range",
           at);
    if (error_.empty()) targets_.push_back(static_cast<uint32_t>(target));
  }

  const Code& code_;
  const ConstantView& view_;
  const size_t constant_count_;
  std::vector<bool> starts_;
  std::vector<uint32_t> targets_;
  std::string error_;
};

bool has_flag(Op op, char flag) {
  for (const char* f = kOpInfo[static_cast<int>(op)].flags; *f != 0; ++f) {
    if (*f == flag) return true;
  }
  return false;
}

std::string Verifier::run() {
  const uint32_t size = static_cast<uint32_t>(code_.words.size());
  expect(size > 0, "no instructions", 0);
  expect(code_.parameter_count <= code_.register_count, "parameters outside the registers", 0);
  starts_.assign(size + 1, false);
  Op last = Op::Move;
  for (uint32_t at = 0; at < size && error_.empty();) {
    uint32_t raw = code_.words[at] & 0xff;
    expect(raw < static_cast<uint32_t>(kOpCount), "unknown opcode", at);
    if (!error_.empty()) break;
    last = static_cast<Op>(raw);
    uint32_t words = kOpInfo[raw].words;
    expect(at + words <= size, "truncated instruction", at);
    if (!error_.empty()) break;
    if (last == Op::MakeFunction) {
      uint32_t index = code_.words[at + 1];
      expect(index < code_.functions.size(), "function out of range", at);
      if (!error_.empty()) break;
      words += code_.functions[index]->free_count;
      expect(at + words <= size, "truncated captures", at);
      if (!error_.empty()) break;
      captures(at);
    }
    starts_[at] = true;
    instruction(at, at + words);
    at += words;
  }
  if (error_.empty()) expect(has_flag(last, 'T'), "runs off the end", size - 1);
  if (error_.empty()) tables();
  for (uint32_t target : targets_) {
    if (error_.empty()) expect(starts_[target], "jump into an instruction", target);
  }
  return error_;
}

void Verifier::instruction(uint32_t at, uint32_t next) {
  const uint32_t word = code_.words[at];
  const OpInfo& info = kOpInfo[word & 0xff];
  const char* letters = info.operands;
  if (letters[0] == 'E') {
    jump(static_cast<int64_t>(next) + field_e(word), at);
    return;
  }
  operand(letters[0], field_a(word), at);
  if (letters[1] == 'D') {
    const Op op = op_of(word);
    if (op == Op::LoadK || op == Op::NewListK) {
      expect(field_du(word) < constant_count_, "constant out of range", at);
      if (op == Op::NewListK) constant(field_du(word), ConstantShape::Tuple, at);
    } else if (has_flag(op, 'J')) {
      jump(static_cast<int64_t>(next) + field_d(word), at);
    } else if (op != Op::LoadInt) {
      expect(code_.unit == nullptr || field_du(word) < code_.unit->slot_names.size(),
             "module slot out of range", at);
    }
  } else {
    operand(letters[1], field_b(word), at);
    operand(letters[2], field_c(word), at);
    for (uint32_t i = 3; letters[i] != 0; ++i) {
      auxiliary(letters[i], code_.words[at + i - 2], at, next);
    }
  }
  rows(at);
}

void Verifier::operand(char letter, uint32_t value, uint32_t at) {
  if (letter == 'r') {
    registers(value, 1, at);
  } else if (letter == 'k') {
    expect(value < constant_count_, "constant out of range", at);
  }
}

void Verifier::auxiliary(char letter, uint32_t value, uint32_t at, uint32_t next) {
  const Op op = op_of(code_.words[at]);
  switch (letter) {
    case 'j':
      jump(static_cast<int64_t>(next) + static_cast<int32_t>(value), at);
      break;
    case 'a':
      constant(value & 0xffff, ConstantShape::Str, at);
      expect(value >> 16 < code_.cache_count, "attribute cache out of range", at);
      break;
    case 'K':
      switch (op) {
        case Op::MakeFunction:  // an index of a function, checked before
          break;
        case Op::LoadKX:
          expect(value < constant_count_, "constant out of range", at);
          break;
        case Op::NewDictK:
        case Op::CallKw:
        case Op::CallMethodKw:
        case Op::MatchClass:
          constant(value, ConstantShape::Tuple, at);
          break;
        default:
          constant(value, ConstantShape::Str, at);
      }
      break;
    case 'o':
      if (op == Op::Binary || op == Op::Inplace) expect(value < kBinaryOps, "unknown operator", at);
      if (op == Op::Compare) expect(value < kComparisons, "unknown comparison", at);
      break;
    default:
      break;
  }
}

// Operands that stand for several registers in a row.
void Verifier::rows(uint32_t at) {
  if (!error_.empty()) return;
  const uint32_t word = code_.words[at];
  const uint32_t a = field_a(word), b = field_b(word), c = field_c(word);
  switch (op_of(word)) {
    case Op::NewList:
    case Op::NewTuple:
    case Op::NewSet:
    case Op::Concat:
      registers(b, c, at);
      break;
    case Op::NewDict:
      registers(b, 2 * c, at);
      break;
    case Op::NewDictK:
      registers(b, c, at);
      expect(view_.tuple_size(code_, code_.words[at + 1]) == c, "keys do not match values", at);
      break;
    case Op::Call:
    case Op::CallMethod:
      registers(a, b + 1, at);
      break;
    case Op::CallKw:
      registers(a, b + 1, at);
      expect(view_.tuple_size(code_, code_.words[at + 1]) <= b, "more names than arguments", at);
      break;
    case Op::CallMethodKw:
      registers(a, b + 1, at);
      expect(view_.tuple_size(code_, code_.words[at + 2]) <= b, "more names than arguments", at);
      break;
    case Op::CallEx:
      registers(a, b ? 3 : 2, at);
      break;
    case Op::Unpack:
      registers(a, b, at);
      break;
    case Op::LoadFar:
    case Op::StoreFar:
      registers(code_.words[at + 1], 1, at);
      break;
    case Op::EnterFar:
      expect(code_.words[at + 1] <= 65535 && code_.words[at + 2] <= 65535, "register out of range",
             at);
      registers(code_.words[at + 1], code_.words[at + 2], at);
      break;
    case Op::UnpackStar:
      expect(code_.words[at + 1] <= 256, "register out of range", at);
      registers(a, b + 1 + code_.words[at + 1], at);
      break;
    case Op::RangePrep:
      expect(b >= 1 && b <= 3, "range() takes one to three arguments", at);
      registers(a, 3, at);
      break;
    case Op::ForRange:
      registers(b, 3, at);
      break;
    case Op::GetSlice:
      registers(c, 2, at);
      break;
    case Op::NewSlice:
      registers(b, 3, at);
      break;
    case Op::FormatValue:
      registers(b, c & 4 ? 2 : 1, at);
      break;
    case Op::HandlerEnter:
    case Op::HandlerLeave:
      registers(a, 2, at);
      break;
    case Op::MakeFunction:
      registers(c, b & 2 ? 2 : 1, at);
      break;
    case Op::MakeClass:
      registers(c, b == 255 ? 3 : b + 2, at);
      break;
    case Op::LoadFree:
    case Op::LoadFreeCell:
    case Op::StoreFreeCell:
    case Op::DeleteFreeCell:
      expect(b < code_.free_count, "closure slot out of range", at);
      break;
    default:
      break;
  }
}

void Verifier::captures(uint32_t at) {
  const uint32_t count = code_.functions[code_.words[at + 1]]->free_count;
  for (uint32_t i = 0; i < count; ++i) {
    uint32_t capture = code_.words[at + 2 + i];
    uint32_t limit = capture & 1 ? code_.free_count : code_.register_count;
    expect(capture >> 1 < limit, "captured variable out of range", at);
  }
}

void Verifier::tables() {
  const uint32_t size = static_cast<uint32_t>(code_.words.size());
  for (const ExceptionRow& row : code_.handlers) {
    expect(row.start < row.end && row.end <= size, "handler row out of range", row.start);
    expect(row.handler < size && starts_[row.handler], "handler is no instruction", row.handler);
    expect(row.reg + 1u < code_.register_count, "handler register out of range", row.handler);
  }
  for (const InlinedFrame& row : code_.inlined) {
    expect(row.start < row.end && row.end <= size && row.call_pc < size, "inlined row out of range",
           row.start);
  }
}

}  // namespace

std::string verify(const Code& code, const ConstantView& constants) {
  return Verifier(code, constants).run();
}

}  // namespace belljar
