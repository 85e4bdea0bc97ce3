// A host that answers the SDK's calls from its own data, and has a module of its own: `ledger`.
#include <belljar/engine.h>
#include <belljar/evaluation.h>

#include <iostream>
#include <map>
#include <string>

constexpr const char* kFlow = R"(
import ledger
from datetime import datetime

def decide(account, amount):
    try:
        balance = ledger.balance(account)
    except LookupError as e:
        return {"allow": False, "why": str(e), "year": datetime.now().year}
    fee = ledger.fee(amount)
    return {"allow": amount + fee <= balance, "fee": fee, "currency": ledger.CURRENCY}
)";

// Everything that a Host does not override is refused, which ends the evaluation.
class Clock final : public belljar::Host {
 public:
  belljar::HostReply now() override { return belljar::HostReply::answer("1700000000000000"); }
};

belljar::HostModule ledger(const std::map<std::string, int>& accounts) {
  belljar::HostModule module("ledger");
  module
      .constant("CURRENCY", "\"EUR\"")
      // An effect looks at the world: recorded, replayed, counted. JSON both ways.
      .effect("balance", "account: str",
              [&accounts](std::string_view arguments) {
                for (const auto& [name, balance] : accounts) {
                  if (arguments == "{\"account\": \"" + name + "\"}")
                    return belljar::HostReply::answer(std::to_string(balance));
                }
                return belljar::HostReply::error(
                    R"({"class": "LookupError", "message": "no such account"})");
              })
      // A pure function depends on its arguments alone; it reads the program's values in place.
      .pure("fee", "amount: int, rate: float = 0.5", [](belljar::HostCall& call) {
        if (call[0].integer() < 0) return belljar::HostResult::error("ValueError", "negative");
        return belljar::HostResult::real(static_cast<double>(call[0].integer()) * call[1].real());
      });
  return module;
}

int main() {
  const std::map<std::string, int> accounts = {{"A1", 120}, {"B2", 10}};  // outlives the engine
  auto built = belljar::Engine::Builder().add_module(ledger(accounts)).build();
  if (!built.engine) return std::cerr << built.problem << '\n', 1;
  auto compiled = built.engine->compile(kFlow, "flow.py");
  if (!compiled.program) return std::cerr << compiled.report.text, 1;
  Clock host;
  for (const char* args : {R"(["A1", 50])", R"(["B2", 50])", R"(["C3", 1])", R"(["A1", -1])"}) {
    auto outcome = belljar::evaluate(compiled.program, {.handler = "decide", .args_json = args},
                                     {.host = &host});
    std::cout << args << " -> "
              << (outcome.error ? outcome.error->text : outcome.result_json + "\n");
  }
}
