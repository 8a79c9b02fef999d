#include "memory/fit.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "memory/lanes/pass.h"
#include "memory/layout.h"
#include "memory/minimise.h"

namespace memory {
namespace {

using lanes::Want;
using lanes::Window;

/// What the published training of a model says: how far parameters usually lie from the defaults, and how reviews weigh.
template <class Model>
struct Training;

template <>
struct Training<Fsrs6> {
  static constexpr std::array<double, Fsrs6::kSize> kSpread{6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6,
                                                            0.12, 0.39, 0.18,  0.33,  0.3,  0.09, 0.16,
                                                            0.57, 0.25, 1.03,  0.31,  0.32, 0.14, 0.27};
  static constexpr double kPull = 1, kFirstPull = 0;
  static constexpr bool kWholeDays = true;
  static constexpr Recency kRecency{0.25F, 3};
};

template <>
struct Training<Fsrs7> {
  static constexpr std::array<double, Fsrs7::kSize> kSpread{
      9999,   9999,   9999,   9999,   0.523,  0.2528, 0.4329, 0.2966, 0.2139, 0.2889, 0.1862, 0.175,
      0.3812, 0.3013, 0.9104, 0.3234, 0.2448, 0.3273, 0.1842, 0.1735, 0.4608, 0.311,  0.864,  0.0418,
      0.2596, 0.0798, 0.0682, 0.1282, 0.1397, 0.1407, 0.1489, 0.2,    0.15,   0.15};
  static constexpr double kPull = 0.3333;
  /// Ours, on their logarithms, each of which may lie about 1 from its default. With none, as published, a few answers that
  /// were all known are explained best by a first stability of 100 days, and questions that come back in a year never say
  /// otherwise (tests/memory/simulated_test.cpp).
  static constexpr double kFirstPull = 0.7;
  static constexpr bool kWholeDays = false;
  static constexpr Recency kRecency{0.0667F, 11.25F};
};

constexpr std::size_t kMany = 20'000;

/// The published weights are those for logs of tens of thousands of reviews. With 11.25 as power the earlier nine tenths of a
/// log weigh about as much as the latest tenth: of a small log, too little would be left to learn from, so that it begins
/// with the weights of FSRS-6.
template <class Model>
Recency recency_for(std::size_t predictions) {
  constexpr Recency few = Training<Fsrs6>::kRecency, many = Training<Model>::kRecency;
  const float share = std::min(1.0F, static_cast<float>(predictions) / kMany);
  return {few.least + share * (many.least - few.least), few.power + share * (many.power - few.power)};
}

constexpr std::size_t kFirst =
    4;  ///< the first stabilities: fitted by their logarithms, as they span several powers of ten

template <class Model>
class Fitter {
 public:
  using Parameters = typename Model::Parameters;
  static constexpr std::size_t kSize = Model::kSize;

  Fitter(const ReviewLog& log, const std::stop_token& stop)
      : stop_(stop), layout_(lay_out(log, Training<Model>::kWholeDays)), defaults_(Model::defaults()) {}

  Fit<Model> run(const Parameters& current) {
    Fit<Model> fit;
    fit.parameters = current;
    fit.predictions = layout_.predicted;
    if (layout_.predicted < kFewestPredictions) return fit;
    bound(current);
    const double all = static_cast<double>(layout_.predicted);
    lanes::Losses before(layout_.rank.size());
    fit.loss_before = fit.loss_after = lanes::pass(layout_, current, {}, Want::loss, stop_, &before).plain / all;

    // A small log, while it is fitted without the latest reviews, is weighed as if they were not there: they have most of
    // the weight, and the others would have too little to be learnt from.
    const Recency recency = recency_for<Model>(layout_.predicted);
    weigh(layout_, recency, layout_.predicted < kMany ? kSeen : 1);
    // The long way on a small part, then on a larger one, then on everything but the latest; then, if that was right about
    // the latest, a few steps more with them.
    Parameters w = current;
    int rounds = kFirstRounds;
    for (const Level& level : kLevels) {
      const std::size_t every = layout_.predicted / level.predictions;
      if (every > 1) w = stage(w, {kSeen, every}, rounds, rounds);
      if (every > 1) rounds = level.next_rounds;
    }
    w = stage(w, {kSeen, 1}, rounds, rounds);
    bool right = judge(w, before, fit);
    if (right) {
      if (layout_.predicted < kMany) weigh(layout_, recency, 1);
      const bool small = layout_.predicted < kLevels.front().predictions;
      w = small ? stage(w, {1, 1}, kLastRounds, kLastRounds) : stage(w, {1, 1}, 4, 2);
    }
    right = right && best_.plain < fit.loss_before * all;
    fit.outcome = stop_.stop_requested() ? FitOutcome::cancelled : right ? FitOutcome::improved : FitOutcome::kept;
    if (fit.outcome != FitOutcome::improved) return fit;
    fit.parameters = w;
    fit.loss_after = best_.plain / all;
    return fit;
  }

 private:
  /// A part of the log: how many predictions, and how often the next larger part is gone through, as this one has led near.
  struct Level {
    std::size_t predictions;
    int next_rounds;
  };
  static constexpr std::array<Level, 2> kLevels{{{2'500, 15}, {12'000, 2}}};
  static constexpr int kFirstRounds = 40, kLastRounds = 10;
  static constexpr double kChance = 2;  ///< standard errors that are put down to chance
  static constexpr float kSeen = 1 - static_cast<float>(kHeldOut);

  /// Whether `w`, which has not seen the held-out reviews, is no worse on them than what was before.
  bool judge(const Parameters& w, const lanes::Losses& before, Fit<Model>& fit) {
    lanes::Losses after(before.size());
    lanes::pass(layout_, w, {}, Want::loss, stop_, &after);
    double old_sum = 0, difference = 0, squares = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (layout_.rank[i] < kSeen) continue;
      const double worse = static_cast<double>(after[i]) - static_cast<double>(before[i]);
      ++fit.held_out;
      old_sum += static_cast<double>(before[i]);
      difference += worse;
      squares += worse * worse;
    }
    const double count = static_cast<double>(std::max<std::size_t>(fit.held_out, 1));
    fit.held_out_before = old_sum / count;
    fit.held_out_after = fit.held_out_before + difference / count;
    const double chance = std::sqrt(std::max(0.0, squares - difference * difference / count));
    return difference <= kChance * chance;
  }

  static std::vector<double> point_of(const Parameters& w) {
    std::vector<double> point(w.begin(), w.end());
    for (std::size_t i = 0; i < kFirst; ++i) point[i] = std::log(point[i]);
    return point;
  }

  static Parameters parameters_of(const std::vector<double>& point) {
    Parameters w{};
    std::copy(point.begin(), point.end(), w.begin());
    for (std::size_t i = 0; i < kFirst; ++i) w[i] = std::exp(w[i]);
    return w;
  }

  /// Parameters of older versions may lie a little outside of today's ranges: they may stay there.
  void bound(const Parameters& current) {
    const bool all = layout_.predicted >= kFewForAll;
    for (std::size_t i = 0; i < kSize; ++i) {
      const ParameterRange& range = Model::ranges()[i];
      const bool fixed = !all && i >= kFirst;
      least_[i] = fixed ? current[i] : std::min(range.least, current[i]);
      most_[i] = fixed ? current[i] : std::max(range.most, current[i]);
      if (i < kFirst) {
        least_[i] = std::log(least_[i]);
        most_[i] = std::log(most_[i]);
      }
    }
  }

  void project(std::vector<double>& point) const {
    for (std::size_t i = 0; i < kSize; ++i) {
      point[i] = std::clamp(point[i], least_[i], most_[i]);
      if constexpr (kSize == Fsrs7::kSize) {  // its first stabilities rise with the grade, and so do its two bases
        if ((i >= 1 && i < kFirst) || i == 26) point[i] = std::max(point[i], point[i - 1]);
      }
    }
  }

  Evaluation evaluate(const std::vector<double>& point, const Window& window, bool curvature) {
    const Parameters w = parameters_of(point);
    last_ = lanes::pass(layout_, w, window, curvature ? Want::scatter : Want::gradient, stop_);
    // Of a part, the pull is a part.
    const double part = 1 / static_cast<double>(window.every);
    const double pull = Training<Model>::kPull * part, first_pull = Training<Model>::kFirstPull * part;
    Evaluation result{last_.loss, std::vector<double>(kSize), {}};
    if (curvature) result.curvature.resize(kSize * kSize);
    const auto scale = [&](std::size_t i) { return i < kFirst ? w[i] : 1; };
    for (std::size_t i = 0, k = 0; i < kSize; ++i) {
      const double spread = Training<Model>::kSpread[i], away = (w[i] - defaults_[i]) / spread;
      result.value += pull * away * away;
      result.gradient[i] = (last_.gradient[i] + 2 * pull * away / spread) * scale(i);
      const double log_pull = i < kFirst ? first_pull : 0,
                   log_away = i < kFirst ? point[i] - std::log(defaults_[i]) : 0;
      result.value += log_pull * log_away * log_away;
      result.gradient[i] += 2 * log_pull * log_away;
      for (std::size_t j = 0; curvature && j <= i; ++j, ++k) {
        const double bend = last_.scatter[k] + (i == j ? 2 * pull / (spread * spread) : 0);
        result.curvature[i * kSize + j] = result.curvature[j * kSize + i] =
            bend * scale(i) * scale(j) + (i == j ? 2 * log_pull : 0);
      }
    }
    return result;
  }

  Parameters stage(const Parameters& from, const Window& window, int evaluations, int curvatures) {
    Objective objective;
    objective.evaluate = [&](const std::vector<double>& point, bool curvature) {
      return evaluate(point, window, curvature);
    };
    objective.project = [&](std::vector<double>& point) { project(point); };
    objective.stopped = [&] { return stop_.stop_requested(); };
    MinimiseOptions options;
    options.evaluations = evaluations;
    options.curvatures = curvatures;
    // A tenth of what is promised to be matched, 1e-4 a prediction.
    options.enough = 1e-5 * static_cast<double>(layout_.predicted) / static_cast<double>(window.every);
    options.damping = damping_;
    const Minimum found = minimise(point_of(from), least_, most_, objective, options, [&] { best_ = last_; });
    damping_ = std::clamp(found.damping, 1e-4, 0.1);
    return parameters_of(found.point);
  }

  const std::stop_token& stop_;
  Layout layout_;
  Parameters defaults_;
  std::array<double, kSize> least_{}, most_{};
  double damping_ = 0.1;            ///< handed on from stage to stage
  lanes::Sums<Model> last_, best_;  ///< of the last evaluation, and of the best
};

}  // namespace

Fit<Fsrs6> fit(const ReviewLog& log, const Fsrs6::Parameters& current, const std::stop_token& stop) {
  return Fitter<Fsrs6>(log, stop).run(current);
}

Fit<Fsrs7> fit(const ReviewLog& log, const Fsrs7::Parameters& current, const std::stop_token& stop) {
  return Fitter<Fsrs7>(log, stop).run(current);
}

}  // namespace memory
