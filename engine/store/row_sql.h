#pragma once
// Rows into statements and out of them. Private to store.

#include <functional>
#include <optional>
#include <stop_token>

#include "store/event_log.h"
#include "store/row.h"
#include "store/sqlite.h"

namespace store {

/// For query::insert_event. The row must live until the statement is reset.
void bind_row(Statement& insert, const Row& row);

/// Reads what `select`, bound and over all columns, gives, all of it numbered above `after`; rows whose checksum does not
/// hold are counted. Ends between two rows when `stop` asks.
base::Result<EventLog::ReadStats> read_selected(const Connection& connection, Statement& select, std::int64_t after,
                                                const std::function<void(const Row&)>& each,
                                                const std::stop_token& stop = {});
/// All rows above `after`.
base::Result<EventLog::ReadStats> read_rows(const Connection& connection, std::int64_t after,
                                            const std::function<void(const Row&)>& each,
                                            const std::stop_token& stop = {});

/// The row that a statement over all columns stands on, or empty when its checksum does not hold.
std::optional<Row> read_row(Statement& select);

}  // namespace store
