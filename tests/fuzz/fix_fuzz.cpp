// A stranger's lesson under `check --fix`: what is proposed parses, loses no question, and is all there is to mend.

#include "course/fix.h"
#include "fuzz/course_folder.h"

namespace {

std::size_t questions_in(const std::filesystem::path& folder) {
  const course::Loaded loaded = course::load(folder);
  std::size_t count = 0;
  if (loaded.course == nullptr) return 0;
  for (const course::Lesson& lesson : loaded.course->lessons) {
    for (const course::Step& step : lesson.steps) count += step.question() != nullptr ? 1 : 0;
  }
  return count;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const test::TemporaryFolder folder;
  folder.write("course.yaml", "title: Tea\nmodules: [{id: leaf, title: The leaf, lessons: [first]}]\n");
  folder.write("lessons/first.yaml", std::string(fuzz::text(data, size)));
  const std::size_t questions = questions_in(folder.path());
  const course::Fixes fixes = course::plan_fixes(folder.path());
  fuzz::require(static_cast<bool>(course::write_fixes(folder.path(), fixes)), "what is proposed can be written");
  fuzz::require(questions_in(folder.path()) >= questions, "no question is lost");
  fuzz::require(course::plan_fixes(folder.path()).changes.empty(), "mending twice changes nothing");
  return 0;
}
