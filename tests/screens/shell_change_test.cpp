// What may change under a screen: the language, the courses, the profile.

#include "screens/fakes.h"
#include "screens/sample.h"
#include "screens/shell.h"

namespace shell_change_test {

using namespace screens;
using course::StepId;
using test::World;
using Act = lesson::Action;
using Phase = QuestionState::Phase;

namespace {

const Place today{ScreenName::today, {}, {}, {}};

void type(World& w, const char* step, const char* words) {
  w.act(Act{lesson::Edit{StepId(step), grading::AnswersResponse{words}}});
}

std::string typed(const World& w, const char* step) {
  const auto& state = std::get<lesson::State>(w.model.screen);
  return std::get<grading::AnswersResponse>(state.questions.at(StepId(step)).response).typed;
}

}  // namespace

TEST_CASE("another language during a lesson keeps the place, the answers and what is typed") {
  World w;
  w.start_lesson();
  test::study_until(w, "name");
  type(w, "name", "oxyda");
  w.act(Act{lesson::RevealText{StepId("secret")}});
  SECTION("from the lesson itself") { w.act(settings::Action{settings::SetLanguage{"fr"}}); }
  SECTION("in the settings") {
    w.go(ScreenName::settings);
    w.act(settings::Action{settings::SetLanguage{"fr"}});
    w.act(Back{});
  }
  CHECK(w.library.asked.back() == "fr");
  CHECK(w.lesson().lesson->title == "Premières feuilles");
  CHECK(w.lesson().section == 1);
  CHECK(w.lesson().revealed.size() == 1);
  CHECK(lesson::open_question(w.lesson())->id == StepId("name"));
  CHECK(typed(w, "name") == "oxyda");
  CHECK(w.answer("most").phase == Phase::done);
  CHECK(w.disk.profiles.at(w.history.profile).settings.language == "fr");

  type(w, "name", "oxydation");
  w.act(Act{lesson::Continue{}});
  CHECK(w.answer("name").earned == 1);
  w.act(settings::Action{settings::SetLanguage{"en"}});
  CHECK(w.answer("name").phase == Phase::done);
  CHECK(w.answer("name").verdict.outcome == grading::Outcome::right);
  test::study(w, 100);
  CHECK(w.model.place.screen == ScreenName::summary);
}

TEST_CASE("courses that arrive late leave a lesson as it is; in the wrong language they are passed over") {
  World w;
  w.model = start(w.services, "en");
  w.act(first_start::Action{first_start::Begin{}});
  test::study_until(w, "name");  // still with outlines alone
  type(w, "name", "oxi");
  const auto* shown = w.lesson().lesson.get();
  CHECK_FALSE(w.model.shared.courses[0].whole);
  w.act(w.library.read("fr"));
  CHECK_FALSE(w.model.shared.courses[0].whole);
  w.act(w.library.read("en"));
  CHECK(w.model.shared.courses[0].whole);
  CHECK(w.lesson().lesson.get() == shown);
  CHECK(typed(w, "name") == "oxi");

  SECTION("a lesson that turns out broken stays on screen while it is studied") {
    w.library.broken.insert(course::LessonId("first"));
    w.act(w.library.read("en"));
    CHECK(typed(w, "name") == "oxi");
  }
  SECTION("and so does one whose course has gone") {
    w.library.empty = true;
    w.act(w.library.read("en"));
    CHECK(typed(w, "name") == "oxi");
    test::study(w, 100);
    CHECK(test::agree(w.model));
    CHECK(test::count<learner::LessonFinished>(w.events()) == 1);
  }
}

TEST_CASE("a course that has gone is no longer on screen") {
  World w;
  w.start_lesson();
  w.go(ScreenName::course, "tea");
  w.library.empty = true;
  w.act(w.library.read("en"));
  CHECK(w.model.place == today);
  CHECK(test::agree(w.model));
}

TEST_CASE("courses that arrive under an open overlay leave it open") {
  World w;
  w.start_lesson();
  test::study(w, 100);
  w.act(ShowOverlay{Overlay::find});
  w.act(w.library.read("en"));
  CHECK(w.model.overlay == Overlay::find);
  CHECK(w.model.place.screen == ScreenName::summary);
}

TEST_CASE("each profile has its own history, settings and unfinished input") {
  World w;
  w.start_lesson();
  test::study_until(w, "name");
  type(w, "name", "mine");
  w.act(settings::Action{settings::SetTheme{ThemeChoice::dark}});
  const learner::ProfileId ben = w.accounts.create("Ben")->id;
  w.act(SwitchProfile{ben});
  CHECK(w.model.place == today);
  CHECK(w.model.back.empty());
  CHECK(w.model.shared.profile.name == "Ben");
  CHECK(w.model.shared.settings.theme == ThemeChoice::light);
  CHECK(w.model.shared.drafts.empty());
  w.go(ScreenName::lesson, "tea", "first");
  CHECK(w.lesson().frontier == 0);
  CHECK(w.lesson().section == 0);
  w.act(SwitchProfile{learner::ProfileId("profile-1")});
  w.go(ScreenName::lesson, "tea", "first");
  CHECK(typed(w, "name") == "mine");
  CHECK(w.model.shared.settings.theme == ThemeChoice::dark);
  CHECK(test::count<learner::LessonOpened>(w.disk.profiles.at(ben).events) == 1);
}

TEST_CASE("a profile that cannot be opened leaves everything as it is") {
  World w;
  w.start_lesson();
  test::study_until(w, "name");
  type(w, "name", "mine");
  const learner::ProfileId ben = w.accounts.create("Ben")->id;
  w.accounts.opens.refuse(base::Refusal::damaged);
  w.act(SwitchProfile{ben});
  CHECK(w.notice(Notice::Kind::profile_failed));
  CHECK(w.model.shared.profile.name == "Anna");
  CHECK(typed(w, "name") == "mine");
  CHECK(test::agree(w.model));
  w.go(ScreenName::profiles);
  w.act(SwitchProfile{ben});
  CHECK(w.model.place.screen == ScreenName::profiles);
  CHECK(test::agree(w.model));
}

TEST_CASE("input that the disk refused waits for its owner, and never reaches another's history") {
  World w;
  w.start_lesson();
  test::study_until(w, "name");
  type(w, "name", "mine");
  const learner::ProfileId ben = w.accounts.create("Ben")->id;
  w.history.drafts.refuse(base::Refusal::disk_full);
  w.act(SwitchProfile{ben});
  w.history.drafts.accept();
  w.wait(std::chrono::seconds(20));
  CHECK(w.disk.profiles.at(ben).drafts.empty());
  w.act(SwitchProfile{learner::ProfileId("profile-1")});
  w.go(ScreenName::lesson, "tea", "first");
  CHECK(typed(w, "name") == "mine");
  w.wait(std::chrono::seconds(1));
  CHECK(w.disk.profiles.at(learner::ProfileId("profile-1")).drafts.size() == 1);
}

TEST_CASE("quitting with input that cannot be written says so first, and quits when asked again") {
  World w;
  w.start_lesson();
  test::study_until(w, "name");
  type(w, "name", "mine");
  w.history.drafts.refuse(base::Refusal::disk_full);
  w.act(Quit{});
  CHECK(w.desktop.quits == 0);
  CHECK(w.notice(Notice::Kind::not_saved));
  CHECK(typed(w, "name") == "mine");
  w.act(Quit{});
  CHECK(w.desktop.quits == 1);
}

TEST_CASE("what was found when a profile was opened is told") {
  World w;
  w.start_lesson();
  w.disk.profiles.begin()->second.read_only = true;
  w.start();
  CHECK(w.notice(Notice::Kind::read_only));
  w.go(ScreenName::lesson, "tea", "second");
  CHECK(w.notice(Notice::Kind::read_only));
  CHECK_FALSE(w.notice(Notice::Kind::not_saved));
}

}  // namespace shell_change_test
