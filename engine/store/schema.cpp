#include "store/schema.h"

#include <fstream>

#include "store/sql.h"

namespace store {
namespace {

base::Status apply(const Connection& connection, const char* sql, int version, const base::Clock& clock) {
  if (auto done = connection.run(sql); !done) return done;
  auto note = connection.prepare(query::migration_applied);
  if (!note) return tl::unexpected(note.error());
  note->bind(1, version);
  note->bind(2, clock.now().time_since_epoch().count());
  if (const int code = note->step(); code != SQLITE_DONE) return tl::unexpected(connection.failure(code, "migration"));
  return connection.run(("PRAGMA user_version = " + std::to_string(version)).c_str());
}

/// True for findings that say the file is not what it should be; others (no memory, no permission) say nothing about it.
bool speaks_of_damage(const base::Failure& failure) { return failure.refusal == base::Refusal::damaged; }

/// A file with another id in its header: ours with a damaged header when it has our tables.
State state_of_stranger(const Connection& connection) {
  const auto ours = connection.number("SELECT count(*) FROM sqlite_schema WHERE name IN ('events', 'migrations')");
  if (!ours) return speaks_of_damage(ours.error()) ? State::damaged : State::foreign;
  return *ours == 2 ? State::damaged : State::foreign;
}

/// True when every statement of this version can be prepared, as it cannot where a name in the schema was damaged.
bool has_our_tables(const Connection& connection) {
  for (const char* sql : {query::insert_event, query::events_after, query::first_events, query::save_draft,
                          query::drafts, query::save_setting, query::settings}) {
    if (!connection.prepare(sql)) return false;
  }
  return true;
}

/// True when the header asks for a file format that SQLite has not had yet. SQLite would open such a file for reading only,
/// without a word, where a bit was flipped.
bool has_foreign_format(const std::filesystem::path& file) {
  constexpr std::size_t write_version = 18;
  constexpr char newest_version = 2;
  char header[write_version + 1] = {};
  std::ifstream in(file, std::ios::binary);
  return in.read(header, sizeof header) && static_cast<unsigned char>(header[write_version]) > newest_version;
}

/// What a quick check still walks through: about a hundred thousand events, a few hundredths of a second.
constexpr std::uintmax_t largest_quick = 32 << 20;

bool is_large(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  return !error && size > largest_quick;
}

base::Result<Look> look(const Connection& connection, int newest, bool taken_for_whole) {
  const auto id = connection.number("PRAGMA application_id");
  if (!id) return tl::unexpected(id.error());
  if (*id != application_id) return Look{state_of_stranger(connection), 0};
  const auto version = connection.number("PRAGMA user_version");
  if (!version) return tl::unexpected(version.error());
  // A version that the table does not confirm is a flipped bit in the header, not a newer program.
  const auto confirmed = connection.number(query::last_migration);
  if (!confirmed || *confirmed != *version || *version < 1) return Look{State::damaged, 0};
  if (*version > newest) return Look{State::newer, static_cast<int>(*version)};
  if (!taken_for_whole || *version < newest) {
    const auto whole = is_whole(connection);
    if (!whole) return tl::unexpected(whole.error());
    if (!*whole) return Look{State::damaged, 0};
  }
  if (*version < newest) return Look{State::older, static_cast<int>(*version)};
  return Look{has_our_tables(connection) ? State::current : State::damaged, newest};
}

}  // namespace

base::Result<bool> is_whole(const Connection& connection) {
  auto check = connection.prepare("PRAGMA quick_check(1)");
  if (!check) return tl::unexpected(check.error());
  const int code = check->step();
  if (code != SQLITE_ROW) return tl::unexpected(connection.failure(code, "quick_check"));
  return check->text(0) == "ok";
}

Migrations all_migrations() { return embedded_migrations; }

base::Status set_durable(const Connection& connection) {
  return connection.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON;");
}

base::Status migrate(const Connection& connection, const base::Clock& clock, Migrations steps) {
  Transaction transaction(connection);
  if (auto begun = transaction.begin(); !begun) return begun;
  const auto version = connection.number("PRAGMA user_version");
  if (!version) return tl::unexpected(version.error());
  if (*version == 0) {
    auto named = connection.run(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
    if (!named) return named;
  }
  for (int next = static_cast<int>(*version) + 1; next <= static_cast<int>(steps.size()); ++next) {
    if (auto done = apply(connection, steps[next - 1], next, clock); !done) return done;
  }
  return transaction.commit();
}

base::Status back_up(const Connection& connection, const std::filesystem::path& copy) {
  auto target = Connection::open(copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (!target) return tl::unexpected(target.error());
  sqlite3_backup* backup = sqlite3_backup_init(target->raw(), "main", connection.raw(), "main");
  if (backup == nullptr) return tl::unexpected(target->failure(sqlite3_errcode(target->raw()), "backup"));
  const int stepped = sqlite3_backup_step(backup, -1);
  sqlite3_backup_finish(backup);
  if (stepped != SQLITE_DONE) return tl::unexpected(target->failure(stepped, "backup"));
  return {};
}

base::Result<Look> look_at(const std::filesystem::path& file, int newest, Check check) {
  if (has_foreign_format(file)) return Look{State::damaged, 0};
  auto connection = Connection::open(file, SQLITE_OPEN_READONLY);
  if (!connection) return tl::unexpected(connection.error());
  // Closing must not carry the write-ahead log into a file that may be newer or damaged.
  sqlite3_db_config(connection->raw(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  auto found = look(*connection, newest, check == Check::quick && is_large(file));
  if (!found && speaks_of_damage(found.error())) return Look{State::damaged, 0};
  // The file itself is open: what cannot be opened are the files that SQLite makes beside it.
  if (!found && (sqlite3_errcode(connection->raw()) & 0xff) == SQLITE_CANTOPEN) {
    return base::fail(base::Refusal::no_permission, found.error().detail);
  }
  return found;
}

}  // namespace store
