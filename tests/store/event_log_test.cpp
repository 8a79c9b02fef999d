#include "store/event_log.h"

#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include "store/sql.h"
#include "store/sqlite.h"
#include "store/support.h"

using test::append;
using test::events_of;

TEST_CASE("what was appended is read back, also by the next program") {
  test::LogFolder folder;
  std::vector<std::string> appended;
  {
    const auto log = folder.open();
    folder.clock.set_offset(std::chrono::minutes(-90));
    for (const learner::What& what : std::initializer_list<learner::What>{
             learner::LessonOpened{}, test::answer(1), learner::GaveUp{course::QuestionId("é 한")}}) {
      const auto event = log->append(course::CourseId("tea"), course::LessonId("leaf"), what);
      REQUIRE(event);
      appended.push_back(test::describe(*event));
      folder.clock.advance(std::chrono::seconds(1));
    }
    CHECK(events_of(*log) == appended);
  }
  const auto log = folder.open();
  CHECK(events_of(*log) == appended);
  CHECK(log->verify().empty());
  CHECK(folder.opened.damaged.empty());
  CHECK(folder.opened.migrated_from == 0);
  CHECK_FALSE(folder.opened.read_only);
  CHECK_FALSE(folder.opened.torn);
}

TEST_CASE("reading after a number gives the rest") {
  test::LogFolder folder;
  folder.fill(10);
  const auto log = folder.open();
  std::vector<std::int64_t> numbers;
  const auto stats = log->read(7, [&](const learner::Event& event) { numbers.push_back(event.number); });
  REQUIRE(stats);
  CHECK(numbers == std::vector<std::int64_t>{8, 9, 10});
  CHECK(stats->read == 3);
  CHECK(stats->missing == 0);
}

TEST_CASE("a clock that was set back is held, and its showing kept") {
  test::LogFolder folder;
  const auto log = folder.open();
  const base::TimePoint start = folder.clock.now();
  CHECK(append(*log, 1)->at == start);
  folder.clock.advance(-std::chrono::hours(5));
  CHECK(append(*log, 2)->at == start);
  folder.clock.advance(std::chrono::hours(6));
  CHECK(append(*log, 3)->at == start + std::chrono::hours(1));
  std::vector<std::int64_t> clocks;
  REQUIRE(log->read_rows(0, [&](const store::Row& row) { clocks.push_back(row.clock); }));
  CHECK(clocks[1] == (start - std::chrono::hours(5)).time_since_epoch().count());
}

TEST_CASE("a clock set back is held across programs") {
  test::LogFolder folder;
  folder.fill(3);
  const base::TimePoint last = folder.clock.now();
  folder.clock.advance(-std::chrono::hours(24));
  CHECK(append(*folder.open(), 4)->at == last);
}

TEST_CASE("drafts and settings are kept, overwritten and dropped") {
  test::LogFolder folder;
  {
    const auto log = folder.open();
    REQUIRE(log->save_draft("q1", R"({"typed":"ha"})"));
    REQUIRE(log->save_draft("q1", R"({"typed":"half"})"));
    REQUIRE(log->save_draft("q2", "{}"));
    REQUIRE(log->drop_draft("q2"));
    REQUIRE(log->drop_draft("never was"));
    REQUIRE(log->set_setting("language", "fr"));
    REQUIRE(log->set_setting("language", "en"));
  }
  const auto log = folder.open();
  CHECK(log->drafts() == std::map<std::string, std::string>{{"q1", R"({"typed":"half"})"}});
  CHECK(log->settings() == std::map<std::string, std::string>{{"language", "en"}});
}

TEST_CASE("events that only a later version knows are passed over and counted") {
  test::LogFolder folder;
  const auto log = folder.open();
  REQUIRE(append(*log, 1));
  store::Row later{0, 1, 1, 0, "tea", "leaf", "sang-along", "{}"};
  bool given = false;
  REQUIRE(log->append_rows([&]() -> std::optional<store::Row> {
    if (given) return std::nullopt;
    given = true;
    return later;
  }));
  store::EventLog::ReadStats stats;
  CHECK(events_of(*log, &stats).size() == 1);
  CHECK(stats.unknown == 1);
  CHECK(stats.unreadable == 0);
  CHECK(log->verify().empty());
}

TEST_CASE("reading may append") {
  test::LogFolder folder;
  folder.fill(3);
  const auto log = folder.open();
  int seen = 0;
  REQUIRE(log->read(0, [&](const learner::Event&) {
    if (++seen <= 3) REQUIRE(append(*log, 10 + seen));
  }));
  CHECK(events_of(*log).size() == 6);
}

TEST_CASE("two logs on one file see each other") {
  test::LogFolder folder;
  const auto one = folder.open();
  const auto two = folder.open();
  REQUIRE(append(*one, 1));
  CHECK(events_of(*two).size() == 1);
  CHECK_FALSE(two->changed_elsewhere());
  REQUIRE(append(*one, 2));
  CHECK(two->changed_elsewhere());
  CHECK(append(*two, 3)->number == 3);
  CHECK(append(*one, 4)->number == 4);
  CHECK(events_of(*two).size() == 4);
  CHECK_FALSE(two->changed_elsewhere());
}

TEST_CASE("a clock set back is held between two logs") {
  test::LogFolder folder;
  const auto one = folder.open();
  const auto two = folder.open();
  REQUIRE(append(*two, 0));
  folder.clock.advance(std::chrono::hours(1));
  const auto ahead = append(*one, 1);
  folder.clock.advance(-std::chrono::minutes(30));
  CHECK(append(*two, 2)->at == ahead->at);
}

TEST_CASE("threads with a log each lose nothing") {
  test::LogFolder folder;
  static_cast<void>(folder.open());
  constexpr int threads = 4, each = 50;
  std::vector<int> failed(threads);
  std::vector<std::thread> running;
  for (int t = 0; t < threads; ++t) {
    running.emplace_back([&, t] {
      const base::FakeClock clock(folder.clock.now());
      const auto log = store::EventLog::open(folder.file(), clock);
      if (!log) {
        failed[t] = each;
        return;
      }
      for (int i = 0; i < each; ++i) failed[t] += !append(**log, t * each + i);
    });
  }
  for (std::thread& thread : running) thread.join();
  CHECK(failed == std::vector<int>(threads));
  const auto log = folder.open();
  store::EventLog::ReadStats stats;
  CHECK(events_of(*log, &stats).size() == threads * each);
  CHECK(stats.missing == 0);
  CHECK(log->verify().empty());
}

TEST_CASE("threads that create the same log at once get one log") {
  for (int round = 0; round < 10; ++round) {
    test::LogFolder folder;
    std::vector<int> failed(4);
    std::vector<std::thread> running;
    for (int t = 0; t < 4; ++t) {
      running.emplace_back([&, t] {
        const base::FakeClock clock(folder.clock.now());
        const auto log = store::EventLog::open(folder.file(), clock);
        failed[t] = !log || !append(**log, t);
      });
    }
    for (std::thread& thread : running) thread.join();
    REQUIRE(failed == std::vector<int>(4));
    REQUIRE(events_of(*folder.open()).size() == 4);
  }
}

TEST_CASE("processes with a log each lose nothing") {
  test::LogFolder folder;
  static_cast<void>(folder.open());
  constexpr int processes = 3, each = 40;
  std::vector<pid_t> children;
  for (int p = 0; p < processes; ++p) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      int failed = 0;
      const auto log = store::EventLog::open(folder.file(), folder.clock);
      for (int i = 0; log && i < each; ++i) failed += !append(**log, p * each + i);
      ::_exit(log && failed == 0 ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = -1;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  const auto log = folder.open();
  CHECK(events_of(*log).size() == processes * each);
  CHECK(log->verify().empty());
}

TEST_CASE("a folder that is not there, and a folder in place of the file, are plain refusals") {
  test::LogFolder folder;
  const auto nowhere = store::EventLog::open(folder.folder.path() / "no" / "progress.db", folder.clock);
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().refusal == base::Refusal::not_found);
  std::filesystem::create_directory(folder.file());
  CHECK_FALSE(folder.try_open());
  CHECK(std::filesystem::is_directory(folder.file()));
}

TEST_CASE("large events live on pages of their own") {
  test::LogFolder folder;
  folder.fill(5, 100'000);
  const auto log = folder.open();
  CHECK(events_of(*log).size() == 5);
  CHECK(log->verify().empty());
}

TEST_CASE("the first events are read without those of reviews, through the list of them") {
  test::LogFolder folder;
  const auto log = folder.open();
  const course::CourseId tea("tea");
  const course::QuestionId question("q");
  for (int i = 0; i < 5; ++i) {
    REQUIRE(append(*log, i));
    for (const learner::What& what : std::initializer_list<learner::What>{
             learner::Foretold{question, 0.9, 1}, learner::Reviewed{question}, learner::Regraded{question},
             learner::ReviewUndone{question}, learner::Buried{question}, learner::StandingChanged{question},
             learner::Fitted{"fsrs7", {1}, 1, 1, 1}})
      REQUIRE(log->append(tea, {}, what));
  }
  std::vector<std::int64_t> numbers;
  const auto stats = log->read_first([&](const learner::Event& event) { numbers.push_back(event.number); });
  REQUIRE(stats);
  CHECK(numbers == std::vector<std::int64_t>{1, 9, 17, 25, 33});
  CHECK(stats->read == 5);
  CHECK(stats->missing == 0);
  CHECK(stats->last == 40);
  CHECK(events_of(*log).size() == 40);

  // SQLite reads the list in its order, and neither the table nor a list to be sorted.
  const auto connection = store::Connection::open(folder.file(), SQLITE_OPEN_READONLY);
  auto plan = connection->prepare((std::string("EXPLAIN QUERY PLAN ") + store::query::first_events).c_str());
  REQUIRE(plan);
  REQUIRE(plan->step() == SQLITE_ROW);
  CHECK(plan->text(3) == "SEARCH events USING INDEX first_events (number>? AND number<?)");
  CHECK(plan->step() == SQLITE_DONE);
}
