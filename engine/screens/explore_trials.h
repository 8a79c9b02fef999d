#pragma once
// One trial after the other: what is shown, and what an answer is worth.

#include <optional>

#include "screens/explore.h"

namespace screens::explore {

void start_trials(TrialRun& run, const explorable::Trials& trials, std::uint64_t seed, base::TimePoint now);

/// Lights the field when its time has come.
void light(TrialRun& run, base::TimePoint now);

/// Takes an answer. A trial that was answered rightly is given back and the next one begins.
std::optional<explorable::Trial> respond(TrialRun& run, const explorable::Trials& trials, int choice,
                                         base::TimePoint now);

}  // namespace screens::explore
