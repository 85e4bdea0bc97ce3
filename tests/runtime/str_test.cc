// What the differential test cannot see of str: sharing, limits, cost, indexing of long text, and
// the repr of values that hold themselves.
#include "runtime/str.h"

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/text_search.h"
#include "tests/support/native_context.h"

namespace belljar::testing {
namespace {

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Str, SingleCharactersAndEmptyAreShared) {
  NativeContext c;
  EXPECT_TRUE(c.text("a").same(c.text("a")));
  EXPECT_TRUE(c.text("").same(c.text("")));
  EXPECT_TRUE(str_at(c, c.str("xay"), 1).same(c.text("a")));
  EXPECT_TRUE(str_slice(c, c.str("xay"), 1, 2, 1, 1).same(c.text("a")));
  EXPECT_TRUE(str_concat(c, c.str(""), c.str("a")).same(c.text("a")));
}

// Steps and memory that `s += piece` takes n times.
struct Cost {
  uint64_t steps;
  size_t bytes;
};
Cost cost_of_appends(std::string_view piece, int n) {
  RuntimeLimits limits;
  limits.memory_bytes = 1u << 30;
  NativeContext c(limits);
  Str* s = c.str("start");
  Str* more = c.str(piece);
  for (int i = 0; i < n; ++i) s = str_concat(c, s, more).as<Str>();
  EXPECT_EQ(s->view(), "start" + repeated(piece, n));
  EXPECT_EQ(s->length, 5 + more->length * static_cast<uint32_t>(n));
  return {c.steps_used(), c.heap().bytes()};
}

TEST(Str, AppendingInALoopIsLinear) {
  for (std::string_view piece : {"0123456789", "\u00e90123\U0001f600", "x"}) {
    Cost once = cost_of_appends(piece, 20000), twice = cost_of_appends(piece, 40000);
    EXPECT_LT(twice.steps, once.steps * 5 / 2) << piece;
    EXPECT_LT(twice.bytes, once.bytes * 5 / 2) << piece;
  }
}

TEST(Str, AppendingToAnOlderPrefixLeavesTheNewerAlone) {
  NativeContext c;
  Str* base = c.str(repeated("x", 500));
  Str* first = str_concat(c, base, c.str("one")).as<Str>();
  Str* second = str_concat(c, first, c.str("two")).as<Str>();
  Str* fork = str_concat(c, first, c.str("\u00e9")).as<Str>();
  EXPECT_EQ(first->view(), repeated("x", 500) + "one");
  EXPECT_EQ(second->view(), repeated("x", 500) + "onetwo");
  EXPECT_EQ(fork->view(), repeated("x", 500) + "one\u00e9");
  EXPECT_FALSE(fork->ascii());
}

TEST(Str, IndexingLongTextThatIsNotAscii) {
  NativeContext c;
  const std::string unit = "a\u00e9\u4e2d\U0001f600";
  std::vector<Str*> texts = {c.str(repeated(unit, 100))};
  Str* grown = c.str(unit);
  for (int i = 1; i < 400; ++i) grown = str_concat(c, grown, c.str(unit)).as<Str>();
  texts.push_back(grown);
  const uint32_t widths[] = {1, 2, 3, 4};
  for (Str* s : texts) {
    uint32_t offset = 0;
    for (uint32_t i = 0; i < s->length; ++i) {
      ASSERT_EQ(str_offset(s, i), offset);
      ASSERT_EQ(str_index_of_offset(s, offset), i);
      ASSERT_EQ(str_at(c, s, i).as<Str>()->count, widths[i % 4]);
      offset += widths[i % 4];
    }
    EXPECT_EQ(str_offset(s, s->length), s->count);
  }
}

TEST(Str, HashesAndOrder) {
  NativeContext c;
  for (int n = 0; n < 40; ++n) {
    std::string text = repeated("k", n);
    Str* a = new_str(c, text).as<Str>();
    Str* b = str_concat(c, c.str(""), c.str(text)).as<Str>();
    EXPECT_EQ(str_hash(c, a), str_hash(c, b));
    EXPECT_NE(str_hash(c, a), str_hash(c, c.str(text + "x")));
    EXPECT_NE(str_hash(c, a), 0u);
  }
  EXPECT_LT(str_compare(c.str("a"), c.str("b")), 0);
  EXPECT_LT(str_compare(c.str("\uffff"), c.str("\U0001f600")), 0);
  EXPECT_GT(str_compare(c.str("ab"), c.str("a")), 0);
}

TEST(Str, ResultsBeyondTheMemoryLimitStop) {
  RuntimeLimits limits;
  limits.memory_bytes = 1u << 20;
  {
    NativeContext c(limits);
    EXPECT_EQ(c.show(str_repeat(c, c.str("abc"), int64_t{1} << 62)), "stopped: memory");
  }
  {
    NativeContext c(limits);
    EXPECT_EQ(c.show(c.call_method(c.text("a"), "center", {Value::integer(1 << 30)})),
              "stopped: memory");
  }
  {
    NativeContext c(limits);
    Value big = Value::integer(int64_t{1} << 40);
    EXPECT_EQ(c.show(c.call_method(c.text("{:{}}"), "format", {c.text("a"), big})),
              "stopped: memory");
  }
  {
    NativeContext c(limits);
    Value many = c.text(repeated("a", 1000));
    EXPECT_EQ(c.show(c.call_method(many, "replace", {c.text("a"), c.text(repeated("b", 5000))})),
              "stopped: memory");
  }
}

// All needles and haystacks over two letters, against the plain definition.
TEST(TextSearch, AgreesWithThePlainDefinition) {
  auto word = [](unsigned bits, int n) {
    std::string s;
    for (int i = 0; i < n; ++i) s += bits >> i & 1 ? 'b' : 'a';
    return s;
  };
  for (unsigned h = 0; h < 1u << 10; ++h) {
    const std::string haystack = word(h, 10);
    for (int n = 1; n <= 4; ++n) {
      for (unsigned b = 0; b < 1u << n; ++b) {
        const std::string needle = word(b, n);
        uint64_t work = 0;
        ASSERT_EQ(find_bytes(haystack, needle), haystack.find(needle));
        ASSERT_EQ(find_bytes(haystack, needle, 3), haystack.find(needle, 3));
        ASSERT_EQ(rfind_bytes(haystack, needle, &work), haystack.rfind(needle));
      }
    }
  }
  // The hand-over to the linear search.
  const std::string tail = repeated("a", 5000) + "b";
  for (int n : {2, 17, 300, 2000}) {
    const std::string needle = repeated("a", n) + "b";
    EXPECT_EQ(find_bytes(tail, needle), 5000u - static_cast<size_t>(n));
    EXPECT_EQ(find_bytes(tail, needle + "c"), kNotFound);
  }
  EXPECT_EQ(count_bytes(repeated("ab,", 1000), ","), 1000u);
  EXPECT_EQ(count_bytes(repeated("aa", 501), "aa"), 501u);
}

TEST(Repr, ValuesThatHoldThemselves) {
  NativeContext c;
  Value list = new_list(c, nullptr, 0);
  list_append(c, list.as<List>(), list);
  EXPECT_EQ(c.show(list), "[[...]]");
  Value dict = new_dict(c);
  dict_set(c, dict.as<Dict>(), c.text("me"), dict);
  EXPECT_EQ(c.show(dict), "{'me': {...}}");
  Value twice[2] = {new_list(c, nullptr, 0), Value::none()};
  twice[1] = twice[0];
  EXPECT_EQ(c.show(new_tuple(c, twice, 2)), "([], [])");
}

TEST(Repr, DeepNestingStops) {
  NativeContext c;
  Value v = new_list(c, nullptr, 0);
  for (int i = 0; i < 5000; ++i) v = new_list(c, &v, 1);
  EXPECT_EQ(c.show(v), "RecursionError: maximum recursion depth exceeded");
}

TEST(Bytes, ArrayGrowsAndShrinks) {
  NativeContext c;
  Value a = new_bytearray(c, "hello");
  c.call_method(a, "append", {Value::integer('!')});
  c.call_method(a, "insert", {Value::integer(0), Value::integer('>')});
  EXPECT_EQ(c.show(a), "bytearray(b'>hello!')");
  EXPECT_EQ(c.show(c.call_method(a, "pop")), "33");
  c.call_method(a, "extend", {new_bytes(c, "xyz")});
  c.call_method(a, "remove", {Value::integer('l')});
  c.call_method(a, "reverse");
  EXPECT_EQ(c.show(a), "bytearray(b'zyxoleh>')");
  EXPECT_EQ(c.show(c.call_method(a, "append", {Value::integer(256)})),
            "ValueError: byte must be in range(0, 256)");
  c.call_method(a, "extend", {a});
  EXPECT_EQ(a.as<ByteArray>()->count, 16u);
  c.call_method(a, "clear");
  EXPECT_EQ(c.show(a), "bytearray(b'')");
}

}  // namespace
}  // namespace belljar::testing
