#include "course/model.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace course {

std::optional<std::size_t> Table::column(const std::string& name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

double Table::number(std::size_t row, std::size_t column) const {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  if (row >= cells.size() || column >= cells[row].size()) return none;
  const std::string& cell = cells[row][column];
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc() && end == cell.data() + cell.size() ? value : none;
}

const Lesson* Course::lesson(const LessonId& wanted) const {
  const auto found = std::find_if(lessons.begin(), lessons.end(), [&](const Lesson& l) { return l.id == wanted; });
  return found == lessons.end() ? nullptr : &*found;
}

const Concept* Course::concept_of(const ConceptId& wanted) const {
  const auto found = std::find_if(concepts.begin(), concepts.end(), [&](const Concept& c) { return c.id == wanted; });
  return found == concepts.end() ? nullptr : &*found;
}

const Source* Course::source(const SourceId& wanted) const {
  const auto found = sources.find(wanted);
  return found == sources.end() ? nullptr : &found->second;
}

const Module* Course::module_of(const LessonId& wanted) const {
  const auto found = std::find_if(modules.begin(), modules.end(), [&](const Module& m) {
    return std::find(m.lessons.begin(), m.lessons.end(), wanted) != m.lessons.end();
  });
  return found == modules.end() ? nullptr : &*found;
}

}  // namespace course
