#pragma once
// Memory on many scales of time: a row of leaky integrators, each losing its content exponentially, the quick ones within an
// hour, the slow ones within years. A study fills each by as much as it and the quicker ones together still lack, so what is
// studied again at once fills the slow ones little.
//
//   x_i falls by e^(−Δt/τ_i)   τ_i = μ ν^i   γ_i = ω ξ^i / Σ ξ^k
//   known so far on scale i: s_i = Σ_{j≤i} γ_j x_j / Σ_{j≤i} γ_j      recall p = min(1, Σ γ_i x_i)
//   a study adds ε (1 − s_i) to x_i, ε = 1, and more where the answer was known
//
// Source: Mozer, Pashler, Cepeda, Lindsey and Vul, Predicting the optimal spacing of study: a multiscale context model of
// memory, NIPS 22 (2009) 1321–1329. μ, ν, ω and ξ are fitted there to each material; these are ours. So is an ε of 2 where the
// answer was known (theirs, 9, was found with two studies of each item and lets a second one hold for months), and so is that
// nothing is unlearnt where s_i is above 1.

#include <array>
#include <cstddef>

#include "memory/simulated/truth.h"

namespace simulated {

struct ScalesTraits {
  double quickest = 0.02;  ///< μ, days
  double asymptote = 1.6;  ///< ω of the average question
  double variety = 0.2;    ///< deviation of ln ω over the questions
  double slowness = 0.95;  ///< ξ: the weight of a scale beside that of the next quicker one
  double known = 2;        ///< ε where the answer was known
};

class Scales : public Truth {
 public:
  /// `asymptote`: ω of this question.
  Scales(const ScalesTraits& traits, double asymptote);

  double recall(double day) const override;
  void study(double day, bool recalled) override;

 private:
  static constexpr std::size_t kScales = 40;
  static constexpr double kStep = 1.4;  // ν: the slowest is some 38 years with the usual μ

  /// What is left of x_i after `days`.
  std::array<double, kScales> left(double days) const;

  ScalesTraits traits_;
  std::array<double, kScales> weight_{}, content_{};
  double last_ = 0;
};

}  // namespace simulated
