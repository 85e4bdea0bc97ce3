// Numbers that grow too large: refused before they are computed, at next to no cost.
#include <gtest/gtest.h>

#include <string>

#include "runtime/number.h"
#include "runtime/operators.h"
#include "tests/support/native_context.h"

namespace belljar::testing {
namespace {

Value integer(int64_t i) { return Value::integer(i); }

struct NumberLimits : ::testing::Test {
  NativeContext context;
  Value power(Value a, Value b) { return binary(context, BinaryOp::Pow, a, b); }
  Value ten_to(int64_t n) { return power(integer(10), integer(n)); }
  void expect_stopped_cheaply(Value v, size_t bytes_before) {
    EXPECT_TRUE(v.is(Kind::Stopped));
    EXPECT_EQ(context.stopped_by(), Limit::Memory);
    EXPECT_LT(context.steps_used(), 1000u);
    EXPECT_LT(context.heap().bytes() - bytes_before, 10'000u);
  }
};

TEST_F(NumberLimits, TowerOfPowers) {
  size_t before = context.heap().bytes();
  expect_stopped_cheaply(power(integer(10), ten_to(10)), before);
}

TEST_F(NumberLimits, PowerWithBigExponent) {
  Value exponent = ten_to(40);
  size_t before = context.heap().bytes();
  expect_stopped_cheaply(power(integer(-3), exponent), before);
}

TEST_F(NumberLimits, BigExponentOfUnits) {
  Value exponent = ten_to(40);
  EXPECT_EQ(context.show(power(integer(1), exponent)), "1");
  EXPECT_EQ(context.show(power(integer(-1), exponent)), "1");
  EXPECT_EQ(context.show(power(integer(0), exponent)), "0");
}

TEST_F(NumberLimits, LongShift) {
  size_t before = context.heap().bytes();
  expect_stopped_cheaply(binary(context, BinaryOp::LShift, integer(1), integer(1'000'000'000'000)),
                         before);
}

TEST_F(NumberLimits, ShiftByBigInt) {
  Value count = ten_to(40);
  EXPECT_EQ(context.show(binary(context, BinaryOp::LShift, integer(0), count)), "0");
  EXPECT_EQ(context.show(binary(context, BinaryOp::RShift, integer(-5), count)), "-1");
  size_t before = context.heap().bytes();
  expect_stopped_cheaply(binary(context, BinaryOp::LShift, integer(1), count), before);
}

TEST_F(NumberLimits, RepeatedSquaringStops) {
  Value v = integer(3);
  int squarings = 0;
  while (!v.is_abrupt()) {
    v = binary(context, BinaryOp::Mul, v, v);
    ++squarings;
  }
  EXPECT_TRUE(v.is(Kind::Stopped));
  EXPECT_LT(squarings, 30);
}

TEST_F(NumberLimits, ResultOfExactlyTheLimitIsAllowed) {
  RuntimeLimits limits;
  limits.int_bits = 1000;
  NativeContext small(limits);
  EXPECT_TRUE(binary(small, BinaryOp::Pow, integer(2), integer(999)).is(Kind::BigInt));
  EXPECT_TRUE(binary(small, BinaryOp::LShift, integer(1), integer(999)).is(Kind::BigInt));
  EXPECT_TRUE(binary(small, BinaryOp::LShift, integer(1), integer(1000)).is(Kind::Stopped));
}

TEST_F(NumberLimits, ModularPowerIsCharged) {
  Value modulus = binary(context, BinaryOp::Add, ten_to(20'000), integer(1));
  Value result = power_mod(context, integer(3), ten_to(20'000), modulus);
  EXPECT_TRUE(result.is(Kind::Stopped));
  EXPECT_EQ(context.stopped_by(), Limit::Steps);
}

TEST_F(NumberLimits, RoundingToFarPlacesIsImmediate) {
  Value far = unary(context, UnaryOp::Neg, ten_to(30));
  uint64_t before = context.steps_used();
  EXPECT_EQ(context.show(int_round(context, integer(1234), far)), "0");
  EXPECT_LT(context.steps_used() - before, 10u);
}

TEST_F(NumberLimits, DecimalTextOfManyDigits) {
  Value v = ten_to(4300);  // 4301 digits
  EXPECT_EQ(context.show(int_to_str(context, v)),
            "ValueError: Exceeds the limit (4300 digits) for integer string conversion; use "
            "sys.set_int_max_str_digits() to increase the limit");
  Value less = binary(context, BinaryOp::Sub, v, integer(1));
  EXPECT_EQ(int_to_str(context, less).as<Str>()->size(), 4300u);
}

TEST_F(NumberLimits, HugeWidthAndPrecision) {
  EXPECT_TRUE(format_number(context, integer(1), "99999999999").is(Kind::Stopped));
  NativeContext other;
  EXPECT_TRUE(format_number(other, Value::real(1), ".2147483647f").is(Kind::Stopped));
  NativeContext third;
  EXPECT_EQ(third.show(format_number(third, Value::real(1), ".2147483648f")),
            "ValueError: precision too big");
}

TEST_F(NumberLimits, LongHexTextIsRefused) {
  RuntimeLimits limits;
  limits.int_bits = 4096;
  NativeContext small(limits);
  EXPECT_TRUE(int_from_text(small, std::string(1024, 'f'), 16).is(Kind::BigInt));
  EXPECT_TRUE(int_from_text(small, std::string(1026, 'f'), 16).is(Kind::Stopped));
}

}  // namespace
}  // namespace belljar::testing
