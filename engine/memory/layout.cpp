#include "memory/layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace memory {
namespace {

std::size_t length(const ReviewLog& log, std::size_t card) { return log.starts[card + 1] - log.starts[card]; }

/// Cards by falling number of reviews, otherwise in their own order. Counted, not compared: there may be a million.
std::vector<std::uint32_t> by_length(const ReviewLog& log) {
  std::size_t longest = 0;
  for (std::size_t card = 0; card < log.cards(); ++card) longest = std::max(longest, length(log, card));
  std::vector<std::uint32_t> place(longest + 2, 0);
  for (std::size_t card = 0; card < log.cards(); ++card) ++place[longest - length(log, card) + 1];
  for (std::size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
  std::vector<std::uint32_t> cards(log.cards());
  for (std::size_t card = 0; card < log.cards(); ++card) {
    cards[place[longest - length(log, card)]++] = static_cast<std::uint32_t>(card);
  }
  return cards;
}

/// The rank in time of a day among all that are predicted, 0 to 1, from a histogram: what differs by less than the
/// sixteen-thousandth part of the whole time shares a rank.
class Ranks {
 public:
  explicit Ranks(const ReviewLog& log) : below_(kBins + 1, 0) {
    if (log.days.empty()) return;
    const auto [low, high] = std::minmax_element(log.days.begin(), log.days.end());
    low_ = *low;
    scale_ = *high > *low ? (kBins - 1) / (*high - *low) : 0;
  }

  void count(double day) { ++below_[bin(day) + 1]; }
  void close() {
    for (std::size_t i = 1; i <= kBins; ++i) below_[i] += below_[i - 1];
  }
  float of(double day) const {
    const std::size_t at = bin(day);
    const double middle = 0.5 * static_cast<double>(below_[at] + below_[at + 1]);
    return static_cast<float>(middle / static_cast<double>(std::max<std::size_t>(below_[kBins], 1)));
  }

 private:
  static constexpr std::size_t kBins = 1 << 14;
  std::size_t bin(double day) const { return static_cast<std::size_t>((day - low_) * scale_); }

  double low_ = 0, scale_ = 0;
  std::vector<std::size_t> below_;
};

/// From one review to the next.
float between(double before, double now, bool whole_days) {
  return static_cast<float>(whole_days ? std::floor(now) - std::floor(before) : now - before);
}

/// The weight of a rank, from a table: the power would cost more than the rest of the layout.
std::vector<float> weight_table(const Recency& recency, std::size_t size) {
  std::vector<float> table(size);
  for (std::size_t i = 0; i < size; ++i) {
    const float rank = (static_cast<float>(i) + 0.5F) / static_cast<float>(size);
    table[i] = recency.least + (1 - recency.least) * std::pow(rank, recency.power);
  }
  return table;
}

std::vector<Layout::Block> blocks_of(const ReviewLog& log, const std::vector<std::uint32_t>& cards) {
  std::vector<Layout::Block> blocks;
  std::size_t step = 0;
  for (std::size_t i = 0; i < cards.size(); i += Layout::kLanes) {
    const std::size_t steps = length(log, cards[i]);  // the longest of its block, as they fall
    if (steps < 2) break;                             // nothing is predicted from here on
    blocks.push_back({step, steps});
    step += steps;
  }
  return blocks;
}

}  // namespace

Layout lay_out(const ReviewLog& log, bool whole_days) {
  const std::vector<std::uint32_t> cards = by_length(log);
  Layout layout;
  layout.blocks = blocks_of(log, cards);
  if (layout.blocks.empty()) return layout;
  layout.longest = layout.blocks.front().steps;
  const std::size_t size = (layout.blocks.back().first_step + layout.blocks.back().steps) * Layout::kLanes;
  layout.days.assign(size, 0);
  layout.grade.assign(size, 0);
  layout.rank.assign(size, -1);
  layout.weight.assign(size, 0);

  const auto predicted = [&](std::size_t review) {
    return between(log.days[review - 1], log.days[review], whole_days) > 0;
  };
  Ranks ranks(log);
  for (std::size_t card = 0; card < log.cards(); ++card) {
    for (std::size_t i = log.starts[card] + 1; i < log.starts[card + 1]; ++i) {
      if (!predicted(i)) continue;
      ranks.count(log.days[i]);
      ++layout.predicted;
    }
  }
  ranks.close();

  for (std::size_t b = 0; b < layout.blocks.size(); ++b) {
    for (std::size_t lane = 0; lane < Layout::kLanes && b * Layout::kLanes + lane < cards.size(); ++lane) {
      const std::size_t card = cards[b * Layout::kLanes + lane], start = log.starts[card];
      std::size_t at = layout.blocks[b].first_step * Layout::kLanes + lane;
      for (std::size_t i = start; i < log.starts[card + 1]; ++i, at += Layout::kLanes) {
        layout.grade[at] = log.grades[i];
        if (i == start) continue;
        layout.days[at] = between(log.days[i - 1], log.days[i], whole_days);
        if (layout.days[at] <= 0) continue;
        // Below 1, so that a window up to 1 has them all.
        layout.rank[at] = std::min(ranks.of(log.days[i]), 1 - std::numeric_limits<float>::epsilon());
      }
    }
  }
  return layout;
}

void weigh(Layout& layout, const Recency& recency, float to) {
  constexpr std::size_t kWeights = 1024;
  const std::vector<float> weights = weight_table(recency, kWeights);
  const float scale = kWeights / to;
  for (std::size_t at = 0; at < layout.rank.size(); ++at) {
    const float place = std::min(layout.rank[at] * scale, static_cast<float>(kWeights - 1));
    layout.weight[at] = layout.rank[at] < 0 ? 0 : weights[static_cast<std::size_t>(place)];
  }
}

}  // namespace memory
