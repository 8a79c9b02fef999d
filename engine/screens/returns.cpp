#include "screens/returns.h"

#include "base/random.h"

namespace screens {
namespace {

/// Further than any day that a review is put on within its range matters for.
constexpr int kLoadDays = 500;

}  // namespace

Returns returns(const Shared& shared, const course::CourseId& course, const course::Question& question,
                reviews::Answer answer) {
  const reviews::CardIndex card = shared.reviews.find({course, question.id});
  answer.seen_before = card != reviews::kNone && shared.reviews.card(card).latest != reviews::kNone;
  answer.usual = shared.reviews.usual_time(card);
  Returns returns;
  returns.suggested = reviews::suggested_grade(answer);
  reviews::Moment moment;
  moment.now = shared.now;
  moment.utc_offset = shared.utc_offset;
  moment.load = reviews::load_by_day(shared.reviews, shared.now, shared.utc_offset, kLoadDays);
  const std::uint32_t nth = card == reviews::kNone ? 0 : shared.reviews.card(card).reviews;
  moment.seed = base::seed_of(question.id.str().data(), question.id.str().size()) + nth;
  moment.confident_error = reviews::is_confident_error(answer);
  returns.key = question.key;
  returns.dues = reviews::dues(shared.reviews, card, moment, wishes(shared, course));
  return returns;
}

reviews::Answer answer_of(const QuestionState& state, double credit, base::Duration took) {
  reviews::Answer answer;
  answer.credit = credit;
  answer.hints = state.hints;
  answer.gave_up = state.gave_up;
  answer.certainty = state.certainty;
  answer.took = took;
  return answer;
}

std::optional<learner::Foretold> foretold(const Shared& shared, const course::CourseId& course,
                                          const course::QuestionId& question, std::uint64_t seed) {
  const reviews::CardIndex card = shared.reviews.find({course, question});
  const auto recall = card == reviews::kNone ? std::nullopt : shared.reviews.recall(card, shared.now);
  if (!recall) return std::nullopt;
  return learner::Foretold{question, *recall, seed};
}

}  // namespace screens
