// Users of the SDK on one side, accounts of a service on the other.
#pragma once

#include "live/session.h"

namespace belljar::live {

// The e-mail address of a user argument ({"$type": "User", …}), else its name.
std::string address_of(const Json& user);
// The account that the event stores for the user, if any: identities.SERVICE[0].user_id.
std::string stored_account(const Session& session, const Json& user, const char* service);

// A list of users for an answer. Someone whom the event knows keeps his id; another's id is made
// from the address, so that the same person is the same user in every run.
class People {
 public:
  explicit People(const Session& session) : session_(session) {}
  // Ignores what has no address, and who is in the list already.
  void add(const std::string& address);
  void add_bot(const std::string& name);
  Json take() { return std::move(list_); }

 private:
  void add(const std::string& name, bool bot);
  const Session& session_;
  Json list_ = Json::array();
};

}  // namespace belljar::live
