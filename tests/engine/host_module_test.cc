// Host modules: declarations, values both ways, effects through the door, mistakes.
#include "belljar/host_module.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "belljar/engine.h"
#include "belljar/evaluation.h"
#include "belljar/replay.h"

namespace belljar {
namespace {

HostModule bank() {
  HostModule module("bank");
  module.constant("CURRENCY", "\"EUR\"")
      .constant("TABLE", R"({"rates": [1, 2.5]})")
      .effect("balance", "account: str, /",
              [](std::string_view arguments) {
                if (arguments == R"({"account": "none"})")
                  return HostReply::error(R"({"class": "LookupError", "message": "no account"})");
                if (arguments == R"({"account": "shut"})") return HostReply::refused("closed");
                if (arguments == R"({"account": "bad"})") return HostReply::answer("{");
                if (arguments == R"({"account": "throw"})") throw std::runtime_error("broken");
                return HostReply::answer(R"({"amount": 1200})");
              })
      .pure("fee", "amount: int | float, rate: float = 0.5",
            [](HostCall& call) { return HostResult::real(call[0].real() * call[1].real()); })
      .pure("seen", "value",
            [](HostCall& call) {
              ValueView v = call[0];
              std::string text =
                  std::to_string(static_cast<int>(v.kind())) + " " + std::to_string(v.size()) +
                  " " + std::string(v.text()) + " " + std::to_string(v.integer()) + " " +
                  std::to_string(v.item(1).integer()) + " " + std::string(v.member("k").text());
              size_t position = 0;
              ValueView key, value;
              while (v.next(&position, &key, &value)) text += "," + std::string(key.text());
              return HostResult::text(text);
            })
      .pure("made", "",
            [](HostCall&) {
              return HostResult::object(
                  {{"l", HostResult::list({HostResult::integer(1), HostResult::boolean(true),
                                           HostResult::none()})},
                   {"j", HostResult::json("[2, {\"a\": null}]")},
                   {"t", HostResult::text("a\xFFz")}});
            })
      .pure("fails", "name: str, message: str = 'm'",
            [](HostCall& call) {
              return HostResult::error(std::string(call[0].text()), std::string(call[1].text()));
            })
      .pure("malformed", "", [](HostCall&) { return HostResult::json("{"); })
      .pure("throws", "", [](HostCall&) -> HostResult { throw std::runtime_error("broken"); })
      .pure("busy", "", [](HostCall& call) {
        while (call.charge(1'000'000)) {
        }
        return HostResult::none();
      });
  return module;
}

std::shared_ptr<const Program> compiled(const std::string& source,
                                        const HostModule& module = bank()) {
  Engine::Built built = Engine::Builder().profile("python").add_module(module).build();
  EXPECT_TRUE(built.engine) << built.problem;
  Compiled made = built.engine->compile(source, "flow.py");
  EXPECT_TRUE(made.program) << made.report.text;
  return made.program;
}

std::string printed(const std::string& source) {
  Outcome out = evaluate(compiled(source), {});
  return out.output + (out.error ? out.error->class_name + ": " + out.error->message : "") +
         out.effect + (out.effect_reason.empty() ? "" : " (" + out.effect_reason + ")") + out.limit;
}

TEST(HostModule, ConstantsAndFunctionsAreMembers) {
  EXPECT_EQ(printed("import bank\nprint(bank.CURRENCY, bank.TABLE['rates'][1], bank.fee(3))"),
            "EUR 2.5 1.5\n");
  EXPECT_EQ(printed("from bank import balance, fee\nprint(balance('A')['amount'], fee(2, rate=3))"),
            "1200 6.0\n");
  EXPECT_EQ(printed("import bank\nbank.TABLE['rates'].append(3)").substr(0, 9), "TypeError");
}

TEST(HostModule, ArgumentsAreBoundAndTheirTypesChecked) {
  EXPECT_EQ(printed("import bank\nbank.fee()"),
            "TypeError: fee() missing 1 required positional argument: 'amount'");
  EXPECT_EQ(printed("import bank\nbank.fee('1')"),
            "TypeError: fee() argument 'amount' must be int or float, not str");
  EXPECT_EQ(printed("import bank\nbank.balance(account='A')").substr(0, 9), "TypeError");
  EXPECT_EQ(printed("import bank\nbank.balance(1)"),
            "TypeError: balance() argument 'account' must be str, not int");
}

TEST(HostModule, ViewsReadValuesInPlace) {
  auto seen = [](const std::string& text) {
    return printed("import bank\nprint(bank.seen(" + text + "))");
  };
  EXPECT_EQ(seen("None"), "0 0  0 0 \n");
  EXPECT_EQ(seen("True"), "1 0  1 0 \n");
  EXPECT_EQ(seen("2**40"), "2 0  1099511627776 0 \n");
  EXPECT_EQ(seen("2**80"), "8 0  0 0 \n");
  EXPECT_EQ(seen("'äb'"), "4 3 äb 0 0 \n");
  EXPECT_EQ(seen("b'xy'"), "5 2 xy 0 0 \n");
  EXPECT_EQ(seen("(1, 7)"), "6 2  0 7 \n");
  EXPECT_EQ(seen("[1, 7]"), "6 2  0 7 \n");
  EXPECT_EQ(seen("{'a': 1, 'k': 'v', 3: 4}"), "7 3  0 0 v,a,k,\n");
  EXPECT_EQ(seen("{1, 2}"), "8 0  0 0 \n");
}

TEST(HostModule, ResultsAreMadeIntoValues) {
  EXPECT_EQ(printed("import bank\nprint(bank.made())"),
            "{'l': [1, True, None], 'j': [2, {'a': None}], 't': 'a\xEF\xBF\xBDz'}\n");
  EXPECT_EQ(printed("import bank\nbank.fails('ValueError', 'no')"), "ValueError: no");
  EXPECT_EQ(printed("import bank\nbank.fails('SystemExit')"), "RuntimeError: m");
}

TEST(HostModule, AFailingFunctionEndsTheEvaluation) {
  EXPECT_EQ(printed("import bank\ntry:\n  bank.malformed()\nfinally:\n  print(1)"),
            "bank.malformed: malformed result");
  EXPECT_EQ(printed("import bank\nbank.throws()"), "bank.throws: the host failed: broken");
  EXPECT_EQ(printed("import bank\nbank.balance('throw')"),
            "bank.balance (the host failed: broken)");
  EXPECT_EQ(printed("import bank\nbank.balance('shut')"), "bank.balance (closed)");
  EXPECT_EQ(printed("import bank\nbank.balance('bad')"), "bank.balance: malformed reply");
  EXPECT_EQ(printed("import bank\nbank.balance({'a': object})"),
            "TypeError: balance() argument 'account' must be str, not dict");
  EXPECT_EQ(printed("import bank\nbank.busy()"), "steps");
}

TEST(HostModule, AnEffectsErrorIsRaised) {
  EXPECT_EQ(printed("import bank\ntry:\n  bank.balance('none')\nexcept LookupError as e:\n"
                    "  print('caught', e)"),
            "caught no account\n");
}

TEST(HostModule, EffectsCountAndAreReplayed) {
  auto program = compiled("import bank\ndef f():\n    return bank.balance('A')['amount']");
  Outcome out = evaluate(program, {.handler = "f"}, {.transcript = true});
  EXPECT_EQ(out.result_json, "1200");
  EXPECT_EQ(out.usage.effects, 1u);
  Replay::Loaded loaded = Replay::load(out.transcript);
  ASSERT_TRUE(loaded.replay) << loaded.problem;
  // Another answer now: the replay does not ask for it.
  HostModule other("bank");
  other.effect("balance", "account: str, /",
               [](std::string_view) { return HostReply::answer("0"); });
  auto again = compiled(std::string(loaded.replay->source()), other);
  Outcome replayed = evaluate(again, loaded.replay->invocation(), {.host = loaded.replay.get()});
  EXPECT_EQ(replayed.result_json, "1200");
  EXPECT_TRUE(loaded.replay->departures(replayed).empty());
}

TEST(HostModule, AHostMayStandBefore) {
  struct Deny final : Host {
    HostReply function(std::string_view name, std::string_view, const EffectFunction&) override {
      return HostReply::refused("not " + std::string(name));
    }
  } deny;
  Outcome out = evaluate(compiled("import bank\nbank.balance('A')"), {}, {.host = &deny});
  EXPECT_EQ(out.status, Status::Effect);
  EXPECT_EQ(out.effect, "bank.balance");
  EXPECT_EQ(out.effect_reason, "not bank.balance");
}

std::string problem_of(const HostModule& module) {
  return Engine::Builder().add_module(module).build().problem;
}

TEST(HostModule, MistakesAreReportedByBuild) {
  auto nothing = [](HostCall&) { return HostResult::none(); };
  auto signature = [&](const char* text) {
    return problem_of(HostModule("m").pure("f", text, nothing));
  };
  EXPECT_NE(problem_of(HostModule("json")), "");
  EXPECT_NE(problem_of(HostModule("sym")), "");
  EXPECT_NE(problem_of(HostModule("a.b")), "");
  EXPECT_NE(problem_of(HostModule("_a")), "");
  EXPECT_NE(problem_of(HostModule("class")), "");
  EXPECT_NE(problem_of(HostModule("")), "");
  EXPECT_NE(problem_of(HostModule("m").pure("f", "", nullptr)), "");
  EXPECT_NE(problem_of(HostModule("m").effect("f", "", nullptr)), "");
  EXPECT_NE(problem_of(HostModule("m").constant("A", "{")), "");
  EXPECT_NE(problem_of(HostModule("m").constant("A", "1").pure("A", "", nothing)), "");
  for (const char* good : {"", "a", "a, /", "a, /, b: int = -1", "*args, key: str = ', '",
                           "a: str | None = None, **kw", "*, b", "a=1e3", "a: any", "a='x\\n'"}) {
    EXPECT_EQ(signature(good), "") << good;
  }
  for (const char* bad : {"a,,b",
                          ",",
                          "/",
                          "*",
                          "1",
                          "a b",
                          "a=",
                          "a=[]",
                          "a='x",
                          "a='\\'",
                          "a: text",
                          "a, a",
                          "a=1, b",
                          "**k, a",
                          "*a, *b",
                          "a, /, /",
                          "*, /",
                          "a = b = 1",
                          "lambda",
                          "a: ",
                          "a='\\q'",
                          "a=1x",
                          "a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q"}) {
    EXPECT_NE(signature(bad), "") << bad;
  }
  Engine::Builder twice;
  EXPECT_NE(twice.add_module(HostModule("m")).add_module(HostModule("m")).build().problem, "");
  EXPECT_NE(Engine::Builder().keep_warm(1u << 31).build().problem, "");
  EXPECT_EQ(Engine::Builder().keep_warm(0).build().problem, "");
}

TEST(HostModule, EveryProfileMayImportIt) {
  for (const char* profile : {"sym", "restrictedpython", "python"}) {
    Engine::Built built = Engine::Builder().profile(profile).add_module(bank()).build();
    Compiled made = built.engine->compile("import bank\nx = bank.fee(1)\nprint(x)", "flow.py");
    ASSERT_TRUE(made.program) << profile << made.report.text;
  }
  EXPECT_NE(Engine::Builder()
                .add_module(bank())
                .build()
                .engine->compile("import bunk", "f.py")
                .report.text.find("`bank`"),
            std::string::npos);
}

}  // namespace
}  // namespace belljar
