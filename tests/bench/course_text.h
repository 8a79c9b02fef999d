#pragma once
// A large course for measuring: made from a seed, the same on every machine.

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace bench {

/// What was written.
struct CourseText {
  std::filesystem::path folder;
  std::size_t lessons = 0;
  std::size_t bytes = 0;  ///< of course.yaml and all lessons
};

/// Writes a course of about `bytes` bytes below `folder`: lessons of some 20 kB as authors write them, with texts, quotes, charts and
/// every kind of question, without a mistake.
CourseText write_course(const std::filesystem::path& folder, std::size_t bytes, std::uint64_t seed);

}  // namespace bench
