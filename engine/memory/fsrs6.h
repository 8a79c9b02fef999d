#pragma once
// FSRS-6: how one question is remembered, with 21 parameters. Stability S is the time in days after which recall has
// fallen to 90 %; difficulty D runs from 1 to 10. Formulas: FSRS-6 as published by Open Spaced Repetition, in the words of
// docs/memory.md; time counts in whole days: what is reviewed less than a day after the last time is reviewed on the same day.
//
// Everything here is a pure function of the parameters and its arguments: nothing throws, any number of threads may share one.

#include <array>
#include <cstddef>
#include <span>

#include "base/message.h"
#include "base/result.h"
#include "memory/units.h"

namespace memory {

struct Fsrs6Options {
  int relearning_steps = 1;  ///< from 2 on, w17 and w18 get a lower ceiling, so that lapses in a row cannot raise S
  bool short_term = true;    ///< false: reviews on the same day change no stability (w17, w18 and w19 count as 0)
};

class Fsrs6 {
 public:
  static constexpr std::size_t kSize = 21;
  static constexpr double kLeastStability = 0.001, kMostStability = 36'500;
  using Parameters = std::array<double, kSize>;
  using Options = Fsrs6Options;

  struct State {
    double stability = 0;   ///< days, kLeastStability to kMostStability
    double difficulty = 0;  ///< 1 to 10
    bool operator==(const State&) const = default;
  };

  /// What was predicted for a review, and the state after it.
  struct Reviewed {
    double recall = 0;
    State state;
  };

  static const std::array<ParameterRange, kSize>& ranges();
  static Parameters defaults();
  /// Each parameter brought into its range; a NaN becomes the default. `options` lower the ceiling of w17 and w18.
  static Parameters clipped(const Parameters& w, Options options = {});
  /// A vector of FSRS-6 (21 numbers), FSRS-5 (19) or FSRS-4.5 (17), clipped, the older ones carried over to the same
  /// predictions. The w19 = 0 that older ones get lies below its range on purpose: it is what FSRS-5 computed.
  static tl::expected<Parameters, base::Message> read(std::span<const double> w, Options options = {});

  /// Takes the parameters as they are; `read` or `clipped` has made them valid.
  explicit Fsrs6(const Parameters& w = defaults(), Options options = {});

  const Parameters& parameters() const { return w_; }

  /// The state after the first review of all.
  State first(Grade grade) const;
  /// The probability of recall after `elapsed`: 1 at once, 0.9 after S days.
  double recall(const State& state, Days elapsed) const;
  /// The state after a review that comes `elapsed` after the last.
  State next(const State& state, Days elapsed, Grade grade) const;
  /// Both at once, for less than the price of one after the other.
  Reviewed review(const State& state, Days elapsed, Grade grade) const;
  /// How long until recall has fallen to `retention` (over 0, at most 1): not rounded, not bounded.
  Days interval(const State& state, double retention) const;
  /// What SM-2 knew of a question as a state: its ease (1.3 and more) and its interval, at which recall is held to be
  /// `retention`.
  State from_sm2(double ease, Days interval, double retention) const;

 private:
  double same_day(const State& state, Grade grade) const;
  double recalled(const State& state, double forgotten, Grade grade) const;
  double lapsed(const State& state, double forgotten) const;
  /// 1 - recall, exact where it is small.
  double forgotten(const State& state, double days) const;

  Parameters w_{};
  // Of the parameters alone, so that they are worked out once.
  double factor_ = 0;        // F = 0.9^(-1/w20) - 1
  double growth_ = 0;        // exp(w8)
  double lapse_factor_ = 0;  // exp(-w17 w18)
  double easy_start_ = 0;    // D0(Easy), not clamped: what difficulty reverts to
};

}  // namespace memory
