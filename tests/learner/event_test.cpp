#include <set>

#include "learner/generate.h"

namespace event_test {

using learner::what_from_json;

TEST_CASE("an event survives JSON") {
  REQUIRE(rc::check([] {
    const learner::Event event = *test::any_event();
    const auto back = what_from_json(learner::name_of(event.what), learner::to_json(event.what));
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == event.what);
  }));
}

TEST_CASE("every event has its own name") {
  std::set<std::string> names;
  for (const learner::What& what : std::initializer_list<learner::What>{
           learner::LessonOpened{}, learner::StepFinished{}, learner::Answered{}, learner::HintShown{},
           learner::GaveUp{}, learner::LessonFinished{}, learner::LessonRestarted{}, learner::QuizStarted{},
           learner::QuizAnswered{}, learner::QuizFlagged{}, learner::QuizFinished{}, learner::QuizAbandoned{},
           learner::Foretold{}, learner::Reviewed{}, learner::Regraded{}, learner::ReviewUndone{}, learner::Buried{},
           learner::StandingChanged{}, learner::Fitted{}}) {
    names.insert(learner::name_of(what));
    CHECK(learner::is_known_name(learner::name_of(what)));
  }
  CHECK(names.size() == std::variant_size_v<learner::What>);
  CHECK_FALSE(learner::is_known_name("answered-aloud"));
  CHECK_FALSE(what_from_json("answered-aloud", "{}"));
}

TEST_CASE("a response stands in the event as the object it is") {
  learner::Answered what;
  what.question = course::QuestionId("q");
  what.response = R"({"picked":[0]})";
  CHECK(
      learner::to_json(what) ==
      R"({"attempt":1,"credit":0.0,"earned":0.0,"hints":0,"last":false,"question":"q","response":{"picked":[0]},"seed":0,"took":0})");
}

TEST_CASE("what earlier versions left out keeps its default, what later ones add is passed over") {
  const auto what = what_from_json("answered", R"({"question":"q","mood":{"deep":[1,2]},"certainty":"very"})");
  REQUIRE(what);
  const auto& answered = std::get<learner::Answered>(*what);
  CHECK(answered.attempt == 1);
  CHECK(answered.certainty == learner::Certainty::unsaid);
  CHECK(what_from_json("lesson-opened", "{}"));
}

TEST_CASE("“I don't know” is kept apart from asking for the answer, in a key that was added") {
  CHECK(learner::to_json(learner::GaveUp{course::QuestionId("q")}) == R"({"question":"q"})");
  CHECK(learner::to_json(learner::GaveUp{course::QuestionId("q"), true}) == R"({"question":"q","unknown":true})");
  const auto old = what_from_json("gave-up", R"({"question":"q"})");
  REQUIRE(old);
  CHECK_FALSE(std::get<learner::GaveUp>(*old).unknown);
  CHECK_FALSE(what_from_json("gave-up", R"({"question":"q","unknown":1})"));
}

TEST_CASE("particulars that do not fit are refused") {
  for (const char* json :
       {"", "[]", "{}", R"({"question":""})", R"({"question":1})", R"({"question":"q","credit":1.5})",
        R"({"question":"q","credit":"1"})", R"({"question":"q","attempt":0})", R"({"question":"q","hints":-1})",
        R"({"question":"q","marks":3.5})", R"({"question":"q","marks":-6.5})", R"({"question":"q","marks":"3"})",
        R"({"question":"q","took":1e30})", R"({"question":"q","last":1})", R"({"question":"q","response":7})"}) {
    CAPTURE(json);
    CHECK_FALSE(what_from_json("answered", json));
  }
  CHECK_FALSE(what_from_json("step-finished", R"({"step":")" + std::string(500, 'x') + "\"}"));
  CHECK_FALSE(what_from_json("answered", std::string(1 << 18, '[')));
}

TEST_CASE("numbers out of range are brought into it when written") {
  learner::Answered what;
  what.question = course::QuestionId("q");
  what.credit = std::nan("");
  what.earned = 7;
  what.attempt = -3;
  what.took = base::Duration(-5);
  const auto back = what_from_json("answered", learner::to_json(what));
  REQUIRE(back);
  CHECK(std::get<learner::Answered>(*back).credit == 0);
  CHECK(std::get<learner::Answered>(*back).earned == 1);
  CHECK(std::get<learner::Answered>(*back).attempt == 1);
}

TEST_CASE("mangled particulars never do harm") {
  REQUIRE(rc::check([] {
    const learner::Event event = *test::any_event();
    std::string json = learner::to_json(event.what);
    for (int i = *rc::gen::inRange(1, 5); i > 0; --i)
      json[*rc::gen::inRange<std::size_t>(0, json.size())] = *rc::gen::arbitrary<char>();
    RC_LOG() << json;
    if (const auto what = what_from_json(learner::name_of(event.what), json)) {
      RC_ASSERT(what_from_json(learner::name_of(*what), learner::to_json(*what)) == what);
    }
  }));
}

}  // namespace event_test
