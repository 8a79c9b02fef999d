#include "store/sqlite.h"

#include <cerrno>

#include "base/files.h"

namespace store {
namespace {

/// How long to wait for another program that writes.
constexpr int busy_ms = 5000;
/// No text of ours comes near; bounds what a damaged file can make SQLite allocate.
constexpr int longest_value = 16 << 20;

base::Refusal refusal_of(int code, int system_error) {
  switch (code & 0xff) {
    case SQLITE_FULL: return base::Refusal::disk_full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return base::Refusal::no_permission;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return base::Refusal::busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return base::Refusal::damaged;
    case SQLITE_TOOBIG: return base::Refusal::too_large;
    case SQLITE_CANTOPEN:
      return system_error != 0 ? base::failure_of_errno(system_error, {}).refusal : base::Refusal::other;
    case SQLITE_IOERR: return system_error == ENOSPC ? base::Refusal::disk_full : base::Refusal::other;
    default: return base::Refusal::other;
  }
}

}  // namespace

base::Failure failure_of(int code, sqlite3* db, std::string_view doing) {
  const int system_error = db != nullptr ? sqlite3_system_errno(db) : 0;
  std::string detail(doing);
  detail += ": ";
  detail += db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code);
  detail += " (" + std::to_string(code) + ")";
  return {refusal_of(code, system_error), std::move(detail)};
}

std::string_view Statement::text(int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(raw_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(raw_.get(), column))};
}

base::Result<Connection> Connection::open(const std::filesystem::path& file, int flags) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  Connection connection;
  connection.raw_.reset(raw);
  if (code != SQLITE_OK) return tl::unexpected(connection.failure(code, file.string()));
  sqlite3_busy_timeout(raw, busy_ms);
  sqlite3_limit(raw, SQLITE_LIMIT_LENGTH, longest_value);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  return connection;
}

base::Result<Statement> Connection::prepare(const char* sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(raw(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return tl::unexpected(failure(code, sql));
  return Statement(statement);
}

base::Status Connection::run(const char* sql) const {
  const int code = sqlite3_exec(raw(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return tl::unexpected(failure(code, sql));
  return {};
}

base::Result<std::int64_t> Connection::number(const char* sql) const {
  auto statement = prepare(sql);
  if (!statement) return tl::unexpected(statement.error());
  const int code = statement->step();
  if (code != SQLITE_ROW) return tl::unexpected(failure(code, sql));
  return statement->integer(0);
}

Transaction::~Transaction() {
  // SQLite rolls back by itself after some errors; then there is nothing left to do.
  if (open_ && sqlite3_get_autocommit(connection_.raw()) == 0) static_cast<void>(connection_.run("ROLLBACK"));
}

base::Status Transaction::begin() {
  auto begun = connection_.run("BEGIN IMMEDIATE");
  open_ = begun.has_value();
  return begun;
}

base::Status Transaction::commit() {
  auto committed = connection_.run("COMMIT");
  if (committed) open_ = false;
  return committed;
}

}  // namespace store
