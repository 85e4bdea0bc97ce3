// "Did you mean ...?": the candidate that is nearest to a misspelt name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace belljar {

class Nearest {
 public:
  explicit Nearest(std::string_view wanted);

  void offer(std::string_view candidate);
  void offer_words(std::string_view words);  // separated by single spaces
  std::string advice() const;                // empty if nothing is near enough

 private:
  std::string_view wanted_;
  size_t distance_;  // of the best candidate so far; a better one must be below it
  std::string_view best_;
};

}  // namespace belljar
