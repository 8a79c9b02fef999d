#pragma once
// The history folded into what the screens show. Pure, and linear in the events: fold once at the start, then `apply` each new one.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "course/model.h"
#include "learner/event.h"

namespace learner {

/// How the latest round of one question went.
struct QuestionProgress {
  int attempts = 0;                ///< in this round
  int hints = 0;
  bool done = false;               ///< no further try in this round
  bool gave_up = false;
  bool pretest = false;
  double earned = 0;               ///< 0–1, of this round
  std::string response;            ///< the latest, JSON
  std::uint64_t seed = 0;
  Certainty certainty = Certainty::unsaid;
  base::TimePoint at;
};

struct LessonProgress {
  std::set<course::StepId> finished;   ///< steps left behind in this round
  std::map<course::QuestionId, QuestionProgress> questions;
  bool opened = false;
  bool complete = false;               ///< was finished at least once
  base::TimePoint last;
};

struct CourseProgress {
  std::map<course::LessonId, LessonProgress> lessons;
};

class Progress {
 public:
  void apply(const Event& event);

  const CourseProgress* course(const course::CourseId& id) const;
  const LessonProgress* lesson(const course::CourseId& course, const course::LessonId& lesson) const;
  /// The lesson of the latest event that is not complete, or empty.
  std::optional<std::pair<course::CourseId, course::LessonId>> latest() const;
  std::int64_t last_event() const { return last_event_; }
  /// Days (local) on which something was answered or read, for the calendar.
  const std::map<std::chrono::sys_days, int>& days() const { return days_; }

 private:
  std::map<course::CourseId, CourseProgress> courses_;
  std::map<std::chrono::sys_days, int> days_;
  std::optional<std::pair<course::CourseId, course::LessonId>> latest_;
  std::int64_t last_event_ = 0;
};

/// Index of the first step not finished, or the number of steps when all are. Robust to a lesson edited meanwhile.
std::size_t resume_at(const course::Lesson& lesson, const LessonProgress* progress);

/// How the questions of a lesson went, for its summary. Pretests and opinions are not counted.
struct Score {
  double earned = 0;
  double possible = 0;
  std::vector<course::QuestionId> right;
  std::vector<course::QuestionId> revisit;   ///< less than full credit
};
Score score(const course::Lesson& lesson, const LessonProgress& progress);

/// Share of a course's lessons that are complete, and of its steps begun, 0–1; modules without lessons do not count.
double share_done(const course::Course& outline, const CourseProgress* progress);

}  // namespace learner
