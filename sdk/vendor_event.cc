// From the vendor's event JSON to the event document, member by member.
//
// The vendor's form tells what happened (run, actors, event, fields), not how the flow is
// configured. What it lacks may stand beside its members under our names: `flow` (vars, fields,
// environment, strategy), `contexts`, `source_channel`, `users`, `step_outputs`, `current_step`,
// `forward_context`.
#include "sdk/vendor_event.h"

#include <array>
#include <nlohmann/json.hpp>

#include "belljar/event.h"
#include "runtime/dict.h"
#include "sdk/sym/realm.h"

namespace belljar::sym {

namespace {

using Json = nlohmann::ordered_json;

// Walks over documents recurse.
constexpr int kDepthMost = 128;

std::optional<Json> parsed(std::string_view text) {
  bool deep = false;
  auto bound = [&deep](int depth, Json::parse_event_t, Json&) {
    if (depth > kDepthMost) deep = true;
    return !deep;
  };
  Json out = Json::parse(text, bound, false);
  if (deep || out.is_discarded()) return std::nullopt;
  return out;
}

const Json& member(const Json& object, const char* name) {
  static const Json kNothing;
  if (!object.is_object()) return kNothing;
  auto found = object.find(name);
  return found == object.end() ? kNothing : *found;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> out(1);
  for (char c : text) {
    if (c == separator) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

bool is_uuid(const std::string& text) {
  constexpr std::string_view kShape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  if (text.size() != kShape.size()) return false;
  for (size_t i = 0; i < kShape.size(); ++i) {
    const bool digit = std::isxdigit(static_cast<unsigned char>(text[i])) != 0;
    if (kShape[i] == '-' ? text[i] != '-' : !digit) return false;
  }
  return true;
}

class Reader {
 public:
  explicit Reader(const Json& in) : in_(in) {}

  // False: problem() says why.
  bool read() {
    users_ = member(in_, "users").is_object() ? member(in_, "users") : Json::object();
    const Json& run = object("run");
    const Json& event = object("event");
    const std::string run_srn = text(run, "run", "srn");
    organization_ = split(run_srn, ':')[0];
    const std::string type = text(event, "event", "type");
    const std::string event_srn = text(event, "event", "srn");
    Json payload = {{"srn", made_srn("payload:" + type)},
                    {"timestamp", member(event, "timestamp")},
                    {"user", user(member(in_, "actor"), "actor")},
                    {"fields", fields()}};
    Json made = {{"srn", event_srn},
                 {"name", type},
                 {"template", member(event, "template")},
                 {"meta", {{"srn", event_srn}}},
                 {"channel", channel(member(event, "channel"))},
                 {"payload", std::move(payload)},
                 {"flow", flow(run)},
                 {"run", run_of(run, run_srn)}};
    out_ = {{"format", 1}, {"event", std::move(made)}, {"users", std::move(users_)}};
    for (const char* name : {"step_outputs", "current_step", "forward_context"}) {
      if (!member(in_, name).is_null()) out_[name] = member(in_, name);
    }
    return problem_.empty();
  }

  const Json& document() const { return out_; }
  const std::string& problem() const { return problem_; }

 private:
  // The first problem is the one that is told.
  void wrong(const std::string& where, const std::string& what) {
    if (problem_.empty()) problem_ = "the vendor's form: " + where + ": " + what;
  }
  const Json& object(const char* name) {
    const Json& found = member(in_, name);
    if (!found.is_object()) wrong(name, "an object is missing");
    return found;
  }
  std::string text(const Json& object, const std::string& where, const char* name) {
    const Json& found = member(object, name);
    if (found.is_string()) return found.get<std::string>();
    wrong(where + "." + name, "a text is missing");
    return {};
  }

  // ORGANIZATION:what:latest, with the event's id where it has one.
  std::string made_srn(const std::string& what) const {
    std::string out = organization_ + ":" + what + ":latest";
    const Json& id = member(in_, "id");
    if (id.is_string() && is_uuid(id.get<std::string>())) out += ":" + id.get<std::string>();
    return out;
  }

  // An actor {user (SRN), name, username, identity}: remembered in users_; its id.
  std::string user(const Json& actor, const std::string& where) {
    if (!actor.is_object()) {
      wrong(where, "an object is missing");
      return {};
    }
    const std::string srn = text(actor, where, "user");
    // org:user:TYPE:UUID:latest, in older events without a type.
    std::string id, type = "normal";
    for (const std::string& part : split(srn, ':')) {
      if (part == "bot") type = part;
      if (id.empty() && is_uuid(part)) id = part;
    }
    if (id.empty()) {
      wrong(where + ".user", "'" + srn + "' is not the SRN of a user");
      return {};
    }
    const std::string username = text(actor, where, "username");
    Json& known = users_[id];
    if (!known.is_object()) known = Json::object();
    const Json& identity = member(actor, "identity");
    auto set = [&known](const char* name, const Json& value) {
      if (member(known, name).is_null() && !value.is_null()) known[name] = value;
    };
    set("id", id);
    set("type", type);
    set("username", username);
    if (type == "normal") {
      const Json& email = member(identity, "email");
      if (email.is_string()) {
        set("email", email);
      } else if (username.find('@') != std::string::npos) {
        set("email", username);
      }
    }
    set_names(set, member(actor, "name"));
    add_identity(known, identity);
    return id;
  }

  template <typename Set>
  void set_names(const Set& set, const Json& name) {
    const std::string whole = name.is_string() ? name.get<std::string>() : std::string();
    if (whole.empty()) return;
    const size_t space = whole.find(' ');
    set("first_name", whole.substr(0, space));
    if (space != std::string::npos) set("last_name", whole.substr(space + 1));
  }

  static void add_identity(Json& user, const Json& identity) {
    const Json& service = member(identity, "service");
    if (!service.is_string()) return;
    const Json& own = member(identity, "user_id");
    Json entry = {{"service", service},
                  {"service_id", member(identity, "external_id")},
                  {"user_id", own.is_null() ? member(identity, "email") : own}};
    if (!user["identities"].is_object()) user["identities"] = Json::object();
    Json& list = user["identities"][service.get<std::string>()];
    if (!list.is_array()) list = Json::array();
    for (const Json& other : list) {
      if (member(other, "service_id") == entry["service_id"]) return;
    }
    list.push_back(std::move(entry));
  }

  // "slack", "internal" …: what the vendor says of a channel is its type.
  Json channel(const Json& given) {
    if (given.is_object() || given.is_null()) return given;
    if (!given.is_string()) {
      wrong("event.channel", "not a text");
      return {};
    }
    const std::string type = given.get<std::string>();
    return {{"srn", organization_ + ":channel:" + type + ":latest"}, {"type", type}};
  }

  Json fields() {
    const Json& given = member(in_, "fields");
    if (given.is_null()) return Json::object();
    if (!given.is_object()) {
      wrong("fields", "not an object");
      return {};
    }
    Json out = given;
    auto target = out.find("target");
    if (target != out.end() && target->is_object() && !target->contains("$type")) {
      (*target)["$type"] = "AccessTarget";
    }
    return out;
  }

  // Its SRN from the run; how it is configured, if somebody has added that.
  Json flow(const Json& run) {
    const Json& more = member(in_, "flow");
    if (!more.is_null() && !more.is_object()) wrong("flow", "not an object");
    Json out = more.is_object() ? more : Json::object();
    if (!out.contains("srn")) out["srn"] = text(run, "run", "flow");
    if (!out.contains("environment")) {
      out["environment"] = {{"srn", organization_ + ":environment:unknown:latest"},
                            {"integrations", Json::object()}};
    }
    return out;
  }

  Json run_of(const Json& run, const std::string& srn) {
    Json actors = Json::object();
    const Json& given = member(run, "actors");
    if (!given.is_null() && !given.is_object()) wrong("run.actors", "not an object");
    if (given.is_object()) {
      for (const auto& [name, actor] : given.items()) {
        actors[name] = user(actor, "run.actors." + name);
      }
    }
    return {{"srn", srn},
            {"actors", std::move(actors)},
            {"contexts", member(in_, "contexts")},
            {"source_channel", channel(member(in_, "source_channel"))}};
  }

  const Json& in_;
  Json out_;
  Json users_;
  std::string organization_;
  std::string problem_;
};

bool looks_like_vendor(const Json& document) {
  return document.is_object() && !document.contains("format") && document.contains("run") &&
         member(document, "type") == "event";
}

}  // namespace

bool is_vendor_event(Context& context, const Dict* document) {
  return text_view(member(context, document, Name::type)) == "event" &&
         !member(context, document, Name::run).is_undefined() &&
         member(context, document, Name::format).is_undefined();
}

bool vendor_event_document(std::string_view json, std::string* document, std::string* problem) {
  const std::optional<Json> in = parsed(json);
  if (!in) {
    *problem = "the vendor's form: no JSON, or nested too deeply";
    return false;
  }
  Reader reader(*in);
  if (!reader.read()) {
    *problem = reader.problem();
    return false;
  }
  *document = reader.document().dump(-1, ' ', false, Json::error_handler_t::replace);
  return true;
}

}  // namespace belljar::sym

namespace belljar {

EventDocument event_document(std::string_view json) {
  EventDocument out;
  const std::optional<sym::Json> in = sym::parsed(json);
  if (!in || !sym::looks_like_vendor(*in)) {
    out.json = json;
    return out;
  }
  sym::vendor_event_document(json, &out.json, &out.problem);
  return out;
}

}  // namespace belljar
