#pragma once
// Inside the quiz screen: making the questions of a try, and keeping it.

#include "screens/quiz.h"

namespace screens::quiz {

/// The questions of a try as the history and the drafts left them. What the course no longer has is left out.
std::vector<Item> items_of(const State& state, const learner::QuizRun& run, const Shared& shared);

/// Takes up the try that is running.
void resume_run(State& state, Shared& shared, Services& services);

/// Writes unfinished input and the place. What is refused stays in `shared`; false then.
bool keep(State& state, Shared& shared, Services& services);

/// With feedback at the end: puts the answers that were changed into the history. False when that was refused.
bool put_down(State& state, Shared& shared, Services& services);

/// Hands in: to the rubrics of what was written, or to the result.
void hand_in(State& state, Shared& shared, Services& services);

/// Marks everything, writes the result and shows it.
void finish(State& state, Shared& shared, Services& services);

/// Shows a try of the record.
void show_result(State& state, std::size_t result, const Shared& shared);

/// Forgets what was unfinished.
void drop_drafts(State& state, Shared& shared, Services& services);

/// The key that a question's draft is kept under.
std::string draft_key(const State& state, const course::QuestionId& question);

}  // namespace screens::quiz
