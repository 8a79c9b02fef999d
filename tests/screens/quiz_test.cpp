#include "screens/quiz.h"

#include "course/draw.h"
#include "screens/fakes.h"
#include "screens/sample.h"

namespace quiz_test {

using namespace screens;
using quiz::MainButton;
using quiz::Mark;
using quiz::Page;
using test::World;
using namespace std::chrono_literals;

namespace {

/// Anna before a quiz of the tea course.
struct Sitting {
  explicit Sitting(const char* quiz) : id(quiz) {
    w.start_lesson();
    open();
  }
  /// The program again on the same disk, as after a crash: the old one was told nothing.
  Sitting(const Sitting& before, const char* quiz) : w(before.w.disk), id(quiz) {
    w.clock.set(before.w.clock.now());
    w.start();
    open();
  }

  void open() { w.act(Go{{ScreenName::quiz, course::CourseId("tea"), {}, {}, course::QuizId(id)}}); }
  void act(const quiz::Action& action) { w.act(action); }
  const quiz::State& state() const { return std::get<quiz::State>(w.model.screen); }
  const quiz::Item& item() const { return state().items[state().at]; }
  std::size_t index(const char* question) const {
    for (std::size_t i = 0; i < state().items.size(); ++i) {
      if (state().items[i].question.id.str() == question) return i;
    }
    FAIL("no question " << question);
    return 0;
  }
  void type_right() { act(quiz::Edit{state().at, grading::right_response(item().question)}); }
  void type_wrong() { act(quiz::Edit{state().at, test::wrong_response(item().question)}); }
  void type_wrong(const char* question) {
    const std::size_t at = index(question);
    act(quiz::Edit{at, test::wrong_response(state().items[at].question)});
  }
  const learner::QuizProgress& known() const {
    return *w.model.shared.progress.quiz(course::CourseId("tea"), course::QuizId(id));
  }

  World w;
  const char* id;
};

template <class What>
const What& last(const World& w) {
  const What* found = nullptr;
  for (const learner::Event& event : w.events()) {
    if (const auto* what = std::get_if<What>(&event.what)) found = what;
  }
  REQUIRE(found != nullptr);
  return *found;
}

void check_same(const quiz::State& a, const quiz::State& b) {
  CHECK(a.page == b.page);
  CHECK(a.at == b.at);
  CHECK(a.start == b.start);
  REQUIRE(a.items.size() == b.items.size());
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    INFO(a.items[i].question.id.str());
    CHECK(a.items[i].answer.response == b.items[i].answer.response);
    CHECK(a.items[i].answer.shown == b.items[i].answer.shown);
    CHECK(a.items[i].answer.attempt == b.items[i].answer.attempt);
    CHECK(a.items[i].answer.earned == b.items[i].answer.earned);
    CHECK(a.items[i].answer.phase == b.items[i].answer.phase);
    CHECK(a.items[i].answer.gave_up == b.items[i].answer.gave_up);
    CHECK(a.items[i].flagged == b.items[i].flagged);
    CHECK(a.items[i].touched == b.items[i].touched);
  }
}

}  // namespace

TEST_CASE("a quiz begins with its questions drawn, and the draw is in the history") {
  Sitting s("air");
  REQUIRE(s.state().page == Page::start);
  CHECK(s.state().questions == 4);
  CHECK(s.w.events().size() > 0);
  s.act(quiz::Begin{});
  REQUIRE(s.state().page == Page::running);
  const auto& started = last<learner::QuizStarted>(s.w);
  CHECK(started.run == 1);
  CHECK(started.drawn.size() == 4);
  CHECK(started.drawn == course::draw(s.state().quiz, *s.state().course, started.seed));
  CHECK(s.state().items[s.index("third-question")].points == 3);
  CHECK(s.state().items[s.index("most")].question.hints.empty());
}

TEST_CASE("with feedback at once each answer is checked, kept, and counted with its points") {
  Sitting s("air");
  s.act(quiz::Begin{});
  CHECK(quiz::main_button(s.state()).button == MainButton::check);
  CHECK_FALSE(quiz::main_button(s.state()).enabled);
  s.type_wrong();
  s.act(quiz::Continue{});
  CHECK(s.item().answer.phase == QuestionState::Phase::retry);
  CHECK(quiz::main_button(s.state()).button == MainButton::try_again);
  s.act(quiz::Continue{});
  s.type_right();
  s.act(quiz::Continue{});
  CHECK(s.item().answer.phase == QuestionState::Phase::done);
  CHECK(quiz::mark(s.state(), s.item()) == Mark::partly);
  while (s.state().page == Page::running) {
    if (s.item().answer.phase != QuestionState::Phase::done) s.type_right();
    s.act(quiz::Continue{});
  }
  REQUIRE(s.state().page == Page::result);
  const auto& finish = last<learner::QuizFinished>(s.w);
  const learner::Points points = learner::score(finish);
  CHECK(points.possible == 6);
  CHECK(points.earned == Approx(6 - finish.results[0].points / 3));
  CHECK(s.known().record.size() == 1);
  CHECK_FALSE(s.known().running);
  // The lesson's own answers are untouched.
  const auto* lesson = s.w.model.shared.progress.lesson(course::CourseId("tea"), course::LessonId("first"));
  CHECK((!lesson || lesson->questions.empty()));
}

TEST_CASE("I don't know shows the answer and earns nothing") {
  Sitting s("air");
  s.act(quiz::Begin{});
  s.act(quiz::GiveUp{s.state().at});
  CHECK(s.item().answer.gave_up);
  CHECK(quiz::mark(s.state(), s.item()) == Mark::wrong);
  const Sitting again(s, "air");
  check_same(s.state(), again.state());
  s.act(quiz::HandIn{true});
  CHECK(last<learner::QuizFinished>(s.w).results[0].answered == false);
}

TEST_CASE("whatever ends the program, a quiz goes on at the same question with the same answers") {
  for (const char* id : {"air", "exam"}) {
    Sitting s(id);
    s.act(quiz::Begin{});
    std::size_t steps = 0;
    const auto same_after_restart = [&] {
      INFO(id << " step " << steps++);
      const Sitting again(s, id);
      check_same(s.state(), again.state());
    };
    for (std::size_t i = 0; i < s.state().items.size(); ++i) {
      s.act(quiz::Show{i});
      same_after_restart();
      s.type_wrong();
      s.w.wait(500ms);  // the draft is written
      same_after_restart();
      s.act(quiz::Flag{i});
      same_after_restart();
      s.act(quiz::Check{i});
      s.w.wait(500ms);
      same_after_restart();
      s.act(quiz::TryAgain{i});
      s.type_right();
      s.w.wait(500ms);
      if (s.item().answer.phase != QuestionState::Phase::retry) same_after_restart();
      if (i % 2 == 0) s.act(quiz::Flag{i});
      same_after_restart();
    }
  }
}

TEST_CASE(
    "with feedback at the end nothing is said before, every answer can be changed, and each is on disk when one goes "
    "on") {
  Sitting s("exam");
  s.act(quiz::Begin{});
  s.act(quiz::Show{s.index("most")});
  s.type_wrong();
  CHECK(quiz::main_button(s.state()).button == MainButton::next);
  CHECK(test::count<learner::QuizAnswered>(s.w.events()) == 0);
  s.act(quiz::Check{s.state().at});
  CHECK(s.item().answer.attempt == 0);
  s.act(quiz::Continue{});
  REQUIRE(test::count<learner::QuizAnswered>(s.w.events()) == 1);
  CHECK(last<learner::QuizAnswered>(s.w).attempt == 0);
  s.act(quiz::Show{s.index("most")});
  s.type_right();
  s.act(quiz::HandIn{true});
  REQUIRE(s.state().page == Page::result);
  const auto& finish = last<learner::QuizFinished>(s.w);
  CHECK(finish.results[s.index("most")].earned == 1);
  CHECK(finish.results[s.index("warm")].answered == false);
  CHECK(finish.results[s.index("warm")].earned == 0);
  CHECK(finish.results[s.index("ranks")].earned == 0);  // the order shown is no answer
  CHECK_FALSE(finish.results[s.index("liking")].marked);
  CHECK(learner::score(finish) == learner::Points{1, 4});
  CHECK(s.item().answer.phase == QuestionState::Phase::done);
}

TEST_CASE("handing in asks while something is missing or flagged, and not otherwise") {
  Sitting s("exam");
  s.act(quiz::Begin{});
  s.act(quiz::HandIn{});
  CHECK(s.state().asking == quiz::Asking::hand_in);
  s.act(quiz::StopAsking{});
  CHECK(s.state().page == Page::running);
  for (std::size_t i = 0; i < s.state().items.size(); ++i) {
    s.act(quiz::Show{i});
    s.type_right();
  }
  CHECK(quiz::count_answered(s.state()) == 5);
  s.act(quiz::Flag{0});
  s.act(quiz::HandIn{});
  CHECK(s.state().asking == quiz::Asking::hand_in);
  s.act(quiz::StopAsking{});
  s.act(quiz::Flag{0});
  s.act(quiz::HandIn{});
  CHECK(s.state().asking == quiz::Asking::nothing);
  CHECK(s.state().page == Page::marking);
}

TEST_CASE("what was written freely is compared with its rubric after handing in, also after a crash") {
  Sitting s("exam");
  s.act(quiz::Begin{});
  s.act(quiz::Show{s.index("essay")});
  s.type_wrong();
  s.act(quiz::HandIn{true});
  REQUIRE(s.state().page == Page::marking);
  Sitting again(s, "exam");
  REQUIRE(again.state().page == Page::marking);
  const std::size_t essay = again.index("essay");
  again.act(quiz::Show{0});  // nothing else can be reached any more
  again.act(quiz::Edit{again.index("most"), grading::ChoicesResponse{{0}}});
  CHECK_FALSE(again.state().items[again.index("most")].touched);
  again.act(quiz::Edit{essay, grading::OpenResponse{"something else", {true, false}}});
  again.act(quiz::Continue{});
  REQUIRE(again.state().page == Page::result);
  CHECK(last<learner::QuizFinished>(again.w).results[essay].earned == 0.5);
  const auto& kept = std::get<grading::OpenResponse>(again.state().items[essay].answer.response);
  CHECK(kept.written == "No idea.");
  CHECK(kept.met == std::vector<bool>{true, false});
}

TEST_CASE("the clock announces five minutes and one, and hands in by itself") {
  Sitting s("exam");
  s.act(quiz::Begin{});
  s.act(quiz::Show{s.index("most")});
  s.type_right();
  s.w.wait(4min + 59s);
  CHECK(s.state().timer.told == 0);
  s.w.wait(2s);
  CHECK(s.state().timer.told == 5);
  s.act(quiz::DismissAnnouncement{});
  s.w.wait(4min);
  CHECK(s.state().timer.told == 1);
  CHECK(s.state().page == Page::running);
  s.w.wait(1min);
  REQUIRE(s.state().page == Page::result);
  const auto& finish = last<learner::QuizFinished>(s.w);
  CHECK(finish.time_up);
  CHECK(finish.took == 10min);
  CHECK(finish.results[s.index("most")].earned == 1);  // what stood there was handed in
}

TEST_CASE("time goes on while the program is closed, and what was over by then is handed in") {
  Sitting s("exam");
  s.act(quiz::Begin{});
  s.w.wait(1min);
  s.act(quiz::Show{2});
  s.w.clock.advance(3min);
  {
    const Sitting again(s, "exam");
    CHECK(again.state().page == Page::running);
    CHECK(again.state().timer.left() == 6min);
  }
  s.w.clock.advance(6min);
  const Sitting late(s, "exam");
  CHECK(late.state().page == Page::result);
  CHECK(last<learner::QuizFinished>(late.w).time_up);
}

TEST_CASE("a clock that is set back gives no time back and stops nothing") {
  Sitting s("exam");
  s.act(quiz::Begin{});
  s.w.wait(4min);
  s.act(quiz::Show{1});
  s.w.clock.advance(-2h);
  s.act(quiz::Show{2});
  CHECK(s.state().timer.left() == 6min);
  s.w.wait(1min);
  CHECK(s.state().timer.left() == 5min);
  {
    const Sitting again(s, "exam");
    CHECK(again.state().timer.left() == 5min);
  }
  s.w.wait(5min);
  CHECK(s.state().page == Page::result);
}

TEST_CASE("an answer that the disk refuses keeps one at its question, and is told") {
  Sitting s("exam");
  s.act(quiz::Begin{});
  s.act(quiz::Show{0});
  s.type_right();
  s.w.history.appends.refuse(base::Refusal::disk_full);
  s.act(quiz::Show{1});
  CHECK(s.state().at == 0);
  CHECK(s.w.notice(Notice::Kind::not_saved) != nullptr);
  s.act(quiz::HandIn{true});
  CHECK(s.state().page == Page::running);
  s.w.history.appends.accept();
  s.act(quiz::Show{1});
  CHECK(s.state().at == 1);
}

TEST_CASE("when the time is up and the disk refuses, handing in is tried again until it works") {
  Sitting s("exam");
  s.act(quiz::Begin{});
  s.w.history.appends.refuse(base::Refusal::disk_full);
  s.w.wait(10min);
  CHECK(s.state().page == Page::running);
  const auto again = next_deadline(s.w.model);
  REQUIRE(again);
  CHECK(*again > s.w.clock.now());  // not at once: the window would not rest
  s.w.history.appends.accept();
  s.w.wait(5s);
  CHECK(s.state().page == Page::result);
}

TEST_CASE("a quiz can be given up; another try draws anew") {
  Sitting s("air");
  s.act(quiz::Begin{});
  const auto first = s.state().start;
  s.act(quiz::Abandon{});
  CHECK(s.state().asking == quiz::Asking::abandon);
  s.act(quiz::Abandon{true});
  CHECK(s.state().page == Page::start);
  CHECK(s.known().record.empty());
  CHECK(s.w.disk.profiles.at(s.w.history.profile).drafts.empty());
  s.w.clock.advance(1min);
  s.act(quiz::Begin{});
  CHECK(s.state().start.run == 2);
  CHECK(s.state().start.seed != first.seed);
}

TEST_CASE("results stay: by concept with the weakest first, question by question, and in the record") {
  Sitting s("air");
  s.act(quiz::Begin{});
  while (s.state().page == Page::running) {
    const bool about_steeping = s.item().question.id.str() == "third-question";
    if (s.item().answer.phase == QuestionState::Phase::done) {
      s.act(quiz::Continue{});
    } else if (about_steeping) {
      s.act(quiz::GiveUp{s.state().at});
    } else {
      s.type_right();
      s.act(quiz::Check{s.state().at});
    }
  }
  REQUIRE(s.state().page == Page::result);
  const auto rows = quiz::by_concept(s.state(), s.known().record[0].finish);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].id.str() == "steeping");
  CHECK(rows[0].points == learner::Points{0, 3});
  CHECK(rows[0].lessons.front()->id.str() == "third");
  CHECK(rows[1].name == "Oxidation");
  CHECK(rows[1].lessons.size() == 1);
  s.act(quiz::Review{2});
  CHECK(s.state().page == Page::review);
  s.act(quiz::Show{3});
  CHECK(s.state().at == 3);
  s.act(quiz::ShowResult{0});
  CHECK(s.state().page == Page::result);

  Sitting later(s, "air");
  CHECK(later.state().page == Page::start);
  later.act(quiz::ShowResult{0});
  REQUIRE(later.state().page == Page::result);
  CHECK(quiz::mark(later.state(), later.state().items[later.index("most")]) == Mark::right);
  CHECK(quiz::mark(later.state(), later.state().items[later.index("third-question")]) == Mark::wrong);
}

TEST_CASE("quiz me asks about its lesson alone, never its pretests and opinions") {
  Sitting s("lesson:first");
  REQUIRE(s.state().page == Page::start);
  CHECK(s.state().quiz.title == "First leaves");
  s.act(quiz::Begin{});
  REQUIRE(s.state().page == Page::running);
  for (const quiz::Item& item : s.state().items) {
    CHECK(item.lesson == course::LessonId("first"));
    CHECK(item.question.id.str() != "guess");
    CHECK(item.question.id.str() != "liking");
  }
}

TEST_CASE("a quiz that is not there leads to the course; one whose lessons are not read yet waits for them") {
  World w;
  w.start_lesson();
  w.act(Go{{ScreenName::quiz, course::CourseId("tea"), {}, {}, course::QuizId("none")}});
  CHECK(w.model.place.screen == ScreenName::course);
  World early(w.disk);
  early.model = screens::start(early.services, "en");
  early.act(Go{{ScreenName::quiz, course::CourseId("tea"), {}, {}, course::QuizId("lesson:first")}});
  REQUIRE(early.model.place.screen == ScreenName::quiz);
  early.act(quiz::Action{quiz::Begin{}});
  CHECK(std::get<quiz::State>(early.model.screen).page == Page::start);
  early.act(early.library.read("en"));
  CHECK(std::get<quiz::State>(early.model.screen).whole);
  early.act(quiz::Action{quiz::Begin{}});
  CHECK(std::get<quiz::State>(early.model.screen).page == Page::running);
}

TEST_CASE("in another language a running quiz goes on in its words") {
  Sitting s("exam");
  s.act(quiz::Begin{});
  s.act(quiz::Show{1});
  s.type_right();
  s.w.act(settings::Action{settings::SetLanguage{"fr"}});
  s.w.act(s.w.library.read("fr"));
  REQUIRE(std::holds_alternative<quiz::State>(s.w.model.screen));
  CHECK(s.state().course->language == "fr");
  CHECK(s.state().at == 1);
  CHECK(s.state().items[1].touched);
}

TEST_CASE("certainty marks of a quiz are summed apart from its points") {
  Sitting s("lesson:first");
  s.act(quiz::Begin{});
  s.act(quiz::Show{s.index("certain")});
  s.type_right();
  CHECK_FALSE(quiz::main_button(s.state()).enabled);
  s.act(quiz::SetCertainty{s.state().at, learner::Certainty::certain});
  s.act(quiz::Continue{});
  CHECK(last<learner::QuizAnswered>(s.w).marks == 3.0);
  const Sitting again(s, "lesson:first");
  check_same(s.state(), again.state());
  s.act(quiz::HandIn{true});
  const auto& finish = last<learner::QuizFinished>(s.w);
  const learner::CertaintyScore sure = learner::certainty_score(finish);
  CHECK(sure.questions == 1);
  CHECK(sure.marks == 3);
  CHECK(sure.possible == 3);
  CHECK(learner::score(finish).earned == 1);
}

}  // namespace quiz_test
