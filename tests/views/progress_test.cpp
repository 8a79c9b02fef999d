// Progress under synthetic hands: what it says, what its buttons ask for, and that words keep their places.
#include "views/progress.h"

#include <memory>

#include "base/random.h"
#include "reviews/history.h"
#include "support/test.h"
#include "ui/testing/robot.h"
#include "views/views.h"

namespace progress_view_test {

using namespace screens;
using memory::Grade;
using progress::Figure;
using progress::State;
using ui::Key;

constexpr int kQuestions = 24;

std::shared_ptr<const course::Course> tea() {
  auto made = std::make_shared<course::Course>();
  made->id = course::CourseId("tea");
  made->title = "Tea";
  made->concepts.resize(3);
  const char* names[] = {"Oxidation", "Steaming", "=1+1"};
  for (std::size_t i = 0; i < 3; ++i) {
    made->concepts[i].id = course::ConceptId("c" + std::to_string(i));
    made->concepts[i].name = names[i];
    if (i > 0) made->concepts[i].needs = {made->concepts[i - 1].id};
  }
  course::Lesson& lesson = made->lessons.emplace_back();
  lesson.id = course::LessonId("leaf");
  for (int i = 0; i < kQuestions; ++i) {
    course::Question question;
    question.id = course::QuestionId("q" + std::to_string(i));
    question.ask = "Which *tea* is number " + std::to_string(i) + "?";
    question.concepts = {made->concepts[static_cast<std::size_t>(i % 2)].id};
    question.kind = course::Choices{{{true, "This", ""}, {false, "That", ""}}, false};
    lesson.steps.push_back({course::StepId(question.id.str()), std::move(question)});
  }
  return made;
}

/// Somebody who has answered for some weeks what was due, now and then wrongly.
struct Studied {
  test::History history;
  Shared shared;
  State state;

  explicit Studied(int weeks = 8) {
    base::Random random(3);
    for (int day = 0; day < weeks * 7; ++day) {
      for (int i = 0; i < kQuestions; ++i) {
        if (random.below(6) > 0) continue;
        const std::string name = "q" + std::to_string(i);
        const auto card = history.card(name.c_str());
        const Grade grade = random.below(8) == 0 ? Grade::again : static_cast<Grade>(2 + random.below(3));
        if (card == reviews::kNone) {
          history.answered(name.c_str(), grade, std::chrono::seconds(20));
        } else {
          const double recall = *history.reviews.recall(card, history.now);
          history.happens(learner::Foretold{course::QuestionId(name), recall, 1});
          history.reviewed(name.c_str(), grade, std::chrono::days(1 + random.below(30)));
        }
        history.now += std::chrono::minutes(1);
      }
      history.now += test::kDay;
    }
    shared.now = history.now;
    shared.reviews = history.reviews;
    for (const learner::Event& event : history.events) shared.progress.apply(event);
    shared.courses.push_back({tea(), true, 0, {}});
    state = progress::open(shared);
    while (!state.numbers.cost.done()) progress::advance(state, shared);
  }
};

/// The screen in a page that scrolls, as the shell has it.
struct Page {
  explicit Page(Studied& who, ui::Vec size = {1000, 2600}, float scale = 1)
      : robot(
            [&who, this](ui::Frame& f) {
              f.scroll("page", {0, 0, f.size().x, f.size().y},
                       [&] { f.pad(ui::Space::xl, [&] { views::progress(who.state, who.shared, f, actions); }); });
            },
            size, scale) {
    robot.settle();
    robot.context().wait_for_loading();
    robot.settle();
  }
  /// What was asked for since the last call, of this kind.
  template <class What>
  std::optional<What> asked() {
    std::optional<What> found;
    for (const Action& action : actions) {
      if (const auto* own = std::get_if<progress::Action>(&action)) {
        if (const auto* what = std::get_if<What>(own)) found = *what;
      }
    }
    actions.clear();
    return found;
  }
  views::Actions actions;
  ui::testing::Robot robot;
};

text::Translator french() {
  base::Diagnostics diagnostics;
  const std::string po = test::read(test::source_dir() / "assets" / "i18n" / "fr.po");
  return {"fr", std::make_shared<text::Catalogue>(text::Catalogue::parse(po, "fr.po", diagnostics))};
}

TEST_CASE("before anything was answered, progress invites to a lesson") {
  Studied nobody(0);
  Page page(nobody);
  CHECK(page.robot.shows("Choose a lesson"));
  CHECK_FALSE(page.robot.shows("Days of study"));
  REQUIRE(page.robot.click("page/nothing"));
  REQUIRE(page.actions.size() == 1);
  CHECK(std::get<Go>(page.actions[0]).place.screen == ScreenName::courses);
}

TEST_CASE("all figures are there, each with its sentence") {
  Studied who;
  Page page(who);
  for (const char* words : {"Memory today", "goal 90%", "Known for > 21 days", "This week", "Predicted v. actual",
                            "Days of study", "Does the model know you?", "Concepts", "What comes back",
                            "Better than your average?", "How a question is forgotten", "What a goal costs"})
    CHECK(page.robot.shows(words));
  for (const Figure figure : progress::kFigures) {
    if (figure == Figure::overview) continue;
    INFO(progress::name_of(figure));
    CHECK(views::figure_meaning(figure, who.state, who.shared, {}).size() > 30);
    CHECK_FALSE(views::figure_table(figure, who.state, who.shared, {}).rows.empty());
  }
}

TEST_CASE("buttons ask for the table and for the file, by mouse and by keys alone") {
  Studied who;
  Page page(who);
  for (const Figure figure : progress::kFigures) {
    const std::string name = progress::name_of(figure);
    INFO(name);
    REQUIRE(page.robot.click("page/" + name + "/table"));
    const auto toggled = page.asked<progress::ToggleTable>();
    REQUIRE(toggled);
    CHECK(toggled->figure == figure);
    REQUIRE(page.robot.click("page/" + name + "/csv"));
    const auto saved = page.asked<progress::Export>();
    REQUIRE(saved);
    CHECK(saved->figure == figure);
    CHECK(saved->csv == views::figure_csv(views::figure_table(figure, who.state, who.shared, {})));
  }
  for (int tabs = 0; tabs < 40 && page.robot.focused() != "page/cost/table"; ++tabs) page.robot.press(Key::tab);
  CHECK(page.robot.focused() == "page/cost/table");
  page.robot.press(Key::enter);
  REQUIRE(page.asked<progress::ToggleTable>());
  page.robot.press(Key::t);
  CHECK(page.asked<progress::ToggleTables>());
}

TEST_CASE("a table shows the numbers of its picture, and a file is safe to open") {
  Studied who;
  who.state.tables = {std::begin(progress::kFigures), std::end(progress::kFigures)};
  Page page(who, {1000, 6000});
  CHECK(page.robot.shows("Log loss"));
  CHECK(page.robot.shows("Recall before it"));
  CHECK(page.robot.shows("and 16 more rows"));
  const auto csv = views::figure_csv(views::figure_table(Figure::concepts, who.state, who.shared, {}));
  CHECK(csv.find("Concept,Recall today,Questions answered,Questions\r\nOxidation,0.") == 0);
  CHECK(csv.find("'=1+1,,,\r\n") != std::string::npos);
  const auto days = views::figure_csv(views::figure_table(Figure::days, who.state, who.shared, french()));
  CHECK(days.find("\r\n2026-02-") != std::string::npos);
}

TEST_CASE("a concept on the map leads to it") {
  Studied who;
  Page page(who);
  if (!page.robot.has("page/concepts/map/0")) return;  // no Graphviz here
  CHECK(page.robot.shows("Oxidation"));
  REQUIRE(page.robot.click("page/concepts/map/0"));
  REQUIRE(page.actions.size() == 1);
  const Place place = std::get<Go>(page.actions[0]).place;
  CHECK(place.screen == ScreenName::course);
  CHECK(place.concept_id == course::ConceptId("c0"));
}

TEST_CASE("a question is looked for by typing and opened by a click or by keys") {
  Studied who;
  Page page(who);
  REQUIRE(page.robot.click("page/forgetting-curve/query"));
  page.robot.type("7");
  const auto typed = page.asked<progress::TypeQuery>();
  REQUIRE(typed);
  CHECK(typed->query == "7");
  REQUIRE(page.robot.click("page/forgetting-curve/question-2"));
  const auto opened = page.asked<progress::OpenQuestion>();
  REQUIRE(opened);
  CHECK(opened->question == who.state.found[2].ref);
}

TEST_CASE("words keep their places in small windows, in large letters, in French") {
  Studied who;
  for (const bool tables : {false, true}) {
    who.state.tables.clear();
    if (tables) who.state.tables = {std::begin(progress::kFigures), std::end(progress::kFigures)};
    for (const auto& [width, scale] : {std::pair{800.0f, 1.0f}, std::pair{800.0f, 1.5f}, std::pair{1280.0f, 1.0f}}) {
      for (const bool in_french : {false, true}) {
        INFO(width << " × " << scale << (in_french ? " fr" : " en") << (tables ? " tables" : ""));
        Page page(who, {width, 9000}, scale);
        if (in_french) {
          page.robot.info.words = french();
          page.robot.settle();
          page.robot.context().wait_for_loading();
          page.robot.settle();
        }
        CHECK(page.robot.record().overlaps() == std::vector<std::string>{});
        CHECK(page.robot.record().clipped() == std::vector<std::string>{});
      }
    }
  }
}

TEST_CASE("what figures mean follows the numbers") {
  Studied who(2);
  const auto tile = [&] { return views::tiles(who.state, who.shared, {})[3]; };
  reviews::Latest& latest = who.state.numbers.calibration.latest;
  latest = {0.902, 0.911, 0.01, 400};
  CHECK(tile().value == "90.2 / 91.1%");
  CHECK(tile().beside == "last 400 answers");
  CHECK(tile().meaning == "They differ by no more than chance does: the predictions hold.");
  latest.actual = 0.95;
  CHECK(tile().meaning == "You know more than the model thinks: it asks a little too early.");
  latest.actual = 0.8;
  CHECK(tile().meaning == "You know less than the model thinks: it asks a little too late.");
  latest.answers = 5;
  CHECK(tile().meaning == "So few answers say little: wait for some more.");
  latest.answers = 0;
  CHECK(tile().value == "–");
  reviews::LogLoss& loss = who.state.numbers.calibration.loss;
  const auto said = [&] { return views::figure_meaning(Figure::loss, who.state, who.shared, {}); };
  loss = {0.3, 0.4, 0.45, 0.01, 0.01, 500};
  CHECK(said().find("surprise the model 25% less") != std::string::npos);
  loss.model = 0.5;
  CHECK(said().find("surprise the model 25% more") != std::string::npos);
  loss.model = 0.39;
  CHECK(said().find("within chance") != std::string::npos);
  CHECK(views::time_words(std::chrono::minutes(112), {}) == "1\u00a0h\u00a052");
  CHECK(views::time_words(std::chrono::minutes(60), {}) == "1\u00a0h\u00a000");
  CHECK(views::time_words(std::chrono::seconds(40), {}) == "40\u00a0s");
  CHECK(views::time_words(std::chrono::seconds(140), {}) == "2\u00a0min");
}

}  // namespace progress_view_test
