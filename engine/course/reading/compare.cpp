// A step with `compare`: columns, and rows as wide as they are many.

#include "course/reading/blocks.h"
#include "course/reading/chart_parts.h"

namespace course {
namespace {

constexpr Key columns_key{"columns", shape::other(msg("a list of two or three {title: …, text: …}")), Need::required,
                          msg("what is compared")};
constexpr Key rows_key{"rows", shape::other(msg("a list of {what: …, cells: [..]}")), Need::optional,
                       "what tells them apart"};
constexpr Key cells_key{"cells", shape::markdowns, Need::required, msg("a text for each column")};
constexpr Key cell_key{"cells", shape::markdown, Need::optional, ""};
constexpr std::array compare_fields{
    Field<Compare>{{"compare", shape::text, Need::required, msg("the title")}, into<&Compare::title>},
};
constexpr std::array column_fields{
    Field<Compare::Column>{{"title", shape::text, Need::required, msg("what stands in the column")},
                           into<&Compare::Column::title>},
    Field<Compare::Column>{{"text", shape::markdown, Need::optional, "what there is to say of it"},
                           into<&Compare::Column::markdown>},
};
constexpr std::array row_fields{
    Field<Compare::Row>{{"what", shape::text, Need::required, msg("what is compared")}, into<&Compare::Row::what>},
};

void read_columns(Reader& reader, const Node& list, Compare& compare) {
  const bool fits = list.is_list() && list.size() >= Compare::least_columns && list.size() <= Compare::most_columns;
  if (!fits) return reader.wrong(columns_key, list);
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    Compare::Column& column = compare.columns.emplace_back();
    if (!expect_map(reader, columns_key, list.item(i))) continue;
    Object object(reader, list.item(i), msg("a column"));
    object.read(column_fields, column);
    object.finish();
  }
}

void read_row(Reader& reader, const Node& node, Compare& compare) {
  if (!expect_map(reader, rows_key, node)) return;
  Compare::Row& row = compare.rows.emplace_back();
  Object object(reader, node, msg("a row"));
  object.read(row_fields, row);
  if (const Node* cells = object.take(cells_key)) {
    reader.each(cells_key, *cells, [&](const Node& cell) { reader.value(cell_key, cell, row.cells.emplace_back()); });
    const std::size_t columns = compare.columns.size();
    if (columns > 0 && row.cells.size() != columns) {
      reader.error("cells", *cells, cells_for_columns(row.cells.size(), columns), msg("give each column one cell"));
    }
  }
  object.finish();
}

/// A column without a text says something only through its rows.
void check_columns(Object& step, const Compare& compare) {
  if (!compare.rows.empty()) return;
  const Node* columns = step.node().find(columns_key.name);
  for (std::size_t i = 0; i < compare.columns.size(); ++i) {
    if (!compare.columns[i].markdown.empty() || compare.columns[i].title.empty()) continue;
    step.reader().error("missing-key", columns->item(static_cast<std::uint32_t>(i)),
                        msg("this column has neither a text nor rows"),
                        msg("add “text: …” to it, or “rows:” to the comparison"));
  }
}

}  // namespace

Compare read_compare(Object& step) {
  Compare compare;
  Reader& reader = step.reader();
  step.read(compare_fields, compare);
  if (const Node* columns = step.take(columns_key)) read_columns(reader, *columns, compare);
  if (const Node* rows = step.take(rows_key)) {
    const int errors = reader.errors();
    reader.each(rows_key, *rows, [&](const Node& row) { read_row(reader, row, compare); });
    if (reader.errors() > errors) return compare;
  }
  check_columns(step, compare);
  return compare;
}

}  // namespace course
