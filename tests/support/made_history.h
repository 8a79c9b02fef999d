#pragma once
// A learner of years, made up: the same events for the same numbers, on every machine.

#include <queue>
#include <string>
#include <vector>

#include "base/random.h"
#include "learner/event.h"
#include "reviews/model.h"
#include "store/event_log.h"

namespace test {

struct MadeHistory {
  std::uint32_t questions = 200'000;
  std::int64_t reviews = 2'000'000;  ///< first answers included
  /// Every so many-th question was first answered in a lesson, as a step of it; the others first in a review.
  std::uint32_t every_in_lessons = 10;
  std::uint32_t courses = 20;
  std::uint64_t seed = 1;
};

/// Writes the events of a history one by one. Each question comes back when its predicted recall has fallen to nine in ten, more
/// or less, and is then known with that probability.
class HistoryMaker {
 public:
  explicit HistoryMaker(const MadeHistory& what) : what_(what), random_(what.seed), states_(what.questions) {
    for (std::uint32_t i = 0; i < what.questions; ++i) {
      // New ones come through the first 200 days.
      waiting_.push({kStart + std::int64_t{1000} * i * 86'400 * kLearning / what.questions, i});
    }
  }

  /// The next event, numbered from 1; empty when all reviews are written.
  std::optional<learner::Event> next() {
    if (ready_.empty()) {
      if (made_ == what_.reviews || waiting_.empty()) return std::nullopt;
      review();
    }
    learner::Event event = std::move(ready_.front());
    ready_.erase(ready_.begin());
    event.number = ++number_;
    return event;
  }
  base::TimePoint now() const { return base::TimePoint(base::Duration(at_)); }

  course::CourseId course(std::uint32_t question) const {
    return course::CourseId("course-" + std::to_string(question % what_.courses));
  }
  course::QuestionId question(std::uint32_t question) const {
    return course::QuestionId("question-" + std::to_string(question));
  }

 private:
  static constexpr std::int64_t kStart = 1'577'880'000'000;  // 2020-01-01 12:00 UTC
  static constexpr std::int64_t kLearning = 200;             // days
  struct Next {
    std::int64_t at;
    std::uint32_t question;
    bool operator>(const Next& other) const { return at != other.at ? at > other.at : question > other.question; }
  };
  struct Known {
    reviews::State state;
    std::int64_t last = -1;
  };

  double uniform() { return static_cast<double>(random_.next() >> 11) * 0x1.0p-53; }

  void put(std::uint32_t question, const char* lesson, learner::What what) {
    learner::Event event;
    event.at = now();
    event.utc_offset = std::chrono::minutes(60);
    event.course = course(question);
    event.lesson = course::LessonId(lesson);
    event.what = std::move(what);
    ready_.push_back(std::move(event));
  }

  void review() {
    const auto [at, i] = waiting_.top();
    waiting_.pop();
    at_ = std::max(at_ + 1000, at);
    Known& known = states_[i];
    const memory::Days elapsed(static_cast<double>(at_ - known.last) / 86'400'000);
    const bool first = known.last < 0;
    const double recall = first ? 0.7 : model_.recall(known.state, elapsed);
    const bool right = uniform() < recall;
    const auto grade = !right ? memory::Grade::again
                              : static_cast<memory::Grade>(uniform() < 0.1   ? 2
                                                           : uniform() < 0.9 ? 3
                                                                             : 4);
    known.state = first ? model_.first(grade) : model_.next(known.state, elapsed, grade);
    known.last = at_;
    const double days = std::max(0.007, model_.interval(known.state, 0.9).count() * (0.9 + 0.3 * uniform()));
    const std::int64_t due = at_ + static_cast<std::int64_t>(days * 86'400'000);
    const learner::Return comes_back{grade, base::TimePoint(base::Duration(due)), 7 + std::uint64_t{i}};
    const base::Duration took(3000 + static_cast<std::int64_t>(random_.below(15'000)));
    const std::string response = R"({"picked":[)" + std::to_string(random_.below(4)) + "]}";
    if (first && i % what_.every_in_lessons == 0) {
      learner::Answered what{question(i), response, right ? 1.0 : 0.0, right ? 1.0 : 0.0};
      what.last = true;
      what.seed = random_.next() >> 1;
      what.took = took;
      what.comes_back = comes_back;
      const std::string lesson = "lesson-" + std::to_string(i / (10 * what_.every_in_lessons));
      put(i, lesson.c_str(), what);
      put(i, lesson.c_str(), learner::StepFinished{course::StepId("step-" + std::to_string(i))});
    } else {
      learner::Reviewed what{question(i), response, right ? 1.0 : 0.0};
      what.seed = random_.next() >> 1;
      what.took = took;
      what.comes_back = comes_back;
      put(i, "", learner::Foretold{what.question, recall, what.seed});
      put(i, "", what);
    }
    waiting_.push({due, i});
    ++made_;
  }

  MadeHistory what_;
  base::Random random_;
  reviews::Model model_;
  std::vector<Known> states_;
  std::priority_queue<Next, std::vector<Next>, std::greater<>> waiting_;
  std::vector<learner::Event> ready_;
  std::int64_t at_ = kStart;
  std::int64_t made_ = 0, number_ = 0;
};

/// Into an empty log, a quarter of a million events at a time. The time of the last one.
inline base::Result<base::TimePoint> fill(store::EventLog& log, const MadeHistory& what) {
  constexpr int kAtOnce = 250'000;
  HistoryMaker maker(what);
  for (bool more = true; more;) {
    int left = kAtOnce;
    const auto written = log.append_rows([&]() -> std::optional<store::Row> {
      if (left-- == 0) return std::nullopt;
      const auto event = maker.next();
      if (!event) {
        more = false;
        return std::nullopt;
      }
      const std::int64_t at = event->at.time_since_epoch().count();
      return store::Row{0,
                        at,
                        at,
                        event->utc_offset.count(),
                        event->course.str(),
                        event->lesson.str(),
                        learner::name_of(event->what),
                        learner::to_json(event->what)};
    });
    if (!written) return tl::unexpected(written.error());
  }
  return maker.now();
}

}  // namespace test
