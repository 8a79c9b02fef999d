#pragma once
// What makes a file a log of ours: application id, schema version, migrations. Private to store.

#include <cstdint>
#include <filesystem>
#include <span>

#include "base/time.h"
#include "store/event_log.h"
#include "store/sqlite.h"

namespace store {

/// "Reso" in the file's header (PRAGMA application_id), by which `file` and others can tell what it is.
constexpr std::int64_t application_id = 0x5265736f;

using Migrations = std::span<const char* const>;

/// Those of this version of the program, from the .sql files.
Migrations all_migrations();

/// Brings an open file from the version in its header to the last one, all or nothing. Each migration is SQL without
/// transaction statements.
base::Status migrate(const Connection& connection, const base::Clock& clock, Migrations migrations);

/// A whole copy of an open database, made through SQLite's backup interface, so also while others read and write.
base::Status back_up(const Connection& connection, const std::filesystem::path& copy);

/// How a log is written: write-ahead, every commit on disk before it is acknowledged.
base::Status set_durable(const Connection& connection);

enum class State {
  current,  ///< as this version writes it
  older,    ///< needs migrating
  newer,    ///< a later version of the program wrote it
  damaged,
  foreign,  ///< a database, but not of ours
};

struct Look {
  State state = State::damaged;
  int version = 0;
};

/// Looks at a file without changing it. `newest` is the version that this program writes. A Failure when the machine does not
/// let us look.
base::Result<Look> look_at(const std::filesystem::path& file, int newest, Check check);

/// False where the structure of the whole file is not what it should be. Milliseconds for each few MB.
base::Result<bool> is_whole(const Connection& connection);

}  // namespace store
