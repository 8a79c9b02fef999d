#include "memory/simulated/measures.h"

#include <algorithm>
#include <cmath>

namespace simulated {
namespace {

double loss(double recall, memory::Grade grade) {
  const double p = std::clamp(recall, 1e-6, 1 - 1e-6);
  return -std::log(grade == memory::Grade::again ? 1 - p : p);
}

}  // namespace

Measures measure(const Learner& learner, const Study& study) {
  Measures found;
  std::size_t foretold = 0, asked = 0;
  for (std::size_t i = 0; i < study.answers.size(); ++i) {
    const Answer& answer = study.answers[i];
    asked += answer.drill ? 0 : 1;
    if (answer.first || answer.drill || i < study.answers.size() / 2) continue;
    ++foretold;
    found.loss += loss(answer.foretold.recall, answer.grade);
    found.loss_by_default += loss(answer.foretold.by_default, answer.grade);
    found.loss_of_truth += loss(answer.truth, answer.grade);
  }
  const auto count = static_cast<double>(std::max<std::size_t>(foretold, 1));
  for (double* sum : {&found.loss, &found.loss_by_default, &found.loss_of_truth}) *sum /= count;
  for (const Due& due : study.due) {
    if (due.day < learner.days / 2.0) continue;
    found.retained_at_due += due.truth;
    ++found.due;
    found.retained_within_reach += due.within_reach ? due.truth : 0;
    found.due_within_reach += due.within_reach ? 1 : 0;
  }
  found.retained_at_due /= static_cast<double>(std::max<std::size_t>(found.due, 1));
  found.retained_within_reach /= static_cast<double>(std::max<std::size_t>(found.due_within_reach, 1));
  const double known = study.known * learner.questions;
  found.known = study.known;
  found.answers_a_day = static_cast<double>(study.answers.size()) / learner.days;
  found.answers_per_known = static_cast<double>(study.answers.size()) / known;
  found.asked_per_known = static_cast<double>(asked) / known;
  return found;
}

}  // namespace simulated
