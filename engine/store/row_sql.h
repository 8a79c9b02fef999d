#pragma once
// Rows into statements and out of them. Private to store.

#include <optional>

#include "store/row.h"
#include "store/sqlite.h"

namespace store {

/// For query::insert_event. The row must live until the statement is reset.
void bind_row(Statement& insert, const Row& row);

/// The row that a statement over all columns stands on, or empty when its checksum does not hold.
std::optional<Row> read_row(Statement& select);

}  // namespace store
