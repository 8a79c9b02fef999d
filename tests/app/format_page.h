#pragma once
// The examples of docs/format.md, and a course made of them.

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace test {

/// One fenced block of YAML.
struct Example {
  std::size_t line = 0;  ///< of its first line in the page, from 1
  std::string yaml;
};

std::string read_format_page();
std::vector<Example> examples_of(const std::string& page);

/// The keys of all maps of a YAML text. Empty where it does not parse.
std::set<std::string> keys_in(const std::string& yaml);

/// Writes a course of the examples into `folder`: a list of steps becomes a lesson, a map with `steps` is one, every other map
/// goes into course.yaml. Files that examples name are taken from tests/data/format, or the names are returned.
/// The lessons are named after the line that their example begins in: "line-120".
std::vector<std::string> write_course(const std::vector<Example>& examples, const std::filesystem::path& folder);

/// What the readers in engine/course know: the names in their tables of keys.
std::set<std::string> keys_of_readers();

/// The keys that the page's tables name in their first columns, and all words that it sets as code.
struct Documented {
  std::set<std::string> in_tables;
  std::set<std::string> anywhere;
};
Documented documented_in(const std::string& page);

}  // namespace test
