#include "reviews/due.h"

#include <algorithm>
#include <cmath>

namespace reviews {
namespace {

/// How far down the list one looks for a card of another group: the order by risk stays what it is, nearly.
constexpr std::size_t kLookAhead = 8;

bool may_come(const Card& card, base::TimePoint now) {
  return card.standing != learner::Standing::not_for_me && card.buried <= now;
}

}  // namespace

bool is_due(const Card& card, base::TimePoint now, base::TimePoint until) {
  const bool was_put = card.latest != kNone || card.standing == learner::Standing::known;
  return was_put && card.due <= until && may_come(card, now);
}

bool key_changed(const Card& card, const Askable& askable) {
  return askable.there && askable.key != 0 && card.key != 0 && card.key != askable.key;
}

std::vector<DueCard> due(const Reviews& reviews, base::TimePoint now, base::TimePoint until, const AskableOf& askable,
                         std::span<const CardIndex> changed) {
  std::vector<DueCard> cards;
  std::vector<State> states;
  std::vector<double> days;
  const std::vector<Card>& all = reviews.cards();
  const auto add = [&](CardIndex i) {
    cards.push_back({i, 0});
    states.push_back(all[i].state);
    days.push_back(std::max(0.0, memory::Days(now - all[i].last).count()));
  };
  for (CardIndex i = 0; i < all.size(); ++i) {
    if (is_due(all[i], now, until) && askable(reviews.question(i)).there) add(i);
  }
  for (const CardIndex i : changed) {
    if (i >= all.size() || all[i].due <= until || !may_come(all[i], now)) continue;
    if (key_changed(all[i], askable(reviews.question(i)))) add(i);
  }
  const std::vector<double> recall = reviews.model().recall(states, days);
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (all[cards[i].card].latest != kNone) cards[i].recall = recall[i];
  }
  std::sort(cards.begin(), cards.end(), [](const DueCard& a, const DueCard& b) {
    return a.recall != b.recall ? a.recall < b.recall : a.card < b.card;
  });
  return cards;
}

std::size_t count_due(const Reviews& reviews, base::TimePoint now, std::span<const Askable> askable,
                      std::span<const CardIndex> changed) {
  const std::vector<Card>& all = reviews.cards();
  std::size_t count = 0;
  for (std::size_t i = 0; i < all.size(); ++i) count += is_due(all[i], now, now) && askable[i].there;
  for (const CardIndex i : changed)
    count += i < all.size() && all[i].due > now && may_come(all[i], now) && key_changed(all[i], askable[i]);
  return count;
}

std::vector<DueCard> mixed(std::vector<DueCard> cards, const std::function<std::string(CardIndex)>& group) {
  std::vector<std::string> groups;
  groups.reserve(cards.size());
  for (const DueCard& card : cards) groups.push_back(group(card.card));
  for (std::size_t i = 1; i < cards.size(); ++i) {
    const std::size_t end = std::min(cards.size(), i + kLookAhead);
    for (std::size_t j = i; j < end; ++j) {
      if (groups[j] == groups[i - 1]) continue;
      std::rotate(cards.begin() + static_cast<std::ptrdiff_t>(i), cards.begin() + static_cast<std::ptrdiff_t>(j),
                  cards.begin() + static_cast<std::ptrdiff_t>(j) + 1);
      std::rotate(groups.begin() + static_cast<std::ptrdiff_t>(i), groups.begin() + static_cast<std::ptrdiff_t>(j),
                  groups.begin() + static_cast<std::ptrdiff_t>(j) + 1);
      break;
    }
  }
  return cards;
}

std::optional<base::TimePoint> next_due(const Reviews& reviews, base::TimePoint now) {
  std::optional<base::TimePoint> next;
  for (const Card& card : reviews.cards()) {
    if (!in_memory(card)) continue;
    const base::TimePoint at = std::max(card.due, card.buried);
    if (at > now && (!next || at < *next)) next = at;
  }
  return next;
}

}  // namespace reviews
