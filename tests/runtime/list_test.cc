// list against std::vector: slices read, written and deleted, growth, and sizes that are refused.
#include "runtime/list.h"

#include <gtest/gtest.h>

#include <vector>

#include "runtime/dict.h"
#include "tests/support/native_context.h"

namespace belljar {
namespace {

using testing::NativeContext;

std::vector<int64_t> contents(const List* list) {
  std::vector<int64_t> out;
  for (uint32_t i = 0; i < list->size; ++i) out.push_back(list->items[i].as_int());
  return out;
}

List* list_of(NativeContext& context, int64_t count, int64_t first = 0) {
  List* list = new_list_reserved(context, 0).as<List>();
  for (int64_t i = 0; i < count; ++i) list_append(context, list, Value::integer(first + i));
  return list;
}

SliceBounds bounds_of(int64_t start, int64_t stop, int64_t step, int64_t length) {
  SliceBounds bounds{start, stop, step, 0};
  adjust_slice(&bounds, length);
  return bounds;
}

// Every bound from -4 to 4 on every list of up to three items, and steps of both signs.
TEST(ListSlices, ReadDeleteAndAssignAsAVectorDoes) {
  NativeContext context;
  for (int64_t length = 0; length <= 3; ++length) {
    for (int64_t start = -4; start <= 4; ++start) {
      for (int64_t stop = -4; stop <= 4; ++stop) {
        for (int64_t step : {-3, -2, -1, 1, 2, 3}) {
          SliceBounds bounds = bounds_of(start, stop, step, length);
          std::vector<int64_t> chosen;
          std::vector<bool> gone(static_cast<size_t>(length), false);
          for (int64_t i = 0; i < bounds.length; ++i) {
            int64_t at = bounds.start + i * step;
            ASSERT_GE(at, 0);
            ASSERT_LT(at, length);
            chosen.push_back(at);
            gone[static_cast<size_t>(at)] = true;
          }
          List* list = list_of(context, length);
          Value part = list_slice(context, list, bounds.start, step, bounds.length);
          EXPECT_EQ(contents(part.as<List>()), chosen);

          List* shrunk = list_of(context, length);
          list_delete_slice(context, shrunk, bounds);
          std::vector<int64_t> left;
          for (int64_t i = 0; i < length; ++i) {
            if (!gone[static_cast<size_t>(i)]) left.push_back(i);
          }
          EXPECT_EQ(contents(shrunk), left);

          List* written = list_of(context, length);
          List* source = list_of(context, bounds.length, 100);
          Value done = list_assign_slice(context, written, bounds, source->items, source->size);
          EXPECT_TRUE(done.is_none());
          std::vector<int64_t> wanted = contents(list_of(context, length));
          for (size_t i = 0; i < chosen.size(); ++i) {
            wanted[static_cast<size_t>(chosen[i])] = 100 + static_cast<int64_t>(i);
          }
          EXPECT_EQ(contents(written), wanted);
        }
      }
    }
  }
}

TEST(List, GrowsShrinksAndKeepsItsItems) {
  NativeContext context;
  List* list = list_of(context, 5000);
  EXPECT_EQ(list->size, 5000u);
  list_remove_range(context, list, 10, 4980);
  EXPECT_EQ(contents(list).size(), 20u);
  EXPECT_LT(list->capacity, 100u);
  EXPECT_EQ(contents(list)[10], 4990);
  list_insert(context, list, -100, Value::integer(-1));
  list_insert(context, list, 100, Value::integer(-2));
  EXPECT_EQ(contents(list).front(), -1);
  EXPECT_EQ(contents(list).back(), -2);
  list_extend(context, list, Value::object(list));
  EXPECT_EQ(list->size, 44u);
  EXPECT_EQ(contents(list)[22], -1);
}

TEST(List, GrowsInProportionUntilTheMemoryLimit) {
  RuntimeLimits limits;
  limits.memory_bytes = 8u << 20;
  NativeContext context(limits);
  List* list = list_of(context, 0);
  int growths = 0;
  Value status = Value::none();
  while (status.is_none()) {
    const uint32_t capacity = list->capacity;
    status = list_append(context, list, Value::none());
    growths += list->capacity != capacity;
  }
  EXPECT_TRUE(status.is(Kind::Stopped));
  EXPECT_GT(list->size, 100'000u);
  EXPECT_LT(growths, 60);
}

TEST(List, SizesThatCannotBeAreAMemoryLimit) {
  for (int64_t times : {int64_t{1} << 40, INT64_MAX, INT64_MAX / 16}) {
    NativeContext context;
    Value item = Value::none();
    Value list = new_list(context, &item, 1);
    EXPECT_EQ(context.show(list_repeat(context, list.as<List>(), times)), "stopped: memory");
  }
  NativeContext context;
  Value range = new_range(context, Value::integer(0), Value::integer(INT64_MAX), Value::integer(1));
  EXPECT_EQ(context.show(list_from(context, range)), "stopped: memory");
}

TEST(Range, LengthsAtTheEdgesOfInt64) {
  NativeContext context;
  auto show = [&](int64_t start, int64_t stop, int64_t step) {
    Value r = new_range(context, Value::integer(start), Value::integer(stop), Value::integer(step));
    return context.show(r.as<RangeObject>()->length);
  };
  EXPECT_EQ(show(INT64_MIN, INT64_MAX, 1), "18446744073709551615");
  EXPECT_EQ(show(INT64_MIN, INT64_MAX, INT64_MAX), "3");
  EXPECT_EQ(show(INT64_MAX, INT64_MIN, INT64_MIN), "2");
  EXPECT_EQ(show(INT64_MAX, INT64_MIN, -1), "18446744073709551615");
  EXPECT_EQ(show(0, INT64_MAX, 1), "9223372036854775807");
  EXPECT_EQ(show(5, 5, -1), "0");
}

TEST(Iterators, KeepTheirRules) {
  NativeContext context;
  Value list = Value::object(list_of(context, 2));
  Value it = iterate(context, list);
  EXPECT_EQ(next(context, it).as_int(), 0);
  EXPECT_EQ(next(context, it).as_int(), 1);
  EXPECT_TRUE(next(context, it).is_undefined());
  list_append(context, list.as<List>(), Value::none());
  EXPECT_TRUE(next(context, it).is_undefined()) << "exhausted for ever";

  Value dict = new_dict(context);
  dict_set(context, dict.as<Dict>(), Value::integer(1), Value::none());
  dict_set(context, dict.as<Dict>(), Value::integer(2), Value::none());
  Value keys = iterate(context, dict);
  EXPECT_EQ(next(context, keys).as_int(), 1);
  dict_set(context, dict.as<Dict>(), Value::integer(3), Value::none());
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(context.show(next(context, keys)),
              "RuntimeError: dictionary changed size during iteration");
  }
}

}  // namespace
}  // namespace belljar
