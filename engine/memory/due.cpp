#include "memory/due.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace memory {
namespace {

/// How far before and after an interval a review may come.
double slack(double days) {
  struct Piece {
    double from, to, part;
  };
  constexpr Piece kPieces[] = {{2.5, 7, 0.15}, {7, 20, 0.1}, {20, std::numeric_limits<double>::infinity(), 0.05}};
  double sum = 1;
  for (const Piece& piece : kPieces) sum += piece.part * std::max(0.0, std::min(days, piece.to) - piece.from);
  return sum;
}

int rounded(double days) { return static_cast<int>(std::lround(days)); }

bool has_weight(double weight) { return weight > 0; }  // NaN has none

double weight_of(const EasyDays& easy, int day) {
  if (std::none_of(easy.weights.begin(), easy.weights.end(), has_weight)) return 1;
  const double weight = easy.weights[static_cast<std::size_t>((easy.today + day) % 7)];
  return has_weight(weight) ? weight : 0;
}

/// What a day would have to do with one review more, in usual days; infinite where it is to have nothing.
double load(int day, std::span<const int> due_counts, const EasyDays& easy) {
  const auto at = static_cast<std::size_t>(day);
  const double due = at < due_counts.size() ? due_counts[at] : 0;
  return (due + 1) / weight_of(easy, day);
}

}  // namespace

Days trusted_interval(Days fitted, Days usual, Days longest_seen) {
  constexpr double kBeyond = 3;
  return std::min(fitted, std::max(usual, kBeyond * longest_seen));
}

DayRange fuzz_range(Days interval, int longest, int least) {
  const int low = std::min(least, longest);
  // Within the bounds before anything else, as Anki does it: the range of an interval beyond `longest` is that of `longest`.
  const double days = std::isnan(interval.count())
                          ? low
                          : std::clamp(interval.count(), static_cast<double>(low), static_cast<double>(longest));
  DayRange range;
  range.first = range.last = range.plain = rounded(days);
  if (days < kShortestSpread.count()) return range;
  const double around = slack(days);
  range.first = std::clamp(rounded(days - around), std::max(low, 2), range.plain);
  range.last = std::clamp(rounded(days + around), range.plain, longest);
  return range;
}

int choose_day(const DayRange& range, std::span<const int> due_counts, const EasyDays& easy_days, double u,
               Balance balance) {
  if (balance == Balance::off || range.first >= range.last) return range.plain;
  double lightest = std::numeric_limits<double>::infinity();
  int ties = 0;
  for (int day = range.first; day <= range.last; ++day) {
    const double here = load(day, due_counts, easy_days);
    if (here < lightest) ties = 0;
    lightest = std::min(lightest, here);
    ties += here == lightest ? 1 : 0;
  }
  // The tie that `u` points at, counted from the first.
  int wanted = std::clamp(static_cast<int>(u * ties), 0, ties - 1);
  for (int day = range.first; day <= range.last; ++day) {
    if (load(day, due_counts, easy_days) == lightest && wanted-- == 0) return day;
  }
  return range.plain;
}

}  // namespace memory
