// EventLog::open: find out what lies there, put right what can be put right, then connect.

#include "store/open.h"

#include <unistd.h>

#include "base/files.h"
#include "store/derived.h"
#include "store/event_log_parts.h"
#include "store/salvage.h"
#include "store/sql.h"

namespace store {

namespace fs = std::filesystem;

/// Opens one file. Holds the lock alone as long as it may have to create, migrate or repair.
class Opener {
 public:
  Opener(const fs::path& file, const base::Clock& clock, Opened& opened, Migrations migrations, Check check)
      : file_(file),
        clock_(clock),
        opened_(opened),
        migrations_(migrations),
        newest_(static_cast<int>(migrations.size())),
        check_(check) {}

  base::Result<std::unique_ptr<EventLog>> open();
  /// For a copy in a folder of our own: where that cannot be written either, there is nothing more to try.
  base::Result<std::unique_ptr<EventLog>> open_as_copy() {
    is_copy_ = true;
    return open();
  }

 private:
  enum class Task { none, create, finish, migrate, repair };

  base::Result<Task> find_task();
  base::Result<Task> task_of_existing();
  base::Status carry_out(Task task);
  base::Status migrate_file();
  base::Status repair();
  base::Status look_into_wal(bool* lost);
  base::Result<std::unique_ptr<EventLog>> connect(const fs::path& file);
  base::Result<std::unique_ptr<EventLog>> open_copy();

  fs::path beside(const char* ending) const { return file_.string() + ending; }

  const fs::path& file_;
  const base::Clock& clock_;
  Opened& opened_;
  const Migrations migrations_;
  const int newest_;
  const Check check_;
  FileLock lock_;
  bool alone_ = false;
  bool is_copy_ = false;
};

namespace {

constexpr auto patience = std::chrono::milliseconds(3000);

/// True when there is something to read under this name.
bool has_bytes(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  return !error && size > 0;
}

bool is_there(const fs::path& file) {
  std::error_code error;
  return fs::exists(file, error);
}

bool is_read_only(const base::Failure& failure) { return failure.refusal == base::Refusal::no_permission; }

/// The greatest number that SQLite finds, 0 where it finds none.
std::int64_t last_number(const fs::path& file) {
  auto connection = Connection::open(file, SQLITE_OPEN_READONLY);
  if (!connection) return 0;
  sqlite3_db_config(connection->raw(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  return connection->number("SELECT coalesce(max(number), 0) FROM events").value_or(0);
}

std::int64_t gaps_in(const std::map<std::int64_t, Row>& events) {
  return events.empty() ? 0 : events.rbegin()->first - static_cast<std::int64_t>(events.size());
}

}  // namespace

base::Result<std::unique_ptr<EventLog>> Opener::open() {
  auto lock = FileLock::on(beside(".lock"));
  if (!lock) {
    if (is_read_only(lock.error())) return open_copy();
    return tl::unexpected(lock.error());
  }
  lock_ = std::move(*lock);
  // Most often nobody else is there: hold it alone at once. Otherwise only when there is something to put right.
  alone_ = lock_.alone(std::chrono::milliseconds(0));
  if (!alone_ && !lock_.shared(patience)) return base::fail(base::Refusal::busy, file_.string());

  for (int round = 0; round < 5; ++round) {
    const auto task = find_task();
    if (!task) {
      if (is_read_only(task.error())) return open_copy();
      return tl::unexpected(task.error());
    }
    if (*task == Task::none) {
      auto log = connect(file_);
      if (!log && is_read_only(log.error())) return open_copy();
      return log;
    }
    if (!alone_) {
      alone_ = lock_.alone(patience);
      if (!alone_) return base::fail(base::Refusal::busy, file_.string() + ": in use by another program");
      continue;  // look again: somebody else may have done it meanwhile
    }
    if (auto done = carry_out(*task); !done) {
      if (is_read_only(done.error()) && *task != Task::create) return open_copy();
      return tl::unexpected(done.error());
    }
  }
  return base::fail(base::Refusal::damaged, file_.string() + ": damaged again as soon as it was repaired");
}

base::Result<Opener::Task> Opener::find_task() {
  if (is_there(beside(".ready"))) return Task::finish;
  if (!is_there(file_)) return has_bytes(beside("-wal")) ? Task::repair : Task::create;
  // We never leave an empty file: it was put in place whole.
  if (!has_bytes(file_)) return Task::repair;
  return task_of_existing();
}

base::Result<Opener::Task> Opener::task_of_existing() {
  const auto look = look_at(file_, newest_, check_);
  if (!look) return tl::unexpected(look.error());
  switch (look->state) {
    case State::newer:
      return base::fail(base::Refusal::too_new, file_.string() + ": version " + std::to_string(look->version) +
                                                    ", known up to " + std::to_string(newest_));
    case State::foreign: return base::fail(base::Refusal::unsupported, file_.string() + ": another program's database");
    case State::damaged: return Task::repair;
    case State::older: return Task::migrate;
    case State::current: break;
  }
  bool lost = false;
  if (auto done = look_into_wal(&lost); !done) return tl::unexpected(done.error());
  return lost ? Task::repair : Task::none;
}

/// What a crash or a flipped bit left in the write-ahead log. While others write to it there is nothing to be told from it.
base::Status Opener::look_into_wal(bool* lost) {
  if (!alone_ || !has_bytes(beside("-wal"))) return {};
  const auto pages = Pages::read(file_);
  if (!pages) return tl::unexpected(pages.error());
  const Unread unread = unread_in(*pages, last_number(file_));
  opened_.torn = opened_.torn || unread.torn;
  *lost = unread.events;
  return {};
}

base::Status Opener::carry_out(Task task) {
  switch (task) {
    case Task::create: return replace_with(file_, {}, clock_, migrations_);
    case Task::finish: {
      auto finished = finish_replacing(file_);
      return finished ? base::Status() : tl::unexpected(finished.error());
    }
    case Task::migrate: return migrate_file();
    case Task::repair: return repair();
    case Task::none: break;
  }
  return {};
}

base::Status Opener::migrate_file() {
  auto connection = Connection::open(file_, SQLITE_OPEN_READWRITE);
  if (!connection) return tl::unexpected(connection.error());
  const auto version = connection->number("PRAGMA user_version");
  if (!version) return tl::unexpected(version.error());
  const fs::path copy = store::beside(file_, "before-" + std::to_string(newest_), clock_);
  if (auto done = back_up(*connection, copy); !done) return done;
  if (auto done = set_durable(*connection); !done) return done;
  if (auto done = migrate(*connection, clock_, migrations_); !done) return done;
  opened_.migrated_from = static_cast<int>(*version);
  opened_.backup = copy;
  return {};
}

base::Status Opener::repair() {
  const auto pages = Pages::read(file_);
  if (!pages) return tl::unexpected(pages.error());
  const Contents contents = salvage(*pages);
  auto kept = put_aside(file_, clock_);
  if (!kept) return tl::unexpected(kept.error());
  if (auto done = replace_with(file_, contents, clock_, migrations_); !done) return done;
  remove_derived(file_);
  opened_.damaged = *kept;
  opened_.salvaged = static_cast<std::int64_t>(contents.events.size());
  opened_.missing = gaps_in(contents.events);
  return {};
}

base::Result<std::unique_ptr<EventLog>> Opener::connect(const fs::path& file) {
  auto connection = Connection::open(file, SQLITE_OPEN_READWRITE);
  if (!connection) return tl::unexpected(connection.error());
  if (sqlite3_db_readonly(connection->raw(), "main") == 1)
    return base::fail(base::Refusal::no_permission, file.string());
  if (auto done = set_durable(*connection); !done) return tl::unexpected(done.error());
  auto parts = std::make_unique<EventLog::Parts>(clock_);
  parts->file = file_;
  parts->connection = std::move(*connection);
  const std::pair<Statement*, const char*> statements[] = {{&parts->insert_event, query::insert_event},
                                                           {&parts->events_backwards, query::events_backwards},
                                                           {&parts->save_draft, query::save_draft},
                                                           {&parts->drop_draft, query::drop_draft},
                                                           {&parts->save_setting, query::save_setting}};
  for (const auto& [statement, sql] : statements) {
    auto prepared = parts->connection.prepare(sql);
    if (!prepared) return tl::unexpected(prepared.error());
    *statement = std::move(*prepared);
  }
  if (alone_ && !lock_.shared(patience)) return base::fail(base::Refusal::busy, file.string());
  parts->lock = std::move(lock_);
  return std::unique_ptr<EventLog>(new EventLog(std::move(parts)));
}

/// Where nothing can be written, everything that opening may have to do is done to a copy.
base::Result<std::unique_ptr<EventLog>> Opener::open_copy() {
  if (is_copy_ || !is_there(file_)) return base::fail(base::Refusal::no_permission, file_.string());
  auto scratch = base::ScratchFolder::make();
  if (!scratch) return tl::unexpected(scratch.error());
  const fs::path copy = scratch->path() / "progress.db";
  std::error_code error;
  fs::copy_file(file_, copy, error);
  if (!error && is_there(beside("-wal"))) fs::copy_file(beside("-wal"), copy.string() + "-wal", error);
  if (!error) fs::permissions(copy, fs::perms::owner_read | fs::perms::owner_write, error);
  if (error) return tl::unexpected(base::failure_of_errno(error.value(), file_.string()));
  auto log = Opener(copy, clock_, opened_, migrations_, check_).open_as_copy();
  if (!log) return log;
  // What was put aside or backed up went with the copy: the file itself is as it was.
  opened_.damaged = opened_.damaged.empty() ? fs::path() : file_;
  opened_.backup.clear();
  opened_.read_only = true;
  EventLog::Parts& parts = *(*log)->parts_;
  parts.read_only = true;
  parts.file = file_;
  parts.scratch = std::move(*scratch);
  return log;
}

base::Result<std::unique_ptr<EventLog>> open_log(const fs::path& file, const base::Clock& clock, Opened& opened,
                                                 Migrations migrations, Check check) {
  opened = {};
  return Opener(file, clock, opened, migrations, check).open();
}

base::Result<std::unique_ptr<EventLog>> EventLog::open(const fs::path& file, const base::Clock& clock, Opened* opened,
                                                       Check check) {
  Opened ignored;
  return open_log(file, clock, opened != nullptr ? *opened : ignored, all_migrations(), check);
}

}  // namespace store
