#include "course/model.h"

#include <algorithm>

namespace course {

const Lesson* Course::lesson(const LessonId& wanted) const {
  const auto found = std::find_if(lessons.begin(), lessons.end(), [&](const Lesson& l) { return l.id == wanted; });
  return found == lessons.end() ? nullptr : &*found;
}

const Concept* Course::concept_of(const ConceptId& wanted) const {
  const auto found = std::find_if(concepts.begin(), concepts.end(), [&](const Concept& c) { return c.id == wanted; });
  return found == concepts.end() ? nullptr : &*found;
}

const Source* Course::source(const SourceId& wanted) const {
  const auto found = sources.find(wanted);
  return found == sources.end() ? nullptr : &found->second;
}

const Module* Course::module_of(const LessonId& wanted) const {
  const auto found = std::find_if(modules.begin(), modules.end(), [&](const Module& m) {
    return std::find(m.lessons.begin(), m.lessons.end(), wanted) != m.lessons.end();
  });
  return found == modules.end() ? nullptr : &*found;
}

}  // namespace course
