// Redactor: keeps secrets out of what leaves an evaluation. Every text that goes to a log, an error
// or a transcript passes through it; where a secret's text occurs (as it is, URL-encoded, as JSON
// or Python writes it in a string, or inside base64 at any alignment) a marker with the secret's
// name takes its place: "[secret:okta/token]". In base64 the characters on either side hold some of
// its bits as well: these are cleared.
//
// The marker says how the text was encoded ("[secret:okta/token|base64+1]"), so that restore() can
// put another value into the same places: that is how a transcript is replayed without the secret.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace belljar {

// Fewer bytes keep no secret and would be found in every word: they count as whole texts only.
inline constexpr size_t kShortestSecret = 4;

class Redactor {
 public:
  // A value that is a JSON document counts with each text in it, too, as "name.member".
  void add(std::string_view name, std::string_view value);
  bool empty() const { return needles_.empty() && whole_.empty(); }

  std::string redact(std::string_view text) const;
  std::string restore(std::string_view text) const;
  // The same in all texts of a document, member names included.
  void redact(nlohmann::ordered_json& document) const;
  void restore(nlohmann::ordered_json& document) const;

 private:
  // The bits of a base64 character beside the text that are the secret's, not its neighbour's.
  struct Seam {
    uint8_t mask = 0;
    uint8_t bits = 0;
  };
  struct Needle {
    std::string text;
    std::string marker;
    bool url_safe = false;
    Seam before = {};
    Seam after = {};
  };
  std::string exchange(std::string_view text, std::string Needle::*from, std::string Needle::*to,
                       bool restoring) const;
  void add_value(const std::string& name, std::string_view value);
  void add_base64(const std::string& name, std::string_view value, std::string_view form);
  void add_needle(const std::string& name, std::string_view form, std::string text);
  void add_needle(Needle needle, const std::string& name, std::string_view form);

  std::vector<Needle> needles_;  // longest first
  std::vector<Needle> whole_;    // short ones
};

// A text of as many bytes and code points as the secret had, which tells nothing about it.
std::string secret_stand_in(std::string_view name, size_t bytes, size_t code_points);

}  // namespace belljar
