// IP addresses and ranges, and which of them are public. Separate from names and URLs: what is
// decided here is decided on bytes, after everything that could be spelled in two ways.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace belljar::transport {

struct Address {
  bool v6 = false;
  std::array<uint8_t, 16> bytes{};  // the first four of an IPv4 address

  bool operator==(const Address&) const = default;
  std::string text() const;
};

// Dotted IPv4 or IPv6, without brackets; no scope ids, no shortened or octal forms.
bool parse_address(std::string_view text, Address* out);

struct Range {
  Address base;
  unsigned bits = 0;

  bool contains(const Address& address) const;
};

// "10.0.0.0/8", "fd00::/8"; an address alone is the range of itself.
bool parse_range(std::string_view text, Range* out);

// Whether the address can only be a host of the public Internet.
bool is_public(const Address& address);

}  // namespace belljar::transport
