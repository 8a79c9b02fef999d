// `resonance check` from the command line, on courses that are broken in every way we know. What each should say stands beside
// it in expected.txt; after a change that is meant, RESONANCE_WRITE_EXPECTED=1 writes them anew, to be read before committing.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "commands/program.h"
#include "support/test.h"

namespace {

namespace fs = std::filesystem;

fs::path courses() { return test::source_dir() / "tests" / "data" / "courses"; }

std::vector<fs::path> broken_courses() {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(courses())) {
    if (entry.path().filename().string().starts_with("broken-")) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

test::Outcome check(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "check");
  return test::run_program(arguments, courses().string());
}

}  // namespace

TEST_CASE("broken courses get every mistake with its place and its remedy") {
  const std::vector<fs::path> folders = broken_courses();
  REQUIRE(folders.size() >= 8);
  for (const fs::path& folder : folders) {
    const test::Outcome outcome = check({folder.filename().string()});
    INFO(folder.filename().string());
    if (std::getenv("RESONANCE_WRITE_EXPECTED") != nullptr) {
      std::ofstream(folder / "expected.txt", std::ios::binary) << outcome.out;
    }
    CHECK(outcome.out == test::read(folder / "expected.txt"));
    const bool warnings_alone = folder.filename() == "broken-teaching";
    CHECK(outcome.code == (warnings_alone ? 0 : 1));
  }
}

TEST_CASE("nearly every error says what to do") {
  std::size_t errors = 0;
  std::size_t remedies = 0;
  std::set<std::string> messages;
  for (const fs::path& folder : broken_courses()) {
    const auto json = nlohmann::json::parse(check({folder.filename().string(), "--format", "json"}).out);
    for (const auto& d : json["diagnostics"]) {
      ++errors;
      remedies += d.contains("remedy");
      messages.insert(d["message"]);
    }
  }
  CHECK(messages.size() >= 90);
  CHECK(remedies * 10 >= errors * 8);
}

TEST_CASE("a course without mistakes says so") {
  const test::Outcome outcome = check({"whole", "--strict"});
  CHECK(outcome.out == "no mistakes found\n");
  CHECK(outcome.code == 0);
}

TEST_CASE("warnings count when asked") {
  CHECK(check({"broken-teaching"}).code == 0);
  CHECK(check({"broken-teaching", "--strict"}).code == 1);
}

TEST_CASE("several courses are checked at once") {
  const test::Outcome outcome = check({"broken-bombs", "whole", "broken-course"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.find("broken-bombs/lessons/deep.yaml:2:71: error: ") != std::string::npos);
  CHECK(outcome.out.find("broken-course/course.yaml:1:1: error: ") != std::string::npos);
}

TEST_CASE("one translation can be looked at alone") {
  const test::Outcome outcome = check({"broken-translation", "--lang", "ko"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.find("ko.po") != std::string::npos);
  CHECK(outcome.out.find("fr.po") == std::string::npos);
}

TEST_CASE("tools get JSON and SARIF") {
  const test::Outcome as_json = check({"broken-course", "--format", "json"});
  const auto json = nlohmann::json::parse(as_json.out);
  CHECK(as_json.code == 1);
  CHECK(json["diagnostics"][0]["file"] == "broken-course/course.yaml");
  const auto sarif = nlohmann::json::parse(check({"broken-course", "--format", "sarif"}).out);
  CHECK(sarif["runs"][0]["results"].size() == json["diagnostics"].size());
  CHECK(nlohmann::json::parse(check({"whole", "--format", "sarif"}).out)["runs"][0]["results"].empty());
}

TEST_CASE("misuse is told apart from findings") {
  CHECK(check({}).code == 2);
  CHECK(check({"nowhere"}).code == 2);
  CHECK(check({"whole", "--format", "yaml"}).code == 2);
  CHECK(check({"--help"}).code == 0);
  CHECK(test::run_program({"chekc"}, ".").code == 2);
}

TEST_CASE("a folder without course.yaml is a finding") {
  const test::Outcome outcome = check({"whole/lessons"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.find("whole/lessons/course.yaml: error: there is no course.yaml here") != std::string::npos);
}

TEST_CASE("the program tells its version") {
  const test::Outcome outcome = test::run_program({"--version"}, ".");
  CHECK(outcome.code == 0);
  CHECK(outcome.out.starts_with("resonance "));
}
