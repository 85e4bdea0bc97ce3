// What the reader and the writers of printf-style directives share. Internal to percent.cc and
// percent_write.cc.
#pragma once

#include "runtime/context.h"
#include "runtime/str.h"

namespace belljar {

struct Directive {
  bool left = false, plus = false, blank = false, alternate = false, zero = false;
  int64_t width = -1;
  int64_t precision = -1;
  uint32_t type = 0;
  size_t type_at = 0;  // offset in the format
};

// Where the values come from: the items of a tuple, one value, or what a key has looked up.
struct Source {
  Value arguments;
  Value mapping;  // Undefined if the arguments are no mapping
  Value keyed;    // the value of the last (key), until it is used
  bool is_keyed = false;
  bool keyed_used = false;
  size_t next = 0;
};

struct Percent {
  Context& context;
  StrBuilder& out;
  std::string_view format;
  bool bytes;  // the format is bytes: so are keys and values, and a width counts bytes
  size_t at = 0;
  Source source;
  Roots<2> roots;  // the keyed value, the one being written
};

// Writes the next value as the directive says.
Value write_directive(Percent& p, const Directive& d);
// The next value: what a key has looked up, or one of the arguments.
Value next_percent_value(Percent& p);

}  // namespace belljar
