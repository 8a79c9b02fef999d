#include "screens/review.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/random.h"

namespace screens::review {
namespace {

using Phase = QuestionState::Phase;
using std::chrono::minutes;

constexpr base::Duration kDraftDelay{400};
constexpr std::size_t kTwenty = 20;
constexpr minutes kFiveMinutes{5};
/// At the end of a review those that were not known come once more although they are due a little later.
constexpr minutes kAhead{20};

std::string draft_key(const Card& card) { return "review/" + card.course->id.str() + "/" + card.question.id.str(); }

std::uint64_t fresh_seed(const Shared& shared, const reviews::QuestionRef& ref) {
  const std::string words = shared.profile.id.str() + "/" + ref.course.str() + "/" + ref.question.str() + "/" +
                            std::to_string(shared.now.time_since_epoch().count());
  return base::Random(base::seed_of(words.data(), words.size())).next() >> 1;
}

/// What a question is about: its first concept, else its lesson.
std::string group_of(const Shared& shared, reviews::CardIndex index) {
  const Placed placed = shared.questions.find(shared.reviews.question(index));
  if (!placed) return {};
  const auto& concepts = placed.question->concepts;
  return placed.course->id.str() + "/" + (concepts.empty() ? placed.lesson->id.str() : concepts.front().str());
}

bool out_of_time(const State& state, const Shared& shared) {
  return state.length == Length::five_minutes && shared.now - state.began >= kFiveMinutes;
}

course::Question in_one_try(course::Question question) {
  question.tries = 1;
  question.pretest = false;
  return question;
}

/// Puts a question on screen. `seed`: as it was shown before; it was foretold then. False when it is not there any more, or nothing
/// can be written.
bool show(State& state, reviews::CardIndex index, const std::optional<std::uint64_t>& seed, Shared& shared,
          Services& services) {
  const reviews::QuestionRef ref = shared.reviews.question(index);
  const Placed placed = shared.questions.find(ref);
  if (!placed) return false;
  const std::uint64_t as = seed ? *seed : fresh_seed(shared, ref);
  const auto prediction = seed ? std::nullopt : foretold(shared, ref.course, ref.question, as);
  if (prediction && !record(shared, services, ref.course, {}, *prediction)) return false;
  Card card;
  card.index = index;
  card.course = placed.course;
  card.lesson = placed.lesson;
  card.answer = start(*placed.question, as, shared.now);
  card.question = in_one_try(*placed.question);
  if (card.answer.variant)
    card.answer.variant = std::make_shared<const course::Question>(in_one_try(*card.answer.variant));
  card.recall = shared.reviews.recall(index, shared.now).value_or(0);
  card.last = shared.reviews.card(index).last;
  if (const auto draft = shared.drafts.find(draft_key(card)); draft != shared.drafts.end()) {
    if (const auto read = draft_from_json(draft->second)) {
      const QuestionState resumed = resume(card.question, nullptr, read, as, shared.now, card.course->language);
      card.answer.response = resumed.response;
      card.answer.phase = resumed.phase;
      card.answer.certainty = resumed.certainty;
    }
  }
  if (const auto* goal = std::get_if<course::Goal>(&asked(card).kind)) {
    explorable::Setting setting;
    setting.inputs = std::get<grading::GoalResponse>(card.answer.response).inputs;
    card.explorable = explore::open(goal->model, setting);
  }
  state.card = std::move(card);
  state.page = Page::asking;
  state.save_draft_at.reset();
  return true;
}

/// Those that were not known, once nothing else is left.
void come_again(State& state, const Shared& shared) {
  std::set<reviews::CardIndex> missed;
  for (const Done& done : state.done) {
    if (done.what != Done::What::answered) continue;
    done.known ? missed.erase(done.index) : missed.insert(done.index).second;
  }
  for (const reviews::DueCard& card : due_cards(shared, shared.now + kAhead)) {
    if (missed.contains(card.card)) state.queue.push_back(card.card);
  }
}

void next(State& state, Shared& shared, Services& services) {
  state.card.reset();
  while (!out_of_time(state, shared)) {
    if (state.queue.empty()) come_again(state, shared);
    if (state.queue.empty()) break;
    const reviews::CardIndex index = state.queue.front();
    if (show(state, index, std::nullopt, shared, services)) {
      state.queue.erase(state.queue.begin());
      return;
    }
    if (shared.questions.has(shared.reviews.question(index))) break;  // nothing can be written; that was told
    state.queue.erase(state.queue.begin());
  }
  state.page = Page::done;
}

void begin(State& state, Length length, Shared& shared, Services& services) {
  auto cards =
      reviews::mixed(due_cards(shared, shared.now), [&](reviews::CardIndex index) { return group_of(shared, index); });
  if (length == Length::twenty && cards.size() > kTwenty) cards.resize(kTwenty);
  state = State{};
  state.length = length;
  state.began = shared.now;
  state.planned = cards.size();
  for (const reviews::DueCard& card : cards) state.queue.push_back(card.card);
  // A review that was interrupted goes on with the question that was on screen, as it was shown.
  const auto waiting = shared.reviews.waiting();
  const reviews::CardIndex index = waiting ? shared.reviews.find(waiting->question) : reviews::kNone;
  const auto place = std::find(state.queue.begin(), state.queue.end(), index);
  if (place != state.queue.end() && show(state, index, waiting->seed, shared, services)) {
    state.queue.erase(place);
    return;
  }
  next(state, shared, services);
}

void input_changed(State& state, const Shared& shared) {
  const base::TimePoint due = shared.now + kDraftDelay;
  // A clock that was set back must not put it off.
  if (!state.save_draft_at || *state.save_draft_at > due) state.save_draft_at = due;
}

/// The answer is in the history; the grade that it deserves with it.
void answered(State& state, const Returns& returns, Shared& shared, Services& services) {
  Card& card = *state.card;
  card.returns = returns;
  card.grade = returns.suggested;
  state.done.push_back(
      {Done::What::answered, card.index, card.answer.seed, returns.suggested != memory::Grade::again, card.recall});
  drop_draft(shared, services, draft_key(card));
  state.save_draft_at.reset();
  ++state.look_serial;
}

void check_card(State& state, Shared& shared, Services& services) {
  Card& card = *state.card;
  if (!can_check(card.question, card.answer)) return;
  const auto* open = std::get_if<course::Open>(&asked(card).kind);
  if (open && card.answer.phase == Phase::answering) {
    begin_marking(*open, card.answer);
    ++state.look_serial;
    return input_changed(state, shared);
  }
  Checked checked = check(card.question, card.answer, shared.now, card.course->language);
  if (!checked.counts) return settle(card.answer, checked, shared.now);
  checked.event.last = true;
  learner::Reviewed event;
  event.question = card.question.id;
  event.response = checked.event.response;
  event.credit = checked.event.credit;
  event.hints = card.answer.hints;
  event.certainty = checked.event.certainty;
  event.marks = checked.event.marks;
  event.seed = card.answer.seed;
  event.took = checked.event.took;
  const Returns after =
      returns(shared, card.course->id, card.question, answer_of(card.answer, event.credit, event.took));
  event.comes_back = after.as_suggested();
  if (!record(shared, services, card.course->id, {}, event)) return;
  settle(card.answer, checked, shared.now);
  answered(state, after, shared, services);
}

void give_up_card(State& state, Shared& shared, Services& services) {
  Card& card = *state.card;
  if (card.answer.phase == Phase::done) return;
  learner::Reviewed event;
  event.question = card.question.id;
  event.hints = card.answer.hints;
  event.seed = card.answer.seed;
  event.took = std::max(base::Duration{0}, shared.now - card.answer.shown_at);
  reviews::Answer answer = answer_of(card.answer, 0, event.took);
  answer.gave_up = true;
  const Returns after = returns(shared, card.course->id, card.question, answer);
  event.comes_back = after.as_suggested();
  if (!record(shared, services, card.course->id, {}, event)) return;
  give_up(card.question, card.answer, card.course->language);
  answered(state, after, shared, services);
}

void grade(State& state, memory::Grade grade, Shared& shared, Services& services) {
  Card& card = *state.card;
  if (!card.returns || !memory::is_grade(static_cast<int>(grade))) return;
  if (grade != card.grade) {
    const learner::Regraded event{card.question.id, card.returns->with(grade)};
    if (!record(shared, services, card.course->id, {}, event)) return;
    state.done.back().known = grade != memory::Grade::again;
  }
  next(state, shared, services);
}

/// Takes back what was done last, and shows its question as it was shown.
void undo(State& state, Shared& shared, Services& services) {
  if (state.done.empty()) return;
  const Done last = state.done.back();
  const reviews::QuestionRef ref = shared.reviews.question(last.index);
  learner::What what = learner::ReviewUndone{ref.question};
  if (last.what == Done::What::buried) what = learner::Buried{ref.question, shared.now};
  if (last.what == Done::What::standing)
    what = learner::StandingChanged{ref.question, learner::Standing::asked, shared.now};
  if (!record(shared, services, ref.course, {}, what)) return;
  state.done.pop_back();
  if (state.card && state.card->index != last.index) state.queue.insert(state.queue.begin(), state.card->index);
  std::erase(state.queue, last.index);
  if (!show(state, last.index, last.seed, shared, services)) next(state, shared, services);
}

/// Leaves the question on screen unanswered, with `what` in the history.
void pass(State& state, Done::What done, const learner::What& what, Shared& shared, Services& services) {
  const Card& card = *state.card;
  if (!record(shared, services, card.course->id, {}, what)) return;
  drop_draft(shared, services, draft_key(card));
  if (card.returns) state.done.pop_back();  // it was answered; what is taken back now is this
  state.done.push_back({done, card.index, card.answer.seed, false, 0});
  next(state, shared, services);
}

void explore_card(State& state, const explore::Action& action, const Shared& shared) {
  Card& card = *state.card;
  if (!card.explorable) return;
  const std::vector<double> before = card.explorable->setting.inputs;
  explore::update(*card.explorable, action, shared.now, shared.settings.reduced_motion);
  if (card.explorable->setting.inputs == before) return;
  edit(card.question, card.answer, grading::GoalResponse{card.explorable->setting.inputs});
  if (card.answer.changed) input_changed(state, shared);
}

bool may_check_by_picking(const Card& card) {
  return answers_by_picking(card.question) && card.answer.phase == Phase::answering &&
         can_check(card.question, card.answer);
}

struct Updater {
  State& state;
  Shared& shared;
  Services& services;

  void operator()(const Begin& a) {
    if (shared.reviews_read) begin(state, a.length, shared, services);
  }
  void operator()(const Edit& a) {
    Card& card = *state.card;
    edit(card.question, card.answer, a.response);
    if (const auto* goal = std::get_if<grading::GoalResponse>(&a.response); goal && card.explorable)
      explore::set_inputs(*card.explorable, goal->inputs);
    if (!card.answer.changed) return;
    if (may_check_by_picking(card)) return check_card(state, shared, services);
    input_changed(state, shared);
  }
  void operator()(const SetCertainty& a) {
    Card& card = *state.card;
    set_certainty(asked(card), card.answer, a.certainty);
    if (!card.answer.changed) return;
    if (may_check_by_picking(card)) return check_card(state, shared, services);
    input_changed(state, shared);
  }
  void operator()(const Check&) { check_card(state, shared, services); }
  void operator()(const ShowHint&) {
    Card& card = *state.card;
    if (tries_to_hint(asked(card), card.answer) != 0) return;
    ++card.answer.hints;
    ++state.look_serial;
  }
  void operator()(const GiveUp&) { give_up_card(state, shared, services); }
  void operator()(const Grade& a) { grade(state, a.grade, shared, services); }
  void operator()(const Next&) {
    if (state.card->returns) grade(state, state.card->grade, shared, services);
  }
  void operator()(const Undo&) { undo(state, shared, services); }
  void operator()(const Bury&) {
    const auto tomorrow = reviews::study_day(shared.now, shared.utc_offset) + std::chrono::days(1);
    const learner::Buried event{state.card->question.id, reviews::beginning_of(tomorrow, shared.utc_offset)};
    if (!state.card->returns) pass(state, Done::What::buried, event, shared, services);
  }
  void operator()(const PutAside& a) {
    const learner::StandingChanged event{state.card->question.id, a.standing,
                                         reviews::due_when_known(shared.now, shared.utc_offset)};
    if (a.standing != learner::Standing::asked) pass(state, Done::What::standing, event, shared, services);
  }
  void operator()(const Explore& a) { explore_card(state, a.action, shared); }
  void operator()(const ShowReached&) {
    Card& card = *state.card;
    if (card.answer.phase != Phase::done || !card.explorable) return;
    explore::set_inputs(*card.explorable, std::get<grading::GoalResponse>(grading::right_response(asked(card))).inputs);
  }
  void operator()(const Stop&) {
    leave(state, shared, services);
    state.card.reset();
    state.page = Page::done;
  }
};

}  // namespace

const course::Question& asked(const Card& card) { return as_asked(card.question, card.answer); }

State open() { return {}; }

void update(State& state, const Action& action, Shared& shared, Services& services) {
  const bool of_card = !std::holds_alternative<Begin>(action) && !std::holds_alternative<Undo>(action);
  if (of_card && !state.card) return;
  std::visit(Updater{state, shared, services}, action);
}

void tick(State& state, Shared& shared, Services& services) {
  if (state.card && state.card->explorable)
    explore::advance(*state.card->explorable, shared.now, shared.settings.reduced_motion);
  if (state.save_draft_at && shared.now >= *state.save_draft_at) leave(state, shared, services);
}

std::optional<base::TimePoint> next_deadline(const State& state, const Shared& shared) {
  std::optional<base::TimePoint> next = state.save_draft_at;
  if (!state.card || !state.card->explorable) return next;
  const auto move = explore::next_move(*state.card->explorable, shared.settings.reduced_motion);
  return move && (!next || *move < *next) ? move : next;
}

void leave(State& state, Shared& shared, Services& services) {
  state.save_draft_at.reset();
  if (!state.card || !state.card->answer.changed || state.card->returns) return;
  const std::string key = draft_key(*state.card);
  shared.drafts[key] = to_json(draft_of(state.card->answer, 0));
  shared.unsaved.insert(key);
  if (save_unsaved(shared, services)) state.card->answer.changed = false;
}

std::optional<base::TimePoint> next_due(const Shared& shared) { return reviews::next_due(shared.reviews, shared.now); }

bool answers_by_picking(const course::Question& question) {
  const auto* choices = std::get_if<course::Choices>(&question.kind);
  return choices != nullptr && !choices->several();
}

Tally tally(const State& state) {
  Tally tally;
  for (const Done& done : state.done) {
    if (done.what != Done::What::answered) continue;
    ++tally.answered;
    tally.known += done.known;
    tally.foretold += done.recall;
  }
  return tally;
}

HowFar how_far(const State& state, const Shared& shared) {
  HowFar far;
  const bool told = state.card && state.card->returns.has_value();
  far.at = state.done.size() + (state.card && !told ? 1 : 0);
  far.of = state.done.size() + state.queue.size() + (state.card && !told ? 1 : 0);
  far.share = far.of == 0 ? 1 : static_cast<double>(state.done.size()) / static_cast<double>(far.of);
  if (state.length != Length::five_minutes) return far;
  const double passed = std::chrono::duration<double>(shared.now - state.began).count();
  far.share = std::clamp(passed / std::chrono::duration<double>(kFiveMinutes).count(), far.share, 1.0);
  return far;
}

}  // namespace screens::review
