// World: a Host that answers from a JSON file, as cases.json and `run --world` do. Strict both
// ways: what nothing answers is refused, and what nothing used is a problem afterwards.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "belljar/host.h"

namespace belljar {

// An ISO 8601 instant ("2024-02-29T15:45:00.25Z", "…+01:00"; without an offset: UTC) as
// microseconds since 1970; nothing if it is none. Any thread.
std::optional<int64_t> parse_instant(std::string_view text);
// The other way round: "2024-02-29T15:45:00.250000Z". Any thread.
std::string instant_text(int64_t microseconds);

// One evaluation at a time; make one for each.
class World final : public Host {
 public:
  struct Loaded;
  // `json`: an object with any of "now", "sdk", "http" and "secrets"; other members are ignored.
  static Loaded load(std::string_view json);
  ~World() override;

  HostReply now() override;
  HostReply http(std::string_view request_json) override;
  HostReply call(std::string_view name, std::string_view arguments_json) override;
  HostReply secret(std::string_view path) override;

  struct Unused {
    std::string path;  // "sdk[2]", "http[0]", "secrets.sym/victorops"
    std::string what;  // "okta.list_groups: used 0 of 1 times"
  };
  std::vector<Unused> unused() const;

  struct Impl;

 private:
  explicit World(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

struct World::Loaded {
  std::unique_ptr<World> world;  // null: malformed
  std::string problem;           // which member, and what is wrong with it
};

}  // namespace belljar
