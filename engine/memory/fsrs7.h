#pragma once
// FSRS-7: how one question is remembered, with 34 parameters. Two traces, each with a stability in days: a long one (S),
// and a short one (F) that fades within hours or days; difficulty D runs from 1 to 10. Recall is a blend of both traces'
// forgetting curves. Time counts in fractions of days; a second review on the same day is nothing special.
// Formulas: the final FSRS-7 of Open Spaced Repetition (34 parameters, not the draft with 35), in docs/memory.md.
// Neither stability is the time to 90 % recall: ask `interval`.
//
// Everything here is a pure function of the parameters and its arguments: nothing throws, any number of threads may share one.

#include <array>
#include <cstddef>
#include <span>

#include "base/message.h"
#include "base/result.h"
#include "memory/units.h"

namespace memory {

class Fsrs7 {
 public:
  static constexpr std::size_t kSize = 34;
  static constexpr double kLeastStability = 0.0001, kMostStability = 36'500;
  using Parameters = std::array<double, kSize>;

  struct State {
    double stability = 0;        ///< of the long trace, days
    double short_stability = 0;  ///< of the short trace, days
    double difficulty = 0;       ///< 1 to 10
    bool operator==(const State&) const = default;
  };

  /// What was predicted for a review, and the state after it.
  struct Reviewed {
    double recall = 0;
    State state;
  };

  static const std::array<ParameterRange, kSize>& ranges();
  static Parameters defaults();
  /// Each parameter brought into its range, then w0 ≤ w1 ≤ w2 ≤ w3 and w25 ≤ w26; a NaN becomes the default.
  static Parameters clipped(const Parameters& w);
  /// 34 numbers, clipped. There is no way from the parameters of another version to these: they are fitted anew.
  static tl::expected<Parameters, base::Message> read(std::span<const double> w);

  /// Takes the parameters as they are; `read` or `clipped` has made them valid.
  explicit Fsrs7(const Parameters& w = defaults());

  const Parameters& parameters() const { return w_; }

  /// The state after the first review of all.
  State first(Grade grade) const;
  /// The probability of recall after `elapsed`: 0.99999 at once, and strictly less with time.
  double recall(const State& state, Days elapsed) const;
  /// The state after a review that comes `elapsed` after the last.
  State next(const State& state, Days elapsed, Grade grade) const;
  /// Both at once, for less than the price of one after the other.
  Reviewed review(const State& state, Days elapsed, Grade grade) const;
  /// How long until recall has fallen to `retention` (over 0): 0 from 0.9999 on, at most kLongestInterval; recall then is
  /// `retention` within 1e-9.
  Days interval(const State& state, double retention) const;

 private:
  /// What the forgetting curve of one state needs, so that an interval can be looked for without working it out again.
  struct Curve {
    double short_rate, short_decay;  ///< c1 / F, k1
    double long_rate;                ///< c2 z / S
    double share;                    ///< of the short trace
  };
  /// What is forgotten, of the short trace and of both.
  struct Forgotten {
    double fast = 0, blend = 0;
  };

  Curve curve(const State& state) const;
  Forgotten forgotten(const Curve& curve, double days) const;
  /// d recall / d ln t.
  double slope(const Curve& curve, double days) const;
  /// The stability of one trace, whose parameters begin at `block`, after a review.
  double after(std::size_t block, double stability, double difficulty, double forgotten, Grade grade) const;

  Parameters w_{};
  double long_decay_ = 0;           // k2
  double long_factor_ = 0;          // c2
  double easy_start_ = 0;           // D0(Easy), not clamped: what difficulty reverts to
  std::array<double, 2> growth_{};  // exp(w7 - 1.5), exp(w15 - 1.5)
};

}  // namespace memory
