// Addresses as bytes; the table of ranges that are not public.
#include "transport/address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cstring>

namespace belljar::transport {

namespace {

struct Row {
  const char* range;
  const char* why;
};

// IPv4: everything is public but these (IANA's special-purpose registry, and multicast).
constexpr Row kNotPublic4[] = {
    {"0.0.0.0/8", "this network"},
    {"10.0.0.0/8", "private"},
    {"100.64.0.0/10", "carrier-grade NAT"},
    {"127.0.0.0/8", "loopback"},
    {"169.254.0.0/16", "link-local; clouds' metadata at .169.254"},
    {"172.16.0.0/12", "private"},
    {"192.0.0.0/24", "protocol assignments"},
    {"192.0.2.0/24", "documentation"},
    {"192.88.99.0/24", "6to4 relays"},
    {"192.168.0.0/16", "private"},
    {"198.18.0.0/15", "benchmarks"},
    {"198.51.100.0/24", "documentation"},
    {"203.0.113.0/24", "documentation"},
    {"224.0.0.0/4", "multicast"},
    {"240.0.0.0/4", "reserved, and broadcast"},
};

// IPv6: nothing is public but 2000::/3 less these. Forms that carry an IPv4 address (::ffff:0:0/96,
// ::/96, 64:ff9b::/96, 64:ff9b:1::/48, 2002::/16, 2001::/32) lie all outside of what remains, so
// that an address cannot hide in them and none has to be unwrapped.
constexpr const char* kGlobal6 = "2000::/3";
constexpr Row kNotPublic6[] = {
    {"2001::/23", "protocol assignments, Teredo"},
    {"2001:db8::/32", "documentation"},
    {"2002::/16", "6to4"},
    {"3fff::/20", "documentation"},
};

bool in(const Address& address, const char* range) {
  Range parsed;
  return parse_range(range, &parsed) && parsed.contains(address);
}

}  // namespace

std::string Address::text() const {
  char out[INET6_ADDRSTRLEN] = {};
  inet_ntop(v6 ? AF_INET6 : AF_INET, bytes.data(), out, sizeof out);
  return out;
}

bool parse_address(std::string_view text, Address* out) {
  char copy[INET6_ADDRSTRLEN] = {};
  if (text.size() >= sizeof copy || text.find('\0') != text.npos) return false;
  std::memcpy(copy, text.data(), text.size());
  *out = {};
  if (inet_pton(AF_INET, copy, out->bytes.data()) == 1) return true;
  out->v6 = inet_pton(AF_INET6, copy, out->bytes.data()) == 1;
  return out->v6;
}

bool Range::contains(const Address& address) const {
  if (address.v6 != base.v6) return false;
  const unsigned whole = bits / 8, rest = bits % 8;
  if (!std::equal(base.bytes.begin(), base.bytes.begin() + whole, address.bytes.begin())) {
    return false;
  }
  if (rest == 0) return true;
  const unsigned mask = 0xffu << (8 - rest) & 0xffu;
  return (base.bytes[whole] & mask) == (address.bytes[whole] & mask);
}

bool parse_range(std::string_view text, Range* out) {
  const size_t slash = text.find('/');
  if (!parse_address(text.substr(0, slash), &out->base)) return false;
  const unsigned most = out->base.v6 ? 128 : 32;
  out->bits = most;
  if (slash == text.npos) return true;
  const std::string_view digits = text.substr(slash + 1);
  if (digits.empty() || digits.size() > 3) return false;
  out->bits = 0;
  for (char c : digits) {
    if (c < '0' || c > '9') return false;
    out->bits = out->bits * 10 + static_cast<unsigned>(c - '0');
  }
  return out->bits <= most;
}

bool is_public(const Address& address) {
  if (address.v6 && !in(address, kGlobal6)) return false;
  for (const Row& row : kNotPublic4) {
    if (!address.v6 && in(address, row.range)) return false;
  }
  for (const Row& row : kNotPublic6) {
    if (address.v6 && in(address, row.range)) return false;
  }
  return true;
}

}  // namespace belljar::transport
