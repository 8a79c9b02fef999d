#include "course/questions/predict.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "course/questions/format.h"
#include "course/reading/chart_parts.h"

namespace course {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kMostAsked = 60;

constexpr std::array<std::string_view, 3> predict_words{"line", "bars", "timeline"};
constexpr Key predict_key{"predict", shape::one_of(predict_words), Need::required, msg("what is drawn")};
constexpr std::array chart_fields{
    Field<Chart>{{"title", shape::text, Need::optional, "shown above"}, into<&Chart::title>},
    Field<Chart>{{"unit", shape::text, Need::optional, "of the numbers"}, into<&Chart::unit>},
    Field<Chart>{{"x_label", shape::text, Need::optional, "below the axis"}, into<&Chart::x_label>},
    Field<Chart>{{"y_label", shape::text, Need::optional, "beside the axis"}, into<&Chart::y_label>},
    Field<Chart>{{"from", shape::number, Need::optional, "the least that can be answered"}, into<&Chart::from>},
    Field<Chart>{{"to", shape::number, Need::optional, "the most that can be answered"}, into<&Chart::to>},
};
constexpr Key given_key{"given", shape::other(msg("how many rows are shown from the start, or a list of their x")),
                        Need::optional, "what is shown before one answers"};
constexpr Key within_key{"within", shape::other(msg("a number above 0, or a share of the range such as 5%")),
                         Need::optional, "how far off earns full credit"};
constexpr Key none_key{"none", within_key.shape, Need::optional, "how far off earns nothing"};

/// 1, 2 or 5 times a power of ten, at least `size`.
double round_step(double size) {
  const double power = std::pow(10.0, std::floor(std::log10(size)));
  for (const double lead : {1.0, 2.0, 5.0}) {
    if (lead * power >= size * (1 - 1e-9)) return lead * power;
  }
  return 10 * power;
}

/// Room on both sides, so that the axis does not give the answer away; not across zero.
void choose_range(Predict& kind) {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const double value : kind.real) {
    if (std::isfinite(value)) low = std::min(low, value), high = std::max(high, value);
  }
  if (low > high) return;
  const bool time = kind.shape == Predict::Shape::timeline;
  const double size = std::max(std::abs(low), std::abs(high));
  double room = (high - low) * 0.4;
  if (room <= size * 1e-9) room = time ? 10 : size > 0 ? size * 0.5 : 1;
  const double step = round_step(room / 2);
  double from = std::floor((low - room) / step) * step, to = std::ceil((high + room) / step) * step;
  if (!time && low >= 0) from = 0;
  if (!time && high <= 0) to = 0;
  if (!kind.chart.from) kind.chart.from = from;
  if (!kind.chart.to) kind.chart.to = to;
}

/// A distance: absolute, or as a share of the range.
double read_distance(Object& step, const Key& key, double otherwise, double range) {
  const Node* node = step.take(key);
  if (node == nullptr) return otherwise * range;
  std::string_view words = node->text();
  const bool share = words.ends_with('%');
  if (share) words.remove_suffix(1);
  const auto value = Reader::number(words);
  if (value && *value > 0) return share ? *value / 100 * range : *value;
  step.reader().wrong(key, *node);
  return otherwise * range;
}

/// The row whose x reads so, or is the same number.
std::optional<std::size_t> row_of(const Table& table, std::size_t x, std::string_view words) {
  const auto number = Reader::number(words);
  for (std::size_t row = 0; row < table.cells.size(); ++row) {
    if (table.cells[row][x] == words || (number && table.number(row, x) == *number)) return row;
  }
  return std::nullopt;
}

void read_given(Object& step, Predict& kind, const Table& table) {
  const Node* node = step.take(given_key);
  if (node == nullptr) return;
  Reader& reader = step.reader();
  const auto count = node->is_scalar() ? Reader::number(node->text()) : std::nullopt;
  if (count) {
    if (*count < 0 || *count != std::floor(*count)) return reader.wrong(given_key, *node);
    for (std::size_t i = 0; i < kind.given.size() && static_cast<double>(i) < *count; ++i) kind.given[i] = true;
    return;
  }
  reader.each(given_key, *node, [&](const Node& item) {
    const auto row = item.is_scalar() ? row_of(table, kind.chart.x, item.text()) : std::nullopt;
    if (row)
      kind.given[*row] = true;
    else
      reader.error("given", item,
                   msg("no row has {found} in the column {column}",
                       {{"found", found(item)}, {"column", in_quotes(table.columns[kind.chart.x])}}),
                   base::meant_or_known(item.text(), table.words(kind.chart.x)));
  });
}

/// A curve goes from left to right.
void check_ascending(Reader& reader, const ReadTable& table, const Predict& kind) {
  if (kind.shape != Predict::Shape::line) return;
  for (std::size_t row = 1; row < kind.chart.table.cells.size(); ++row) {
    const double before = kind.chart.table.number(row - 1, kind.chart.x),
                 here = kind.chart.table.number(row, kind.chart.x);
    if (!(here <= before)) continue;
    return report_cell(reader, table, row, kind.chart.x, msg("this point lies left of the one before"),
                       msg("put the rows in the order of the curve, each x once"));
  }
}

void check_asked(Object& step, const Predict& kind) {
  Reader& reader = step.reader();
  const std::size_t count = kind.asked().size();
  const Node* given = step.node().find("given");
  if (count == 0) {
    reader.error("given", given != nullptr ? *given : step.node().key(0), msg("nothing is left to predict"),
                 given != nullptr ? msg("give fewer rows") : msg("fill in the column"));
  } else if (count > kMostAsked) {
    reader.error("count", step.node().key(0),
                 msg("one is asked for {count} values; at most {most}", {{"count", count}, {"most", kMostAsked}}),
                 msg("give more rows, or make the table shorter"));
  }
  for (std::size_t row = 0; row < kind.real.size(); ++row) {
    const double value = kind.real[row];
    if (!std::isfinite(value) || (value >= *kind.chart.from && value <= *kind.chart.to)) continue;
    reader.error("axis", *step.node().find(value < *kind.chart.from ? "from" : "to"),
                 msg("{value} lies beyond what can be answered",
                     {{"value", in_quotes(kind.chart.table.cells[row][kind.chart.y[0]])}}),
                 msg("widen “from” and “to”"));
    return;
  }
}

void read_values(StepContext& context, Object& step, Predict& kind) {
  Reader& reader = step.reader();
  const ReadTable table = read_table(context, step);
  if (table.placed == nullptr) {
    skip_columns(step);
    return step.accept(given_key.name);
  }
  const int errors = reader.errors();
  Chart& chart = kind.chart;
  chart.table = table.placed->table;
  read_columns(step, chart);
  if (reader.errors() == errors && chart.y.size() != 1) {
    const Node* y = step.node().find("y");
    reader.error("predict", y != nullptr ? *y : step.node().key(0),
                 msg("one column is predicted; this table has {count}", {{"count", chart.y.size()}}),
                 msg("name it at “y”"));
  }
  if (reader.errors() == errors) check_cells(reader, table, chart);
  kind.given.assign(chart.table.cells.size(), false);
  read_given(step, kind, table.placed->table);
  if (reader.errors() > errors) return;
  for (std::size_t row = 0; row < chart.table.cells.size(); ++row) {
    const auto moment = moment_of(chart.table.cells[row][chart.y[0]]);
    kind.real.push_back(kind.shape != Predict::Shape::timeline ? chart.table.number(row, chart.y[0])
                        : moment                               ? moment->years()
                                                               : kNaN);
  }
  choose_range(kind);
  if (chart.from && chart.to && *chart.from >= *chart.to) {
    const Node* from = step.node().find("from");
    reader.error("axis", from != nullptr ? *from : *step.node().find("to"), msg("the range begins at or above its end"),
                 msg("put the lower value at “from”"));
    return;
  }
  check_ascending(reader, table, kind);
  check_asked(step, kind);
  if (reader.errors() == errors) translate_names(reader, table, chart);
}

Kind read_with(StepContext& context, Object& step) {
  Predict kind;
  if (const Node* node = step.take(predict_key)) step.reader().value(predict_key, *node, kind.shape);
  constexpr std::array kinds{Chart::Kind::line, Chart::Kind::bar, Chart::Kind::timeline};
  kind.chart.kind = kinds[static_cast<std::size_t>(kind.shape)];
  step.read(chart_fields, kind.chart);
  read_values(context, step, kind);
  const double range = kind.chart.from && kind.chart.to ? *kind.chart.to - *kind.chart.from : 1;
  kind.within = read_distance(step, within_key, 0.05, range);
  const bool said = step.node().find("none") != nullptr;
  kind.none = read_distance(step, none_key, 0.25, range);
  if (kind.none > kind.within) return kind;
  if (!said) {
    kind.none = 2 * kind.within;
  } else {
    step.reader().error("none", *step.node().find("none"),
                        msg("what earns nothing is no farther off than what earns all"),
                        msg("make “none” wider than “within”"));
  }
  return kind;
}

void check(Reader& reader, const Node& step, const Kind& any) {
  const auto& kind = std::get<Predict>(any);
  if (kind.within * 2 < *kind.chart.to - *kind.chart.from) return;
  const Node* within = step.find("within");
  reader.warning("within", within != nullptr ? *within : step.key(0), msg("nearly every answer earns full credit"),
                 msg("make “within” narrower, or the range wider"));
}

constexpr KindFormat format{"predict", nullptr, check, read_with};

}  // namespace

std::vector<std::size_t> Predict::asked() const {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < real.size(); ++row) {
    if (std::isfinite(real[row]) && !(row < given.size() && given[row])) rows.push_back(row);
  }
  return rows;
}

template <>
const KindFormat& format_of<Predict>() {
  return format;
}

}  // namespace course
