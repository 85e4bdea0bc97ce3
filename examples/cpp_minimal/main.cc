// The whole way from a source to a decision.
#include <belljar/engine.h>
#include <belljar/evaluation.h>

#include <iostream>

constexpr const char* kFlow = R"(
def decide(request):
    print("asked by", request["who"])
    return {"allow": request["amount"] <= 100}
)";

int main() {
  auto built = belljar::Engine::Builder().build();  // once a process
  if (!built.engine) return std::cerr << built.problem << '\n', 1;
  auto compiled = built.engine->compile(kFlow, "flow.py");  // once a source
  if (!compiled.program) return std::cerr << compiled.report.text, 1;
  auto outcome = belljar::evaluate(
      compiled.program, {.handler = "decide", .args_json = R"([{"who": "Ada", "amount": 75}])"});
  if (outcome.status != belljar::Status::Ok) return std::cerr << outcome.json() << '\n', 1;
  std::cout << outcome.output << outcome.result_json << '\n';
}
