#pragma once
// Inside this folder: how a quiz stands in course.yaml.

#include "course/quiz.h"
#include "course/reading/object.h"

namespace course {

/// Reads an entry of `quizzes`. Whether the course has what it names is known once all lessons are read (checks/quizzes.cpp).
Quiz read_quiz(Object& entry);

}  // namespace course
