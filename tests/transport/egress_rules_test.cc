// Decisions of the policy: which rule lets which target pass.
#include "transport/egress_rules.h"

#include <gtest/gtest.h>

namespace belljar::transport {
namespace {

Target target(std::string scheme, std::string host, uint16_t port) {
  Target out{std::move(scheme), std::move(host), port, "/", {}};
  Address literal;
  if (parse_address(out.host, &literal)) out.literal = literal;
  return out;
}

// "" if some rule lets the target pass, else what is missing.
std::string decided(const std::vector<const char*>& rules, const Target& to,
                    std::string_view method = "GET") {
  std::vector<HttpRule> given;
  for (const char* text : rules) {
    auto rule = HttpRule::parse(text);
    if (!rule) return std::string("no rule: ") + text;
    given.push_back(*rule);
  }
  EgressRules read;
  EXPECT_EQ(read.read(given), "");
  std::string problem;
  if (read.find(to, method, &problem)) return "";
  const size_t open = problem.find('(');
  return open == problem.npos ? problem : problem.substr(open + 1, problem.find(')') - open - 1);
}

TEST(EgressRules, Hosts) {
  EXPECT_EQ(decided({}, target("https", "a.example", 443)),
            "no host may be reached from this program");
  EXPECT_EQ(decided({"a.example"}, target("https", "a.example", 443)), "");
  EXPECT_EQ(decided({"A.Example."}, target("https", "a.example", 443)), "");
  EXPECT_EQ(decided({"a.example"}, target("https", "b.a.example", 443)), "host");
  EXPECT_EQ(decided({"a.example"}, target("https", "xa.example", 443)), "host");
  EXPECT_EQ(decided({"*.a.example"}, target("https", "b.a.example", 443)), "");
  EXPECT_EQ(decided({"*.a.example"}, target("https", "c.b.a.example", 443)), "");
  EXPECT_EQ(decided({"*.a.example"}, target("https", "a.example", 443)), "host");
  EXPECT_EQ(decided({"*.a.example"}, target("https", "xa.example", 443)), "host");
  EXPECT_EQ(decided({"*.a.example"}, target("https", "a.example.evil.example", 443)), "host");
}

TEST(EgressRules, LiteralsNeedARuleThatIsOne) {
  EXPECT_EQ(decided({"*.example"}, target("https", "8.8.8.8", 443)), "host");
  EXPECT_EQ(decided({"8.8.8.8"}, target("https", "8.8.8.8", 443)), "");
  EXPECT_EQ(decided({"8.8.8.0/24"}, target("https", "8.8.8.8", 443)), "");
  EXPECT_EQ(decided({"8.8.9.0/24"}, target("https", "8.8.8.8", 443)), "host");
  EXPECT_EQ(decided({"[::1]:8080"}, target("http", "::1", 8080)), "");
  EXPECT_EQ(decided({"127.0.0.1:8080"}, target("http", "::ffff:127.0.0.1", 8080)), "host");
  EXPECT_EQ(decided({"localhost:8080"}, target("http", "127.0.0.1", 8080)), "host");
}

TEST(EgressRules, PortsAndSchemes) {
  EXPECT_EQ(decided({"a.example"}, target("https", "a.example", 8443)), "port");
  EXPECT_EQ(decided({"a.example"}, target("http", "a.example", 80)), "port");
  EXPECT_EQ(decided({"a.example:80"}, target("http", "a.example", 80)), "scheme");
  EXPECT_EQ(decided({"http://a.example"}, target("http", "a.example", 80)), "");
  EXPECT_EQ(decided({"http://a.example"}, target("https", "a.example", 443)), "");
  EXPECT_EQ(decided({"http://a.example:81"}, target("http", "a.example", 80)), "port");
  EXPECT_EQ(decided({"127.0.0.1:81"}, target("http", "127.0.0.1", 81)), "");
  EXPECT_EQ(decided({"localhost:81"}, target("http", "localhost", 81)), "");
  EXPECT_EQ(decided({"10.0.0.1:81"}, target("http", "10.0.0.1", 81)), "scheme");
}

TEST(EgressRules, Methods) {
  EXPECT_EQ(decided({"a.example"}, target("https", "a.example", 443), "TRACE"), "method");
  EgressRules rules;
  ASSERT_EQ(rules.read({{.host = "a.example", .methods = {"GET"}}}), "");
  std::string problem;
  EXPECT_TRUE(rules.find(target("https", "a.example", 443), "GET", &problem));
  EXPECT_FALSE(rules.find(target("https", "a.example", 443), "POST", &problem));
  EXPECT_EQ(problem, "egress denied (method): no rule allows POST https://a.example:443");
}

TEST(EgressRules, WhatIsNoRule) {
  for (const char* text :
       {"", "*", "*.", "a b", "a.example:0", "a.example:65536", "a.example:x",
        "a.example:", "0.0.0.0/0", "::/0", "ftp://a.example", "a.example/path", "user@a.example",
        "a..example", "1.2.3", "1.2.3.4.5", "m\xc3\xbc.example", "a.*.example", "fe80::1%eth0"}) {
    EXPECT_FALSE(HttpRule::parse(text)) << text;
  }
}

TEST(EgressRules, AddressesAreJudgedTogether) {
  EgressRules rules;
  ASSERT_EQ(rules.read({{.host = "a.example"},
                        {.host = "b.example", .private_ranges = {"10.1.0.0/16"}},
                        {.host = "10.2.0.0/16"},
                        {.host = "10.3.0.1"}}),
            "");
  auto allowed = [&](const char* host, std::vector<const char*> addresses) {
    std::string problem;
    const Rule* rule = rules.find(target("https", host, 443), "GET", &problem);
    EXPECT_TRUE(rule) << problem;
    std::vector<Address> parsed(addresses.size());
    for (size_t i = 0; i < addresses.size(); ++i) parse_address(addresses[i], &parsed[i]);
    return rule && rules.allows(*rule, parsed);
  };
  EXPECT_TRUE(allowed("a.example", {"1.1.1.1", "2606:4700::1"}));
  EXPECT_FALSE(allowed("a.example", {"1.1.1.1", "10.0.0.1"}));
  EXPECT_FALSE(allowed("a.example", {"1.1.1.1", "::1"}));
  EXPECT_FALSE(allowed("a.example", {"1.1.1.1", "::ffff:127.0.0.1"}));
  EXPECT_FALSE(allowed("a.example", {}));
  EXPECT_FALSE(allowed("a.example", {"10.1.0.1"}));
  EXPECT_TRUE(allowed("b.example", {"10.1.0.1", "1.1.1.1"}));
  EXPECT_TRUE(allowed("a.example", {"10.2.0.1"}));   // a range that was named
  EXPECT_FALSE(allowed("a.example", {"10.3.0.1"}));  // an address opens itself alone
  EXPECT_TRUE(allowed("10.3.0.1", {"10.3.0.1"}));
}

TEST(EgressRules, UrlsAndHeaders) {
  EXPECT_EQ(url_problem("https://a.example/path?q=%20#f"), "");
  for (const char* url : {"https://a.example/ x", "https://a.example/\n", "https://a.example\\@b/",
                          "https://m\xc3\xbc.example/", "https://a%2eexample/", "a.example",
                          "https://a.example/\x7f"}) {
    EXPECT_NE(url_problem(url), "") << url;
  }
  EXPECT_NE(url_problem("https://a.example/" + std::string(9000, 'x')), "");
  EXPECT_EQ(header_problem("X-Api-Key", "a\tb \xe9"), "");
  for (const char* name :
       {"", "A B", "A:", "A\r\n", "Host", "content-length", "Transfer-Encoding", "connection",
        "Upgrade", "TE", "Trailer", "Expect", "Proxy-Authorization", "Keep-Alive", "proxy-x"}) {
    EXPECT_NE(header_problem(name, "x"), "") << name;
  }
  for (const char* value : {"a\nb", "a\rb", "\x01", "\x7f"}) {
    EXPECT_NE(header_problem("X", value), "") << value;
  }
  EXPECT_NE(header_problem("X", std::string(8193, 'x')), "");
}

TEST(HttpPolicy, SaysWhatCannotBeUsed) {
  HttpPolicy policy;
  EXPECT_EQ(policy.problem(), "");
  policy.max_requests = 0;
  EXPECT_NE(policy.problem(), "");
  policy = {};
  policy.allow.push_back({.host = "a.example", .methods = {"TRACE"}});
  EXPECT_EQ(policy.problem(), "'a.example' 'TRACE' is not a method that can be allowed");
  policy = {};
  policy.allow.push_back({.host = "a.example", .private_ranges = {"x"}});
  EXPECT_NE(policy.problem(), "");
}

}  // namespace
}  // namespace belljar::transport
