// Any bytes are a lesson or complaints with places: parsed, read as `check` reads, and shown as a terminal shows them.

#include "base/diagnostic_format.h"
#include "course/reading/lesson_file.h"
#include "course/yaml/parse.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const course::SourceFile file("fuzz.yaml", std::string(fuzz::text(data, size)));
  base::Diagnostics diagnostics;
  const auto tree = course::parse_yaml(file, {}, diagnostics);
  fuzz::require(tree.has_value() || base::has_errors(diagnostics), "a tree, or an error");
  if (tree) {
    course::Surroundings around;
    around.folder = "/nonexistent";
    around.thorough = true;
    around.known.complete = true;
    around.known.concepts.add("leaf", "course.yaml", {});
    course::Reader reader(file, around, diagnostics, "fuzz");
    course::Assets assets;
    course::IdSet questions;
    const course::Lesson lesson =
        course::read_lesson(reader, tree->root(), course::LessonId("fuzz"), assets, questions);
    fuzz::require(reader.errors() > 0 || !lesson.steps.empty(), "a lesson without errors has steps");
  }
  for (const base::Diagnostic& d : diagnostics) fuzz::require(d.span.line > 0, "every complaint has a place");
  base::format_text(diagnostics, [&](const std::string&) { return std::string(file.text()); });
  return 0;
}
