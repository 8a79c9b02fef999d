#include "store/row_sql.h"

#include <algorithm>

#include "store/sql.h"

namespace store {

void bind_row(Statement& insert, const Row& row) {
  insert.bind(1, row.number);
  insert.bind(2, row.at);
  insert.bind(3, row.clock);
  insert.bind(4, row.utc_offset);
  insert.bind(5, std::string_view(row.course));
  insert.bind(6, std::string_view(row.lesson));
  insert.bind(7, std::string_view(row.event));
  insert.bind(8, std::string_view(row.what));
  insert.bind(9, checksum_of(row));
}

base::Result<EventLog::ReadStats> read_selected(const Connection& connection, Statement& select, std::int64_t after,
                                                const std::function<void(const Row&)>& each,
                                                const std::stop_token& stop) {
  EventLog::ReadStats stats;
  stats.last = std::max<std::int64_t>(0, after);
  int code = select.step();
  for (; code == SQLITE_ROW && !stop.stop_requested(); code = select.step()) {
    const std::int64_t number = select.integer(0);
    if (number > stats.last) stats.missing += number - stats.last - 1;
    stats.last = std::max(stats.last, number);
    const auto row = read_row(select);
    if (!row) {
      ++stats.unreadable;
      continue;
    }
    ++stats.read;
    each(*row);
  }
  if (code != SQLITE_DONE && code != SQLITE_ROW) return tl::unexpected(connection.failure(code, "reading"));
  return stats;
}

base::Result<EventLog::ReadStats> read_rows(const Connection& connection, std::int64_t after,
                                            const std::function<void(const Row&)>& each, const std::stop_token& stop) {
  auto select = connection.prepare(query::events_after);
  if (!select) return tl::unexpected(select.error());
  select->bind(1, after);
  return read_selected(connection, *select, after, each, stop);
}

std::optional<Row> read_row(Statement& select) {
  Row row{select.integer(0),           select.integer(1),           select.integer(2),
          select.integer(3),           std::string(select.text(4)), std::string(select.text(5)),
          std::string(select.text(6)), std::string(select.text(7))};
  if (checksum_of(row) != select.integer(8)) return std::nullopt;
  return row;
}

}  // namespace store
