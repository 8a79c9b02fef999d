#pragma once
// A small sound course on disk, one file of which the fuzzer writes.

#include <algorithm>
#include <string>

#include "course/load.h"
#include "fuzz/input.h"
#include "support/temporary_folder.h"

namespace fuzz {

/// Loads a course in which `file` holds `content`. What loads without an error has a course; no input throws.
inline void read_course_with(const std::string& file, std::string_view content) {
  const test::TemporaryFolder folder;
  folder.write("course.yaml",
               "title: Tea\nlanguages: [en]\nmodules:\n  - {id: leaf, title: The leaf, lessons: [first]}\n"
               "concepts:\n  - {id: steeping, name: Steeping, definition: Water.}\nsources:\n  smith2010: A book\n");
  folder.write("lessons/first.yaml",
               "title: First\nsteps:\n  - {chart: line, title: Tea, data: data/tea.csv, x: year, y: [cups]}\n");
  folder.write("data/tea.csv", "year,cups\n2020,1\n2021,2\n");
  folder.write(file, std::string(content));
  const course::Loaded loaded = course::load(folder.path());
  require(loaded.course != nullptr || base::has_errors(loaded.diagnostics), "a course that is not there has an error");
}

}  // namespace fuzz
