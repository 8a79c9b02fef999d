// A step with `chart`: what it looks like, the columns it shows, and the numbers behind them.
#include <algorithm>

#include "course/reading/blocks.h"
#include "course/reading/chart_parts.h"

namespace course {
namespace {

using Kind = Chart::Kind;
using Stacking = Chart::Stacking;

void read_stacked(Reader& reader, const Key& key, const Node& node, Chart& chart) {
  bool stacked = false;
  if (node.is_scalar() && node.text() == "100%") {
    chart.stacked = Stacking::share;
    return;
  }
  if (!node.is_scalar() || (node.text() != "true" && node.text() != "false")) return reader.wrong(key, node);
  reader.value({key.name, shape::truth, key.need, key.meaning}, node, stacked);
  chart.stacked = stacked ? Stacking::sum : Stacking::none;
}

constexpr std::array<std::string_view, 6> chart_words{"line", "bar", "dots", "area", "slope", "timeline"};
constexpr std::array chart_fields{
    Field<Chart>{{"chart", shape::one_of(chart_words), Need::required, msg("what it looks like")}, into<&Chart::kind>},
    Field<Chart>{{"title", shape::text, Need::optional, "shown above"}, into<&Chart::title>},
    Field<Chart>{{"unit", shape::text, Need::optional, "of the numbers"}, into<&Chart::unit>},
    Field<Chart>{{"x_label", shape::text, Need::optional, "below the axis"}, into<&Chart::x_label>},
    Field<Chart>{{"y_label", shape::text, Need::optional, "beside the axis"}, into<&Chart::y_label>},
    Field<Chart>{{"from", shape::number, Need::optional, "where the axis of values begins"}, into<&Chart::from>},
    Field<Chart>{{"to", shape::number, Need::optional, "where the axis of values ends"}, into<&Chart::to>},
    Field<Chart>{{"log", shape::truth, Need::optional, "logarithmic vertical axis"}, into<&Chart::log>},
    Field<Chart>{{"log_x", shape::truth, Need::optional, "logarithmic horizontal axis"}, into<&Chart::log_x>},
    Field<Chart>{{"stacked", shape::other(msg("true, false, or 100%")), Need::optional, "parts on top of each other"},
                 read_stacked},
    Field<Chart>{{"alt", shape::alternative, Need::optional, "what it shows, for those who do not see it"},
                 into<&Chart::alt>},
    Field<Chart>{{"source", shape::source_id, Need::optional, "where the numbers are from"}, into<&Chart::source>},
};
constexpr Key panels_key{"panels", shape::other(msg("true, or the name of a column")), Need::optional,
                         "a small chart for each column, or for each word in a column"};

void check_axis(Object& step, const Chart& chart) {
  const Node* from = step.node().find("from");
  if (chart.from && chart.to && *chart.from >= *chart.to) {
    step.reader().error("axis", *from, msg("the axis begins at or above its end"),
                        msg("put the lower value at “from”"));
  }
  if (chart.log && chart.from && *chart.from <= 0) {
    step.reader().error("axis", *from, msg("a logarithmic axis cannot begin at 0 or below"),
                        msg("begin above 0, or delete “log”"));
  }
}

/// Keys that mean nothing for this kind, or contradict each other.
void check_keys(Object& step, const Chart& chart) {
  Reader& reader = step.reader();
  const Node& node = step.node();
  const auto refuse = [&](const char* key, base::Template message, base::Template remedy) {
    reader.error("chart", *node.find(key), message, remedy);
  };
  const bool piles = chart.kind == Kind::bar || chart.kind == Kind::area;
  const bool plain = chart.kind != Kind::slope && chart.kind != Kind::timeline;
  if (chart.stacked != Stacking::none && !piles)
    refuse("stacked", msg("only bars and areas can be stacked"), msg("delete “stacked”"));
  if (chart.log && chart.stacked != Stacking::none)
    refuse("log", msg("sums cannot be read on a logarithmic axis"), msg("delete “log” or “stacked”"));
  if (chart.log && chart.kind == Kind::area)
    refuse("log", msg("an area begins at 0, which a logarithmic axis has not"), msg("make it a line, or delete “log”"));
  if (chart.log && chart.kind == Kind::timeline)
    refuse("log", msg("a timeline has no axis of values"), msg("delete “log”"));
  if (chart.log_x && (chart.kind == Kind::bar || !plain))
    refuse("log_x", msg("only lines, areas and dots have an axis of numbers along x"), msg("delete “log_x”"));
  if (chart.panels && !plain) refuse("panels", msg("a slope or a timeline has no panels"), msg("delete “panels”"));
}

void read_panels(Object& step, Chart& chart) {
  const Node* panels = step.take(panels_key);
  if (panels == nullptr) return;
  if (panels->is_scalar() && (panels->text() == "true" || panels->text() == "false")) {
    chart.panels = panels->text() == "true";
    return;
  }
  chart.panel = find_column(step.reader(), panels_key, *panels, chart.table);
  chart.panels = chart.panel.has_value();
}

const Node& columns_node(const Object& step) {
  const Node* y = step.node().find("y");
  return y != nullptr ? *y : step.node().key(0);
}

void check_columns(Object& step, const Chart& chart) {
  Reader& reader = step.reader();
  const std::size_t count = chart.y.size();
  if (chart.kind == Kind::slope && count != 2) {
    reader.error("chart", columns_node(step),
                 msg("a slope goes from one column to another; this one has {count}", {{"count", count}}),
                 msg("name the two at “y: [before, after]”"));
  }
  if (chart.kind == Kind::timeline && count > 2) {
    reader.error(
        "chart", columns_node(step),
        msg("events have a beginning and maybe an end; this chart has {count} columns of moments", {{"count", count}}),
        msg("name them at “y: [start, end]”"));
  }
  if (chart.panels && !chart.panel && count < 2) {
    reader.error("chart", *step.node().find("panels"), msg("one column makes one panel"),
                 msg("name more at “y”, or the column whose words tell the panels apart at “panels”"));
  }
}

/// Events begin, and end later; an axis of powers needs numbers above 0.
void check_order(Reader& reader, const ReadTable& table, const Chart& chart) {
  const Table& t = chart.table;
  for (std::size_t row = 0; row < t.cells.size(); ++row) {
    if (chart.log_x && !(t.number(row, chart.x) > 0)) {
      return report_cell(reader, table, row, chart.x,
                         msg("{cell} cannot stand on a logarithmic axis", {{"cell", in_quotes(t.cells[row][chart.x])}}),
                         msg("use numbers above 0, or delete “log_x”"));
    }
    if (chart.kind != Kind::timeline) continue;
    const auto start = moment_of(t.cells[row][chart.y[0]]);
    if (!start)
      return report_cell(reader, table, row, chart.y[0], msg("an event without a moment"),
                         msg("say when it was, or began"));
    const auto end = chart.y.size() > 1 ? moment_of(t.cells[row][chart.y[1]]) : std::nullopt;
    if (end && end->years() < start->years())
      return report_cell(reader, table, row, chart.y[1], msg("this ends before it begins"),
                         msg("swap the two moments"));
  }
}

void read_numbers(StepContext& context, Object& step, Chart& chart) {
  Reader& reader = step.reader();
  const ReadTable table = read_table(context, step);
  if (table.placed == nullptr) {
    skip_columns(step);
    step.accept(panels_key.name);
    return;
  }
  chart.table = table.placed->table;
  const int errors = reader.errors();
  read_panels(step, chart);
  read_columns(step, chart);
  check_keys(step, chart);
  check_columns(step, chart);
  if (reader.errors() == errors) check_cells(reader, table, chart);
  if (reader.errors() == errors) check_order(reader, table, chart);
  if (reader.errors() == errors) translate_names(reader, table, chart);
}

}  // namespace

Chart read_chart(StepContext& context, Object& step) {
  Reader& reader = step.reader();
  Chart chart;
  step.read(chart_fields, chart);
  check_axis(step, chart);
  read_numbers(context, step, chart);
  if (reader.thorough() && chart.alt.empty() && step.node().find("alt") == nullptr) {
    reader.warning("missing-alt", step.node().key(0), msg("nobody who cannot see this chart learns what it shows"),
                   msg("add “alt: …”"));
  }
  return chart;
}

}  // namespace course
