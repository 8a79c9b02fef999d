#include "reviews/calibration.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace reviews {
namespace {

constexpr std::size_t kBins = std::size(kEdges) - 1;

bool is_foretold(const Log& log, std::size_t i) { return log.card[i] != kNone && !std::isnan(log.foretold[i]); }
bool is_known(const Log& log, std::size_t i) { return log.grade[i] > 1; }

std::size_t bin_of(double predicted) {
  const auto above = std::upper_bound(std::begin(kEdges), std::end(kEdges), predicted);
  const auto place = above - std::begin(kEdges) - 1;
  return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(place, 0, static_cast<std::ptrdiff_t>(kBins) - 1));
}

/// Sums for the mean and the error of a difference.
struct Differences {
  double sum = 0, squares = 0;
  void add(double by) { sum += by, squares += by * by; }
  double error(double n) const { return n < 2 ? 0 : std::sqrt(std::max(0.0, squares - sum * sum / n) / (n - 1) / n); }
};

/// Goes through the answers in their order: each is foretold by what came before it.
class Counting {
 public:
  void add(double predicted, bool known) {
    Bin& bin = bins_[bin_of(predicted)];
    bin.predicted += predicted;
    bin.actual += known;
    ++bin.answers;
    const double model = loss(std::clamp(predicted, kSurest, 1 - kSurest), known);
    const double average = loss(succession(known_, answers_), known);
    const double moving = loss(succession(known_lately_, std::min(answers_, kMoving)), known);
    model_ += model;
    average_.add(average - model);
    moving_.add(moving - model);
    remember(known);
  }

  std::vector<Bin> bins() const {
    std::vector<Bin> all;
    for (std::size_t i = 0; i < kBins; ++i) {
      Bin bin = bins_[i];
      if (bin.answers == 0) continue;
      bin.from = kEdges[i], bin.to = kEdges[i + 1];
      bin.likely = wilson(static_cast<int>(bin.actual), bin.answers);
      bin.predicted /= bin.answers;
      bin.actual /= bin.answers;
      all.push_back(bin);
    }
    return all;
  }

  LogLoss losses() const {
    LogLoss all;
    all.answers = answers_;
    if (answers_ == 0) return all;
    const double n = answers_;
    all.model = model_ / n;
    all.average = (model_ + average_.sum) / n;
    all.moving = (model_ + moving_.sum) / n;
    all.average_error = average_.error(n);
    all.moving_error = moving_.error(n);
    return all;
  }

 private:
  static double loss(double predicted, bool known) { return -std::log(known ? predicted : 1 - predicted); }
  static double succession(int known, int answers) { return (known + 1.0) / (answers + 2.0); }

  void remember(bool known) {
    bool& oldest = lately_[static_cast<std::size_t>(answers_ % kMoving)];
    known_lately_ += int(known) - int(oldest);
    oldest = known;
    known_ += known;
    ++answers_;
  }

  std::array<Bin, kBins> bins_{};
  std::array<bool, kMoving> lately_{};
  int known_ = 0, known_lately_ = 0, answers_ = 0;
  double model_ = 0;
  Differences average_, moving_;
};

Latest latest_of(const Log& log) {
  Latest latest;
  double variance = 0;
  for (std::size_t i = log.size(); i-- > 0 && latest.answers < kLatest;) {
    if (!is_foretold(log, i)) continue;
    const auto predicted = static_cast<double>(log.foretold[i]);
    latest.predicted += predicted;
    latest.actual += is_known(log, i);
    variance += predicted * (1 - predicted);
    ++latest.answers;
  }
  if (latest.answers == 0) return latest;
  latest.predicted /= latest.answers;
  latest.actual /= latest.answers;
  latest.chance = std::sqrt(variance) / latest.answers;
  return latest;
}

}  // namespace

Interval wilson(int known, int answers) {
  constexpr double z = 1.96;
  const double n = answers, p = known / n;
  const double middle = p + z * z / (2 * n);
  const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  const double whole = 1 + z * z / n;
  return {std::max(0.0, (middle - half) / whole), std::min(1.0, (middle + half) / whole)};
}

Calibration calibration(const Log& log) {
  Counting counting;
  for (std::size_t i = 0; i < log.size(); ++i) {
    if (is_foretold(log, i)) counting.add(static_cast<double>(log.foretold[i]), is_known(log, i));
  }
  return {counting.bins(), latest_of(log), counting.losses()};
}

}  // namespace reviews
