// docs/format.md is true: every example loads, is drawn and is answered; every key is documented and shown by example.

#include <algorithm>

#include "app/format_page.h"
#include "app/walk.h"
#include "course/load.h"

namespace {

using test::Manner;
using test::Player;

/// What an example may leave out to stay short.
const std::set<std::string> kBrevity{"missing-because", "missing-explain", "missing-catalogue", "never-asked",
                                     "never-taught"};

/// A course of the page's examples on disk.
struct PageCourse {
  PageCourse() : missing(test::write_course(test::examples_of(test::read_format_page()), folder.path())) {}

  /// The course as the program read it.
  std::shared_ptr<const course::Course> opened_by(const Player& player) const {
    const auto& courses = player.model().shared.courses;
    const auto entry = std::find_if(courses.begin(), courses.end(), [&](const auto& one) {
      return one.course->folder == std::filesystem::canonical(folder.path());
    });
    REQUIRE(entry != courses.end());
    return entry->course;
  }

  test::TemporaryFolder folder;
  std::vector<std::string> missing;
};

}  // namespace

TEST_CASE("the format page: every example loads without a mistake") {
  const PageCourse page;
  CHECK(test::examples_of(test::read_format_page()).size() >= 12);
  INFO("files that examples name belong into tests/data/format");
  CHECK(page.missing == std::vector<std::string>{});
  for (const base::Diagnostic& finding : course::check(page.folder.path())) {
    if (kBrevity.count(finding.rule) != 0) continue;
    FAIL_CHECK(finding.file << ":" << finding.span.line << ": " << base::in_words(finding.message) << " ["
                            << finding.rule << "]");
  }
}

TEST_CASE("the format page: every key of the readers is documented, and shown by an example") {
  const std::string page = test::read_format_page();
  const test::Documented documented = test::documented_in(page);
  std::set<std::string> shown;
  for (const test::Example& example : test::examples_of(page)) shown.merge(test::keys_in(example.yaml));
  const std::set<std::string> keys = test::keys_of_readers();
  CHECK(keys.size() >= 70);
  for (const std::string& key : keys) {
    INFO("the key " << key);
    CHECK(documented.anywhere.count(key) == 1);
    CHECK(shown.count(key) == 1);
  }
  for (const std::string& key : documented.in_tables) {
    INFO("the page documents the key " << key << ", which no reader knows");
    CHECK(keys.count(key) == 1);
  }
}

TEST_CASE("the format page: every example is drawn and answered, wrong, right and not known") {
  const PageCourse page;
  Player player("en", {1280, 800}, 1, {page.folder.path()});
  test::begin_as_anna(player);
  const auto course = page.opened_by(player);
  CHECK(course->lessons.size() >= 10);
  for (const course::Lesson& lesson : course->lessons) {
    for (const Manner manner : {Manner::wrong, Manner::right, Manner::unknown})
      test::study_lesson(player, course->id, lesson.id, manner);
  }
}

TEST_CASE("the format page: every quiz is taken, and right answers earn all of its points") {
  namespace quiz = screens::quiz;
  const PageCourse page;
  Player player("en", {1280, 800}, 1, {page.folder.path()});
  test::begin_as_anna(player);
  const auto course = page.opened_by(player);
  CHECK(course->quizzes.size() >= 3);
  const auto state = [&]() -> const quiz::State& { return std::get<quiz::State>(player.model().screen); };
  for (const course::Quiz& each : course->quizzes) {
    INFO(each.id.str());
    player.go({screens::ScreenName::quiz, course->id, {}, {}, each.id});
    player.apply(quiz::Action{quiz::Begin{}});
    REQUIRE(state().page == quiz::Page::running);
    for (std::size_t i = 0; i < state().items.size(); ++i) {
      player.apply(quiz::Action{quiz::Show{i}});
      player.apply(quiz::Action{quiz::SetCertainty{i, learner::Certainty::fairly}});
      player.apply(quiz::Action{quiz::Edit{i, grading::right_response(state().items[i].question)}});
      test::check_texts(player, each.id.str() + ": " + state().items[i].question.id.str());
    }
    player.apply(quiz::Action{quiz::HandIn{true}});
    for (std::size_t i = 0; state().page == quiz::Page::marking && i < state().items.size(); ++i)
      player.apply(quiz::Action{quiz::Edit{i, grading::right_response(state().items[i].question)}});
    player.apply(quiz::Action{quiz::HandIn{true}});
    REQUIRE(state().page == quiz::Page::result);
    const auto* known = quiz::record_of(state(), player.model().shared);
    CHECK(learner::score(known->record.back().finish).share() == Approx(1));
    test::check_texts(player, each.id.str() + ": result");
  }
}
