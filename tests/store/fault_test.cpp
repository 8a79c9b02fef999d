// What the disk can refuse, and what a loss of power can take.

#include <sys/mount.h>
#include <unistd.h>

#include "store/fault_vfs.h"
#include "store/support.h"

using test::append;
using test::events_of;

TEST_CASE("a full disk refuses, and one can go on when there is room again") {
  test::FaultVfs disk;
  test::LogFolder folder;
  folder.fill(3);
  const auto log = folder.open();
  disk.on_write = SQLITE_FULL;
  for (int i = 0; i < 3; ++i) {
    const auto refused = append(*log, 10 + i);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().refusal == base::Refusal::disk_full);
    CHECK(log->save_draft("q", "half").error().refusal == base::Refusal::disk_full);
  }
  CHECK(events_of(*log).size() == 3);
  disk.on_write = SQLITE_OK;
  CHECK(append(*log, 4)->number == 4);
  CHECK(log->verify().empty());
  CHECK(events_of(*log).size() == 4);
}

TEST_CASE("a disk that fails at any write or sync loses nothing that was acknowledged") {
  for (const int code : {SQLITE_IOERR_WRITE, SQLITE_FULL, SQLITE_IOERR_FSYNC}) {
    for (int after = 0; after < 12; ++after) {
      test::FaultVfs disk;
      test::LogFolder folder;
      folder.fill(2);
      std::size_t acknowledged = 2;
      {
        const auto log = folder.open();
        disk.after = after;
        (code == SQLITE_IOERR_FSYNC ? disk.on_sync : disk.on_write) = code;
        for (int i = 0; i < 8; ++i) acknowledged += append(*log, i, 3000).has_value();
        disk.on_write = disk.on_sync = SQLITE_OK;
        acknowledged += append(*log, 9).has_value();
        CHECK(events_of(*log).size() == acknowledged);
      }
      const auto log = folder.open();
      CAPTURE(code, after);
      CHECK(folder.opened.damaged.empty());
      CHECK(events_of(*log).size() == acknowledged);
      CHECK(log->verify().empty());
    }
  }
}

TEST_CASE("a disk that cannot be read is a refusal, not damage") {
  test::FaultVfs disk;
  test::LogFolder folder;
  folder.fill(50);
  disk.on_read = SQLITE_IOERR_READ;
  const auto refused = folder.try_open();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().refusal == base::Refusal::other);
  disk.on_read = SQLITE_OK;
  CHECK(events_of(*folder.open()).size() == 50);
  CHECK(folder.opened.damaged.empty());
}

TEST_CASE("a full disk while a log is made leaves nothing half made") {
  for (int after = 0; after < 20; ++after) {
    test::FaultVfs disk;
    test::LogFolder folder;
    disk.after = after;
    disk.on_write = SQLITE_FULL;
    const auto refused = folder.try_open();
    disk.on_write = SQLITE_OK;
    if (!refused) CHECK(refused.error().refusal == base::Refusal::disk_full);
    const auto log = folder.try_open();
    REQUIRE(log);
    CHECK(folder.opened.damaged.empty());
    CHECK(append(**log, 1));
  }
}

TEST_CASE("a full disk while a damaged log is repaired leaves it as it was") {
  test::LogFolder folder;
  folder.fill(100);
  std::string bytes = test::bytes_of(folder.file());
  bytes.replace(0, 100, 100, '\0');
  test::write_bytes(folder.file(), bytes);
  {
    test::FaultVfs disk;
    disk.after = 5;
    disk.on_write = SQLITE_FULL;
    const auto refused = folder.try_open();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().refusal == base::Refusal::disk_full);
    CHECK(test::bytes_of(folder.file()) == bytes);
  }
  const auto log = folder.open();
  CHECK(folder.opened.salvaged == 100);
}

TEST_CASE("a file that cannot be written is opened for reading, and says so") {
  test::LogFolder folder;
  folder.fill(5);
  REQUIRE(folder.open()->set_setting("language", "fr"));
  test::FaultVfs disk;
  SECTION("its folder is read-only") {
    disk.read_only_below = folder.folder.path().string();
    const auto log = folder.open();
    CHECK(folder.opened.read_only);
    CHECK(events_of(*log).size() == 5);
    CHECK(log->settings().at("language") == "fr");
    CHECK(append(*log, 6).error().refusal == base::Refusal::no_permission);
    CHECK(log->set_setting("language", "en").error().refusal == base::Refusal::no_permission);
    CHECK_FALSE(log->changed_elsewhere());
  }
  SECTION("nothing at all can be written, not even a copy") {
    disk.read_only_below = "/";
    const auto refused = folder.try_open();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().refusal == base::Refusal::no_permission);
  }
  disk.read_only_below.clear();
}

TEST_CASE("a folder without the right to write is read, and every change refused") {
  if (::geteuid() != 0) return;  // an ordinary user runs the next test's path by itself
  test::LogFolder folder;
  folder.fill(5);
  namespace fs = std::filesystem;
  const auto set_mode = [&](fs::perms dir, fs::perms file) {
    fs::permissions(folder.folder.path(), dir);
    for (const auto& entry : fs::directory_iterator(folder.folder.path())) fs::permissions(entry.path(), file);
  };
  using fs::perms;
  set_mode(perms(0555), perms(0444));
  // Root may do anything: be somebody else for the while.
  REQUIRE(::seteuid(65534) == 0);
  auto log = folder.try_open();
  REQUIRE(::seteuid(0) == 0);
  if (!log) FAIL(log.error().detail);
  CHECK(folder.opened.read_only);
  CHECK(folder.opened.damaged.empty());
  CHECK(events_of(**log).size() == 5);
  CHECK(append(**log, 6).error().refusal == base::Refusal::no_permission);
  CHECK((*log)->save_draft("q", "x").error().refusal == base::Refusal::no_permission);
  CHECK((*log)->verify().empty());
  CHECK((*log)->file() == folder.file());
  set_mode(perms::owner_all, perms::owner_read | perms::owner_write);
}

TEST_CASE("a loss of power takes nothing that was acknowledged") {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    base::Random random(seed);
    test::FaultVfs disk;
    test::LogFolder folder;
    std::vector<std::string> acknowledged;
    test::LogFolder after;
    {
      const auto log = folder.open();
      const int events = static_cast<int>(random.below(40));
      for (int i = 0; i < events; ++i)
        acknowledged.push_back(test::describe(append(*log, i, random.below(6000)).value()));
      // One more that is written and not synced: it may be there or not.
      disk.on_sync = SQLITE_IOERR_FSYNC;
      static_cast<void>(append(*log, 99, random.below(9000)));
      disk.lose_power(after.folder.path(), random);
      disk.on_sync = SQLITE_OK;
    }
    // Names are as durable as their files: replacing syncs the folder.
    for (const char* ending : {".new", ".new-wal", ".new-journal"}) std::filesystem::remove(after.beside(ending));
    const auto log = after.open();
    CAPTURE(seed);
    const auto events = events_of(*log);
    REQUIRE(events.size() >= acknowledged.size());
    REQUIRE(events.size() <= acknowledged.size() + 1);
    REQUIRE(std::equal(acknowledged.begin(), acknowledged.end(), events.begin()));
    REQUIRE(append(*log, 100));
    REQUIRE(log->verify().empty());
  }
}

TEST_CASE("a really full disk") {
  test::LogFolder folder;
  const auto disk = folder.folder.path() / "small";
  std::filesystem::create_directory(disk);
  if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=256k") != 0) return;  // needs rights that few machines give
  {
    base::FakeClock clock;
    auto log = store::EventLog::open(disk / "progress.db", clock);
    REQUIRE(log);
    std::size_t acknowledged = 0;
    base::Refusal refusal = base::Refusal::other;
    for (int i = 0; i < 1000; ++i) {
      const auto event = append(**log, i, 500);
      acknowledged += event.has_value();
      if (!event) refusal = event.error().refusal;
    }
    CHECK(refusal == base::Refusal::disk_full);
    CHECK(acknowledged > 10);
    CHECK(acknowledged < 1000);
    CHECK(events_of(**log).size() == acknowledged);
    log->reset();
    auto again = store::EventLog::open(disk / "progress.db", clock);
    REQUIRE(again);
    CHECK(events_of(**again).size() == acknowledged);
  }
  ::umount(disk.c_str());
}
