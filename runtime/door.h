// The one door: every effect of an evaluation passes through Door::request, as JSON in both
// directions, so that it can be answered by a host, mocked by a test, recorded and replayed.
#pragma once

#include <string>
#include <string_view>

namespace belljar {

struct DoorReply {
  enum class Status { Answer, Error, Refused } status = Status::Refused;
  // Answer: the value. Error: {"class", "name", "message", …} as spec'd for `raises`.
  // Refused: a text for the message "effect refused: CALL".
  std::string json;
};

class Door {
 public:
  virtual ~Door() = default;
  // service: "clock", "http", "sdk", "secret"; call: "now", "request", "okta.is_user_in_group" …
  virtual DoorReply request(std::string_view service, std::string_view call,
                            std::string_view arguments_json) = 0;
};

}  // namespace belljar
