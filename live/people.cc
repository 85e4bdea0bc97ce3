// Users by address.
#include "live/people.h"

namespace belljar::live {

namespace {

const Json* known_user(const Session& session, const char* key, const std::string& value) {
  const Json& users = member(session.event(), "users");
  if (!users.is_object() || value.empty()) return nullptr;
  for (const auto& [id, user] : users.items()) {
    if (lower(text_at(user, {key})) == lower(value)) return &user;
  }
  return nullptr;
}

// A UUID of version 8 (RFC 9562: made as one likes) from FNV-1a over the text.
std::string made_id(const std::string& text) {
  using Wide = unsigned __int128;
  const Wide prime = Wide{1} << 88 | 0x13b;
  Wide hash = Wide{0x6c62272e07bb0142} << 64 | 0x62b821756295c58d;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  for (int i = 0; i < 32; ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) out += '-';
    auto digit = static_cast<unsigned>(hash >> (124 - 4 * i) & 15);
    if (i == 12) digit = 8;
    if (i == 16) digit = 8 | (digit & 3);
    out += kHex[digit];
  }
  return out;
}

}  // namespace

std::string address_of(const Json& user) {
  return user.is_string() ? user.get<std::string>() : text_at(user, {"username"});
}

std::string stored_account(const Session& session, const Json& user, const char* service) {
  const Json* known = known_user(session, "id", text_at(user, {"id"}));
  const Json& list = known ? member(member(*known, "identities"), service) : member(user, "");
  return list.is_array() && !list.empty() ? text_at(list[0], {"user_id"}) : std::string();
}

void People::add(const std::string& address) { add(address, false); }
void People::add_bot(const std::string& name) { add(name, true); }

void People::add(const std::string& name, bool bot) {
  if (name.empty()) return;
  std::string id;
  const Json* known = known_user(session_, bot ? "username" : "email", name);
  if (known) id = text_at(*known, {"id"});
  if (id.empty()) id = made_id(lower(name));
  for (const Json& other : list_) {
    if (other["id"] == id) return;
  }
  Json user = {{"$type", "User"}, {"id", id}, {"username", name}};
  if (bot) user["type"] = "bot";
  list_.push_back(std::move(user));
}

}  // namespace belljar::live
