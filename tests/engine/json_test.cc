// Comparing documents, and Python's spelling of them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "belljar/json.h"
#include "engine/json_text.h"

namespace belljar {
namespace {

std::string first(const std::string& expected, const std::string& got) {
  std::vector<JsonDifference> found = json_differences(expected, got, "result");
  if (found.empty()) return "equal";
  return found[0].path + ": " + found[0].expected + " | " + found[0].got;
}

TEST(JsonDifferences, ComparesByValue) {
  EXPECT_EQ(first("1", "1.0"), "equal");
  EXPECT_EQ(first("9007199254740993", "9007199254740992.0"),
            "result: 9007199254740993 | 9.007199254740992e+15");
  EXPECT_EQ(first("true", "1"), "result: true | 1");
  EXPECT_EQ(first("-1", "18446744073709551615"), "result: -1 | 18446744073709551615");
  EXPECT_EQ(first(R"({"a": 1, "b": [2]})", R"({"b": [2], "a": 1})"), "equal");
}

TEST(JsonDifferences, NamesThePlace) {
  EXPECT_EQ(first(R"({"a": [{"b": 1}, {"b": 2}]})", R"({"a": [{"b": 1}, {"b": 3}]})"),
            "result.a[1].b: 2 | 3");
  EXPECT_EQ(first(R"({"a b.c": 1})", R"({"a b.c": 2})"), R"(result["a b.c"]: 1 | 2)");
  EXPECT_EQ(first(R"([1, 2])", R"([1])"), "result[1]: 2 | ");
  EXPECT_EQ(first(R"({})", R"({"x": null})"), "result.x:  | null");
  EXPECT_EQ(first(R"({"x": null})", R"({})"), "result.x: null | ");
  EXPECT_EQ(json_differences("[1,2,3]", "[4,5,6]", "r", 2).size(), 2u);
}

TEST(JsonDifferences, TakesAnyText) {
  EXPECT_NE(first("{", "{}"), "equal");
  EXPECT_NE(first("{}", ""), "equal");
  std::string deep = std::string(100000, '[');
  EXPECT_NE(first("[]", deep), "equal");
  EXPECT_NE(first("[]", deep + std::string(100000, ']')), "equal");
}

// Expected: json.dumps(json.loads(text), ensure_ascii=False) of CPython 3.11.
TEST(PythonJson, SpellsAsPython) {
  struct Row {
    const char* text;
    const char* python;
  };
  const Row rows[] = {
      {R"({"ttl":3600,"name":"Zoë"})", R"({"ttl": 3600, "name": "Zoë"})"},
      {R"([1.0,1e16,1e-5,0.0001,1e22,-0.0,12345678901234567.0])",
       R"([1.0, 1e+16, 1e-05, 0.0001, 1e+22, -0.0, 1.2345678901234568e+16])"},
      {R"([true,null,[],{},"\u0001\"\\\n"])", R"([true, null, [], {}, "\u0001\"\\\n"])"},
      {R"(123456789012345.5)", R"(123456789012345.5)"},
  };
  for (const Row& row : rows) {
    std::string problem;
    std::optional<OrderedJson> value = parse_ordered_json(row.text, &problem);
    ASSERT_TRUE(value) << problem;
    EXPECT_EQ(python_json(*value), row.python);
  }
}

}  // namespace
}  // namespace belljar
