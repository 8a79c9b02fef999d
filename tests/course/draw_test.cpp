#include "course/draw.h"

#include <algorithm>
#include <set>

#include "support/test.h"

namespace draw_test {

using namespace course;

namespace {

Question question(const std::string& id, const std::string& about, double points = 1) {
  Question question;
  question.id = QuestionId(id);
  question.concepts = {ConceptId(about)};
  question.points = points;
  question.tags = {id.back() % 2 == 0 ? "even" : "odd"};
  question.kind = Order{{"a", "b"}};
  return question;
}

/// Two lessons of twelve questions: "a1" … about leaf, "b1" … about water; the first also has a pretest and an opinion.
Course tea() {
  Course course;
  course.id = CourseId("tea");
  course.modules = {{ModuleId("leaf"), "The leaf", "", {}, {LessonId("a"), LessonId("b")}}};
  course.concepts = {{ConceptId("leaf"), "Leaf", "", {}, {}}, {ConceptId("water"), "Water", "", {}, {}}};
  for (const std::string name : {"a", "b"}) {
    Lesson lesson;
    lesson.id = LessonId(name);
    lesson.title = "Lesson " + name;
    for (int i = 1; i <= 12; ++i) {
      const std::string id = name + std::to_string(i);
      lesson.steps.push_back({StepId(id), question(id, name == "a" ? "leaf" : "water", i)});
    }
    course.lessons.push_back(lesson);
  }
  Question guess = question("guess", "leaf");
  guess.pretest = true;
  Question opinion = question("opinion", "leaf");
  opinion.kind = Scale{1, 5, "", ""};
  course.lessons[0].steps.push_back({StepId("guess"), guess});
  course.lessons[0].steps.push_back({StepId("opinion"), opinion});
  return course;
}

Quiz pooled(std::vector<QuizPool> pools) {
  Quiz quiz;
  quiz.id = QuizId("quiz");
  quiz.pools = std::move(pools);
  return quiz;
}

std::vector<std::string> ids(const std::vector<Drawn>& drawn) {
  std::vector<std::string> ids;
  for (const Drawn& each : drawn) ids.push_back(each.question.str());
  return ids;
}

std::vector<std::string> found(const Course& course, std::vector<std::string> from) {
  std::vector<const Lesson*> lessons;
  for (const Lesson& lesson : course.lessons) lessons.push_back(&lesson);
  std::vector<std::string> ids;
  for (const Question* each : questions_in({std::move(from), 1, {}}, course.modules, lessons))
    ids.push_back(each->id.str());
  return ids;
}

}  // namespace

TEST_CASE("a pool is what bears the name, and a word before it says which is meant") {
  const Course course = tea();
  CHECK(found(course, {"a"}).size() == 12);
  CHECK(found(course, {"water"}).size() == 12);
  CHECK(found(course, {"leaf"}).size() == 24);  // the module, which holds the concept's questions as well
  CHECK(found(course, {"concept:leaf"}).size() == 12);
  CHECK(found(course, {"tag:even"}).size() == 12);
  CHECK(found(course, {"question:b3", "a2"}) == std::vector<std::string>{"a2", "b3"});
  CHECK(found(course, {"lesson:water"}).empty());
  CHECK(found(course, {"nobody"}).empty());
}

TEST_CASE("pretests and opinions are drawn only where they are named") {
  const Course course = tea();
  for (const auto& id : found(course, {"leaf", "odd", "even"})) CHECK((id != "guess" && id != "opinion"));
  CHECK(found(course, {"guess", "question:opinion"}) == std::vector<std::string>{"guess", "opinion"});
}

TEST_CASE("a draw has what its pools say, each question once, and the same for the same seed") {
  const Course course = tea();
  REQUIRE(rc::check([&] {
    std::vector<QuizPool> pools;
    const int count = *rc::gen::inRange(1, 5);
    for (int i = 0; i < count; ++i) {
      QuizPool pool;
      pool.from = {*rc::gen::element<std::string>("a", "b", "leaf", "odd", "even", "concept:water")};
      pool.count = *rc::gen::inRange(1, 9);
      if (*rc::gen::arbitrary<bool>()) pool.weight = *rc::gen::inRange(1, 5);
      pools.push_back(pool);
    }
    Quiz quiz = pooled(pools);
    quiz.questions = {QuestionId("a3"), QuestionId("b7"), QuestionId("a3"), QuestionId("gone")};
    quiz.shuffle = *rc::gen::arbitrary<bool>();
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const std::vector<Drawn> drawn = draw(quiz, course, seed);
    RC_ASSERT(drawn == draw(quiz, course, seed));
    std::size_t most = 2;
    for (const QuizPool& pool : pools) most += static_cast<std::size_t>(pool.count);
    RC_ASSERT(drawn.size() <= most);
    std::set<QuestionId> once;
    for (const Drawn& each : drawn) {
      RC_ASSERT(once.insert(each.question).second);
      RC_ASSERT(find_question(course, each.question));
      RC_ASSERT(each.seed < std::uint64_t{1} << 63);
    }
    RC_ASSERT(once.contains(QuestionId("a3")) && once.contains(QuestionId("b7")));
  }));
}

TEST_CASE("a pool that has enough gives its count, weighs its questions, and reaches each of them") {
  const Course course = tea();
  const Quiz quiz = pooled({{{"a"}, 3, 2.5}, {{"b"}, 2, {}}});
  std::set<std::string> seen;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const auto drawn = draw(quiz, course, seed);
    REQUIRE(drawn.size() == 5);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      const std::string id = drawn[i].question.str();
      CHECK(id[0] == (i < 3 ? 'a' : 'b'));
      CHECK(drawn[i].points == (i < 3 ? 2.5 : std::stod(id.substr(1))));
      seen.insert(id);
    }
    // Without shuffling the questions stand in the order of the course.
    CHECK(std::stoi(drawn[0].question.str().substr(1)) < std::stoi(drawn[2].question.str().substr(1)));
  }
  CHECK(seen.size() == 24);
}

TEST_CASE("the draws of some seeds, made by another program from the same rules, come out the same") {
  const Course course = tea();
  Quiz quiz = pooled({{{"a"}, 2, {}}, {{"even"}, 2, {}}});
  quiz.shuffle = true;
  const std::pair<std::uint64_t, std::vector<std::string>> table[] = {
      {0, {"b2", "a12", "a2", "a5"}},
      {1, {"a5", "b8", "b4", "a7"}},
      {20261122, {"a5", "b10", "a1", "a8"}},
      {UINT64_MAX, {"a4", "a2", "a3", "b10"}},
  };
  for (const auto& [seed, expected] : table) {
    INFO(seed);
    CHECK(ids(draw(quiz, course, seed)) == expected);
  }
  CHECK(draw(quiz, course, 1).front().seed == 7543753125244490949ULL);
}

TEST_CASE("quiz me is a quiz about a lesson, a module or a concept") {
  const Course course = tea();
  const auto lesson = quiz_of(course, quiz_me(LessonId("a")));
  REQUIRE(lesson);
  CHECK(lesson->title == "Lesson a");
  CHECK(draw(*lesson, course, 7).size() == quiz_me_count);
  for (const auto& id : ids(draw(*lesson, course, 7))) CHECK(id[0] == 'a');
  const auto about = quiz_of(course, quiz_me(ConceptId("water")));
  REQUIRE(about);
  for (const auto& id : ids(draw(*about, course, 7))) CHECK(id[0] == 'b');
  CHECK(quiz_of(course, quiz_me(ModuleId("leaf")))->title == "The leaf");
  CHECK_FALSE(quiz_of(course, quiz_me(LessonId("none"))));
  CHECK_FALSE(quiz_of(course, QuizId("none")));
  CHECK(is_quiz_me(quiz_me(LessonId("a"))));
}

}  // namespace draw_test
