// Shows that evaluations which make HTTP requests leave nothing behind: descriptors and memory
// after many of them are those after the first few. Good answers, bombs, cuts, redirects, TLS and
// refusals take turns.
//
//   flat_run PORT TLS-PORT CA-FILE EVALUATIONS
#include <dirent.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "belljar/engine.h"
#include "belljar/evaluation.h"
#include "belljar/http.h"

namespace {

using belljar::HostReply;

constexpr size_t kMostGrowth = 4096;  // KiB of resident memory

int open_descriptors() {
  int count = 0;
  DIR* folder = opendir("/proc/self/fd");
  while (folder && readdir(folder)) ++count;
  if (folder) closedir(folder);
  return count;
}

int threads() {
  int count = 0;
  DIR* folder = opendir("/proc/self/task");
  while (folder && readdir(folder)) ++count;
  if (folder) closedir(folder);
  return count - 2;
}

size_t resident_kib() {
  std::ifstream file("/proc/self/statm");
  size_t total = 0, resident = 0;
  file >> total >> resident;
  return resident * static_cast<size_t>(sysconf(_SC_PAGESIZE)) / 1024;
}

class NetHost final : public belljar::Host {
 public:
  explicit NetHost(std::shared_ptr<const belljar::HttpClient> client)
      : client_(std::move(client)) {}
  HostReply http(std::string_view request) override { return client_->request(request, use_); }

 private:
  std::shared_ptr<const belljar::HttpClient> client_;
  belljar::HttpUse use_;
};

std::string program_text(const std::string& port, const std::string& tls_port) {
  return "import requests\n"
         "U = 'http://localhost:" +
         port +
         "'\n"
         "T = 'https://localhost:" +
         tls_port +
         "'\n"
         "PLACES = [U + '/fine', U + '/hops-3', U + '/echo', U + '/gzip', U + '/gzip-bomb', U + "
         "'/cut-in-body',\n"
         "          U + '/bad-chunk-size', U + '/10000-headers', U + '/loop', T + '/fine', "
         "'http://forbidden.example/',\n"
         "          U + '/set-cookie']\n"
         "def f(n):\n"
         "    with requests.Session() as s:\n"
         "        try:\n"
         "            r = s.get(PLACES[n % len(PLACES)], timeout=5)\n"
         "            return [r.status_code, len(r.content)]\n"
         "        except requests.exceptions.RequestException as e:\n"
         "            return str(e)\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 64;
  belljar::HttpPolicy policy;
  for (int i : {1, 2}) {
    auto rule = belljar::HttpRule::parse("localhost:" + std::string(argv[i]));
    if (!rule) return 64;
    policy.allow.push_back(*rule);
  }
  policy.ca_file = argv[3];
  const int evaluations = std::atoi(argv[4]);
  auto made = belljar::HttpClient::make(policy);
  if (!made.client) {
    std::printf("no client: %s\n", made.problem.c_str());
    return 1;
  }
  auto built = belljar::Engine::Builder().build();
  auto compiled = built.engine->compile(program_text(argv[1], argv[2]), "flat.py");
  if (!compiled.program) {
    std::printf("%s", compiled.report.text.c_str());
    return 1;
  }
  const int warm = evaluations / 10;
  size_t memory = 0, most_memory = 0;
  int descriptors = 0, most_descriptors = 0, answered = 0, most_threads = 0;
  const auto began = std::chrono::steady_clock::now();
  for (int i = 0; i < evaluations; ++i) {
    NetHost host(made.client);
    belljar::EvaluateOptions options;
    options.host = &host;
    const std::string arguments = "[" + std::to_string(i) + "]";
    auto outcome = belljar::evaluate(compiled.program, {"f", {}, arguments}, options);
    if (outcome.status != belljar::Status::Ok) {
      std::printf("evaluation %d: %s\n", i, outcome.json().c_str());
      return 1;
    }
    answered += outcome.result_json.front() == '[';
    if (i < warm) continue;
    if (i == warm) {
      memory = resident_kib();
      descriptors = open_descriptors();
    }
    if (i % 100 == 0 || i + 1 == evaluations) {
      most_memory = std::max(most_memory, resident_kib());
      most_descriptors = std::max(most_descriptors, open_descriptors());
      most_threads = std::max(most_threads, threads());
    }
    if ((i + 1) % (evaluations / 10) == 0) {
      std::printf("%6d evaluations: %d descriptors, %zu KiB resident, %d threads\n", i + 1,
                  open_descriptors(), resident_kib(), threads());
    }
  }
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  std::printf(
      "%d evaluations in %.1f s, %d answered; descriptors %d -> at most %d; memory %zu KiB -> "
      "at most %zu KiB\n",
      evaluations, seconds, answered, descriptors, most_descriptors, memory, most_memory);
  const bool flat = most_descriptors <= descriptors && most_memory <= memory + kMostGrowth;
  return flat && answered > evaluations / 3 ? 0 : 1;
}
