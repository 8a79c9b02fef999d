// The part of salvage.h that changes files.

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>

#include "base/files.h"
#include "store/row_sql.h"
#include "store/salvage.h"
#include "store/sql.h"

namespace store {
namespace {

namespace fs = std::filesystem;

fs::path with(const fs::path& file, const char* ending) { return file.string() + ending; }

base::Status unlink_file(const fs::path& file) {
  std::error_code error;
  fs::remove(file, error);
  return base::status_of(error, file);
}

base::Status move_file(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  return base::status_of(error, to);
}

/// Makes the names in a folder as durable as the files.
base::Status sync_folder(const fs::path& file) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return tl::unexpected(base::failure_of_errno(errno, folder.string()));
  const int failed = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  // Some file systems know no fsync of folders; there is nothing to be done about it.
  if (failed != 0 && failed != EINVAL && failed != ENOTSUP)
    return tl::unexpected(base::failure_of_errno(failed, folder.string()));
  return {};
}

base::Status insert_named(const Connection& connection, const char* sql, const char* table,
                          const std::map<std::string, std::string>& texts) {
  auto insert = connection.prepare(sql);
  if (!insert) return tl::unexpected(insert.error());
  for (const auto& [name, value] : texts) {
    insert->bind(1, name);
    insert->bind(2, value);
    insert->bind(3, checksum_of(table, name, value));
    if (const int code = insert->step(); code != SQLITE_DONE) return tl::unexpected(connection.failure(code, table));
    insert->reset();
  }
  return {};
}

base::Status insert_events(const Connection& connection, const std::map<std::int64_t, Row>& events) {
  auto insert = connection.prepare(query::insert_event);
  if (!insert) return tl::unexpected(insert.error());
  for (const auto& [number, row] : events) {
    bind_row(*insert, row);
    if (const int code = insert->step(); code != SQLITE_DONE) return tl::unexpected(connection.failure(code, "events"));
    insert->reset();
  }
  return {};
}

/// A new file in one piece: no write-ahead log is left beside it when it is closed.
base::Status write_new(const fs::path& file, const Contents& contents, const base::Clock& clock,
                       Migrations migrations) {
  auto connection = Connection::open(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (!connection) return tl::unexpected(connection.error());
  const std::string size = "PRAGMA page_size = " + std::to_string(page_size);
  if (auto done = connection->run(size.c_str()); !done) return done;
  if (auto done = set_durable(*connection); !done) return done;
  if (auto done = migrate(*connection, clock, migrations); !done) return done;
  Transaction transaction(*connection);
  if (auto done = transaction.begin(); !done) return done;
  if (auto done = insert_events(*connection, contents.events); !done) return done;
  if (auto done = insert_named(*connection, query::save_draft, "drafts", contents.drafts); !done) return done;
  if (auto done = insert_named(*connection, query::save_setting, "settings", contents.settings); !done) return done;
  if (auto done = transaction.commit(); !done) return done;
  return connection->run("PRAGMA wal_checkpoint(TRUNCATE)");
}

base::Status discard(const fs::path& file) {
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
    if (auto done = unlink_file(with(file, ending)); !done) return done;
  }
  return {};
}

/// Another name for the same bytes, or where the file system knows no links, a copy.
base::Status keep_as(const fs::path& file, const fs::path& kept) {
  std::error_code error;
  if (!fs::exists(file, error)) return {};
  fs::create_hard_link(file, kept, error);
  if (!error) return {};
  fs::copy_file(file, kept, error);
  return base::status_of(error, kept);
}

}  // namespace

fs::path beside(const fs::path& file, const std::string& mark, const base::Clock& clock) {
  const std::time_t now = std::chrono::system_clock::to_time_t(clock.now());
  std::tm utc{};
  gmtime_r(&now, &utc);
  char time[40] = "";
  std::strftime(time, sizeof time, "%Y%m%dT%H%M%SZ", &utc);
  const std::string name = file.string() + "." + mark + "-" + time;
  std::error_code error;
  for (int i = 1;; ++i) {
    const fs::path free = i == 1 ? name : name + "-" + std::to_string(i);
    if (!fs::exists(free, error)) return free;
  }
}

base::Result<fs::path> put_aside(const fs::path& file, const base::Clock& clock) {
  const fs::path kept = beside(file, "damaged", clock);
  if (auto done = keep_as(file, kept); !done) return tl::unexpected(done.error());
  if (auto done = keep_as(with(file, "-wal"), with(kept, "-wal")); !done) return tl::unexpected(done.error());
  return kept;
}

base::Status replace_with(const fs::path& file, const Contents& contents, const base::Clock& clock,
                          Migrations migrations) {
  const fs::path unfinished = with(file, ".new");
  if (auto done = discard(unfinished); !done) return done;
  if (auto done = write_new(unfinished, contents, clock, migrations); !done) {
    static_cast<void>(discard(unfinished));
    return done;
  }
  if (auto done = move_file(unfinished, with(file, ".ready")); !done) return done;
  if (auto done = sync_folder(file); !done) return done;
  auto finished = finish_replacing(file);
  if (!finished) return tl::unexpected(finished.error());
  return {};
}

base::Result<bool> finish_replacing(const fs::path& file) {
  const fs::path ready = with(file, ".ready");
  std::error_code error;
  if (!fs::exists(ready, error)) return false;
  // The old write-ahead log must be gone before the new file has its name: SQLite would play it into the new file.
  if (auto done = discard(file); !done) return tl::unexpected(done.error());
  if (auto done = sync_folder(file); !done) return tl::unexpected(done.error());
  if (auto done = move_file(ready, file); !done) return tl::unexpected(done.error());
  if (auto done = sync_folder(file); !done) return tl::unexpected(done.error());
  return true;
}

}  // namespace store
