#pragma once
// What to study next, and why. Needs are advice with a reason, never a locked door.

#include <cstddef>
#include <optional>
#include <vector>

#include "course/model.h"
#include "learner/progress.h"

namespace learner {

enum class Reason {
  resume,     ///< begun and not finished
  first,      ///< nothing was finished yet
  next,       ///< follows in the order of the course
  stands_on,  ///< the one that follows needs more than is known; all that this one needs is known (concepts in `because`)
};

struct Suggestion {
  course::LessonId lesson;
  Reason reason = Reason::first;
  std::vector<course::ConceptId> because;
};

/// The lesson to open next, or empty when all are complete. A lesson in progress comes first, the one touched last. A concept is
/// known when a complete lesson teaches it, or when no lesson does. Where only the outline was read, no lesson needs anything.
/// `whole`: all lessons that can be read are there; one that is not has mistakes and is passed over.
std::optional<Suggestion> next_lesson(const course::Course& outline, const CourseProgress* progress,
                                      bool whole = false);

/// The same, and what would come after it: at most `most` lessons, each once, as if each were completed in its turn.
std::vector<Suggestion> next_lessons(const course::Course& outline, const CourseProgress* progress, bool whole,
                                     std::size_t most);

}  // namespace learner
