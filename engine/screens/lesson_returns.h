#pragma once
// Inside the lesson screen: when its questions come back, and what the learner says to that.

#include "screens/lesson.h"

namespace screens::lesson {

/// What an answer means for the return of a question; empty for an opinion, which nobody can forget.
std::optional<Returns> returns_of(const State& state, const course::Question& question, const reviews::Answer& answer,
                                  const Shared& shared);

/// Nothing happens to a question that was not answered since the lesson was opened.
void regrade(State& state, const Regrade& action, Shared& shared, Services& services);
void put_aside(State& state, const PutAside& action, Shared& shared, Services& services);

}  // namespace screens::lesson
