// `resonance check --against`: what an edit does to learners, in a repository made for it.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "commands/program.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace against_test {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

std::string lesson(int heat, const char* last) {
  return "title: First\nsteps:\n  - ask: How hot is the water?\n    id: heat\n    number: " + std::to_string(heat) +
         "\n    explain: So.\n  - ask: How long does it steep?\n    id: " + last +
         "\n    number: 3\n    explain: So.\n";
}

/// A repository with a course in “courses/tea”, of which one version is committed.
struct Repository {
  Repository() {
    write(folder.path() / "courses/tea/course.yaml",
          "title: Tea\nlanguages: [en]\nmodules:\n  - {id: leaf, title: Leaf, lessons: [first]}\n");
    write(folder.path() / "courses/tea/lessons/first.yaml", lesson(65, "time"));
    git("init -q .");
    git("add -A");
    git("-c user.name=T -c user.email=t@example.org commit -q -m first");
  }
  void git(const std::string& words) const {
    REQUIRE(std::system(("git -C '" + folder.path().string() + "' " + words + " > /dev/null 2>&1").c_str()) == 0);
  }
  test::Outcome check(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"check", "courses/tea"});
    return test::run_program(arguments, folder.path().string());
  }
  test::TemporaryFolder folder;
};

}  // namespace

TEST_CASE("an edit is told by what it does to learners") {
  const Repository repository;
  CHECK(repository.check({"--against", "HEAD"}).out == "0 asked early, 0 with other words, 0 new, 0 removed\n");
  write(repository.folder.path() / "courses/tea/lessons/first.yaml", lesson(70, "minutes"));
  const test::Outcome told = repository.check({"--against", "HEAD"});
  CHECK(told.code == 0);
  CHECK(told.out ==
        "first / heat: what is right has changed: who has answered it is asked once, early\n"
        "first / minutes: new\n"
        "first / time: removed: it is not asked any more, its history is kept\n"
        "  = was it renamed? then give “minutes” its old id, “time”, and nothing is lost\n"
        "1 asked early, 0 with other words, 1 new, 1 removed\n");
  const auto json = nlohmann::json::parse(repository.check({"--against", "HEAD", "--format", "json"}).out);
  REQUIRE(json.size() == 1);
  CHECK(json[0]["questions"].size() == 3);
  CHECK(json[0]["questions"][0]["change"] == "key");
  CHECK(json[0]["questions"][2]["like"] == "minutes");
}

TEST_CASE("what hinders the comparison is told") {
  const Repository repository;
  const auto refused = [&](const char* revision, const std::string& why) {
    const test::Outcome outcome = repository.check({"--against", revision});
    CHECK(outcome.code == 1);
    INFO(outcome.out);
    CHECK(outcome.out.find(why) != std::string::npos);
  };
  refused("nowhere", "git knows no revision “nowhere”");
  refused("--output=x", "is no revision");
  const test::TemporaryFolder outside;
  write(outside.path() / "course.yaml", "title: Tea\nlanguages: [en]\n");
  const test::Outcome outcome = test::run_program({"check", ".", "--against", "HEAD"}, outside.path().string());
  CHECK(outcome.code == 1);
  CHECK(outcome.out.find("in no git repository") != std::string::npos);
}

}  // namespace against_test
