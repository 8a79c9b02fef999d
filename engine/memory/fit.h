#pragma once
// The parameters that explain a learner's reviews best: minimum of the log loss of all predictions, with a pull towards
// the published defaults that counts less the more reviews there are. One thread; no randomness: the same log and machine
// give the same parameters. docs/memory.md says how, and how it differs from the published training.

#include <cstddef>
#include <stop_token>

#include "memory/fsrs6.h"
#include "memory/fsrs7.h"
#include "memory/log.h"

namespace memory {

enum class FitOutcome {
  improved,  ///< the parameters are new; they predicted the held-out reviews no worse than those before, as far as one can tell
  kept,       ///< what was found predicted them worse, or the whole no better: those before stay
  too_few,    ///< fewer than kFewestPredictions reviews to predict: those before stay
  cancelled,  ///< those before stay
};

/// Below, nothing is fitted; below kFewForAll, only the first stabilities are. As published.
constexpr std::size_t kFewestPredictions = 8, kFewForAll = 64;

/// The part of the predictions, the latest in time, by which old and new parameters are judged: the new ones, fitted without
/// it, must not be worse on it by more than two standard errors of the difference, which is more than chance.
constexpr double kHeldOut = 0.2;

template <class Model>
struct Fit {
  typename Model::Parameters parameters{};
  FitOutcome outcome = FitOutcome::too_few;
  std::size_t predictions = 0;  ///< reviews that come after another: of FSRS-6 at least a day, of FSRS-7 any time
  /// Mean −ln of the probability given to what happened, natural logarithm, over all predictions, in single precision.
  double loss_before = 0, loss_after = 0;
  /// The same over the held-out part alone: of the parameters before, and of those fitted without it.
  double held_out_before = 0, held_out_after = 0;
  std::size_t held_out = 0;  ///< how many those are
};

/// Starts from `current`, which must be valid parameters. May be called in any thread; asks `stop` every few hundred
/// reviews.
Fit<Fsrs6> fit(const ReviewLog& log, const Fsrs6::Parameters& current, const std::stop_token& stop = {});
Fit<Fsrs7> fit(const ReviewLog& log, const Fsrs7::Parameters& current, const std::stop_token& stop = {});

}  // namespace memory
