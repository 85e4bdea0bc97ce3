// Test helper: prints a line of JSON for each file named (or listed on stdin, with "-"): its tree,
// or
// {"_error": {...}}. ast_equality.py compares that with CPython.
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "ast/dump_json.h"
#include "parser/parser.h"

namespace {

using belljar::ParseResult;
using belljar::SyntaxError;

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned char>(c));
      out += escape;
    } else {
      out += c;
    }
  }
  return out + '"';
}

void print_error(const SyntaxError& error) {
  std::cout << "{\"_error\":{\"type\":" << quoted(error.type_name())
            << ",\"message\":" << quoted(error.message) << ",\"lineno\":" << error.line
            << ",\"offset\":" << error.column << ",\"end_lineno\":" << error.end_line
            << ",\"end_offset\":" << error.end_column << ",\"text\":" << quoted(error.text)
            << "}}\n";
}

void dump(const std::string& source) {
  const ParseResult result = belljar::parse_module(source);
  if (result.error) {
    print_error(*result.error);
    return;
  }
  belljar::ast::dump_json(*result.module->root, [](std::string_view piece) { std::cout << piece; });
  std::cout << '\n';
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

// ast_dump --nul: sources on stdin, each followed by a NUL byte.
// ast_dump FILE... | ast_dump - (names on stdin) | ast_dump --time FILE... (parses only, prints ms)
int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  if (argc > 1 && std::strcmp(argv[1], "--time") == 0) {
    size_t lines = 0;
    std::chrono::duration<double> spent{};
    for (int i = 2; i < argc; ++i) {
      const std::string source = read_file(argv[i]);
      for (const char c : source) lines += c == '\n';
      const auto start = std::chrono::steady_clock::now();
      const ParseResult result = belljar::parse_module(source);
      spent += std::chrono::steady_clock::now() - start;
    }
    std::cout << lines << " lines in " << spent.count() * 1e3 << " ms\n";
    return 0;
  }
  if (argc > 1 && std::strcmp(argv[1], "--nul") == 0) {
    for (std::string source; std::getline(std::cin, source, '\0');) dump(source);
    return 0;
  }
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "-") != 0) {
      dump(read_file(argv[i]));
      continue;
    }
    for (std::string path; std::getline(std::cin, path);) dump(read_file(path));
  }
  return 0;
}
