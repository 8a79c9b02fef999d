#pragma once
// Where in the program one can be.

#include "course/ids.h"

namespace screens {

enum class ScreenName {
  first_start,
  today,
  courses,
  course,
  lesson,
  summary,
  settings,
  profiles,
  quiz,
  review,
  progress
};

/// A screen and what it shows; what "back" returns to.
struct Place {
  ScreenName screen = ScreenName::today;
  course::CourseId course;
  course::LessonId lesson;
  course::ConceptId concept_id;  ///< on the course screen: the concept to open
  course::QuizId quiz;           ///< on the quiz screen
  bool glossary = false;         ///< on the course screen: in the glossary

  bool operator==(const Place&) const = default;
};

}  // namespace screens
