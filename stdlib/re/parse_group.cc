// Groups and everything else that begins with "(".
#include "runtime/str.h"
#include "runtime/unicode.h"
#include "stdlib/re/parser.h"

namespace belljar::re {

namespace {

uint32_t flag_of(const Token& t) {
  if (t.size != 1) return 0;
  switch (t.first) {
    case 'i':
      return kIgnoreCase;
    case 'L':
      return kLocale;
    case 'm':
      return kMultiline;
    case 's':
      return kDotAll;
    case 'x':
      return kVerbose;
    case 'a':
      return kAscii;
    case 't':
      return kTemplate;
    case 'u':
      return kUnicode;
    default:
      return 0;
  }
}
constexpr uint32_t kTypes = kAscii | kLocale | kUnicode;
constexpr uint32_t kGlobal = kDebug | kTemplate;

bool is_alphabetic(const Token& t) { return t.size == 1 && is_alpha(t.first); }

std::string quoted(const std::vector<uint32_t>& name) { return str_repr(utf8_of(name)); }
int64_t size_of(const std::vector<uint32_t>& name) { return static_cast<int64_t>(name.size()); }

}  // namespace

bool Parser::open_group(const std::vector<uint32_t>& name, uint32_t* number) {
  *number = ++tree_.groups;
  closed_.push_back(false);
  tree_.parents.push_back(open_);
  if (name.empty()) return true;
  auto [at, fresh] = numbers_.emplace(name, *number);
  if (!fresh) {
    return tokens_.error("redefinition of group name " + quoted(name) + " as group " +
                             std::to_string(*number) + "; was group " + std::to_string(at->second),
                         size_of(name) + 1);
  }
  tree_.names.emplace_back(utf8_of(name), *number);
  return true;
}

bool Parser::check_open(int64_t number, int64_t back) {
  const bool closed = number <= tree_.groups && closed_[static_cast<size_t>(number)];
  if (!closed) return tokens_.error("cannot refer to an open group", back);
  if (lookbehind_groups_ >= 0 && number >= lookbehind_groups_) {
    return tokens_.error("cannot refer to group defined in the same lookbehind subpattern");
  }
  return true;
}

bool Parser::group(uint32_t scope, bool& verbose, int nested, bool may_set_flags, Item& item) {
  const int64_t start = tokens_.tell() - 1;
  bool capture = true, done = false, inner_verbose = verbose;
  std::vector<uint32_t> name;
  if (tokens_.match('?')) {
    if (!extension(scope, inner_verbose, nested, may_set_flags, item, start, capture, name, done)) {
      return false;
    }
    if (done) {
      // Global flags change how the rest of this sequence is read.
      if (!item.node) verbose = inner_verbose;
      return true;
    }
  }
  uint32_t number = 0;
  if (capture && !open_group(name, &number)) return false;
  const uint32_t around = open_;
  if (number > 0) open_ = number;
  Node* body = alternation(scope, inner_verbose, nested + 1);
  open_ = around;
  if (tokens_.failed()) return false;
  if (!tokens_.match(')')) {
    return tokens_.error("missing ), unterminated subpattern", tokens_.tell() - start);
  }
  if (number > 0) closed_[number] = true;
  Node* node = make(Op::Group);
  node->group = number;
  node->parts = {body};
  item.node = node;
  return !tokens_.failed();
}

// What follows "(?". *done: it was complete in itself.
bool Parser::extension(uint32_t& scope, bool& verbose, int nested, bool may_set_flags, Item& item,
                       int64_t start, bool& capture, std::vector<uint32_t>& name, bool& done) {
  Token t = tokens_.get();
  if (tokens_.failed()) return false;
  if (t.at_end()) return tokens_.error("unexpected end of pattern");
  if (t.is('P')) {
    if (tokens_.match('<')) {
      if (!tokens_.get_until('>', "group name", name)) return false;
      if (is_identifier(name)) return true;
      return tokens_.error("bad character in group name " + quoted(name), size_of(name) + 1);
    }
    if (tokens_.match('=')) {
      done = true;
      return named_reference(item);
    }
    Token other = tokens_.get();
    if (tokens_.failed()) return false;
    if (other.at_end()) return tokens_.error("unexpected end of pattern");
    return tokens_.error("unknown extension ?P" + token_text(other), other.size + 2);
  }
  if (t.is(':')) {
    capture = false;
    return true;
  }
  if (t.is('#')) {
    done = true;
    for (;;) {
      if (tokens_.failed()) return false;
      if (tokens_.next().at_end()) {
        return tokens_.error("missing ), unterminated comment", tokens_.tell() - start);
      }
      if (tokens_.get().is(')')) return !tokens_.failed();
    }
  }
  if (t.is('=') || t.is('!') || t.is('<')) {
    done = true;
    return lookaround(scope, verbose, nested, t, start, item);
  }
  if (t.is('(')) {
    done = true;
    return conditional(scope, verbose, nested, start, item);
  }
  if (t.is('>')) {
    capture = false;
    refuse("atomic groups are not supported: RE2 never backtracks", start);
    return true;
  }
  if (flag_of(t) || t.is('-')) {
    uint32_t add = 0, del = 0;
    bool global = false;
    if (!inline_flags(t, &add, &del, &global)) return false;
    if (global) {
      if (!may_set_flags) {
        return tokens_.error("global flags not at the start of the expression",
                             tokens_.tell() - start);
      }
      verbose = tree_.flags & kVerbose;
      done = true;
      return true;
    }
    capture = false;
    if (add & kTypes) scope &= ~kTypes;
    scope = (scope | add) & ~del;
    verbose = (verbose || (add & kVerbose)) && !(del & kVerbose);
    return true;
  }
  return tokens_.error("unknown extension ?" + token_text(t), t.size + 1);
}

bool Parser::named_reference(Item& item) {
  std::vector<uint32_t> name;
  if (!tokens_.get_until(')', "group name", name)) return false;
  const int64_t back = size_of(name) + 1;
  if (!is_identifier(name)) {
    return tokens_.error("bad character in group name " + quoted(name), back);
  }
  auto at = numbers_.find(name);
  if (at == numbers_.end()) return tokens_.error("unknown group name " + quoted(name), back);
  if (!check_open(at->second, back)) return false;
  item.node = refuse("backreferences are not supported: RE2 matches in linear time",
                     tokens_.tell() - back - 4);
  return true;
}

bool Parser::lookaround(uint32_t scope, bool verbose, int nested, Token t, int64_t start,
                        Item& item) {
  bool behind = false;
  const int64_t outer = lookbehind_groups_;
  if (t.is('<')) {
    t = tokens_.get();
    if (tokens_.failed()) return false;
    if (t.at_end()) return tokens_.error("unexpected end of pattern");
    if (!t.is('=') && !t.is('!')) {
      return tokens_.error("unknown extension ?<" + token_text(t), t.size + 2);
    }
    behind = true;
    if (outer < 0) lookbehind_groups_ = tree_.groups + 1;
  }
  alternation(scope, verbose, nested + 1);
  if (tokens_.failed()) return false;
  lookbehind_groups_ = outer;
  if (!tokens_.match(')')) {
    return tokens_.error("missing ), unterminated subpattern", tokens_.tell() - start);
  }
  item.node = refuse(behind ? "lookbehind is not supported: RE2 matches in linear time"
                            : "lookahead is not supported: RE2 matches in linear time",
                     start);
  return !tokens_.failed();
}

bool Parser::conditional(uint32_t scope, bool verbose, int nested, int64_t start, Item& item) {
  std::vector<uint32_t> name;
  if (!tokens_.get_until(')', "group name", name)) return false;
  const int64_t back = size_of(name) + 1;
  int64_t number;
  if (is_identifier(name)) {
    auto at = numbers_.find(name);
    if (at == numbers_.end()) return tokens_.error("unknown group name " + quoted(name), back);
    number = at->second;
  } else {
    number = group_number(name);
    if (number < 0) return tokens_.error("bad character in group name " + quoted(name), back);
    if (number == 0) return tokens_.error("bad group number", back);
    if (number >= kMaxGroups) {
      return tokens_.error("invalid group reference " + std::to_string(number), back);
    }
    if (conditions_.emplace(number, tokens_.tell() - back).second) {
      condition_order_.push_back(number);
    }
  }
  if (lookbehind_groups_ >= 0 && !check_open(number, 0)) return false;
  sequence(scope, verbose, nested + 1, false);
  if (tokens_.failed()) return false;
  if (tokens_.match('|')) {
    sequence(scope, verbose, nested + 1, false);
    if (tokens_.failed()) return false;
    if (tokens_.next_is('|')) {
      return tokens_.error("conditional backref with more than two branches");
    }
  }
  if (!tokens_.match(')')) {
    return tokens_.error("missing ), unterminated subpattern", tokens_.tell() - start);
  }
  item.node = refuse("conditional groups are not supported: RE2 matches in linear time", start);
  return !tokens_.failed();
}

bool Parser::inline_flags(Token t, uint32_t* add, uint32_t* del, bool* global) {
  if (!t.is('-')) {
    for (;;) {
      const uint32_t flag = flag_of(t);
      if (!tokens_.bytes() && t.is('L')) {
        return tokens_.error("bad inline flags: cannot use 'L' flag with a str pattern");
      }
      if (tokens_.bytes() && t.is('u')) {
        return tokens_.error("bad inline flags: cannot use 'u' flag with a bytes pattern");
      }
      *add |= flag;
      if ((flag & kTypes) && (*add & kTypes) != flag) {
        return tokens_.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
      }
      t = tokens_.get();
      if (tokens_.failed()) return false;
      if (t.at_end()) return tokens_.error("missing -, : or )");
      if (t.is(')') || t.is('-') || t.is(':')) break;
      if (!flag_of(t)) {
        return tokens_.error(is_alphabetic(t) ? "unknown flag" : "missing -, : or )", t.size);
      }
    }
  }
  if (t.is(')')) {
    tree_.flags |= *add;
    *global = true;
    return true;
  }
  if (*add & kGlobal) {
    return tokens_.error("bad inline flags: cannot turn on global flag", 1);
  }
  if (t.is('-')) {
    t = tokens_.get();
    if (tokens_.failed()) return false;
    if (t.at_end()) return tokens_.error("missing flag");
    if (!flag_of(t)) {
      return tokens_.error(is_alphabetic(t) ? "unknown flag" : "missing flag", t.size);
    }
    for (;;) {
      const uint32_t flag = flag_of(t);
      if (flag & kTypes) {
        return tokens_.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
      }
      *del |= flag;
      t = tokens_.get();
      if (tokens_.failed()) return false;
      if (t.at_end()) return tokens_.error("missing :");
      if (t.is(':')) break;
      if (!flag_of(t)) {
        return tokens_.error(is_alphabetic(t) ? "unknown flag" : "missing :", t.size);
      }
    }
  }
  if (*del & kGlobal) return tokens_.error("bad inline flags: cannot turn off global flag", 1);
  if (*add & *del) return tokens_.error("bad inline flags: flag turned on and off", 1);
  return true;
}

}  // namespace belljar::re
