// `resonance grade` from the command line.
#include <nlohmann/json.hpp>

#include "commands/program.h"
#include "support/test.h"

namespace {

test::Outcome grade(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"grade", "variants"});
  return test::run_program(arguments, (test::source_dir() / "tests" / "data").string());
}

nlohmann::json graded(const std::vector<std::string>& arguments) {
  const test::Outcome outcome = grade(arguments);
  INFO(outcome.out);
  REQUIRE(outcome.code == 0);
  return nlohmann::json::parse(outcome.out);
}

}  // namespace

TEST_CASE("grade tells credit, reasons and the right response") {
  const auto right = graded({"price", "A", "--seed", "3"});
  CHECK(right["credit"] == 1.0);
  CHECK(right["outcome"] == "right");
  CHECK(right["kind"] == "choices");
  CHECK(right["values"].contains("price"));
  const auto wrong = graded({"price", "B", "--seed", "3"});
  CHECK(wrong["credit"] == 0.0);
  CHECK(wrong["reasons"][0] == "That is the price and the number added.");
  CHECK(wrong["right"] == nlohmann::json::parse(R"({"picked":[0]})"));
  CHECK(graded({"price", R"({"picked":[0]})", "--seed", "3"})["credit"] == 1.0);
}

TEST_CASE("grade takes what is typed as it stands, in the variant of the seed") {
  const auto asked = graded({"cups", "0", "--seed", "11"});
  const double total = asked["values"]["total"];
  const std::string typed = std::to_string(static_cast<int>(total)) + " cups";
  CHECK(graded({"cups", typed, "--seed", "11"})["credit"] == 1.0);
  CHECK(graded({"cups", "12 hours", "--seed", "11"})["remark"] == "wrong-unit");
  CHECK(graded({"cups", typed, "--seed", "11", "--lang", "fr"})["language"] == "fr");
}

TEST_CASE("what cannot be graded is said") {
  const test::Outcome unknown = grade({"prize", "A"});
  CHECK(unknown.code == 1);
  CHECK(unknown.out.find("did you mean “price”?") != std::string::npos);
  CHECK(grade({"price", "Z"}).code == 1);
  CHECK(grade({"price"}).code == 2);
  CHECK(test::run_program({"grade", "nowhere", "q", "A"}, ".").code == 2);
}

TEST_CASE("check proves what the course claims") {
  const test::Outcome outcome =
      test::run_program({"check", "variants"}, (test::source_dir() / "tests" / "data").string());
  INFO(outcome.out);
  CHECK(outcome.code == 0);
}
