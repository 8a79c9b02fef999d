#include "learner/progress.h"

#include <algorithm>

namespace learner {
namespace {

/// True for what was answered or read, which the calendar counts.
bool is_study(const What& what) {
  return std::holds_alternative<Answered>(what) || std::holds_alternative<StepFinished>(what) ||
         std::holds_alternative<QuizAnswered>(what);
}

/// Share of what the questions of a round asked, 0–1, each counted alike; empty where none was asked.
std::optional<double> earned_in(const LessonProgress& lesson) {
  double earned = 0;
  int questions = 0;
  for (const auto& [id, question] : lesson.questions) {
    if (question.pretest || !question.done || !question.comes_back) continue;
    earned += question.earned;
    ++questions;
  }
  return questions > 0 ? std::optional(earned / questions) : std::nullopt;
}

/// What one event does to its lesson.
struct Fold {
  const Event& event;
  CourseProgress& course;
  LessonProgress& lesson;
  std::int64_t order;

  /// The question's progress, a new round where the last one is done and `fresh` begins another.
  QuestionProgress& round_of(const course::QuestionId& id, bool fresh) const {
    QuestionProgress& question = lesson.questions[id];
    if (fresh) question = QuestionProgress{};
    question.at = event.at;
    return question;
  }
  bool is_done(const course::QuestionId& id) const {
    const auto found = lesson.questions.find(id);
    return found != lesson.questions.end() && found->second.done;
  }
  bool was_tried(const course::QuestionId& id) const {
    const auto found = lesson.questions.find(id);
    return found != lesson.questions.end() && (found->second.attempts > 0 || found->second.done);
  }

  void operator()(const LessonOpened&) const {}
  void operator()(const StepFinished& what) const { lesson.finished.insert(what.step); }
  void operator()(const Answered& what) const {
    QuestionProgress& question = round_of(what.question, what.attempt <= 1 && was_tried(what.question));
    question.attempts = std::max(question.attempts + 1, what.attempt);
    question.hints = std::max(question.hints, what.hints);
    question.done = what.last;
    question.gave_up = question.unknown = false;
    question.pretest = what.pretest;
    question.comes_back = what.comes_back.has_value();
    question.earned = std::clamp(std::max(question.earned, what.earned), 0.0, 1.0);
    question.credit = std::clamp(what.credit, 0.0, 1.0);
    question.response = what.response;
    question.seed = what.seed;
    if (what.certainty != Certainty::unsaid) question.certainty = what.certainty;
    if (what.marks) question.marks = what.marks;
  }
  void operator()(const HintShown& what) const {
    QuestionProgress& question = round_of(what.question, is_done(what.question));
    question.hints = std::max(question.hints, what.number);
  }
  void operator()(const GaveUp& what) const {
    QuestionProgress& question = round_of(what.question, false);
    question.done = true;
    question.gave_up = true;
    question.unknown = what.unknown;
    question.comes_back = what.comes_back.has_value();
  }
  void operator()(const LessonFinished&) const {
    if (const auto earned = earned_in(lesson)) lesson.failed = *earned < kPassed ? lesson.failed + 1 : 0;
    lesson.complete = true;
    lesson.again = false;
    lesson.finished_order = order;
  }
  template <class Other>
  void operator()(const Other&) const {}  // apply_quiz, reviews::Reviews
  void operator()(const LessonRestarted&) const {
    lesson.finished.clear();
    lesson.questions.clear();
    lesson.again = true;
    ++lesson.round;
  }
};

bool counts(const course::Question& question) {
  return !question.pretest && !std::holds_alternative<course::Scale>(question.kind);
}

/// Full credit, with room for thirds and tenths that do not add up in binary.
bool is_full(double earned) { return earned >= 1 - 1e-9; }

void add_certainty(const course::Question& question, const QuestionProgress& progress, CertaintyScore& score) {
  const bool unknown = grading::asks_certainty(question) && progress.gave_up && progress.attempts == 0;
  if (!progress.marks && !unknown) return;
  score.marks += progress.marks.value_or(0);
  score.possible += grading::most_marks;
  ++score.questions;
}

double share_of_steps(const course::Lesson& lesson, const LessonProgress& progress) {
  if (lesson.steps.empty()) return 0;
  const auto behind = std::count_if(lesson.steps.begin(), lesson.steps.end(),
                                    [&](const course::Step& step) { return progress.finished.count(step.id) != 0; });
  return static_cast<double>(behind) / static_cast<double>(lesson.steps.size());
}

}  // namespace

void Progress::apply(const Event& event) {
  if (event.number > 0 && event.number <= last_event_) return;
  skip_to(event.number);
  ++applied_;
  CourseProgress& course = courses_[event.course];
  if (is_study(event.what)) ++days_[local_day(event)];
  if (apply_quiz(event, course) || event.lesson.empty()) return;  // reviews are folded in `reviews`
  LessonProgress& lesson = course.lessons[event.lesson];
  lesson.opened = true;
  lesson.last = event.at;
  lesson.order = applied_;
  std::visit(Fold{event, course, lesson, applied_}, event.what);
}

void Progress::skip_to(std::int64_t number) { last_event_ = std::max(last_event_, number); }

const CourseProgress* Progress::course(const course::CourseId& id) const {
  const auto found = courses_.find(id);
  return found == courses_.end() ? nullptr : &found->second;
}

const QuizProgress* Progress::quiz(const course::CourseId& course_id, const course::QuizId& quiz) const {
  const CourseProgress* progress = course(course_id);
  if (progress == nullptr) return nullptr;
  const auto found = progress->quizzes.find(quiz);
  return found == progress->quizzes.end() ? nullptr : &found->second;
}

const LessonProgress* Progress::lesson(const course::CourseId& course_id, const course::LessonId& lesson) const {
  const CourseProgress* progress = course(course_id);
  if (progress == nullptr) return nullptr;
  const auto found = progress->lessons.find(lesson);
  return found == progress->lessons.end() ? nullptr : &found->second;
}

std::optional<std::pair<course::CourseId, course::LessonId>> Progress::latest() const {
  std::optional<std::pair<course::CourseId, course::LessonId>> latest;
  std::int64_t order = 0;
  for (const auto& [course_id, course] : courses_) {
    for (const auto& [lesson_id, lesson] : course.lessons) {
      if (!lesson.in_progress() || lesson.order <= order) continue;
      order = lesson.order;
      latest.emplace(course_id, lesson_id);
    }
  }
  return latest;
}

std::size_t resume_at(const course::Lesson& lesson, const LessonProgress* progress) {
  std::size_t best = lesson.steps.size();
  if (progress == nullptr) return 0;
  // `fit` is the finished steps before `i` less the unfinished ones before it, which is highest where the two part best.
  int fit = 0;
  int best_fit = 0;
  for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
    const bool finished = progress->finished.count(lesson.steps[i].id) != 0;
    if (!finished && (best == lesson.steps.size() || fit >= best_fit)) {
      best = i;
      best_fit = fit;
    }
    fit += finished ? 1 : -1;
  }
  return best;
}

Score score(const course::Lesson& lesson, const LessonProgress& progress) {
  Score score;
  for (const course::Step& step : lesson.steps) {
    const course::Question* question = step.question();
    if (question == nullptr || !counts(*question)) continue;
    const auto found = progress.questions.find(question->id);
    const double earned = found == progress.questions.end() || found->second.pretest ? 0 : found->second.earned;
    if (found != progress.questions.end()) add_certainty(*question, found->second, score.certainty);
    score.possible += question->points;
    score.earned += question->points * earned;
    (is_full(earned) ? score.right : score.revisit).push_back(question->id);
  }
  return score;
}

double share_done(const course::Course& outline, const CourseProgress* progress) {
  double done = 0;
  std::size_t lessons = 0;
  for (const course::Module& module : outline.modules) {
    for (const course::LessonId& id : module.lessons) {
      ++lessons;
      if (progress == nullptr) continue;
      const auto found = progress->lessons.find(id);
      if (found == progress->lessons.end()) continue;
      const course::Lesson* lesson = outline.lesson(id);
      if (found->second.complete) {
        done += 1;
      } else if (lesson != nullptr) {
        done += share_of_steps(*lesson, found->second);
      }
    }
  }
  return lessons == 0 ? 0 : done / static_cast<double>(lessons);
}

}  // namespace learner
