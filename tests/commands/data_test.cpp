// `resonance data` from the command line.

#include <fstream>
#include <iterator>

#include "commands/program.h"
#include "store/event_log.h"
#include "store/profiles.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace {

namespace fs = std::filesystem;

/// A data folder with profiles, and the command run on it.
struct Desk {
  test::TemporaryFolder folder;
  store::Profiles profiles{folder.path() / "data"};

  void study(const learner::ProfileId& id, int events) {
    base::FakeClock clock(base::TimePoint(std::chrono::hours(500'000)));
    const auto log = store::EventLog::open(profiles.log_file(id), clock);
    REQUIRE(log);
    for (int i = 0; i < events; ++i) {
      clock.advance(std::chrono::minutes(1));
      const learner::StepFinished what{course::StepId("step-" + std::to_string(i))};
      REQUIRE((*log)->append(course::CourseId("tea"), course::LessonId("leaf"), what));
    }
  }

  test::Outcome data(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "data");
    arguments.emplace_back("--data-dir");
    arguments.push_back(profiles.data_dir().string());
    return test::run_program(arguments, folder.path().string());
  }
};

}  // namespace

TEST_CASE("a history goes from one profile to another and is the same there") {
  Desk desk;
  const auto ada = desk.profiles.create("Ada")->id;
  desk.study(ada, 12);
  const auto exported = desk.data({"export", "ada.jsonl"});
  CHECK(exported.code == 0);
  CHECK(exported.out == "12 events written to ada.jsonl\n");
  const std::string text = test::read(desk.folder.path() / "ada.jsonl");
  CHECK(std::count(text.begin(), text.end(), '\n') == 13);

  const auto bo = desk.profiles.create("Bo")->id;
  CHECK(desk.data({"import", "ada.jsonl", "--profile", "bo"}).out == "12 events added, 0 known already\n");
  CHECK(desk.data({"import", "ada.jsonl", "--profile", "bo"}).out == "0 events added, 12 known already\n");
  CHECK(desk.data({"export", "-", "--profile", "bo"}).out == text);
  const auto verified = desk.data({"verify", "--profile", "bo"});
  CHECK(verified.code == 0);
  CHECK(verified.out == desk.profiles.log_file(bo).string() + ": 12 events, all well\n");
}

TEST_CASE("the profile used last is meant, and where none is clear they are named") {
  Desk desk;
  const auto none = desk.data({"verify"});
  CHECK(none.code == 1);
  CHECK(none.out.find("there is no profile in") != std::string::npos);
  const auto ada = desk.profiles.create("Ada Lovelace")->id;
  REQUIRE(desk.profiles.create("Bo"));
  const auto unclear = desk.data({"verify"});
  CHECK(unclear.code == 1);
  CHECK(unclear.out == "resonance data: say which profile, with --profile:\n  ada-lovelace  Ada Lovelace\n  bo  Bo\n");
  CHECK(desk.data({"verify", "--profile", "../bo"}).code == 1);
  REQUIRE(desk.profiles.set_last(ada));
  CHECK(desk.data({"verify"}).code == 0);
}

TEST_CASE("what is wrong is named, with the exit code to match") {
  Desk desk;
  const auto ada = desk.profiles.create("Ada")->id;
  desk.study(ada, 3);
  CHECK(desk.data({}).code == 2);
  CHECK(desk.data({"export"}).code == 2);
  CHECK(desk.data({"export", "no/such/folder/out.jsonl"}).code == 1);
  CHECK(desk.data({"import", "nothing.jsonl"}).out.find("There is no such thing: nothing.jsonl") != std::string::npos);
  desk.folder.write("not.jsonl", "hello\n");
  CHECK(desk.data({"import", "not.jsonl"}).out.find("It is not an export of Résonance") != std::string::npos);
  desk.folder.write("bad.jsonl", "{\"format\":\"resonance-history\",\"version\":1}\n?\n");
  const auto refused = desk.data({"import", "bad.jsonl"});
  CHECK(refused.code == 1);
  CHECK(refused.out == "0 events added, 0 known already\nbad.jsonl: line 2: not a JSON object\n");
}

TEST_CASE("a damaged history is told of, and what is left of it can be exported") {
  Desk desk;
  const auto ada = desk.profiles.create("Ada")->id;
  desk.study(ada, 40);
  const fs::path file = desk.profiles.log_file(ada);
  std::string bytes = test::read(file);
  const std::size_t at = bytes.find("step-17");
  REQUIRE(at != std::string::npos);
  bytes[at + 5] = '9';
  std::ofstream(file, std::ios::binary) << bytes;
  const auto verified = desk.data({"verify"});
  CHECK(verified.code == 1);
  CHECK(verified.out == "Event 18 is damaged: its checksum does not hold.\n");
  const auto exported = desk.data({"export", "rest.jsonl"});
  CHECK(exported.code == 1);
  CHECK(exported.out.find("39 events written") != std::string::npos);

  bytes.replace(0, 100, 100, '\0');
  std::ofstream(file, std::ios::binary) << bytes;
  const auto repaired = desk.data({"verify"});
  CHECK(repaired.code == 1);
  CHECK(repaired.out.find("The file was damaged. Events that could be read: 39; known to be missing: 1.") == 0);
  CHECK(desk.data({"verify"}).out == "Event 18 is missing.\n");
}
