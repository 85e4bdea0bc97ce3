// See disassembler.h. The operand letters of opcodes.def say how each field is printed; jumps
// become labels, names and constants their text.
#include "bytecode/disassembler.h"

#include <cstring>
#include <map>

#include "bytecode/line_table.h"

namespace belljar {
namespace {

class Disassembler {
 public:
  Disassembler(const Code& code, const ConstantView& view, const DisassembleOptions& options)
      : code_(code), view_(view), options_(options) {}

  std::string run() {
    find_labels();
    header();
    for (uint32_t at = 0; at < code_.words.size(); at = next_of(at)) {
      source_line(at);
      if (auto label = labels_.find(at); label != labels_.end()) {
        out_ += " L" + std::to_string(label->second) + ":\n";
      }
      instruction(at);
    }
    tables();
    return std::move(out_);
  }

 private:
  uint32_t next_of(uint32_t at) const {
    uint32_t raw = code_.words[at] & 0xff;
    uint32_t words = kOpInfo[raw].words;
    if (static_cast<Op>(raw) == Op::MakeFunction) {
      words += code_.functions[code_.words[at + 1]]->free_count;
    }
    return at + words;
  }

  // The word that the instruction jumps to, or -1.
  int64_t target_of(uint32_t at) const {
    uint32_t word = code_.words[at];
    const OpInfo& info = kOpInfo[word & 0xff];
    if (std::strchr(info.flags, 'J') == nullptr) return -1;
    int64_t next = next_of(at);
    if (info.operands[0] == 'E') return next + field_e(word);
    if (info.operands[1] == 'D') return next + field_d(word);
    return next + static_cast<int32_t>(code_.words[at + 1]);
  }

  void find_labels() {
    for (uint32_t at = 0; at < code_.words.size(); at = next_of(at)) {
      if (int64_t target = target_of(at); target >= 0) labels_[static_cast<uint32_t>(target)] = 0;
    }
    for (const ExceptionRow& row : code_.handlers) labels_[row.handler] = 0;
    uint32_t number = 0;
    for (auto& [word, label] : labels_) label = ++number;
  }

  std::string label(int64_t word) {
    auto found = labels_.find(static_cast<uint32_t>(word));
    return found == labels_.end() ? "?" + std::to_string(word)
                                  : "L" + std::to_string(found->second);
  }

  void header() {
    out_ += "function " + view_.text(code_.qualname) + ": " +
            std::to_string(code_.parameter_count) + " parameters, " +
            std::to_string(code_.register_count) + " registers, " +
            std::to_string(code_.free_count) + " captured, " + std::to_string(code_.words.size()) +
            " words\n";
  }

  void source_line(uint32_t at) {
    if (!options_.source_lines || code_.unit == nullptr) return;
    uint32_t line = find_position(code_.positions, code_.first_line, at).line;
    if (line == 0 || line == line_) return;
    line_ = line;
    const CodeUnit& unit = *code_.unit;
    if (line > unit.line_starts.size()) return;
    size_t start = unit.line_starts[line - 1];
    size_t end = unit.source.find_first_of("\r\n", start);
    out_ += ";" + std::to_string(line) + " " + unit.source.substr(start, end - start) + "\n";
  }

  void instruction(uint32_t at) {
    uint32_t word = code_.words[at];
    const OpInfo& info = kOpInfo[word & 0xff];
    std::string line(info.name);
    if (line.size() < 16) line.append(16 - line.size(), ' ');
    const char* letters = info.operands;
    if (letters[0] == 'E') {
      line += " " + label(target_of(at));
    } else {
      line += field(letters[0], field_a(word));
      if (letters[1] == 'D') {
        line += wide(at);
      } else {
        line += field(letters[1], field_b(word)) + field(letters[2], field_c(word));
        for (uint32_t i = 3; letters[i] != 0; ++i) line += auxiliary(letters[i], at, i - 2);
      }
      if (op_of(word) == Op::MakeFunction) line += captures(at);
    }
    char number[16];
    std::snprintf(number, sizeof number, "%6u  ", at);
    out_ += number + line + "\n";
  }

  std::string field(char letter, uint32_t value) {
    switch (letter) {
      case 'r':
        return " r" + std::to_string(value);
      case 'k':
        return " " + view_.text(code_, value);
      case 'n':
        return " " + std::to_string(value);
      default:
        return "";
    }
  }

  std::string wide(uint32_t at) {
    uint32_t word = code_.words[at];
    switch (op_of(word)) {
      case Op::LoadK:
      case Op::NewListK:
        return " " + view_.text(code_, field_du(word));
      case Op::LoadInt:
        return " " + std::to_string(field_d(word));
      case Op::LoadGlobal:
      case Op::StoreGlobal:
      case Op::DeleteGlobal:
        if (code_.unit != nullptr && field_du(word) < code_.unit->slot_names.size()) {
          return " g" + std::to_string(field_du(word)) + ":" +
                 view_.text(code_.unit->slot_names[field_du(word)]);
        }
        return " g" + std::to_string(field_du(word));
      default:
        return " -> " + label(target_of(at));
    }
  }

  std::string auxiliary(char letter, uint32_t at, uint32_t index) {
    uint32_t value = code_.words[at + index];
    switch (letter) {
      case 'j':
        return " -> " + label(target_of(at));
      case 'a':
        return " ." + view_.text(code_, value & 0xffff) + " #" + std::to_string(value >> 16);
      case 'K':
        if (op_of(code_.words[at]) == Op::MakeFunction) {
          return " <" + view_.text(code_.functions[value]->qualname) + ">";
        }
        return " " + view_.text(code_, value);
      default:
        return " " + std::to_string(value);
    }
  }

  std::string captures(uint32_t at) {
    std::string text = " [";
    uint32_t count = code_.functions[code_.words[at + 1]]->free_count;
    for (uint32_t i = 0; i < count; ++i) {
      uint32_t capture = code_.words[at + 2 + i];
      if (i > 0) text += " ";
      text += (capture & 1 ? "f" : "r") + std::to_string(capture >> 1);
    }
    return text + "]";
  }

  void tables() {
    for (const ExceptionRow& row : code_.handlers) {
      out_ += "  handler " + std::to_string(row.start) + ".." + std::to_string(row.end) + " -> " +
              label(row.handler) + " r" + std::to_string(row.reg) + "\n";
    }
    for (const InlinedFrame& row : code_.inlined) {
      out_ += "  frame " + std::string(row.name) + " " + std::to_string(row.start) + ".." +
              std::to_string(row.end) + " called at " + std::to_string(row.call_pc) + "\n";
    }
  }

  const Code& code_;
  const ConstantView& view_;
  const DisassembleOptions& options_;
  std::map<uint32_t, uint32_t> labels_;  // word -> number
  std::string out_;
  uint32_t line_ = 0;
};

}  // namespace

std::string disassemble(const Code& code, const ConstantView& constants,
                        const DisassembleOptions& options) {
  return Disassembler(code, constants, options).run();
}

std::string disassemble(const CodeUnit& unit, const ConstantView& constants,
                        const DisassembleOptions& options) {
  std::string out;
  for (const Code* code : unit.codes) {
    if (!out.empty()) out += "\n";
    out += disassemble(*code, constants, options);
  }
  return out;
}

}  // namespace belljar
