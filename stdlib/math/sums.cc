// fsum, prod, hypot, dist: results of many terms, rounded as CPython rounds them.
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "runtime/class.h"
#include "runtime/for_each.h"
#include "runtime/number.h"
#include "runtime/operators.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "stdlib/math/real.h"

namespace belljar::math {
namespace {

// --- fsum: Shewchuk's exact partial sums
// ------------------------------------------------------------

// A sum as floats that do not overlap, smallest first. A handful whatever the number of terms.
class Partials {
 public:
  // Adds a finite number; false: the sum left the range of floats on the way.
  bool add(double x) {
    size_t kept = 0;
    for (double y : parts_) {
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      double high = x + y;
      double low = y - (high - x);
      if (low != 0.0) parts_[kept++] = low;
      x = high;
    }
    parts_.resize(kept);
    if (x == 0.0) return true;
    if (!std::isfinite(x)) return false;
    parts_.push_back(x);
    return true;
  }

  // The sum, rounded half to even.
  double rounded() const {
    if (parts_.empty()) return 0.0;
    size_t n = parts_.size();
    double high = parts_[--n];
    double low = 0.0;
    while (n > 0) {
      double x = high;
      double y = parts_[--n];
      high = x + y;
      low = y - (high - x);
      if (low != 0.0) break;
    }
    // Half an ulp away and more to come: which side decides.
    if (n > 0 && ((low < 0.0 && parts_[n - 1] < 0.0) || (low > 0.0 && parts_[n - 1] > 0.0))) {
      double y = low * 2.0;
      double x = high + y;
      if (y == x - high) high = x;
    }
    return high;
  }

 private:
  std::vector<double> parts_;
};

Value math_fsum(Call& c) {
  Context& context = c.context();
  Partials partials;
  double special = 0.0;
  double infinities = 0.0;
  Value done = for_each(context, c[0], [&](Value v) {
    double x;
    BELLJAR_CHECK(to_real(context, v, &x));
    if (!std::isfinite(x)) {
      if (std::isinf(x)) infinities += x;
      special += x;
    } else if (!partials.add(x)) {
      return context.raise(Exc::OverflowError, "intermediate overflow in fsum");
    }
    return Value::none();
  });
  if (done.is_abrupt()) return done;
  if (special != 0.0) {
    if (std::isnan(infinities)) return context.raise(Exc::ValueError, "-inf + inf in fsum");
    return Value::real(special);
  }
  return Value::real(partials.rounded());
}

Value math_prod(Call& c) {
  Context& context = c.context();
  Roots<1> roots(context);
  roots[0] = c[1];
  Value done = for_each(context, c[0], [&](Value v) {
    BELLJAR_TRY(next, binary(context, BinaryOp::Mul, roots[0], v));
    roots[0] = next;
    return Value::none();
  });
  return done.is_abrupt() ? done : roots[0];
}

// --- hypot and dist: the length of a vector
// --------------------------------------------------------

// A running sum of squares that starts at 1, so that no term is larger than the sum, with what
// rounding took from it kept in three corrections.
struct SquareSum {
  double sum = 1.0, lost1 = 0.0, lost2 = 0.0, lost3 = 0.0;

  void add(double x, double* lost) {
    double old = sum;
    sum += x;
    *lost += (old - sum) + x;
  }
  double above_one() const { return sum - 1.0 + (lost1 + lost2 + lost3); }
};

// The high and the low half of a float's bits (Veltkamp).
struct Halves {
  explicit Halves(double x) {
    double t = x * 134217729.0;
    high = t - (t - x);
    low = x - high;
  }
  double high, low;
};

double vector_length(const std::vector<double>& vector, double largest, bool has_nan) {
  if (std::isinf(largest)) return largest;
  if (has_nan) return std::numeric_limits<double>::quiet_NaN();
  if (largest == 0.0 || vector.size() <= 1) return largest;
  int exponent;
  std::frexp(largest, &exponent);
  SquareSum squares;
  if (exponent < -1023) {
    // A scale of 2^-exponent would overflow.
    for (double x : vector) {
      x /= largest;
      squares.add(x * x, &squares.lost1);
    }
    return largest * std::sqrt(squares.sum - 1.0 + squares.lost1);
  }
  double scale = std::ldexp(1.0, -exponent);
  for (double x : vector) {
    Halves half(x * scale);
    squares.add(half.high * half.high, &squares.lost1);
    squares.add(2.0 * half.high * half.low, &squares.lost2);
    squares.lost3 += half.low * half.low;
  }
  double root = std::sqrt(squares.above_one());
  // One step of Newton's method on the difference that the root leaves.
  Halves half(root);
  squares.add(-half.high * half.high, &squares.lost1);
  squares.add(-2.0 * half.high * half.low, &squares.lost2);
  squares.add(-half.low * half.low, &squares.lost3);
  return (root + squares.above_one() / (2.0 * root)) / scale;
}

Value math_hypot(Call& c) {
  Context& context = c.context();
  Tuple* all = c[0].as<Tuple>();
  if (!context.charge(all->count)) return Value::stopped();
  if (!context.heap().fits(all->count * sizeof(double))) return context.stop_memory();
  std::vector<double> vector(all->count);
  double largest = 0.0;
  bool has_nan = false;
  for (uint32_t i = 0; i < all->count; ++i) {
    double x;
    BELLJAR_CHECK(to_real(context, all->items[i], &x));
    vector[i] = std::fabs(x);
    has_nan |= std::isnan(x);
    largest = std::max(largest, vector[i]);
  }
  return Value::real(vector_length(vector, largest, has_nan));
}

Value math_dist(Call& c) {
  Context& context = c.context();
  Roots<2> points(context);
  for (int i = 0; i < 2; ++i) {
    points[static_cast<size_t>(i)] = c[static_cast<size_t>(i)];
    if (!points[static_cast<size_t>(i)].is(Kind::Tuple)) {
      BELLJAR_TRY(tuple, tuple_from(context, c[static_cast<size_t>(i)]));
      points[static_cast<size_t>(i)] = tuple;
    }
  }
  uint32_t n = points[0].as<Tuple>()->count;
  if (n != points[1].as<Tuple>()->count) {
    return context.raise(Exc::ValueError, "both points must have the same number of dimensions");
  }
  if (!context.charge(n)) return Value::stopped();
  if (!context.heap().fits(n * sizeof(double))) return context.stop_memory();
  std::vector<double> vector(n);
  double largest = 0.0;
  bool has_nan = false;
  for (uint32_t i = 0; i < n; ++i) {
    double p, q;
    BELLJAR_CHECK(to_real(context, points[0].as<Tuple>()->items[i], &p));
    BELLJAR_CHECK(to_real(context, points[1].as<Tuple>()->items[i], &q));
    vector[i] = std::fabs(p - q);
    has_nan |= std::isnan(vector[i]);
    largest = std::max(largest, vector[i]);
  }
  return Value::real(vector_length(vector, largest, has_nan));
}

constexpr NativeDef kFunctions[] = {
    {"fsum", "seq, /", math_fsum, kNativeCallsBack},
    {"prod", "iterable, /, *, start=1", math_prod, kNativeCallsBack},
    {"hypot", "*coordinates", math_hypot, kNativeCallsBack},
    {"dist", "p, q, /", math_dist, kNativeCallsBack},
};

}  // namespace

void install_sums(RealmBuilder& b, Module* module) { b.functions(module, kFunctions); }

}  // namespace belljar::math
