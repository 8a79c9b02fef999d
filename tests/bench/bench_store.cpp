// What durable events cost, beside what SQLite and the disk alone would take in the same run; and folding.

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>

#include "learner/progress.h"
#include "store/event_log.h"
#include "support/temporary_folder.h"

namespace {

learner::What answer(std::int64_t number) {
  learner::Answered what;
  what.question = course::QuestionId("question-" + std::to_string(number % 300));
  what.response = R"({"picked":[2]})";
  what.credit = what.earned = 1;
  what.last = true;
  return what;
}

/// The bytes of one row as the log writes it, for the bare competitors.
std::string row_text() { return learner::to_json(answer(7)); }

void append_events(benchmark::State& state) {
  const test::TemporaryFolder folder;
  const base::SystemClock clock;
  const auto log = store::EventLog::open(folder.path() / "progress.db", clock);
  std::int64_t number = 0;
  for (auto _ : state) {
    const auto event =
        (*log)->append(course::CourseId("digital-revolution"), course::LessonId("solomo"), answer(number++));
    if (!event) state.SkipWithError(event.error().detail.c_str());
  }
  state.SetItemsProcessed(state.iterations());
}

/// The same row into the same table, one commit each, with the same settings and nothing else.
void bare_sqlite(benchmark::State& state) {
  const test::TemporaryFolder folder;
  const std::string what = row_text();
  sqlite3* db = nullptr;
  sqlite3_open((folder.path() / "bare.db").c_str(), &db);
  sqlite3_exec(db,
               "PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
               "CREATE TABLE events (number INTEGER PRIMARY KEY, at INTEGER, clock INTEGER, utc_offset INTEGER,"
               " course TEXT, lesson TEXT, event TEXT, what TEXT, checksum INTEGER) STRICT;",
               nullptr, nullptr, nullptr);
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(db,
                     "INSERT INTO events VALUES (?, 1769817600000, 1769817600000, 60, 'digital-revolution', 'solomo', "
                     "'answered', ?, 12345678901234567)",
                     -1, &insert, nullptr);
  std::int64_t number = 0;
  for (auto _ : state) {
    sqlite3_bind_int64(insert, 1, ++number);
    sqlite3_bind_text(insert, 2, what.c_str(), -1, SQLITE_STATIC);
    if (sqlite3_step(insert) != SQLITE_DONE) state.SkipWithError(sqlite3_errmsg(db));
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  sqlite3_close(db);
  state.SetItemsProcessed(state.iterations());
}

/// One page appended and forced to the disk each time: the least that durability costs here.
void bare_fdatasync(benchmark::State& state) {
  const test::TemporaryFolder folder;
  const int file = ::open((folder.path() / "bare.log").c_str(), O_CREAT | O_RDWR, 0644);
  const std::string page(4096 + 24, 'x');
  off_t at = 0;
  for (auto _ : state) {
    if (::pwrite(file, page.data(), page.size(), at) < 0 || ::fdatasync(file) != 0) state.SkipWithError("disk");
    at = (at + static_cast<off_t>(page.size())) % (4 << 20);  // as a write-ahead log is begun again
  }
  ::close(file);
  state.SetItemsProcessed(state.iterations());
}

void read_and_fold(benchmark::State& state) {
  const test::TemporaryFolder folder;
  const base::FakeClock clock;
  const auto log = store::EventLog::open(folder.path() / "progress.db", clock);
  const auto count = state.range(0);
  const std::string what = row_text();
  std::int64_t given = 0;
  const auto added = (*log)->append_rows([&]() -> std::optional<store::Row> {
    if (given == count) return std::nullopt;
    return store::Row{0,
                      given * 60'000,
                      given++ * 60'000,
                      60,
                      "digital-revolution",
                      "lesson-" + std::to_string(given % 40),
                      "answered",
                      what};
  });
  if (!added) state.SkipWithError(added.error().detail.c_str());
  for (auto _ : state) {
    learner::Progress progress;
    const auto stats = (*log)->read(0, [&](const learner::Event& event) { progress.apply(event); });
    if (!stats || stats->read != count) state.SkipWithError("not all was read");
    benchmark::DoNotOptimize(progress.last_event());
  }
  state.SetItemsProcessed(state.iterations() * count);
}

void fold(benchmark::State& state) {
  std::vector<learner::Event> events(static_cast<std::size_t>(state.range(0)));
  for (std::size_t i = 0; i < events.size(); ++i) {
    events[i] = {static_cast<std::int64_t>(i + 1),
                 base::TimePoint(std::chrono::minutes(i)),
                 std::chrono::minutes(60),
                 course::CourseId("digital-revolution"),
                 course::LessonId("lesson-" + std::to_string(i % 40)),
                 answer(static_cast<std::int64_t>(i))};
  }
  for (auto _ : state) {
    learner::Progress progress;
    for (const learner::Event& event : events) progress.apply(event);
    benchmark::DoNotOptimize(progress.last_event());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void open_log(benchmark::State& state) {
  const test::TemporaryFolder folder;
  const base::FakeClock clock;
  const auto file = folder.path() / "progress.db";
  {
    const auto log = store::EventLog::open(file, clock);
    const std::string what = row_text();
    std::int64_t given = 0;
    const auto added = (*log)->append_rows([&]() -> std::optional<store::Row> {
      if (given++ == state.range(0)) return std::nullopt;
      return store::Row{0, given, given, 60, "digital-revolution", "solomo", "answered", what};
    });
    if (!added) state.SkipWithError(added.error().detail.c_str());
  }
  for (auto _ : state) {
    const auto log = store::EventLog::open(file, clock);
    if (!log) state.SkipWithError(log.error().detail.c_str());
  }
}

BENCHMARK(append_events)->UseRealTime()->MinTime(3);
BENCHMARK(bare_sqlite)->UseRealTime()->MinTime(3);
BENCHMARK(bare_fdatasync)->UseRealTime()->MinTime(3);
BENCHMARK(open_log)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(read_and_fold)->Arg(1'000'000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(fold)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
}  // namespace

BENCHMARK_MAIN();
