// Finding and reading cases.json, with the three forms of an event.
#include "cli/cases.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/files.h"

namespace belljar::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr int kDepthMax = 200;

std::string dump(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Writing and merging recurse, so depth is bounded while reading.
std::optional<Json> parse(const std::string& text, std::string* problem) {
  bool deep = false;
  auto bound = [&deep](int depth, Json::parse_event_t, Json&) {
    deep = deep || depth > kDepthMax;
    return !deep;
  };
  try {
    Json document = Json::parse(text, bound);
    if (!deep) return document;
    *problem = "nested too deeply";
  } catch (const Json::exception& e) {
    std::string_view what = e.what();
    size_t at = what.find("at line ");
    *problem =
        "not JSON" + (at == std::string_view::npos ? "" : ": " + std::string(what.substr(at)));
  }
  return std::nullopt;
}

// RFC 7386.
void merge(Json& target, const Json& patch) {
  if (!patch.is_object()) {
    target = patch;
    return;
  }
  if (!target.is_object()) target = Json::object();
  for (const auto& [name, value] : patch.items()) {
    if (value.is_null()) {
      target.erase(name);
    } else {
      merge(target[name], value);
    }
  }
}

class CaseReader {
 public:
  explicit CaseReader(fs::path folder) : folder_(std::move(folder)) {}

  TestCase read(const Json& json) {
    TestCase out;
    out.problem = read_members(json, out);
    return out;
  }

 private:
  std::string read_members(const Json& json, TestCase& out) {
    if (!json.is_object()) return "not an object";
    // The name first: messages are about it.
    if (auto name = json.find("name"); name != json.end() && name->is_string()) out.name = *name;
    if (out.name.empty()) return "name is missing";
    Json world = Json::object();
    for (const auto& [name, value] : json.items()) {
      if (name == "handler") {
        if (!value.is_string()) return "handler is not a text";
        out.handler = value;
      } else if (name == "args") {
        if (value.is_null()) continue;
        if (!value.is_array()) return "args is not an array";
        out.args = dump(value);
      } else if (name == "expect") {
        if (!value.is_object()) return "expect is not an object";
        out.expect = dump(value);
      } else if (name == "now" || name == "sdk" || name == "http" || name == "secrets") {
        world[name] = value;
      } else if (name == "event") {
        std::string problem = read_event(value, out.event);
        if (!problem.empty()) return problem;
      } else if (name == "contested") {
        if (!value.is_boolean()) return "contested is neither true nor false";
        out.contested = value;
      } else if (name != "name" && name != "note") {
        return "unknown member '" + name + "'";
      }
    }
    if (out.handler.empty()) return "handler is missing";
    out.world = dump(world);
    return {};
  }

  std::string read_event(const Json& value, std::string& out) {
    if (value.is_null()) return {};
    std::string problem;
    if (value.is_string()) {
      const Json* document = load(value.get<std::string>(), &problem);
      if (document) out = dump(*document);
      return problem;
    }
    if (!value.is_object()) return "event is neither a document nor the path of one";
    if (!value.contains("base")) {
      out = dump(value);
      return {};
    }
    if (!value["base"].is_string()) return "event.base is not a path";
    for (const auto& [name, member] : value.items()) {
      if (name != "base" && name != "merge")
        return "event has a base and an unknown member '" + name + "'";
    }
    const Json* base = load(value["base"].get<std::string>(), &problem);
    if (!base) return problem;
    Json document = *base;
    if (value.contains("merge")) merge(document, value["merge"]);
    out = dump(document);
    return {};
  }

  // An event file beside the case file, read once.
  const Json* load(const std::string& path, std::string* problem) {
    auto known = documents_.find(path);
    if (known != documents_.end()) return &known->second;
    FileText file = read_file((folder_ / path).string());
    if (!file.ok) {
      *problem = file.problem;
      return nullptr;
    }
    std::string why;
    std::optional<Json> document = parse(file.text, &why);
    if (!document) {
      *problem = "'" + path + "' is " + why;
      return nullptr;
    }
    return &documents_.emplace(path, std::move(*document)).first->second;
  }

  fs::path folder_;
  std::map<std::string, Json> documents_;
};

std::string read_into(const std::string& text, CaseFile& out) {
  std::string problem;
  std::optional<Json> document = parse(text, &problem);
  if (!document) return problem;
  if (!document->is_object()) return "not an object";
  fs::path folder = fs::path(out.path).parent_path();
  for (const auto& [name, value] : document->items()) {
    if (name == "flow") {
      if (!value.is_string()) return "flow is not a path";
      out.flow = (folder / value.get<std::string>()).string();
    } else if (name == "profile") {
      if (!value.is_string()) return "profile is not a text";
      out.profile = value;
      if (out.profile != "sym" && out.profile != "restrictedpython" && out.profile != "python") {
        return "there is no profile '" + out.profile + "'";
      }
    } else if (name == "cases") {
      if (!value.is_array()) return "cases is not an array";
      if (value.empty()) return "cases is empty: nothing would be tested";
      CaseReader reader(folder);
      for (const Json& one : value) out.cases.push_back(reader.read(one));
    } else if (name != "note") {
      return "unknown member '" + name + "'";
    }
  }
  if (out.flow.empty()) return "flow is missing";
  if (!document->contains("cases")) return "cases is missing";
  return {};
}

}  // namespace

CaseFile read_cases(const std::string& path) {
  CaseFile out;
  out.path = path;
  FileText file = read_file(path);
  if (!file.ok) {
    out.problem = file.problem;
    return out;
  }
  std::string problem = read_into(file.text, out);
  if (!problem.empty()) out.problem = "malformed '" + path + "': " + problem;
  return out;
}

FoundCases find_cases(const std::vector<std::string>& paths) {
  FoundCases out;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      out.files.push_back(path);  // reading it says what is wrong with it
      continue;
    }
    std::vector<std::string> here;
    fs::recursive_directory_iterator walk(path, fs::directory_options::skip_permission_denied,
                                          error);
    for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
      if (walk->path().filename() == "cases.json") here.push_back(walk->path().string());
    }
    if (error) {
      out.problem = "cannot read '" + path + "': " + error.message();
      return out;
    }
    if (here.empty()) {
      out.problem = "there is no cases.json under '" + path + "'";
      return out;
    }
    std::sort(here.begin(), here.end());
    out.files.insert(out.files.end(), here.begin(), here.end());
  }
  return out;
}

}  // namespace belljar::cli
