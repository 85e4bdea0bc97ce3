// The world of a case: which answer a call takes, what is left over, what nothing answers.
#include <gtest/gtest.h>

#include "belljar/world.h"

namespace belljar {
namespace {

std::unique_ptr<World> world(const std::string& json) {
  World::Loaded loaded = World::load(json);
  EXPECT_TRUE(loaded.world) << loaded.problem;
  return std::move(loaded.world);
}

std::string show(const HostReply& reply) {
  switch (reply.status) {
    case HostReply::Status::Answer:
      return reply.json;
    case HostReply::Status::Error:
      return "raises " + reply.json;
    case HostReply::Status::Pending:
      return "pending";
    case HostReply::Status::Refused:
      return "refused: " + reply.json;
  }
  return "?";
}

TEST(World, TakesEntriesInOrder) {
  auto w = world(R"({"sdk": [
      {"call": "store.fetch", "args": {"path": "a"}, "returns": 1},
      {"call": "store.fetch", "returns": 2},
      {"call": "store.fetch", "args": {"path": "a"}, "returns": 3}]})");
  EXPECT_EQ(show(w->call("store.fetch", R"({"path": "b"})")), "2");
  EXPECT_EQ(show(w->call("store.fetch", R"({"path": "a"})")), "1");
  EXPECT_EQ(w->unused().size(), 1u);
  EXPECT_EQ(show(w->call("store.fetch", R"({"path": "a"})")), "3");
  EXPECT_TRUE(w->unused().empty());
  EXPECT_EQ(show(w->call("store.fetch", R"({"path": "a"})")),
            "refused: nearest is sdk[0], which agrees but is used up (used 1 of 1 times)");
}

TEST(World, CountsTimes) {
  auto w = world(R"({"sdk": [{"call": "f.g", "returns": 1, "times": 2},
                             {"call": "f.h", "returns": 1, "times": "*"}]})");
  EXPECT_EQ(show(w->call("f.g", "{}")), "1");
  ASSERT_EQ(w->unused().size(), 1u);
  EXPECT_EQ(w->unused()[0].path, "sdk[0]");
  EXPECT_EQ(w->unused()[0].what, "f.g: used 1 of 2 times");
  EXPECT_EQ(show(w->call("f.g", "{}")), "1");
  EXPECT_EQ(w->call("f.g", "{}").status, HostReply::Status::Refused);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(show(w->call("f.h", "{}")), "1");
  EXPECT_TRUE(w->unused().empty());
}

TEST(World, FillsDefaultsIn) {
  auto w = world(
      R"({"sdk": [{"call": "okta.list_groups", "args": {"name_filter": "x"}, "returns": []}]})");
  std::string other =
      R"({"name_filter": "x", "filter": null, "expand": null, "only_native_groups": false})";
  EXPECT_EQ(show(w->call("okta.list_groups", other)),
            "refused: nearest is sdk[0], where args.only_native_groups is true, not false");
  std::string same =
      R"({"name_filter": "x", "filter": null, "expand": null, "only_native_groups": true})";
  EXPECT_EQ(show(w->call("okta.list_groups", same)), "[]");
}

TEST(World, NamesTheNearestAnswer) {
  auto w = world(R"({"sdk": [{"call": "a.b", "args": {"x": 1, "y": 1}, "returns": 0},
                             {"call": "a.b", "args": {"x": 2, "y": {"$type": "User", "id": "u"}}, "returns": 0}]})");
  EXPECT_EQ(show(w->call("a.b", R"({"x": 2, "y": {"$type": "User", "id": "v"}})")),
            R"(refused: nearest is sdk[1], where args.y.id is "u", not "v")");
  EXPECT_EQ(show(w->call("a.c", R"({"x": 2})")),
            R"(refused: no entry of that name; its arguments: {"x":2})");
}

TEST(World, RaisesAndReturnsInFileOrder) {
  auto w = world(
      R"({"sdk": [{"call": "a.b", "raises": {"class": "OktaError", "name": "N", "message": "m"}},
                             {"call": "a.c", "returns": {"z": 1, "a": 2.50}}]})");
  EXPECT_EQ(show(w->call("a.b", "{}")), R"(raises {"class":"OktaError","name":"N","message":"m"})");
  EXPECT_EQ(show(w->call("a.c", "{}")), R"({"z":1,"a":2.5})");
}

TEST(World, MakesTheIdentity) {
  auto w = world(R"({"sdk": [{"call": "persist_user_identity"}]})");
  EXPECT_EQ(show(w->call("persist_user_identity",
                         R"({"email": "e", "service": "s", "service_id": "i", "user_id": "u"})")),
            R"({"$type":"UserIdentity","service":"s","service_id":"i","user_id":"u"})");
}

TEST(World, SecretsAndClock) {
  auto w = world(R"({"now": "2024-02-29T15:45:00Z", "secrets": {"a/b": "s3", "c": "x"},
                     "sdk": [{"call": "secret.retrieve_value", "args": {"path": "d"}, "returns": "late"}]})");
  EXPECT_EQ(show(w->now()), "1709221500000000");
  EXPECT_EQ(show(w->secret("a/b")), "\"s3\"");
  EXPECT_EQ(show(w->secret("a/b")), "\"s3\"");
  EXPECT_EQ(show(w->secret("d")), "\"late\"");
  EXPECT_EQ(show(w->secret("e")), "refused: no secret \"e\"");
  ASSERT_EQ(w->unused().size(), 1u);
  EXPECT_EQ(w->unused()[0].path, "secrets.c");
  EXPECT_EQ(world("{}")->now().status, HostReply::Status::Refused);
}

TEST(World, SaysWhatIsMalformed) {
  struct Row {
    const char* json;
    const char* problem;
  };
  const Row rows[] = {
      {"[]", "not an object"},
      {R"({"now": "soon"})", "now is not an instant: \"soon\""},
      {R"({"sdk": {}})", "sdk is not an array"},
      {R"({"sdk": [{"call": "a"}, {"cal": "a"}]})", "sdk[1]: cal is unknown"},
      {R"({"sdk": [{"call": "a", "returns": 1, "raises": {"class": "E"}}]})",
       "sdk[0]: both returns and raises"},
      {R"({"sdk": [{"call": "a", "times": 0}]})",
       "sdk[0]: times is neither a positive number nor \"*\""},
      {R"({"sdk": [{"args": {}}]})", "sdk[0]: call is missing"},
      {R"({"http": [{"request": {"url": "x", "methd": "GET"}}]})",
       "http[0]: request.methd is unknown"},
      {R"({"http": [{"reply": {}}]})", "http[0]: request is missing"},
      {R"({"http": [{"request": {"url": "x"}, "reply": {"error": "lost"}}]})",
       "http[0]: reply.error is none of timeout, connect_timeout, connection, tls, "
       "too_many_redirects, chunked, decoding"},
      {R"({"secrets": []})", "secrets is not an object"},
  };
  for (const Row& row : rows) {
    World::Loaded loaded = World::load(row.json);
    EXPECT_FALSE(loaded.world) << row.json;
    EXPECT_EQ(loaded.problem, row.problem) << row.json;
  }
  EXPECT_FALSE(World::load("{\"sdk\": [").world);
  EXPECT_FALSE(World::load(std::string(1000000, '[')).world);
}

}  // namespace
}  // namespace belljar
