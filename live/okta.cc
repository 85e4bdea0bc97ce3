// Okta's management API. Lists come in pages whose next is named by the Link header; of that only
// the cursor is used, so that no answer can send the token elsewhere.
#include "live/calls.h"
#include "live/people.h"

namespace belljar::live {

namespace {

std::optional<Problem> problem(int status, const Json& body) {
  if (status < 400) return std::nullopt;
  return Problem{text_at(body, {"errorCode"}), text_at(body, {"errorSummary"})};
}

constexpr Vendor kOkta = {"okta", "Okta", "OktaError", "", "SSWS ", "application/json", problem};

// The cursor of the page behind this one: `after` in the Link with rel="next". Empty: the last.
std::string next_cursor(const std::string& link) {
  size_t next = link.find("rel=\"next\"");
  if (next == std::string::npos) return {};
  size_t open = link.rfind('<', next), close = link.find('>', open);
  if (open == std::string::npos || close == std::string::npos || close > next) return {};
  const std::string url = link.substr(open + 1, close - open - 1);
  size_t at = url.find("?after=");
  if (at == std::string::npos) at = url.find("&after=");
  if (at == std::string::npos) return {};
  const std::string raw = url.substr(at + 7, url.find('&', at + 1) - (at + 7));
  std::string out;
  for (size_t i = 0; i < raw.size(); ++i) {
    auto digit = [&](size_t k) { return std::string_view("0123456789abcdef").find(lower(raw)[k]); };
    if (raw[i] == '%' && i + 2 < raw.size() && digit(i + 1) < 16 && digit(i + 2) < 16) {
      out += static_cast<char>(digit(i + 1) * 16 + digit(i + 2));
      i += 2;
    } else {
      out += raw[i];
    }
  }
  return out;
}

std::optional<Json> list(Session& s, const std::string& path, const Query& query,
                         const Foreseen& foreseen = {}) {
  Json all = Json::array();
  std::string cursor;
  for (uint32_t pages = 0; s.count_page(&pages);) {
    Query asked = query;
    asked.emplace_back("limit", "200");
    if (!cursor.empty()) asked.emplace_back("after", cursor);
    auto page = s.get(path, asked, foreseen);
    if (!page) return std::nullopt;
    if (!page->body.is_array()) return s.fail("API_ERROR", "Okta: the answer is not a list");
    for (Json& item : page->body) all.push_back(std::move(item));
    std::string next = next_cursor(page->link);
    if (next.empty()) return all;
    if (next == cursor) return s.fail("API_ERROR", "Okta: the list does not go on");
    cursor = std::move(next);
  }
  return std::nullopt;
}

Foreseen no_group(const std::string& id) {
  return {"404", "GROUP_NOT_FOUND", "No Okta group has the id " + id + "."};
}

std::optional<Json> user_info(Session& s, const Json& arguments) {
  const Json& user = member(arguments, "user");
  std::string who = stored_account(s, user, "okta");
  if (who.empty()) who = address_of(user);
  if (who.empty()) return s.missing("user", "okta");
  auto page = s.get("/api/v1/users/" + encoded(who), {},
                    {"404", "USER_NOT_FOUND", "No Okta user has the login " + who + "."});
  return page ? std::optional<Json>(std::move(page->body)) : std::nullopt;
}

std::optional<Json> is_user_in_group(Session& s, const Json& arguments) {
  const std::string group = text_at(arguments, {"group_id"});
  if (group.empty()) return s.missing("group_id", "is_user_in_group");
  auto user = user_info(s, arguments);
  if (!user) return std::nullopt;
  auto id = s.id_at(*user, {"id"});
  if (!id) return std::nullopt;
  auto groups = list(s, "/api/v1/users/" + encoded(*id) + "/groups", {});
  if (!groups) return std::nullopt;
  for (const Json& one : *groups) {
    if (text_at(one, {"id"}) == group) return Json(true);
  }
  // Not a member, or no such group: the latter is an error.
  if (!s.get("/api/v1/groups/" + encoded(group), {}, no_group(group))) return std::nullopt;
  return Json(false);
}

std::optional<Json> users_in_group(Session& s, const Json& arguments) {
  const std::string group = text_at(arguments, {"group_id"});
  if (group.empty()) return s.missing("group_id", "users_in_group");
  auto users = list(s, "/api/v1/groups/" + encoded(group) + "/users", {}, no_group(group));
  if (!users) return std::nullopt;
  People people(s);
  for (const Json& user : *users) {
    const std::string email = text_at(user, {"profile", "email"});
    people.add(email.empty() ? text_at(user, {"profile", "login"}) : email);
  }
  return people.take();
}

std::optional<Json> list_groups(Session& s, const Json& arguments) {
  Query query;
  for (auto [argument, parameter] :
       {std::pair{"name_filter", "q"}, {"filter", "filter"}, {"expand", "expand"}}) {
    std::string text = text_at(arguments, {argument});
    if (!text.empty()) query.emplace_back(parameter, text);
  }
  auto groups = list(s, "/api/v1/groups", query);
  if (!groups || member(arguments, "only_native_groups") == false) return groups;
  // The others are those of applications (APP_GROUP) and Okta's own (BUILT_IN).
  Json native = Json::array();
  for (Json& group : *groups) {
    if (text_at(group, {"type"}) == "OKTA_GROUP") native.push_back(std::move(group));
  }
  return native;
}

constexpr CallRow kCalls[] = {
    {"okta.get_user_info", user_info},
    {"okta.is_user_in_group", is_user_in_group},
    {"okta.list_groups", list_groups},
    {"okta.users_in_group", users_in_group},
};

}  // namespace

Service okta() { return {kOkta, kCalls}; }

}  // namespace belljar::live
