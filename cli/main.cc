// Entry: picks the command, and sees to it that no way of ending is a signal or an exception.
#include <unistd.h>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>

#include "belljar/version.h"
#include "cli/commands.h"
#include "cli/exit_code.h"

namespace belljar::cli {
namespace {

// What the signal handler reaches: a handler has no other argument. Set once, before it is
// installed, and never freed.
const Canceller* g_interruption = nullptr;

extern "C" void on_interrupt(int) {
  // The second time somebody is impatient: whatever was buffered is lost.
  if (g_interruption->cancelled()) _exit(kLimit);
  Canceller(*g_interruption).cancel();
}

void install_signals() {
  g_interruption = new Canceller();
  struct sigaction action = {};
  action.sa_handler = on_interrupt;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  // A reader that goes away is a failed write, not a death.
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, nullptr);
}

int version_command(const Options& options, Output& out) {
  if (options.json) {
    out.write(std::string("{\"schema\": \"belljar/version/1\", \"version\": \"") + version() +
              "\"}\n");
  } else {
    out.write(std::string("belljar ") + version() + "\n");
  }
  return kGood;
}

int help_command(const Options& options, Output& out) {
  std::string topic = options.paths.empty() ? std::string() : options.paths[0];
  std::string text = help_text(topic);
  if (text.empty()) {
    complain("belljar: no help for '" + topic + "'\n`belljar help` shows the commands.\n");
    return kUsage;
  }
  out.write(text);
  return kGood;
}

int run_one(const Options& options, Output& out) {
  switch (options.command) {
    case Command::Check:
      return check_command(options, out);
    case Command::Run:
    case Command::Record:
      return run_command(options, out);
    case Command::Replay:
      return replay_command(options, out);
    case Command::Test:
      return test_command(options, out);
    case Command::Subset:
      return subset_command(options, out);
    case Command::Disasm:
      return disasm_command(options, out);
    case Command::Version:
      return version_command(options, out);
    case Command::Help:
      return help_command(options, out);
  }
  return kInternal;
}

int run(int argc, char** argv) {
  Output out;
  ParsedOptions parsed = parse_options(argc, argv);
  int code = parsed.exit_code;
  if (parsed.ok) {
    code = run_one(parsed.options, out);
  } else if (code == kGood) {
    out.write(parsed.message);
  } else {
    complain(parsed.message);
  }
  out.flush();
  if (out.broken()) {
    if (!out.problem().empty())
      complain("belljar: cannot write standard output: " + out.problem() + "\n");
    if (code == kGood) code = kUsage;
  }
  return code;
}

}  // namespace

Canceller interruption() { return *g_interruption; }

int input_error(std::string_view problem) {
  complain("belljar: " + std::string(problem) + "\n");
  return kUsage;
}

std::shared_ptr<const Engine> make_engine(const std::string& profile, const Options& options) {
  Engine::Builder builder;
  builder.profile(profile).limits(options.limits);
  for (const std::string& module : options.modules) builder.allow_module(module);
  Engine::Built built = builder.build();
  if (!built.engine) complain("belljar: " + built.problem + "\n");
  return built.engine;
}

}  // namespace belljar::cli

int main(int argc, char** argv) {
  int code = belljar::cli::kInternal;
  try {
    belljar::cli::install_signals();
    code = belljar::cli::run(argc, argv);
  } catch (const std::bad_alloc&) {
    belljar::cli::complain("belljar: out of memory\n");
  } catch (const std::exception& e) {
    belljar::cli::complain("belljar: internal error: " + std::string(e.what()) + "\n");
  }
  return code;
}
