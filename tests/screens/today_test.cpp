#include "screens/today.h"

#include "screens/fakes.h"
#include "screens/sample.h"

namespace today_test {

using namespace screens;
using learner::Reason;
using test::World;

namespace {

void finish(World& w, const char* course, const char* lesson) {
  w.go(ScreenName::lesson, course, lesson);
  test::study(w, 200);
  w.go(ScreenName::today);
}

std::vector<std::pair<std::string, Reason>> later(const World& w, std::size_t most) {
  std::vector<std::pair<std::string, Reason>> all;
  for (const today::Card& card : today::later_cards(w.model.shared, most))
    all.emplace_back(card.lesson.str(), card.reason);
  return all;
}

using Cards = std::vector<std::pair<std::string, Reason>>;

/// What is planned, to the end.
Cards plan(const World& w) {
  Cards all;
  if (const auto now = today::next_card(w.model.shared)) all.emplace_back(now->lesson.str(), now->reason);
  for (const auto& card : later(w, 20)) all.push_back(card);
  return all;
}

}  // namespace

TEST_CASE("nothing begun: the first lesson of the first course, then the courses in turn") {
  World w;
  w.start();
  CHECK(plan(w) == Cards{{"first", Reason::first},
                         {"beans", Reason::first},
                         {"third", Reason::stands_on},
                         {"second", Reason::next}});
}

TEST_CASE("a module without lessons is passed over, and each lesson comes once") {
  World w;
  w.start_lesson();
  CHECK(plan(w) == Cards{{"first", Reason::resume},
                         {"beans", Reason::first},
                         {"third", Reason::stands_on},
                         {"second", Reason::next}});
  finish(w, "tea", "first");
  CHECK(plan(w) == Cards{{"third", Reason::stands_on}, {"beans", Reason::first}, {"second", Reason::next}});
  finish(w, "tea", "third");
  CHECK(plan(w) == Cards{{"second", Reason::next}, {"beans", Reason::first}});
  finish(w, "tea", "second");
  CHECK(plan(w) == Cards{{"beans", Reason::first}});
  finish(w, "coffee", "beans");
  CHECK(plan(w).empty());
}

TEST_CASE("what is begun comes first, in whatever course, the latest before the others") {
  World w;
  w.start_lesson();
  w.go(ScreenName::lesson, "coffee", "beans");
  w.go(ScreenName::today);
  CHECK(plan(w)[0] == std::pair<std::string, Reason>{"beans", Reason::resume});
  CHECK(plan(w)[1] == std::pair<std::string, Reason>{"first", Reason::resume});
  finish(w, "coffee", "beans");
  CHECK(plan(w)[0] == std::pair<std::string, Reason>{"first", Reason::resume});
}

TEST_CASE("with nothing begun the course studied last goes on") {
  World w;
  w.start_lesson();
  w.go(ScreenName::lesson, "coffee", "beans");
  w.act(lesson::Action{lesson::Continue{}});
  finish(w, "tea", "first");
  finish(w, "coffee", "beans");
  CHECK(today::next_card(w.model.shared)->lesson == course::LessonId("third"));
}

TEST_CASE("only as many as asked for") {
  World w;
  w.start();
  for (std::size_t most = 0; most < 6; ++most)
    CHECK(today::later_cards(w.model.shared, most).size() == std::min<std::size_t>(most, 3));
}

TEST_CASE("a lesson with mistakes is not offered once its course is read, even if it was begun") {
  World w;
  w.start_lesson();
  w.go(ScreenName::today);
  w.library.broken.insert(course::LessonId("first"));
  w.act(w.library.read("en"));
  for (const auto& [lesson, reason] : plan(w)) CHECK(lesson != "first");
  CHECK(plan(w).size() == 3);
}

TEST_CASE("a card says how far one is and how long it still takes") {
  World w;
  w.start_lesson();
  test::study_until(w, "ranks");
  w.go(ScreenName::today);
  const auto card = today::next_card(w.model.shared);
  REQUIRE(card);
  CHECK(card->title == "First leaves");
  CHECK(card->step == 10);
  CHECK(card->steps == 17);
  CHECK(card->minutes_left == 5);
  w.go(ScreenName::lesson, card->course->id.str().c_str(), card->lesson.str().c_str());
  CHECK(lesson::step_number(w.lesson()) == card->step + 1);
}

TEST_CASE("the title is there in the first frame, before the courses are read") {
  World first;
  first.start_lesson();
  World w(first.disk);
  w.model = start(w.services, "en");
  CHECK(today::next_card(w.model.shared)->title == "First leaves");
}

TEST_CASE("no course, no card") {
  World w;
  w.library.empty = true;
  w.start();
  CHECK_FALSE(today::next_card(w.model.shared));
  CHECK(today::later_cards(w.model.shared, 3).empty());
  CHECK(today::weakest(w.model.shared, 3).empty());
}

TEST_CASE("the week counts what was done on each local day") {
  World w;
  w.start_lesson();
  test::study(w, 2);  // the pretest: an answer, and two steps left behind
  w.clock.advance(std::chrono::hours(48));
  test::study(w, 1);
  CHECK(today::week(w.model.shared) == std::vector<int>{0, 0, 0, 0, 3, 0, 1});
  w.clock.set_offset(std::chrono::hours(-1));  // an hour before midnight there
  w.act(Tick{});
  CHECK(today::week(w.model.shared) == std::vector<int>{0, 0, 0, 0, 0, 3, 0});
}

TEST_CASE("only concepts one was asked about can be worth another look, the weakest first") {
  World w;
  w.start_lesson();
  CHECK(today::weakest(w.model.shared, 5).empty());
  test::study_until(w, "most");
  for (const std::size_t wrong : {1, 2}) {
    w.act(lesson::Action{lesson::Edit{course::StepId("most"), grading::ChoicesResponse{{wrong}}}});
    w.act(lesson::Action{lesson::Continue{}});
    w.act(lesson::Action{lesson::Continue{}});
  }
  auto weak = today::weakest(w.model.shared, 5);
  REQUIRE(weak.size() == 1);
  CHECK(weak[0].id == course::ConceptId("oxidation"));
  const double wrong_alone = weak[0].recall;
  CHECK(wrong_alone < 0.9);
  test::study_until(w, "gaps");
  weak = today::weakest(w.model.shared, 5);
  if (!weak.empty()) CHECK(weak[0].recall > wrong_alone);
  CHECK(today::weakest(w.model.shared, 0).empty());
}

TEST_CASE("the day is greeted by its part") {
  World w;
  w.start();
  const auto at = [&](int hour) {
    w.model.shared.now = base::TimePoint(std::chrono::hours(24 * 20000 + hour));
    return day_part(w.model.shared);
  };
  CHECK(at(3) == DayPart::evening);
  CHECK(at(4) == DayPart::morning);
  CHECK(at(12) == DayPart::afternoon);
  CHECK(at(18) == DayPart::evening);
}

}  // namespace today_test
