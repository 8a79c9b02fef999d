// A step with `chart`: the columns it shows, and the numbers behind them.
#include <cmath>

#include "course/reading/blocks.h"

namespace course {
namespace {

constexpr std::array<std::string_view, 3> chart_words{"line", "bar", "dots"};
constexpr Key data_key{"data", shape::other("the path of a CSV file, or {columns: […], rows: [[…], …]}"),
                       Need::required, "the numbers"};
constexpr Key columns_key{"columns", shape::plain_words, Need::required, "names of the columns"};
constexpr Key rows_key{"rows", shape::other("a list of rows, each a list of cells"), Need::required, "the rows"};
constexpr Key cell_key{"rows", shape::word, Need::optional, ""};
constexpr Key x_key{"x", shape::word, Need::optional, "the column to the right; the first one when not given"};
constexpr Key y_key{"y", shape::plain_words, Need::optional, "the columns upwards; all others when not given"};
constexpr Key labels_key{"labels", shape::other("a map from column to text"), Need::optional,
                         "what the columns are called on the chart"};
constexpr Key label_key{"labels", shape::text, Need::optional, ""};
constexpr std::array chart_fields{
    Field<Chart>{{"chart", shape::one_of(chart_words), Need::required, "what it looks like"}, into<&Chart::kind>},
    Field<Chart>{{"title", shape::text, Need::optional, "shown above"}, into<&Chart::title>},
    Field<Chart>{{"unit", shape::text, Need::optional, "of the numbers"}, into<&Chart::unit>},
    Field<Chart>{{"x_label", shape::text, Need::optional, "below the axis"}, into<&Chart::x_label>},
    Field<Chart>{{"y_label", shape::text, Need::optional, "beside the axis"}, into<&Chart::y_label>},
    Field<Chart>{{"from", shape::number, Need::optional, "where the vertical axis begins"}, into<&Chart::from>},
    Field<Chart>{{"to", shape::number, Need::optional, "where the vertical axis ends"}, into<&Chart::to>},
    Field<Chart>{{"log", shape::truth, Need::optional, "logarithmic vertical axis"}, into<&Chart::log>},
    Field<Chart>{{"alt", shape::text, Need::optional, "what it shows, for those who do not see it"}, into<&Chart::alt>},
    Field<Chart>{{"source", shape::source_id, Need::optional, "where the numbers are from"}, into<&Chart::source>},
};

/// A table that stands in the lesson itself.
std::optional<PlacedTable> read_inline(Reader& reader, const Node& node) {
  PlacedTable placed;
  const int errors = reader.errors();
  Object object(reader, node, "“data”");
  if (const Node* columns = object.take(columns_key)) reader.value(columns_key, *columns, placed.table.columns);
  const Node* rows = object.take(rows_key);
  object.finish();
  if (rows != nullptr && !rows->is_list()) reader.wrong(rows_key, *rows);
  for (std::uint32_t i = 0; rows != nullptr && i < rows->size() && rows->is_list(); ++i) {
    const Node& row = rows->item(i);
    if (!row.is_list() || row.size() != placed.table.columns.size()) {
      reader.error("table", row,
                   "this row has " + std::to_string(row.size()) +
                       (row.size() == 1 ? " cell; there are " : " cells; there are ") +
                       std::to_string(placed.table.columns.size()) + " columns",
                   "write each row as [cell, cell, …]");
      continue;
    }
    std::vector<std::string> cells;
    for (std::uint32_t j = 0; j < row.size(); ++j) {
      placed.offsets.push_back(row.item(j).offset());
      if (!row.item(j).is_scalar() && !row.item(j).is_null()) reader.wrong(cell_key, row.item(j));
      cells.emplace_back(row.item(j).text());
    }
    placed.table.cells.push_back(std::move(cells));
  }
  if (reader.errors() > errors) return std::nullopt;
  if (!placed.table.cells.empty()) return placed;
  reader.error("table", node, "the table has no rows", "add rows: [[…], …]");
  return std::nullopt;
}

std::optional<std::size_t> find_column(Reader& reader, const Key& key, const Node& node, const Table& table) {
  const auto name = reader.scalar(key, node);
  if (!name) return std::nullopt;
  const auto column = table.column(std::string(*name));
  if (column) return column;
  const std::string near = base::nearest(*name, table.columns);
  std::string all;
  for (const std::string& known : table.columns) all += (all.empty() ? "" : ", ") + known;
  reader.error("unknown-column", node, "the table has no column " + in_quotes(*name),
               near.empty() ? "its columns are " + all : did_you_mean(near));
  return std::nullopt;
}

void read_columns(Object& step, Chart& chart) {
  Reader& reader = step.reader();
  if (const Node* x = step.take(x_key)) chart.x = find_column(reader, x_key, *x, chart.table).value_or(0);
  if (const Node* y = step.take(y_key)) {
    reader.each(y_key, *y, [&](const Node& node) {
      if (const auto column = find_column(reader, y_key, node, chart.table)) chart.y.push_back(*column);
    });
  } else {
    for (std::size_t i = 0; i < chart.table.columns.size(); ++i) {
      if (i != chart.x) chart.y.push_back(i);
    }
    if (chart.y.empty())
      reader.error("table", step.node().key(0), "the table has one column, so there is nothing to draw");
  }
  for (const std::size_t column : chart.y) chart.labels.push_back(chart.table.columns[column]);
}

void read_labels(Object& step, Chart& chart) {
  const Node* labels = step.take(labels_key);
  if (labels == nullptr || !expect_map(step.reader(), labels_key, *labels)) return;
  for (std::uint32_t i = 0; i < labels->size(); ++i) {
    const auto column = find_column(step.reader(), labels_key, labels->key(i), chart.table);
    std::string label;
    step.reader().value(label_key, labels->value(i), label);
    for (std::size_t j = 0; column && j < chart.y.size(); ++j) {
      if (chart.y[j] == *column) chart.labels[j] = label;
    }
  }
}

/// Words along the horizontal axis ("5 min", "1 week") are read by learners, so they are translated as all texts are.
void translate_categories(Reader& reader, const Node& data, Chart& chart, const PlacedTable& placed) {
  for (std::size_t row = 0; row < chart.table.cells.size(); ++row) {
    const std::string& cell = placed.table.cells[row][chart.x];
    if (cell.empty() || Reader::number(cell)) continue;
    chart.table.cells[row][chart.x] = reader.shown(cell, data, Form::text);
  }
}

/// Every cell that is drawn must be a number, or empty for a missing one.
void check_numbers(Reader& reader, const SourceFile& file, const Chart& chart, const PlacedTable& placed) {
  constexpr int most = 20;
  int mistakes = 0;
  const std::size_t width = chart.table.columns.size();
  for (std::size_t row = 0; row < chart.table.cells.size(); ++row) {
    for (const std::size_t column : chart.y) {
      const std::string& cell = chart.table.cells[row][column];
      const double number = chart.table.number(row, column);
      const bool good = cell.empty() || (!std::isnan(number) && (!chart.log || number > 0));
      if (good || ++mistakes > most) continue;
      const char* what =
          std::isnan(number) ? " is no number" : " cannot stand on a logarithmic axis, which begins above 0";
      const bool comma = cell.find(',') != std::string::npos;
      auto& d = reader.error("table", file.value_span(placed.offsets[row * width + column], cell.size()),
                             in_quotes(cell) + what,
                             comma ? "write the decimal mark as a point" : "leave the cell empty for a missing number");
      d.file = file.name();
    }
  }
}

void check_axis(Object& step, const Chart& chart) {
  const Node* from = step.node().find("from");
  if (chart.from && chart.to && *chart.from >= *chart.to) {
    step.reader().error("axis", *from, "the axis begins at or above its end", "put the lower value at “from”");
  }
  if (chart.log && chart.from && *chart.from <= 0) {
    step.reader().error("axis", *from, "a logarithmic axis cannot begin at 0 or below",
                        "begin above 0, or delete “log”");
  }
}

}  // namespace

Chart read_chart(StepContext& context, Object& step) {
  Reader& reader = step.reader();
  Chart chart;
  step.read(chart_fields, chart);
  check_axis(step, chart);
  const Node* data = step.take(data_key);
  const SourceFile* file = &reader.file();
  std::shared_ptr<const PlacedTable> placed;
  if (data != nullptr && data->is_map()) {
    if (auto table = read_inline(reader, *data)) placed = context.assets.keep(std::move(*table));
  } else if (data != nullptr) {
    placed = context.assets.table(reader, data_key, *data, file);
  }
  if (placed == nullptr) {
    for (const Key& key : {x_key, y_key, labels_key}) step.accept(key.name);
  } else {
    chart.table = placed->table;
    const int errors = reader.errors();
    read_columns(step, chart);
    read_labels(step, chart);
    if (reader.errors() == errors) {
      check_numbers(reader, *file, chart, *placed);
      translate_categories(reader, *data, chart, *placed);
    }
  }
  if (reader.thorough() && chart.alt.empty() && step.node().find("alt") == nullptr) {
    reader.warning("missing-alt", step.node().key(0), "nobody who cannot see this chart learns what it shows",
                   "add “alt: …”");
  }
  return chart;
}

}  // namespace course
