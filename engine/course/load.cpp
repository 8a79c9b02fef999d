#include "course/load.h"

#include "course/checks/checks.h"
#include "course/reading/session.h"

namespace course {
namespace {

std::shared_ptr<const Course> course_of(Session& session) {
  CourseFile& file = session.course_file();
  if (!session.course_yaml().tree || !file.usable) return nullptr;
  for (LessonFile& lesson : session.lessons()) {
    if (lesson.good) file.course.lessons.push_back(std::move(lesson.lesson));
  }
  return std::make_shared<const Course>(std::move(file.course));
}

}  // namespace

Loaded load(const std::filesystem::path& folder, const LoadOptions& options) {
  Session session(folder, options, false);
  session.read_course_file();
  if (!options.outline_only) {
    session.read_lessons(false);
    check_quizzes(session);
  }
  Loaded loaded;
  loaded.course = course_of(session);
  loaded.diagnostics = session.take_diagnostics();
  return loaded;
}

LoadedLesson load_lesson(const Course& outline, const LessonId& lesson, const LoadOptions& options) {
  Session session(outline.folder, options, false);
  session.know(outline);
  LessonFile file = session.read_lesson_file(lesson);
  LoadedLesson loaded;
  if (file.good) loaded.lesson = std::make_shared<const Lesson>(std::move(file.lesson));
  loaded.diagnostics = session.take_diagnostics();
  return loaded;
}

}  // namespace course
