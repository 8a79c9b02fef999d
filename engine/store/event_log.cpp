#include "store/event_log.h"

#include <algorithm>

#include "store/event_log_parts.h"
#include "store/row_sql.h"
#include "store/sql.h"

namespace store {
namespace {

base::Status refuse_writing() { return base::fail(base::Refusal::no_permission, "the log is open for reading only"); }

/// A statement that is ready for its next use however the one before ended.
class Use {
 public:
  explicit Use(Statement& statement) : statement_(statement) {}
  ~Use() { statement_.reset(); }
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
  Statement* operator->() { return &statement_; }
  Statement& operator*() { return statement_; }

 private:
  Statement& statement_;
};

base::Status finish(const Connection& connection, Statement& statement, const char* doing) {
  const int code = statement.step();
  if (code != SQLITE_DONE) return tl::unexpected(connection.failure(code, doing));
  return {};
}

/// Rows understood, and those that were not counted.
class Events {
 public:
  explicit Events(const std::function<void(const learner::Event&)>& each) : each_(each) {}
  void take(const Row& row) {
    if (const auto event = event_of(row)) {
      each_(*event);
    } else {
      ++(learner::is_known_name(row.event) ? unfit_ : unknown_);
    }
  }
  void count_into(EventLog::ReadStats& stats) const {
    stats.read -= unknown_ + unfit_;
    stats.unreadable += unfit_;
    stats.unknown = unknown_;
  }

 private:
  const std::function<void(const learner::Event&)>& each_;
  std::int64_t unknown_ = 0;
  std::int64_t unfit_ = 0;
};

std::map<std::string, std::string> named(const Connection& connection, const char* table, const char* sql) {
  std::map<std::string, std::string> texts;
  auto select = connection.prepare(sql);
  if (!select) return texts;
  while (select->step() == SQLITE_ROW) {
    if (checksum_of(table, select->text(0), select->text(1)) != select->integer(2)) continue;
    texts.emplace(select->text(0), select->text(1));
  }
  return texts;
}

}  // namespace

EventLog::EventLog(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

EventLog::~EventLog() = default;

const std::filesystem::path& EventLog::file() const { return parts_->file; }

std::filesystem::path EventLog::file_read() const {
  return parts_->scratch.path().empty() ? parts_->file : parts_->scratch.path() / "progress.db";
}

base::Status EventLog::Parts::find_last() {
  Use select(events_backwards);
  // A row whose checksum does not hold may show any time; the one before it tells better.
  bool first = true;
  for (int code = select->step();; code = select->step()) {
    if (code == SQLITE_DONE) {
      if (first) last_number = 0;
      return {};
    }
    if (code != SQLITE_ROW) return tl::unexpected(connection.failure(code, "reading the last event"));
    const std::int64_t number = select->integer(0);
    if (first && number == last_number) return {};
    if (first) last_number = number;
    first = false;
    if (const auto row = read_row(*select)) {
      last_at = row->at;
      return {};
    }
  }
}

base::Status EventLog::Parts::insert(Row& row) {
  if (last_number == INT64_MAX) return base::fail(base::Refusal::damaged, "no numbers are left");
  row.number = last_number + 1;
  Use statement(insert_event);
  bind_row(*statement, row);
  if (auto done = finish(connection, *statement, "appending"); !done) return done;
  last_number = row.number;
  last_at = row.at;
  return {};
}

base::Status EventLog::Parts::write(const std::function<base::Status()>& change) {
  if (read_only) return refuse_writing();
  const std::int64_t number = last_number;
  const std::int64_t at = last_at;
  Transaction transaction(connection);
  base::Status done = transaction.begin();
  if (done) done = change();
  if (done) done = transaction.commit();
  if (!done) {
    last_number = number;
    last_at = at;
  }
  return done;
}

base::Result<learner::Event> EventLog::append(const course::CourseId& course, const course::LessonId& lesson,
                                              const learner::What& what) {
  const base::TimePoint now = parts_->clock.now();
  Row row;
  row.clock = now.time_since_epoch().count();
  row.utc_offset = parts_->clock.utc_offset(now).count();
  row.course = course.str();
  row.lesson = lesson.str();
  row.event = learner::name_of(what);
  row.what = learner::to_json(what);
  auto done = parts_->write([&]() -> base::Status {
    if (auto found = parts_->find_last(); !found) return found;
    row.at = std::max(row.clock, parts_->last_at);
    return parts_->insert(row);
  });
  if (!done) return tl::unexpected(done.error());
  return learner::Event{
      row.number, base::TimePoint(base::Duration(row.at)), std::chrono::minutes(row.utc_offset), course, lesson, what};
}

base::Result<std::int64_t> EventLog::append_rows(const std::function<std::optional<Row>()>& next) {
  std::int64_t count = 0;
  auto done = parts_->write([&]() -> base::Status {
    if (auto found = parts_->find_last(); !found) return found;
    for (auto row = next(); row; row = next()) {
      if (auto inserted = parts_->insert(*row); !inserted) return inserted;
      ++count;
    }
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return count;
}

base::Result<EventLog::ReadStats> EventLog::read_rows(std::int64_t after,
                                                      const std::function<void(const Row&)>& each) const {
  if (auto version = parts_->connection.number("PRAGMA data_version")) parts_->data_version = *version;
  // Its own statement: `each` may read or append through this log.
  return store::read_rows(parts_->connection, after, each);
}

base::Result<EventLog::ReadStats> EventLog::read(std::int64_t after,
                                                 const std::function<void(const learner::Event&)>& each) const {
  Events events(each);
  auto stats = read_rows(after, [&](const Row& row) { events.take(row); });
  if (stats) events.count_into(*stats);
  return stats;
}

base::Result<EventLog::ReadStats> EventLog::read_first(const std::function<void(const learner::Event&)>& each) const {
  if (auto version = parts_->connection.number("PRAGMA data_version")) parts_->data_version = *version;
  const auto last = parts_->connection.number(query::last_number);
  if (!last) return tl::unexpected(last.error());
  auto select = parts_->connection.prepare(query::first_events);
  if (!select) return tl::unexpected(select.error());
  select->bind(1, std::int64_t{0});
  select->bind(2, *last);  // what another window appends meanwhile comes later, reviews and all
  Events events(each);
  auto stats = read_selected(parts_->connection, *select, 0, [&](const Row& row) { events.take(row); });
  if (!stats) return stats;
  events.count_into(*stats);
  stats->missing = 0;
  stats->last = *last;
  return stats;
}

bool EventLog::changed_elsewhere() const {
  const auto version = parts_->connection.number("PRAGMA data_version");
  return version && *version != parts_->data_version;
}

base::Status EventLog::save_draft(const std::string& key, const std::string& json) {
  return parts_->save_named(parts_->save_draft, "drafts", key, json);
}

base::Status EventLog::set_setting(const std::string& name, const std::string& value) {
  return parts_->save_named(parts_->save_setting, "settings", name, value);
}

base::Status EventLog::Parts::save_named(Statement& save, const char* table, const std::string& name,
                                         const std::string& value) {
  return write([&] {
    Use statement(save);
    statement->bind(1, std::string_view(name));
    statement->bind(2, std::string_view(value));
    statement->bind(3, checksum_of(table, name, value));
    return finish(connection, *statement, table);
  });
}

base::Status EventLog::drop_draft(const std::string& key) {
  return parts_->write([&] {
    Use statement(parts_->drop_draft);
    statement->bind(1, std::string_view(key));
    return finish(parts_->connection, *statement, "drafts");
  });
}

std::map<std::string, std::string> EventLog::drafts() const {
  return named(parts_->connection, "drafts", query::drafts);
}

std::map<std::string, std::string> EventLog::settings() const {
  return named(parts_->connection, "settings", query::settings);
}

}  // namespace store
