#include "grading/given.h"

#include "grading/grade.h"
#include "support/test.h"

namespace {

course::Question question(course::Kind kind) {
  course::Question made;
  made.kind = std::move(kind);
  return made;
}

/// The response as JSON, or what is wrong with it.
std::string read(const course::Question& asked, const char* words) {
  const auto response = grading::read_given(asked, course::parse_given(words));
  return response ? grading::to_json(*response) : response.error();
}

}  // namespace

TEST_CASE("choices are given by letter, number or words") {
  const auto q = question(course::Choices{{{true, "**Black** tea", ""}, {false, "Green tea", ""}, {true, "3", ""}}});
  CHECK(read(q, "A") == R"({"picked":[0]})");
  CHECK(read(q, "b") == R"({"picked":[1]})");
  CHECK(read(q, "2") == R"({"picked":[1]})");
  CHECK(read(q, "black tea") == R"({"picked":[0]})");
  CHECK(read(q, "A,C") == R"({"picked":[0,2]})");
  CHECK(read(q, "[C, Green tea]") == R"({"picked":[1,2]})");
  CHECK(read(q, "3") == R"({"picked":[2]})");  // its words, before its place
  CHECK(read(q, "Gren tea") == "there is no choice “Gren tea”; did you mean “Green tea”?");
  CHECK(read(q, "D").starts_with("there is no choice"));
  CHECK(read(q, "{a: b}").starts_with("a map is given"));
}

TEST_CASE("what is typed is given as it is") {
  CHECK(read(question(course::Number{}), "2.6 km") == R"({"typed":"2.6 km"})");
  CHECK(read(question(course::Answers{}), "l’œuf") == "{\"typed\":\"l’œuf\"}");
  CHECK(read(question(course::Number{}), "[1, 2]") == "give what is typed, as one text");
}

TEST_CASE("gaps are given as a list") {
  course::Blanks kind;
  kind.parts = {"", "", ""};
  kind.gaps = {{{"heat"}, {}}, {{"early"}, {"early", "late"}}};
  const auto q = question(kind);
  CHECK(read(q, "[heat, Early]") == R"({"gaps":["heat","early"]})");
  CHECK(read(q, "[heat]").starts_with("the text has 2 gaps"));
  CHECK(read(q, "[heat, lat]") == "there is no option “lat”; did you mean “late”?");
}

TEST_CASE("orders are given by letters or words, all of them") {
  const auto q = question(course::Order{{"Green", "Oolong", "Black"}});
  CHECK(read(q, "C, A, B") == R"({"order":[2,0,1]})");
  CHECK(read(q, "[oolong, green, black]") == R"({"order":[1,0,2]})");
  CHECK(read(q, "A, B").starts_with("give each of the 3 items"));
}

TEST_CASE("pairs, cards and steps") {
  const auto match = question(course::Match{{{"Sencha", "Japan"}, {"Assam", "India"}}, {"Brazil"}});
  CHECK(read(match, "{Sencha: Japan, Assam: brazil}") == R"({"rights":[0,2]})");
  CHECK(read(match, "{Sencha: Japan}") == R"({"rights":[0,null]})");
  CHECK(read(match, "{Sencha: Jpan}") == "there is no right side “Jpan”; did you mean “Japan”?");
  CHECK(read(match, "Sencha").starts_with("give a map"));
  const auto sort = question(course::Sort{{"tea", "other"}, {{"Sencha", 0}, {"Rooibos", 1}}});
  CHECK(read(sort, "{Sencha: tea, Rooibos: other}") == R"({"bins":[0,1]})");
  CHECK(read(sort, "{tea: [Sencha, Rooibos]}") == R"({"bins":[0,0]})");
  CHECK(read(sort, "{Sench: tea}").starts_with("there is no bin"));
  const auto scale = question(course::Scale{1, 5, "", ""});
  CHECK(read(scale, "4") == R"({"step":4})");
  CHECK(read(scale, "6") == "give a step from 1 to 5");
}

TEST_CASE("any words are a response or refused") {
  const auto q = question(course::Match{{{"a", "b"}, {"c", "d"}}, {}});
  const bool holds = rc::check([&](const std::string& words) {
    const auto response = grading::read_given(q, course::parse_given(words));
    if (response) RC_ASSERT(grading::grade(q, *response).credit <= 1);
  });
  CHECK(holds);
  CHECK(course::parse_given(std::string(100'000, '[')).kind == course::Given::Kind::text);
  CHECK(course::parse_given("[[[[[[[[[[[[[[1]]]]]]]]]]]]]]").kind == course::Given::Kind::text);
}
