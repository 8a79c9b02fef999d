#include "screens/question_index.h"

#include "course/draw.h"
#include "screens/shared.h"

namespace screens {

QuestionIndex::QuestionIndex(const std::vector<CourseEntry>& courses) {
  for (const CourseEntry& entry : courses) {
    if (!entry.whole) continue;
    Of& of = courses_[entry.course->id];
    of.course = entry.course;
    for (const course::Lesson& lesson : entry.course->lessons) {
      for (const course::Step& step : lesson.steps) {
        const course::Question* question = step.question();
        if (question != nullptr && course::is_marked(*question)) of.places.try_emplace(question->id, &lesson, question);
      }
    }
  }
}

Placed QuestionIndex::find(const reviews::QuestionRef& ref) const {
  const auto of = courses_.find(ref.course);
  if (of == courses_.end()) return {};
  const auto place = of->second.places.find(ref.question);
  if (place == of->second.places.end()) return {};
  return {of->second.course, place->second.lesson, place->second.question};
}

reviews::Askable QuestionIndex::askable(const reviews::QuestionRef& ref) const {
  const Placed placed = find(ref);
  if (!placed) return {};
  return {true, placed.question->key};
}

}  // namespace screens
