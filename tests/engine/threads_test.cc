// One engine and one program for many threads at once: decisions, effects, sessions, compiling. Run
// it under the tsan preset with BELLJAR_TEST_DECISIONS=10000.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "belljar/engine.h"
#include "belljar/session.h"

namespace belljar {
namespace {

constexpr int kThreads = 16;

int decisions() {
  const char* text = std::getenv("BELLJAR_TEST_DECISIONS");
  return text ? std::atoi(text) : 100;
}

constexpr const char* kFlow = R"(
import bank
import re

class Request:
    def __init__(self, who, amount):
        self.who = who
        self.amount = amount

def decide(who, amount):
    request = Request(who, amount)
    letters = re.findall("[a-z]", who)
    return [bank.balance(who) >= request.amount, bank.double(amount), len(letters)]
)";

TEST(Threads, ShareAnEngineAndItsPrograms) {
  std::atomic<uint64_t> asked{0};
  HostModule bank("bank");
  bank.effect("balance", "account: str",
              [&asked](std::string_view) {
                ++asked;
                return HostReply::answer("50");
              })
      .pure("double", "n: int",
            [](HostCall& call) { return HostResult::integer(2 * call[0].integer()); });
  auto engine = Engine::Builder().profile("python").add_module(bank).keep_warm(32).build().engine;
  ASSERT_TRUE(engine);
  auto program = engine->compile(kFlow, "flow.py").program;
  ASSERT_TRUE(program);
  const int each = decisions();
  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < each; ++i) {
        const int amount = (t * each + i) % 100;
        const std::string args = R"(["ada", )" + std::to_string(amount) + "]";
        const std::string expected = std::string(amount <= 50 ? "[true, " : "[false, ") +
                                     std::to_string(2 * amount) + ", 3]";
        if (i % 50 == 0) {
          // Now and then the other ways to use an engine, at the same time.
          auto fresh = engine->compile(kFlow, "flow.py").program;
          auto session = Session::start(fresh, {.handler = "decide", .args_json = args}).session;
          session->answer(HostReply::answer("50"));
          if (session->outcome().result_json != expected) ++wrong;
        }
        const Outcome out = evaluate(program, {.handler = "decide", .args_json = args});
        if (out.status != Status::Ok || out.result_json != expected) ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(asked, static_cast<uint64_t>(kThreads) * static_cast<uint64_t>(each));
}

}  // namespace
}  // namespace belljar
