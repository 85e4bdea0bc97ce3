// Arguments: what CLI11 is told about each command, and the words of its refusals.
#include "cli/options.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>

#include "belljar/http.h"
#include "belljar/world.h"
#include "cli/exit_code.h"

namespace belljar::cli {
namespace {

constexpr const char* kOverview =
    R"(belljar runs small Python programs that you did not write, bounded and without a way out.

usage: belljar COMMAND [OPTIONS] ...

  check FILE...        judge each file against the profile; run nothing
  run FILE.py          run a program; with --handler NAME decide a flow's event
  test PATH...         run every cases.json found
  record FILE.py       as run, and write down all that decided: a transcript
  replay TRANSCRIPT    decide again from a transcript, bit for bit
  subset [NAME]        what the profile offers; for one name, whether, and what to write instead
  disasm FILE.py       show tokens, syntax tree or bytecode
  version              print the version
  help [TOPIC]         this text, a command's options, or: exit-codes, limits, profiles

`belljar help COMMAND` shows a command's options. FILE - is standard input.
)";

constexpr const char* kExitCodes =
    R"(Exit codes, the same for every command:

   0  done, and the answer is the good one
   1  done, and the answer is the bad one: an uncaught exception, a failed test case, a replay that differs
   2  the source is refused: a policy finding or a syntax error
   3  a limit was hit; stderr says which: limit: steps|memory|depth|time|size|effects
   4  an effect was refused; stderr says which: effect refused: CALL
  64  usage error, unreadable or malformed input
  70  a bug in belljar itself
)";

constexpr const char* kLimits =
    R"(Limits. All are finite, and none may be 0:

  --max-steps N             work units, the same number on every machine
  --max-memory BYTES[K|M|G] of the program's own heap
  --max-depth N             nested calls of Python functions
  --timeout SECONDS         of the monotonic clock
  --max-effects N           calls that leave through the host
  --max-output BYTES[K|M|G] printed

A program cannot catch a limit. Exit code 3.
)";

constexpr const char* kProfiles =
    R"(Profiles (--profile NAME):

  sym               flows: RestrictedPython's refusals, the modules sym.sdk..., requests, json, datetime (default)
  restrictedpython  exactly RestrictedPython's static rules and its safe builtins
  python            Python 3.11's syntax but async, metaclasses, exec and eval; every builtin without I/O
)";

struct CommandRow {
  const char* name;
  Command command;
  const char* description;
};
constexpr CommandRow kCommands[] = {
    {"check", Command::Check,
     "Judges each file against the profile and reports all findings; runs nothing."},
    {"run", Command::Run, "Runs a program, or with --handler a flow's handler with an event."},
    {"test", Command::Test, "Runs every cases.json found under the paths, in parallel."},
    {"record", Command::Record,
     "Runs as `run` does, once, and writes a transcript from which `replay` decides again."},
    {"replay", Command::Replay,
     "Decides again from a transcript, without the world, and says where the two differ."},
    {"subset", Command::Subset,
     "Lists the builtins, methods and modules that the profile offers, or tells of one name."},
    {"disasm", Command::Disasm, "Shows the tokens, the syntax tree or the bytecode of a file."},
    {"version", Command::Version, "Prints the version."},
    {"help", Command::Help, "Explains a command or a topic."},
};

const CommandRow* find_command(const std::string& name) {
  for (const CommandRow& row : kCommands) {
    if (name == row.name) return &row;
  }
  return nullptr;
}

// A whole number, with an optional K, M or G where `sizes`. 0 is never a limit.
std::string read_count(const std::string& text, bool sizes, uint64_t* out) {
  uint64_t value = 0;
  size_t i = 0;
  for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
    if (__builtin_mul_overflow(value, uint64_t{10}, &value) ||
        __builtin_add_overflow(value, static_cast<uint64_t>(text[i] - '0'), &value)) {
      return "is too large";
    }
  }
  if (i == 0) return "is not a whole number";
  if (sizes && i + 1 == text.size()) {
    int shift = text[i] == 'K' ? 10 : text[i] == 'M' ? 20 : text[i] == 'G' ? 30 : 0;
    if (shift) {
      if (value >> (64 - shift)) return "is too large";
      value <<= shift;
      ++i;
    }
  }
  if (i != text.size())
    return sizes ? "is not a size such as 500K, 64M or 1G" : "is not a whole number";
  if (value == 0) return "may not be 0: a limit is never \"unlimited\"";
  *out = value;
  return {};
}

// `most`: what a larger number stands for, as any limit is finite.
template <typename T>
void add_count(CLI::App& app, const char* flag, const char* what, bool sizes, T* out, T most) {
  app.add_option_function<std::string>(
         flag,
         [flag, sizes, out, most](const std::string& text) {
           uint64_t value = 0;
           std::string problem = read_count(text, sizes, &value);
           if (!problem.empty()) throw CLI::ValidationError(flag, "'" + text + "' " + problem);
           *out = static_cast<T>(std::min<uint64_t>(value, most));
         },
         what)
      ->type_name(sizes ? "BYTES[K|M|G]" : "N");
}

void read_timeout(const std::string& text, uint64_t* out) {
  char* end = nullptr;
  double seconds = std::strtod(text.c_str(), &end);
  bool number = !text.empty() && *end == '\0' && std::isfinite(seconds) && text[0] != ' ';
  if (!number || seconds <= 0 || seconds * 1e9 < 1) {
    throw CLI::ValidationError("--timeout", "'" + text + "' is not a time in seconds above 0");
  }
  const uint64_t most = Limits::largest().time_ns;
  *out = seconds * 1e9 >= static_cast<double>(most) ? most : static_cast<uint64_t>(seconds * 1e9);
}

// What the flags say before they are weighed against the terminal and the environment.
struct Raw {
  std::string format = "text";
  std::string color = "auto";
  std::string fail_on = "error";
  std::string stage = "bytecode";
  bool json = false;
};

void add_profile(CLI::App& app, Options& options) {
  app.add_option("--profile", options.profile, "What the programs may do")
      ->check(CLI::IsMember({"sym", "restrictedpython", "python"}))
      ->type_name("sym|restrictedpython|python");
  app.add_option("--allow-module", options.modules,
                 "Lets programs import this module, too (repeatable)")
      ->type_name("NAME")
      ->expected(1)
      ->take_all();
}

void add_output(CLI::App& app, Options& options, Raw& raw) {
  app.add_option("--format", raw.format, "Form of the output")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("text|json");
  app.add_flag("--json", raw.json, "The same as --format json");
  app.add_option("--color", raw.color, "Colours (auto: on a terminal, unless NO_COLOR is set)")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("auto|always|never");
  app.add_flag("-q,--quiet", options.quiet, "Say only what matters");
}

void add_limits(CLI::App& app, Limits& limits) {
  const Limits most = Limits::largest();
  add_count(app, "--max-steps", "Work units", false, &limits.steps, most.steps);
  add_count(app, "--max-memory", "Size of the program's heap", true, &limits.memory_bytes,
            most.memory_bytes);
  add_count(app, "--max-depth", "Nested calls", false, &limits.depth, most.depth);
  app.add_option_function<std::string>(
         "--timeout", [&limits](const std::string& text) { read_timeout(text, &limits.time_ns); },
         "Seconds of execution")
      ->type_name("SECONDS");
  add_count(app, "--max-effects", "Calls that leave through the host", false, &limits.effects,
            most.effects);
  add_count(app, "--max-output", "Size of what is printed", true, &limits.output_bytes,
            most.output_bytes);
}

void describe(CLI::App& app, Command command, Options& options, Raw& raw) {
  app.set_help_flag("-h,--help", "Show these options");
  switch (command) {
    case Command::Check:
      app.add_option("FILE", options.paths, "Files to judge; - is standard input")->required();
      app.add_option("--fail-on", raw.fail_on, "What makes the exit code 2")
          ->check(CLI::IsMember({"error", "warning"}))
          ->type_name("error|warning");
      break;
    case Command::Record:
      app.add_option("--transcript", options.transcript, "Where to write the transcript")
          ->required()
          ->type_name("TRANSCRIPT.json");
      app.add_option("--case", options.case_file,
                     "Where to write a cases.json with what mattered of the event and the world")
          ->type_name("CASES.json");
      [[fallthrough]];
    case Command::Run:
      app.add_option("FILE", options.paths, "The program; - is standard input")
          ->required()
          ->expected(1);
      app.add_option("--handler", options.handler,
                     "Flow mode: function, Class.method or prefetch:FIELD")
          ->type_name("NAME");
      app.add_option("--event", options.event, "The event document")->type_name("EVENT.json");
      app.add_option("--world", options.world, "Answers to every call that leaves the program")
          ->type_name("WORLD.json");
      app.add_option("--now", options.now, "Fixes the clock (ISO 8601, UTC without an offset)")
          ->type_name("INSTANT");
      app.add_option("--allow-host", options.allow_hosts,
                     "Lets requests reach this host (repeatable; *.SUFFIX, an address, a range)")
          ->type_name("[http://]HOST[:PORT]")
          ->expected(1)
          ->take_all();
      app.add_option("--live", options.live, "The real services that the program may reach")
          ->type_name("CONFIG.toml");
      add_limits(app, options.limits);
      break;
    case Command::Test:
      app.add_option("PATH", options.paths, "cases.json files, or folders to search for them")
          ->required();
      app.add_option("--junit", options.junit, "Where to write the results as JUnit's XML, too")
          ->type_name("FILE.xml");
      add_count(app, "--jobs,-j", "Threads (default: one a processor)", false, &options.jobs, 256u);
      add_limits(app, options.limits);
      break;
    case Command::Replay:
      app.add_option("TRANSCRIPT", options.paths, "What `record` wrote; - is standard input")
          ->required()
          ->expected(1);
      app.add_option("--source", options.source, "A changed program instead of the recorded one")
          ->type_name("FILE.py");
      app.add_option("--secrets", options.secrets,
                     "The secrets' values, {PATH: TEXT}; else stand-ins of their size")
          ->type_name("SECRETS.json");
      add_output(app, options, raw);
      return;
    case Command::Subset:
      app.add_option("NAME", options.paths, "A builtin, TYPE.METHOD, a module or MODULE.MEMBER")
          ->expected(0, 1);
      break;
    case Command::Disasm:
      app.add_option("FILE", options.paths, "The file; - is standard input")
          ->required()
          ->expected(1);
      app.add_option("--stage", raw.stage, "What to show")
          ->check(CLI::IsMember({"tokens", "ast", "bytecode"}))
          ->type_name("tokens|ast|bytecode");
      break;
    case Command::Version:
      add_output(app, options, raw);
      return;
    case Command::Help:
      app.add_option("TOPIC", options.paths, "A command, exit-codes, limits or profiles")
          ->expected(0, 1);
      add_output(app, options, raw);
      return;
  }
  add_profile(app, options);
  add_output(app, options, raw);
}

bool wants_color(const std::string& when, int descriptor) {
  if (when != "auto") return when == "always";
  if (const char* no = std::getenv("NO_COLOR"); no && *no) return false;
  if (const char* force = std::getenv("CLICOLOR_FORCE");
      force && *force && std::string(force) != "0")
    return true;
  if (const char* color = std::getenv("CLICOLOR"); color && std::string(color) == "0") return false;
  if (const char* terminal = std::getenv("TERM"); !terminal || std::string(terminal) == "dumb")
    return false;
  return isatty(descriptor) == 1;
}

std::string command_help(const CommandRow& row) {
  Options options;
  Raw raw;
  CLI::App app(row.description, std::string("belljar ") + row.name);
  describe(app, row.command, options, raw);
  return app.help();
}

ParsedOptions usage_error(const std::string& message, const std::string& hint) {
  return {false, {}, kUsage, "belljar: " + message + "\n" + hint + "\n"};
}

ParsedOptions parse_command(const CommandRow& row, int argc, char** argv) {
  ParsedOptions out;
  Options& options = out.options;
  options.command = row.command;
  Raw raw;
  CLI::App app(row.description, std::string("belljar ") + row.name);
  describe(app, row.command, options, raw);
  std::string hint = std::string("`belljar help ") + row.name + "` shows the options.";
  try {
    app.parse(argc - 1, argv + 1);
  } catch (const CLI::CallForHelp&) {
    return {false, {}, kGood, app.help()};
  } catch (const CLI::ParseError& e) {
    return usage_error(e.what(), hint);
  }
  options.json = raw.json || raw.format == "json";
  options.color_out = wants_color(raw.color, STDOUT_FILENO);
  options.color_err = wants_color(raw.color, STDERR_FILENO);
  options.fail_on_warning = raw.fail_on == "warning";
  options.stage = raw.stage == "tokens" ? Stage::Tokens
                  : raw.stage == "ast"  ? Stage::Ast
                                        : Stage::Bytecode;
  if (CLI::Option* profile = app.get_option_no_throw("--profile"))
    options.profile_given = profile->count() > 0;
  for (const char* name : {"--handler", "--event", "--world", "--now", "--live", "--transcript",
                           "--case", "--source", "--secrets", "--junit"}) {
    CLI::Option* option = app.get_option_no_throw(name);
    if (option && option->count() && option->as<std::string>().empty()) {
      return usage_error(std::string(name) + " needs a value", hint);
    }
  }
  if (!options.event.empty() && options.handler.empty()) {
    return usage_error("--event needs --handler", hint);
  }
  if (!options.now.empty() && !parse_instant(options.now)) {
    return usage_error("--now: '" + options.now + "' is not an ISO 8601 instant", hint);
  }
  for (const std::string& host : options.allow_hosts) {
    if (!HttpRule::parse(host)) {
      return usage_error("--allow-host: '" + host + "' is not [http://]HOST[:PORT]", hint);
    }
  }
  if (!options.world.empty() && (!options.allow_hosts.empty() || !options.live.empty())) {
    return usage_error("--world is the whole world: it goes with neither --allow-host nor --live",
                       hint);
  }
  if (std::string problem = options.limits.problem(); !problem.empty()) {
    return usage_error("limits: " + problem, hint);
  }
  out.ok = true;
  return out;
}

}  // namespace

std::string help_text(const std::string& topic) {
  if (topic.empty()) return kOverview;
  if (topic == "exit-codes") return kExitCodes;
  if (topic == "limits") return kLimits;
  if (topic == "profiles") return kProfiles;
  const CommandRow* row = find_command(topic);
  return row ? command_help(*row) : std::string();
}

ParsedOptions parse_options(int argc, char** argv) {
  std::string hint = "`belljar help` shows the commands.";
  if (argc < 2) return usage_error("a command is missing", hint);
  std::string name = argv[1];
  if (name == "-h" || name == "--help") name = "help";
  if (name == "--version" || name == "-V") name = "version";
  const CommandRow* row = find_command(name);
  if (!row) return usage_error("there is no command '" + name + "'", hint);
  return parse_command(*row, argc, argv);
}

}  // namespace belljar::cli
