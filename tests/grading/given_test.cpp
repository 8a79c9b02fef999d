#include "grading/given.h"

#include "explorable/model.h"
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
  return response ? grading::to_json(*response) : base::in_words(response.error());
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

TEST_CASE("goals are given by the inputs that are moved") {
  auto model = std::make_shared<explorable::Model>();
  model->inputs.push_back({explorable::Input::Kind::slider, "poured", "", "", 60, 100, 95, 1});
  model->inputs.push_back({explorable::Input::Kind::toggle, "lid", "", "", 0, 1, 1, 1});
  const auto q = question(course::Goal{model, nullptr, "", 0.5, ""});
  CHECK(read(q, "{poured: 75}") == R"({"inputs":[75.0,1.0]})");
  CHECK(read(q, "{poured: 75, lid: false}") == R"({"inputs":[75.0,0.0]})");
  CHECK(read(q, "{poured: 200}") == R"({"inputs":[100.0,1.0]})");  // as far as it goes
  CHECK(read(q, "{pured: 75}") == "there is no input “pured”; did you mean “poured”?");
  CHECK(read(q, "{poured: hot}") == "give a number where “hot” stands");
  CHECK(read(q, "75").starts_with("give a map from inputs"));
}

TEST_CASE("predictions are given by what is along x, or one after the other") {
  course::Predict kind;
  kind.chart.table = {{"year", "cups"}, {{"1990", "2"}, {"2000", "5"}, {"2010", "12"}}};
  kind.chart.y = {1};
  kind.real = {2, 5, 12};
  kind.given = {true, false, false};
  CHECK(read(question(kind), "{2010: 11.5}") == R"({"values":[null,11.5]})");
  CHECK(read(question(kind), "[5, 12]") == R"({"values":[5.0,12.0]})");
  CHECK(read(question(kind), "{1990: 2}").starts_with("there is no point that is asked “1990”"));
  CHECK(read(question(kind), "[5]").starts_with("give a value for each of the 2"));
  CHECK(read(question(kind), "[5, many]") == "give a number where “many” stands");
  kind.shape = course::Predict::Shape::timeline;
  CHECK(read(question(kind), "[2001, 2010-01]") == R"({"values":[2001.0,2010.0]})");
  CHECK(read(question(kind), "[2001, soon]").starts_with("give a year, a month or a day"));
}

TEST_CASE("spots are given by label, or as places are written") {
  course::Spot picture;
  picture.picture = "/garden.svg";
  course::Place bush, house, sun;
  bush.x = 0.25, bush.y = 0.75, bush.w = bush.h = 0.1, bush.label = "The bush";
  house.box = true, house.x = 0.5, house.y = 0.25, house.w = 0.25, house.h = 0.5;
  sun.x = sun.y = 0.125, sun.w = sun.h = 0.05, sun.label = "The sun";
  picture.places = {bush, house};
  picture.wrong = {sun};
  CHECK(read(question(picture), "the bush") == R"({"points":[[0.25,0.75]]})");
  CHECK(read(question(picture), "[The bush, {at: [0.6, 0.5]}, The sun]") ==
        R"({"points":[[0.25,0.75],[0.6,0.5],[0.125,0.125]]})");
  CHECK(read(question(picture), "{at: [1.5, 0.5]}").starts_with("the point lies outside"));
  CHECK(read(question(picture), "the bsh").starts_with("give a place’s label"));
  course::Spot chart;
  chart.chart.emplace();
  chart.chart->table = {{"year", "green", "black"}, {{"1990", "2", "12"}, {"2010", "12", ""}}};
  chart.chart->y = {1, 2};
  CHECK(read(question(chart), "2010") == R"({"points":[[1.0,0.0]]})");
  CHECK(read(question(chart), "[{x: 1990, y: black}]") == R"({"points":[[0.0,1.0]]})");
  CHECK(read(question(chart), "{x: 2010, y: black}") == "the chart has no number there");
  CHECK(read(question(chart), "{x: 2000}").starts_with("there is no point “2000”"));
  CHECK(read(question(chart), "{x: 1990, y: blak}") == "there is no series “blak”; did you mean “black”?");
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
