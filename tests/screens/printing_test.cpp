#include "course/draw.h"
#include "course/variant.h"
#include "screens/fakes.h"
#include "screens/sample.h"

namespace printing_test {

using namespace screens;
using test::World;

namespace {

const char* const kAir = "air";

void open_quiz(World& w) { w.act(Go{{ScreenName::quiz, course::CourseId("tea"), {}, {}, course::QuizId(kAir)}}); }

void print(World& w) { w.act(quiz::Action{quiz::Print{}}); }

const quiz::State& state(const World& w) { return std::get<quiz::State>(w.model.screen); }

std::vector<std::string> ids(const std::vector<course::Question>& questions) {
  std::vector<std::string> all;
  for (const course::Question& question : questions) all.push_back(question.id.str());
  return all;
}

/// Takes the quiz on screen to its result.
void take_quiz(World& w) {
  w.act(quiz::Action{quiz::Begin{}});
  for (int guard = 0; guard < 100 && state(w).page == quiz::Page::running; ++guard) {
    const quiz::Item& item = state(w).items[state(w).at];
    if (item.answer.phase != QuestionState::Phase::done)
      w.act(quiz::Action{quiz::Edit{state(w).at, grading::right_response(item.question)}});
    w.act(quiz::Action{quiz::Continue{}});
  }
  REQUIRE(state(w).page == quiz::Page::result);
}

}  // namespace

TEST_CASE("from a quiz's first page a draw of its own is printed, with a seed that one can tell") {
  World w;
  w.start_lesson();
  open_quiz(w);
  print(w);
  REQUIRE(w.printer.asked.size() == 1);
  const Printout& what = w.printer.asked[0];
  CHECK(what.title == state(w).quiz.title);
  CHECK(what.language == "en");
  CHECK(what.seed < course::variant_seeds);
  const auto drawn = course::draw(state(w).quiz, *state(w).course, what.seed);
  CHECK(ids(what.questions) == ids(course::questions_of(drawn, *state(w).course)));
  CHECK(what.questions.size() == 4);
  CHECK(w.model.shared.printing);
  // The quiz itself has not begun, and nothing of it is in the history.
  CHECK(state(w).page == quiz::Page::start);
  CHECK(test::count<learner::QuizStarted>(w.events()) == 0);
}

TEST_CASE("one thing is printed at a time, and each has another draw") {
  World w;
  w.start_lesson();
  open_quiz(w);
  print(w);
  print(w);
  CHECK(w.printer.asked.size() == 1);
  w.act(Printed{std::filesystem::path("/home/anna/Air.pdf")});
  CHECK_FALSE(w.model.shared.printing);
  w.clock.advance(std::chrono::seconds(3));
  print(w);
  REQUIRE(w.printer.asked.size() == 2);
  CHECK(w.printer.asked[0].seed != w.printer.asked[1].seed);
}

TEST_CASE("a result prints the questions that were asked, as they were asked") {
  World w;
  w.start_lesson();
  open_quiz(w);
  take_quiz(w);
  print(w);
  REQUIRE(w.printer.asked.size() == 1);
  const Printout& what = w.printer.asked[0];
  CHECK(what.seed == state(w).start.seed);
  REQUIRE(what.questions.size() == state(w).items.size());
  for (std::size_t i = 0; i < what.questions.size(); ++i) {
    CHECK(what.questions[i].id == state(w).items[i].question.id);
    CHECK(what.questions[i].ask == state(w).items[i].question.ask);
    CHECK(what.questions[i].points == state(w).items[i].points);
  }
}

TEST_CASE("nothing is printed while a quiz is taken, nor before its lessons are read") {
  World w;
  w.start_lesson();
  open_quiz(w);
  w.act(quiz::Action{quiz::Begin{}});
  print(w);
  CHECK(w.printer.asked.empty());
  CHECK_FALSE(w.model.shared.printing);
}

TEST_CASE("a notice says where the sheet lies and opens it, once") {
  World w;
  w.start_lesson();
  open_quiz(w);
  print(w);
  w.act(Printed{std::filesystem::path("/home/anna/Air.pdf")});
  const Notice* notice = w.notice(Notice::Kind::printed);
  REQUIRE(notice != nullptr);
  CHECK(notice->detail == "/home/anna/Air.pdf");
  const std::uint64_t serial = notice->serial;
  w.act(OpenNoticed{serial});
  CHECK(w.desktop.opened == std::vector<std::string>{"/home/anna/Air.pdf"});
  CHECK(w.notice(Notice::Kind::printed) == nullptr);
  w.act(OpenNoticed{serial});
  CHECK(w.desktop.opened.size() == 1);
}

TEST_CASE("a sheet that cannot be opened is told of by its place") {
  World w;
  w.start_lesson();
  w.act(Printed{std::filesystem::path("/home/anna/Air.pdf")});
  w.desktop.opens.refuse(base::Refusal::not_found);
  w.act(OpenNoticed{w.notice(Notice::Kind::printed)->serial});
  REQUIRE(w.notice(Notice::Kind::cannot_open) != nullptr);
  CHECK(w.notice(Notice::Kind::cannot_open)->detail == "/home/anna/Air.pdf");
}

TEST_CASE("what refuses to print is told, and printing goes on to be possible") {
  World w;
  w.start_lesson();
  open_quiz(w);
  for (const base::Refusal why : {base::Refusal::unsupported, base::Refusal::disk_full, base::Refusal::no_permission}) {
    print(w);
    w.act(Printed{base::fail(why, "refused by the test")});
    const Notice* notice = w.notice(Notice::Kind::print_failed);
    REQUIRE(notice != nullptr);
    CHECK(notice->refusal == why);
    w.act(OpenNoticed{notice->serial});  // there is nothing to open
    CHECK(w.desktop.opened.empty());
    w.act(DismissNotice{notice->serial});
  }
  CHECK(w.printer.asked.size() == 3);

  w.services.printer = nullptr;
  print(w);
  REQUIRE(w.notice(Notice::Kind::print_failed) != nullptr);
  CHECK(w.notice(Notice::Kind::print_failed)->refusal == base::Refusal::unsupported);
}

}  // namespace printing_test
