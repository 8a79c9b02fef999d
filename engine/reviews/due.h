#pragma once
// What is due, and in which order it is asked.

#include <functional>
#include <vector>

#include "reviews/reviews.h"

namespace reviews {

struct DueCard {
  CardIndex card = kNone;
  double recall = 0;  ///< 0–1 now; 0 for one that was put aside before it was ever answered
};

/// Questions that have come due by `until` and may be asked at `now`, the one most likely to be forgotten first. Where the course
/// has changed, or a question is not in it any more, `askable` says so; it is called for what is due alone. Linear in the cards,
/// then sorted.
std::vector<DueCard> due(const Reviews& reviews, base::TimePoint now, base::TimePoint until,
                         const std::function<bool(const QuestionRef&)>& askable);
inline std::vector<DueCard> due(const Reviews& reviews, base::TimePoint now,
                                const std::function<bool(const QuestionRef&)>& askable) {
  return due(reviews, now, now, askable);
}

/// Mixed: no two neighbours of one group (a concept, a course), as far as that goes, without moving a card far from its place.
/// `group` names what a card is about; equal names are kept apart.
std::vector<DueCard> mixed(std::vector<DueCard> cards, const std::function<std::string(CardIndex)>& group);

/// When the next one comes due that is not yet; empty when there is none.
std::optional<base::TimePoint> next_due(const Reviews& reviews, base::TimePoint now);

}  // namespace reviews
