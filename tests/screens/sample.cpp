#include "screens/sample.h"

#include "screens/fakes.h"

namespace test {
namespace {

using namespace course;

/// Writes a lesson step by step.
struct Author {
  Lesson lesson;
  bool french = false;

  std::string in(const char* english, const char* other) const { return french ? other : english; }

  void section(const char* title) { lesson.sections.push_back({title, lesson.steps.size(), 0}); }
  void add(const char* id, decltype(Step::content) content) {
    lesson.steps.push_back({StepId(id), std::move(content)});
    ++lesson.sections.back().count;
  }
  void text(const char* id) { add(id, TextBlock{in("Words.", "Des mots.")}); }
  Question& ask(const char* id, Kind kind) {
    Question question;
    question.id = QuestionId(id);
    question.ask = in("What?", "Quoi ?");
    question.concepts = {ConceptId("oxidation")};
    question.kind = std::move(kind);
    add(id, std::move(question));
    return std::get<Question>(lesson.steps.back().content);
  }
};

Choices one_of_three() {
  return {{{true, "Black", "Long in the air."}, {false, "Green", ""}, {false, "White", ""}}, false};
}

void begin(Author& a) {
  a.section("Start");
  a.text("welcome");
  a.ask("guess", one_of_three()).pretest = true;
  a.text("leaf");
  a.ask("most", one_of_three()).hints = {{"Air."}, {"Hours of it."}};
}

void words(Author& a) {
  a.section("Numbers and words");
  a.text("warmth");
  Number warm;
  warm.is = 75;
  warm.low = 70;
  warm.high = 80;
  warm.unit = "°C";
  a.ask("warm", warm).tries = 3;
  Answers name;
  name.accepted = {{a.in("oxidation", "oxydation"), "", 1, ""}, {a.in("browning", "brunissement"), "", 0.5, ""}};
  a.ask("name", name);
  Blanks gaps;
  gaps.parts = {"", " stops it, so it comes ", "."};
  gaps.gaps = {{{a.in("Heat", "La chaleur")}, {}},
               {{}, {a.in("early", "tôt"), a.in("late", "tard"), a.in("never", "jamais")}}};
  a.ask("gaps", gaps);
  a.add("secret", Reveal{"Show", "Hidden."});
  a.add("example", Worked{"One", {{"First.", ""}, {"Then.", "So."}}});
}

void things(Author& a) {
  a.section("Things");
  a.ask("ranks", Order{{"Green", "Oolong", "Black", "Aged"}});
  a.ask("origins", Match{{{"Sencha", "Japan"}, {"Assam", "India"}}, {"Brazil"}}).hints = {{"Look east."}};
  a.ask("herbs", Sort{{"Tea", "Other"}, {{"Sencha", 0}, {"Rooibos", 1}, {"Mint", 1}}});
  a.text("rest");
}

void opinions(Author& a) {
  a.section("You");
  a.ask("liking", Scale{1, 5, "no", "yes"});
  a.ask("essay", Open{{"Names tannins", "Names heat"}, "Tannins dissolve in heat.", 20});
  a.ask("certain", one_of_three()).sure = true;
}

Lesson short_lesson(const char* id, const char* teaches, const char* needs) {
  Author a;
  a.lesson.id = LessonId(id);
  a.lesson.title = id;
  a.lesson.minutes = 4;
  if (*teaches) a.lesson.teaches = {ConceptId(teaches)};
  if (*needs) a.lesson.needs = {ConceptId(needs)};
  a.section("All");
  a.text("words");
  a.ask((std::string(id) + "-question").c_str(), one_of_three()).concepts = {ConceptId("steeping")};
  return a.lesson;
}

/// One with feedback at once and a pool, and a timed one with feedback at the end.
std::vector<Quiz> quizzes(const Author& a) {
  Quiz air;
  air.id = QuizId("air");
  air.title = a.in("Air", "L’air");
  air.questions = {QuestionId("most"), QuestionId("name"), QuestionId("gaps")};
  air.pools = {{{"third"}, 1, 3}};
  Quiz exam;
  exam.id = QuizId("exam");
  exam.title = a.in("Exam", "Examen");
  exam.questions = {QuestionId("most"), QuestionId("warm"), QuestionId("ranks"), QuestionId("essay"),
                    QuestionId("liking")};
  exam.minutes = 10;
  exam.feedback = Quiz::Feedback::end;
  exam.pass = 0.5;
  return {air, exam};
}

}  // namespace

Course tea_course(const std::string& language) {
  Course course;
  course.id = CourseId("tea");
  course.languages = {"en", "fr"};
  course.language = language == "fr" ? "fr" : "en";
  Author a;
  a.french = course.language == "fr";
  course.title = a.in("Tea, properly", "Le thé, comme il faut");
  course.modules = {{ModuleId("leaf"), a.in("The leaf", "La feuille"), "", {}, {LessonId("first"), LessonId("second")}},
                    {ModuleId("water"), "Water", "", {}, {}},
                    {ModuleId("cup"), "The cup", "", {}, {LessonId("third")}}};
  course.concepts = {{ConceptId("oxidation"), a.in("Oxidation", "Oxydation"), "What air does.", ModuleId("leaf"), {}},
                     {ConceptId("steeping"), "Steeping", "Drawing flavour.", {}, {ConceptId("oxidation")}},
                     {ConceptId("milk"), "Milk", "White.", {}, {}}};
  a.lesson.id = LessonId("first");
  a.lesson.title = a.in("First leaves", "Premières feuilles");
  a.lesson.minutes = 12;
  a.lesson.teaches = {ConceptId("oxidation")};
  begin(a);
  words(a);
  things(a);
  opinions(a);
  course.quizzes = quizzes(a);
  course.lessons = {a.lesson, short_lesson("second", "", "steeping"), short_lesson("third", "steeping", "oxidation")};
  return course;
}

Course coffee_course() {
  Course course;
  course.id = CourseId("coffee");
  course.languages = {"en"};
  course.language = "en";
  course.title = "Coffee";
  course.modules = {{ModuleId("beans"), "Beans", "", {}, {LessonId("beans")}}};
  course.lessons = {short_lesson("beans", "", "")};
  return course;
}

grading::Response wrong_response(const Question& question) {
  struct Wrong {
    grading::Response operator()(const Choices&) { return grading::ChoicesResponse{{1}}; }
    grading::Response operator()(const Number&) { return grading::NumberResponse{"12"}; }
    grading::Response operator()(const Answers&) { return grading::AnswersResponse{"rust"}; }
    grading::Response operator()(const Blanks& k) { return grading::BlanksResponse{{"Ice", k.gaps[1].options[1]}}; }
    grading::Response operator()(const Order&) { return grading::OrderResponse{{3, 2, 1, 0}}; }
    grading::Response operator()(const Match&) { return grading::MatchResponse{{2, 2}}; }
    grading::Response operator()(const Sort&) { return grading::SortResponse{{1, 0, 0}}; }
    grading::Response operator()(const Scale&) { return grading::ScaleResponse{2}; }
    grading::Response operator()(const Goal& k) { return grading::empty_response({.kind = k}); }
    grading::Response operator()(const Predict& k) {
      return grading::PredictResponse{std::vector<std::optional<double>>(k.asked().size(), *k.chart.to)};
    }
    grading::Response operator()(const Spot& k) {
      return grading::SpotResponse{std::vector<grading::Point>(k.places.size())};
    }
    grading::Response operator()(const Open&) { return grading::OpenResponse{"No idea.", {}}; }
  };
  return std::visit(Wrong{}, question.kind);
}

namespace {

/// One press, before which the question that waits is answered.
void press(World& world) {
  using namespace screens;
  const Step* open = lesson::open_question(world.lesson());
  if (open) {
    if (open->question()->sure) world.act(lesson::Action{lesson::SetCertainty{open->id, learner::Certainty::fairly}});
    world.act(lesson::Action{lesson::Edit{open->id, grading::right_response(*open->question())}});
  }
  world.act(lesson::Action{lesson::Continue{}});
}

}  // namespace

int study(World& world, int presses) {
  int used = 0;
  while (used < presses && world.in_lesson()) {
    press(world);
    ++used;
  }
  return used;
}

void study_until(World& world, const char* step) {
  for (int i = 0; i < 100; ++i) {
    const Step* open = screens::lesson::open_question(world.lesson());
    if (open && open->id == StepId(step)) return;
    press(world);
  }
  FAIL("the question never came: " << step);
}

}  // namespace test
