// Charts and moments in words.
#include <cmath>
#include <optional>

#include "text/number.h"
#include "ui/charts/axis.h"
#include "views/charts.h"
#include "views/phrases.h"

namespace views {
namespace {

using Kind = course::Chart::Kind;
using text::fill;
using text::Translator;

constexpr std::size_t kMostSentences = 8;

/// Three or four figures: more would not be heard.
std::string value_words(const course::Chart& chart, double value, const Translator& words) {
  const double size = std::abs(value);
  const int decimals = size > 0 ? std::max(0, 2 - static_cast<int>(std::floor(std::log10(size)))) : 0;
  return ui::charts::with_unit(text::format_number(value, std::min(decimals, 8), words.language()), chart.unit,
                               words.language());
}

struct Ends {
  std::size_t first = 0, last = 0, lowest = 0, highest = 0;
};

std::optional<Ends> ends_of(const course::Chart& chart, std::size_t column) {
  std::optional<Ends> ends;
  for (std::size_t row = 0; row < chart.table.cells.size(); ++row) {
    const double value = chart.table.number(row, column);
    if (!std::isfinite(value)) continue;
    if (!ends) ends = Ends{row, row, row, row};
    ends->last = row;
    if (value < chart.table.number(ends->lowest, column)) ends->lowest = row;
    if (value > chart.table.number(ends->highest, column)) ends->highest = row;
  }
  return ends;
}

/// One sentence on a series: bars by their extremes, others by where they begin and end.
std::string series_words(const course::Chart& chart, std::size_t i, const Translator& words) {
  const std::size_t column = chart.y[i];
  const auto ends = ends_of(chart, column);
  if (!ends) return {};
  const auto name = [&](std::size_t row) { return chart.table.cells[row][chart.x]; };
  const auto value = [&](std::size_t row) { return value_words(chart, chart.table.number(row, column), words); };
  const bool by_ends = chart.kind == Kind::line || chart.kind == Kind::area;
  return fill(by_ends ? words.tr("{series}: from {first} ({first_x}) to {last} ({last_x}), at most {most} ({most_x}).")
                      : words.tr("{series}: at most {most} ({most_x}), at least {least} ({least_x})."),
              {{"series", chart.labels[i]},
               {"first", value(ends->first)},
               {"first_x", name(ends->first)},
               {"last", value(ends->last)},
               {"last_x", name(ends->last)},
               {"most", value(ends->highest)},
               {"most_x", name(ends->highest)},
               {"least", value(ends->lowest)},
               {"least_x", name(ends->lowest)}});
}

std::string slope_words(const course::Chart& chart, std::size_t row, const Translator& words) {
  return fill(words.tr("{name}: from {before} to {after}."),
              {{"name", chart.table.cells[row][chart.x]},
               {"before", value_words(chart, chart.table.number(row, chart.y[0]), words)},
               {"after", value_words(chart, chart.table.number(row, chart.y[1]), words)}});
}

std::string event_words(const course::Chart& chart, std::size_t row, const Translator& words) {
  const auto from = course::moment_of(chart.table.cells[row][chart.y[0]]);
  const auto to = chart.y.size() > 1 ? course::moment_of(chart.table.cells[row][chart.y[1]]) : std::nullopt;
  if (!from) return {};
  return fill(words.tr("{name}: {when}."),
              {{"name", chart.table.cells[row][chart.x]}, {"when", moments_words(*from, to, words)}});
}

}  // namespace

std::string chart_in_words(const course::Chart& chart, const Translator& words) {
  std::string all = chart.title.empty() ? std::string() : chart.title + ".";
  const bool by_row = chart.kind == Kind::slope || chart.kind == Kind::timeline;
  const std::size_t count = by_row ? chart.table.cells.size() : chart.y.size();
  for (std::size_t i = 0; i < std::min(count, kMostSentences); ++i) {
    const std::string sentence = chart.kind == Kind::slope      ? slope_words(chart, i, words)
                                 : chart.kind == Kind::timeline ? event_words(chart, i, words)
                                                                : series_words(chart, i, words);
    if (!sentence.empty()) all += (all.empty() ? "" : " ") + sentence;
  }
  return all;
}

std::string moment_words(const course::Moment& moment, const Translator& words) {
  // There is no year 0: what calendars call so is 1 BC.
  const std::string year = moment.year > 0 ? std::to_string(moment.year)
                                           : fill(words.tr("{year} BC"), {{"year", std::to_string(1 - moment.year)}});
  if (moment.month == 0) return year;
  const std::string month = month_name(static_cast<unsigned>(moment.month), words);
  if (moment.day == 0) return fill(words.tr("{month} {year}"), {{"month", month}, {"year", year}});
  return fill(words.tr("{day} {month} {year}"),
              {{"day", std::to_string(moment.day)}, {"month", month}, {"year", year}});
}

std::string moments_words(const course::Moment& from, const std::optional<course::Moment>& to,
                          const Translator& words) {
  const std::string begin = moment_words(from, words);
  if (!to || *to == from) return begin;
  const bool short_words = from.month == 0 && to->month == 0;
  return begin + (short_words ? "–" : " – ") + moment_words(*to, words);
}

}  // namespace views
