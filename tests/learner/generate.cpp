#include "learner/generate.h"

namespace test {
namespace {

std::size_t below(std::size_t bound) { return *rc::gen::inRange<std::size_t>(0, bound); }

template <class Id>
Id pooled(const char* prefix, std::size_t count) {
  return Id(prefix + std::to_string(below(count)));
}

learner::What any_what() {
  using course::QuestionId;
  switch (below(7)) {
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
      return what;
    }
    case 3: return learner::HintShown{pooled<QuestionId>("q", 6), static_cast<int>(1 + below(4))};
    case 4: return learner::GaveUp{pooled<QuestionId>("q", 6), below(2) == 0};
    case 5: return learner::LessonFinished{};
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
