#pragma once
// The quizzes of a course, folded from the history: the try that is running, and the record of those that were handed in.

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "learner/event.h"
#include "learner/question_progress.h"

namespace learner {

struct CourseProgress;
struct CertaintyScore;

/// One try of a quiz.
struct QuizRun {
  QuizStarted start;
  base::TimePoint at;                                      ///< when it began
  std::map<course::QuestionId, QuestionProgress> answers;  ///< `attempts` 0: put down, not checked
  std::set<course::QuestionId> flagged;
  QuizFinished finish;  ///< of one that was handed in
  base::TimePoint finished_at;
};

struct QuizProgress {
  int runs = 0;  ///< begun so far
  std::optional<QuizRun> running;
  std::vector<QuizRun> record;  ///< handed in, oldest first
};

/// What was earned in all, in points. Opinions do not count.
Points score(const QuizFinished& finish);

/// The certainty marks of all, apart from the points.
CertaintyScore certainty_score(const QuizFinished& finish);

/// Folds an event of a quiz; false for any other, which changes nothing. What belongs to no running try is passed over.
bool apply_quiz(const Event& event, CourseProgress& course);

}  // namespace learner
