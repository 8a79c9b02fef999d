#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace course {

struct Card {
  std::string text;
  std::size_t bin = 0;  ///< index of the bin it belongs to
};

/// Drop cards into bins: two to six bins, two to 24 cards; a bin may stay empty.
struct Sort {
  std::vector<std::string> bins;
  std::vector<Card> cards;  ///< in the order of the file
};

}  // namespace course
