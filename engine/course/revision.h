#pragma once
// What an edit of a course does to those who have learned with it.

#include <string>
#include <vector>

#include "course/model.h"

namespace course {

/// One question that is not what it was.
struct Revised {
  enum class What {
    key,      ///< what is right has changed: who answered it is asked once, early
    text,     ///< only words have changed: progress stays
    added,    ///< nobody has answered it
    removed,  ///< not asked any more; its history is kept
  };
  What what = What::text;
  QuestionId question;
  LessonId lesson;  ///< it stands in; of `removed`: stood
  std::string ask;  ///< Markdown; of `removed`: as it was
  QuestionId like;  ///< of `removed`: an added question that asks nearly the same; empty: there is none
};

/// From one version to the next, in the order of the lessons of `after`, what was removed last. Both in the same language, with
/// their lessons. Opinions, which nobody remembers, are left out.
std::vector<Revised> revised(const Course& before, const Course& after);

}  // namespace course
