// Damaged files: never a crash, never a silent loss.

#include "store/support.h"

using test::append;
using test::bytes_of;
using test::events_of;
using test::write_bytes;

namespace {

/// A log's bytes, with a write-ahead log as a crash leaves it, made once.
struct Sample {
  std::string main;
  std::string wal;
  std::vector<std::string> events;
};

/// `in_wal` of the events are in the write-ahead log alone.
Sample make_sample(int in_main, int in_wal, std::size_t size = 60) {
  test::LogFolder folder;
  folder.fill(in_main, size);
  const auto log = folder.open();
  for (int i = 0; i < in_wal; ++i) REQUIRE(append(*log, in_main + i, size));
  Sample sample{bytes_of(folder.file()), bytes_of(folder.beside("-wal")), events_of(*log)};
  return sample;
}

/// What the learner is told must cover what is gone.
void check_nothing_silent(const Sample& sample, const std::string& main, const std::string& wal) {
  test::LogFolder folder;
  write_bytes(folder.file(), main);
  if (!wal.empty()) write_bytes(folder.beside("-wal"), wal);
  auto log = folder.try_open();
  if (!log) return;  // refused in words, file kept
  store::EventLog::ReadStats stats;
  std::vector<std::string> events;
  const auto read = (*log)->read(0, [&](const learner::Event& event) { events.push_back(test::describe(event)); });
  if (!read) return;
  stats = *read;
  // Whatever is given out is what was put in, in order.
  RC_ASSERT(std::includes(sample.events.begin(), sample.events.end(), events.begin(), events.end(),
                          [](const std::string& a, const std::string& b) { return std::stol(a) < std::stol(b); }));
  for (const std::string& event : events) {
    RC_ASSERT(std::find(sample.events.begin(), sample.events.end(), event) != sample.events.end());
  }
  const bool told = stats.unreadable > 0 || stats.missing > 0 || !folder.opened.damaged.empty() || folder.opened.torn;
  RC_ASSERT(events.size() == sample.events.size() || told);
  if (!folder.opened.damaged.empty()) {
    RC_ASSERT(bytes_of(folder.opened.damaged) == main);
    RC_ASSERT(folder.opened.salvaged == static_cast<std::int64_t>(events.size()));
  }
  // And one can go on.
  RC_ASSERT(append(**log, 9999).has_value());
}

std::string flip(std::string bytes, int flips) {
  for (int i = 0; i < flips && !bytes.empty(); ++i) {
    const std::size_t at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << *rc::gen::inRange(0, 8)));
  }
  return bytes;
}

}  // namespace

TEST_CASE("random flips in the file are never silent") {
  const Sample sample = make_sample(150, 0);
  REQUIRE(rc::check([&] { check_nothing_silent(sample, flip(sample.main, *rc::gen::inRange(1, 30)), {}); }));
}

TEST_CASE("random flips in the first page are never silent") {
  const Sample sample = make_sample(150, 0);
  REQUIRE(rc::check([&] {
    std::string bytes = sample.main;
    const std::size_t at = *rc::gen::inRange<std::size_t>(0, 200);
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << *rc::gen::inRange(0, 8)));
    check_nothing_silent(sample, bytes, {});
  }));
}

TEST_CASE("random flips in the write-ahead log are never silent") {
  const Sample sample = make_sample(30, 40);
  REQUIRE(sample.wal.size() > 40 * 4096);
  REQUIRE(rc::check([&] { check_nothing_silent(sample, sample.main, flip(sample.wal, *rc::gen::inRange(1, 4))); }));
}

TEST_CASE("flips in the write-ahead log's own header are never silent") {
  const Sample sample = make_sample(30, 40);
  REQUIRE(rc::check([&] {
    std::string wal = sample.wal;
    const std::size_t at = *rc::gen::inRange<std::size_t>(0, 32);
    wal[at] = static_cast<char>(wal[at] ^ (1 << *rc::gen::inRange(0, 8)));
    check_nothing_silent(sample, sample.main, wal);
  }));
}

TEST_CASE("a file cut short is never silent") {
  const Sample sample = make_sample(150, 0);
  REQUIRE(rc::check([&] {
    check_nothing_silent(sample, sample.main.substr(0, *rc::gen::inRange<std::size_t>(0, sample.main.size())), {});
  }));
}

TEST_CASE("pages overwritten with garbage are never silent") {
  const Sample sample = make_sample(150, 10);
  REQUIRE(rc::check([&] {
    std::string bytes = sample.main;
    const std::size_t page = *rc::gen::inRange<std::size_t>(0, bytes.size() / 4096);
    const std::size_t length = *rc::gen::inRange<std::size_t>(1, 4097);
    const auto garbage = *rc::gen::container<std::string>(length, rc::gen::arbitrary<char>());
    bytes.replace(page * 4096, length, garbage);
    check_nothing_silent(sample, bytes, sample.wal);
  }));
}

TEST_CASE("a torn write-ahead log loses only what nobody was told is safe") {
  const Sample sample = make_sample(0, 30);
  REQUIRE(rc::check([&] {
    const std::size_t size = *rc::gen::inRange<std::size_t>(0, sample.wal.size());
    test::LogFolder folder;
    write_bytes(folder.file(), sample.main);
    write_bytes(folder.beside("-wal"), sample.wal.substr(0, size));
    const auto log = folder.open();
    const auto events = events_of(*log);
    // A prefix of the history: as many as there are whole commits.
    RC_ASSERT(std::equal(events.begin(), events.end(), sample.events.begin()));
    RC_ASSERT(folder.opened.damaged.empty());
    RC_ASSERT(log->verify().empty());
    RC_ASSERT(append(*log, 77).has_value());
  }));
}

TEST_CASE("a damaged page costs the events on it and no others") {
  const Sample sample = make_sample(200, 0);
  test::LogFolder folder;
  std::string bytes = sample.main;
  const std::size_t page = bytes.size() / 4096 - 3;  // some leaf in the middle of the history
  bytes.replace(page * 4096, 4096, 4096, '\x55');
  write_bytes(folder.file(), bytes);
  const auto log = folder.open();
  REQUIRE_FALSE(folder.opened.damaged.empty());
  CHECK(bytes_of(folder.opened.damaged) == bytes);
  CHECK(folder.opened.salvaged > 170);
  CHECK(folder.opened.salvaged < 200);
  CHECK(folder.opened.missing == 200 - folder.opened.salvaged);
  store::EventLog::ReadStats stats;
  const auto events = events_of(*log, &stats);
  CHECK(stats.missing == folder.opened.missing);
  CHECK(events.front() == sample.events.front());
  CHECK(events.back() == sample.events.back());
  CHECK(log->verify().size() >= 1);  // it says which are missing
  CHECK(append(*log, 1)->number == 201);
}

TEST_CASE("a destroyed header costs nothing") {
  test::LogFolder folder;
  folder.fill(300);
  {
    const auto log = folder.open();
    REQUIRE(log->save_draft("q", "half"));
    REQUIRE(log->set_setting("language", "fr"));
    REQUIRE(append(*log, 1, 20'000));
  }
  std::string bytes = bytes_of(folder.file());
  bytes.replace(0, 4096, 4096, '\0');
  write_bytes(folder.file(), bytes);
  const auto log = folder.open();
  CHECK(folder.opened.salvaged == 301);
  CHECK(folder.opened.missing == 0);
  CHECK(events_of(*log).size() == 301);
  CHECK(log->drafts().at("q") == "half");
  CHECK(log->settings().at("language") == "fr");
  CHECK(log->verify().empty());
}

TEST_CASE("what is no database at all is put aside") {
  test::LogFolder folder;
  write_bytes(folder.file(), "Dear diary, ");
  const auto log = folder.open();
  CHECK(folder.opened.salvaged == 0);
  CHECK(bytes_of(folder.opened.damaged) == "Dear diary, ");
  CHECK(append(*log, 1));
}

TEST_CASE("an empty file is damage: we never leave one") {
  test::LogFolder folder;
  folder.fill(3);
  write_bytes(folder.file(), "");
  static_cast<void>(folder.open());
  CHECK_FALSE(folder.opened.damaged.empty());
}

TEST_CASE("a write-ahead log whose file is gone is not thrown away") {
  const Sample sample = make_sample(0, 20);
  test::LogFolder folder;
  write_bytes(folder.beside("-wal"), sample.wal);
  const auto log = folder.open();
  CHECK(folder.opened.salvaged == 20);
  CHECK(events_of(*log) == sample.events);
}

TEST_CASE("a replacement that a crash interrupted is ended") {
  test::LogFolder folder, other;
  folder.fill(3);
  other.fill(5);
  SECTION("the new file is finished") {
    std::filesystem::copy_file(other.file(), folder.beside(".ready"));
    write_bytes(folder.beside("-wal"), "left over");
    CHECK(events_of(*folder.open()).size() == 5);
  }
  SECTION("the new file is not finished") {
    write_bytes(folder.beside(".new"), "half a");
    CHECK(events_of(*folder.open()).size() == 3);
  }
}

TEST_CASE("a damaged file that another program has open is not replaced under it") {
  test::LogFolder folder;
  folder.fill(100);
  const auto open = folder.open();
  std::string bytes = bytes_of(folder.file());
  bytes.replace(0, 100, 100, '\0');
  {
    // In place, as a failing disk would do it.
    std::FILE* file = std::fopen(folder.file().c_str(), "r+b");
    REQUIRE(file != nullptr);
    std::fwrite(bytes.data(), 1, 100, file);
    std::fclose(file);
  }
  const auto refused = folder.try_open();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().refusal == base::Refusal::busy);
}

TEST_CASE("a flipped bit inside a row is noticed and skipped") {
  const Sample sample = make_sample(50, 0);
  test::LogFolder folder;
  std::string bytes = sample.main;
  const std::size_t at = bytes.find("\"question\":\"q7\"");
  REQUIRE(at != std::string::npos);
  bytes[at + 14] = static_cast<char>(bytes[at + 14] ^ 1);
  write_bytes(folder.file(), bytes);
  const auto log = folder.open();
  CHECK(folder.opened.damaged.empty());  // the structure is whole
  store::EventLog::ReadStats stats;
  CHECK(events_of(*log, &stats).size() == 49);
  CHECK(stats.unreadable == 1);
  REQUIRE(log->verify().size() == 1);
  CHECK(base::in_words(log->verify().front()) == "Event 8 is damaged: its checksum does not hold.");
}
