// A long history, read on a thread of its own: from all events, from what is kept beside the log, and from neither where it
// does not fit.

#include "app/history.h"

#include <condition_variable>
#include <fstream>
#include <mutex>

#include "app/accounts.h"
#include "base/files.h"
#include "reviews/snapshot.h"
#include "store/derived.h"
#include "support/made_history.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace {

namespace fs = std::filesystem;

constexpr test::MadeHistory kLong{.questions = 500, .reviews = 3000};

/// A profile with a history, and what its reading delivers.
struct Reader {
  Reader() {
    profile = store::Profiles(folder.path()).create("Anna")->id;
    log_file = store::Profiles(folder.path()).log_file(profile);
    accounts.release();
  }
  void made(const test::MadeHistory& what) {
    const auto log = store::EventLog::open(log_file, clock);
    REQUIRE(log);
    REQUIRE(test::fill(**log, what));
  }
  /// What is folded from all events, as it should be.
  std::string expected() {
    const auto log = store::EventLog::open(log_file, clock);
    reviews::Reviews all;
    REQUIRE((*log)->read(0, [&](const learner::Event& event) { all.apply(event); }));
    return reviews::to_bytes(all);
  }
  screens::OpenedProfile open() {
    auto opened = accounts.open(profile);
    REQUIRE(opened);
    return std::move(*opened);
  }
  screens::ReviewsRead wait() {
    std::unique_lock lock(mutex);
    REQUIRE(changed.wait_for(lock, std::chrono::seconds(60), [&] { return !delivered.empty(); }));
    screens::ReviewsRead read = std::move(delivered.front());
    delivered.erase(delivered.begin());
    return read;
  }

  test::TemporaryFolder folder;
  base::FakeClock clock{base::TimePoint(std::chrono::sys_days(std::chrono::year(2032) / 1 / 31))};
  learner::ProfileId profile;
  fs::path log_file;
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<screens::ReviewsRead> delivered;
  app::Accounts accounts{folder.path(), clock, [this](screens::ReviewsRead read) {
                           const std::lock_guard lock(mutex);
                           delivered.push_back(std::move(read));
                           changed.notify_one();
                         }};
};

TEST_CASE("a short history is there when its profile is opened") {
  Reader reader;
  reader.made({.questions = 20, .reviews = 100});
  const auto opened = reader.open();
  REQUIRE(opened.reviews);
  CHECK(reviews::to_bytes(*opened.reviews) == reader.expected());
  CHECK_FALSE(fs::exists(reader.log_file.parent_path() / "progress.reviews"));
}

TEST_CASE("a long history comes later, is kept beside the log, and is not read again then") {
  Reader reader;
  reader.made(kLong);
  const auto opened = reader.open();
  CHECK_FALSE(opened.reviews);
  CHECK(opened.progress.last_event() == 6000);
  CHECK(opened.progress.course(course::CourseId("course-0"))->lessons.size() > 1);
  const auto read = reader.wait();
  CHECK(read.profile == reader.profile);
  REQUIRE(read.reviews);
  CHECK(read.unreadable == 0);
  const std::string expected = reader.expected();
  CHECK(reviews::to_bytes(*read.reviews) == expected);
  CHECK(store::read_derived(reader.log_file)->bytes == expected);

  const auto again = reader.open();
  REQUIRE(again.reviews);
  CHECK(reviews::to_bytes(*again.reviews) == expected);

  SECTION("what came since is added") {
    learner::Reviewed what;
    what.question = course::QuestionId("question-1");
    what.comes_back = {memory::Grade::good, reader.clock.now(), 1};
    REQUIRE(reader.accounts.append(course::CourseId("course-1"), {}, what));
    CHECK(reviews::to_bytes(*reader.open().reviews) == reader.expected());
  }
  SECTION("in another model") {
    screens::Settings settings;
    settings.model = reviews::ModelKind::fsrs6;
    REQUIRE(reader.accounts.save_settings(settings));
    CHECK(reader.open().reviews->model().kind() == reviews::ModelKind::fsrs6);
  }
  SECTION("what is kept is damaged") {
    auto derived = *store::read_derived(reader.log_file);
    derived.bytes[1000] ^= 1;
    REQUIRE(store::write_derived(reader.log_file, derived));
    // Its number is right, so that it seems to be short work.
    const auto opened_again = reader.open();
    const auto bytes =
        opened_again.reviews ? reviews::to_bytes(*opened_again.reviews) : reviews::to_bytes(*reader.wait().reviews);
    CHECK(bytes == expected);
  }
  SECTION("what is kept belongs to another log") {
    auto derived = *store::read_derived(reader.log_file);
    derived.checksum ^= 1;
    REQUIRE(store::write_derived(reader.log_file, derived));
    CHECK_FALSE(reader.open().reviews);
    CHECK(reviews::to_bytes(*reader.wait().reviews) == expected);
  }
}

TEST_CASE("a profile that is left is not delivered, and one that is removed is not read") {
  Reader reader;
  reader.made(kLong);
  const auto other = store::Profiles(reader.folder.path()).create("Ben")->id;
  CHECK_FALSE(reader.open().reviews);
  REQUIRE(reader.accounts.open(other));
  {
    const std::lock_guard lock(reader.mutex);
    reader.delivered.clear();  // it may have been done already, and kept
  }
  (void)reader.open();
  REQUIRE(reader.accounts.remove(reader.profile));
  CHECK_FALSE(fs::exists(reader.log_file));
}

TEST_CASE("a large file that is damaged is found out later, and repaired when it is opened again") {
  Reader reader;
  reader.made({.questions = 5000, .reviews = 120'000});
  REQUIRE(fs::file_size(reader.log_file) > 32 << 20);
  {
    // A page in the middle of the table is no page any more.
    std::fstream file(reader.log_file, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096 * 3000);
    file << std::string(4096, '\x55');
  }
  CHECK_FALSE(reader.open().reviews);
  CHECK_FALSE(reader.wait().reviews);
  const auto again = reader.open();
  CHECK_FALSE(again.damaged.empty());
  CHECK(again.salvaged > 239'000);
  CHECK(reader.wait().reviews);
}

}  // namespace
