#include "screens/question.h"

#include <algorithm>
#include <numeric>

#include "base/random.h"

namespace screens {
namespace {

using Phase = QuestionState::Phase;

std::vector<std::size_t> in_order(std::size_t count) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  return order;
}

/// How many things a kind shows in an order of its own.
struct Movable {
  std::size_t operator()(const course::Choices& kind) const { return kind.choices.size(); }
  std::size_t operator()(const course::Order& kind) const { return kind.items.size(); }
  std::size_t operator()(const course::Match& kind) const { return kind.rights().size(); }
  std::size_t operator()(const course::Sort& kind) const { return kind.cards.size(); }
  template <class Kind>
  std::size_t operator()(const Kind&) const { return 0; }
};

std::vector<std::size_t> shown_order(const course::Question& question, std::uint64_t seed) {
  std::vector<std::size_t> order = in_order(std::visit(Movable{}, question.kind));
  const bool is_order = std::holds_alternative<course::Order>(question.kind);
  if (order.size() < 2 || (!question.shuffle && !is_order)) return order;
  base::Random random(seed);
  if (const auto* choices = std::get_if<course::Choices>(&question.kind); choices && choices->keep_last) {
    const std::size_t last = order.back();
    order.pop_back();
    random.shuffle(order);
    order.push_back(last);
    return order;
  }
  random.shuffle(order);
  // An order question that starts solved asks nothing.
  if (is_order && std::is_sorted(order.begin(), order.end())) std::rotate(order.begin(), order.begin() + 1, order.end());
  return order;
}

bool is_open(const course::Question& question) { return std::holds_alternative<course::Open>(question.kind); }

}  // namespace

QuestionState start(const course::Question& question, std::uint64_t seed, base::TimePoint now) {
  QuestionState state;
  state.seed = seed;
  state.shown = shown_order(question, seed);
  state.response = grading::empty_response(question);
  if (auto* order = std::get_if<grading::OrderResponse>(&state.response)) order->order = state.shown;
  state.shown_at = now;
  return state;
}

QuestionState resume(const course::Question& question, const learner::QuestionProgress* progress, const std::string& draft,
                     std::uint64_t fresh_seed, base::TimePoint now, std::string_view language) {
  const bool begun = progress && (progress->attempts > 0 || progress->gave_up || progress->hints > 0);
  QuestionState state = start(question, begun && progress->attempts > 0 ? progress->seed : fresh_seed, now);
  if (begun) {
    state.attempt = progress->attempts;
    state.hints = progress->hints;
    state.certainty = progress->certainty;
    state.earned = progress->earned;
    if (const auto response = grading::response_from_json(question, progress->response)) {
      state.response = *response;
      state.verdict = grading::grade(question, state.response, language);
    }
    if (progress->gave_up) give_up(question, state, language);
    else if (progress->done) state.phase = Phase::done;
    else if (progress->attempts > 0) state.phase = Phase::retry;
  }
  if (state.phase != Phase::done && !draft.empty()) {
    if (const auto response = grading::response_from_json(question, draft)) {
      state.response = *response;
      state.phase = Phase::answering;
    }
  }
  return state;
}

bool can_check(const course::Question& question, const QuestionState& state) {
  if (state.phase == Phase::done || state.phase == Phase::retry) return false;
  if (question.sure && state.certainty == learner::Certainty::unsaid) return false;
  return grading::is_complete(question, state.response);
}

void edit(const course::Question& question, QuestionState& state, grading::Response response) {
  if (state.phase == Phase::done) return;
  if (response.index() != question.kind.index()) return;
  state.response = std::move(response);
  state.changed = true;
  if (state.phase == Phase::retry) state.phase = Phase::answering;
}

Checked check(const course::Question& question, const QuestionState& state, base::TimePoint now, std::string_view language) {
  Checked checked;
  checked.verdict = grading::grade(question, state.response, language);
  learner::Answered& event = checked.event;
  event.question = question.id;
  event.response = grading::to_json(state.response);
  event.credit = checked.verdict.credit;
  event.attempt = state.attempt + 1;
  event.hints = state.hints;
  event.earned = grading::credit_after(event.credit, event.attempt, event.hints);
  const bool settled = checked.verdict.outcome == grading::Outcome::right ||
                       checked.verdict.outcome == grading::Outcome::ungraded || is_open(question);
  event.last = settled || question.pretest || event.attempt >= question.tries;
  event.pretest = question.pretest;
  event.certainty = state.certainty;
  event.seed = state.seed;
  event.took = std::max(base::Duration{0}, now - state.shown_at);
  return checked;
}

void settle(const course::Question&, QuestionState& state, const Checked& checked) {
  state.attempt = checked.event.attempt;
  state.verdict = checked.verdict;
  state.earned = checked.event.earned;
  state.changed = false;
  state.phase = checked.event.last ? Phase::done : Phase::retry;
}

void give_up(const course::Question& question, QuestionState& state, std::string_view language) {
  state.verdict = grading::grade(question, state.response, language);
  state.gave_up = true;
  state.earned = 0;
  state.changed = false;
  state.phase = Phase::done;
}

int tries_left(const course::Question& question, const QuestionState& state) {
  if (state.phase == Phase::done) return 0;
  return std::max(0, (question.pretest ? 1 : question.tries) - state.attempt);
}

}  // namespace screens
