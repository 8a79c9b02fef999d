#include "store/row_sql.h"

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

std::optional<Row> read_row(Statement& select) {
  Row row{select.integer(0),           select.integer(1),           select.integer(2),
          select.integer(3),           std::string(select.text(4)), std::string(select.text(5)),
          std::string(select.text(6)), std::string(select.text(7))};
  if (checksum_of(row) != select.integer(8)) return std::nullopt;
  return row;
}

}  // namespace store
