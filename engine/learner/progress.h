#pragma once
// The history folded into what the screens show. Pure, and linear in the events: fold once at the start, then `apply` each new one.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "course/model.h"
#include "learner/event.h"
#include "learner/question_progress.h"
#include "learner/quiz_progress.h"

namespace learner {

/// Below this share of what a lesson asked, its round has failed: what it stands on may be missing.
constexpr double kPassed = 0.6;

struct LessonProgress {
  std::set<course::StepId> finished;                         ///< steps left behind in this round
  std::map<course::QuestionId, QuestionProgress> questions;  ///< of this round
  bool opened = false;
  bool complete = false;  ///< was finished at least once
  bool again = false;     ///< started again and not finished since
  int round = 0;          ///< how often it was started again
  int failed = 0;         ///< rounds finished in a row with less than kPassed of what they asked
  base::TimePoint last;
  std::int64_t order = 0;           ///< rises with every event of the profile: which lesson was touched last
  std::int64_t finished_order = 0;  ///< the same of the latest LessonFinished, 0 for never

  bool in_progress() const { return opened && (!complete || again); }
};

struct CourseProgress {
  std::map<course::LessonId, LessonProgress> lessons;
  std::map<course::QuizId, QuizProgress> quizzes;
};

class Progress {
 public:
  /// Events come in the order of their numbers; one that was applied before is passed over, so reading the log again from an
  /// earlier number does no harm. Number 0 (not in a log) is always applied.
  void apply(const Event& event);

  /// What is left out up to this number is of no concern here (reviews): it counts as applied.
  void skip_to(std::int64_t number);

  const CourseProgress* course(const course::CourseId& id) const;
  const QuizProgress* quiz(const course::CourseId& course, const course::QuizId& quiz) const;
  const LessonProgress* lesson(const course::CourseId& course, const course::LessonId& lesson) const;
  /// The lesson in progress that was touched last, or empty.
  std::optional<std::pair<course::CourseId, course::LessonId>> latest() const;
  std::int64_t last_event() const { return last_event_; }
  /// Days (local) on which something was answered or read, and how often; reviews are counted in reviews::Reviews.
  const std::map<std::chrono::sys_days, int>& days() const { return days_; }

 private:
  std::map<course::CourseId, CourseProgress> courses_;
  std::map<std::chrono::sys_days, int> days_;
  std::int64_t last_event_ = 0;
  std::int64_t applied_ = 0;
};

/// Index of the step to go on with, or the number of steps when all are finished. In a lesson as it was studied that is the
/// first step not finished. In one that was edited meanwhile it is the unfinished step that best parts finished steps before
/// it from unfinished ones after it: a step added at the top does not throw one back, one moved to the end does not end the lesson.
std::size_t resume_at(const course::Lesson& lesson, const LessonProgress* progress);

/// Certainty marks of a lesson: a sum apart from credit, of each first try where they were at stake. "I don't know" brings 0.
struct CertaintyScore {
  double marks = 0;   ///< −6–3 for each question
  int possible = 0;   ///< 3 for each question
  int questions = 0;  ///< answered or left unknown; 0: nothing to show
};

/// How the questions of a lesson went, for its summary. Pretests and opinions are not counted; a question not answered earned nothing.
struct Score {
  double earned = 0;    ///< in points
  double possible = 0;  ///< in points
  std::vector<course::QuestionId> right;
  std::vector<course::QuestionId> revisit;  ///< less than full credit
  CertaintyScore certainty;
};
Score score(const course::Lesson& lesson, const LessonProgress& progress);

/// How much of a course is done, 0–1: the mean over its modules' lessons, where a complete lesson counts 1 and one in
/// progress the share of its steps left behind (0 where only the outline was read). Modules without lessons do not count.
double share_done(const course::Course& outline, const CourseProgress* progress);

}  // namespace learner
