// The dumper: a stack of things still to be written instead of recursion, so any depth is fine.
#include "ast/dump_json.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "ast/visit.h"
#include "support/utf8.h"

namespace belljar::ast {

namespace {

constexpr size_t kFlushSize = 64 * 1024;

// Something to write. `pointer` leads into the tree or to a literal.
struct Item {
  enum Kind { kText, kNode, kIdentifier, kNumber, kConstant, kPosition } kind;
  const void* pointer;
};

bool has_position(const Loose*) { return false; }
bool has_position(const Node*) { return true; }

class JsonDumper {
 public:
  explicit JsonDumper(const std::function<void(std::string_view)>& sink) : sink_(sink) {}

  void run(const Node& root) {
    stack_.push_back({Item::kNode, &root});
    while (!stack_.empty()) {
      const Item item = stack_.back();
      stack_.pop_back();
      write(item);
      if (out_.size() >= kFlushSize) flush();
    }
    flush();
  }

  // for_each_field() calls these; they only note what is to be written.
  void field(const char* name, const std::string_view& value) {
    key(name);
    push(Item::kIdentifier, &value);
  }
  void field(const char* name, const int32_t& value) {
    key(name);
    push(Item::kNumber, &value);
  }
  void field(const char* name, const ConstantValue& value) {
    key(name);
    push(Item::kConstant, &value);
  }
  template <typename T>
  void field(const char* name, T* const& child) {
    key(name);
    push_child(child);
  }
  template <typename T>
  void field(const char* name, const Span<T>& values) {
    key(name);
    text("[");
    for (size_t i = 0; i < values.size(); ++i) {
      if (i > 0) text(",");
      if constexpr (std::is_pointer_v<T>) {
        push_child(values[i]);
      } else if constexpr (std::is_enum_v<T>) {
        singleton(python_name(values[i]));
      } else {
        push(Item::kIdentifier, &values[i]);
      }
    }
    text("]");
  }
  template <typename T>
  requires std::is_enum_v<T>
  void field(const char* name, const T& value) {
    key(name);
    singleton(python_name(value));
  }
  void absent(const char* name, const char* json) {
    key(name);
    text(json);
  }

 private:
  void push(Item::Kind kind, const void* pointer) { stack_.push_back({kind, pointer}); }
  void text(const char* literal) { push(Item::kText, literal); }
  void push_child(const Node* child) {
    if (child == nullptr) {
      text("null");
    } else {
      push(Item::kNode, child);
    }
  }
  void singleton(const char* name) {
    text("{\"_type\":\"");
    text(name);
    text("\"}");
  }
  void key(const char* name) {
    text(",\"");
    text(name);
    text("\":");
  }

  void write(const Item& item) {
    switch (item.kind) {
      case Item::kText:
        out_ += static_cast<const char*>(item.pointer);
        break;
      case Item::kNode:
        expand(*static_cast<const Node*>(item.pointer));
        break;
      case Item::kIdentifier: {
        const auto& value = *static_cast<const std::string_view*>(item.pointer);
        if (value.data() == nullptr) {
          out_ += "null";
        } else {
          write_string(value);
        }
        break;
      }
      case Item::kNumber:
        write_number(*static_cast<const int32_t*>(item.pointer));
        break;
      case Item::kConstant:
        write_constant(*static_cast<const ConstantValue*>(item.pointer));
        break;
      case Item::kPosition:
        write_position(static_cast<const Node*>(item.pointer)->range);
        break;
    }
  }

  // Replaces a node by its parts.
  void expand(const Node& node) {
    const size_t mark = stack_.size();
    text("{\"_type\":\"");
    text(python_name(node.kind));
    text("\"");
    dispatch(node, [&](const auto& typed) {
      for_each_field(typed, *this);
      if (has_position(&typed)) push(Item::kPosition, &node);
    });
    text("}");
    std::reverse(stack_.begin() + static_cast<ptrdiff_t>(mark), stack_.end());
  }

  template <typename T>
  void write_number(T value) {
    char digits[40];
    const auto result = std::to_chars(digits, digits + sizeof digits, value);
    out_.append(digits, result.ptr);
  }

  void write_position(const Range& range) {
    out_ += ",\"lineno\":";
    write_number(range.line);
    out_ += ",\"col_offset\":";
    write_number(range.column);
    out_ += ",\"end_lineno\":";
    write_number(range.end_line);
    out_ += ",\"end_col_offset\":";
    write_number(range.end_column);
  }

  void write_escape(uint32_t code_point) {
    constexpr char kHex[] = "0123456789abcdef";
    out_ += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out_ += kHex[code_point >> shift & 15];
  }

  void write_string(std::string_view value) {
    out_ += '"';
    for (const char c : value) {
      if (c == '"' || c == '\\') {
        out_ += '\\';
        out_ += c;
      } else if (static_cast<unsigned char>(c) < 0x20) {
        write_escape(static_cast<unsigned char>(c));
      } else {
        out_ += c;
      }
    }
    out_ += '"';
  }

  void write_bytes(std::string_view value) {
    out_ += '"';
    for (const char c : value) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20 || byte >= 0x7F || c == '"' || c == '\\') {
        write_escape(byte);
      } else {
        out_ += c;
      }
    }
    out_ += '"';
  }

  void write_code_points(std::string_view value) {
    out_ += "{\"_str\":[";
    for (size_t at = 0; at < value.size();) {
      if (at > 0) out_ += ',';
      const DecodedCodePoint decoded = decode_utf8(value, at, /*lenient=*/true);
      write_number(decoded.code_point);
      at += std::max<size_t>(decoded.length, 1);
    }
    out_ += "]}";
  }

  void write_double(const char* tag, double value) {
    out_ += tag;
    if (std::isinf(value)) {
      out_ += "inf";
    } else {
      write_number(value);
    }
    out_ += "\"}";
  }

  void write_constant(const ConstantValue& value) {
    switch (value.kind) {
      case ConstantKind::kNone:
        out_ += "null";
        break;
      case ConstantKind::kFalse:
        out_ += "false";
        break;
      case ConstantKind::kTrue:
        out_ += "true";
        break;
      case ConstantKind::kEllipsis:
        out_ += "{\"_ellipsis\":true}";
        break;
      case ConstantKind::kInt:
        write_number(value.integer);
        break;
      case ConstantKind::kBigInt:
        out_ += "{\"_int\":\"";
        out_ += value.text;
        out_ += "\",\"base\":";
        write_number(static_cast<int>(value.base));
        out_ += '}';
        break;
      case ConstantKind::kFloat:
        write_double("{\"_float\":\"", value.number);
        break;
      case ConstantKind::kComplex:
        write_double("{\"_complex\":\"", value.number);
        break;
      case ConstantKind::kStr:
        if (value.has_surrogates) {
          write_code_points(value.text);
        } else {
          write_string(value.text);
        }
        break;
      case ConstantKind::kBytes:
        out_ += "{\"_bytes\":";
        write_bytes(value.text);
        out_ += '}';
        break;
    }
  }

  void flush() {
    sink_(out_);
    out_.clear();
  }

  const std::function<void(std::string_view)>& sink_;
  std::vector<Item> stack_;
  std::string out_;
};

}  // namespace

void dump_json(const Node& root, const std::function<void(std::string_view)>& sink) {
  JsonDumper(sink).run(root);
}

std::string dump_json(const Node& root) {
  std::string text;
  dump_json(root, [&](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace belljar::ast
