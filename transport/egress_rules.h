// The policy as decisions: which place, method, header and address a program may use. Knows no
// network: every decision is a function of the policy and of text.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "belljar/http.h"
#include "transport/address.h"
#include "transport/transfer.h"

namespace belljar::transport {

// A rule, read once.
struct Rule {
  std::string name;       // exact, lower case; empty: see below
  std::string suffix;     // ".example.com"
  bool is_range = false;  // an address or a range
  Range range;
  std::vector<Range> opened;  // private ranges that the name may resolve to
  std::vector<uint16_t> ports;
  std::vector<std::string> methods;
  bool plain_http = false;
};

class EgressRules {
 public:
  // Empty: good. Else which rule cannot be read.
  std::string read(const std::vector<HttpRule>& rules);

  // The rule that lets a request pass; null: `problem` says what there is no rule for.
  const Rule* find(const Target& target, std::string_view method, std::string* problem) const;
  // Whether all addresses of a name may be connected to, under the rule that let the name pass.
  bool allows(const Rule& rule, const std::vector<Address>& addresses) const;

 private:
  std::vector<Rule> rules_;
};

// What is wrong with a URL's text before it is parsed; empty: nothing.
std::string url_problem(std::string_view url);
// What is wrong with a header that a program sends; empty: nothing.
std::string header_problem(std::string_view name, std::string_view value);
// The header survives a redirect to another origin.
bool crosses_origins(std::string_view name);
// UTF-8 text as the Latin-1 that headers are sent in. False: it has other characters.
bool to_latin1(std::string_view text, std::string* out);

inline constexpr size_t kUrlMost = 8192;
inline constexpr size_t kHeadersMost = 64;

}  // namespace belljar::transport
