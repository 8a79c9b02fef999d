#include "learner/generate.h"

namespace test {
namespace {

std::size_t below(std::size_t bound) { return *rc::gen::inRange<std::size_t>(0, bound); }

template <class Id>
Id pooled(const char* prefix, std::size_t count) {
  return Id(prefix + std::to_string(below(count)));
}

template <class What>
What in_a_run() {
  What what;
  what.quiz = pooled<course::QuizId>("z", 2);
  what.run = static_cast<int>(1 + below(2));
  return what;
}

base::TimePoint any_time() {
  return base::TimePoint(base::Duration(1'700'000'000'000 + static_cast<std::int64_t>(below(1'000'000'000))));
}

learner::Return any_return() {
  return {static_cast<memory::Grade>(1 + below(4)), any_time(),
          below(2) == 0 ? 0 : *rc::gen::arbitrary<std::uint64_t>()};
}

std::optional<learner::Return> any_comes_back() {
  if (below(2) == 0) return std::nullopt;
  return any_return();
}

learner::What any_quiz_event() {
  using course::QuestionId;
  switch (below(5)) {
    case 0: {
      auto what = in_a_run<learner::QuizStarted>();
      what.seed = *rc::gen::arbitrary<std::uint64_t>();
      for (std::size_t i = below(4); i > 0; --i)
        what.drawn.push_back({QuestionId("q" + std::to_string(i)), below(1000), static_cast<double>(1 + below(3))});
      what.minutes = static_cast<int>(below(30));
      what.feedback = static_cast<course::Quiz::Feedback>(below(2));
      what.layout = static_cast<course::Quiz::Layout>(below(2));
      what.tries = static_cast<int>(below(3));
      what.pass = static_cast<double>(below(5)) / 4;
      return what;
    }
    case 1: {
      auto what = in_a_run<learner::QuizAnswered>();
      what.question = pooled<QuestionId>("q", 6);
      what.response = *rc::gen::element<std::string>(R"({"picked":[0]})", "", "not json");
      what.attempt = static_cast<int>(below(3));
      if (what.attempt > 0) what.credit = what.earned = static_cast<double>(below(5)) / 4;
      what.last = *rc::gen::arbitrary<bool>();
      what.gave_up = *rc::gen::arbitrary<bool>();
      what.certainty = static_cast<learner::Certainty>(below(4));
      what.took = base::Duration(below(100'000));
      return what;
    }
    case 2: {
      auto what = in_a_run<learner::QuizFlagged>();
      what.question = pooled<QuestionId>("q", 6);
      what.on = *rc::gen::arbitrary<bool>();
      return what;
    }
    case 3: {
      auto what = in_a_run<learner::QuizFinished>();
      for (std::size_t i = below(4); i > 0; --i)
        what.results.push_back({pooled<QuestionId>("q", 6), 0.25, static_cast<double>(below(5)) / 4, 2, below(2) == 0,
                                below(4) > 0, std::nullopt, any_comes_back()});
      what.concepts[pooled<course::ConceptId>("k", 3)] = {1, 2};
      what.time_up = *rc::gen::arbitrary<bool>();
      what.took = base::Duration(below(100'000));
      return what;
    }
    default: return in_a_run<learner::QuizAbandoned>();
  }
}

learner::What any_review_event() {
  const auto question = pooled<course::QuestionId>("q", 6);
  switch (below(7)) {
    case 0:
      return learner::Foretold{question, static_cast<double>(below(101)) / 100, *rc::gen::arbitrary<std::uint64_t>()};
    case 1: {
      learner::Reviewed what;
      what.question = question;
      what.response = *rc::gen::element<std::string>(R"({"picked":[0]})", "", "not json");
      what.credit = static_cast<double>(below(5)) / 4;
      what.hints = static_cast<int>(below(3));
      what.certainty = static_cast<learner::Certainty>(below(4));
      if (below(2) == 0) what.marks = 3;
      what.seed = *rc::gen::arbitrary<std::uint64_t>();
      what.took = base::Duration(below(100'000));
      what.comes_back = any_return();
      return what;
    }
    case 2: return learner::Regraded{question, any_return()};
    case 3: return learner::ReviewUndone{question};
    case 4: return learner::Buried{question, any_time()};
    case 5: return learner::StandingChanged{question, static_cast<learner::Standing>(below(3)), any_time()};
    default: return learner::Fitted{"fsrs6", {0.5, 1, static_cast<double>(below(9))}, 100, 0.5, 0.25};
  }
}

learner::What any_what() {
  using course::QuestionId;
  switch (below(10)) {
    case 0: return learner::LessonOpened{};
    case 1: return learner::StepFinished{pooled<course::StepId>("s", 8)};
    case 2: {
      learner::Answered what;
      what.question = pooled<QuestionId>("q", 6);
      what.response = *rc::gen::element<std::string>(R"({"picked":[0]})", R"({"typed":"é"})", "", "not json",
                                                     R"({"b":1,"a":2})", "\"text\"");
      what.credit = static_cast<double>(below(5)) / 4;
      what.earned = what.credit * static_cast<double>(below(4)) / 3;
      what.attempt = static_cast<int>(1 + below(3));
      what.hints = static_cast<int>(below(3));
      what.last = *rc::gen::arbitrary<bool>();
      what.pretest = *rc::gen::arbitrary<bool>();
      what.certainty = static_cast<learner::Certainty>(below(4));
      if (below(2) == 0) what.marks = static_cast<double>(below(19)) / 2 - 6;
      what.seed = *rc::gen::arbitrary<std::uint64_t>();
      what.took = base::Duration(below(100'000));
      what.comes_back = any_comes_back();
      return what;
    }
    case 3: return learner::HintShown{pooled<QuestionId>("q", 6), static_cast<int>(1 + below(4))};
    case 4: return learner::GaveUp{pooled<QuestionId>("q", 6), below(2) == 0, any_comes_back()};
    case 5: return learner::LessonFinished{};
    case 6: return any_quiz_event();
    case 7:
    case 8: return any_review_event();
    default: return learner::LessonRestarted{};
  }
}

}  // namespace

rc::Gen<learner::Event> any_event() {
  return rc::gen::exec([] {
    learner::Event event;
    event.course = pooled<course::CourseId>("c", 2);
    event.lesson = pooled<course::LessonId>("l", 4);
    event.utc_offset = std::chrono::minutes(*rc::gen::inRange(-14, 15) * 60);
    event.what = any_what();
    return event;
  });
}

rc::Gen<std::vector<learner::Event>> any_history() {
  return rc::gen::map(rc::gen::container<std::vector<learner::Event>>(any_event()),
                      [](std::vector<learner::Event> events) {
                        base::TimePoint at{std::chrono::seconds(1'700'000'000)};
                        std::int64_t number = 0;
                        for (learner::Event& event : events) {
                          at += std::chrono::minutes(7 * (number % 200));
                          event.at = at;
                          event.number = ++number;
                        }
                        return events;
                      });
}

}  // namespace test
