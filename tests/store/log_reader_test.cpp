#include "store/log_reader.h"

#include <filesystem>

#include "store/derived.h"
#include "store/support.h"

using namespace store;

TEST_CASE("a log is read by another connection while it is written to") {
  test::LogFolder folder;
  folder.fill(3);
  const auto log = folder.open();
  const auto reader = LogReader::open(log->file_read());
  REQUIRE(reader);
  CHECK(reader->last_number() == 3);
  REQUIRE(test::append(*log, 4));
  CHECK(reader->last_number() == 4);
  std::vector<std::int64_t> numbers;
  const auto stats = reader->read_rows(1,
                                       [&](const Row& row) {
                                         numbers.push_back(row.number);
                                         CHECK(checksum_of(row) == reader->checksum_at(row.number));
                                         if (row.number == 2) REQUIRE(test::append(*log, 5));
                                       },
                                       {});
  REQUIRE(stats);
  CHECK(numbers == std::vector<std::int64_t>{2, 3, 4});
  CHECK(stats->last == 4);
  CHECK_FALSE(reader->checksum_at(0));
  CHECK_FALSE(reader->checksum_at(99));
  CHECK(reader->is_whole({}) == true);
}

TEST_CASE("reading ends when it is asked to") {
  test::LogFolder folder;
  folder.fill(10);
  const auto log = folder.open();
  const auto reader = LogReader::open(log->file_read());
  std::stop_source stop;
  int read = 0;
  const auto stats = reader->read_rows(
      0, [&](const Row&) { ++read == 4 ? stop.request_stop() : false; }, stop.get_token());
  REQUIRE(stats);
  CHECK(read == 4);
  CHECK(stats->last == 4);
}

TEST_CASE("what was worked out is kept beside the log, and given up with a damaged one") {
  test::LogFolder folder;
  folder.fill(3);
  CHECK_FALSE(read_derived(folder.file()));
  CHECK(size_of_derived(folder.file()) == 0);
  const Derived derived{3, -77, 1, std::string("any\0bytes", 9)};
  REQUIRE(write_derived(folder.file(), derived));
  const auto back = read_derived(folder.file());
  REQUIRE(back);
  CHECK(back->number == 3);
  CHECK(back->checksum == -77);
  CHECK(back->unreadable == 1);
  CHECK(back->bytes == derived.bytes);
  const auto beside = folder.folder.path() / "progress.reviews";
  const std::string bytes = test::bytes_of(beside);
  for (std::size_t size = 0; size < bytes.size() - derived.bytes.size(); ++size) {
    test::write_bytes(beside, bytes.substr(0, size));
    CHECK_FALSE(read_derived(folder.file()));
  }
  test::write_bytes(beside, "Resonance reviews 2\n" + bytes.substr(20));
  CHECK_FALSE(read_derived(folder.file()));

  // The log is damaged in its structure: it is repaired, and nothing is taken from what it was.
  REQUIRE(write_derived(folder.file(), derived));
  std::string damaged = test::bytes_of(folder.file());
  damaged.replace(100, 8, 8, '\x7f');
  test::write_bytes(folder.file(), damaged);
  const auto log = folder.open();
  CHECK_FALSE(folder.opened.damaged.empty());
  CHECK_FALSE(read_derived(folder.file()));
}

TEST_CASE("what cannot be kept is told, and nothing half is left") {
  test::LogFolder folder;
  folder.fill(1);
  std::filesystem::create_directory(folder.folder.path() / "progress.reviews.new");
  CHECK_FALSE(write_derived(folder.file(), {1, 2, 3, "bytes"}));
  CHECK_FALSE(read_derived(folder.file()));
}
