#pragma once
// A learner's reviews as the fit reads them: every card's reviews together, in the order of time.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace memory {

/// Reviews of many cards. `starts` has where each card's reviews begin, and at its end their number; a card's days never
/// fall, and each grade is 1 to 4.
struct ReviewLog {
  std::vector<std::uint32_t> starts{0};
  std::vector<double> days;  ///< when, in days from any one beginning; fractions count for FSRS-7
  std::vector<std::uint8_t> grades;

  std::size_t cards() const { return starts.size() - 1; }
  std::size_t reviews() const { return days.size(); }
};

}  // namespace memory
