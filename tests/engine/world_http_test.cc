// HTTP answers of a world: when a request agrees, and what the reply looks like.
#include <gtest/gtest.h>

#include "belljar/world.h"

namespace belljar {
namespace {

// The reply to `actual` in a world with one answer.
std::string reply(const std::string& request, const std::string& answer,
                  const std::string& actual) {
  World::Loaded loaded =
      World::load(R"({"http": [{"request": )" + request + R"(, "reply": )" + answer + "}]}");
  EXPECT_TRUE(loaded.world) << loaded.problem;
  if (!loaded.world) return "malformed";
  HostReply got = loaded.world->http(actual);
  EXPECT_EQ(loaded.world->unused().empty(), got.status != HostReply::Status::Refused);
  return (got.status == HostReply::Status::Refused ? "refused: "
          : got.status == HostReply::Status::Error ? "error: "
                                                   : "") +
         got.json;
}
std::string agreement(const std::string& request, const std::string& actual) {
  std::string text = reply(request, "{}", actual);
  return text.rfind("refused: ", 0) == 0 ? text.substr(text.find("where ") + 6) : "agrees";
}

constexpr const char* kUrl = "https://h.example/p?b=2&a=1%202";

std::string get(const std::string& url) {
  return R"({"method": "GET", "url": ")" + url + R"(", "body": null})";
}
std::string post(const std::string& body) {
  return R"({"method": "POST", "url": "https://h.example/p", "headers": {"Content-Type": "t"}, "body": )" +
         body + "}";
}

TEST(WorldHttp, ComparesUrls) {
  EXPECT_EQ(
      agreement(R"({"method": "get", "url": "https://H.example:443/p?a=1+2&b=2"})", get(kUrl)),
      "agrees");
  EXPECT_EQ(
      agreement(R"({"url": "https://h.example/p", "params": {"a": "1 2", "b": 2}})", get(kUrl)),
      "agrees");
  EXPECT_EQ(agreement(R"({"url": "https://h.example/p", "params": {"b": 2}})", get(kUrl)),
            R"(request.params is [["b","2"]], not [["a","1 2"],["b","2"]])");
  EXPECT_EQ(agreement(R"({"url": "https://h.example/q"})", get("https://h.example/p")),
            R"(request.url is "/q", not "/p")");
  EXPECT_EQ(agreement(R"({"url": "http://h.example/p"})", get("https://h.example/p")),
            R"(request.url is "http://h.example", not "https://h.example")");
  EXPECT_EQ(agreement(R"({"url": "https://h.example/p", "params": {"k": ["x", "y"], "n": null}})",
                      get("https://h.example/p?k=x&k=y")),
            "agrees");
  EXPECT_EQ(agreement(R"({"url": "https://h.example"})", get("https://h.example/")), "agrees");
  EXPECT_EQ(agreement(R"({"url": "https://h.example/a%2Fb"})", get("https://h.example/a/b")),
            R"(request.url is "/a%2Fb", not "/a/b")");
  EXPECT_EQ(agreement(R"({"url": "https://h.example/%7Eme"})", get("https://h.example/~me")),
            "agrees");
  EXPECT_EQ(
      agreement(R"({"method": "POST", "url": "https://h.example/p"})", get("https://h.example/p")),
      R"(request.method is "POST", not "GET")");
}

TEST(WorldHttp, ComparesBodiesHeadersTimeouts) {
  std::string url = R"("url": "https://h.example/p")";
  EXPECT_EQ(
      agreement("{" + url + R"(, "json": {"a": 1, "b": 2}})", post(R"("{\"b\": 2, \"a\": 1.0}")")),
      "agrees");
  EXPECT_EQ(agreement("{" + url + R"(, "json": {"a": 1}})", post("null")),
            R"(request.json is {"a":1}, not "")");
  EXPECT_EQ(agreement("{" + url + R"(, "form": {"user": "bo@x", "ttl": 60}})",
                      post(R"("ttl=60&user=bo%40x")")),
            "agrees");
  EXPECT_EQ(agreement("{" + url + R"(, "body": "raw"})", post(R"("raw")")), "agrees");
  EXPECT_EQ(agreement("{" + url + "}", post(R"("x")")), R"(request.body is null, not "x")");
  EXPECT_EQ(agreement("{" + url + R"(, "headers": {"content-type": "t"}})", post("null")),
            "agrees");
  EXPECT_EQ(agreement("{" + url + R"(, "headers": {"X": "1"}})", post("null")),
            R"(request.headers.X is "1", not null)");
  EXPECT_EQ(agreement("{" + url + R"(, "timeout": [3, 20]})",
                      R"({"method": "GET", "url": "https://h.example/p", "timeout": [3, 20]})"),
            "agrees");
  EXPECT_EQ(agreement("{" + url + R"(, "timeout": 5})", get("https://h.example/p")),
            "request.timeout is 5, not null");
}

TEST(WorldHttp, MakesReplies) {
  std::string request = R"({"url": "https://h.example/api"})",
              actual = get("https://h.example/api");
  EXPECT_EQ(reply(request, R"({"json": {"b": "Zoë", "a": [1.0]}})", actual),
            R"({"status":200,"reason":"OK","headers":{"Content-Type":"application/json"},)"
            R"("body":"{\"b\": \"Zoë\", \"a\": [1.0]}"})");
  EXPECT_EQ(
      reply(request, R"({"status": 404, "text": "no", "headers": {"content-type": "x"}})", actual),
      R"({"status":404,"reason":"Not Found","headers":{"content-type":"x"},"body":"no"})");
  EXPECT_EQ(reply(request, R"({"status": 204})", actual),
            R"({"status":204,"reason":"No Content","headers":{},"body":""})");
}

TEST(WorldHttp, MakesErrors) {
  std::string request = R"({"url": "https://h.example/api"})",
              actual = get("https://h.example/api");
  EXPECT_EQ(
      reply(request, R"({"error": "connection"})", actual),
      R"(error: {"error":"connection","message":"HTTPSConnectionPool(host='h.example', port=443): )"
      R"x(Max retries exceeded with url: /api (Caused by NewConnectionError)"})x");
  EXPECT_EQ(
      reply(request, R"({"error": "timeout"})",
            R"({"method": "GET", "url": "https://h.example/api", "timeout": 5})"),
      R"(error: {"error":"timeout","message":"HTTPSConnectionPool(host='h.example', port=443): )"
      R"x(Read timed out. (read timeout=5)"})x");
  EXPECT_EQ(reply(request, R"({"error": "tls", "message": "bad"})", actual),
            R"(error: {"error":"tls","message":"bad"})");
}

}  // namespace
}  // namespace belljar
