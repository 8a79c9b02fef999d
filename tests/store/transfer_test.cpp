#include "store/transfer.h"

#include <sstream>

#include "store/iso_time.h"
#include "store/support.h"

using namespace store;
using test::append;
using test::events_of;

namespace {

const std::string header = R"({"format":"resonance-history","version":1})"
                           "\n";

std::string exported(const EventLog& log) {
  std::ostringstream out;
  const auto done = export_events(log, out);
  if (!done) FAIL(done.error().detail);
  return out.str();
}

Imported import_text(EventLog& log, const std::string& text) {
  std::istringstream in(text);
  auto done = import_events(log, in);
  if (!done) FAIL(done.error().detail);
  return *done;
}

std::string line(int number, const std::string& at = "2026-01-31T10:00:00.000Z") {
  return R"({"number":)" + std::to_string(number) + R"(,"at":")" + at +
         R"(","offset":60,"course":"tea","lesson":"leaf","event":"step-finished","what":{"step":"s)" +
         std::to_string(number) + "\"}}\n";
}

}  // namespace

TEST_CASE("an export is one header and one line for each event") {
  test::LogFolder folder;
  const auto log = folder.open();
  folder.clock.set_offset(std::chrono::minutes(60));
  REQUIRE(log->append(course::CourseId("tea"), course::LessonId("leaf"), learner::StepFinished{course::StepId("s")}));
  folder.clock.advance(-std::chrono::seconds(1));
  REQUIRE(log->append(course::CourseId("tea"), course::LessonId("leaf"), learner::LessonFinished{}));
  CHECK(
      exported(*log) ==
      header +
          R"({"number":1,"at":"2026-01-31T00:00:00.000Z","offset":60,"course":"tea","lesson":"leaf","event":"step-finished","what":{"step":"s"}})"
          "\n"
          R"({"number":2,"at":"2026-01-31T00:00:00.000Z","clock":"2026-01-30T23:59:59.000Z","offset":60,"course":"tea","lesson":"leaf","event":"lesson-finished","what":{}})"
          "\n");
}

TEST_CASE("export and import into an empty log give the same history, twin events included") {
  test::LogFolder folder, other;
  folder.fill(30, 500);
  const auto log = folder.open();
  for (int i = 0; i < 3; ++i) {
    REQUIRE(
        log->append(course::CourseId("tea"), course::LessonId("leaf"), learner::HintShown{course::QuestionId("q"), 1}));
  }
  const auto copy = other.open();
  const Imported imported = import_text(*copy, exported(*log));
  CHECK(imported.added == 33);
  CHECK(imported.known == 0);
  CHECK(imported.refused.empty());
  CHECK(events_of(*copy) == events_of(*log));
  CHECK(exported(*copy) == exported(*log));
  CHECK(copy->verify().empty());
}

TEST_CASE("what is known is not added twice") {
  test::LogFolder folder;
  folder.fill(10);
  const auto log = folder.open();
  const std::string text = exported(*log);
  CHECK(import_text(*log, text).known == 10);
  CHECK(import_text(*log, text + text).added == 0);
  CHECK(events_of(*log).size() == 10);
  // Two exports one behind the other are one history.
  test::LogFolder other;
  const auto fresh = other.open();
  const Imported twice = import_text(*fresh, text + text.substr(text.find('\n') + 1));
  CHECK(twice.added == 10);
  CHECK(twice.known == 10);
}

TEST_CASE("histories of two machines are joined") {
  test::LogFolder home, school;
  home.fill(5);
  school.clock.advance(std::chrono::hours(1));
  school.fill(7);
  const auto log = home.open();
  CHECK(import_text(*log, exported(*school.open())).added == 7);
  CHECK(events_of(*log).size() == 12);
  CHECK(append(*log, 1)->number == 13);
}

TEST_CASE("lines that cannot be read are refused one by one, with their reason") {
  test::LogFolder folder;
  const auto log = folder.open();
  const Imported imported = import_text(
      *log,
      header + line(1) + "not json\n" + "\n" + line(2, "yesterday") +
          R"({"number":3,"at":"2026-01-31T10:00:00.000Z","offset":0,"course":"c","lesson":"l","event":"sang","what":{}})" +
          "\r\n" +
          R"({"number":4,"at":"2026-01-31T10:00:00.000Z","offset":0,"course":"c","lesson":"l","event":"answered","what":{"credit":7}})" +
          "\n" +
          R"({"number":0,"at":"2026-01-31T10:00:00.000Z","offset":0,"course":"c","lesson":"l","event":"lesson-opened","what":{}})" +
          "\n" + line(5));
  CHECK(imported.added == 2);
  REQUIRE(imported.refused.size() == 5);
  CHECK(base::in_words(imported.refused[0]) == "line 3: not a JSON object");
  CHECK(base::in_words(imported.refused[1]) == "line 5: “at” should be a time such as 2026-01-31T10:00:00.000Z");
  CHECK(base::in_words(imported.refused[2]) == "line 6: the event “sang” is not known to this version");
  CHECK(base::in_words(imported.refused[3]) == "line 7: the particulars do not fit the event “answered”");
  CHECK(base::in_words(imported.refused[4]) == "line 8: “number” should be a whole number from 1");
}

TEST_CASE("a line without end is passed over, and a flood of refusals is counted") {
  test::LogFolder folder;
  const auto log = folder.open();
  Imported imported = import_text(*log, header + std::string(5 << 20, 'x') + "\n" + line(1));
  CHECK(imported.added == 1);
  REQUIRE(imported.refused.size() == 1);
  CHECK(base::in_words(imported.refused[0]) == "line 2: longer than 4 MB");
  std::string flood = header;
  for (int i = 0; i < 1500; ++i) flood += "?\n";
  imported = import_text(*log, flood);
  CHECK(imported.refused.size() == 1001);
  CHECK(base::in_words(imported.refused.back()) == "and 500 more");
}

TEST_CASE("what is not an export is refused whole") {
  test::LogFolder folder;
  const auto log = folder.open();
  for (const char* text :
       {"", "\n", "[]\n", R"({"format":"something"})", R"({"format":"resonance-history"})", "PK\x03\x04"}) {
    std::istringstream in(text);
    const auto refused = import_events(*log, in);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().refusal == base::Refusal::unsupported);
  }
  std::istringstream later(R"({"format":"resonance-history","version":2})");
  CHECK(import_events(*log, later).error().refusal == base::Refusal::too_new);
}

TEST_CASE("mangled exports never do harm") {
  test::LogFolder source;
  source.fill(5);
  const std::string text = exported(*source.open());
  test::LogFolder folder;
  const auto log = folder.open();
  REQUIRE(rc::check([&] {
    std::string mangled = text;
    for (int i = *rc::gen::inRange(1, 6); i > 0; --i)
      mangled[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::arbitrary<char>();
    std::istringstream in(mangled);
    static_cast<void>(import_events(*log, in));
  }));
  CHECK(log->verify().empty());
}

TEST_CASE("damaged rows are left out of an export and counted") {
  test::LogFolder folder;
  folder.fill(5);
  std::string bytes = test::bytes_of(folder.file());
  bytes[bytes.find("\"q3\"") + 2] = '8';
  test::write_bytes(folder.file(), bytes);
  const auto log = folder.open();
  std::ostringstream out;
  const auto done = export_events(*log, out);
  REQUIRE(done);
  CHECK(done->written == 4);
  CHECK(done->unreadable == 1);
}

TEST_CASE("times are written and read exactly") {
  CHECK(iso_of(0) == "1970-01-01T00:00:00.000Z");
  CHECK(iso_of(-1) == "1969-12-31T23:59:59.999Z");
  CHECK(ms_of("2026-02-29T00:00:00.000Z") == std::nullopt);
  CHECK(ms_of("2026-01-31T24:00:00.000Z") == std::nullopt);
  CHECK(ms_of("2026-01-31 10:00:00.000Z") == std::nullopt);
  CHECK(ms_of("") == std::nullopt);
  CHECK(iso_of(INT64_MAX) == "9999-12-31T23:59:59.999Z");
  CHECK(iso_of(INT64_MIN) == "0000-01-01T00:00:00.000Z");
  REQUIRE(rc::check([] {
    const auto ms = *rc::gen::inRange<std::int64_t>(-60'000'000'000'000, 250'000'000'000'000);
    RC_ASSERT(ms_of(iso_of(ms)) == ms);
  }));
}

TEST_CASE("the events of reviews are carried over like all others") {
  test::LogFolder folder, other;
  const auto log = folder.open();
  const course::QuestionId question("q");
  const learner::Return comes_back{memory::Grade::hard, folder.clock.now() + std::chrono::hours(30), 77};
  learner::Reviewed reviewed{question, R"({"picked":[1]})", 0.5};
  reviewed.took = std::chrono::seconds(7);
  reviewed.comes_back = comes_back;
  for (const learner::What& what : std::initializer_list<learner::What>{
           learner::Foretold{question, 0.875, 5}, reviewed, learner::Regraded{question, comes_back},
           learner::ReviewUndone{question}, learner::Buried{question, folder.clock.now()},
           learner::StandingChanged{question, learner::Standing::known, folder.clock.now()}}) {
    REQUIRE(log->append(course::CourseId("tea"), {}, what));
    folder.clock.advance(std::chrono::minutes(1));
  }
  REQUIRE(log->append({}, {}, learner::Fitted{"fsrs6", {0.25, 1e-3}, 900, 0.5, 0.25}));  // of no course
  const std::string text = exported(*log);
  const auto copy = other.open();
  const Imported done = import_text(*copy, text);
  CHECK(done.added == 7);
  CHECK(done.refused.empty());
  CHECK(events_of(*copy) == events_of(*log));
  CHECK(exported(*copy) == text);
  CHECK(import_text(*copy, text).added == 0);
  CHECK(copy->verify().empty());
}
