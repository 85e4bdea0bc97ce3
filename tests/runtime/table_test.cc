// dict and set against a plain model: order, lookup, removal, growth through all index widths.
#include <gtest/gtest.h>

#include <list>
#include <random>
#include <string>
#include <unordered_map>

#include "runtime/dict.h"
#include "tests/support/native_context.h"

namespace belljar {
namespace {

using testing::NativeContext;

// Insertion-ordered map of ints, the simplest possible.
class Model {
 public:
  void set(int64_t key, int64_t value) {
    auto found = at_.find(key);
    if (found != at_.end()) {
      found->second->second = value;
    } else {
      order_.emplace_back(key, value);
      at_[key] = std::prev(order_.end());
    }
  }
  bool remove(int64_t key) {
    auto found = at_.find(key);
    if (found == at_.end()) return false;
    order_.erase(found->second);
    at_.erase(found);
    return true;
  }
  const int64_t* get(int64_t key) const {
    auto found = at_.find(key);
    return found == at_.end() ? nullptr : &found->second->second;
  }
  const std::list<std::pair<int64_t, int64_t>>& order() const { return order_; }

 private:
  std::list<std::pair<int64_t, int64_t>> order_;
  std::unordered_map<int64_t, std::list<std::pair<int64_t, int64_t>>::iterator> at_;
};

// Keys of three kinds stand for the model's ints.
Value key_of(NativeContext& context, int64_t n) {
  switch (n % 3) {
    case 0:
      return Value::integer(n);
    case 1:
      return context.text("key " + std::to_string(n));
    default:
      return Value::real(static_cast<double>(n) + 0.5);
  }
}

void expect_equal(NativeContext& context, Dict* dict, const Model& model) {
  ASSERT_EQ(dict->live, model.order().size());
  uint32_t position = 0;
  for (const auto& [key, value] : model.order()) {
    DictEntry* e = dict_next(dict, &position);
    ASSERT_NE(e, nullptr);
    ASSERT_TRUE(equals(context, e->key, key_of(context, key)).as_bool());
    ASSERT_EQ(e->value.as_int(), value);
  }
  ASSERT_EQ(dict_next(dict, &position), nullptr);
}

TEST(Table, BehavesAsAnOrderedMap) {
  NativeContext context;
  std::mt19937_64 random(1);
  for (int range : {6, 20, 300, 3000, 100000}) {
    Dict* dict = new_dict(context).as<Dict>();
    Model model;
    int steps = range < 1000 ? 4000 : 150000;
    for (int i = 0; i < steps; ++i) {
      int64_t key = static_cast<int64_t>(random() % static_cast<uint64_t>(range));
      Value k = key_of(context, key);
      switch (random() % 4) {
        case 0: {
          Value removed = dict_remove(context, dict, k);
          ASSERT_EQ(!removed.is_undefined(), model.remove(key));
          break;
        }
        case 1: {
          Value found = dict_get(context, dict, k);
          const int64_t* wanted = model.get(key);
          ASSERT_EQ(found.is_undefined(), wanted == nullptr);
          if (wanted) {
            ASSERT_EQ(found.as_int(), *wanted);
          }
          break;
        }
        default:
          ASSERT_TRUE(dict_set(context, dict, k, Value::integer(i)).is_none());
          model.set(key, i);
          break;
      }
    }
    expect_equal(context, dict, model);
    Dict* copy = dict_copy(context, dict).as<Dict>();
    expect_equal(context, copy, model);
    EXPECT_TRUE(equals(context, Value::object(dict), Value::object(copy)).as_bool());
    dict_clear(context, dict);
    EXPECT_EQ(dict->live, 0u);
    EXPECT_TRUE(dict_get(context, dict, Value::integer(0)).is_undefined());
  }
}

TEST(Table, IndexDoesNotSiltUp) {
  // As a stack and as a queue, with ever new keys, at a size that needs an index.
  NativeContext context;
  for (bool queue : {false, true}) {
    Set* set = new_set(context, Kind::Set).as<Set>();
    int64_t oldest = 0;
    for (int64_t i = 0; i < 20; ++i) set_add(context, set, Value::integer(i));
    for (int64_t i = 20; i < 50000; ++i) {
      set_add(context, set, Value::integer(i));
      Value gone = Value::integer(queue ? oldest++ : i);
      ASSERT_TRUE(set_remove(context, set, gone).as_bool());
      ASSERT_EQ(set->live, 20u);
      ASSERT_LE(set->capacity, 128u);
      ASSERT_LE(set->filled, set->capacity);
    }
  }
}

TEST(Table, PopitemAndPopTakeTheEnds) {
  NativeContext context;
  Value dict = new_dict(context);
  Value set = new_set(context, Kind::Set);
  for (int64_t i = 0; i < 100; ++i) {
    dict_set(context, dict.as<Dict>(), Value::integer(i), Value::none());
    set_add(context, set.as<Set>(), Value::integer(i));
  }
  for (int64_t i = 0; i < 100; ++i) {
    EXPECT_EQ(set_pop(context, set.as<Set>()).as_int(), i);
    Value pair = context.call_method(dict, "popitem");
    EXPECT_EQ(pair.as<Tuple>()->items[0].as_int(), 99 - i);
    EXPECT_TRUE(set_contains(context, set.as<Set>(), Value::integer(99)).as_bool() == (i < 99));
  }
  EXPECT_TRUE(set_pop(context, set.as<Set>()).is_undefined());
}

uint64_t hash_value(NativeContext& context, Value v) {
  Value h = hash_of(context, v);
  EXPECT_TRUE(h.is_int());
  return static_cast<uint64_t>(h.as_int());
}

TEST(TableHash, EqualNumbersMeet) {
  NativeContext context;
  Value one = Value::integer(1);
  EXPECT_EQ(hash_value(context, one), hash_value(context, Value::real(1.0)));
  EXPECT_EQ(hash_value(context, one), hash_value(context, Value::boolean(true)));
  EXPECT_EQ(hash_value(context, Value::integer(0)), hash_value(context, Value::real(-0.0)));
  EXPECT_EQ(hash_value(context, Value::integer(INT64_MIN)),
            hash_value(context, Value::real(-9223372036854775808.0)));
  Value tuple_of_int = new_tuple(context, &one, 1);
  Value real = Value::real(1.0);
  Value tuple_of_float = new_tuple(context, &real, 1);
  EXPECT_EQ(hash_value(context, tuple_of_int), hash_value(context, tuple_of_float));
}

TEST(TableHash, MultiplesOfTheModulusSpread) {
  // CPython's int hash is n mod 2^61-1: all of these would fall into one place.
  NativeContext context;
  std::unordered_map<uint64_t, int> low_bits;
  for (int64_t i = 0; i < 4; ++i) {
    uint64_t h = hash_value(context, Value::integer(i * ((int64_t{1} << 61) - 1)));
    EXPECT_EQ(++low_bits[h], 1);
  }
  low_bits.clear();
  for (int64_t i = 0; i < 4096; ++i)
    ++low_bits[hash_value(context, Value::integer(i << 40)) & 4095];
  for (const auto& [bits, count] : low_bits) EXPECT_LE(count, 12) << bits;
}

TEST(TableHash, FrozenSetsDoNotDependOnOrder) {
  NativeContext context;
  Value a = new_set(context, Kind::FrozenSet), b = new_set(context, Kind::FrozenSet);
  for (int64_t i = 0; i < 50; ++i) {
    set_add(context, a.as<Set>(), Value::integer(i));
    set_add(context, b.as<Set>(), Value::integer(49 - i));
  }
  EXPECT_EQ(hash_value(context, a), hash_value(context, b));
  EXPECT_TRUE(equals(context, a, b).as_bool());
  EXPECT_EQ(visible_hash(context, a).as_int(), visible_hash(context, b).as_int());
}

}  // namespace
}  // namespace belljar
