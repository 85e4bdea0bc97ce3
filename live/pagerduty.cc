// PagerDuty's REST API, version 2. Lists come in pages by offset; `more` says whether to go on.
#include <chrono>
#include <cstdio>

#include "live/calls.h"
#include "live/people.h"

namespace belljar::live {

namespace {

std::optional<Problem> problem(int status, const Json& body) {
  if (status < 400) return std::nullopt;
  const Json& error = member(body, "error");
  const Json& code = member(error, "code");
  std::string text = error.is_string() ? error.get<std::string>() : text_at(error, {"message"});
  return Problem{code.is_number_integer() ? std::to_string(code.get<int64_t>()) : "", text};
}

constexpr Vendor kPagerDuty = {"pagerduty",      "PagerDuty",
                               "PagerDutyError", "https://api.pagerduty.com",
                               "Token token=",   "application/vnd.pagerduty+json;version=2",
                               problem};

std::optional<Json> list(Session& s, const std::string& path, const char* name, const Query& query,
                         const Foreseen& foreseen = {}) {
  Json all = Json::array();
  uint64_t offset = 0;
  for (uint32_t pages = 0; s.count_page(&pages);) {
    Query asked = query;
    asked.emplace_back("limit", "100");
    asked.emplace_back("offset", std::to_string(offset));
    auto page = s.get(path, asked, foreseen);
    if (!page) return std::nullopt;
    Json items = member(page->body, name);
    if (!items.is_array()) {
      return s.fail("API_ERROR", std::string("PagerDuty: the answer has no list of ") + name);
    }
    offset += items.size();
    const bool more = member(page->body, "more") == true;
    if (more && items.empty()) return s.fail("API_ERROR", "PagerDuty: the list does not go on");
    for (Json& item : items) all.push_back(std::move(item));
    if (!more) return all;
  }
  return std::nullopt;
}

// The id of the one that is called so.
std::optional<std::string> id_by_name(Session& s, const char* list_name, const std::string& name,
                                      const char* code, const char* label) {
  auto found = list(s, std::string("/") + list_name, list_name, {{"query", name}});
  if (!found) return std::nullopt;
  for (const Json& one : *found) {
    if (text_at(one, {"name"}) == name) return s.id_at(one, {"id"});
  }
  return s.fail(code, std::string("No PagerDuty ") + label + " is called " + name + ".");
}

std::optional<std::string> user_id(Session& s, const Json& user) {
  std::string stored = stored_account(s, user, "pagerduty");
  if (!stored.empty()) return stored;
  const std::string address = address_of(user);
  auto found = list(s, "/users", "users", {{"query", address}});
  if (!found) return std::nullopt;
  for (const Json& one : *found) {
    if (lower(text_at(one, {"email"})) == lower(address)) return s.id_at(one, {"id"});
  }
  return s.fail("USER_NOT_FOUND", "No PagerDuty user has the address " + address + ".");
}

// An id that is given, or that of a given name; empty: neither.
std::optional<std::string> given_id(Session& s, const Json& arguments, bool schedule) {
  std::string id = text_at(arguments, {schedule ? "schedule_id" : "escalation_policy_id"});
  std::string name = text_at(arguments, {schedule ? "schedule_name" : "escalation_policy_name"});
  if (!id.empty() || name.empty()) return id;
  return schedule ? id_by_name(s, "schedules", name, "SCHEDULE_NOT_FOUND", "schedule")
                  : id_by_name(s, "escalation_policies", name, "ESCALATION_POLICY_NOT_FOUND",
                               "escalation policy");
}

// Entries of /oncalls for now. A policy and a schedule together: on call for both at once.
std::optional<Json> on_calls(Session& s, const Json& arguments, Query query) {
  auto policy = given_id(s, arguments, false);
  if (!policy) return std::nullopt;
  auto schedule = given_id(s, arguments, true);
  if (!schedule) return std::nullopt;
  if (!policy->empty()) query.emplace_back("escalation_policy_ids[]", *policy);
  if (!schedule->empty()) query.emplace_back("schedule_ids[]", *schedule);
  return list(s, "/oncalls", "oncalls", query);
}

std::optional<Json> is_on_call(Session& s, const Json& arguments) {
  auto user = user_id(s, member(arguments, "user"));
  if (!user) return std::nullopt;
  auto entries = on_calls(s, arguments, {{"user_ids[]", *user}});
  if (!entries) return std::nullopt;
  return Json(!entries->empty());
}

std::optional<Json> users_on_call(Session& s, const Json& arguments) {
  auto entries = on_calls(s, arguments, {{"include[]", "users"}});
  if (!entries) return std::nullopt;
  People people(s);
  for (const Json& entry : *entries) people.add(text_at(entry, {"user", "email"}));
  return people.take();
}

std::optional<Json> users_for_schedule(Session& s, const Json& arguments) {
  auto schedule = given_id(s, arguments, true);
  if (!schedule) return std::nullopt;
  if (schedule->empty()) return s.missing("schedule_id", "users_for_schedule");
  auto page =
      s.get("/schedules/" + encoded(*schedule) + "/users", {},
            {"404", "SCHEDULE_NOT_FOUND", "No PagerDuty schedule has the id " + *schedule + "."});
  if (!page) return std::nullopt;
  const Json& users = member(page->body, "users");
  if (!users.is_array()) return s.fail("API_ERROR", "PagerDuty: the answer has no list of users");
  People people(s);
  for (const Json& user : users) people.add(text_at(user, {"email"}));
  return people.take();
}

std::string yesterday(const Session& s) {
  using namespace std::chrono;
  const auto then = floor<seconds>(s.now()) - hours(24);
  const auto day = floor<days>(then);
  const year_month_day date(day);
  const hh_mm_ss time(then - day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text;
}

// Texts of a list argument, or the defaults for None.
std::vector<std::string> texts(const Json& value, std::vector<std::string> defaults) {
  if (value.is_null()) return defaults;
  std::vector<std::string> out;
  for (const Json& item : value) {
    if (item.is_string()) out.push_back(item.get<std::string>());
  }
  return out;
}

std::optional<Json> get_incidents(Session& s, const Json& arguments) {
  Query query;
  for (const std::string& status :
       texts(member(arguments, "statuses"), {"triggered", "acknowledged"})) {
    query.emplace_back("statuses[]", status);
  }
  for (const std::string& urgency : texts(member(arguments, "urgencies"), {"high"})) {
    query.emplace_back("urgencies[]", urgency);
  }
  for (const std::string& id : texts(member(arguments, "service_ids"), {})) {
    query.emplace_back("service_ids[]", id);
  }
  // A list without members would be no condition at all to the API.
  for (const char* name : {"assignees", "service_ids", "statuses", "urgencies"}) {
    const Json& value = member(arguments, name);
    if (value.is_array() && value.empty()) return Json::array();
  }
  const Json& assignees = member(arguments, "assignees");
  for (const Json& user : assignees.is_array() ? assignees : Json::array()) {
    auto id = user_id(s, user);
    if (!id) return std::nullopt;
    query.emplace_back("user_ids[]", *id);
  }
  if (assignees.is_array()) {
    for (const auto& [name, value] : query) {
      if (value == "resolved") {
        return s.fail("INVALID_ARGUMENT", "Resolved incidents have no assignees.");
      }
    }
  }
  // Without `until` the API's own range is one month from `since`.
  const std::string since = text_at(arguments, {"since"}), until = text_at(arguments, {"until"});
  query.emplace_back("since", since.empty() ? yesterday(s) : since);
  if (!until.empty()) query.emplace_back("until", until);
  return list(s, "/incidents", "incidents", query);
}

std::optional<Json> has_incident(Session& s, const Json& arguments) {
  auto incidents = get_incidents(s, arguments);
  if (!incidents) return std::nullopt;
  return Json(!incidents->empty());
}

constexpr CallRow kCalls[] = {
    {"pagerduty.get_incidents", get_incidents},
    {"pagerduty.has_incident", has_incident},
    {"pagerduty.is_on_call", is_on_call},
    {"pagerduty.users_for_schedule", users_for_schedule},
    {"pagerduty.users_on_call", users_on_call},
};

}  // namespace

Service pagerduty() { return {kPagerDuty, kCalls}; }

}  // namespace belljar::live
