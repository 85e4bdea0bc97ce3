// `belljar subset`: what the profile offers, or what is known of one name.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "belljar/subset.h"
#include "cli/commands.h"
#include "cli/exit_code.h"

namespace belljar::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kWidth = 96;
constexpr const char* kKinds[] = {"builtin", "method", "module", "member"};

std::string json_report(const std::vector<SubsetEntry>& entries, std::string_view profile) {
  Json out = {{"schema", "belljar/subset/1"}, {"profile", profile}, {"entries", Json::array()}};
  for (const SubsetEntry& entry : entries) {
    out["entries"].push_back({{"kind", kKinds[entry.kind]},
                              {"name", entry.name},
                              {"offered", entry.offered},
                              {"instead", entry.instead.empty() ? Json() : Json(entry.instead)}});
  }
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

// "head: word word …", wrapped.
std::string paragraph(const std::string& head, const std::vector<std::string>& words) {
  std::string out = "  " + head;
  size_t column = out.size();
  for (const std::string& word : words) {
    if (column + 1 + word.size() > kWidth) {
      out += "\n     ";
      column = 5;
    }
    out += " " + word;
    column += 1 + word.size();
  }
  return out + "\n";
}

// The entries of a kind, those of one owner ("str.join" is str's) together.
std::string section(const std::vector<SubsetEntry>& entries, const char* title,
                    SubsetEntry::Kind kind) {
  std::string out = std::string(title) + "\n";
  std::string owner;
  std::vector<std::string> words;
  auto flush = [&] {
    if (!words.empty()) out += paragraph(owner.empty() ? "" : owner + ":", words);
    words.clear();
  };
  for (const SubsetEntry& entry : entries) {
    if (entry.kind != kind) continue;
    const bool owned = kind == SubsetEntry::Method || kind == SubsetEntry::Member;
    const size_t dot = owned ? entry.name.rfind('.') : std::string::npos;
    const std::string whose = dot == std::string::npos ? "" : entry.name.substr(0, dot);
    if (whose != owner) flush();
    owner = whose;
    words.push_back(dot == std::string::npos ? entry.name : entry.name.substr(dot + 1));
  }
  flush();
  return out;
}

std::string overview(const std::vector<SubsetEntry>& entries, std::string_view profile) {
  return fmt::format(
      "The profile {} offers:\n\n{}\n{}\n{}\n{}", profile,
      section(entries, "Builtins", SubsetEntry::Builtin),
      section(entries, "Methods and attributes of the builtin types", SubsetEntry::Method),
      section(entries, "Modules", SubsetEntry::Module),
      section(entries, "Members of the modules", SubsetEntry::Member));
}

std::string answer(const SubsetEntry& entry, std::string_view profile) {
  if (entry.offered) {
    return fmt::format("{} `{}` is offered by the profile {}\n", kKinds[entry.kind], entry.name,
                       profile);
  }
  std::string out = fmt::format("{} `{}` is not offered by the profile {}", kKinds[entry.kind],
                                entry.name, profile);
  return out + (entry.instead.empty() ? "" : ": " + entry.instead) + "\n";
}

}  // namespace

int subset_command(const Options& options, Output& out) {
  std::shared_ptr<const Engine> engine = make_engine(options.profile, options);
  if (!engine) return kUsage;
  const bool all = options.paths.empty();
  std::vector<SubsetEntry> entries = all ? subset(*engine) : subset(*engine, options.paths[0]);
  if (options.json) {
    out.write(json_report(entries, options.profile));
  } else if (all) {
    out.write(overview(entries, options.profile));
  } else {
    for (const SubsetEntry& entry : entries) out.write(answer(entry, options.profile));
    if (entries.empty()) {
      out.write("nothing in Python's builtins, nor in a module that is offered, is called `" +
                options.paths[0] + "`\n");
    }
  }
  for (const SubsetEntry& entry : entries) {
    if (entry.offered) return kGood;
  }
  return kBad;
}

}  // namespace belljar::cli
