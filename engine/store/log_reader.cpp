#include "store/log_reader.h"

#include "store/lock.h"
#include "store/row_sql.h"
#include "store/schema.h"
#include "store/sql.h"

namespace store {
namespace {

constexpr auto patience = std::chrono::milliseconds(3000);

}  // namespace

struct LogReader::Parts {
  FileLock lock;  // let go after the connection is closed
  Connection connection;
};

LogReader::LogReader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
LogReader::~LogReader() = default;
LogReader::LogReader(LogReader&&) noexcept = default;
LogReader& LogReader::operator=(LogReader&&) noexcept = default;

base::Result<LogReader> LogReader::open(const std::filesystem::path& file) {
  auto parts = std::make_unique<Parts>();
  auto lock = FileLock::on(file.string() + ".lock");
  if (!lock) return tl::unexpected(lock.error());
  parts->lock = std::move(*lock);
  if (!parts->lock.shared(patience)) return base::fail(base::Refusal::busy, file.string());
  auto connection = Connection::open(file, SQLITE_OPEN_READONLY);
  if (!connection) return tl::unexpected(connection.error());
  parts->connection = std::move(*connection);
  return LogReader(std::move(parts));
}

base::Result<std::int64_t> LogReader::last_number() const { return parts_->connection.number(query::last_number); }

std::optional<std::int64_t> LogReader::checksum_at(std::int64_t number) const {
  auto select = parts_->connection.prepare(query::event);
  if (!select) return std::nullopt;
  select->bind(1, number);
  if (select->step() != SQLITE_ROW) return std::nullopt;
  const auto row = read_row(*select);
  if (!row) return std::nullopt;
  return checksum_of(*row);
}

base::Result<EventLog::ReadStats> LogReader::read_rows(std::int64_t after, const std::function<void(const Row&)>& each,
                                                       const std::stop_token& stop) const {
  return store::read_rows(parts_->connection, after, each, stop);
}

base::Result<bool> LogReader::is_whole(const std::stop_token& stop) const {
  // One statement that may take a second: it is broken off from the thread that asks.
  const std::stop_callback broken_off(stop, [this] { sqlite3_interrupt(parts_->connection.raw()); });
  return store::is_whole(parts_->connection);
}

}  // namespace store
