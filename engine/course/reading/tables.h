#pragma once
// Tables of numbers: CSV files (RFC 4180) and tables written into a lesson.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "course/load.h"
#include "course/model.h"
#include "course/yaml/source_file.h"

namespace course {

/// A table with the place of each cell in its file.
struct PlacedTable {
  Table table;
  std::vector<std::uint32_t> offsets;  ///< of the cells, row after row, in bytes; without the header
};

/// Reads CSV: a header line, then rows of as many cells. Cells may be in double quotes, in which a doubled quote is one and lines go
/// on. Reports every mistake with its place, at most 100; empty when there was one.
std::optional<PlacedTable> parse_csv(const SourceFile& file, const Limits& limits, base::Diagnostics& diagnostics);

}  // namespace course
