#include "screens/glossary.h"

#include "screens/fakes.h"
#include "screens/sample.h"

namespace glossary_test {

using namespace screens;
using course::ConceptId;
using test::World;

namespace {

course::Course course_of(const std::vector<std::string>& names) {
  course::Course course;
  for (const std::string& name : names)
    course.concepts.push_back({ConceptId(name), name, "What " + name + " is.", {}, {}});
  return course;
}

std::vector<std::string> names(const course::Course& course, const std::string& query = "") {
  std::vector<std::string> found;
  for (const auto& term : glossary::terms(course, query)) found.push_back(term.entry->name);
  return found;
}

Peek oxidation(bool stays) {
  return {Peek::Kind::definition, course::CourseId("tea"), "oxidation", {100, 100, 60, 20}, stays};
}

}  // namespace

TEST_CASE("terms stand in the order of the alphabet, accents and case aside") {
  const course::Course course = course_of({"Zone", "élan", "Effet", "eau", "Œuvre", "obus", "3D", "ozone"});
  CHECK(names(course) == std::vector<std::string>{"3D", "eau", "Effet", "élan", "obus", "Œuvre", "ozone", "Zone"});
  const auto terms = glossary::terms(course, "");
  CHECK(terms[0].letter == "#");
  CHECK(terms[3].letter == "E");
  CHECK(terms[5].letter == "O");
}

TEST_CASE("a term is found by any part of its name, else by its definition") {
  const course::Course tea = test::tea_course("en");
  CHECK(names(tea, "OXÍ") == std::vector<std::string>{"Oxidation"});
  CHECK(names(tea, "flavour") == std::vector<std::string>{"Steeping"});
  CHECK(names(tea, "nothing of it").empty());
  CHECK(names(tea).size() == 3);
}

TEST_CASE("a term knows where it is taught and what belongs to it") {
  const course::Course tea = test::tea_course("en");
  const auto terms = glossary::terms(tea, "");
  CHECK(terms[1].entry->name == "Oxidation");
  REQUIRE(terms[1].taught.size() == 1);
  CHECK(terms[1].taught[0]->id == course::LessonId("first"));
  REQUIRE(terms[1].needed_by.size() == 1);
  CHECK(terms[1].needed_by[0]->name == "Steeping");
  CHECK(terms[2].needs[0]->name == "Oxidation");
  CHECK(terms[0].taught.empty());
}

TEST_CASE("the order of terms is one of all of them, and the same from any order of the file") {
  REQUIRE(rc::check("sorted", [] {
    std::vector<std::string> some = *rc::gen::unique<std::vector<std::string>>(
        rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::elementOf(std::string("aéBz 1")))));
    const auto first = names(course_of(some));
    std::reverse(some.begin(), some.end());
    RC_ASSERT(first.size() == some.size());
    RC_ASSERT(names(course_of(some)) == first);
  }));
}

TEST_CASE("the glossary is a tab, and found by its own name") {
  World w;
  w.start_lesson();
  w.act(ShowOverlay{Overlay::find});
  w.act(find::Action{find::Type{"gloss", "Glossary"}});
  const auto hits = find::hits(w.model.find, w.model.shared);
  REQUIRE_FALSE(hits.empty());
  CHECK(hits[0].kind == find::Hit::Kind::glossary);
  w.act(Go{hits[0].place});
  const auto& page = std::get<course_page::State>(w.model.screen);
  CHECK(page.tab == course_page::Tab::glossary);
  w.act(course_page::Action{course_page::TypeQuery{"milk"}});
  CHECK(page.query == "milk");
  w.act(course_page::Action{course_page::ShowTerm{ConceptId("steeping")}});
  CHECK(page.query.empty());
  CHECK(page.chosen == ConceptId("steeping"));
}

TEST_CASE("a glance goes with Escape, with the next screen and with what covers the page") {
  World w;
  w.start_lesson();
  w.act(ShowPeek{oxidation(true)});
  REQUIRE(w.model.shared.peek);
  w.act(Back{});
  CHECK_FALSE(w.model.shared.peek);
  CHECK(w.in_lesson());
  w.act(ShowPeek{oxidation(false)});
  w.act(ShowOverlay{Overlay::keys});
  CHECK_FALSE(w.model.shared.peek);
  w.act(Back{});
  w.act(ShowPeek{oxidation(true)});
  w.act(HidePeek{});
  CHECK_FALSE(w.model.shared.peek);
  w.act(ShowPeek{oxidation(true)});
  w.act(OpenLink{"concept:oxidation"});
  CHECK_FALSE(w.model.shared.peek);
  CHECK(w.model.place.screen == ScreenName::course);
}

TEST_CASE("a picture is enlarged over the page until Escape") {
  World w;
  w.start_lesson();
  w.act(ShowPicture{"/course/leaf.png", "A leaf.", ""});
  CHECK(w.model.overlay == Overlay::picture);
  CHECK(w.model.enlarged.alt == "A leaf.");
  w.act(Back{});
  CHECK(w.model.overlay == Overlay::none);
  CHECK(w.in_lesson());
}

}  // namespace glossary_test
