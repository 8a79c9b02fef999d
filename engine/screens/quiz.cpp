#include "screens/quiz.h"

#include <algorithm>

#include "base/random.h"
#include "course/variant.h"
#include "screens/quiz_run.h"

namespace screens::quiz {
namespace {

using Phase = QuestionState::Phase;

constexpr base::Duration kDraftDelay{400};

/// A seed for this try that no other one has.
std::uint64_t fresh_seed(const State& state, const Shared& shared, int run) {
  const std::string words = shared.profile.id.str() + "/" + state.course->id.str() + "/" + state.quiz.id.str() + "/" +
                            std::to_string(run) + "/" + std::to_string(shared.now.time_since_epoch().count());
  return base::Random(base::seed_of(words.data(), words.size())).next() >> 1;
}

void input_changed(State& state, const Shared& shared) {
  const base::TimePoint due = shared.now + kDraftDelay;
  // A clock that was set back must not put it off.
  if (!state.save_draft_at || *state.save_draft_at > due) state.save_draft_at = due;
}

bool runs(const State& state) { return state.page == Page::running || state.page == Page::marking; }

Item* item(State& state, std::size_t question) {
  return question < state.items.size() ? &state.items[question] : nullptr;
}

void begin(State& state, Shared& shared, Services& services) {
  if (!state.whole || runs(state)) return;
  const learner::QuizProgress* known = record_of(state, shared);
  learner::QuizStarted event;
  event.quiz = state.quiz.id;
  event.run = known ? known->runs + 1 : 1;
  event.seed = state.quiz.seed.value_or(fresh_seed(state, shared, event.run));
  event.drawn = course::draw(state.quiz, *state.course, event.seed);
  event.minutes = state.quiz.minutes;
  event.feedback = state.quiz.feedback;
  event.layout = state.quiz.layout;
  event.tries = state.quiz.tries;
  event.pass = state.quiz.pass;
  if (event.drawn.empty()) return;
  if (record(shared, services, state.course->id, {}, event)) resume_run(state, shared, services);
}

/// To another question; what was changed is in the history first.
void turn_to(State& state, std::size_t question, Shared& shared, Services& services) {
  if (question >= state.items.size() || (state.page == Page::running && question == state.at)) return;
  if (state.page == Page::running) {
    if (state.at_end() && !put_down(state, shared, services)) return;
    state.items[question].answer.shown_at = shared.now;
  }
  state.at = question;
  state.timer.told = 0;
  ++state.look_serial;
  (void)keep(state, shared, services);  // told of by a notice, and tried again
}

void changed(State& state, Item& item, Shared& shared) {
  item.touched = true;
  item.pending = state.at_end() || item.answer.phase == Phase::marking;
  input_changed(state, shared);
}

void edit_item(State& state, const Edit& action, Shared& shared, Services& services) {
  Item* item = quiz::item(state, action.question);
  if (!item || !runs(state)) return;
  if (state.page == Page::marking && item->answer.phase != Phase::marking) return;
  if (state.on_page() && state.page == Page::running && action.question != state.at) {
    if (state.at_end() && !put_down(state, shared, services)) return;
    state.at = action.question;
  }
  edit(item->question, item->answer, action.response);
  if (item->answer.changed) changed(state, *item, shared);
}

void check_item(State& state, std::size_t question, Shared& shared, Services& services) {
  Item* item = quiz::item(state, question);
  if (!item || state.page != Page::running || state.at_end() || !can_check(item->question, item->answer)) return;
  state.at = question;
  const auto* open = std::get_if<course::Open>(&item->question.kind);
  if (open && item->answer.phase == Phase::answering) {
    begin_marking(*open, item->answer);
    ++state.look_serial;
    return input_changed(state, shared);
  }
  const Checked checked = check(item->question, item->answer, shared.now, state.course->language);
  ++state.look_serial;
  item->touched = true;
  if (!checked.counts) return settle(item->answer, checked, shared.now);
  learner::QuizAnswered event;
  event.quiz = state.quiz.id;
  event.run = state.start.run;
  event.question = item->question.id;
  event.response = checked.event.response;
  event.attempt = checked.event.attempt;
  event.credit = checked.event.credit;
  event.earned = std::max(checked.event.earned, item->answer.earned);
  event.last = checked.event.last;
  event.certainty = checked.event.certainty;
  event.marks = checked.event.marks;
  event.took = checked.event.took;
  if (!record(shared, services, state.course->id, {}, event)) return;
  settle(item->answer, checked, shared.now);
  item->pending = false;
  drop_draft(shared, services, draft_key(state, item->question.id));
}

void give_up_item(State& state, std::size_t question, Shared& shared, Services& services) {
  Item* item = quiz::item(state, question);
  if (!item || state.page != Page::running || state.at_end() || item->answer.phase == Phase::done) return;
  learner::QuizAnswered event;
  event.quiz = state.quiz.id;
  event.run = state.start.run;
  event.question = item->question.id;
  event.response = grading::to_json(item->answer.response);
  event.attempt = item->answer.attempt;
  event.earned = item->answer.earned;
  event.last = event.gave_up = true;
  event.took = std::max(base::Duration{0}, shared.now - item->answer.shown_at);
  if (!record(shared, services, state.course->id, {}, event)) return;
  give_up(item->question, item->answer, state.course->language);
  item->touched = true;
  state.at = question;
  ++state.look_serial;
}

void flag(State& state, std::size_t question, Shared& shared, Services& services) {
  Item* item = quiz::item(state, question);
  if (!item || state.page != Page::running) return;
  const learner::QuizFlagged event{state.quiz.id, state.start.run, item->question.id, !item->flagged};
  if (record(shared, services, state.course->id, {}, event)) item->flagged = !item->flagged;
}

void ask_hand_in(State& state, bool confirmed, Shared& shared, Services& services) {
  if (state.page == Page::marking) return finish(state, shared, services);
  if (state.page != Page::running) return;
  if (!confirmed && (count_answered(state) < state.items.size() || count_flagged(state) > 0)) {
    state.asking = Asking::hand_in;
    return;
  }
  hand_in(state, shared, services);
}

/// What is to be printed from here; without questions where nothing can be.
Printout printout(const State& state, const Shared& shared) {
  Printout what{state.quiz.title, state.course->title, state.course->language, 0, {}};
  const learner::QuizProgress* known = record_of(state, shared);
  std::vector<course::Drawn> drawn;
  if (state.page == Page::start && state.whole) {
    // Short enough to be told, and not of a try: who takes the quiz afterwards has not seen its questions.
    what.seed = state.quiz.seed.value_or(course::variant_number(fresh_seed(state, shared, -1)));
    drawn = course::draw(state.quiz, *state.course, what.seed);
  } else if (state.page == Page::result && known && state.result < known->record.size()) {
    const learner::QuizStarted& start = known->record[state.result].start;
    what.seed = start.seed;
    drawn = start.drawn;
  }
  what.questions = course::questions_of(drawn, *state.course);
  return what;
}

void abandon(State& state, bool confirmed, Shared& shared, Services& services) {
  if (!runs(state)) return;
  if (!confirmed) {
    state.asking = Asking::abandon;
    return;
  }
  if (!record(shared, services, state.course->id, {}, learner::QuizAbandoned{state.quiz.id, state.start.run})) return;
  drop_drafts(state, shared, services);
  state.items.clear();
  state.timer = {};
  state.asking = Asking::nothing;
  state.page = Page::start;
}

void main_action(State& state, Shared& shared, Services& services) {
  const Main main = main_button(state);
  if (!main.enabled) return;
  switch (main.button) {
    case MainButton::check: return check_item(state, state.at, shared, services);
    case MainButton::try_again: return try_again(state.items[state.at].answer);
    case MainButton::next: return turn_to(state, state.at + 1, shared, services);
    case MainButton::hand_in:
    case MainButton::see_result:
    case MainButton::done_marking: return ask_hand_in(state, false, shared, services);
  }
}

struct Updater {
  State& state;
  Shared& shared;
  Services& services;

  void operator()(const Begin&) { begin(state, shared, services); }
  void operator()(const Show& a) {
    if (state.page == Page::running || state.page == Page::review) turn_to(state, a.question, shared, services);
  }
  void operator()(const Edit& a) { edit_item(state, a, shared, services); }
  void operator()(const SetCertainty& a) {
    Item* item = quiz::item(state, a.question);
    if (!item || state.page != Page::running) return;
    set_certainty(item->question, item->answer, a.certainty);
    if (!item->answer.changed) return;
    item->pending = state.at_end();
    input_changed(state, shared);
  }
  void operator()(const Check& a) { check_item(state, a.question, shared, services); }
  void operator()(const TryAgain& a) {
    if (Item* item = quiz::item(state, a.question); item && state.page == Page::running) try_again(item->answer);
  }
  void operator()(const GiveUp& a) { give_up_item(state, a.question, shared, services); }
  void operator()(const Flag& a) { flag(state, a.question, shared, services); }
  void operator()(const Continue&) {
    if (runs(state)) main_action(state, shared, services);
  }
  void operator()(const HandIn& a) { ask_hand_in(state, a.confirmed, shared, services); }
  void operator()(const Abandon& a) { abandon(state, a.confirmed, shared, services); }
  void operator()(const StopAsking&) { state.asking = Asking::nothing; }
  void operator()(const HideTimer& a) {
    state.timer.hidden = a.hidden;
    (void)keep(state, shared, services);
  }
  void operator()(const DismissAnnouncement&) { state.timer.told = 0; }
  void operator()(const ShowStart&) {
    if (!runs(state)) state.page = Page::start;
  }
  void operator()(const ShowResult& a) {
    if (!runs(state)) show_result(state, a.result, shared);
  }
  void operator()(const Review& a) {
    if (state.page != Page::result && state.page != Page::review) return;
    state.page = Page::review;
    state.at = std::min(a.question, state.items.empty() ? 0 : state.items.size() - 1);
    ++state.look_serial;
  }
  void operator()(const Print&) { print(shared, printout(state, shared), services); }
};

}  // namespace

std::optional<State> open(const CourseEntry& entry, const course::QuizId& id, Shared& shared, Services& services) {
  auto quiz = course::quiz_of(*entry.course, id);
  State state;
  state.course = entry.course;
  state.whole = entry.whole;
  if (!quiz && entry.whole) return std::nullopt;
  // Before the lessons are read, "quiz me" on one of them knows no title yet.
  if (quiz)
    state.quiz = std::move(*quiz);
  else
    state.quiz.id = id;
  if (state.whole) state.questions = course::draw(state.quiz, *state.course, state.quiz.seed.value_or(0)).size();
  const learner::QuizProgress* known = record_of(state, shared);
  if (state.whole && known && known->running) resume_run(state, shared, services);
  return state;
}

void update(State& state, const Action& action, Shared& shared, Services& services) {
  if (state.page == Page::running) {
    state.timer.advance(shared.now);
    if (state.timer.is_up() && !state.hand_in_again_at) return hand_in(state, shared, services);
  }
  std::visit(Updater{state, shared, services}, action);
}

void tick(State& state, Shared& shared, Services& services) {
  if (state.page == Page::running) {
    state.timer.advance(shared.now);
    const bool again = state.hand_in_again_at && shared.now >= *state.hand_in_again_at;
    if (state.timer.is_up() && (again || !state.hand_in_again_at)) return hand_in(state, shared, services);
    if (state.timer.limited()) (void)keep(state, shared, services);
  }
  if (state.save_draft_at && shared.now >= *state.save_draft_at) (void)keep(state, shared, services);
}

std::optional<base::TimePoint> next_deadline(const State& state) {
  if (state.page != Page::running) return state.save_draft_at;
  const auto clock = state.hand_in_again_at ? state.hand_in_again_at : state.timer.next_change();
  if (!state.save_draft_at) return clock;
  return clock ? std::min(*clock, *state.save_draft_at) : *state.save_draft_at;
}

void leave(State& state, Shared& shared, Services& services) {
  if (!runs(state)) return;
  if (state.page == Page::running) state.timer.advance(shared.now);
  if (state.at_end())
    (void)put_down(state, shared, services);
  else
    (void)keep(state, shared, services);
}

bool is_answered(const Item& item) {
  if (item.answer.phase == Phase::done || item.answer.attempt > 0) return true;
  if (grading::asks_certainty(item.question) && item.answer.certainty == learner::Certainty::unsaid) return false;
  return item.touched && grading::is_complete(item.question, item.answer.response);
}

std::size_t count_answered(const State& state) {
  return static_cast<std::size_t>(std::count_if(state.items.begin(), state.items.end(), [&](const Item& item) {
    // With feedback at once an answer that was not checked is none yet.
    return state.at_end() ? is_answered(item) : item.answer.phase == Phase::done;
  }));
}

std::size_t count_flagged(const State& state) {
  return static_cast<std::size_t>(
      std::count_if(state.items.begin(), state.items.end(), [](const Item& item) { return item.flagged; }));
}

Mark mark(const State& state, const Item& item) {
  const bool told = item.answer.phase == Phase::done;
  if (!told) return is_answered(item) ? Mark::answered : Mark::open;
  if (item.answer.gave_up) return Mark::wrong;
  switch (item.answer.verdict.outcome) {
    case grading::Outcome::right: return state.at_end() || item.answer.earned >= 1 ? Mark::right : Mark::partly;
    case grading::Outcome::partly: return Mark::partly;
    case grading::Outcome::wrong: return Mark::wrong;
    case grading::Outcome::ungraded: break;
  }
  return Mark::answered;
}

Main main_button(const State& state) {
  if (state.page == Page::marking) return {MainButton::done_marking, true};
  if (state.items.empty()) return {MainButton::hand_in, true};
  const bool last = state.at + 1 >= state.items.size();
  const MainButton go_on = last ? (state.at_end() ? MainButton::hand_in : MainButton::see_result) : MainButton::next;
  if (state.on_page()) return {state.at_end() ? MainButton::hand_in : MainButton::see_result, true};
  if (state.at_end()) return {go_on, true};
  const Item& item = state.items[state.at];
  if (item.answer.phase == Phase::done) return {go_on, true};
  if (item.answer.phase == Phase::retry) return {MainButton::try_again, true};
  return {MainButton::check, can_check(item.question, item.answer)};
}

const learner::QuizProgress* record_of(const State& state, const Shared& shared) {
  return shared.progress.quiz(state.course->id, state.quiz.id);
}

std::vector<ConceptRow> by_concept(const State& state, const learner::QuizFinished& finish) {
  std::vector<ConceptRow> rows;
  for (const auto& [id, points] : finish.concepts) {
    const course::Concept* known = state.course->concept_of(id);
    ConceptRow row{known ? known->name : id.str(), id, points, {}};
    for (const course::Lesson& lesson : state.course->lessons) {
      const auto& teaches = lesson.teaches;
      if (std::find(teaches.begin(), teaches.end(), id) != teaches.end()) row.lessons.push_back(&lesson);
    }
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const ConceptRow& a, const ConceptRow& b) { return a.points.share() < b.points.share(); });
  return rows;
}

}  // namespace screens::quiz
