#pragma once
// From a folder of files to a Course, with every mistake of every file at once.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "course/model.h"

namespace course {

/// Bounds that make a stranger's course safe to open; each is reported as a diagnostic when it is passed.
struct Limits {
  std::uint64_t file_bytes = 8 << 20;
  int yaml_depth = 64;
  std::uint64_t yaml_nodes = 2'000'000;  ///< per file, aliases counted as often as they are used
  std::uint64_t picture_bytes = 16 << 20;
  std::uint32_t picture_side = 8192;  ///< pixels; checked before decoding
  std::size_t table_rows = 100'000;
  std::size_t lessons = 10'000;
};

struct LoadOptions {
  std::string language;       ///< empty: the course's first; a language it lacks falls back to the first
  bool outline_only = false;  ///< read course.yaml alone (fast start); `lessons` stays empty
  Limits limits;
};

struct Loaded {
  std::shared_ptr<const Course> course;  ///< null when course.yaml itself cannot be used
  base::Diagnostics diagnostics;         ///< in order of file, line, column
};

/// Reads a course. A lesson with errors is left out of the course (its diagnostics say why), the rest can be studied.
/// Never throws; touches no file outside `folder`. Files in diagnostics are named relative to `folder`.
/// Thread-safe: works on its own data only.
Loaded load(const std::filesystem::path& folder, const LoadOptions& options = {});

/// One lesson of a course whose outline is known (fast start). Null when it has errors.
struct LoadedLesson {
  std::shared_ptr<const Lesson> lesson;
  base::Diagnostics diagnostics;
};
LoadedLesson load_lesson(const Course& outline, const LessonId& lesson, const LoadOptions& options = {});

/// A question whose author says how it is to be marked.
struct Claimed {
  std::string file;      ///< as diagnostics name it
  std::string language;  ///< that its texts are in
  Question question;
};

/// All findings of `load` for every language of the course, and those of the checks that look at the whole (a concept that nothing
/// asks about, a question before its concept, a need that forms a circle, missing explanations and translations …, and what is wrong with variants of questions). Questions with `accept`
/// or `reject` go into `claimed`, where it is asked for: grading/proof.h tells whether they are marked so.
base::Diagnostics check(const std::filesystem::path& folder, const LoadOptions& options = {},
                        std::vector<Claimed>* claimed = nullptr);

}  // namespace course
