// Making programs of RE2 and running them.
#include "stdlib/re/program.h"

#include <re2/re2.h>

#include <algorithm>

namespace belljar::re {

namespace {

// What RE2 may take for one program and its automata: the first that is enough for the program.
constexpr int64_t kBudgets[] = {256 << 10, 2 << 20, 16 << 20};

constexpr const char* kTooManySymbols =
    "pattern is too large: it tells more characters apart than one byte can say";
constexpr const char* kTooLarge = "pattern is too large for RE2";

}  // namespace

std::unique_ptr<Program> Program::make(const Source& source, uint32_t flags, Fault& fault) {
  std::unique_ptr<Program> program(new Program);
  program->bytes_ = source.bytes;
  parse(source, flags, program->tree_, fault);
  if (fault.kind != Fault::None) return nullptr;
  program->anchors_ = anchors_of(program->tree_, source.bytes);
  const Anchors& anchors = program->anchors_;
  program->foreign_ = source.codes.size() * 200 + 4096;
  if (anchors.lines && anchors.last_line) {
    fault = {Fault::Refused, "anchors with and without MULTILINE in one pattern are not supported",
             -1};
  } else if (anchors.ascii_word && anchors.unicode_word) {
    fault = {Fault::Refused, "\\b with and without ASCII in one pattern is not supported", -1};
  } else if (program->tree_.sets.size() > 60 && !program->symbols() && !source.bytes) {
    // Few sets cannot make too many symbols: those are left until a text needs them.
    fault = {Fault::Refused, kTooManySymbols, -1};
  }
  if (fault.kind != Fault::None) return nullptr;
  if (!program->prepare(Spelling::Direct, Purpose::Plain, fault)) return nullptr;
  return program;
}

Program::~Program() = default;

const Alphabet* Program::symbols() {
  if (!symbols_known_) {
    symbols_known_ = true;
    symbols_ = std::make_unique<Alphabet>();
    if (!symbols_->build(tree_, anchors_, bytes_)) symbols_.reset();
  }
  return symbols_.get();
}

bool Program::prepare(Spelling spelling, Purpose purpose, Fault& fault) {
  Compiled& compiled = slot(spelling, purpose);
  if (compiled.re || compiled.never) return true;
  Alphabet direct = Alphabet::direct(bytes_ ? 0xFF : 0x7F);
  const Alphabet* alphabet = spelling == Spelling::Direct ? &direct : symbols();
  if (!alphabet) {
    fault = {Fault::Refused, kTooManySymbols, -1};
    return false;
  }
  Translation translation = translate(tree_, *alphabet, purpose);
  if (translation.never) {
    compiled.never = true;
    return true;
  }
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  std::unique_ptr<re2::RE2> made;
  int64_t bytes = 0;
  for (int64_t budget : kBudgets) {
    if (translation.too_large || (made && made->ok())) break;
    bytes = budget;
    options.set_max_mem(budget);
    made = std::make_unique<re2::RE2>(translation.text, options);
  }
  if (!made || !made->ok()) {
    fault = {Fault::Refused, kTooLarge, -1};
    return false;
  }
  compiled.groups = std::move(translation.groups);
  const size_t size = static_cast<size_t>(std::max(made->ProgramSize(), 0));
  foreign_ += std::max(static_cast<size_t>(bytes), size * 32);
  compiled.weight = 1 + size / 64;
  compiled.re = std::move(made);
  return true;
}

uint64_t Program::weight(Spelling spelling, Purpose purpose) const {
  return slot(spelling, purpose).weight;
}

bool Program::match(Spelling spelling, Purpose purpose, std::string_view text, size_t start,
                    Where where, Spans& spans) {
  const Compiled& compiled = slot(spelling, purpose);
  if (!compiled.re) return false;
  constexpr re2::RE2::Anchor kAnchors[] = {re2::RE2::UNANCHORED, re2::RE2::ANCHOR_START,
                                           re2::RE2::ANCHOR_BOTH};
  const size_t count = compiled.groups.size() + 1;
  re2::StringPiece few[16];
  std::vector<re2::StringPiece> many;
  re2::StringPiece* parts = few;
  if (count > std::size(few)) {
    many.resize(count);
    parts = many.data();
  }
  // RE2 takes a null text for no match of a group.
  re2::StringPiece subject(text.data() ? text.data() : "", text.size());
  if (!compiled.re->Match(subject, start, text.size(), kAnchors[static_cast<int>(where)], parts,
                          static_cast<int>(count))) {
    return false;
  }
  spans.at.assign((size_t{tree_.groups} + 1) * 2, -1);
  for (size_t i = 0; i < count; ++i) {
    if (!parts[i].data()) continue;
    const size_t group = i == 0 ? 0 : compiled.groups[i - 1];
    spans.at[group * 2] = parts[i].data() - subject.data();
    spans.at[group * 2 + 1] = spans.at[group * 2] + static_cast<int64_t>(parts[i].size());
  }
  return true;
}

uint32_t Program::last_group(const Spans& spans) const {
  uint32_t best = 0;
  for (uint32_t g = 1; g <= tree_.groups; ++g) {
    if (spans.begin(g) < 0) continue;
    if (best > 0 && spans.end(g) < spans.end(best)) continue;
    // Of two that end together the one around the other is closed later, else the later one.
    bool inside = false;
    if (best > 0 && spans.end(g) == spans.end(best)) {
      for (uint32_t p = tree_.parents[g]; p > 0 && !inside; p = tree_.parents[p])
        inside = p == best;
    }
    if (!inside) best = g;
  }
  return best;
}

}  // namespace belljar::re
