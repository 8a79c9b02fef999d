#pragma once
// A log laid out for vectors: sixteen cards side by side, those of about the same length together.

#include <cstddef>
#include <vector>

#include "memory/log.h"

namespace memory {

/// How much more a late review weighs than an early one: w = least + (1 - least) (i/n)^power, i the review's rank in time.
struct Recency {
  float least = 1;
  float power = 1;
};

/// Reviews in blocks of `kLanes` cards. Number [step][lane] of a block stands at (first_step + step) * kLanes + lane.
/// Where a card is shorter than its block, grade is 0 and rank is negative.
struct Layout {
  static constexpr std::size_t kLanes = 16;

  struct Block {
    std::size_t first_step = 0;
    std::size_t steps = 0;
  };

  std::vector<Block> blocks;
  std::vector<float> days;    ///< since the card's last review; 0 for its first
  std::vector<float> grade;   ///< 1 to 4
  std::vector<float> rank;    ///< 0 to less than 1 in the order of time; negative: nothing is predicted here
  std::vector<float> weight;  ///< in the loss; 0 until `weigh` is called
  std::size_t predicted = 0;  ///< how many reviews have a prediction
  std::size_t longest = 0;    ///< the most steps of a block
};

/// `whole_days`: reviews on the same day are not predicted, and what lies between is whole days.
Layout lay_out(const ReviewLog& log, bool whole_days);

/// Weighs the reviews as if those of a rank below `to` (over 0, at most 1) were all: the latest of them in full, and those
/// after them, too.
void weigh(Layout& layout, const Recency& recency, float to);

}  // namespace memory
