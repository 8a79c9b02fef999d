#include "screens/find.h"

#include <climits>

#include "screens/fakes.h"

namespace find_test {

using namespace screens;
using test::World;

namespace {

std::vector<std::string> titles(const World& w, const char* query, std::size_t most = 8) {
  std::vector<std::string> titles;
  for (const find::Hit& hit : find::hits({query, 0}, w.model.shared, most)) {
    if (hit.kind != find::Hit::Kind::quiz_me) titles.push_back(hit.title);
  }
  return titles;
}

}  // namespace

TEST_CASE("lessons, concepts and courses are found by a few letters, whatever the case and accents") {
  World w;
  w.start_lesson();
  CHECK(titles(w, "OXI") == std::vector<std::string>{"Oxidation"});
  CHECK(titles(w, "coff") == std::vector<std::string>{"Coffee"});
  CHECK(titles(w, "léaves") == std::vector<std::string>{"First leaves"});
  CHECK(titles(w, "nothing of this name").empty());
  const auto hits = find::hits({"oxi", 0}, w.model.shared);
  CHECK(hits[0].place == Place{ScreenName::course, course::CourseId("tea"), {}, course::ConceptId("oxidation")});
}

TEST_CASE("what begins with the letters comes before what has them inside") {
  World w;
  w.start_lesson();
  CHECK(titles(w, "s") == std::vector<std::string>{"second", "Steeping", "First leaves", "beans"});
  CHECK(titles(w, "l")[0] == "First leaves");  // at the start of a later word, before "Milk" and "properly"
}

TEST_CASE("quizzes about what is found come last, where there is something to ask") {
  World w;
  w.start_lesson();
  std::vector<std::string> asked;
  for (const find::Hit& hit : find::hits({"oxi", 0}, w.model.shared)) {
    if (hit.kind == find::Hit::Kind::quiz_me) asked.push_back(hit.place.quiz.str());
  }
  CHECK(asked == std::vector<std::string>{"concept:oxidation"});
  CHECK(find::hits({"oxi", 0}, w.model.shared)[0].kind == find::Hit::Kind::concept_of_course);
  for (const find::Hit& hit : find::hits({"milk", 0}, w.model.shared)) CHECK(hit.kind != find::Hit::Kind::quiz_me);
  const auto quiz = find::hits({"air", 0}, w.model.shared);
  REQUIRE(quiz.size() == 1);
  CHECK(quiz[0].kind == find::Hit::Kind::quiz);
  w.act(Go{quiz[0].place});
  CHECK(w.model.place.screen == ScreenName::quiz);
}

TEST_CASE("unasked, lessons and courses are listed, no more than fit") {
  World w;
  w.start_lesson();
  CHECK(titles(w, "") ==
        std::vector<std::string>{"First leaves", "second", "third", "Tea, properly", "Air", "Exam", "beans", "Coffee"});
  CHECK(titles(w, "", 2).size() == 2);
}

TEST_CASE("the chosen hit moves around the list, by any number, and typing chooses the first") {
  World w;
  w.start_lesson();
  w.act(ShowOverlay{Overlay::find});
  const auto move = [&](int by) {
    w.act(find::Action{find::Move{by}});
    return w.model.find.chosen;
  };
  CHECK(move(1) == 1);
  CHECK(move(-2) == 7);
  CHECK(move(1) == 0);
  CHECK(move(-17) == 7);
  CHECK(move(INT_MIN) < 8);
  CHECK(move(INT_MAX) < 8);
  w.act(find::Action{find::Type{"oxi"}});
  CHECK(w.model.find.chosen == 0);
  w.act(find::Action{find::Type{"zzz"}});
  CHECK(move(1) == 0);
}

}  // namespace find_test
