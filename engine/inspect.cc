// The stages of a source as text, for `disasm` and for golden tests.
#include "belljar/inspect.h"

#include <nlohmann/json.hpp>

#include "ast/dump_json.h"
#include "bytecode/disassembler.h"
#include "compile/compile.h"
#include "engine/engine_impl.h"
#include "engine/json_text.h"
#include "lexer/decode.h"
#include "lexer/lexer.h"
#include "support/arena.h"

namespace belljar {
namespace {

std::string position(uint32_t line, uint32_t column) {
  return std::to_string(line) + ":" + std::to_string(column);
}

// Tokens up to the first error, which the parser then reports in CPython's words.
std::string dump_tokens(std::string_view text, bool json) {
  Lexer lexer(text);
  std::string out = json ? "{\"schema\":\"belljar/tokens/1\",\"tokens\":[" : "";
  bool first = true;
  for (;;) {
    Token token = lexer.next();
    const Range& at = token.range;
    std::string quoted = compact_json(Json(std::string(token.text(text))));
    if (json) {
      out += first ? "\n" : ",\n";
      out += std::string("{\"kind\":\"") + token_name(token.kind) + "\",\"text\":" + quoted +
             ",\"line\":" + std::to_string(at.line) + ",\"column\":" + std::to_string(at.column) +
             ",\"end_line\":" + std::to_string(at.end_line) +
             ",\"end_column\":" + std::to_string(at.end_column) + "}";
    } else {
      std::string where = position(at.line, at.column) + "-" + position(at.end_line, at.end_column);
      where.resize(std::max<size_t>(where.size() + 1, 16), ' ');
      std::string kind = token_name(token.kind);
      kind.resize(std::max<size_t>(kind.size() + 1, 16), ' ');
      out += where + kind + quoted + "\n";
    }
    first = false;
    if (token.kind == TokenKind::kEndMarker || token.kind == TokenKind::kError) break;
  }
  return json ? out + "\n]}\n" : out;
}

// JSON text with line breaks and indentation; any depth, no recursion.
std::string indented(std::string_view json) {
  std::string out;
  size_t depth = 0;
  bool in_string = false;
  auto break_line = [&] {
    out += '\n';
    out.append(std::min<size_t>(depth, 60) * 2, ' ');
  };
  for (size_t i = 0; i < json.size(); ++i) {
    char c = json[i];
    if (in_string) {
      out += c;
      if (c == '\\' && i + 1 < json.size()) {
        out += json[++i];
      } else if (c == '"') {
        in_string = false;
      }
      continue;
    }
    if (c == ' ' || c == '\n') continue;
    if (c == '"') in_string = true;
    bool empty = i + 1 < json.size() && (json[i + 1] == ']' || json[i + 1] == '}');
    if (c == '{' || c == '[') {
      out += c;
      ++depth;
      if (!empty) break_line();
    } else if (c == '}' || c == ']') {
      if (depth > 0) --depth;
      char before = out.empty() ? ' ' : out.back();
      if (before != '{' && before != '[') break_line();
      out += c;
    } else if (c == ',') {
      out += c;
      break_line();
    } else {
      out += c;
      if (c == ':') out += ' ';
    }
  }
  return out + "\n";
}

}  // namespace

Inspection inspect(const Engine& engine, std::string_view source, std::string_view name,
                   Stage stage, bool json) {
  Inspection out;
  if (stage == Stage::Bytecode) {
    Compiled compiled = engine.compile(source, name);
    out.report = std::move(compiled.report);
    if (!compiled.program) return out;
    std::string text = disassemble(*compiled.program->impl().unit, runtime_constants());
    out.text =
        json ? "{\"schema\":\"belljar/bytecode/1\",\"text\":" + compact_json(Json(text)) + "}\n"
             : text;
    out.ok = true;
    return out;
  }
  FrontEnd front = parse_and_check(engine.impl().profile, source, name, false);
  out.report = std::move(front.report);
  if (!front.tree) return out;
  if (stage == Stage::Ast) {
    std::string text = ast::dump_json(*front.tree->root);
    out.text = json ? text + "\n" : indented(text);
  } else {
    Arena arena;
    DecodedSource decoded = decode_source(source, arena);
    out.text = dump_tokens(decoded.text, json);
  }
  out.ok = true;
  return out;
}

}  // namespace belljar
