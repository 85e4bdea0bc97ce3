// Heads of answers, line by line.
#include "transport/received_head.h"

#include <gtest/gtest.h>

namespace belljar::transport {
namespace {

std::string problem_of(std::initializer_list<std::string_view> lines, Received* out) {
  ReceivedHead head(1000, 10);
  for (std::string_view line : lines) {
    if (!head.line(line, out)) return head.problem();
  }
  return head.complete() ? "" : "incomplete";
}

TEST(ReceivedHead, InformationalAnswersAreForgotten) {
  Received out;
  EXPECT_EQ(problem_of({"HTTP/1.1 103 Early Hints\r\n", "X: 1\r\n", "\r\n", "HTTP/1.1 200 OK\r\n",
                        "Y:  two words \r\n", "Y: 3\r\n", "Empty:\r\n", "\r\n"},
                       &out),
            "");
  EXPECT_EQ(out.status, 200);
  EXPECT_EQ(out.reason, "OK");
  ASSERT_EQ(out.headers.size(), 3u);
  EXPECT_EQ(out.headers[0], std::pair(std::string("Y"), std::string("two words")));
  EXPECT_EQ(out.headers[2].second, "");
}

TEST(ReceivedHead, WhatIsRefused) {
  Received out;
  const std::string_view ok = "HTTP/1.1 200 OK\r\n";
  EXPECT_EQ(problem_of({ok, "Content-Length: 3\r\n", "content-length: 3\r\n", "\r\n"}, &out), "");
  EXPECT_EQ(problem_of({ok, "Content-Length: 3\r\n", "content-length: 4\r\n"}, &out),
            "two different lengths");
  EXPECT_EQ(problem_of({ok, std::string_view("X: a\0b\r\n", 8)}, &out), "NUL in a header");
  EXPECT_EQ(problem_of({ok, "no colon\r\n"}, &out), "a header line without a name");
  EXPECT_EQ(problem_of({ok, ": no name\r\n"}, &out), "a header line without a name");
  EXPECT_EQ(problem_of({ok, "A B: 1\r\n"}, &out), "a header name with a blank");
  EXPECT_EQ(problem_of({ok, "X: a\rY: b\r\n"}, &out), "a line end inside of a header");
  EXPECT_EQ(problem_of({"HTTP/1.1 2x OK\r\n"}, &out), "a status line without a status");
  EXPECT_EQ(problem_of({ok, std::string(1000, 'x')}, &out),
            "the headers are larger than 1000 bytes");
  EXPECT_EQ(problem_of({ok, "\r\n", "A: 1\r\n", "A: 1\r\n", "A: 1\r\n", "A: 1\r\n", "A: 1\r\n",
                        "A: 1\r\n", "A: 1\r\n", "A: 1\r\n", "A: 1\r\n"},
                       &out),
            "more than 10 header lines");
}

}  // namespace
}  // namespace belljar::transport
