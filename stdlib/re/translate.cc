// From the tree to RE2's syntax. Only a small part of that is used: classes of bytes, groups,
// alternatives, repetitions up to what RE2 allows, and the anchors \A \z \b \B and (?m:^$).
//
// NotEmpty. After an empty match Python looks, at the same place, for one that is not empty: the
// next in order of preference that the pattern allows (`|a` finds "" and then "a"). RE2 gives only
// the first. So the tree is taken apart into the ordered list of its alternatives, each either
// empty or not (`split`), and the pattern of the latter is a program of its own. The list of a
// sequence is that of its first part, each empty element followed by the list of the rest: it stays
// short, for neighbours that are not empty are one alternative.
#include "stdlib/re/translate.h"

#include <algorithm>

namespace belljar::re {

namespace {

constexpr const char* kNever = "\\z\\x00";  // a character behind the end
constexpr uint32_t kMostRepeats = 1000;     // RE2's, of nested repetitions multiplied

// Text, and how often the most repeated part of it is counted out.
struct Piece {
  std::string text;
  uint32_t product = 1;
};
struct Choice {
  bool empty;
  Piece piece;
};

class Translator {
 public:
  Translator(const Alphabet& alphabet, Purpose purpose) : alphabet_(alphabet), purpose_(purpose) {}

  Piece whole(const Node* node);
  std::vector<Choice> split(const Node* node);
  Piece join(const std::vector<Choice>& choices, bool empty);
  bool too_large() const { return too_large_; }

 private:
  Piece set(const CharSet& set);
  Piece at(const Node* node);
  Piece repeat(const Piece& body, uint32_t min, uint32_t max, bool lazy);
  Piece sequence(Piece a, const Piece& b);
  Piece captured(Piece body, uint32_t group);
  std::vector<Choice> split_sequence(const std::vector<Node*>& parts, size_t from);
  std::vector<Choice> split_repeat(const Node* node);
  static void add(std::vector<Choice>& out, Choice choice, Translator& t);
  Piece checked(Piece piece) {
    spent_ += piece.text.size();
    if (piece.text.size() > kMostPatternText || spent_ > kMostPatternText * 100) too_large_ = true;
    if (too_large_) piece.text.clear();
    return piece;
  }

  const Alphabet& alphabet_;
  Purpose purpose_;
  bool too_large_ = false;
  size_t spent_ = 0;  // characters copied, for long sequences are copied often
};

constexpr char kHex[] = "0123456789abcdef";
void append_byte(std::string& out, size_t b) {
  const char c = static_cast<char>(b);
  if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
    out += c;
  } else {
    out += {'\\', 'x', kHex[b >> 4], kHex[b & 15]};
  }
}

Piece Translator::set(const CharSet& set) {
  const ByteSet bytes = alphabet_.bytes_of(set);
  Piece out;
  if (bytes.none()) {
    out.text = kNever;
    return out;
  }
  const bool one = bytes.count() == 1;
  if (!one) out.text += '[';
  for (size_t b = 0; b < 256; ++b) {
    if (!bytes[b]) continue;
    size_t last = b;
    while (last + 1 < 256 && bytes[last + 1]) ++last;
    append_byte(out.text, b);
    if (last > b) {
      out.text += '-';
      append_byte(out.text, last);
    }
    b = last;
  }
  if (!one) out.text += ']';
  return out;
}

Piece Translator::at(const Node* node) {
  switch (node->anchor) {
    case Anchor::Begin:
      return {"\\A"};
    case Anchor::BeginLine:
      return {"(?m:^)"};
    case Anchor::End:
    case Anchor::EndLine:
      return {"(?m:$)"};
    case Anchor::EndText:
      return {"\\z"};
    case Anchor::Word:
      return {"\\b"};
    default:
      return {purpose_ == Purpose::EmptyText ? kNever : "\\B"};
  }
}

Piece Translator::sequence(Piece a, const Piece& b) {
  a.text += b.text;
  a.product = std::max(a.product, b.product);
  return checked(std::move(a));
}

// Groups carry their number until the text is complete: finish() below.
Piece Translator::captured(Piece body, uint32_t group) {
  const std::string open = group == 0 ? "(?:" : "(#" + std::to_string(group) + ";";
  body.text = open + body.text + ")";
  return checked(std::move(body));
}

Piece Translator::repeat(const Piece& body, uint32_t min, uint32_t max, bool lazy) {
  const char* suffix = lazy ? "?" : "";
  const std::string unit = "(?:" + body.text + ")";
  if (max == 0) return {"(?:)"};
  if (max == kUnbounded && min <= 1) {
    return checked({unit + (min == 0 ? "*" : "+") + suffix, body.product});
  }
  if (min == 0 && max == 1) return checked({unit + "?" + suffix, body.product});
  const uint32_t most = kMostRepeats / body.product;  // of one counted repetition of this body
  Piece out;
  auto put = [&](uint32_t low, uint32_t high) {
    out.text += unit;
    if (low == high) {
      if (low > 1) out.text += "{" + std::to_string(low) + "}";
    } else {
      out.text += "{" + std::to_string(low) + "," + std::to_string(high) + "}" + suffix;
    }
    out.product = std::max(out.product, std::max<uint32_t>(high, 1) * body.product);
    if (out.text.size() > kMostPatternText) too_large_ = true;
  };
  if (max != kUnbounded && max <= most) {
    put(min, max);
    return checked(std::move(out));
  }
  for (uint32_t left = min; left > 0 && !too_large_;) {
    const uint32_t n = std::min(left, most);
    put(n, n);
    left -= n;
  }
  if (max == kUnbounded) {
    out.text += unit + "*" + suffix;
  } else {
    for (uint32_t left = max - min; left > 0 && !too_large_;) {
      const uint32_t n = std::min(left, most);
      put(0, n);
      left -= n;
    }
  }
  return checked(std::move(out));
}

Piece Translator::whole(const Node* node) {
  if (too_large_) return {};
  switch (node->op) {
    case Op::Set:
      return set(*node->set);
    case Op::At:
      return at(node);
    case Op::Concat: {
      Piece out;
      for (const Node* part : node->parts) {
        Piece next = whole(part);
        if (part->op == Op::Alternate) next = captured(std::move(next), 0);
        out.text += next.text;
        out.product = std::max(out.product, next.product);
        if (out.text.size() > kMostPatternText) too_large_ = true;
      }
      return checked(std::move(out));
    }
    case Op::Alternate: {
      Piece out;
      for (const Node* part : node->parts) {
        if (part != node->parts[0]) out.text += '|';
        Piece next = whole(part);
        out.text += next.text;
        out.product = std::max(out.product, next.product);
        if (out.text.size() > kMostPatternText) too_large_ = true;
      }
      return checked(std::move(out));
    }
    case Op::Repeat:
      return repeat(whole(node->parts[0]), node->min, node->max, node->lazy);
    case Op::Group:
      return captured(whole(node->parts[0]), node->group);
    default:
      return {};
  }
}

void Translator::add(std::vector<Choice>& out, Choice choice, Translator& t) {
  if (!out.empty() && !out.back().empty && !choice.empty) {
    Piece& last = out.back().piece;
    last.text = "(?:" + last.text + "|" + choice.piece.text + ")";
    last.product = std::max(last.product, choice.piece.product);
    last = t.checked(std::move(last));
    return;
  }
  // A second empty one only matters where the first has a condition.
  out.push_back(std::move(choice));
  if (out.size() > 64) t.too_large_ = true;
}

std::vector<Choice> Translator::split_sequence(const std::vector<Node*>& parts, size_t from) {
  if (too_large_) return {};
  if (from == parts.size()) return {{true, {}}};
  std::vector<Choice> out;
  std::vector<Choice> rest;
  Piece rest_whole;
  bool split_rest = false, whole_rest = false;
  for (Choice& first : split(parts[from])) {
    if (first.empty) {
      if (!split_rest) rest = split_sequence(parts, from + 1);
      split_rest = true;
      for (const Choice& then : rest) {
        add(out, {then.empty, sequence(first.piece, then.piece)}, *this);
      }
      continue;
    }
    if (!whole_rest) {
      for (size_t i = from + 1; i < parts.size(); ++i) {
        Piece next = whole(parts[i]);
        if (parts[i]->op == Op::Alternate) next = captured(std::move(next), 0);
        rest_whole = sequence(std::move(rest_whole), next);
      }
    }
    whole_rest = true;
    add(out, {false, sequence(first.piece, rest_whole)}, *this);
  }
  return out;
}

std::vector<Choice> Translator::split_repeat(const Node* node) {
  if (node->max == 0) return {{true, {}}};
  const std::vector<Choice> body = split(node->parts[0]);
  const bool nullable =
      std::any_of(body.begin(), body.end(), [](const Choice& c) { return c.empty; });
  const uint32_t min = node->min > 0 ? node->min - 1 : 0;
  const uint32_t max = node->max == kUnbounded ? kUnbounded : node->max - 1;
  const Piece rest = repeat(whole(node->parts[0]), nullable ? 0 : min, max, node->lazy);
  std::vector<Choice> out;
  if (node->min == 0 && node->lazy) add(out, {true, {}}, *this);
  for (const Choice& choice : body) {
    if (choice.empty) {
      add(out, {true, choice.piece}, *this);
    } else {
      add(out, {false, sequence(choice.piece, rest)}, *this);
    }
  }
  if (node->min == 0 && !node->lazy) add(out, {true, {}}, *this);
  return out;
}

std::vector<Choice> Translator::split(const Node* node) {
  if (too_large_) return {};
  switch (node->op) {
    case Op::Set:
      return {{false, set(*node->set)}};
    case Op::At:
      return {{true, at(node)}};
    case Op::Concat:
      return split_sequence(node->parts, 0);
    case Op::Alternate: {
      std::vector<Choice> out;
      for (const Node* part : node->parts) {
        for (Choice& choice : split(part)) add(out, std::move(choice), *this);
      }
      return out;
    }
    case Op::Repeat:
      return split_repeat(node);
    case Op::Group: {
      std::vector<Choice> out = split(node->parts[0]);
      for (Choice& choice : out) choice.piece = captured(std::move(choice.piece), node->group);
      return out;
    }
    default:
      return {{true, {}}};
  }
}

// Takes the numbers out of "(#12;" and notes them.
void finish(const std::string& text, Translation& out) {
  for (size_t i = 0; i < text.size(); ++i) {
    out.text += text[i];
    if (text[i] != '(' || i + 1 >= text.size() || text[i + 1] != '#') continue;
    uint32_t group = 0;
    for (i += 2; text[i] != ';'; ++i) group = group * 10 + static_cast<uint32_t>(text[i] - '0');
    out.groups.push_back(group);
  }
}

// How many nodes RE2 makes of the text before it knows how large a program that gives: it writes
// counted repetitions out, at about 160 bytes a node, and its budget does not count those.
constexpr uint64_t kMostNodes = 100'000;

uint64_t nodes_of(const std::string& text) {
  struct Level {
    uint64_t total = 0, last = 0;
    void add(uint64_t nodes) {
      total += last;
      last = nodes;
    }
  };
  std::vector<Level> levels(1);
  for (size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '(':
        levels.back().add(0);
        levels.emplace_back();
        break;
      case ')': {
        const Level closed = levels.back();
        if (levels.size() > 1) levels.pop_back();
        levels.back().last = closed.total + closed.last + 1;
        break;
      }
      case '{': {
        uint64_t most = 0, n = 0;
        for (++i; i < text.size() && text[i] != '}'; ++i) {
          n = text[i] == ',' ? 0 : n * 10 + static_cast<uint64_t>(text[i] - '0');
          most = std::max(most, n);
        }
        uint64_t& last = levels.back().last;
        last = std::min(last * (most + 1), kMostNodes * 2);  // at most 2000 levels: no overflow
        break;
      }
      case '[':
        i = std::min(text.find(']', i), text.size() - 1);
        levels.back().add(1);
        break;
      case '\\':
        i += i + 1 < text.size() && text[i + 1] == 'x' ? 3 : 1;
        levels.back().add(1);
        break;
      default:
        levels.back().add(1);
    }
  }
  return levels[0].total + levels[0].last;
}

bool is_too_large(const Translator& translator, const std::string& text) {
  return translator.too_large() || nodes_of(text) > kMostNodes;
}

}  // namespace

Translation translate(const Tree& tree, const Alphabet& alphabet, Purpose purpose) {
  Translator translator(alphabet, purpose);
  Translation out;
  if (purpose != Purpose::NotEmpty) {
    Piece whole = translator.whole(tree.root);
    finish(whole.text, out);
    out.too_large = is_too_large(translator, out.text);
    return out;
  }
  // What stands before the first empty alternative has failed already where an empty one matched.
  std::string text;
  bool seen_empty = false;
  out.never = true;
  for (const Choice& choice : translator.split(tree.root)) {
    seen_empty = seen_empty || choice.empty;
    if (choice.empty || !seen_empty) continue;
    if (!out.never) text += '|';
    text += choice.piece.text;
    out.never = false;
  }
  finish(text, out);
  out.too_large = is_too_large(translator, out.text);
  return out;
}

}  // namespace belljar::re
