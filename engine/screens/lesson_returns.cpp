#include "screens/lesson_returns.h"

#include "course/draw.h"

namespace screens::lesson {
namespace {

course::QuestionId question_of(const State& state, const course::StepId& id) {
  for (const course::Step& step : state.lesson->steps) {
    if (step.id == id && step.question()) return step.question()->id;
  }
  return {};
}

/// Whether it is asked again at all; true when that is in the history.
bool put_standing(const State& state, const course::QuestionId& question, Returning& returning,
                  learner::Standing standing, Shared& shared, Services& services) {
  if (returning.standing == standing) return true;
  const base::TimePoint due = standing == learner::Standing::asked
                                  ? returning.returns.with(returning.grade).due
                                  : reviews::due_when_known(shared.now, shared.utc_offset);
  const learner::StandingChanged event{question, standing, due};
  if (!record(shared, services, state.course->id, state.lesson->id, event)) return false;
  returning.standing = standing;
  return true;
}

}  // namespace

std::optional<Returns> returns_of(const State& state, const course::Question& question, const reviews::Answer& answer,
                                  const Shared& shared) {
  if (!course::is_marked(question)) return std::nullopt;
  return returns(shared, state.course->id, question, answer);
}

void regrade(State& state, const Regrade& action, Shared& shared, Services& services) {
  const auto found = state.returning.find(action.step);
  const course::QuestionId question = question_of(state, action.step);
  if (question.empty() || found == state.returning.end() || !memory::is_grade(static_cast<int>(action.grade))) return;
  Returning& returning = found->second;
  if (returning.grade == action.grade && returning.standing == learner::Standing::asked) return;
  const learner::Regraded event{question, returning.returns.with(action.grade)};
  if (!put_standing(state, question, returning, learner::Standing::asked, shared, services)) return;
  if (record(shared, services, state.course->id, state.lesson->id, event)) returning.grade = action.grade;
}

void put_aside(State& state, const PutAside& action, Shared& shared, Services& services) {
  const auto found = state.returning.find(action.step);
  const course::QuestionId question = question_of(state, action.step);
  if (!question.empty() && found != state.returning.end())
    put_standing(state, question, found->second, action.standing, shared, services);
}

}  // namespace screens::lesson
