#pragma once
// Inside this folder: the parts that a chart is read by, for charts and for questions that draw one.

#include <memory>
#include <optional>

#include "course/chart.h"
#include "course/reading/object.h"
#include "course/reading/steps.h"
#include "course/reading/tables.h"

namespace course {

/// What `data` points at. Without `placed` it could not be read, which is reported already.
struct ReadTable {
  const Node* node = nullptr;
  std::shared_ptr<const PlacedTable> placed;
  const SourceFile* file = nullptr;  ///< that the offsets of `placed` count in
};

/// Takes `data`: the path of a CSV, or a table that stands in the lesson itself.
ReadTable read_table(StepContext& context, Object& object);

/// Takes `x`, `y` and `labels`; without `y` all columns that stand for nothing else. `chart.table` is filled in, and `chart.panel`.
void read_columns(Object& object, Chart& chart);
/// Accepts the keys of `read_columns` where there is no table to look into.
void skip_columns(Object& object);

/// The column that `node` names, or a report with what it may have meant.
std::optional<std::size_t> find_column(Reader& reader, const Key& key, const Node& node, const Table& table);

/// Every cell that is drawn must be what the chart needs, or empty for a missing one.
void check_cells(Reader& reader, const ReadTable& table, const Chart& chart);

/// Notes a cell with a decimal comma, which `check --fix` can mend in a CSV file.
void note_comma(Reader& reader, const ReadTable& table, std::size_t row, std::size_t column);

/// Words in the columns `x` and `panel` are read by learners, so they are translated as all texts are.
void translate_names(Reader& reader, const ReadTable& table, Chart& chart);

/// Said of a row with another number of cells than there are columns.
base::Message cells_for_columns(std::size_t cells, std::size_t columns);

/// Reports at a cell of the table.
void report_cell(Reader& reader, const ReadTable& table, std::size_t row, std::size_t column, base::Message message,
                 base::Message remedy);

}  // namespace course
