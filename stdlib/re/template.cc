// Templates of replacements: \1, \g<name>, \n. CPython's errors and positions.
#include <cstdlib>

#include "runtime/list.h"
#include "stdlib/re/objects.h"
#include "stdlib/re/tokens.h"

namespace belljar::re {

namespace {

class TemplateParser {
 public:
  TemplateParser(Context& context, const Pattern* pattern, const Source& source, List* keep,
                 std::vector<TemplatePart>& parts)
      : context_(context), pattern_(pattern), tokens_(source, fault_), keep_(keep), parts_(parts) {}

  Value run(Value source) {
    while (!tokens_.failed()) {
      const Token t = tokens_.get();
      if (tokens_.failed() || t.at_end()) break;
      if (!t.is_escape()) {
        literal(t.first);
      } else if (t.second == 'g') {
        BELLJAR_CHECK(named());
      } else if (is_digit_code(t.second)) {
        BELLJAR_CHECK(number(t));
      } else if (int simple = simple_escape(t.second); simple >= 0) {
        literal(static_cast<uint32_t>(simple));
      } else if (is_letter_code(t.second)) {
        tokens_.error("bad escape " + token_text(t), 2);
      } else {
        literal('\\');
        literal(t.second);
      }
      if (!context_.charge(1)) return Value::stopped();
    }
    if (tokens_.failed()) return raise_fault(context_, fault_, source);
    return flush();
  }

 private:
  void literal(uint32_t code) {
    if (tokens_.bytes()) {
      text_ += static_cast<char>(code);
    } else {
      text_ += utf8_of(code);
    }
  }
  Value flush() {
    if (text_.empty()) return Value::none();
    BELLJAR_TRY(made, tokens_.bytes() ? new_bytes(context_, text_) : new_str(context_, text_));
    text_.clear();
    BELLJAR_CHECK(list_append(context_, keep_, made));
    parts_.push_back({made, 0});
    return Value::none();
  }
  Value add_group(int64_t index, int64_t back) {
    if (index > pattern_->program->groups()) {
      tokens_.error("invalid group reference " + std::to_string(index), back);
      return Value::none();
    }
    BELLJAR_CHECK(flush());
    parts_.push_back({Value::undefined(), static_cast<uint32_t>(index)});
    return Value::none();
  }

  Value named() {
    std::vector<uint32_t> name;
    if (!tokens_.match('<')) {
      tokens_.error("missing <");
      return Value::none();
    }
    if (!tokens_.get_until('>', "group name", name)) return Value::none();
    const int64_t back = static_cast<int64_t>(name.size()) + 1;
    const std::string text = utf8_of(name);
    if (is_identifier(name)) {
      for (const auto& [known, index] : pattern_->program->names()) {
        if (known == text) return add_group(index, back);
      }
      return context_.raise(Exc::IndexError, {"unknown group name ", str_repr(text)});
    }
    const int64_t index = group_number(name);
    if (index < 0) {
      tokens_.error("bad character in group name " + str_repr(text), back);
    } else if (index >= kMaxGroups) {
      tokens_.error("invalid group reference " + std::to_string(index), back);
    } else {
      return add_group(index, back);
    }
    return Value::none();
  }

  Value number(const Token& t) {
    std::string text = token_text(t);
    if (t.second == '0') {
      tokens_.get_while(2, is_octal_code, text);
      literal(static_cast<uint32_t>(std::strtol(text.c_str() + 1, nullptr, 8)) & 0xFF);
      return Value::none();
    }
    if (tokens_.next_digit()) {
      tokens_.get_while(1, is_digit_code, text);
      if (is_octal_code(t.second) && is_octal_code(static_cast<uint32_t>(text[2])) &&
          tokens_.next_octal()) {
        tokens_.get_while(1, is_octal_code, text);
        const long value = std::strtol(text.c_str() + 1, nullptr, 8);
        if (value > 0377) {
          tokens_.error("octal escape value " + text + " outside of range 0-0o377", 4);
        } else {
          literal(static_cast<uint32_t>(value));
        }
        return Value::none();
      }
    }
    return add_group(std::strtol(text.c_str() + 1, nullptr, 10),
                     static_cast<int64_t>(text.size()) - 1);
  }

  Context& context_;
  const Pattern* pattern_;
  Fault fault_;
  Tokens tokens_;
  List* keep_;
  std::vector<TemplatePart>& parts_;
  std::string text_;
};

}  // namespace

Value parse_template(Context& context, const Pattern* pattern, Value source,
                     std::vector<TemplatePart>& parts, List* keep) {
  Value plain = payload(source);
  if (!plain.is_str() && !is_bytes_like(plain)) {
    return context.raise(Exc::TypeError, {"decoding to str: need a bytes-like object, ",
                                          type_name(context, source), " found"});
  }
  // Its characters, in a vector that grows, and the text of its parts.
  const size_t size = plain.is_str() ? plain.as<Str>()->count : bytes_view(plain).size();
  if (!context.heap().fits(12 * size)) return context.stop_memory();
  if (!context.charge(size / 4)) return Value::stopped();
  const Source codes = source_of(plain);
  return TemplateParser(context, pattern, codes, keep, parts).run(plain);
}

Value expand_template(Context& context, const Subject& subject, const Spans& spans,
                      const std::vector<TemplatePart>& parts) {
  const bool bytes = !subject.plain.is_str();
  BELLJAR_TRY(pieces, new_list_reserved(context, parts.size()));
  for (const TemplatePart& part : parts) {
    Value piece = part.text;
    if (piece.is_undefined()) {
      const bool set = spans.begin(part.group) >= 0;
      BELLJAR_TRY(text, slice_subject(context, subject, set ? spans.begin(part.group) : 0,
                                      set ? spans.end(part.group) : 0));
      piece = text;
    }
    BELLJAR_CHECK(list_append(context, pieces.as<List>(), piece));
  }
  return join_pieces(context, bytes, pieces.as<List>());
}

}  // namespace belljar::re
