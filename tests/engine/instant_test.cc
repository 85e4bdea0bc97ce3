// Instants: values from CPython's datetime.fromisoformat(...).timestamp() * 10**6.
#include <gtest/gtest.h>

#include "belljar/world.h"

namespace belljar {
namespace {

TEST(Instant, ReadsWhatCPythonReads) {
  EXPECT_EQ(parse_instant("1970-01-01T00:00:00Z"), 0);
  EXPECT_EQ(parse_instant("2024-02-29T15:45:00Z"), 1709221500000000);
  EXPECT_EQ(parse_instant("2024-01-29T13:45:10.000250Z"), 1706535910000250);
  EXPECT_EQ(parse_instant("2024-01-29T13:45:10.5+01:30"), 1706530510500000);
  EXPECT_EQ(parse_instant("1999-12-31 23:59:59-05:00"), 946702799000000);
  EXPECT_EQ(parse_instant("2024-02-29"), 1709164800000000);
  EXPECT_EQ(parse_instant("0001-01-01T00:00"), -62135596800000000);
  EXPECT_EQ(parse_instant("2024-01-29T13:45:10.1234567899Z"), 1706535910123456);
}

TEST(Instant, RefusesWhatIsNone) {
  for (const char* text :
       {"", "now", "2024", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-32",
        "2024-01-01T24:00", "2024-01-01T10:60", "2024-01-01T10:00:00.", "2024-01-01T10",
        "2024-01-01T10:00:00Zx", "2024-01-01T10:00:00+25:00", "0000-01-01"}) {
    EXPECT_FALSE(parse_instant(text)) << text;
  }
}

}  // namespace
}  // namespace belljar
