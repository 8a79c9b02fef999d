#include "app/made_up_past.h"

#include <algorithm>

#include "base/random.h"
#include "reviews/due.h"
#include "reviews/schedule.h"

namespace app {
namespace {

using memory::Grade;

constexpr int kDays = 180;
constexpr int kLessonEvery = 7;  ///< days
constexpr int kAway = 4;         ///< days at the end
constexpr std::size_t kMostADay = 45;
constexpr std::chrono::hours kBegins{17};

class Somebody {
 public:
  Somebody(const course::Course& course, base::TimePoint until) : course_(course), until_(until) {}

  std::vector<learner::Event> run() && {
    const auto last = std::chrono::floor<std::chrono::days>(until_);
    for (int day = 0; day < kDays; ++day) {
      now_ = base::TimePoint(last - std::chrono::days(kDays - day)) + kBegins;
      if (draw() < 0.25 || day >= kDays - kAway) continue;  // a day off
      review();
      if (day % kLessonEvery == 0) next_lesson();
    }
    return std::move(events_);
  }

 private:
  double draw() { return random_.unit(); }

  void happens(const course::LessonId& lesson, learner::What what) {
    learner::Event& event = events_.emplace_back();
    event.number = static_cast<std::int64_t>(events_.size());
    event.at = now_;
    event.course = course_.id;
    event.lesson = lesson;
    event.what = std::move(what);
    reviews_.apply(event);
  }

  base::Duration takes() {
    const base::Duration time(4000 + static_cast<std::int64_t>(draw() * 14'000));
    now_ += time + std::chrono::seconds(3);
    return time;
  }

  learner::Return comes_back(reviews::CardIndex card, Grade grade) {
    const auto load = reviews::load_by_day(reviews_, now_, std::chrono::minutes(0), 60);
    const auto dues = reviews::dues(reviews_, card, {now_, std::chrono::minutes(0), load, random_.next(), false}, {});
    return {grade, dues[static_cast<std::size_t>(grade) - 1], 0};
  }

  Grade known_grade() {
    const double how = draw();
    return how < 0.12 ? Grade::hard : how < 0.9 ? Grade::good : Grade::easy;
  }

  void next_lesson() {
    if (lesson_ == course_.lessons.size()) return;
    const course::Lesson& lesson = course_.lessons[lesson_++];
    happens(lesson.id, learner::LessonOpened{});
    for (const course::Step& step : lesson.steps) {
      const course::Question* question = step.question();
      if (question != nullptr && !std::holds_alternative<course::Scale>(question->kind)) {
        learner::Answered answered;
        const bool known = draw() < 0.75;
        answered.question = question->id;
        answered.credit = answered.earned = known ? 1 : 0;
        answered.last = true;
        answered.took = takes();
        answered.comes_back = comes_back(reviews::kNone, known ? known_grade() : Grade::again);
        happens(lesson.id, answered);
      }
      now_ += std::chrono::seconds(20);
      happens(lesson.id, learner::StepFinished{step.id});
    }
    happens(lesson.id, learner::LessonFinished{});
  }

  void review() {
    // What was not known comes back the same evening.
    for (int round = 0; round < 4; ++round) {
      ask_what_is_due();
      now_ += std::chrono::minutes(10);
    }
  }

  void ask_what_is_due() {
    const base::TimePoint evening = now_ + std::chrono::hours(4);
    auto due = reviews::due(reviews_, now_, evening,
                            [](const reviews::QuestionRef&) { return reviews::Askable{.there = true}; });
    if (due.size() > kMostADay) due.resize(kMostADay);
    for (const reviews::DueCard& card : due) {
      const course::QuestionId id = reviews_.question(card.card).question;
      const double recall = *reviews_.recall(card.card, now_);
      happens({}, learner::Foretold{id, recall, 1});
      learner::Reviewed reviewed;
      const bool known = draw() < recall;
      reviewed.question = id;
      reviewed.credit = known ? 1 : 0;
      reviewed.took = takes();
      reviewed.comes_back = comes_back(card.card, known ? known_grade() : Grade::again);
      happens({}, reviewed);
    }
  }

  const course::Course& course_;
  const base::TimePoint until_;
  base::TimePoint now_;
  base::Random random_{7};
  reviews::Reviews reviews_;
  std::vector<learner::Event> events_;
  std::size_t lesson_ = 0;
};

}  // namespace

std::vector<learner::Event> made_up_past(const course::Course& course, base::TimePoint until) {
  return Somebody(course, until).run();
}

}  // namespace app
