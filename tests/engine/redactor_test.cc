// Redactor: the forms in which a secret is found, and put back.
#include "engine/redactor.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

namespace belljar {
namespace {

struct FormCase {
  const char* secret;
  const char* text;
  const char* redacted;
};

void PrintTo(const FormCase& form, std::ostream* out) { *out << form.text; }

class Forms : public testing::TestWithParam<FormCase> {};

TEST_P(Forms, AreFoundAndPutBack) {
  Redactor redactor;
  redactor.add("vault/key", GetParam().secret);
  EXPECT_EQ(redactor.redact(GetParam().text), GetParam().redacted);
  EXPECT_EQ(redactor.restore(GetParam().redacted), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Redactor, Forms,
    testing::Values(
        FormCase{"hunter22", "token=hunter22;", "token=[secret:vault/key];"},
        FormCase{"hunter22", "hunter2", "hunter2"},
        FormCase{"hunter22", "hunter22hunter22", "[secret:vault/key][secret:vault/key]"},
        // URL encodings: quote(safe=''), quote(), quote_plus(), lower-case digits.
        FormCase{"a b/c&d", "?q=a%20b%2Fc%26d", "?q=[secret:vault/key|url]"},
        FormCase{"a b/c&d", "?q=a%20b/c%26d", "?q=[secret:vault/key|url/]"},
        FormCase{"a b/c&d", "?q=a+b%2Fc%26d", "?q=[secret:vault/key|url+]"},
        FormCase{"a b/c&d", "?q=a%20b%2fc%26d", "?q=[secret:vault/key|url-low]"},
        // Inside a JSON text.
        FormCase{"say \"hi\"", R"({"k": "say \"hi\""})", R"({"k": "[secret:vault/key|json]"})"},
        // base64 of "user:hunter22", "ab:hunter22" and "x:hunter22": three alignments.
        FormCase{"hunter22", "dXNlcjpodW50ZXIyMg==", "dXNlcjo[secret:vault/key|base64+2]A=="},
        // As requests writes Basic authentication: Latin-1.
        FormCase{"schl\u00fcssel", "dTpzY2hs/HNzZWw=", "dTo[secret:vault/key|base64-latin1+2]A="},
        // Too short for a search, long enough for a whole text.
        FormCase{"k", "kk", "kk"}, FormCase{"k", "k", "[secret:vault/key]"}));

TEST(RedactorTest, NothingIsFoundWithoutSecrets) {
  Redactor redactor;
  EXPECT_TRUE(redactor.empty());
  EXPECT_EQ(redactor.redact("anything"), "anything");
}

TEST(RedactorTest, WhatWasPutInIsNotSearchedAgain) {
  Redactor redactor;
  redactor.add("one", "secret");
  redactor.add("two", "two.");
  EXPECT_EQ(redactor.redact("secret two."), "[secret:one] [secret:two]");
}

TEST(RedactorTest, TextsInsideADocumentCount) {
  Redactor redactor;
  redactor.add("db", R"({"user": "root", "password": "correct horse"})");
  EXPECT_EQ(redactor.redact("login with correct horse"), "login with [secret:db.password]");
}

TEST(RedactorTest, DocumentsAreSearchedWhole) {
  Redactor redactor;
  redactor.add("key", "hunter22");
  nlohmann::ordered_json document = {{"hunter22", {"x", "hunter22!"}}, {"n", 1}};
  redactor.redact(document);
  EXPECT_EQ(document.dump(), R"({"[secret:key]":["x","[secret:key]!"],"n":1})");
  redactor.restore(document);
  EXPECT_EQ(document.dump(), R"({"hunter22":["x","hunter22!"],"n":1})");
}

TEST(StandIn, HasTheSameSize) {
  for (size_t points : {0, 1, 8, 40}) {
    for (size_t beyond : {0, 1, 2, 3, 7}) {
      if (beyond > points * 3) continue;
      std::string text = secret_stand_in("name", points + beyond, points);
      size_t counted = 0;
      for (char c : text) counted += (c & 0xC0) != 0x80;
      EXPECT_EQ(text.size(), points + beyond);
      EXPECT_EQ(counted, points);
    }
  }
  EXPECT_NE(secret_stand_in("a", 20, 20), secret_stand_in("b", 20, 20));
}

}  // namespace
}  // namespace belljar
