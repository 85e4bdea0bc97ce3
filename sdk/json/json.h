// The json module's two halves, usable from C++ as well: text to values and back.
#pragma once

#include <string_view>

#include "runtime/context.h"
#include "runtime/str.h"

namespace belljar {

class RealmBuilder;

namespace json {

// --- reading -------------------------------------------------------------------------------------

// A decoder's hooks; Undefined: none. With hooks the scanner calls back into the program.
struct LoadOptions {
  bool strict = true;
  Value object_hook;
  Value object_pairs_hook;
  Value parse_float;
  Value parse_int;
  Value parse_constant;
  Class* decode_error = nullptr;  // JSONDecodeError, or a class derived from it
};
// The value of a whole document.
Value load(Context& context, Str* text, const LoadOptions& options);
// One value at a byte offset; `end`: where it ended.
Value scan(Context& context, Str* text, size_t start, const LoadOptions& options, size_t* end);
// bytes.decode(detect_encoding(bytes), "surrogatepass").
Value decode_document(Context& context, std::string_view bytes);
inline bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// JSONDecodeError(message, text, position), position in bytes.
Value raise_decode_error(Context& context, Class* type, std::string_view message, Str* text,
                         size_t position);

// --- writing -------------------------------------------------------------------------------------

struct DumpOptions {
  bool skip_keys = false;
  bool ensure_ascii = true;
  bool check_circular = true;
  bool allow_nan = true;
  bool sort_keys = false;
  Value default_hook;  // Undefined: none
  bool indented = false;
  std::string_view indent;  // one level
  std::string_view item_separator = ", ";
  std::string_view key_separator = ": ";
};
Value dump(Context& context, Value value, const DumpOptions& options);
// json.dumps(value, default=hook, **keywords).
Value dump_with(Context& context, Value value, Value hook, Dict* keywords);

// What the writers share. CPython has one in C and one in Python, which writes indented and
// piecewise results and words one error otherwise (`in_python`).
bool is_scalar(Value payload);
// null, true, a number, a string.
Value write_scalar(StrBuilder& out, Value payload, bool ensure_ascii, bool allow_nan,
                   bool in_python);
// A member's name; Undefined: a key that is to be skipped.
Value write_key(StrBuilder& out, Value key, const DumpOptions& options, bool in_python);
// The pairs of a dict as a list of tuples, sorted or not; asks items() where a program wrote one.
Value items_of(Context& context, Value dict, bool sorted, bool in_python);
// The two halves of a pair, which a program's items() may have made.
Value unpack_item(Context& context, Value pair, Value* key, Value* value, bool in_python);
Value not_serializable(Context& context, Value object);

// The texts that JSONEncoder.iterencode yields, one after the other: an iterator. `indent` is a str
// or Undefined, the separators are strs.
struct ChunkOptions {
  DumpOptions flags;
  Value indent, item_separator, key_separator;
};
Value new_chunks(Context& context, Value value, const ChunkOptions& options);
// The next text, Undefined when there is none left.
Value next_chunk(Context& context, Value chunks);

// object.name of encoders, decoders and their files.
Value get_named(Context& context, Value object, std::string_view name);
Value set_named(Context& context, Value object, std::string_view name, Value v);

struct Modules {
  Module* json;
  Module* decoder;
  Module* encoder;
};
void install_decode_error(RealmBuilder& b, const Modules& modules);
void install_decoder(RealmBuilder& b, const Modules& modules);
void install_encoder(RealmBuilder& b, const Modules& modules);
void install_chunks(RealmBuilder& b);

}  // namespace json
}  // namespace belljar
