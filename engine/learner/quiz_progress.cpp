#include "learner/quiz_progress.h"

#include <algorithm>

#include "learner/progress.h"

namespace learner {
namespace {

struct Fold {
  const Event& event;
  CourseProgress& course;

  /// The running try that an event speaks of, or nullptr.
  template <class What>
  QuizRun* running(const What& what) const {
    const auto found = course.quizzes.find(what.quiz);
    if (found == course.quizzes.end() || !found->second.running) return nullptr;
    QuizRun& run = *found->second.running;
    return run.start.run == what.run ? &run : nullptr;
  }

  template <class Other>
  bool operator()(const Other&) const {
    return false;
  }
  bool operator()(const QuizStarted& what) const {
    QuizProgress& quiz = course.quizzes[what.quiz];
    quiz.runs = std::max(quiz.runs + 1, what.run);
    quiz.running.emplace();
    quiz.running->start = what;
    quiz.running->at = event.at;
    return true;
  }
  bool operator()(const QuizAnswered& what) const {
    QuizRun* run = running(what);
    if (run == nullptr) return true;
    QuestionProgress& question = answer_of(*run, what.question);
    question.response = what.response;
    question.certainty = what.certainty;
    question.at = event.at;
    if (what.attempt == 0 && !what.last) return true;  // put down; what was checked before stands
    question.attempts = std::max(question.attempts, what.attempt);
    question.done = what.last;
    question.gave_up = what.gave_up;
    question.unknown = what.gave_up && what.attempt == 0;
    if (what.marks) question.marks = what.marks;
    question.credit = std::clamp(what.credit, 0.0, 1.0);
    question.earned = std::clamp(std::max(question.earned, what.earned), 0.0, 1.0);
    return true;
  }
  bool operator()(const QuizFlagged& what) const {
    QuizRun* run = running(what);
    if (run == nullptr) return true;
    if (what.on)
      run->flagged.insert(what.question);
    else
      run->flagged.erase(what.question);
    return true;
  }
  bool operator()(const QuizFinished& what) const {
    QuizRun* run = running(what);
    if (run == nullptr) return true;
    for (const QuizResult& result : what.results) close(*run, result);
    run->finish = what;
    run->finished_at = event.at;
    QuizProgress& quiz = course.quizzes[what.quiz];
    quiz.record.push_back(std::move(*run));
    quiz.running.reset();
    return true;
  }
  bool operator()(const QuizAbandoned& what) const {
    if (running(what) != nullptr) course.quizzes[what.quiz].running.reset();
    return true;
  }

  static QuestionProgress& answer_of(QuizRun& run, const course::QuestionId& id) {
    const auto [entry, is_new] = run.answers.try_emplace(id);
    if (!is_new) return entry->second;
    for (const course::Drawn& drawn : run.start.drawn) {
      if (drawn.question == id) entry->second.seed = drawn.seed;
    }
    return entry->second;
  }

  /// A question as it stood when the quiz was handed in.
  void close(QuizRun& run, const QuizResult& result) const {
    QuestionProgress& question = answer_of(run, result.question);
    if (question.done) return;
    question.done = true;
    question.at = event.at;
    question.gave_up = !result.answered;
    question.earned = result.earned;
    question.credit = result.credit;
    question.marks = result.marks;
    question.attempts = std::max(1, question.attempts);
  }
};

}  // namespace

Points score(const QuizFinished& finish) {
  Points points;
  for (const QuizResult& result : finish.results) {
    if (!result.marked) continue;
    points.earned += result.points * result.earned;
    points.possible += result.points;
  }
  return points;
}

CertaintyScore certainty_score(const QuizFinished& finish) {
  CertaintyScore score;
  for (const QuizResult& result : finish.results) {
    if (!result.marks) continue;
    score.marks += *result.marks;
    score.possible += grading::most_marks;
    ++score.questions;
  }
  return score;
}

bool apply_quiz(const Event& event, CourseProgress& course) { return std::visit(Fold{event, course}, event.what); }

}  // namespace learner
