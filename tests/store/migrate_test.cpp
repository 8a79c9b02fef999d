#include "store/open.h"
#include "store/row_sql.h"
#include "store/support.h"

using namespace store;
using test::bytes_of;

namespace {

const char* const next_step = "CREATE TABLE reviews (number INTEGER PRIMARY KEY) STRICT;";
const char* const broken_step = "CREATE TABLE half (number INTEGER PRIMARY KEY) STRICT; SELECT nonsense;";

std::vector<const char*> migrations_with(std::initializer_list<const char*> more) {
  std::vector<const char*> steps(all_migrations().begin(), all_migrations().end());
  steps.insert(steps.end(), more);
  return steps;
}

}  // namespace

TEST_CASE("an older log is migrated after a backup") {
  test::LogFolder folder;
  folder.fill(20);
  const auto before = test::events_of(*folder.open());
  const auto steps = migrations_with({next_step, "CREATE TABLE rooms (name TEXT) STRICT;"});
  Opened opened;
  {
    const auto log = open_log(folder.file(), folder.clock, opened, steps);
    REQUIRE(log);
    CHECK(opened.migrated_from == static_cast<int>(all_migrations().size()));
    CHECK(test::events_of(**log) == before);
    CHECK((*log)->verify().empty());
  }
  // The backup is a whole log of the version before.
  REQUIRE(std::filesystem::exists(opened.backup));
  Opened of_backup;
  const auto backup = EventLog::open(opened.backup, folder.clock, &of_backup);
  REQUIRE(backup);
  CHECK(test::events_of(**backup) == before);
  CHECK(of_backup.migrated_from == 0);
  // The second time there is nothing to do.
  REQUIRE(open_log(folder.file(), folder.clock, opened, steps));
  CHECK(opened.migrated_from == 0);
  CHECK(opened.backup.empty());
}

TEST_CASE("a migration that fails leaves the log as it was") {
  test::LogFolder folder;
  folder.fill(20);
  Opened opened;
  CHECK_FALSE(open_log(folder.file(), folder.clock, opened, migrations_with({next_step, broken_step})));
  const auto log = folder.open();
  CHECK(folder.opened.migrated_from == 0);
  CHECK(test::events_of(*log).size() == 20);
  CHECK(log->verify().empty());
}

TEST_CASE("a log of a later version is refused and left alone") {
  test::LogFolder folder;
  folder.fill(5);
  Opened opened;
  REQUIRE(open_log(folder.file(), folder.clock, opened, migrations_with({next_step})));
  const std::string before = bytes_of(folder.file());
  const auto refused = folder.try_open();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().refusal == base::Refusal::too_new);
  CHECK(bytes_of(folder.file()) == before);
}

TEST_CASE("a log of a later version that crashed is left alone with its write-ahead log") {
  test::LogFolder later;
  Opened opened;
  auto log = open_log(later.file(), later.clock, opened, migrations_with({next_step}));
  REQUIRE(log);
  REQUIRE(test::append(**log, 1));
  test::LogFolder folder;  // what a crash would have left
  std::filesystem::copy_file(later.file(), folder.file());
  std::filesystem::copy_file(later.beside("-wal"), folder.beside("-wal"));
  const std::string before = bytes_of(folder.file()), wal_before = bytes_of(folder.beside("-wal"));
  CHECK(folder.try_open().error().refusal == base::Refusal::too_new);
  CHECK(bytes_of(folder.file()) == before);
  CHECK(bytes_of(folder.beside("-wal")) == wal_before);
}

TEST_CASE("another program's database is left alone") {
  test::LogFolder folder;
  {
    auto other = Connection::open(folder.file(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    REQUIRE(other->run("CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('x');"));
  }
  const std::string before = bytes_of(folder.file());
  CHECK(folder.try_open().error().refusal == base::Refusal::unsupported);
  CHECK(bytes_of(folder.file()) == before);
}

TEST_CASE("a log that another program has open is not migrated under it") {
  test::LogFolder folder;
  folder.fill(3);
  const auto open = folder.open();
  Opened opened;
  const auto refused = open_log(folder.file(), folder.clock, opened, migrations_with({next_step}));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().refusal == base::Refusal::busy);
  CHECK(test::append(*open, 4));
}

TEST_CASE("a log of the first version gets its list of first events, after a backup") {
  test::LogFolder folder;
  {
    auto old = Connection::open(folder.file(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    REQUIRE(set_durable(*old));
    REQUIRE(migrate(*old, folder.clock, all_migrations().first(1)));
    auto insert = old->prepare("INSERT INTO events VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    for (int i = 1; i <= 20; ++i) {
      Row row{i,
              i,
              i,
              0,
              "tea",
              i % 2 == 0 ? "leaf" : "",
              i % 2 == 0 ? "lesson-opened" : "review-undone",
              i % 2 == 0 ? "{}" : R"({"question":"q"})"};
      bind_row(*insert, row);
      REQUIRE(insert->step() == SQLITE_DONE);
      insert->reset();
    }
  }
  const auto log = folder.open();
  CHECK(folder.opened.migrated_from == 1);
  CHECK(std::filesystem::exists(folder.opened.backup));
  CHECK(test::events_of(*log).size() == 20);
  std::vector<std::int64_t> numbers;
  const auto stats = log->read_first([&](const learner::Event& event) { numbers.push_back(event.number); });
  REQUIRE(stats);
  CHECK(numbers == std::vector<std::int64_t>{2, 4, 6, 8, 10, 12, 14, 16, 18, 20});
  CHECK(stats->last == 20);
  CHECK(log->verify().empty());
}
