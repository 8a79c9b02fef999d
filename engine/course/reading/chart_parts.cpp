// Tables and columns: the parts that charts, and questions that draw one, are read by.
#include "course/reading/chart_parts.h"

#include <cmath>

#include "course/fixes/wanted.h"

namespace course {
namespace {

constexpr Key data_key{"data", shape::other(msg("the path of a CSV file, or {columns: […], rows: [[…], …]}")),
                       Need::required, msg("the numbers")};
constexpr Key columns_key{"columns", shape::plain_words, Need::required, msg("names of the columns")};
constexpr Key rows_key{"rows", shape::other(msg("a list of rows, each a list of cells")), Need::required,
                       msg("the rows")};
constexpr Key cell_key{"rows", shape::word, Need::optional, ""};
constexpr Key x_key{"x", shape::word, Need::optional, "the column to the right; the first one when not given"};
constexpr Key y_key{"y", shape::plain_words, Need::optional, "the columns upwards; all others when not given"};
constexpr Key labels_key{"labels", shape::other(msg("a map from column to text")), Need::optional,
                         "what the columns are called on the chart"};
constexpr Key label_key{"labels", shape::text, Need::optional, ""};

/// A table that stands in the lesson itself.
std::optional<PlacedTable> read_inline(Reader& reader, const Node& node) {
  PlacedTable placed;
  const int errors = reader.errors();
  Object object(reader, node, data_key);
  if (const Node* columns = object.take(columns_key)) reader.value(columns_key, *columns, placed.table.columns);
  const Node* rows = object.take(rows_key);
  object.finish();
  if (rows != nullptr && !rows->is_list()) reader.wrong(rows_key, *rows);
  for (std::uint32_t i = 0; rows != nullptr && i < rows->size() && rows->is_list(); ++i) {
    const Node& row = rows->item(i);
    if (!row.is_list() || row.size() != placed.table.columns.size()) {
      reader.error("table", row, cells_for_columns(row.size(), placed.table.columns.size()),
                   row.size() > placed.table.columns.size()
                       ? msg("write each row as [cell, cell, …], and the decimal mark as a point")
                       : msg("write each row as [cell, cell, …]"));
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
  reader.error("table", node, msg("the table has no rows"), msg("add rows: [[…], …]"));
  return std::nullopt;
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

/// What is wrong with a cell that is not empty, or nothing.
base::Template cell_problem(const Chart& chart, std::size_t row, std::size_t column) {
  if (chart.kind == Chart::Kind::timeline) {
    return moment_of(chart.table.cells[row][column])
               ? base::Template()
               : msg("{cell} is no moment: write a year (1999), a month (1999-03) or a day (1999-03-14)");
  }
  const double number = chart.table.number(row, column);
  if (std::isnan(number)) return msg("{cell} is no number");
  if (chart.log && number <= 0) return msg("{cell} cannot stand on a logarithmic axis, which begins above 0");
  const bool piled = chart.stacked == Chart::Stacking::share ||
                     (chart.stacked == Chart::Stacking::sum && chart.kind == Chart::Kind::area);
  return piled && number < 0 ? msg("{cell} is below 0, and parts of a whole are not") : base::Template();
}

void translate_column(Reader& reader, const ReadTable& table, Chart& chart, std::size_t column) {
  for (std::size_t row = 0; row < chart.table.cells.size(); ++row) {
    const std::string& cell = table.placed->table.cells[row][column];
    if (cell.empty() || Reader::number(cell)) continue;
    chart.table.cells[row][column] = reader.shown(cell, *table.node, Form::text);
  }
}

}  // namespace

base::Message cells_for_columns(std::size_t cells, std::size_t columns) {
  return msgn("this row has {n} cell; there are {columns} columns",
              "this row has {n} cells; there are {columns} columns", cells, {{"columns", columns}});
}

ReadTable read_table(StepContext& context, Object& object) {
  ReadTable table;
  Reader& reader = object.reader();
  table.node = object.take(data_key);
  table.file = &reader.file();
  if (table.node != nullptr && table.node->is_map()) {
    if (auto read = read_inline(reader, *table.node)) table.placed = context.assets.keep(std::move(*read));
  } else if (table.node != nullptr) {
    table.placed = context.assets.table(reader, data_key, *table.node, table.file);
  }
  return table;
}

std::optional<std::size_t> find_column(Reader& reader, const Key& key, const Node& node, const Table& table) {
  const auto name = reader.scalar(key, node);
  if (!name) return std::nullopt;
  const auto column = table.column(std::string(*name));
  if (column) return column;
  const std::string near = base::nearest(*name, table.columns);
  reader.error(
      "unknown-column", node, msg("the table has no column {column}", {{"column", in_quotes(*name)}}),
      near.empty() ? msg("its columns are {columns}", {{"columns", listed(table.columns)}}) : did_you_mean(near));
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
      if (i != chart.x && i != chart.panel) chart.y.push_back(i);
    }
    if (chart.y.empty())
      reader.error("table", step.node().key(0), msg("the table has one column, so there is nothing to draw"));
  }
  for (const std::size_t column : chart.y) chart.labels.push_back(chart.table.columns[column]);
  read_labels(step, chart);
}

void skip_columns(Object& object) {
  for (const Key& key : {x_key, y_key, labels_key}) object.accept(key.name);
}

void report_cell(Reader& reader, const ReadTable& table, std::size_t row, std::size_t column, base::Message message,
                 base::Message remedy) {
  const std::size_t at = row * table.placed->table.columns.size() + column;
  const std::size_t size = table.placed->table.cells[row][column].size();
  auto& d = reader.error("table", table.file->value_span(table.placed->offsets[at], size), std::move(message),
                         std::move(remedy));
  d.file = table.file->name();
}

void note_comma(Reader& reader, const ReadTable& table, std::size_t row, std::size_t column) {
  const std::size_t at = row * table.placed->table.columns.size() + column;
  WantedChanges* wanted = table.file != &reader.file() ? reader.around().wanted : nullptr;
  if (wanted != nullptr)
    wanted->write_point(*table.file, table.placed->offsets[at], table.placed->table.cells[row][column]);
}

void check_cells(Reader& reader, const ReadTable& table, const Chart& chart) {
  constexpr int most = 20;
  int mistakes = 0;
  for (std::size_t row = 0; row < chart.table.cells.size(); ++row) {
    for (const std::size_t column : chart.y) {
      const std::string& cell = chart.table.cells[row][column];
      const base::Template problem = cell.empty() ? base::Template() : cell_problem(chart, row, column);
      if (problem.empty()) continue;
      const bool comma = cell.find(',') != std::string::npos;
      if (comma) note_comma(reader, table, row, column);
      if (++mistakes > most) continue;
      report_cell(reader, table, row, column, msg(problem, {{"cell", in_quotes(cell)}}),
                  comma ? msg("write the decimal mark as a point") : msg("leave the cell empty for a missing number"));
    }
  }
}

void translate_names(Reader& reader, const ReadTable& table, Chart& chart) {
  translate_column(reader, table, chart, chart.x);
  if (chart.panel) translate_column(reader, table, chart, *chart.panel);
}

}  // namespace course
