#pragma once
// What to study next, and why. Needs are advice with a reason, never a locked door.

#include <optional>
#include <vector>

#include "course/model.h"
#include "learner/progress.h"

namespace learner {

enum class Reason {
  resume,      ///< begun and not finished
  first,       ///< nothing was begun yet
  next,        ///< follows the lesson finished last
  stands_on,   ///< all that it needs is known (concepts in `because`)
};

struct Suggestion {
  course::LessonId lesson;
  Reason reason = Reason::first;
  std::vector<course::ConceptId> because;
};

/// The lesson to open next, or empty when all are complete.
std::optional<Suggestion> next_lesson(const course::Course& outline, const CourseProgress* progress);

}  // namespace learner
