#pragma once
// The model is fitted to the learner by itself, elsewhere, when nothing else is going on; and what came of it is told in one
// sentence, or not at all.

#include <optional>

#include "reviews/refit.h"
#include "screens/shared.h"

namespace screens {

/// What a fit found, for the profile it was begun for.
struct FitDone {
  learner::ProfileId profile;
  std::int64_t reviews = 0;                 ///< of the history then
  std::optional<learner::Fitted> improved;  ///< empty: what was there stays
};

/// After something happened: a fit comes a few seconds later, where the history has grown enough.
void plan_fit(Shared& shared);
/// Begins it where it is due and nobody is answering a review.
void begin_fit_when_due(Shared& shared, bool reviewing, Services& services);
/// When begin_fit_when_due is to be called.
std::optional<base::TimePoint> next_fit(const Shared& shared, bool reviewing);
/// Before another profile is opened.
void stop_fit(Shared& shared, Services& services);
/// Keeps the new parameters in the history and tells by how much intervals change, where that is worth telling.
void fit_done(Shared& shared, const FitDone& done, Services& services);

}  // namespace screens
