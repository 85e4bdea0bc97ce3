// A decision server: every request is evaluated in an isolate of its own, on the thread that serves
// it; all threads share one engine and its programs.
//
//   decision_server FOLDER [PORT [THREADS]]        without a port, or with 0: any; it is printed
//
//   POST /decide/FLOW/HANDLER   body: an array of arguments, or an event document
//                               -> the outcome (belljar/decision/1); 200 ok, 422 error or refused
//                                  effect, 429 limit, 404 no such flow
//   GET  /healthz               -> "ok", once the folder has been read
//   GET  /metrics               -> Prometheus' text form
#include <belljar/engine.h>
#include <belljar/evaluation.h>
#include <httplib.h>

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <iostream>
#include <thread>

#include "flows.h"

namespace {

using belljar::Status;

struct Metrics {
  std::array<std::atomic<uint64_t>, 5> decisions{};  // by Status
  std::atomic<uint64_t> steps{0}, microseconds{0};

  std::string text(size_t flows) const {
    std::string out = "# TYPE belljar_decisions_total counter\n";
    for (size_t i = 0; i < decisions.size(); ++i) {
      out += std::string("belljar_decisions_total{status=\"") +
             belljar::status_name(static_cast<Status>(i)) + "\"} " +
             std::to_string(decisions[i].load()) + "\n";
    }
    out += "# TYPE belljar_steps_total counter\nbelljar_steps_total " +
           std::to_string(steps.load()) + "\n";
    out +=
        "# TYPE belljar_decision_microseconds_total counter\n"
        "belljar_decision_microseconds_total " +
        std::to_string(microseconds.load()) + "\n";
    return out + "# TYPE belljar_flows gauge\nbelljar_flows " + std::to_string(flows) + "\n";
  }
};

int http_status(Status status) {
  return status == Status::Ok ? 200 : status == Status::Limit ? 429 : 422;
}

httplib::Server* running = nullptr;  // for the signal handler only

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::cerr << "usage: decision_server FOLDER [PORT [THREADS]]\n", 64;
  const int port = argc > 2 ? std::atoi(argv[2]) : 0;
  const size_t threads = argc > 3 ? static_cast<size_t>(std::max(1, std::atoi(argv[3]))) : 8;

  belljar::Limits limits;  // of one decision
  limits.steps = 10'000'000;
  limits.memory_bytes = 32u << 20;
  limits.time_ns = 200'000'000;
  auto built = belljar::Engine::Builder().limits(limits).keep_warm(256).build();
  if (!built.engine) return std::cerr << built.problem << '\n', 1;
  Flows flows(built.engine, argv[1]);
  flows.reload();

  Metrics metrics;
  httplib::Server server;
  server.new_task_queue = [threads] { return new httplib::ThreadPool(threads); };
  server.set_payload_max_length(1u << 20);
  server.Post(R"(/decide/([A-Za-z0-9_]+)/([A-Za-z0-9_.:]+))", [&](const httplib::Request& request,
                                                                  httplib::Response& response) {
    auto program = flows.find(request.matches[1]);
    if (!program) {
      response.status = 404;
      return;
    }
    const std::string handler = request.matches[2];
    const bool arguments = !request.body.empty() && request.body.front() == '[';
    belljar::Invocation call{.handler = handler};
    (arguments ? call.args_json : call.event_json) = request.body;
    const auto began = std::chrono::steady_clock::now();
    const belljar::Outcome outcome = belljar::evaluate(program, call);
    const auto took = std::chrono::steady_clock::now() - began;
    ++metrics.decisions[static_cast<size_t>(outcome.status)];
    metrics.steps += outcome.usage.steps;
    metrics.microseconds +=
        static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(took).count());
    response.status = http_status(outcome.status);
    response.set_content(outcome.json(), "application/json");
  });
  server.Get("/healthz", [](const httplib::Request&, httplib::Response& response) {
    response.set_content("ok\n", "text/plain");
  });
  server.Get("/metrics", [&](const httplib::Request&, httplib::Response& response) {
    response.set_content(metrics.text(flows.size()), "text/plain; version=0.0.4");
  });

  const int bound = port ? (server.bind_to_port("127.0.0.1", port) ? port : -1)
                         : server.bind_to_any_port("127.0.0.1");
  if (bound <= 0) return std::cerr << "cannot bind\n", 1;
  std::cout << "http://127.0.0.1:" << bound << std::endl;
  running = &server;
  std::signal(SIGTERM, [](int) { running->stop(); });
  std::signal(SIGINT, [](int) { running->stop(); });

  std::atomic<bool> done{false};
  std::thread watcher([&] {
    while (!done) {
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
      flows.reload();
    }
  });
  server.listen_after_bind();
  done = true;
  watcher.join();
}
