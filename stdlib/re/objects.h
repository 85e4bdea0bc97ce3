// The objects of the re module, and how its files make and use them.
#pragma once

#include <string>

#include "runtime/bytes.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/context.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "stdlib/re/program.h"

namespace belljar::re {

// The classes of the module, by the numbers under which the realm has them: the last of its table.
enum class ReClass : uint8_t { Pattern = kExtensionMax - 5, Match, Scanner, Error, Flags };
inline Class* class_for(const Context& context, ReClass which) {
  return context.realm().extensions[static_cast<int>(which)];
}

struct Pattern : NativeObject {
  Program* program;  // owned
  size_t charged;    // bytes of it that the heap counts
  Value text;        // Str or Bytes
  // The text that was matched last, and how it is spelt: programs match the same text many times.
  Value subject;  // Str or Bytes, or Undefined
  Spelling spelling;
  char* symbols;  // a heap buffer of `symbol_bytes`, or null
  size_t symbol_bytes;

  bool bytes() const { return text.is(Kind::Bytes); }
};

struct Match : NativeObject {
  Pattern* pattern;
  Value string;
  int64_t pos, endpos;
  uint32_t groups;  // without group 0
  uint32_t last;    // the group that was closed last, or 0
  int64_t spans[2];

  bool took_part(size_t group) const { return spans[group * 2] >= 0; }
};

// What is between two calls of an iteration over matches.
struct Scanner : NativeObject {
  Pattern* pattern;
  Value string;
  int64_t pos, endpos;
  int64_t at;
  bool must_advance;  // the last match was empty: the next one may not be so at the same place
  bool finished;
};

inline bool is_pattern(const Context& context, Value v) {
  return v.is(Kind::NativeObject) &&
         v.as<NativeObject>()->cls == class_for(context, ReClass::Pattern);
}

// A text to be searched, of the pattern's type.
struct Subject {
  Value original;
  Value plain;  // Str, Bytes or ByteArray
  int64_t length = 0;
};
Value open_subject(Context& context, const Pattern* pattern, Value string, Subject* subject);
// pos and endpos as CPython takes them: cut to the text. May call back.
Value open_range(Context& context, const Subject& subject, Value pos, Value endpos, int64_t* begin,
                 int64_t* end);
// Bool: found, in `spans`. `must_advance`: not an empty match at `at`.
Value find(Context& context, Pattern* pattern, const Subject& subject, int64_t at, int64_t end,
           Where where, bool must_advance, Spans& spans);
// subject[begin:end] as str or bytes.
Value slice_subject(Context& context, const Subject& subject, int64_t begin, int64_t end);

Value new_pattern(Context& context, Value text, uint32_t flags);
Value new_match(Context& context, Pattern* pattern, const Subject& subject, int64_t pos,
                int64_t endpos, const Spans& spans);
// A str or bytes or instance of a subclass; false: none.
bool is_text(Value v);

// re.compile: also of a Pattern; through the cache of the evaluation.
Value compile(Context& context, Value pattern, Value flags);

// re.error(message, pattern, position); position -1: none.
Value raise_error(Context& context, std::string_view message, Value pattern, int64_t position);
Value raise_fault(Context& context, const Fault& fault, Value pattern);
Source source_of(Value text);

// A replacement: text and groups in turn.
struct TemplatePart {
  Value text;  // Undefined: a group
  uint32_t group = 0;
};
// `parts` are not rooted: literals are kept in `keep`, a List.
Value parse_template(Context& context, const Pattern* pattern, Value source,
                     std::vector<TemplatePart>& parts, List* keep);
// The replacement for one match.
Value expand_template(Context& context, const Subject& subject, const Spans& spans,
                      const std::vector<TemplatePart>& parts);

// RegexFlag.
Value new_flags(Context& context, int64_t value);
std::string flags_repr(int64_t value);
// Joins strs or bytes as b"".join does: TypeError about an element of another type.
Value join_pieces(Context& context, bool bytes, const List* pieces);

void install_pattern(RealmBuilder&, Module*);
void install_match(RealmBuilder&, Module*);
void install_error(RealmBuilder&, Module*);
void install_flags(RealmBuilder&, Module*);

}  // namespace belljar::re
