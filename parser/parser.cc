// The public entry point: decode, parse, and diagnose if that failed.
#include "parser/parser.h"

#include "lexer/decode.h"
#include "parser/diagnose/diagnose.h"
#include "parser/recursive_descent.h"

namespace belljar {

void Parser::diagnose_fstring(Parser& inner) { diagnose::diagnose(inner); }

ParseResult parse_module(std::string_view source, const ParseOptions& options) {
  ParseResult result;
  if (source.size() > options.max_source_bytes || source.size() > UINT32_MAX / 2) {
    result.error.emplace();
    result.error->message = "source code is too large";
    result.error->over_limit = true;
    return result;
  }
  auto tree = std::make_unique<ast::ModuleTree>(options.max_tree_bytes);
  DecodedSource decoded = decode_source(source, tree->arena);
  if (decoded.error) {
    result.error = std::move(decoded.error);
    return result;
  }
  tree->source = decoded.text;
  ParseSession session(tree->arena);
  Parser parser(session, decoded.text, {});
  tree->root = parser.module();
  if (tree->root != nullptr && !session.error) {
    result.module = std::move(tree);
    return result;
  }
  diagnose::diagnose(parser);
  result.error = std::move(session.error);
  return result;
}

}  // namespace belljar
