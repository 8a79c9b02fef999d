#pragma once
// A log of reviews made up column by column.

#include <cmath>

#include "reviews/reviews.h"

namespace test {

struct MadeLog {
  reviews::Log log;

  /// A review of card 0 that comes after the one before; `foretold` NaN: nothing was.
  void add(double foretold, int grade, std::uint32_t took = 10'000, std::int64_t at = 0) {
    const auto number = static_cast<reviews::ReviewIndex>(log.size());
    log.card.push_back(0);
    log.before.push_back(number == 0 ? reviews::kNone : number - 1);
    log.at.push_back(at);
    log.foretold.push_back(static_cast<float>(foretold));
    log.took.push_back(took);
    log.grade.push_back(static_cast<std::uint8_t>(grade));
    log.origin.push_back(reviews::Origin::review);
  }
  void undo_last() { log.card.back() = reviews::kNone; }
};

}  // namespace test
