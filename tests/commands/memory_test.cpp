// `resonance memory` from the command line.
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "commands/program.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace memory_test {
namespace {

using Json = nlohmann::json;

struct Desk {
  test::TemporaryFolder folder;
  std::string locale = "C";
  test::Outcome memory(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "memory");
    return test::run_program(arguments, folder.path().string(), locale);
  }
  test::Outcome replay(const std::string& lines) const {
    folder.write("reviews.jsonl", lines);
    return memory({"replay", "reviews.jsonl"});
  }
  test::Outcome fit(const std::string& table, std::vector<std::string> more = {}) const {
    folder.write("log.csv", table);
    more.insert(more.begin(), {"fit", "log.csv"});
    return memory(more);
  }
};

/// What a line of wrong input is answered with, without its place.
std::string said_of(const Desk& desk, const std::string& line) {
  const test::Outcome outcome = desk.replay(line + "\n");
  CHECK(outcome.code == 1);
  CHECK(outcome.out.starts_with("reviews.jsonl:1: "));
  return outcome.out.substr(outcome.out.find(": ") + 2);
}

/// Sixty cards that are asked for after one, three, nine… days, and forgotten now and then.
std::string table() {
  std::string text = "card,day,rating\n";
  for (int card = 0; card < 60; ++card) {
    double day = card * 0.5;
    for (int i = 0; i < 6; ++i) {
      const int rating = (card + i) % 5 == 0 ? 1 : 3;
      text += "c" + std::to_string(card) + "," + std::to_string(day) + "," + std::to_string(rating) + "\n";
      day += rating == 1 ? 1 : 2 << i;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("replay prints what was predicted, the state and the interval of each review") {
  const Desk desk;
  const auto six =
      desk.replay(R"({"model":"fsrs6","retention":0.9,"reviews":[{"days":0,"grade":3},{"days":2,"grade":1}]})"
                  "\n");
  CHECK(six.code == 0);
  std::istringstream lines(six.out);
  std::string first, second;
  std::getline(lines, first);
  std::getline(lines, second);
  CHECK(first == R"({"r":null,"s":2.3065,"d":2.118103970459015,"interval":2.3065})");
  const Json after = Json::parse(second);
  CHECK(after["r"].get<double>() == Approx(0.9094).margin(0.001));
  CHECK(after["s"].get<double>() < 2.3065);
  CHECK(after["interval"].get<double>() == Approx(after["s"].get<double>()).epsilon(1e-12));

  const auto seven = desk.replay(R"({"model":"fsrs7","reviews":[{"days":0,"grade":3},{"days":0.25,"grade":3}]})"
                                 "\n");
  CHECK(seven.code == 0);
  std::istringstream more(seven.out);
  std::getline(more, first);
  const Json start = Json::parse(first);
  CHECK(start["s"] == 3.9221);
  CHECK(start["f"].get<double>() == Approx(0.8 * 3.9221));
  CHECK(start["interval"].get<double>() == Approx(4.78).margin(0.005));
}

TEST_CASE("replay says what is wrong, where, and what was expected, and goes on") {
  const Desk desk;
  CHECK(said_of(desk, "hello") ==
        "found “hello”, expected a JSON object: {\"model\": \"fsrs7\", \"reviews\": [{\"days\": 0, \"grade\": 3}]}\n");
  CHECK(said_of(desk, R"({"model":"sm2","reviews":[]})") ==
        "“model” is “\"sm2\"”, expected `\"fsrs6\"` or `\"fsrs7\"`\n");
  CHECK(said_of(desk, R"({"model":"fsrs6","reviews":7})") == "“reviews” is “7”, expected a list\n");
  CHECK(said_of(desk, R"({"model":"fsrs6","retention":90,"reviews":[]})") ==
        "“retention” is “90”, expected a probability between 0 and 1, such as 0.9\n");
  CHECK(said_of(desk, R"({"model":"fsrs6","reviews":[{"days":0,"grade":3},{"days":1,"grade":5}]})") ==
        "review 2: “grade” is “5”, expected 1 (again), 2 (hard), 3 (good) or 4 (easy)\n");
  CHECK(said_of(desk, R"({"model":"fsrs6","reviews":[{"days":-1,"grade":3}]})") ==
        "review 1: “days” is “-1”, expected the days since the review before, 0 or more; fractions are allowed\n");
  CHECK(said_of(desk, R"({"model":"fsrs6","reviews":[3]})") ==
        "review 1: found “3”, expected a review: {\"days\": 3, \"grade\": 3}\n");
  CHECK(said_of(desk, R"({"model":"fsrs6","w":"x","reviews":[]})") ==
        "“w” is “\"x\"”, expected a list of numbers; leave it out for the defaults\n");
  CHECK(said_of(desk, R"({"model":"fsrs7","w":[1,2],"reviews":[]})") ==
        "“w”: found 2 parameters, expected 34 (FSRS-7)\n");
  const auto both = desk.replay("?\n\n{\"model\":\"fsrs6\",\"reviews\":[{\"days\":0,\"grade\":4}]}\n");
  CHECK(both.code == 1);
  CHECK(both.out.find("reviews.jsonl:1: ") != std::string::npos);
  CHECK(both.out.find("\"s\":8.2956") != std::string::npos);
}

TEST_CASE("replay says so where a file is there and cannot be read") {
  Desk desk;
  // Reading it fails even for root: nothing lies at a process' address 0.
  const auto broken = desk.memory({"replay", "/proc/self/mem"});
  CHECK(broken.code == 1);
  CHECK(broken.out == "/proc/self/mem cannot be read: Input/output error\n");
  if (::geteuid() == 0) return;  // who may read everything
  desk.folder.write("locked.jsonl", "{}");
  std::filesystem::permissions(desk.folder.path() / "locked.jsonl", std::filesystem::perms::none);
  const auto locked = desk.memory({"replay", "locked.jsonl"});
  CHECK(locked.code == 1);
  CHECK(locked.out == "locked.jsonl cannot be read: Permission denied\n");
}

TEST_CASE("fit prints parameters, log loss and time") {
  const Desk desk;
  for (const auto& [model, size] : {std::pair{"fsrs6", 21U}, {"fsrs7", 34U}}) {
    const auto outcome = desk.fit(table(), {"--model", model});
    INFO(outcome.out);
    REQUIRE(outcome.code == 0);
    const Json fit = Json::parse(outcome.out);
    CHECK(fit["model"] == model);
    CHECK(fit["reviews"] == 360);
    CHECK(fit["cards"] == 60);
    CHECK(fit["predictions"] == 300);
    CHECK(fit["w"].size() == size);
    CHECK(fit["log_loss_after"] <= fit["log_loss_before"]);
    CHECK(fit["cpu_ms"] >= 0);
  }
}

TEST_CASE("fit takes the columns and the rows in any order") {
  const Desk desk;
  const auto plain = desk.fit("card,day,rating\na,1,3\na,4,1\nb,2,4\nb,9.5,3\n");
  const auto mixed = desk.fit("\xEF\xBB\xBFrating,card,day\r\n3,b,9.5\r\n1,a,4\r\n3,a,1\r\n4,b,2\r\n");
  REQUIRE(plain.code == 0);
  CHECK(Json::parse(plain.out)["w"] == Json::parse(mixed.out)["w"]);
  CHECK(Json::parse(plain.out)["outcome"] == "too-few-reviews");
}

TEST_CASE("fit goes on from given parameters, older ones too") {
  const Desk desk;
  std::string nineteen = "0.4";
  for (int i = 1; i < 19; ++i) nineteen += ",0.5";
  const auto outcome = desk.fit("card,day,rating\na,1,3\na,4,1\n", {"--model", "fsrs6", "--from", nineteen});
  REQUIRE(outcome.code == 0);
  CHECK(Json::parse(outcome.out)["w"][0] == 0.4);
  const auto refused = desk.fit("card,day,rating\na,1,3\n", {"--from", "1,2,3"});
  CHECK(refused.code == 1);
  CHECK(refused.out == "--from: found 3 parameters, expected 34 (FSRS-7)\n");
}

TEST_CASE("fit says what is wrong in a table, every place of it") {
  const Desk desk;
  CHECK(desk.fit("").out == "log.csv is empty, expected a first line “card,day,rating”\n");
  CHECK(desk.fit("card,when,rating\n").out ==
        "log.csv:1: the first line is “card,when,rating” and has no column “day”, expected “card,day,rating”\n");
  const auto wrong = desk.fit("card,day,rating\na,1,3\na,two,3\na,3,0\na,4\na,4,5,3\n");
  CHECK(wrong.code == 1);
  CHECK(wrong.out ==
        "log.csv:3: the day is “two”, expected a number, such as 12 or 12.75\n"
        "log.csv:4: the rating is “0”, expected 1 (again), 2 (hard), 3 (good) or 4 (easy); leave out rows that are no "
        "answers\n"
        "log.csv:5: found 2 values, expected 3 as in the first line; a decimal mark is a point\n"
        "log.csv:6: found 4 values, expected 3 as in the first line; a decimal mark is a point\n");
}

TEST_CASE("what is wrong is told in French; what is printed is the same") {
  Desk desk;
  const std::string line = R"({"model":"fsrs6","reviews":[{"days":0,"grade":3},{"days":12.5,"grade":1}]})";
  const std::string printed = desk.replay(line).out;
  desk.locale = "fr_FR.UTF-8";
  CHECK(desk.replay(line).out == printed);
  CHECK(said_of(desk, R"({"model":"fsrs6","reviews":[{"days":0,"grade":3},{"days":1,"grade":5}]})") ==
        "révision 2\u202f: «\u202fgrade\u202f» devrait être 1 (à revoir), 2 (difficile), 3 (correct) ou 4 "
        "(facile)\u202f; "
        "trouvé\u202f: «\u202f5\u202f»\n");
  CHECK(said_of(desk, R"({"model":"fsrs7","w":[1],"reviews":[]})") ==
        "«\u202fw\u202f»\u202f: 1 paramètre trouvé au lieu de 34 (FSRS-7)\n");
  CHECK(
      said_of(desk, "?") ==
      "trouvé «\u202f?\u202f» où un objet JSON était attendu\u202f: {\"model\": \"fsrs7\", \"reviews\": [{\"days\": 0, "
      "\"grade\": 3}]}\n");
  CHECK(
      desk.fit("card,day,rating\na,two,3\na,4\n").out ==
      "log.csv:2: le jour devrait être un nombre, tel que 12 ou 12.75\u202f; trouvé\u202f: «\u202ftwo\u202f»\n"
      "log.csv:3: 2 valeurs trouvées au lieu de 3, comme à la première ligne\u202f; les décimales se mettent après un "
      "point\n");
  CHECK(desk.fit("card,day,rating\na,1,3\n", {"--from", "1,2,3"}).out ==
        "--from\u202f: 3 paramètres trouvés au lieu de 34 (FSRS-7)\n");
  CHECK(Json::parse(desk.fit("card,day,rating\na,1,3\na,4,1\n").out)["outcome"] == "too-few-reviews");
}

TEST_CASE("memory without a command, or with a file that is not there, is misuse") {
  const Desk desk;
  CHECK(desk.memory({}).code == 2);
  CHECK(desk.memory({"fit", "nothing.csv"}).code == 2);
  CHECK(desk.memory({"replay", "nothing.jsonl"}).code == 2);
  CHECK(desk.fit("card,day,rating\n", {"--model", "sm2"}).code == 2);
}

}  // namespace memory_test
