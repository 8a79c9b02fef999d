#include "views/charts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "text/number.h"
#include "ui/rich.h"
#include "ui/slope.h"
#include "ui/timeline.h"

namespace views {
namespace {

using Kind = course::Chart::Kind;
using Stacking = course::Chart::Stacking;

constexpr std::size_t kMostRows = 200;  ///< shown in the table
constexpr std::size_t kMostPanels = 24;
constexpr int kDecimals = 6;

ui::ChartData::Kind kind_of(Kind kind) {
  switch (kind) {
    case Kind::bar: return ui::ChartData::Kind::bar;
    case Kind::dots: return ui::ChartData::Kind::dots;
    case Kind::area: return ui::ChartData::Kind::area;
    case Kind::line:
    case Kind::slope:
    case Kind::timeline: break;
  }
  return ui::ChartData::Kind::line;
}

std::vector<std::size_t> all_rows(const course::Chart& chart) {
  std::vector<std::size_t> rows(chart.table.cells.size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  return rows;
}

/// Each value as its part of 100 % of what stands at the same place.
void to_shares(ui::ChartData& data) {
  constexpr double kWhole = 100;
  for (std::size_t k = 0; !data.series.empty() && k < data.series[0].y.size(); ++k) {
    double sum = 0;
    for (const ui::Series& series : data.series) sum += std::isfinite(series.y[k]) ? series.y[k] : 0;
    for (ui::Series& series : data.series) {
      if (sum > 0) series.y[k] *= kWhole / sum;
    }
  }
  data.unit = "%";
  data.from = 0;
  data.to = kWhole;
}

/// All that the columns and rows do not tell.
ui::ChartData empty_chart(const course::Chart& chart) {
  ui::ChartData data;
  data.kind = kind_of(chart.kind);
  data.title = chart.title;
  data.unit = chart.unit;
  data.x_label = chart.x_label;
  data.y_label = chart.y_label;
  data.from = chart.from;
  data.to = chart.to;
  data.log = chart.log;
  data.log_x = chart.log_x;
  data.stacked = chart.stacked != Stacking::none;
  data.alt = chart.alt;
  return data;
}

ui::ChartData chart_of(const course::Chart& chart, const std::vector<std::size_t>& rows,
                       const std::vector<std::size_t>& columns) {
  ui::ChartData data = empty_chart(chart);
  const bool numeric = chart.kind != Kind::bar && !rows.empty() &&
                       std::all_of(rows.begin(), rows.end(),
                                   [&](std::size_t row) { return !std::isnan(chart.table.number(row, chart.x)); });
  std::vector<double> x;
  for (const std::size_t row : rows) {
    if (numeric)
      x.push_back(chart.table.number(row, chart.x));
    else
      data.categories.push_back(chart.table.cells[row][chart.x]);
  }
  data.x_is_year =
      numeric && !chart.log_x && std::all_of(x.begin(), x.end(), [](double v) { return v >= 1000 && v <= 2200; });
  for (const std::size_t i : columns) {
    ui::Series& series = data.series.emplace_back();
    series.label = chart.labels[i];
    series.x = x;
    for (const std::size_t row : rows) series.y.push_back(chart.table.number(row, chart.y[i]));
  }
  if (chart.stacked == Stacking::share) to_shares(data);
  return data;
}

std::vector<std::size_t> all_columns(const course::Chart& chart) {
  std::vector<std::size_t> columns(chart.y.size());
  std::iota(columns.begin(), columns.end(), std::size_t{0});
  return columns;
}

/// One panel for each column, or for each word in the column `panel`, in the order of the file.
std::vector<ui::ChartData> panels_of(const course::Chart& chart) {
  std::vector<ui::ChartData> panels;
  const auto add = [&](const std::string& title, const std::vector<std::size_t>& rows,
                       const std::vector<std::size_t>& columns) {
    if (panels.size() == kMostPanels) return;
    ui::ChartData& panel = panels.emplace_back(chart_of(chart, rows, columns));
    panel.title = title;
    panel.y_label.clear();
    if (panel.unit != "%") panel.unit.clear();
    if (columns.size() == 1) panel.series[0].label.clear();
  };
  if (!chart.panel) {
    for (const std::size_t i : all_columns(chart)) add(chart.labels[i], all_rows(chart), {i});
    return panels;
  }
  std::vector<std::string> names;
  for (const auto& cells : chart.table.cells) {
    if (std::find(names.begin(), names.end(), cells[*chart.panel]) == names.end()) names.push_back(cells[*chart.panel]);
  }
  for (const std::string& name : names) {
    std::vector<std::size_t> rows = all_rows(chart);
    std::erase_if(rows, [&](std::size_t row) { return chart.table.cells[row][*chart.panel] != name; });
    add(name, rows, all_columns(chart));
  }
  return panels;
}

void draw_panels(ui::Frame& f, const course::Chart& chart) {
  if (!chart.title.empty()) {
    ui::words(f, chart.title, ui::style::strong);
    f.space(ui::Space::s);
  }
  std::string what = chart.y_label;
  if (!chart.unit.empty() && chart.unit != "%") what += what.empty() ? chart.unit : " (" + chart.unit + ")";
  if (!what.empty() && what != chart.title) ui::words(f, what, ui::style::caption, ui::Tone::soft);
  f.space(ui::Space::m);
  ui::chart_panels(f, "panels", panels_of(chart));
}

void draw_slope(ui::Frame& f, const course::Chart& chart) {
  ui::SlopeData data{chart.title, chart.labels[0], chart.labels[1], chart.unit, chart.alt, {}, chart.log};
  for (const std::size_t row : all_rows(chart)) {
    data.lines.push_back(
        {chart.table.cells[row][chart.x], chart.table.number(row, chart.y[0]), chart.table.number(row, chart.y[1])});
  }
  ui::slope_chart(f, data);
}

void draw_timeline(ui::Frame& f, const course::Chart& chart) {
  ui::TimelineData data{chart.title, chart.alt, {}, chart.from, chart.to};
  for (const std::size_t row : all_rows(chart)) {
    const auto from = course::moment_of(chart.table.cells[row][chart.y[0]]);
    if (!from) continue;
    const auto to = chart.y.size() > 1 ? course::moment_of(chart.table.cells[row][chart.y[1]]) : std::nullopt;
    ui::TimeSpan& span = data.spans.emplace_back();
    span.label = chart.table.cells[row][chart.x];
    span.when = moments_words(*from, to, f.words());
    span.from = from->years();
    if (to) span.to = to->years();
  }
  std::stable_sort(data.spans.begin(), data.spans.end(),
                   [](const ui::TimeSpan& a, const ui::TimeSpan& b) { return a.from < b.from; });
  ui::timeline_chart(f, data);
}

text::Runs run(std::string words) { return {{std::move(words), text::Style::none, {}, {}}}; }

std::string cell_words(const course::Chart& chart, std::size_t row, std::size_t column, const text::Translator& words) {
  const std::string& cell = chart.table.cells[row][column];
  if (cell.empty()) return "–";
  if (chart.kind == Kind::timeline) {
    const auto moment = course::moment_of(cell);
    return moment ? moment_words(*moment, words) : cell;
  }
  return text::format_number(chart.table.number(row, column), kDecimals, words.language());
}

}  // namespace

ui::ChartData chart_data(const course::Chart& chart) { return chart_of(chart, all_rows(chart), all_columns(chart)); }

void draw_chart(ui::Frame& f, const course::Chart& chart) {
  if (chart.kind == Kind::slope) return draw_slope(f, chart);
  if (chart.kind == Kind::timeline) return draw_timeline(f, chart);
  if (chart.panels) return draw_panels(f, chart);
  ui::chart(f, "chart", chart_data(chart));
}

void chart_table(ui::Frame& f, const course::Chart& chart) {
  ui::words(f, chart.alt.empty() ? chart_in_words(chart, f.words()) : chart.alt, ui::style::small);
  f.space(ui::Space::s);
  text::Block table;
  table.kind = text::Block::Kind::table;
  const auto names = [&] {
    std::vector<text::Runs> cells{run(chart.x_label.empty() ? chart.table.columns[chart.x] : chart.x_label)};
    if (chart.panel) cells.push_back(run(chart.table.columns[*chart.panel]));
    for (const std::string& label : chart.labels)
      cells.push_back(
          run(chart.unit.empty() || chart.kind == Kind::timeline ? label : label + " (" + chart.unit + ")"));
    return cells;
  };
  table.rows.push_back({names()});
  table.columns.assign(table.rows[0].cells.size(), text::Align::right);
  table.columns[0] = text::Align::left;
  if (chart.panel || chart.kind == Kind::timeline) table.columns[1] = text::Align::left;
  const std::size_t rows = std::min(chart.table.cells.size(), kMostRows);
  for (std::size_t row = 0; row < rows; ++row) {
    text::TableRow& line = table.rows.emplace_back();
    line.cells.push_back(run(chart.table.cells[row][chart.x]));
    if (chart.panel) line.cells.push_back(run(chart.table.cells[row][*chart.panel]));
    for (const std::size_t column : chart.y) line.cells.push_back(run(cell_words(chart, row, column, f.words())));
  }
  ui::rich(f, "table", text::Document{{std::move(table)}}, {.text = ui::style::small, .links = false});
  if (rows == chart.table.cells.size()) return;
  f.space(ui::Space::xs);
  ui::words(f, f.words().trn("and {n} more row", "and {n} more rows", chart.table.cells.size() - rows),
            ui::style::small, ui::Tone::soft);
}

}  // namespace views
