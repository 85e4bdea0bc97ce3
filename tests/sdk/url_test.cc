// URL text: expectations are those of requests 2.28's prepared URLs and of urllib.parse.
#include "sdk/requests/url.h"
#include "support/base64.h"

#include <gtest/gtest.h>

namespace belljar::requests {
namespace {

struct Row {
  const char* given;
  const char* prepared;  // "": no URL
};
class Prepared : public ::testing::TestWithParam<Row> {};
TEST_P(Prepared, Text) {
  Url url;
  bool ok = parse_url(GetParam().given, &url);
  EXPECT_EQ(ok && !url.scheme.empty() ? url.text() : "", GetParam().prepared);
}
constexpr Row kRows[] = {
    {"HTTPS://User:pw@Example.COM:8080/a/./b/../c?x=y z#f",
     "https://User:pw@example.com:8080/a/c?x=y%20z#f"},
    {"http://example.com", "http://example.com/"},
    {"http://example.com/%7ea%2fb%zz", "http://example.com/%257Ea%252Fb%25zz"},
    {"http://example.com/%7ea%2fb", "http://example.com/~a%2Fb"},
    {"http://example.com/\xc3\xa9?\xc3\xa9", "http://example.com/%C3%A9?%C3%A9"},
    {"http://[::1]:80/x", "http://[::1]:80/x"},
    {"http://example.com/..", "http://example.com/"},
    {"example.com/x", ""},
    {"http://example.com:x/", ""},
};
INSTANTIATE_TEST_SUITE_P(Rows, Prepared, ::testing::ValuesIn(kRows));

TEST(Url, QuotesAndJoins) {
  EXPECT_EQ(quote_plus("a b&c=~/\xc3\xa9"), "a+b%26c%3D~%2F%C3%A9");
  EXPECT_EQ(percent_decode("a%20b%zz%"), "a b%zz%");
  const char* const base = "https://h.example/a/b?q#f";
  EXPECT_EQ(join_url(base, "c"), "https://h.example/a/c");
  EXPECT_EQ(join_url(base, "/c"), "https://h.example/c");
  EXPECT_EQ(join_url(base, "?x"), "https://h.example/a/b?x");
  EXPECT_EQ(join_url(base, "//o.example/c"), "https://o.example/c");
  EXPECT_EQ(join_url(base, "http://o.example"), "http://o.example");
}

TEST(Url, Base64) {
  for (const char* text : {"", "a", "ab", "abc", "abcd", "\xff\xfe\xfd"}) {
    std::string back;
    EXPECT_TRUE(from_base64(base64(text), &back));
    EXPECT_EQ(back, text);
  }
  EXPECT_EQ(base64("u:p"), "dTpw");
  std::string out;
  EXPECT_FALSE(from_base64("!!", &out));
}

}  // namespace
}  // namespace belljar::requests
