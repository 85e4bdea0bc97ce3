// A stable merge sort over natural runs, for any item and any comparison.
//
// Timsort's outline without galloping: runs are found (descending ones reversed), short ones
// extended by binary insertion, and merged while the stack of runs is out of balance. Nothing is
// assumed of `less`: if it contradicts itself the order is arbitrary, but every index stays inside
// and the result is a permutation. After `failed()` turns true nothing more is moved, as in
// CPython: what the program finds in its list then is visible.
#pragma once

#include <cstddef>
#include <cstring>

namespace belljar {

template <typename Item, typename Less>
class MergeSort {
 public:
  // `scratch` has room for (n + 1) / 2 items.
  MergeSort(Item* items, size_t n, Item* scratch, Less& less)
      : items_(items), n_(n), scratch_(scratch), less_(less) {}

  void sort() {
    if (n_ < 2) return;
    size_t least = least_run(n_);
    for (size_t first = 0; first < n_;) {
      size_t count = natural_run(first);
      if (count < least) {
        if (less_.failed()) return;
        size_t wanted = least < n_ - first ? least : n_ - first;
        insert(first, first + count, first + wanted);
        count = wanted;
      }
      runs_[run_count_++] = {first, count};
      first += count;
      balance();
      if (less_.failed()) return;
    }
    while (run_count_ > 1) {
      if (less_.failed()) return;
      size_t at = run_count_ - 2;
      if (at > 0 && runs_[at - 1].count < runs_[at + 1].count) --at;
      merge_at(at);
    }
  }

 private:
  struct Run {
    size_t first, count;
  };
  static constexpr size_t kLeastRun = 64;

  // Between kLeastRun / 2 and kLeastRun, so that n / least is close to a power of two.
  static size_t least_run(size_t n) {
    size_t rest = 0;
    while (n >= kLeastRun) {
      rest |= n & 1;
      n >>= 1;
    }
    return n + rest;
  }

  size_t natural_run(size_t first) {
    size_t at = first + 1;
    if (at == n_) return 1;
    if (less_(items_[at], items_[at - 1])) {
      ++at;
      while (at < n_ && less_(items_[at], items_[at - 1])) ++at;
      if (less_.failed()) return n_ - first;
      for (size_t i = first, j = at - 1; i < j; ++i, --j) {
        Item moved = items_[i];
        items_[i] = items_[j];
        items_[j] = moved;
      }
    } else {
      ++at;
      while (at < n_ && !less_(items_[at], items_[at - 1])) ++at;
    }
    return at - first;
  }

  // [first, sorted) is sorted; brings [sorted, last) in.
  void insert(size_t first, size_t sorted, size_t last) {
    for (size_t i = sorted; i < last; ++i) {
      Item pivot = items_[i];
      size_t low = first, high = i;
      while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (less_(pivot, items_[middle])) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      if (less_.failed()) return;
      std::memmove(static_cast<void*>(items_ + low + 1), items_ + low, (i - low) * sizeof(Item));
      items_[low] = pivot;
    }
  }

  void balance() {
    while (run_count_ > 1) {
      size_t at = run_count_ - 2;
      if ((at > 0 && runs_[at - 1].count <= runs_[at].count + runs_[at + 1].count) ||
          (at > 1 && runs_[at - 2].count <= runs_[at - 1].count + runs_[at].count)) {
        if (runs_[at - 1].count < runs_[at + 1].count) --at;
      } else if (runs_[at].count > runs_[at + 1].count) {
        return;
      }
      if (less_.failed()) return;
      merge_at(at);
    }
  }

  void merge_at(size_t at) {
    Item* a = items_ + runs_[at].first;
    size_t a_count = runs_[at].count;
    Item* b = a + a_count;
    size_t b_count = runs_[at + 1].count;
    runs_[at].count = a_count + b_count;
    if (at + 3 == run_count_) runs_[at + 1] = runs_[at + 2];
    --run_count_;
    // What already stands right at both ends stays.
    size_t skipped = first_greater(a, a_count, b[0]);
    a += skipped;
    a_count -= skipped;
    if (a_count == 0) return;
    b_count = first_not_less(b, b_count, a[a_count - 1]);
    if (b_count == 0) return;
    if (a_count <= b_count) {
      merge_low(a, a_count, b, b_count);
    } else {
      merge_high(a, a_count, b, b_count);
    }
  }

  size_t first_greater(const Item* items, size_t n, const Item& pivot) {
    size_t low = 0, high = n;
    while (low < high) {
      size_t middle = low + (high - low) / 2;
      if (less_(pivot, items[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
  size_t first_not_less(const Item* items, size_t n, const Item& pivot) {
    size_t low = 0, high = n;
    while (low < high) {
      size_t middle = low + (high - low) / 2;
      if (less_(items[middle], pivot)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void merge_low(Item* a, size_t a_count, Item* b, size_t b_count) {
    std::memcpy(static_cast<void*>(scratch_), a, a_count * sizeof(Item));
    const Item* from = scratch_;
    const Item* from_end = scratch_ + a_count;
    const Item* b_end = b + b_count;
    Item* to = a;
    while (from < from_end && b < b_end) {
      bool right = less_(*b, *from);
      *to++ = right ? *b : *from;
      b += right;
      from += !right;
    }
    std::memcpy(static_cast<void*>(to), from, static_cast<size_t>(from_end - from) * sizeof(Item));
  }

  void merge_high(Item* a, size_t a_count, Item* b, size_t b_count) {
    std::memcpy(static_cast<void*>(scratch_), b, b_count * sizeof(Item));
    Item* left = a + a_count;
    const Item* right = scratch_ + b_count;
    Item* to = b + b_count;
    while (left > a && right > scratch_) {
      bool from_left = less_(right[-1], left[-1]);
      *--to = from_left ? left[-1] : right[-1];
      left -= from_left;
      right -= !from_left;
    }
    size_t rest = static_cast<size_t>(right - scratch_);
    std::memcpy(static_cast<void*>(to - rest), scratch_, rest * sizeof(Item));
  }

  Item* items_;
  size_t n_;
  Item* scratch_;
  Less& less_;
  Run runs_[96];  // Fibonacci growth: enough for 2^64 items
  size_t run_count_ = 0;
};

}  // namespace belljar
