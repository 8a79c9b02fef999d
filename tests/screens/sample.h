#pragma once
// A small course made by hand, with a question of every kind, and how a learner goes through it.

#include "course/model.h"
#include "grading/response.h"
#include "screens/lesson.h"

namespace test {

struct World;

/// "tea", in "en" and "fr": modules "leaf" (lessons "first" with everything, "second"), "water" (none yet) and "cup" ("third").
course::Course tea_course(const std::string& language);
/// "coffee", in "en" alone: one lesson, "beans".
course::Course coffee_course();

/// A response that earns nothing and is complete (a scale: any).
grading::Response wrong_response(const course::Question& question);

/// Presses the main button with right answers, until the lesson is over or `presses` are used up. Returns how many were used.
int study(World& world, int presses);
/// The same until the question of this step waits for an answer.
void study_until(World& world, const char* step);

}  // namespace test
