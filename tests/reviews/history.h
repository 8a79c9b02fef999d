#pragma once
// A history being made up, event by event.

#include "learner/event.h"
#include "reviews/reviews.h"

namespace test {

constexpr base::TimePoint kNoon{base::Duration(1'767'268'800'000)};  // 2026-01-01 12:00 UTC
constexpr std::chrono::days kDay{1};

class History {
 public:
  explicit History(reviews::ModelKind kind = reviews::ModelKind::fsrs7) : reviews(kind) {}

  /// `lesson` empty: in a review.
  void happens(learner::What what, const char* lesson = "") {
    learner::Event event;
    event.number = ++number_;
    event.at = now;
    event.course = course::CourseId("tea");
    event.lesson = course::LessonId(lesson);
    event.what = std::move(what);
    events.push_back(event);
    reviews.apply(event);
  }
  void answered(const char* question, memory::Grade grade, base::Duration took = std::chrono::seconds(10),
                std::chrono::days comes_back_in = kDay) {
    learner::Answered what;
    what.question = course::QuestionId(question);
    what.last = true;
    what.took = took;
    what.comes_back = learner::Return{grade, now + comes_back_in, 7};
    happens(what, "leaf");
  }
  void reviewed(const char* question, memory::Grade grade, std::chrono::days comes_back_in = kDay) {
    learner::Reviewed what;
    what.question = course::QuestionId(question);
    what.took = std::chrono::seconds(10);
    what.comes_back = {grade, now + comes_back_in, 7};
    happens(what);
  }
  reviews::CardIndex card(const char* question) const {
    return reviews.find({course::CourseId("tea"), course::QuestionId(question)});
  }

  base::TimePoint now = kNoon;
  reviews::Reviews reviews;
  std::vector<learner::Event> events;

 private:
  std::int64_t number_ = 0;
};

}  // namespace test
