#include "course/chart.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>

namespace course {
namespace {

/// All of `words` as a whole number of `least` to `most` digits, or empty.
std::optional<int> digits(std::string_view words, std::size_t least, std::size_t most) {
  if (words.size() < least || words.size() > most) return std::nullopt;
  int value = 0;
  for (const char c : words) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<std::size_t> Table::column(const std::string& name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

std::vector<std::string> Table::words(std::size_t column) const {
  std::vector<std::string> all;
  for (const auto& row : cells) all.push_back(row[column]);
  return all;
}

double Table::number(std::size_t row, std::size_t column) const {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  if (row >= cells.size() || column >= cells[row].size()) return none;
  const std::string& cell = cells[row][column];
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc() && end == cell.data() + cell.size() ? value : none;
}

double Moment::years() const {
  namespace ch = std::chrono;
  if (month == 0) return year;
  const ch::year y{year};
  const ch::sys_days begin = y / ch::January / 1, end = (y + ch::years(1)) / ch::January / 1;
  const ch::sys_days here =
      y / ch::month(static_cast<unsigned>(month)) / ch::day(static_cast<unsigned>(std::max(1, day)));
  return year + static_cast<double>((here - begin).count()) / static_cast<double>((end - begin).count());
}

std::optional<Moment> moment_of(std::string_view words) {
  const bool before = words.starts_with('-');
  if (before) words.remove_prefix(1);
  const auto year = digits(words.substr(0, words.find('-')), 1, 4);
  if (!year) return std::nullopt;
  Moment moment{before ? -*year : *year, 0, 0};
  if (words.find('-') == std::string_view::npos) return moment;
  words.remove_prefix(words.find('-') + 1);
  const auto month = digits(words.substr(0, words.find('-')), 2, 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  moment.month = *month;
  if (words.size() == 2) return moment;
  const auto day = digits(words.substr(3), 2, 2);
  if (!day) return std::nullopt;
  moment.day = *day;
  const std::chrono::year_month_day date{std::chrono::year{moment.year},
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? std::optional(moment) : std::nullopt;
}

}  // namespace course
