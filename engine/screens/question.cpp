#include "screens/question.h"

#include <algorithm>
#include <numeric>

#include "base/random.h"
#include "course/variant.h"

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
  std::size_t operator()(const Kind&) const {
    return 0;
  }
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
  if (is_order && std::is_sorted(order.begin(), order.end()))
    std::rotate(order.begin(), order.begin() + 1, order.end());
  return order;
}

bool is_open(const course::Question& question) { return std::holds_alternative<course::Open>(question.kind); }

grading::Outcome outcome_of(double credit) {
  if (credit >= 1) return grading::Outcome::right;
  return credit > 0 ? grading::Outcome::partly : grading::Outcome::wrong;
}

/// The verdict of an answer in the history. Where its words are marked otherwise now, what was said then holds, and the parts
/// carry no mark.
grading::Verdict verdict_of(const course::Question& question, const grading::Response& response, double credit,
                            std::string_view language) {
  constexpr double kSame = 1e-6;
  grading::Verdict verdict = grading::grade(question, response, language);
  const double difference = verdict.credit - credit;
  if (verdict.outcome == grading::Outcome::ungraded || (difference < kSame && difference > -kSame)) return verdict;
  verdict.credit = credit;
  verdict.outcome = outcome_of(credit);
  verdict.remark = grading::Remark::none;
  for (grading::Part& part : verdict.parts) part.outcome = grading::Outcome::ungraded;
  return verdict;
}

/// What was picked for a gap in another language of the course is none of the options now: it has to be picked again, or it
/// would be marked as wrong.
void drop_foreign_picks(const course::Question& question, grading::Response& response) {
  const auto* blanks = std::get_if<course::Blanks>(&question.kind);
  auto* filled = std::get_if<grading::BlanksResponse>(&response);
  if (!blanks || !filled) return;
  for (std::size_t i = 0; i < std::min(blanks->gaps.size(), filled->gaps.size()); ++i) {
    const std::vector<std::string>& options = blanks->gaps[i].options;
    const bool known = std::find(options.begin(), options.end(), filled->gaps[i]) != options.end();
    if (!options.empty() && !known) filled->gaps[i].clear();
  }
}

/// A response that can be shown. An empty order, which can be read, cannot: there would be nothing to move.
std::optional<grading::Response> read_response(const course::Question& question, const std::string& json) {
  auto response = grading::response_from_json(question, json);
  const auto* order = response ? std::get_if<grading::OrderResponse>(&*response) : nullptr;
  if (order && order->order.empty()) return std::nullopt;
  return response;
}

/// The latest check and what it left to do.
void resume_history(const course::Question& question, QuestionState& state, const learner::QuestionProgress& progress,
                    std::string_view language) {
  state.attempt = progress.attempts;
  state.hints = progress.hints;
  state.certainty = progress.certainty;
  state.earned = progress.earned;
  state.first_credit = progress.attempts == 1 ? progress.credit : 0;
  state.marks = progress.marks;
  const auto response = read_response(question, progress.response);
  if (response) state.response = *response;
  if (progress.done) {
    state.phase = Phase::done;
    state.gave_up = progress.gave_up;
    state.unknown = progress.unknown;
    state.verdict = progress.gave_up ? grading::grade(question, state.response, language)
                                     : verdict_of(question, state.response, progress.credit, language);
    return;
  }
  if (response && progress.attempts > 0) {
    state.phase = Phase::retry;
    state.verdict = verdict_of(question, *response, progress.credit, language);
  }
  drop_foreign_picks(question, state.response);
}

/// Input that was not checked when the lesson was left.
void resume_draft(const course::Question& question, QuestionState& state, const Draft& draft,
                  std::string_view language) {
  const bool checked = state.phase == Phase::done && !state.gave_up;
  if (checked || draft.attempt != state.attempt) return;
  auto response = read_response(question, draft.response);
  if (!response) return;
  state.response = std::move(*response);
  if (state.gave_up) {  // not an answer, but what was typed is not lost
    state.verdict = grading::grade(question, state.response, language);
    return;
  }
  drop_foreign_picks(question, state.response);
  if (can_say_certainty(question, state)) state.certainty = draft.certainty;
  const auto* written = std::get_if<grading::OpenResponse>(&state.response);
  state.phase = written && !written->met.empty() ? Phase::marking : Phase::answering;
}

}  // namespace

const course::Question& as_asked(const course::Question& question, const QuestionState& state) {
  return state.variant != nullptr ? *state.variant : question;
}

QuestionState start(const course::Question& any, std::uint64_t seed, base::TimePoint now) {
  QuestionState state;
  state.seed = seed;
  if (any.variants != nullptr) state.variant = std::make_shared<const course::Question>(course::variant(any, seed));
  const course::Question& question = as_asked(any, state);
  state.shown = shown_order(question, seed);
  state.response = grading::empty_response(question);
  if (auto* order = std::get_if<grading::OrderResponse>(&state.response)) order->order = state.shown;
  state.shown_at = now;
  return state;
}

QuestionState resume(const course::Question& any, const learner::QuestionProgress* progress,
                     const std::optional<Draft>& draft, std::uint64_t fresh_seed, base::TimePoint now,
                     std::string_view language) {
  QuestionState state = start(any, progress && progress->attempts > 0 ? progress->seed : fresh_seed, now);
  const course::Question& question = as_asked(any, state);
  if (progress) resume_history(question, state, *progress, language);
  if (draft) resume_draft(question, state, *draft, language);
  return state;
}

Draft draft_of(const QuestionState& state, int round) {
  return {round, state.attempt, state.certainty, grading::to_json(state.response)};
}

bool can_check(const course::Question& any, const QuestionState& state) {
  const course::Question& question = as_asked(any, state);
  if (state.phase == Phase::done || state.phase == Phase::retry) return false;
  if (can_say_certainty(question, state) && state.certainty == learner::Certainty::unsaid) return false;
  return grading::is_complete(question, state.response);
}

void edit(const course::Question& any, QuestionState& state, grading::Response response) {
  const course::Question& question = as_asked(any, state);
  if (state.phase == Phase::done || response.index() != question.kind.index()) return;
  if (auto* open = std::get_if<grading::OpenResponse>(&response)) {
    const bool marking = state.phase == Phase::marking;
    if (marking) open->written = std::get<grading::OpenResponse>(state.response).written;
    open->met.resize(marking ? std::get<course::Open>(question.kind).rubric.size() : 0);
  }
  if (!read_response(question, grading::to_json(response))) return;
  state.response = std::move(response);
  state.changed = true;
  try_again(state);
}

bool can_say_certainty(const course::Question& question, const QuestionState& state) {
  const bool open = state.phase == Phase::answering || state.phase == Phase::retry;
  return grading::asks_certainty(question) && open && state.attempt == 0;
}

void set_certainty(const course::Question& question, QuestionState& state, learner::Certainty certainty) {
  if (!can_say_certainty(question, state)) return;
  state.certainty = certainty;
  state.changed = true;
  try_again(state);
}

void try_again(QuestionState& state) {
  if (state.phase == Phase::retry) state.phase = Phase::answering;
}

void begin_marking(const course::Open& kind, QuestionState& state) {
  std::get<grading::OpenResponse>(state.response).met.assign(kind.rubric.size(), false);
  state.phase = Phase::marking;
  state.changed = true;  // so that marking goes on after a restart
}

Checked check(const course::Question& any, const QuestionState& state, base::TimePoint now, std::string_view language) {
  const course::Question& question = as_asked(any, state);
  Checked checked;
  checked.verdict = grading::grade(question, state.response, language);
  checked.counts = grading::costs_a_try(checked.verdict);
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
  const bool staked = grading::asks_certainty(question) && !question.pretest && event.attempt == 1;
  if (staked) event.marks = grading::certainty_marks(event.certainty, event.credit);
  event.seed = state.seed;
  event.took = std::max(base::Duration{0}, now - state.shown_at);
  return checked;
}

void settle(QuestionState& state, const Checked& checked, base::TimePoint now) {
  state.verdict = checked.verdict;
  if (!checked.counts) {
    state.phase = Phase::retry;
    return;
  }
  state.attempt = checked.event.attempt;
  if (state.attempt == 1) state.first_credit = checked.event.credit;
  state.earned = std::max(state.earned, checked.event.earned);  // trying again never takes away
  if (checked.event.marks) state.marks = checked.event.marks;
  state.changed = false;
  state.shown_at = now;
  state.phase = checked.event.last ? Phase::done : Phase::retry;
}

std::optional<int> tries_to_hint(const course::Question& question, const QuestionState& state) {
  if (state.phase == Phase::done || state.phase == Phase::marking) return std::nullopt;
  const auto next = static_cast<std::size_t>(std::max(0, state.hints));
  if (next >= question.hints.size()) return std::nullopt;
  const int missing = std::max(0, question.hints[next].after - state.attempt);
  return missing < tries_left(question, state) ? std::optional(missing) : std::nullopt;
}

GivingUp giving_up(const course::Question& question, const QuestionState& state) {
  if (std::holds_alternative<course::Scale>(question.kind)) return GivingUp::skip;
  return state.attempt == 0 ? GivingUp::unknown : GivingUp::show_answer;
}

void give_up(const course::Question& any, QuestionState& state, std::string_view language) {
  const course::Question& question = as_asked(any, state);
  state.verdict = grading::grade(question, state.response, language);
  state.unknown = giving_up(question, state) == GivingUp::unknown;
  state.gave_up = true;
  state.phase = Phase::done;
}

int tries_left(const course::Question& question, const QuestionState& state) {
  if (state.phase == Phase::done) return 0;
  return std::max(0, (question.pretest ? 1 : question.tries) - state.attempt);
}

}  // namespace screens
