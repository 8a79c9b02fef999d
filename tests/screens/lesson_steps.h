#pragma once
// What is done again and again in a lesson of the sample course.

#include "screens/fakes.h"
#include "screens/lesson.h"
#include "screens/sample.h"

namespace test {

inline void cont(World& w) { w.act(screens::lesson::Action{screens::lesson::Continue{}}); }
inline void edit(World& w, const char* step, grading::Response response) {
  w.act(screens::lesson::Action{screens::lesson::Edit{course::StepId(step), std::move(response)}});
}

/// Closes the program as its cross does, and starts it again into the same lesson.
inline World reopened(World& w) {
  w.act(screens::Quit{});
  return World(w.disk);
}

/// A program that was started again where this step waits.
inline World at(const char* step) {
  World w;
  w.start_lesson();
  study_until(w, step);
  return World(w.disk);
}

inline void enter(World& w) {
  w.start();
  w.go(screens::ScreenName::lesson, "tea", "first");
}

}  // namespace test
