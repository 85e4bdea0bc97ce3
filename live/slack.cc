// Slack's Web API. Failures come with status 200 and "ok": false; lists go on by a cursor.
#include <map>

#include "live/calls.h"
#include "live/people.h"

namespace belljar::live {

namespace {

std::optional<Problem> problem(int status, const Json& body) {
  if (status < 400 && member(body, "ok") == true) return std::nullopt;
  return Problem{text_at(body, {"error"}), ""};
}

constexpr Vendor kSlack = {
    "slack", "Slack", "SlackError", "https://slack.com/api", "Bearer ", "application/json",
    problem};

std::optional<Json> list(Session& s, const std::string& path, const char* name, const Query& query,
                         const Foreseen& foreseen = {}) {
  Json all = Json::array();
  std::string cursor;
  for (uint32_t pages = 0; s.count_page(&pages);) {
    Query asked = query;
    asked.emplace_back("limit", "200");
    if (!cursor.empty()) asked.emplace_back("cursor", cursor);
    auto page = s.get(path, asked, foreseen);
    if (!page) return std::nullopt;
    Json items = member(page->body, name);
    if (!items.is_array()) {
      return s.fail("API_ERROR", std::string("Slack: the answer has no list of ") + name);
    }
    for (Json& item : items) all.push_back(std::move(item));
    std::string next = text_at(page->body, {"response_metadata", "next_cursor"});
    if (next.empty()) return all;
    if (next == cursor) return s.fail("API_ERROR", "Slack: the list does not go on");
    cursor = std::move(next);
  }
  return std::nullopt;
}

// One letter of `first`, then capital letters and digits.
bool is_id(std::string_view text, std::string_view first) {
  if (text.size() < 2 || first.find(text[0]) == first.npos) return false;
  return text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == text.npos;
}

// The Slack id of a User, an e-mail address, an id, or "@Real Name".
std::optional<std::string> user_id(Session& s, const Json& user) {
  std::string who = stored_account(s, user, "slack");
  if (!who.empty()) return who;
  who = address_of(user);
  if (is_id(who, "UW")) return who;
  const std::string message = "No Slack user is known as " + who + ".";
  if (!who.starts_with('@')) {
    auto page = s.get("/users.lookupByEmail", {{"email", who}},
                      {"users_not_found", "USER_NOT_FOUND", message});
    if (!page) return std::nullopt;
    return s.id_at(page->body, {"user", "id"});
  }
  auto members = list(s, "/users.list", "members", {});
  if (!members) return std::nullopt;
  const std::string name = who.substr(1);
  std::string found;
  for (const Json& one : *members) {
    if (member(one, "deleted") == true) continue;
    if (text_at(one, {"real_name"}) != name && text_at(one, {"profile", "real_name"}) != name) {
      continue;
    }
    if (!found.empty()) {
      return s.fail("USER_AMBIGUOUS", "Several Slack users are called " + name + ".");
    }
    found = text_at(one, {"id"});
  }
  if (found.empty()) return s.fail("USER_NOT_FOUND", message);
  return found;
}

std::optional<Json> user(Session& s, const Json& arguments) {
  auto id = user_id(s, member(arguments, "identifier"));
  return id ? std::optional<Json>(*id) : std::nullopt;
}

std::optional<Json> get_user_info(Session& s, const Json& arguments) {
  auto id = user_id(s, member(arguments, "user"));
  if (!id) return std::nullopt;
  auto page = s.get("/users.info", {{"user", *id}},
                    {"user_not_found", "USER_NOT_FOUND", "No Slack user has the id " + *id + "."});
  return page ? std::optional<Json>(member(page->body, "user")) : std::nullopt;
}

std::optional<Json> list_users(Session& s, const Json& arguments) {
  auto members = list(s, "/users.list", "members", {});
  if (!members || member(arguments, "active_only") == false) return members;
  Json active = Json::array();
  for (Json& one : *members) {
    if (member(one, "deleted") != true) active.push_back(std::move(one));
  }
  return active;
}

std::optional<Json> is_user_in_group(Session& s, const Json& arguments) {
  const std::string group = text_at(arguments, {"group_id"});
  if (group.empty()) return s.missing("group_id", "is_user_in_group");
  auto id = user_id(s, member(arguments, "user"));
  if (!id) return std::nullopt;
  auto page = s.get(
      "/usergroups.users.list", {{"usergroup", group}},
      {"no_such_subteam", "GROUP_NOT_FOUND", "No Slack user group has the id " + group + "."});
  if (!page) return std::nullopt;
  for (const Json& one : member(page->body, "users")) {
    if (one == *id) return Json(true);
  }
  return Json(false);
}

// "#name" or an id, as text or as a destination.
std::optional<std::string> channel_id(Session& s, const Json& channel) {
  std::string text =
      channel.is_string() ? channel.get<std::string>() : text_at(channel, {"channel_id"});
  if (text.empty()) text = text_at(channel, {"channel_name"});
  if (!text.starts_with('#')) return text;
  auto channels = list(s, "/conversations.list", "channels",
                       {{"types", "public_channel,private_channel"}, {"exclude_archived", "true"}});
  if (!channels) return std::nullopt;
  for (const Json& one : *channels) {
    if ("#" + text_at(one, {"name"}) == text) return s.id_at(one, {"id"});
  }
  return s.fail("CHANNEL_NOT_FOUND", "No Slack channel is called " + text + ".");
}

std::optional<Json> users_in_channel(Session& s, const Json& arguments) {
  auto channel = channel_id(s, member(arguments, "channel"));
  if (!channel) return std::nullopt;
  auto ids = list(
      s, "/conversations.members", "members", {{"channel", *channel}},
      {"channel_not_found", "CHANNEL_NOT_FOUND", "No Slack channel has the id " + *channel + "."});
  if (!ids) return std::nullopt;
  People people(s);
  if (ids->empty()) return people.take();
  auto members = list(s, "/users.list", "members", {});
  if (!members) return std::nullopt;
  std::map<std::string, const Json*> accounts;
  for (const Json& one : *members) accounts[text_at(one, {"id"})] = &one;
  for (const Json& id : *ids) {
    auto account = accounts.find(id.is_string() ? id.get<std::string>() : std::string());
    if (account == accounts.end()) continue;
    if (member(*account->second, "is_bot") == true) {
      people.add_bot(text_at(*account->second, {"name"}));
    } else {
      people.add(text_at(*account->second, {"profile", "email"}));
    }
  }
  return people.take();
}

// Where chat.postMessage shall go: people are reached by a conversation that is opened first.
std::optional<std::string> address(Session& s, const Json& destination) {
  const std::string type = text_at(destination, {"$type"});
  if (type == "SlackChannelID") return text_at(destination, {"channel_id"});
  if (type == "SlackChannelName") return text_at(destination, {"channel_name"});
  std::string users;
  if (type == "SlackUserGroup") {
    for (const Json& one : member(destination, "users")) {
      users += (users.empty() ? "" : ",") + text_at(one, {"user_id"});
    }
  } else if (type == "SlackUser") {
    users = text_at(destination, {"user_id"});
  } else if (type == "User") {
    auto id = user_id(s, destination);
    if (!id) return std::nullopt;
    users = *id;
  }
  if (users.empty()) return s.fail("INVALID_DESTINATION", "Slack cannot send to " + type + ".");
  auto page = s.post("/conversations.open", {{"users", users}});
  if (!page) return std::nullopt;
  return s.id_at(page->body, {"channel", "id"});
}

std::optional<Json> send_message(Session& s, const Json& arguments) {
  auto channel = address(s, member(arguments, "destination"));
  if (!channel) return std::nullopt;
  const Json& message = member(arguments, "message");
  const std::string no_channel = "No Slack channel is known as " + *channel + ".";
  auto page = s.post("/chat.postMessage",
                     {{"channel", *channel},
                      {"text", message.is_string() ? message.get<std::string>() : dumped(message)}},
                     {"channel_not_found", "CHANNEL_NOT_FOUND", no_channel});
  if (!page) return std::nullopt;
  return Json();
}

// The event document does not say which message the request is.
std::optional<Json> send_thread_message(Session& s, const Json&) {
  return s.refuse("slack.send_thread_message: the event names no message to reply to");
}

constexpr CallRow kCalls[] = {
    {"slack.get_user_info", get_user_info},
    {"slack.is_user_in_group", is_user_in_group},
    {"slack.list_users", list_users},
    {"slack.send_message", send_message},
    {"slack.send_thread_message", send_thread_message},
    {"slack.user", user},
    {"slack.users_in_channel", users_in_channel},
};

}  // namespace

Service slack() { return {kSlack, kCalls}; }

}  // namespace belljar::live
