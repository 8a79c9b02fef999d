#pragma once
// SQLite held safely: a connection and a statement that close themselves, and its result codes as Failures. Private to store.

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace store {

/// What a result code means to a person. `db` may be null; its last message goes into the detail.
base::Failure failure_of(int code, sqlite3* db, std::string_view doing);

class Statement {
 public:
  Statement() = default;
  explicit Statement(sqlite3_stmt* raw) : raw_(raw) {}

  void bind(int place, std::int64_t value) { sqlite3_bind_int64(raw_.get(), place, value); }
  /// The text must live until the statement is reset.
  void bind(int place, std::string_view value) {
    sqlite3_bind_text64(raw_.get(), place, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
  }
  /// SQLITE_ROW, SQLITE_DONE or an error.
  int step() { return sqlite3_step(raw_.get()); }
  void reset() {
    sqlite3_reset(raw_.get());
    sqlite3_clear_bindings(raw_.get());
  }
  std::int64_t integer(int column) { return sqlite3_column_int64(raw_.get(), column); }
  std::string_view text(int column);
  explicit operator bool() const { return raw_ != nullptr; }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* raw) const { sqlite3_finalize(raw); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> raw_;
};

class Connection {
 public:
  Connection() = default;

  /// `flags` as sqlite3_open_v2 takes them. The schema of the file is not trusted, waiting for others is set up.
  static base::Result<Connection> open(const std::filesystem::path& file, int flags);

  base::Result<Statement> prepare(const char* sql) const;
  /// Runs statements that give no rows, or whose rows nobody wants.
  base::Status run(const char* sql) const;
  /// The first column of the first row.
  base::Result<std::int64_t> number(const char* sql) const;
  base::Failure failure(int code, std::string_view doing) const { return failure_of(code, raw(), doing); }
  sqlite3* raw() const { return raw_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* raw) const { sqlite3_close_v2(raw); }
  };
  std::unique_ptr<sqlite3, Close> raw_;
};

/// Rolls back unless it was committed.
class Transaction {
 public:
  explicit Transaction(const Connection& connection) : connection_(connection) {}
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  /// Takes the right to write at once, so that nothing can fail for a lock later on.
  base::Status begin();
  base::Status commit();

 private:
  const Connection& connection_;
  bool open_ = false;
};

}  // namespace store
