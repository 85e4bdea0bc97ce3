// The client with a resolver of the test's: rebinding, mixed answers, stops, budgets.
#include "transport/client.h"

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <mutex>

#include "tests/transport/loopback.h"

namespace belljar::transport {
namespace {

const char* const kFine =
    "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\nfine";

// Answers each look-up of a name with the next of its lists of addresses.
class StubResolver final : public Resolver {
 public:
  std::vector<std::vector<const char*>> answers;
  bool stuck = false;
  int asked = 0;

  Resolution resolve(const std::string&, const std::function<bool()>& stop) override {
    if (stuck) {
      while (!stop()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
      return {Resolution::Status::Stopped, {}, {}};
    }
    Resolution out;
    out.status = Resolution::Status::Found;
    for (const char* text : answers[std::min<size_t>(asked++, answers.size() - 1)]) {
      EXPECT_TRUE(parse_address(text, &out.addresses.emplace_back()));
    }
    return out;
  }
};

std::string request(const std::string& url, const std::string& more = "") {
  return R"({"method": "GET", "url": ")" + url +
         R"(", "headers": {}, "body": null, "timeout": null)" + more + "}";
}

class ClientTest : public ::testing::Test {
 protected:
  std::shared_ptr<StubResolver> resolver_ = std::make_shared<StubResolver>();
  HttpPolicy policy_;
  HttpUse use_{5'000'000'000};

  // Names of the zone may be at 127.0.0.1 alone.
  std::shared_ptr<const HttpClient> client(uint16_t port) {
    policy_.allow.push_back({.host = "*.zone.example",
                             .ports = {port},
                             .plain_http = true,
                             .private_ranges = {"127.0.0.1"}});
    HttpClient::Made made = make_client(policy_, resolver_);
    EXPECT_TRUE(made.client) << made.problem;
    return made.client;
  }
};

TEST_F(ClientTest, ANameIsConnectedToWhereItWasChecked) {
  Loopback server(kFine);
  auto c = client(server.port());
  resolver_->answers = {{"127.0.0.1"}};
  HostReply reply =
      c->request(request("http://a.zone.example:" + std::to_string(server.port()) + "/"), use_);
  EXPECT_EQ(reply.status, HostReply::Status::Answer);
  EXPECT_NE(reply.json.find(R"("body":"fine")"), std::string::npos) << reply.json;
  EXPECT_NE(reply.json.find(R"("Set-Cookie":"a=1, b=2")"), std::string::npos) << reply.json;
  EXPECT_NE(reply.json.find(R"("set_cookie":["a=1","b=2"])"), std::string::npos) << reply.json;
  EXPECT_EQ(resolver_->asked, 1);
  EXPECT_EQ(use_.requests(), 1u);
  EXPECT_GT(use_.bytes(), 80u);
}

// The name changes its mind between two requests, and between a request and its redirect: each hop
// is resolved once, judged, and connected to what was judged.
TEST_F(ClientTest, RebindingChangesNothing) {
  Loopback server(kFine), canary(kFine, "127.0.0.2", server.port());
  auto c = client(server.port());
  resolver_->answers = {{"127.0.0.1"}, {"127.0.0.2"}, {"169.254.169.254"}};
  const std::string url = "http://a.zone.example:" + std::to_string(server.port()) + "/";
  EXPECT_EQ(c->request(request(url), use_).status, HostReply::Status::Answer);
  for (int i = 0; i < 2; ++i) {
    HostReply reply =
        c->request(request(url, R"(, "redirect": {"from": ")" + url + R"(", "hop": 1})"), use_);
    EXPECT_EQ(reply.status, HostReply::Status::Error);
    EXPECT_NE(reply.json.find("egress denied (address)"), std::string::npos) << reply.json;
    EXPECT_EQ(reply.json.find("127.0.0"), std::string::npos) << "the address is nobody's business";
  }
  EXPECT_EQ(resolver_->asked, 3);
  EXPECT_EQ(server.visits(), 1);
  EXPECT_EQ(canary.visits(), 0);
}

TEST_F(ClientTest, OnePrivateAddressRefusesAll) {
  Loopback server(kFine);
  auto c = client(server.port());
  const std::string url = "http://a.zone.example:" + std::to_string(server.port()) + "/";
  const std::vector<std::vector<const char*>> mixed = {{"127.0.0.1", "10.0.0.1"},
                                                       {"10.0.0.1", "127.0.0.1"},
                                                       {"127.0.0.1", "::1"},
                                                       {"127.0.0.1", "::ffff:127.0.0.1"},
                                                       {"127.0.0.1", "fd00:ec2::254"}};
  for (const auto& addresses : mixed) {
    resolver_->answers = {addresses};
    resolver_->asked = 0;
    HostReply reply = c->request(request(url), use_);
    EXPECT_NE(reply.json.find("egress denied (address)"), std::string::npos) << reply.json;
  }
  EXPECT_EQ(server.visits(), 0);
}

TEST_F(ClientTest, WithoutARuleNoNameIsResolved) {
  HttpClient::Made made = make_client(policy_, resolver_);
  HostReply reply = made.client->request(request("https://a.example/"), use_);
  EXPECT_EQ(reply.json,
            R"({"error":"connection","message":"no host may be reached from this program"})");
  EXPECT_EQ(resolver_->asked, 0);
  EXPECT_EQ(use_.requests(), 0u);
}

double milliseconds_of(const std::function<void()>& what) {
  const auto began = std::chrono::steady_clock::now();
  what();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began)
      .count();
}

// Cancels after 100 ms, from another thread.
double stop_delay(const HttpClient& client, const std::string& json) {
  Canceller canceller;
  HttpUse use(5'000'000'000, canceller);
  std::thread stopper([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    canceller.cancel();
  });
  const double took = milliseconds_of(
      [&] { EXPECT_EQ(client.request(json, use).status, HostReply::Status::Error); });
  stopper.join();
  return took - 100;
}

TEST_F(ClientTest, AStopIsNoticedInEveryPhase) {
  Loopback silent(""), drip("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx");
  auto c = client(silent.port());
  const std::string url = "http://a.zone.example:" + std::to_string(silent.port()) + "/";
  resolver_->answers = {{"127.0.0.1"}};
  EXPECT_LT(stop_delay(*c, request(url)), 50) << "while waiting for the answer";
  resolver_->stuck = true;
  EXPECT_LT(stop_delay(*c, request(url)), 50) << "while looking up the name";
}

TEST_F(ClientTest, TheEvaluationsTimeIsTheRequests) {
  Loopback silent("");
  auto c = client(silent.port());
  resolver_->answers = {{"127.0.0.1"}};
  HttpUse use(200'000'000);
  const double took = milliseconds_of([&] {
    c->request(request("http://a.zone.example:" + std::to_string(silent.port()) + "/"), use);
  });
  EXPECT_GT(took, 190);
  EXPECT_LT(took, 300);
}

TEST_F(ClientTest, BudgetsAreTheEvaluations) {
  Loopback server(kFine);
  policy_.max_requests = 2;
  auto c = client(server.port());
  resolver_->answers = {{"127.0.0.1"}};
  const std::string json = request("http://a.zone.example:" + std::to_string(server.port()) + "/");
  EXPECT_EQ(c->request(json, use_).status, HostReply::Status::Answer);
  EXPECT_EQ(c->request(json, use_).status, HostReply::Status::Answer);
  EXPECT_NE(c->request(json, use_).json.find("egress denied (requests)"), std::string::npos);
  HttpUse another;
  EXPECT_EQ(c->request(json, another).status, HostReply::Status::Answer);
  EXPECT_EQ(server.visits(), 3);
}

TEST_F(ClientTest, MalformedRequestsAreRefused) {
  auto c = client(443);
  for (const char* json :
       {"", "[]", "{}", R"({"method": 1, "url": "x"})",
        R"({"method": "GET", "url": "https://a.zone.example/", "headers": 1})",
        R"({"method": "GET", "url": "https://a.zone.example/", "body_base64": "*"})",
        R"({"method": "GET", "url": "https://a.zone.example/", "timeout": [1]})",
        R"({"method": "GET", "url": "https://a.zone.example/", "redirect": {}})"}) {
    EXPECT_EQ(c->request(json, use_).status, HostReply::Status::Refused) << json;
  }
  EXPECT_EQ(resolver_->asked, 0);
}

TEST_F(ClientTest, ManyThreadsShareAClient) {
  Loopback server(kFine);
  auto c = client(server.port());
  resolver_->answers = {{"127.0.0.1"}};
  policy_.allow.clear();
  auto shared =
      make_client({.allow = {*HttpRule::parse("127.0.0.1:" + std::to_string(server.port()))}},
                  system_resolver());
  std::atomic<int> good{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      HttpUse use;
      for (int k = 0; k < 20; ++k) {
        HostReply reply = shared.client->request(
            request("http://127.0.0.1:" + std::to_string(server.port()) + "/"), use);
        good += reply.status == HostReply::Status::Answer;
      }
    });
  }
  for (std::thread& t : threads) t.join();
  EXPECT_EQ(good, 160);
}

}  // namespace
}  // namespace belljar::transport
