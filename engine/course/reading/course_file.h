#pragma once
// course.yaml: what it says, and the places that later checks point at.

#include <vector>

#include "course/model.h"
#include "course/reading/reader.h"

namespace course {

/// A lesson as a module lists it.
struct ListedLesson {
  LessonId id;
  Node node;
};

struct CourseFile {
  Course course;
  std::vector<ListedLesson> lessons;  ///< in the order of the modules, each once
  bool usable = false;                ///< it has a title and modules
  std::vector<SourceId> mentioned;    ///< sources that its texts point at
  std::vector<TextUse> texts;         ///< kept for `check` alone
};

/// Notes every id that the file declares, before anything that may refer to it is read; ids given twice are errors.
void collect_ids(Reader& reader, const Node& root, Known& known);

/// Reads the whole file. What does not fit is left out of the course.
CourseFile read_course(Reader& reader, const Node& root);

/// Languages that the file names, without any report; the first is what it is written in.
std::vector<std::string> languages_of(const Node& root);

}  // namespace course
