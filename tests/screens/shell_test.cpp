#include "screens/shell.h"

#include "screens/fakes.h"
#include "screens/sample.h"

namespace shell_test {

using namespace screens;
using test::World;
using Act = lesson::Action;

namespace {

const course::CourseId tea("tea");
const Place today{ScreenName::today, {}, {}, {}};

Place lesson_place(const char* lesson = "first") { return {ScreenName::lesson, tea, course::LessonId(lesson), {}}; }

}  // namespace

TEST_CASE("the first start leads into the first lesson") {
  World w;
  w.start("fr");
  CHECK(w.model.place.screen == ScreenName::first_start);
  w.act(first_start::Action{first_start::TypeName{"  Anna "}});
  w.act(first_start::Action{first_start::Begin{}});
  CHECK(w.model.place == lesson_place());
  CHECK(w.lesson().lesson->title == "Premières feuilles");
  CHECK(w.model.shared.profile.name == "Anna");
  CHECK(w.disk.profiles.at(w.history.profile).settings.language == "fr");
  CHECK(test::count<learner::LessonOpened>(w.events()) == 1);
  w.act(Back{});
  CHECK(w.model.place == today);
}

TEST_CASE("the first start can be in another language, without a name, and without any course") {
  World w;
  w.start("en");
  w.act(first_start::Action{first_start::SetLanguage{"fr"}});
  CHECK(w.library.asked.back() == "fr");
  w.library.empty = true;
  w.act(w.library.read("fr"));
  w.act(first_start::Action{first_start::Begin{}});
  CHECK(w.model.place == today);
  CHECK(w.model.shared.settings.language == "fr");
  CHECK(w.model.shared.profile.name.empty());
  CHECK(w.history.settings.calls() == 1);
}

TEST_CASE("from the first start nothing but its beginning leads on") {
  World w;
  w.start();
  for (const auto screen : {ScreenName::today, ScreenName::settings, ScreenName::lesson}) w.go(screen, "tea", "first");
  w.act(Back{});
  w.act(settings::Action{settings::SetTheme{ThemeChoice::dark}});
  CHECK(w.model.place.screen == ScreenName::first_start);
  CHECK(w.history.appends.calls() == 0);
  CHECK(w.model.shared.notices.empty());
  w.act(first_start::Action{first_start::Begin{}});
  CHECK(w.disk.profiles.at(w.history.profile).settings.theme == ThemeChoice::dark);
  w.go(ScreenName::first_start);
  CHECK(w.model.place == today);
}

TEST_CASE("a first start that the disk refuses stays, says so, and leaves no second profile behind") {
  World w;
  w.start();
  w.act(first_start::Action{first_start::TypeName{"Anna"}});
  w.accounts.creates.refuse(base::Refusal::disk_full, 1);
  w.act(first_start::Action{first_start::Begin{}});
  CHECK(w.notice(Notice::Kind::profile_failed));
  w.accounts.opens.refuse(base::Refusal::disk_full, 1);
  w.act(first_start::Action{first_start::Begin{}});
  CHECK(w.model.place.screen == ScreenName::first_start);
  CHECK(std::get<first_start::State>(w.model.screen).name == "Anna");
  w.act(first_start::Action{first_start::Begin{}});
  CHECK(w.model.place == lesson_place());
  CHECK(w.accounts.all().size() == 1);
}

TEST_CASE("the next start opens the profile used last, on Today") {
  World first;
  first.start_lesson();
  first.act(Quit{});
  CHECK(first.desktop.quits == 1);
  World w(first.disk);
  w.start("fr");
  CHECK(w.model.place == today);
  CHECK(w.model.shared.profile.name == "Anna");
  CHECK(w.model.shared.settings.language == "en");
  CHECK(w.model.shared.progress.lesson(tea, course::LessonId("first")) != nullptr);
}

TEST_CASE("a profile that cannot be opened at the start is told of, and another can be chosen") {
  for (const auto why : {base::Refusal::too_new, base::Refusal::busy}) {
    World first;
    first.start_lesson();
    World w(first.disk);
    w.accounts.opens.refuse(why, 1);
    w.start();
    CHECK(w.model.place.screen == ScreenName::profiles);
    CHECK(w.notice(why == base::Refusal::too_new ? Notice::Kind::too_new : Notice::Kind::profile_failed));
    w.act(SwitchProfile{learner::ProfileId("profile-1")});
    CHECK(w.model.place == today);
    CHECK(w.model.shared.profile.name == "Anna");
  }
}

TEST_CASE("back leads the way one came, and ends on Today") {
  World w;
  w.start_lesson();
  w.go(ScreenName::today);
  w.go(ScreenName::courses);
  w.go(ScreenName::course, "tea");
  w.go(ScreenName::course, "tea");  // again: no second step
  w.act(Act{lesson::Continue{}});   // belongs to another screen
  w.go(ScreenName::lesson, "tea", "second");
  for (const auto expected : {ScreenName::course, ScreenName::courses, ScreenName::today, ScreenName::lesson,
                              ScreenName::today, ScreenName::today}) {
    w.act(Back{});
    CHECK(w.model.place.screen == expected);
    CHECK(test::agree(w.model));
  }
}

TEST_CASE("back closes what lies over the screen first") {
  World w;
  w.start_lesson();
  w.act(ShowOverlay{Overlay::find});
  w.act(find::Action{find::Type{"leaf"}});
  w.act(Back{});
  CHECK(w.model.overlay == Overlay::none);
  CHECK(w.model.place == lesson_place());
  w.act(ShowOverlay{Overlay::find});
  CHECK(w.model.find.query.empty());
  w.go(ScreenName::courses);
  CHECK(w.model.overlay == Overlay::none);
}

TEST_CASE("back from the summary leads to where the lesson was opened, and never shows the same again") {
  World w;
  w.start_lesson();
  w.go(ScreenName::course, "tea");
  w.go(ScreenName::lesson, "tea", "second");
  test::study(w, 50);
  CHECK(w.model.place.screen == ScreenName::summary);
  w.go(ScreenName::lesson, "tea", "second");
  w.act(Act{lesson::Restart{}});
  test::study(w, 50);
  CHECK(w.model.place.screen == ScreenName::summary);
  w.act(Back{});
  CHECK(w.model.place.screen == ScreenName::course);
}

TEST_CASE("the way back does not grow without end") {
  World w;
  w.start_lesson();
  for (int i = 0; i < 200; ++i) w.go(i % 2 == 0 ? ScreenName::today : ScreenName::courses);
  CHECK(w.model.back.size() <= 50);
}

TEST_CASE("places that are not there lead to what is nearest, with a word why") {
  World w;
  w.start_lesson();
  w.go(ScreenName::course, "gone");
  CHECK(w.model.place == today);
  w.go(ScreenName::lesson, "gone", "first");
  CHECK(w.model.place == today);
  w.go(ScreenName::lesson, "tea", "gone");
  CHECK(w.model.place.screen == ScreenName::course);
  REQUIRE(w.notice(Notice::Kind::lesson_broken));
  CHECK(w.notice(Notice::Kind::lesson_broken)->detail == "gone");
  CHECK(test::agree(w.model));
}

TEST_CASE("a lesson without steps cannot be opened") {
  World w;
  w.start_lesson();
  CoursesRead read = w.library.read("en");
  auto course = std::make_shared<course::Course>(test::tea_course("en"));
  course->lessons[1].steps.clear();
  course->lessons[1].sections.clear();
  read.courses[0].course = course;
  w.act(read);
  w.go(ScreenName::lesson, "tea", "second");
  CHECK(w.model.place.screen == ScreenName::course);
}

TEST_CASE("a glance elsewhere comes back to the section one was looking at") {
  World w;
  w.start_lesson();
  w.act(Act{lesson::ShowSection{2}});
  w.act(OpenLink{"concept:oxidation"});
  CHECK(w.model.place.screen == ScreenName::course);
  CHECK(w.model.place.concept_id == course::ConceptId("oxidation"));
  CHECK(std::get<course_page::State>(w.model.screen).tab == course_page::Tab::concepts);
  w.act(Back{});
  CHECK(w.lesson().section == 2);
  w.go(ScreenName::lesson, "tea", "second");  // another lesson has a place of its own
  CHECK(w.lesson().section == 0);
}

TEST_CASE("links: the web opens outside, anything else is refused with a word") {
  World w;
  w.start_lesson();
  w.act(OpenLink{"https://example.org/a"});
  CHECK(w.desktop.opened == std::vector<std::string>{"https://example.org/a"});
  for (const char* target : {"file:///etc/passwd", "javascript:1", "", "/bin/sh", "HTTPS"}) {
    w.act(OpenLink{target});
    REQUIRE(w.notice(Notice::Kind::cannot_open));
    CHECK(w.notice(Notice::Kind::cannot_open)->detail == target);
  }
  CHECK(w.desktop.opened.size() == 1);
  w.desktop.opens.refuse(base::Refusal::not_found);
  w.act(OpenLink{"http://example.org"});
  CHECK(w.notice(Notice::Kind::cannot_open)->detail == "http://example.org");
}

TEST_CASE("notices are dismissed one by one") {
  World w;
  w.start_lesson();
  w.act(OpenLink{"nothing"});
  w.go(ScreenName::lesson, "tea", "gone");
  REQUIRE(w.model.shared.notices.size() == 2);
  w.act(DismissNotice{w.notice(Notice::Kind::cannot_open)->serial});
  w.act(DismissNotice{999});
  CHECK(w.model.shared.notices.size() == 1);
  CHECK(w.notice(Notice::Kind::lesson_broken));
}

TEST_CASE("screen and place agree, whatever is done in whatever order") {
  REQUIRE(rc::check([] {
    World w;
    w.start_lesson();
    (void)w.accounts.create("Ben");
    const auto numbers = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000));
    for (const int n : numbers) {
      const char* lessons[] = {"first", "second", "third", "gone"};
      switch (n % 16) {
        case 0: w.go(static_cast<ScreenName>(n / 16 % 8), "tea", lessons[n % 4]); break;
        case 1: w.go(ScreenName::lesson, n % 3 == 0 ? "coffee" : "tea", lessons[n / 16 % 4]); break;
        case 2: w.act(Back{}); break;
        case 3: w.act(ShowOverlay{static_cast<Overlay>(n % 3)}); break;
        case 4: w.act(SwitchProfile{learner::ProfileId("profile-" + std::to_string(n % 3))}); break;
        case 5:
          w.library.empty = n % 5 == 0;
          w.act(w.library.read(n % 2 == 0 ? "en" : "fr"));
          break;
        case 6: w.act(settings::Action{settings::SetLanguage{n % 3 == 0 ? "fr" : "en"}}); break;
        case 7: w.act(settings::Action{settings::AskDelete{}}); break;
        case 8: w.act(settings::Action{settings::DeleteData{}}); break;
        case 9:
          w.act(profiles::Action{profiles::Create{}});
          w.act(profiles::Action{profiles::TypeName{"C"}});
          break;
        case 10: w.accounts.opens.refuse(base::Refusal::busy, n % 2); break;
        case 11: w.act(first_start::Action{first_start::Begin{}}); break;
        case 12:
          w.act(find::Action{find::Move{n - 500}});
          w.wait(std::chrono::seconds(n % 9));
          break;
        case 13: w.library.broken = {course::LessonId(lessons[n % 4])}; break;
        default:
          if (w.in_lesson()) test::study(w, 1 + n % 40);
      }
      RC_ASSERT(test::agree(w.model));
      RC_ASSERT((w.model.place.screen == ScreenName::first_start) <= w.model.shared.profile.id.empty());
    }
  }));
}

}  // namespace shell_test
