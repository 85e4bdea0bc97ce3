// Finding matches in texts of the program: which spelling a text needs, how much it costs.
#include <algorithm>
#include <cstring>

#include "builtins/text_arguments.h"
#include "runtime/list.h"
#include "runtime/str_layout.h"
#include "stdlib/re/objects.h"

namespace belljar::re {

bool is_text(Value v) {
  Value plain = payload(v);
  return plain.is_str() || is_bytes_like(plain);
}

Value open_subject(Context& context, const Pattern* pattern, Value string, Subject* subject) {
  Value plain = payload(string);
  if (!plain.is_str() && !is_bytes_like(plain)) {
    return context.raise(Exc::TypeError, {"expected string or bytes-like object, got '",
                                          type_name(context, string), "'"});
  }
  if (plain.is_str() && pattern->bytes()) {
    return context.raise(Exc::TypeError, "cannot use a bytes pattern on a string-like object");
  }
  if (!plain.is_str() && !pattern->bytes()) {
    return context.raise(Exc::TypeError, "cannot use a string pattern on a bytes-like object");
  }
  subject->original = string;
  subject->plain = plain;
  subject->length =
      plain.is_str() ? plain.as<Str>()->length : static_cast<int64_t>(bytes_view(plain).size());
  return Value::none();
}

Value open_range(Context& context, const Subject& subject, Value pos, Value endpos, int64_t* begin,
                 int64_t* end) {
  *begin = 0;
  *end = subject.length;
  if (!pos.is_undefined()) BELLJAR_CHECK(size_argument(context, pos, begin));
  if (!endpos.is_undefined()) BELLJAR_CHECK(size_argument(context, endpos, end));
  *begin = std::clamp<int64_t>(*begin, 0, subject.length);
  *end = std::clamp<int64_t>(*end, 0, subject.length);
  return Value::none();
}

Value slice_subject(Context& context, const Subject& subject, int64_t begin, int64_t end) {
  if (subject.plain.is_str()) {
    Str* s = subject.plain.as<Str>();
    if (begin == 0 && end == subject.length) return subject.plain;
    if (s->ascii()) {
      return str_substring(context, s, static_cast<size_t>(begin), static_cast<size_t>(end));
    }
    return str_substring(context, s, str_offset(s, static_cast<uint32_t>(begin)),
                         str_offset(s, static_cast<uint32_t>(end)));
  }
  std::string_view all = bytes_view(subject.plain);
  // A bytearray may have shrunk since.
  const size_t first = std::min(static_cast<size_t>(begin), all.size());
  const size_t last = std::clamp(static_cast<size_t>(end), first, all.size());
  if (first == 0 && last == all.size() && subject.plain.is(Kind::Bytes)) return subject.plain;
  return new_bytes(context, all.substr(first, last - first));
}

namespace {

void forget_subject(Heap& heap, Pattern* pattern) {
  if (pattern->symbols) heap.release(pattern->symbols, pattern->symbol_bytes);
  pattern->symbols = nullptr;
  pattern->symbol_bytes = 0;
  pattern->subject = Value::undefined();
}

std::string_view content(const Subject& subject) {
  return subject.plain.is_str() ? subject.plain.as<Str>()->view() : bytes_view(subject.plain);
}

// True if the text can be given to RE2 as it is.
bool is_direct(const Pattern* pattern, const Subject& subject) {
  if (subject.plain.is_str() && !subject.plain.as<Str>()->ascii()) return false;
  const Anchors& anchors = pattern->program->anchors();
  if (!anchors.last_line) return true;
  std::string_view text = content(subject);
  return text.empty() || !std::memchr(text.data(), '\n', text.size() - 1);
}

// Spells the subject, unless it is what was matched last.
Value spell(Context& context, Pattern* pattern, const Subject& subject) {
  if (pattern->subject.same(subject.plain)) return Value::none();
  forget_subject(context.heap(), pattern);
  if (!context.charge(static_cast<uint64_t>(subject.length) / 64 + 1)) return Value::stopped();
  pattern->spelling = is_direct(pattern, subject) ? Spelling::Direct : Spelling::Symbols;
  if (pattern->spelling == Spelling::Symbols) {
    const Alphabet* alphabet = pattern->program->symbols();
    if (!context.charge_bytes(static_cast<uint64_t>(subject.length))) return Value::stopped();
    // The byte after the last is never a character's: an empty text has a buffer too.
    const size_t size = static_cast<size_t>(subject.length) + 1;
    char* out = static_cast<char*>(context.heap().buffer(size));
    if (!out) return context.stop_memory();
    pattern->symbols = out;
    pattern->symbol_bytes = size;
    std::string_view text = content(subject);
    if (!alphabet) {
      // prepare() says why.
    } else if (subject.plain.is_str()) {
      for (size_t i = 0; i < text.size(); i += sequence_length(text[i])) {
        *out++ = static_cast<char>(alphabet->symbol_of(decode_valid(text.data() + i)));
      }
    } else {
      for (char c : text) *out++ = static_cast<char>(alphabet->symbol_of(static_cast<uint8_t>(c)));
    }
  }
  // A bytearray may change before the next match.
  if (!subject.plain.is(Kind::ByteArray)) pattern->subject = subject.plain;
  return Value::none();
}

Value prepare(Context& context, Pattern* pattern, Purpose purpose) {
  Fault fault;
  if (!pattern->program->prepare(pattern->spelling, purpose, fault)) {
    return raise_fault(context, fault, pattern->text);
  }
  const size_t now = pattern->program->foreign_bytes();
  if (now > pattern->charged) {
    if (!context.heap().charge_foreign(now - pattern->charged)) return context.stop_memory();
    pattern->charged = now;
    if (!context.charge(1000)) return Value::stopped();
  }
  return Value::none();
}

// Where `$` looks for a last newline, inner ones are spelt otherwise: the last before `end` is
// written back for the time of the match.
class LastNewline {
 public:
  LastNewline(Pattern* pattern, int64_t end) {
    const Anchors& anchors = pattern->program->anchors();
    if (!pattern->symbols || end == 0 || !anchors.last_line || anchors.lines) return;
    const Alphabet* alphabet = pattern->program->symbols();
    char* last = pattern->symbols + end - 1;
    if (!alphabet || static_cast<uint8_t>(*last) != alphabet->inner_newline()) return;
    at_ = last;
    was_ = *last;
    *last = '\n';
  }
  ~LastNewline() {
    if (at_) *at_ = was_;
  }
  LastNewline(const LastNewline&) = delete;
  LastNewline& operator=(const LastNewline&) = delete;

 private:
  char* at_ = nullptr;
  char was_ = 0;
};

}  // namespace

constexpr uint64_t kMuchUnpaid = 16384;  // bytes

Value find(Context& context, Pattern* pattern, const Subject& subject, int64_t at, int64_t end,
           Where where, bool must_advance, Spans& spans) {
  if (subject.plain.is(Kind::ByteArray)) {
    end = std::min(end, static_cast<int64_t>(bytes_view(subject.plain).size()));
  }
  if (at > end) return Value::boolean(false);
  BELLJAR_CHECK(spell(context, pattern, subject));
  const Purpose purpose =
      end == 0 && pattern->program->anchors().not_word ? Purpose::EmptyText : Purpose::Plain;
  BELLJAR_CHECK(prepare(context, pattern, purpose));
  if (must_advance) BELLJAR_CHECK(prepare(context, pattern, Purpose::NotEmpty));

  const Spelling spelling = pattern->spelling;
  const std::string_view text(
      spelling == Spelling::Direct ? content(subject).data() : pattern->symbols,
      static_cast<size_t>(end));
  Program* program = pattern->program;
  bool found;
  {
    LastNewline last(pattern, end);
    const size_t start = static_cast<size_t>(at);
    if (!must_advance) {
      found = program->match(spelling, purpose, text, start, where, spans);
    } else {
      found = program->match(spelling, Purpose::NotEmpty, text, start, Where::AtStart, spans);
      if (!found && where == Where::Anywhere && at < end) {
        found = program->match(spelling, purpose, text, start + 1, where, spans);
      }
    }
  }
  // What was looked at beyond a match is not known: a small part of the rest is paid each time, and
  // where that may be a bargain the clock is looked at, too.
  const uint64_t rest = static_cast<uint64_t>(end - at);
  const uint64_t seen = found ? static_cast<uint64_t>(spans.end() - at) : rest;
  if (!context.charge((seen / 16 + 1) * program->weight(spelling, purpose) + rest / 4096)) {
    return Value::stopped();
  }
  if (rest - seen > kMuchUnpaid) {
    context.stash += context.slice + 1;  // the next charge looks at the clock
    context.slice = -1;
    if (!context.charge(0)) return Value::stopped();
  }
  return Value::boolean(found);
}

namespace {

void trace_pattern(Object* o, Tracer& tracer) {
  Pattern* pattern = static_cast<Pattern*>(o);
  tracer.visit(pattern->text);
  tracer.visit(pattern->subject);
}

void release_pattern(Object* o, Heap& heap) {
  Pattern* pattern = static_cast<Pattern*>(o);
  forget_subject(heap, pattern);
  delete pattern->program;
  pattern->program = nullptr;
  heap.release_foreign(pattern->charged);
}

}  // namespace

extern const NativeType kPatternType = {"re.Pattern", trace_pattern, release_pattern};

Source source_of(Value text) {
  Source source;
  source.bytes = !text.is_str();
  if (source.bytes) {
    for (char c : bytes_view(text)) source.codes.push_back(static_cast<uint8_t>(c));
    return source;
  }
  const Str* s = text.as<Str>();
  source.codes.reserve(s->length);
  const char* data = s->data();
  for (size_t i = 0; i < s->count; i += sequence_length(data[i])) {
    source.codes.push_back(decode_valid(data + i));
  }
  return source;
}

Value new_pattern(Context& context, Value text, uint32_t flags) {
  const size_t size = text.is_str() ? text.as<Str>()->count : bytes_view(text).size();
  Fault fault;
  if (size > kMostPatternText) fault = {Fault::Refused, "pattern is too large", -1};
  if (fault.kind != Fault::None) return raise_fault(context, fault, text);
  // Parsing takes memory of its own for a moment.
  if (!context.heap().fits(size * 400)) return context.stop_memory();
  if (!context.charge(200 + size * 8)) return Value::stopped();
  std::unique_ptr<Program> program = Program::make(source_of(text), flags, fault);
  if (!program) return raise_fault(context, fault, text);
  if (!context.heap().charge_foreign(program->foreign_bytes())) return context.stop_memory();
  Pattern* pattern = context.heap().make<Pattern>(Kind::NativeObject);
  pattern->cls = class_for(context, ReClass::Pattern);
  pattern->charged = program->foreign_bytes();
  pattern->program = program.release();
  pattern->text = text;
  pattern->subject = Value::undefined();
  pattern->spelling = Spelling::Direct;
  pattern->symbols = nullptr;
  pattern->symbol_bytes = 0;
  context.heap().register_release(pattern);
  return Value::object(pattern);
}

Value new_match(Context& context, Pattern* pattern, const Subject& subject, int64_t pos,
                int64_t endpos, const Spans& spans) {
  const uint32_t groups = pattern->program->groups();
  Match* match = context.heap().make<Match>(Kind::NativeObject, size_t{groups} * 16);
  if (!match) return context.stop_memory();
  match->cls = class_for(context, ReClass::Match);
  match->pattern = pattern;
  match->string = subject.original;
  match->pos = pos;
  match->endpos = endpos;
  match->groups = groups;
  match->last = pattern->program->last_group(spans);
  std::copy(spans.at.begin(), spans.at.end(), match->spans);
  return Value::object(match);
}

Value join_pieces(Context& context, bool bytes, const List* pieces) {
  StrBuilder out(context);
  for (uint32_t i = 0; i < pieces->size; ++i) {
    Value item = payload(pieces->items[i]);
    if (bytes ? !is_bytes_like(item) : !item.is_str()) {
      return context.raise(Exc::TypeError, {"sequence item ", std::to_string(i), ": expected ",
                                            bytes ? "a bytes-like object" : "str instance", ", ",
                                            type_name(context, pieces->items[i]), " found"});
    }
    out.append(bytes ? bytes_view(item) : item.as<Str>()->view());
    if (!context.charge(1)) return Value::stopped();
  }
  return bytes ? out.finish_bytes() : out.finish();
}

}  // namespace belljar::re
