#pragma once
// What is due, and in which order it is asked.

#include <functional>
#include <span>
#include <vector>

#include "reviews/reviews.h"

namespace reviews {

/// Answered, or called known, due by `until`, and neither put off beyond `now` nor put aside for good.
bool is_due(const Card& card, base::TimePoint now, base::TimePoint until);

struct DueCard {
  CardIndex card = kNone;
  double recall = 0;  ///< 0–1 now; 0 for one that was put aside before it was ever answered
};

/// What a course says of a question.
struct Askable {
  bool there = false;     ///< it is in the course
  std::uint64_t key = 0;  ///< fingerprint of what is right now; 0: not known
};
using AskableOf = std::function<Askable(const QuestionRef&)>;

/// Questions that have come due by `until` and may be asked at `now`, the one most likely to be forgotten first. `askable` is called
/// for these alone, and for those of `changed`: cards whose right answer may have changed, which are asked at once if it has.
/// Linear in the cards, then sorted.
std::vector<DueCard> due(const Reviews& reviews, base::TimePoint now, base::TimePoint until, const AskableOf& askable,
                         std::span<const CardIndex> changed = {});
inline std::vector<DueCard> due(const Reviews& reviews, base::TimePoint now, const AskableOf& askable,
                                std::span<const CardIndex> changed = {}) {
  return due(reviews, now, now, askable, changed);
}

/// How many `due` would give for `now`. `askable`: by card, of all cards.
std::size_t count_due(const Reviews& reviews, base::TimePoint now, std::span<const Askable> askable,
                      std::span<const CardIndex> changed = {});

/// What is right is not what it was at the latest answer.
bool key_changed(const Card& card, const Askable& askable);

/// Mixed: no two neighbours of one group (a concept, a course), as far as that goes, without moving a card far from its place.
/// `group` names what a card is about; equal names are kept apart.
std::vector<DueCard> mixed(std::vector<DueCard> cards, const std::function<std::string(CardIndex)>& group);

/// When the next one comes due that is not yet; empty when there is none.
std::optional<base::TimePoint> next_due(const Reviews& reviews, base::TimePoint now);

}  // namespace reviews
