#include "screens/quiz_run.h"

#include <algorithm>

#include "course/variant.h"
#include "screens/returns.h"

namespace screens::quiz {
namespace {

using Phase = QuestionState::Phase;

std::string bookmark_key(const State& state) { return state.course->id.str() + "/quiz/" + state.quiz.id.str(); }

/// The question as this try asks it: a guess counts here, hints are not given.
course::Question asked(const course::Question& question, const learner::QuizStarted& start) {
  course::Question asked = question;
  asked.pretest = false;
  asked.hints.clear();
  if (start.feedback == course::Quiz::Feedback::end)
    asked.tries = 1;
  else if (start.tries > 0)
    asked.tries = start.tries;
  return asked;
}

std::optional<Draft> draft_for(const State& state, const Shared& shared, const course::QuestionId& id, int run) {
  const auto found = shared.drafts.find(draft_key(state, id));
  if (found == shared.drafts.end()) return std::nullopt;
  auto draft = draft_from_json(found->second);
  return draft && draft->round == run ? draft : std::nullopt;
}

Item item_of(const State& state, const course::Drawn& drawn, const course::AskedIn& found, const learner::QuizRun& run,
             const Shared& shared) {
  Item item;
  // The variant takes the quiz's own rules, so it is made here and not again by each round.
  item.question = asked(course::variant(*found.question, drawn.seed), run.start);
  item.question.variants = nullptr;
  item.lesson = found.lesson->id;
  item.points = drawn.points;
  item.flagged = run.flagged.contains(drawn.question);
  const auto known = run.answers.find(drawn.question);
  const learner::QuestionProgress* progress = known == run.answers.end() ? nullptr : &known->second;
  const auto draft = draft_for(state, shared, drawn.question, run.start.run);
  const std::string& language = state.course->language;
  item.answer = resume(item.question, progress, draft, drawn.seed, shared.now, language);
  const QuestionState fresh = screens::start(item.question, drawn.seed, shared.now);
  // An order that was moved back to where it stood is an answer; a certainty alone is none.
  const bool moved = item.answer.response != fresh.response || !item.question.sure;
  item.touched = progress != nullptr || (draft && moved);
  item.pending = draft && (progress == nullptr || grading::to_json(item.answer.response) != progress->response ||
                           item.answer.certainty != progress->certainty);
  return item;
}

bool is_being_marked(const Item& item) { return item.answer.phase == Phase::marking; }

void start_timer(State& state, const learner::QuizRun& run, const Shared& shared) {
  state.timer = {};
  state.timer.limit = std::chrono::minutes(run.start.minutes);
  state.timer.as_of = run.at;
  const auto found = shared.drafts.find(bookmark_key(state));
  const auto kept = found == shared.drafts.end() ? std::nullopt : bookmark_from_json(found->second);
  if (kept && kept->run == run.start.run) {
    state.at = kept->at;
    state.timer.elapsed = kept->elapsed;
    state.timer.as_of = kept->as_of;
    state.timer.hidden = kept->hidden;
  }
  // Without a limit only the time spent on it counts.
  if (!state.timer.limited()) state.timer.as_of = shared.now;
  state.timer.advance(shared.now);
}

/// The rubrics of what was written freely come up. False when that could not be written.
bool begin_marking_all(State& state, Shared& shared, Services& services) {
  for (Item& item : state.items) {
    const auto* open = std::get_if<course::Open>(&item.question.kind);
    const bool written = open && item.answer.phase == Phase::answering && item.touched &&
                         grading::is_complete(item.question, item.answer.response);
    if (!written) continue;
    begin_marking(*open, item.answer);
    item.pending = true;
  }
  return put_down(state, shared, services);
}

learner::QuizResult result_of(const Item& item, std::string_view language) {
  learner::QuizResult result;
  result.question = item.question.id;
  result.points = item.points;
  result.marked = course::is_marked(item.question);
  result.answered = item.touched && !item.answer.gave_up;
  result.marks = item.answer.marks;
  const bool done = item.answer.phase == Phase::done;
  if (done || !item.touched) {
    result.credit = result.answered ? item.answer.verdict.credit : 0;
    result.earned = item.answer.earned;
    return result;
  }
  // What was put down and not checked any more counts as the next try.
  const grading::Verdict verdict = grading::grade(item.question, item.answer.response, language);
  result.credit = verdict.credit;
  const bool checked = item.answer.phase == Phase::retry;
  const int attempt = item.answer.attempt + (checked ? 0 : 1);
  const bool staked = grading::asks_certainty(item.question) && attempt <= 1 && !checked;
  if (staked) result.marks = grading::certainty_marks(item.answer.certainty, verdict.credit);
  result.earned = std::max(item.answer.earned, grading::credit_after(verdict.credit, std::max(1, attempt), 0));
  return result;
}

std::map<course::ConceptId, learner::Points> concepts_of(const State& state, const learner::QuizFinished& finish) {
  std::map<course::ConceptId, learner::Points> concepts;
  for (std::size_t i = 0; i < state.items.size(); ++i) {
    const learner::QuizResult& result = finish.results[i];
    if (!result.marked) continue;
    for (const course::ConceptId& about : state.items[i].question.concepts) {
      concepts[about].earned += result.points * result.earned;
      concepts[about].possible += result.points;
    }
  }
  return concepts;
}

}  // namespace

std::string draft_key(const State& state, const course::QuestionId& question) {
  return bookmark_key(state) + "/" + question.str();
}

std::vector<Item> items_of(const State& state, const learner::QuizRun& run, const Shared& shared) {
  std::vector<Item> items;
  for (const course::Drawn& drawn : run.start.drawn) {
    const course::AskedIn found = course::find_question(*state.course, drawn.question);
    if (found) items.push_back(item_of(state, drawn, found, run, shared));
  }
  return items;
}

void resume_run(State& state, Shared& shared, Services& services) {
  const learner::QuizRun& run = *record_of(state, shared)->running;
  state.start = run.start;
  state.at = 0;
  state.asking = Asking::nothing;
  state.save_draft_at.reset();
  state.hand_in_again_at.reset();
  state.items = items_of(state, run, shared);
  start_timer(state, run, shared);
  state.at = std::min(state.at, state.items.empty() ? 0 : state.items.size() - 1);
  ++state.look_serial;
  const bool marking = std::any_of(state.items.begin(), state.items.end(), is_being_marked);
  const bool at_once_marking = marking && !state.at_end();  // a rubric that stands in the middle of the quiz
  state.page = marking && !at_once_marking ? Page::marking : Page::running;
  if (state.page == Page::running && state.timer.is_up()) hand_in(state, shared, services);
}

bool keep(State& state, Shared& shared, Services& services) {
  state.save_draft_at.reset();
  if (state.page != Page::running && state.page != Page::marking) return true;
  for (Item& item : state.items) {
    if (!item.answer.changed) continue;
    const std::string key = draft_key(state, item.question.id);
    shared.drafts[key] = to_json(draft_of(item.answer, state.start.run));
    shared.unsaved.insert(key);
    item.answer.changed = false;
  }
  const Bookmark bookmark{state.start.run, state.at, state.timer.elapsed, state.timer.as_of, state.timer.hidden};
  std::string& kept = shared.drafts[bookmark_key(state)];
  const std::string json = to_json(bookmark);
  if (kept != json) shared.unsaved.insert(bookmark_key(state));
  kept = json;
  return shared.unsaved.empty() || save_unsaved(shared, services);
}

bool put_down(State& state, Shared& shared, Services& services) {
  // The draft comes first: it is never older than what the history has, so that the newer of the two wins.
  if (!keep(state, shared, services)) return false;
  for (Item& item : state.items) {
    if (!item.pending) continue;
    learner::QuizAnswered event;
    event.quiz = state.quiz.id;
    event.run = state.start.run;
    event.question = item.question.id;
    event.response = grading::to_json(item.answer.response);
    event.certainty = item.answer.certainty;
    event.took = std::max(base::Duration{0}, shared.now - item.answer.shown_at);
    if (!record(shared, services, state.course->id, {}, event)) return false;
    item.pending = false;
  }
  return true;
}

void hand_in(State& state, Shared& shared, Services& services) {
  constexpr base::Duration kAgain{5000};
  state.asking = Asking::nothing;
  state.hand_in_again_at.reset();
  for (Item& item : state.items) {
    const Phase phase = item.answer.phase;
    if (item.touched && item.answer.changed && (phase == Phase::answering || phase == Phase::marking))
      item.pending = true;
  }
  if (!begin_marking_all(state, shared, services)) {
    if (state.timer.is_up()) state.hand_in_again_at = shared.now + kAgain;
    return;
  }
  if (std::any_of(state.items.begin(), state.items.end(), is_being_marked)) {
    state.page = Page::marking;
    ++state.look_serial;
    return;
  }
  finish(state, shared, services);
  if (state.page != Page::result && state.timer.is_up()) state.hand_in_again_at = shared.now + kAgain;
}

void finish(State& state, Shared& shared, Services& services) {
  if (!put_down(state, shared, services)) return;
  learner::QuizFinished event;
  event.quiz = state.quiz.id;
  event.run = state.start.run;
  event.time_up = state.timer.is_up();
  event.took = state.timer.limited() ? std::min(state.timer.elapsed, state.timer.limit) : state.timer.elapsed;
  for (const Item& item : state.items) {
    learner::QuizResult& result = event.results.emplace_back(result_of(item, state.course->language));
    if (!result.marked || (!result.answered && !item.answer.gave_up)) continue;
    const double credit = state.at_end() || item.answer.attempt <= 1 ? result.credit : item.answer.first_credit;
    const reviews::Answer answer = answer_of(item.answer, credit, base::Duration(0));
    result.comes_back = returns(shared, state.course->id, item.question, answer).as_suggested();
  }
  event.concepts = concepts_of(state, event);
  if (!record(shared, services, state.course->id, {}, event)) return;
  drop_drafts(state, shared, services);
  const learner::QuizProgress* progress = record_of(state, shared);
  if (progress == nullptr || progress->record.empty()) {  // another window has ended this try meanwhile
    state.page = Page::start;
    return;
  }
  show_result(state, progress->record.size() - 1, shared);
}

void show_result(State& state, std::size_t result, const Shared& shared) {
  const learner::QuizProgress* progress = record_of(state, shared);
  if (progress == nullptr || result >= progress->record.size()) return;
  const learner::QuizRun& run = progress->record[result];
  state.result = result;
  state.start = run.start;
  state.items = items_of(state, run, shared);
  state.at = 0;
  state.timer = {};
  state.asking = Asking::nothing;
  state.page = Page::result;
  ++state.look_serial;
}

void drop_drafts(State& state, Shared& shared, Services& services) {
  for (const Item& item : state.items) drop_draft(shared, services, draft_key(state, item.question.id));
  drop_draft(shared, services, bookmark_key(state));
}

}  // namespace screens::quiz
