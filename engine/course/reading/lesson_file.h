#pragma once
// One lesson's file.

#include "course/model.h"
#include "course/reading/assets.h"
#include "course/reading/reader.h"

namespace course {

/// Reads a lesson; the reader's errors say whether it can be studied. `questions` holds the question ids of the course so far and
/// gets this lesson's; one that is there already is an error.
Lesson read_lesson(Reader& reader, const Node& root, const LessonId& id, Assets& assets, IdSet& questions);

}  // namespace course
