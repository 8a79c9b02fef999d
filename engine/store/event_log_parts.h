#pragma once
// What an open log holds. Private to store.

#include "base/scratch_folder.h"
#include "store/event_log.h"
#include "store/lock.h"
#include "store/sqlite.h"

namespace store {

struct EventLog::Parts {
  explicit Parts(const base::Clock& given) : clock(given) {}

  const base::Clock& clock;
  std::filesystem::path file;   ///< as the caller named it
  base::ScratchFolder scratch;  ///< read-only: the copy that is read
  FileLock lock;                ///< held shared while open; let go after the connection is closed
  Connection connection;
  Statement insert_event, events_backwards;
  Statement save_draft, drop_draft, save_setting;
  bool read_only = false;

  /// Runs `change` in a transaction of its own.
  base::Status write(const std::function<base::Status()>& change);
  /// Sets the two members below by the file's last row. Inside a transaction.
  base::Status find_last();
  /// Gives the row its number and inserts it. Inside a transaction, after find_last.
  base::Status insert(Row& row);
  base::Status save_named(Statement& save, const char* table, const std::string& name, const std::string& value);

  /// The last event: most appends follow one of this log's own and need not read it again.
  std::int64_t last_number = 0;
  std::int64_t last_at = INT64_MIN;
  std::int64_t data_version = 0;
};

}  // namespace store
