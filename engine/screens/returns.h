#pragma once
// When a question comes back after an answer, wherever it was given: in a lesson, a quiz or a review.

#include "reviews/grade.h"
#include "screens/question.h"
#include "screens/shared.h"

namespace screens {

/// What an answer means for the question's return.
struct Returns {
  memory::Grade suggested = memory::Grade::good;
  reviews::Dues dues;  ///< for each grade, from now
  std::uint64_t key = 0;

  learner::Return with(memory::Grade grade) const { return {grade, dues[static_cast<std::size_t>(grade) - 1], key}; }
  learner::Return as_suggested() const { return with(suggested); }
};

/// `answer` needs what only the screen knows: credit, hints, certainty, time. What the history knows is filled in here.
Returns returns(const Shared& shared, const course::CourseId& course, const course::Question& question,
                reviews::Answer answer);

/// What an answer so far says of memory: `credit` of the first try, the time of the whole.
reviews::Answer answer_of(const QuestionState& state, double credit, base::Duration took);

/// What is foretold of a question that is shown now, to be put into the history before it can be answered; empty for one never
/// answered, of which nothing is known.
std::optional<learner::Foretold> foretold(const Shared& shared, const course::CourseId& course,
                                          const course::QuestionId& question, std::uint64_t seed);

}  // namespace screens
