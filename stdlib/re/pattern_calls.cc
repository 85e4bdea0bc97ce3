// Matching once, all, in turn; splitting and replacing. All loops go on behind an empty match with
// one that is not empty at the same place (find's must_advance), as CPython does since 3.7.
#include "stdlib/re/pattern_calls.h"

#include "builtins/text_arguments.h"
#include "runtime/class.h"
#include "runtime/iterator.h"
#include "runtime/list.h"

namespace belljar::re {

Value match_once(Context& context, Pattern* pattern, Value string, Value pos, Value endpos,
                 Where where) {
  Subject subject;
  int64_t begin, end;
  BELLJAR_CHECK(open_subject(context, pattern, string, &subject));
  BELLJAR_CHECK(open_range(context, subject, pos, endpos, &begin, &end));
  Spans spans;
  BELLJAR_TRY(found, find(context, pattern, subject, begin, end, where, false, spans));
  if (!found.as_bool()) return Value::none();
  return new_match(context, pattern, subject, begin, end, spans);
}

namespace {

Value group_or_empty(Context& context, const Subject& subject, const Spans& spans, size_t group) {
  const bool set = spans.begin(group) >= 0;
  return slice_subject(context, subject, set ? spans.begin(group) : 0, set ? spans.end(group) : 0);
}

// What findall gives for one match.
Value found_item(Context& context, const Subject& subject, const Spans& spans, uint32_t groups) {
  if (groups <= 1) return group_or_empty(context, subject, spans, groups);
  BELLJAR_TRY(row, new_list_reserved(context, groups));
  for (uint32_t g = 1; g <= groups; ++g) {
    BELLJAR_TRY(text, group_or_empty(context, subject, spans, g));
    BELLJAR_CHECK(list_append(context, row.as<List>(), text));
  }
  return new_tuple(context, row.as<List>()->items, groups);
}

// Position in a text between two matches.
struct Cursor {
  int64_t at, end;
  bool must_advance = false;
  void pass(const Spans& spans) {
    at = spans.end();
    must_advance = spans.begin() == spans.end();
  }
};

}  // namespace

Value find_all(Context& context, Pattern* pattern, Value string, Value pos, Value endpos) {
  Subject subject;
  int64_t begin, end;
  BELLJAR_CHECK(open_subject(context, pattern, string, &subject));
  BELLJAR_CHECK(open_range(context, subject, pos, endpos, &begin, &end));
  BELLJAR_TRY(out, new_list(context, nullptr, 0));
  Cursor cursor{begin, end};
  Spans spans;
  for (;;) {
    BELLJAR_TRY(found, find(context, pattern, subject, cursor.at, cursor.end, Where::Anywhere,
                            cursor.must_advance, spans));
    if (!found.as_bool()) return out;
    BELLJAR_TRY(item, found_item(context, subject, spans, pattern->program->groups()));
    BELLJAR_CHECK(list_append(context, out.as<List>(), item));
    cursor.pass(spans);
  }
}

Value split(Context& context, Pattern* pattern, Value string, Value maxsplit) {
  int64_t most;
  BELLJAR_CHECK(size_argument(context, maxsplit, &most));
  Subject subject;
  BELLJAR_CHECK(open_subject(context, pattern, string, &subject));
  BELLJAR_TRY(out, new_list(context, nullptr, 0));
  List* list = out.as<List>();
  Cursor cursor{0, subject.length};
  int64_t last = 0;
  Spans spans;
  for (int64_t n = 0; most == 0 || n < most; ++n) {
    BELLJAR_TRY(found, find(context, pattern, subject, cursor.at, cursor.end, Where::Anywhere,
                            cursor.must_advance, spans));
    if (!found.as_bool()) break;
    BELLJAR_TRY(piece, slice_subject(context, subject, last, spans.begin()));
    BELLJAR_CHECK(list_append(context, list, piece));
    for (uint32_t g = 1; g <= pattern->program->groups(); ++g) {
      Value text = Value::none();
      if (spans.begin(g) >= 0) {
        text = slice_subject(context, subject, spans.begin(g), spans.end(g));
        if (text.is_abrupt()) return text;
      }
      BELLJAR_CHECK(list_append(context, list, text));
    }
    last = spans.end();
    cursor.pass(spans);
  }
  BELLJAR_TRY(rest, slice_subject(context, subject, last, subject.length));
  BELLJAR_CHECK(list_append(context, list, rest));
  return out;
}

Value substitute(Context& context, Pattern* pattern, Value repl, Value string, Value count,
                 bool counted) {
  int64_t most;
  BELLJAR_CHECK(size_argument(context, count, &most));
  Roots<2> roots(context);
  std::vector<TemplatePart> parts;
  const bool calls = is_callable(context, repl);
  Value literal = Value::undefined();
  BELLJAR_TRY(keep, new_list(context, nullptr, 0));
  roots[0] = keep;
  if (!calls) {
    const Value plain = payload(repl);
    const std::string_view view = plain.is_str()         ? plain.as<Str>()->view()
                                  : is_bytes_like(plain) ? bytes_view(plain)
                                                         : std::string_view("\\");
    if (view.find('\\') == std::string_view::npos) {
      literal = repl;
    } else {
      BELLJAR_CHECK(parse_template(context, pattern, repl, parts, keep.as<List>()));
      if (parts.size() == 1) literal = parts[0].text;
    }
  }
  Subject subject;
  BELLJAR_CHECK(open_subject(context, pattern, string, &subject));
  BELLJAR_TRY(made, new_list(context, nullptr, 0));
  roots[1] = made;
  List* pieces = made.as<List>();
  Cursor cursor{0, subject.length};
  int64_t last = 0, n = 0;
  Spans spans;
  for (; most == 0 || n < most; ++n) {
    BELLJAR_TRY(found, find(context, pattern, subject, cursor.at, cursor.end, Where::Anywhere,
                            cursor.must_advance, spans));
    if (!found.as_bool()) break;
    if (last < spans.begin()) {
      BELLJAR_TRY(piece, slice_subject(context, subject, last, spans.begin()));
      BELLJAR_CHECK(list_append(context, pieces, piece));
    }
    Value item = literal;
    if (calls) {
      BELLJAR_TRY(match, new_match(context, pattern, subject, 0, subject.length, spans));
      item = context.invoke(repl, {match});
    } else if (item.is_undefined()) {
      item = expand_template(context, subject, spans, parts);
    }
    if (item.is_abrupt()) return item;
    if (!item.is_none()) BELLJAR_CHECK(list_append(context, pieces, item));
    last = spans.end();
    cursor.pass(spans);
  }
  if (last < subject.length) {
    BELLJAR_TRY(rest, slice_subject(context, subject, last, subject.length));
    BELLJAR_CHECK(list_append(context, pieces, rest));
  }
  BELLJAR_TRY(text, join_pieces(context, !subject.plain.is_str(), pieces));
  if (!counted) return text;
  Value pair[] = {text, Value::integer(n)};
  return new_tuple(context, pair, 2);
}

Value scan(Context& context, Scanner* scanner, Where where) {
  if (scanner->finished) return Value::none();
  Subject subject;
  BELLJAR_CHECK(open_subject(context, scanner->pattern, scanner->string, &subject));
  Spans spans;
  BELLJAR_TRY(found, find(context, scanner->pattern, subject, scanner->at, scanner->endpos, where,
                          scanner->must_advance, spans));
  if (!found.as_bool()) {
    scanner->finished = true;
    return Value::none();
  }
  scanner->at = spans.end();
  scanner->must_advance = spans.begin() == spans.end();
  return new_match(context, scanner->pattern, subject, scanner->pos, scanner->endpos, spans);
}

Value find_iter(Context& context, Pattern* pattern, Value string, Value pos, Value endpos) {
  Subject subject;
  int64_t begin, end;
  BELLJAR_CHECK(open_subject(context, pattern, string, &subject));
  BELLJAR_CHECK(open_range(context, subject, pos, endpos, &begin, &end));
  Class* cls = class_for(context, ReClass::Scanner);
  Scanner* scanner = context.heap().make<Scanner>(Kind::NativeObject);
  scanner->cls = cls;
  scanner->pattern = pattern;
  scanner->string = string;
  scanner->pos = begin;
  scanner->endpos = end;
  scanner->at = begin;
  scanner->must_advance = false;
  scanner->finished = false;
  // CPython's own finditer is iter(scanner.search, None) too.
  BELLJAR_TRY(name, new_str(context, "search"));
  Value search =
      bind_method(context, class_lookup(context, cls, name.as<Str>()), Value::object(scanner));
  Iterator* it = new_iterator(context, IterKind::CallUntil, search);
  it->function = search;
  it->extra = Value::none();
  return Value::object(Kind::Iterator, it);
}

}  // namespace belljar::re
