// Text to values in one pass over the bytes, with CPython's errors and positions.
//
// Values under construction wait on a list, which is a root while hooks run; without hooks nothing
// calls back and nothing can be collected. Keys are shared through a small memo, as documents
// repeat them: a hit saves making and hashing the string.
#include <charconv>
#include <cmath>
#include <limits>

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "sdk/json/json.h"

namespace belljar::json {

namespace {

constexpr size_t kMemoSize = 64;

class Scanner {
 public:
  Scanner(Context& context, Str* text, const LoadOptions& options)
      : context_(context),
        options_(options),
        begin_(text->data()),
        end_(text->data() + text->size()),
        at_(begin_),
        roots_(context) {
    roots_[0] = Value::object(text);
  }

  Value document() {
    if (!charge_rest()) return Value::stopped();
    skip_blanks();
    BELLJAR_TRY(v, first());
    skip_blanks();
    if (at_ != end_) return error("Extra data", at_);
    return v;
  }

  Value scan(size_t start, size_t* end) {
    at_ = begin_ + start;
    if (!charge_rest()) return Value::stopped();
    BELLJAR_TRY(v, first());
    *end = static_cast<size_t>(at_ - begin_);
    return v;
  }

 private:
  Value first() {
    BELLJAR_TRY(pending, new_list(context_, nullptr, 0));
    roots_[1] = pending;
    pending_ = pending.as<List>();
    return value();
  }

  // Before anything is read: blanks are work, too.
  bool charge_rest() { return context_.charge_bytes(static_cast<uint64_t>(end_ - at_)); }

  void skip_blanks() {
    while (at_ < end_ && is_blank(*at_)) ++at_;
  }

  Value value() {
    if (at_ == end_) return no_value(at_);
    switch (*at_) {
      case '"': {
        ++at_;
        return string();
      }
      case '{': {
        DepthGuard guard(context_);
        if (!guard) return context_.depth_exceeded();
        ++at_;
        return object();
      }
      case '[': {
        DepthGuard guard(context_);
        if (!guard) return context_.depth_exceeded();
        ++at_;
        return array();
      }
      case 'n':
        return word("null") ? Value::none() : no_value(at_);
      case 't':
        return word("true") ? Value::boolean(true) : no_value(at_);
      case 'f':
        return word("false") ? Value::boolean(false) : no_value(at_);
      case 'N':
        return constant("NaN", std::numeric_limits<double>::quiet_NaN());
      case 'I':
        return constant("Infinity", std::numeric_limits<double>::infinity());
      case '-':
        if (end_ - at_ >= 9 && std::string_view(at_, 9) == "-Infinity") {
          return constant("-Infinity", -std::numeric_limits<double>::infinity());
        }
        return number();
      default:
        return number();
    }
  }

  bool word(std::string_view text) {
    if (static_cast<size_t>(end_ - at_) < text.size() ||
        std::string_view(at_, text.size()) != text) {
      return false;
    }
    at_ += text.size();
    return true;
  }

  Value constant(std::string_view text, double d) {
    if (!word(text)) return no_value(at_);
    if (options_.parse_constant.is_undefined()) return Value::real(d);
    BELLJAR_TRY(name, new_str(context_, text));
    return call(options_.parse_constant, name);
  }

  Value number() {
    const char* start = at_;
    const char* p = at_;
    if (p < end_ && *p == '-') ++p;
    if (p == end_ || *p < '0' || *p > '9') return no_value(start);
    if (*p == '0') {
      ++p;
    } else {
      while (p < end_ && *p >= '0' && *p <= '9') ++p;
    }
    const char* int_end = p;
    bool real = false;
    if (p + 1 < end_ && *p == '.' && p[1] >= '0' && p[1] <= '9') {
      real = true;
      p += 2;
      while (p < end_ && *p >= '0' && *p <= '9') ++p;
    }
    if (p < end_ && (*p == 'e' || *p == 'E')) {
      const char* q = p + 1;
      if (q < end_ && (*q == '+' || *q == '-')) ++q;
      if (q < end_ && *q >= '0' && *q <= '9') {
        while (q < end_ && *q >= '0' && *q <= '9') ++q;
        real = true;
        p = q;
      }
    }
    at_ = real ? p : int_end;
    std::string_view text(start, static_cast<size_t>(at_ - start));
    const Value& hook = real ? options_.parse_float : options_.parse_int;
    if (!hook.is_undefined()) {
      BELLJAR_TRY(digits, new_str(context_, text));
      return call(hook, digits);
    }
    if (!real) {
      int64_t i;
      auto [end, status] = std::from_chars(start, at_, i);
      if (status == std::errc() && end == at_) return Value::integer(i);
      return int_from_text(context_, text, 10);
    }
    double d = 0;
    auto [end, status] = std::from_chars(start, at_, d);
    if (status == std::errc() && end == at_) return Value::real(d);
    return float_from_text(context_, text);  // out of range: inf or 0
  }

  Value array() {
    uint32_t first = pending_->size;
    skip_blanks();
    if (at_ < end_ && *at_ == ']') {
      ++at_;
      return new_list(context_, nullptr, 0);
    }
    for (;;) {
      BELLJAR_TRY(item, value());
      BELLJAR_CHECK(list_append(context_, pending_, item));
      skip_blanks();
      if (at_ < end_ && *at_ == ',') {
        ++at_;
        skip_blanks();
        continue;
      }
      if (at_ < end_ && *at_ == ']') {
        ++at_;
        break;
      }
      return error("Expecting ',' delimiter", at_);
    }
    BELLJAR_TRY(list, new_list(context_, pending_->items + first, pending_->size - first));
    pending_->size = first;
    return list;
  }

  Value object() {
    bool pairs = !options_.object_pairs_hook.is_undefined();
    BELLJAR_TRY(made, pairs ? new_list(context_, nullptr, 0) : new_dict(context_));
    BELLJAR_CHECK(list_append(context_, pending_, made));
    skip_blanks();
    if (at_ < end_ && *at_ == '}') {
      ++at_;
    } else {
      if (at_ == end_ || *at_ != '"') {
        return error("Expecting property name enclosed in double quotes", at_);
      }
      for (;;) {
        ++at_;
        BELLJAR_TRY(name, key());
        BELLJAR_CHECK(list_append(context_, pending_, name));
        skip_blanks();
        if (at_ == end_ || *at_ != ':') return error("Expecting ':' delimiter", at_);
        ++at_;
        skip_blanks();
        BELLJAR_TRY(item, value());
        --pending_->size;
        if (pairs) {
          Value row[] = {name, item};
          BELLJAR_TRY(tuple, new_tuple(context_, row, 2));
          BELLJAR_CHECK(list_append(context_, made.as<List>(), tuple));
        } else {
          BELLJAR_CHECK(dict_set_str(context_, made.as<Dict>(), name.as<Str>(), item));
        }
        skip_blanks();
        if (at_ < end_ && *at_ == ',') {
          ++at_;
          skip_blanks();
          if (at_ < end_ && *at_ == '"') continue;
          return error("Expecting property name enclosed in double quotes", at_);
        }
        if (at_ < end_ && *at_ == '}') {
          ++at_;
          break;
        }
        return error("Expecting ',' delimiter", at_);
      }
    }
    --pending_->size;
    if (pairs) return call(options_.object_pairs_hook, made);
    if (!options_.object_hook.is_undefined()) return call(options_.object_hook, made);
    return made;
  }

  // A member's name: behind its opening quote.
  Value key() {
    const char* p = at_;
    while (p < end_ && p - at_ < 32 && *p != '"' && *p != '\\' &&
           static_cast<unsigned char>(*p) >= 0x20) {
      ++p;
    }
    if (p == end_ || *p != '"') return string();
    std::string_view text(at_, static_cast<size_t>(p - at_));
    uint32_t hash = static_cast<uint32_t>(text.size()) * 31;
    if (!text.empty()) {
      hash += static_cast<unsigned char>(text.front()) * 7u +
              static_cast<unsigned char>(text.back()) * 131u +
              static_cast<unsigned char>(text[text.size() / 2]) * 17u;
    }
    Str*& known = memo_[hash % kMemoSize];
    at_ = p + 1;
    if (known && known->view() == text) return Value::object(known);
    BELLJAR_TRY(made, new_str(context_, text));
    known = made.as<Str>();
    return made;
  }

  // Behind the opening quote; passes the closing one.
  Value string() {
    const char* start = at_;
    const char* p = at_;
    while (p < end_ && *p != '"' && *p != '\\' && static_cast<unsigned char>(*p) >= 0x20) ++p;
    if (p < end_ && *p == '"') {
      at_ = p + 1;
      return new_str(context_, {start, static_cast<size_t>(p - start)});
    }
    StrBuilder out(context_);
    for (;;) {
      out.append({at_, static_cast<size_t>(p - at_)});
      at_ = p;
      if (at_ == end_) return error("Unterminated string starting at", start - 1);
      if (*at_ == '"') {
        ++at_;
        return out.finish();
      }
      if (*at_ != '\\') {
        if (options_.strict) return error("Invalid control character at", at_);
        out.append(*at_++);
      } else {
        BELLJAR_CHECK(escape(out, start));
      }
      p = at_;
      while (p < end_ && *p != '"' && *p != '\\' && static_cast<unsigned char>(*p) >= 0x20) ++p;
    }
  }

  bool characters_left(size_t count) const {
    for (const char* p = at_; p < end_; ++p) {
      if ((static_cast<unsigned char>(*p) & 0xc0) != 0x80 && count-- == 1) return true;
    }
    return false;
  }

  bool hex4(const char* p, uint32_t* unit) const {
    if (end_ - p < 5) return false;
    uint32_t u = 0;
    for (int i = 0; i < 4; ++i) {
      char c = p[i];
      uint32_t digit;
      if (c >= '0' && c <= '9') {
        digit = static_cast<uint32_t>(c - '0');
      } else if ((c | 32) >= 'a' && (c | 32) <= 'f') {
        digit = static_cast<uint32_t>((c | 32) - 'a' + 10);
      } else {
        return false;
      }
      u = u << 4 | digit;
    }
    *unit = u;
    return true;
  }

  Value escape(StrBuilder& out, const char* start) {
    const char* slash = at_++;
    if (at_ == end_) return error("Unterminated string starting at", start - 1);
    char c = *at_++;
    switch (c) {
      case '"':
      case '\\':
      case '/':
        out.append(c);
        return Value::none();
      case 'b':
        out.append('\b');
        return Value::none();
      case 'f':
        out.append('\f');
        return Value::none();
      case 'n':
        out.append('\n');
        return Value::none();
      case 'r':
        out.append('\r');
        return Value::none();
      case 't':
        out.append('\t');
        return Value::none();
      case 'u':
        break;
      default:
        return error("Invalid \\escape", slash);
    }
    // As CPython, which looks at four characters only where a fifth follows (six and a seventh).
    uint32_t unit;
    if (!hex4(at_, &unit)) return error("Invalid \\uXXXX escape", at_ - 1);
    at_ += 4;
    if (unit >= 0xd800 && unit < 0xdc00 && characters_left(7) && at_[0] == '\\' && at_[1] == 'u') {
      uint32_t low;
      if (!hex4(at_ + 2, &low)) return error("Invalid \\uXXXX escape", at_ + 1);
      if (low >= 0xdc00 && low < 0xe000) {
        unit = 0x10000 + ((unit - 0xd800) << 10 | (low - 0xdc00));
        at_ += 6;
      }
    }
    out.append_code_point(unit);
    return Value::none();
  }

  Value call(const Value& hook, Value argument) {
    Value result = context_.invoke(hook, {argument});
    for (Str*& known : memo_) known = nullptr;  // a collection may have taken them
    return result;
  }

  Value error(std::string_view message, const char* where) {
    return raise_decode_error(context_, options_.decode_error, message, roots_[0].as<Str>(),
                              static_cast<size_t>(where - begin_));
  }
  // What no value begins with is a StopIteration in CPython's scanner, whose context stays.
  Value no_value(const char* where) {
    Value raised = error("Expecting value", where);
    if (!raised.is(Kind::Raised)) return raised;
    Roots<1> roots(context_);
    roots[0] = context_.take_pending();
    const Str* text = roots_[0].as<Str>();
    const Value position =
        Value::integer(str_index_of_offset(text, static_cast<uint32_t>(where - begin_)));
    BELLJAR_TRY(stop, new_exception(context_, context_.realm().exception(Exc::StopIteration),
                                    &position, 1));
    Exception* e = roots[0].as<Exception>();
    e->context = stop;
    e->suppress_context = true;
    return context_.raise_value(roots[0]);
  }

  Context& context_;
  const LoadOptions& options_;
  const char* begin_;
  const char* end_;
  const char* at_;
  List* pending_ = nullptr;
  Str* memo_[kMemoSize] = {};
  Roots<2> roots_;
};

}  // namespace

Value load(Context& context, Str* text, const LoadOptions& options) {
  Scanner scanner(context, text, options);
  return scanner.document();
}

Value scan(Context& context, Str* text, size_t start, const LoadOptions& options, size_t* end) {
  Scanner scanner(context, text, options);
  return scanner.scan(start, end);
}

}  // namespace belljar::json
