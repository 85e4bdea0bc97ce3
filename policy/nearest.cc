// Edit distance with swaps of neighbours (optimal string alignment), for short names only.
#include "policy/nearest.h"

#include <algorithm>
#include <array>

namespace belljar {
namespace {

constexpr size_t kLongest = 40;

size_t distance(std::string_view a, std::string_view b) {
  std::array<std::array<size_t, kLongest + 1>, kLongest + 1> cost;
  for (size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      size_t best = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      best = std::min({best, cost[i - 1][j] + 1, cost[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        best = std::min(best, cost[i - 2][j - 2] + 1);
      }
      cost[i][j] = best;
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

// The longer the name, the more letters may be wrong.
Nearest::Nearest(std::string_view wanted)
    : wanted_(wanted),
      distance_(wanted.size() < 3   ? 0
                : wanted.size() < 8 ? 2
                                    : 3) {}

void Nearest::offer(std::string_view candidate) {
  const size_t difference = candidate.size() > wanted_.size() ? candidate.size() - wanted_.size()
                                                              : wanted_.size() - candidate.size();
  if (difference >= distance_ || candidate == wanted_) return;
  if (candidate.size() > kLongest || wanted_.size() > kLongest) return;
  const size_t found = distance(wanted_, candidate);
  if (found >= distance_) return;
  distance_ = found;
  best_ = candidate;
}

void Nearest::offer_words(std::string_view words) {
  while (!words.empty()) {
    const size_t end = words.find(' ');
    offer(words.substr(0, end));
    if (end == std::string_view::npos) return;
    words.remove_prefix(end + 1);
  }
}

std::string Nearest::advice() const {
  return best_.empty() ? std::string() : "did you mean `" + std::string(best_) + "`?";
}

}  // namespace belljar
