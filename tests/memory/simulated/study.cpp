#include "memory/simulated/study.h"

#include <algorithm>
#include <cmath>

namespace simulated {
namespace {

constexpr double kMinute = 1.0 / 1440;
constexpr double kLesson = 5 * kMinute;    ///< from reading to the question
constexpr double kSession = 10 * kMinute;  ///< from an answer to its repetition
constexpr int kMostRepetitions = 3, kMostReviews = 150;
constexpr std::uint64_t kAnswers = 1'000'000;  // streams of random numbers

class Course {
 public:
  Course(const Learner& learner, Scheduler& scheduler)
      : learner_(learner), scheduler_(scheduler), due_(static_cast<std::size_t>(learner.days) + 1, 0) {}

  Study run() {
    for (const Visit& visit : learner_.visits()) {
      review(visit);
      for (int i = 0; i < visit.new_questions; ++i) begin(visit);
      if (!scheduler_.rest()) continue;
      for (std::size_t i = 0; i < questions_.size(); ++i) {
        drop(questions_[i]);
        plan(static_cast<int>(i), visit.day + 1);
      }
    }
    const double end = learner_.days;
    for (const Question& question : questions_) {
      record_.known += question.truth->recall(end) / learner_.questions;
      if (question.due <= end)
        record_.due.push_back({question.due, question.truth->recall(question.due), question.within_reach});
    }
    return std::move(record_);
  }

 private:
  struct Question {
    TruthPtr truth;
    base::Random random;
    double last = 0, due = 0;
    bool within_reach = true;
  };

  void review(const Visit& visit) {
    std::vector<std::pair<double, int>> order;
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      if (std::floor(questions_[i].due) > visit.day + visit.ahead) continue;
      const int question = static_cast<int>(i);
      order.emplace_back(scheduler_.urgency(question, visit.day + visit.hour), question);
    }
    std::sort(order.begin(), order.end());
    if (order.size() > kMostReviews) order.resize(kMostReviews);
    for (const auto& [urgency, number] : order) {
      Question& question = questions_[static_cast<std::size_t>(number)];
      const double now = std::max(visit.day + visit.hour, question.last + kMinute);
      // Asked before its day, a review was not due; asked late, it is judged on its day.
      if (question.due <= now)
        record_.due.push_back({question.due, question.truth->recall(question.due), question.within_reach});
      drop(question);
      ask(number, now, false);
      plan(number, visit.day + 1);
    }
  }

  void begin(const Visit& visit) {
    const int number = static_cast<int>(questions_.size());
    const double now = visit.day + visit.hour;
    questions_.push_back(
        {learner_.truth(number), stream(learner_.seed, kAnswers + static_cast<std::uint64_t>(number)), 0, 0, true});
    questions_.back().truth->study(now, false);
    ask(number, now + kLesson, true);
    plan(number, visit.day + 1);
  }

  /// With its repetitions in the same session.
  void ask(int number, double day, bool first) {
    memory::Grade grade = answer(number, day, first, false);
    for (int i = 1; i <= kMostRepetitions && scheduler_.repeats(grade); ++i) {
      grade = answer(number, day + i * kSession, false, true);
    }
  }

  memory::Grade answer(int number, double day, bool first, bool drill) {
    Question& question = questions_[static_cast<std::size_t>(number)];
    Answer answer{number, day, memory::Grade::good, question.truth->recall(day), {}, first, drill};
    if (!first) answer.foretold = scheduler_.foretell(number, day);
    answer.grade = learner_.grade(answer.truth, question.random);
    scheduler_.answered(number, day, answer.grade, drill);
    question.truth->study(day, answer.grade != memory::Grade::again);
    question.last = day;
    record_.answers.push_back(answer);
    return answer.grade;
  }

  /// On the hour of its last answer, as the model counts from there.
  void plan(int number, int earliest) {
    Question& question = questions_[static_cast<std::size_t>(number)];
    const int last = static_cast<int>(question.last);
    const Wait wait =
        scheduler_.wait(number, std::span<const int>(due_).subspan(static_cast<std::size_t>(last)), earliest - last);
    question.due = question.last + wait.days;
    question.within_reach = wait.within_reach;
    count(question, 1);
  }

  void drop(const Question& question) { count(question, -1); }
  void count(const Question& question, int change) {
    const auto day = static_cast<std::size_t>(question.due);
    if (day < due_.size()) due_[day] += change;
  }

  const Learner& learner_;
  Scheduler& scheduler_;
  std::vector<int> due_;  ///< reviews of each day
  std::vector<Question> questions_;
  Study record_;
};

}  // namespace

Study study(const Learner& learner, Scheduler& scheduler) { return Course(learner, scheduler).run(); }

}  // namespace simulated
