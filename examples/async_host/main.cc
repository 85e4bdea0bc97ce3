// One thread, many evaluations. Each asks people for approval, who answer when they can; meanwhile
// nothing waits and nothing is kept but a snapshot, a JSON text that another process could take up.
#include <belljar/engine.h>
#include <belljar/session.h>

#include <deque>
#include <iostream>
#include <string>

constexpr const char* kFlow = R"(
import people

def decide(request, amount):
    answers = []
    for name in ["Ada", "Grace"]:
        answers.append(people.ask(name, f"{request}: {amount}?"))
        if not answers[-1]:
            break
    return {"request": request, "approved": all(answers), "asked": len(answers)}
)";

// What an event loop would hold: a letter on its way, and the evaluation that waits for the answer.
struct Letter {
  std::string question;
  std::string snapshot;
};

int main() {
  belljar::HostModule people("people");
  // Never called: a session without a host makes every effect a wish.
  people.effect("ask", "name: str, question: str",
                [](std::string_view) { return belljar::HostReply::refused(); });
  auto built = belljar::Engine::Builder().profile("python").add_module(people).build();
  if (!built.engine) return std::cerr << built.problem << '\n', 1;
  auto compiled = built.engine->compile(kFlow, "flow.py");
  if (!compiled.program) return std::cerr << compiled.report.text, 1;

  std::deque<Letter> post;
  auto proceed = [&post](belljar::Session& session) {
    if (const belljar::Wish* wish = session.wish()) {
      post.push_back({wish->arguments_json, session.snapshot()});
    } else {
      std::cout << "decided  " << session.outcome().result_json << '\n';
    }
  };
  for (const char* args : {R"(["laptop", 900])", R"(["plane", 9000000])", R"(["pencil", 1])"}) {
    proceed(*belljar::Session::start(compiled.program, {.handler = "decide", .args_json = args})
                 .session);
  }
  while (!post.empty()) {
    const Letter letter = post.front();
    post.pop_front();
    std::cout << "asked    " << letter.question << '\n';
    auto resumed = belljar::Session::resume(compiled.program, letter.snapshot);
    if (!resumed.session) return std::cerr << resumed.problem << '\n', 1;
    const bool yes = letter.question.find("plane") == std::string::npos;
    resumed.session->answer(belljar::HostReply::answer(yes ? "true" : "false"));
    proceed(*resumed.session);
  }
}
