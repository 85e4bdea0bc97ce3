// The merge sort by itself: order, stability, and comparisons that contradict themselves.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "runtime/merge_sort.h"
#include "runtime/sort.h"
#include "tests/support/native_context.h"

namespace belljar {
namespace {

struct Item {
  int key;
  int number;
};
struct KeyLess {
  bool operator()(const Item& a, const Item& b) const { return a.key < b.key; }
  bool failed() const { return false; }
};

template <typename Less>
void merge_sort(std::vector<Item>& items, Less& less) {
  // Exact room, so that a sanitizer sees a step too far.
  std::vector<Item> scratch((items.size() + 1) / 2);
  MergeSort<Item, Less>(items.data(), items.size(), scratch.data(), less).sort();
}

void expect_sorted(std::vector<Item> items) {
  std::vector<Item> wanted = items;
  std::stable_sort(wanted.begin(), wanted.end(),
                   [](const Item& a, const Item& b) { return a.key < b.key; });
  KeyLess less;
  merge_sort(items, less);
  for (size_t i = 0; i < items.size(); ++i) ASSERT_EQ(items[i].number, wanted[i].number);
}

TEST(MergeSort, EveryOrderOfFewItems) {
  for (int n = 0; n <= 5; ++n) {
    int total = 1;
    for (int i = 0; i < n; ++i) total *= 4;
    for (int code = 0; code < total; ++code) {
      std::vector<Item> items;
      for (int i = 0, rest = code; i < n; ++i, rest /= 4) items.push_back({rest % 4, i});
      expect_sorted(items);
    }
  }
}

TEST(MergeSort, PatternsThatRunsAreMadeOf) {
  std::mt19937 random(7);
  for (size_t n : {31u, 32u, 33u, 63u, 64u, 65u, 100u, 1000u, 5000u}) {
    for (int pattern = 0; pattern < 7; ++pattern) {
      std::vector<Item> items;
      for (size_t i = 0; i < n; ++i) {
        int at = static_cast<int>(i), size = static_cast<int>(n);
        int key = pattern == 0   ? at
                  : pattern == 1 ? size - at
                  : pattern == 2 ? static_cast<int>(random() % 1000000)
                  : pattern == 3 ? static_cast<int>(random() % 3)
                  : pattern == 4 ? at % 100
                  : pattern == 5 ? (at < size / 2 ? at : size - at)
                                 : at / 50 * -50 + at % 50;
        items.push_back({key, at});
      }
      expect_sorted(items);
    }
  }
}

struct RandomLess {
  std::mt19937 random;
  bool operator()(const Item&, const Item&) { return random() & 1; }
  bool failed() const { return false; }
};
struct AlwaysLess {
  bool operator()(const Item&, const Item&) const { return true; }
  bool failed() const { return false; }
};
struct FailingLess {
  size_t left;
  bool operator()(const Item& a, const Item& b) {
    if (left == 0) return false;
    --left;
    return a.key < b.key;
  }
  bool failed() const { return left == 0; }
};

template <typename Less>
void expect_permutation(size_t n, Less less) {
  std::vector<Item> items;
  for (size_t i = 0; i < n; ++i) {
    items.push_back({static_cast<int>(i * 7919 % n), static_cast<int>(i)});
  }
  merge_sort(items, less);
  std::vector<bool> seen(n, false);
  for (const Item& item : items) {
    ASSERT_FALSE(seen[static_cast<size_t>(item.number)]);
    seen[static_cast<size_t>(item.number)] = true;
  }
}

TEST(MergeSort, IsAPermutationWhateverTheComparisonSays) {
  for (size_t n : {2u, 10u, 40u, 100u, 777u, 3000u}) {
    for (unsigned seed = 0; seed < 20; ++seed)
      expect_permutation(n, RandomLess{std::mt19937(seed)});
    expect_permutation(n, AlwaysLess{});
    for (size_t calls = 0; calls < 400; calls += 7) expect_permutation(n, FailingLess{calls});
  }
}

TEST(SortList, PutsTheItemsBackWhenItFails) {
  testing::NativeContext context;
  Value items[3] = {Value::integer(2), context.text("x"), Value::integer(1)};
  Value list = new_list(context, items, 3);
  EXPECT_EQ(context.show(sort_list(context, list.as<List>(), Value::none(), false)),
            "TypeError: '<' not supported between instances of 'str' and 'int'");
  EXPECT_EQ(list.as<List>()->size, 3u);
  EXPECT_EQ(context.show(contains(context, list, context.text("x"))), "True");
}

TEST(SortList, KeysAreComparedByTheirKind) {
  testing::NativeContext context;
  auto sorted = [&](std::initializer_list<Value> values) {
    Value list = new_list(context, values.begin(), values.size());
    BELLJAR_CHECK(sort_list(context, list.as<List>(), Value::none(), false));
    return list;
  };
  EXPECT_EQ(context.show(sorted({Value::integer(3), Value::real(2.5), Value::boolean(true)})),
            "[True, 2.5, 3]");
  // 2^53 + 1 is no double: the exact comparison must be used.
  EXPECT_EQ(context.show(
                sorted({Value::integer((int64_t{1} << 53) + 1), Value::real(9007199254740992.0)})),
            "[9007199254740992.0, 9007199254740993]");
  EXPECT_EQ(context.show(sorted({Value::integer(INT64_MAX), Value::integer(INT64_MIN),
                                 Value::integer(-1), Value::integer(0)})),
            "[-9223372036854775808, -1, 0, 9223372036854775807]");
  EXPECT_EQ(context.show(sorted({Value::real(0.0), Value::real(-0.0), Value::real(-1.0)})),
            "[-1.0, 0.0, -0.0]");
}

}  // namespace
}  // namespace belljar
