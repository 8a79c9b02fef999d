#include "screens/spoken.h"

#include "course/load.h"
#include "screens/fakes.h"
#include "screens/sample.h"
#include "text/sentences.h"

namespace spoken_test {

using namespace screens;
using course::StepId;
using test::World;

namespace {

std::vector<std::string> said(const std::vector<Sentence>& sentences) {
  std::vector<std::string> words;
  for (const Sentence& sentence : sentences) words.push_back(sentence.said);
  return words;
}

/// The lesson with one step, of this content.
lesson::State state_with(decltype(course::Step::content) content) {
  auto all = std::make_shared<course::Course>();
  auto one = std::make_shared<course::Lesson>();
  one->steps.push_back({StepId("step"), std::move(content)});
  one->sections.push_back({"All", 0, 1});
  lesson::State state;
  state.course = all;
  state.lesson = one;
  return state;
}

std::vector<std::string> said_of(decltype(course::Step::content) content) {
  const lesson::State state = state_with(std::move(content));
  return said(spoken(state, state.lesson->steps[0], {}));
}

using Words = std::vector<std::string>;

ReadAloud two_sentences() { return {{{StepId("welcome"), "One.", "One."}, {StepId("welcome"), "Two.", "Two."}}, "fr"}; }

}  // namespace

TEST_CASE("a text is said sentence by sentence, without its marks") {
  CHECK(said_of(course::TextBlock{"## Air\n\nIt makes leaves **dark**. See [why](concept:x). [^a]"}) ==
        Words{"Air", "It makes leaves dark.", "See why."});
}

TEST_CASE("what is drawn is said by what it shows") {
  course::Diagram diagram{.title = "Tea", .boxes = {{"a", "Heat", {}, {}}, {"b", "Air", {}, {}}}};
  diagram.arrows = {{0, 1, "", false, false}, {1, 0, "slowly", false, false}, {0, 1, "", true, false}};
  CHECK(said_of(diagram) == Words{"Tea", "“Heat” leads to “Air”.", "“Air” leads to “Heat”: slowly.",
                                  "“Heat” and “Air” lead to each other."});
  CHECK(said_of(course::Timeline{"Tea", {{{1610}, {}, "It comes by *ship*.", {}}}}) ==
        Words{"Tea", "It comes by ship."});
  CHECK(said_of(course::Picture{"/a.png", "A leaf", "", {}, 1}) == Words{"A picture: A leaf"});
  course::Chart chart;
  chart.title = "Tea drunk";
  chart.table = {{"year", "cups"}, {{"1990", "3"}, {"2000", "8"}}};
  chart.y = {1};
  chart.labels = {"Cups"};
  CHECK(said_of(chart) == Words{"Tea drunk", "Cups: 3 at 1990, 8 at 2000."});
  chart.alt = "More and more.";
  CHECK(said_of(chart) == Words{"Tea drunk", "A chart: More and more."});
}

TEST_CASE("a comparison says whose each cell is") {
  course::Compare compare{"Teas", {{"Green", "Heated."}, {"Black", ""}}, {{"Water", {"75", "*95*"}}}};
  const lesson::State state = state_with(compare);
  const auto sentences = spoken(state, state.lesson->steps[0], {});
  CHECK(said(sentences) == Words{"Teas", "Green", "Heated.", "Black", "Water", "Green: 75", "Black: 95"});
  CHECK(sentences.back().shown == "95");
}

TEST_CASE("what is hidden is not said before it is shown") {
  lesson::State state = state_with(course::Reveal{"Show why", "Enzymes."});
  CHECK(said(spoken(state, state.lesson->steps[0], {})) == Words{"Show why"});
  state.revealed.insert(StepId("step"));
  CHECK(said(spoken(state, state.lesson->steps[0], {})).back() == "Enzymes.");
  course::Worked worked{"How much?", {{"First.", "", ""}, {"Second.", "", "What then?"}}, false};
  CHECK(said_of(worked) == Words{"How much?", "First.", "What then?"});
}

TEST_CASE("a question is said with its choices as they stand, and its answer only once it is known") {
  World w;
  w.start_lesson();
  const auto all = said(spoken(w.lesson(), {}));
  REQUIRE(all.size() == 5);  // the welcome, the question, its choices
  CHECK(all[1] == "What?");
  const auto& shown = w.answer("guess").shown;
  const char* const names[] = {"Black", "Green", "White"};
  CHECK(all[2] == std::string("A: ") + names[shown[0]]);
  w.act(lesson::Action{lesson::Edit{StepId("guess"), grading::ChoicesResponse{{0}}}});
  CHECK(said(spoken(w.lesson(), {})) == all);
  w.act(lesson::Action{lesson::Continue{}});
  const auto told = said(spoken(w.lesson(), {}));
  CHECK(std::find(told.begin(), told.end(), "Long in the air.") != told.end());
}

TEST_CASE("a question with vars is said as it is asked in this round") {
  const auto all = course::load(test::source_dir() / "tests" / "data" / "variants").course;
  REQUIRE(all);
  lesson::State state;
  state.course = all;
  state.lesson = {all, &all->lessons.at(0)};
  const course::Step& step = state.lesson->steps.at(0);
  state.questions[step.id] = start(*step.question(), 7, {});
  const std::string& asked = as_asked(*step.question(), state.questions.at(step.id)).ask;
  REQUIRE(asked != step.question()->ask);
  CHECK(said(spoken(state, step, {})) == text::sentences(asked));
}

TEST_CASE("reading aloud follows what is heard, and ends with the last sentence") {
  World w;
  w.start_lesson();
  w.model.shared.settings.speech_rate = 30;
  w.act(two_sentences());
  REQUIRE(w.speech.said.size() == 1);
  CHECK(w.speech.said[0].sentences == Words{"One.", "Two."});
  CHECK(w.speech.said[0].language == "fr");
  CHECK(w.speech.said[0].rate == 30);
  const std::uint64_t number = w.model.shared.reading->number;
  CHECK(w.model.shared.reading->now == 0);
  w.act(SpeechHeard{number, 1, SpeechHeard::What::begins});
  CHECK(w.model.shared.reading->now == 1);
  w.act(SpeechHeard{number, 99, SpeechHeard::What::begins});
  CHECK(w.model.shared.reading->now == 1);
  w.act(SpeechHeard{number - 1, 1, SpeechHeard::What::ends});  // of an older one
  REQUIRE(w.model.shared.reading);
  w.act(SpeechHeard{number, 1, SpeechHeard::What::ends});
  CHECK_FALSE(w.model.shared.reading);
  CHECK(w.speech.stops == 0);
}

TEST_CASE("reading stops when asked again, by Escape, and with the screen") {
  World w;
  w.start_lesson();
  w.act(two_sentences());
  w.act(two_sentences());
  CHECK(w.speech.stops == 1);
  CHECK_FALSE(w.model.shared.reading);
  w.act(two_sentences());
  w.act(Back{});
  CHECK(w.in_lesson());
  CHECK(w.speech.stops == 2);
  w.act(two_sentences());
  w.act(Go{{ScreenName::today, {}, {}, {}}});
  CHECK_FALSE(w.model.shared.reading);
  CHECK(w.speech.stops == 3);
}

TEST_CASE("what cannot speak says so once, and nothing is asked of what is not there") {
  World w;
  w.start_lesson();
  w.act(two_sentences());
  w.act(SpeechHeard{w.model.shared.reading->number, 0, SpeechHeard::What::fails});
  CHECK_FALSE(w.model.shared.reading);
  CHECK(w.notice(Notice::Kind::cannot_speak) != nullptr);

  World silent;
  silent.speech.there = false;
  silent.start_lesson();
  CHECK_FALSE(silent.model.shared.can_speak);
  silent.act(two_sentences());
  CHECK(silent.speech.said.empty());
  silent.act(ReadAloud{});
  CHECK_FALSE(silent.model.shared.reading);
}

TEST_CASE("the speed is kept, and stays within bounds") {
  World w;
  w.start_lesson();
  w.act(settings::Action{settings::SetSpeechRate{250}});
  CHECK(w.model.shared.settings.speech_rate == 100);
  CHECK(settings_from(to_stored(w.model.shared.settings)).speech_rate == 100);
  CHECK(settings_from({{"speech-rate", "-40"}}).speech_rate == -40);
  CHECK(settings_from({{"speech-rate", "-900"}}).speech_rate == -100);
}

}  // namespace spoken_test
