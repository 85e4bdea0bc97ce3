// Which addresses are public: the first and last of each refused range, its neighbours, and the
// forms in which IPv6 carries an IPv4 address.
#include "transport/address.h"

#include <gtest/gtest.h>

namespace belljar::transport {
namespace {

Address parsed(const char* text) {
  Address out;
  EXPECT_TRUE(parse_address(text, &out)) << text;
  return out;
}

TEST(Address, PublicOnes) {
  for (const char* text :
       {"1.1.1.1",          "8.8.8.8",         "9.255.255.255",   "11.0.0.0",
        "100.63.255.255",   "100.128.0.0",     "126.255.255.255", "128.0.0.0",
        "169.253.255.255",  "169.255.0.0",     "172.15.255.255",  "172.32.0.0",
        "191.255.255.255",  "192.0.1.0",       "192.0.3.0",       "192.88.98.255",
        "192.88.100.0",     "192.167.255.255", "192.169.0.0",     "198.17.255.255",
        "198.20.0.0",       "198.51.99.255",   "198.51.101.0",    "203.0.112.255",
        "203.0.114.0",      "223.255.255.255", "2000::",          "2001:200::1",
        "2001:db7:ffff::1", "2001:db9::1",     "2003::1",         "2606:4700::1111",
        "3ffe:ffff::1",     "3fff:1000::1"}) {
    EXPECT_TRUE(is_public(parsed(text))) << text;
  }
}

TEST(Address, OthersAreRefused) {
  for (const char* text :
       {"0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255",
        "127.0.0.1", "127.255.255.255", "169.254.0.0", "169.254.169.254", "172.16.0.0",
        "172.31.255.255", "192.0.0.0", "192.0.0.255", "192.0.2.1", "192.88.99.1", "192.168.0.0",
        "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.7", "203.0.113.7",
        "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "fc00::1",
        "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "100::1", "2001::1", "2001:1ff::1",
        "2001:db8::1", "3fff::1", "3fff:fff::1", "4000::1",
        // Carriers of 127.0.0.1, and of a public address.
        "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b:1::7f00:1",
        "2002:7f00:1::", "2001:0:7f00:1::", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
        "2002:808:808::"}) {
    EXPECT_FALSE(is_public(parsed(text))) << text;
  }
}

TEST(Address, OneSpellingOnly) {
  Address out;
  for (const char* text : {"", "1", "127.1", "0177.0.0.1", "0x7f.0.0.1", "127.0.0.01", "2130706433",
                           "127.0.0.1 ", " 127.0.0.1", "[::1]", "fe80::1%eth0", "::1/128", "a.b"}) {
    EXPECT_FALSE(parse_address(text, &out)) << text;
  }
}

TEST(Range, ContainsByBits) {
  Range range;
  ASSERT_TRUE(parse_range("10.128.0.0/9", &range));
  EXPECT_TRUE(range.contains(parsed("10.128.0.0")));
  EXPECT_TRUE(range.contains(parsed("10.255.255.255")));
  EXPECT_FALSE(range.contains(parsed("10.127.255.255")));
  EXPECT_FALSE(range.contains(parsed("::ffff:10.128.0.0")));
  ASSERT_TRUE(parse_range("fd00::/8", &range));
  EXPECT_TRUE(range.contains(parsed("fdff::1")));
  EXPECT_FALSE(range.contains(parsed("fe00::1")));
  ASSERT_TRUE(parse_range("::1", &range));
  EXPECT_EQ(range.bits, 128u);
  for (const char* text :
       {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8x", "x/8", "::/129"}) {
    EXPECT_FALSE(parse_range(text, &range)) << text;
  }
}

}  // namespace
}  // namespace belljar::transport
