#include "screens/lesson.h"

#include <algorithm>

#include "base/random.h"
#include "screens/lesson_returns.h"

namespace screens::lesson {
namespace {

using Phase = QuestionState::Phase;

constexpr base::Duration kDraftDelay{400};

std::string draft_key(const State& state, const course::StepId& step) {
  return state.course->id.str() + "/" + state.lesson->id.str() + "/" + step.str();
}

const learner::LessonProgress* progress_of(const Shared& shared, const State& state) {
  return shared.progress.lesson(state.course->id, state.lesson->id);
}

int round_of(const Shared& shared, const State& state) {
  const auto* progress = progress_of(shared, state);
  return progress ? progress->round : 0;
}

/// A seed for the round that is on: the same order whenever one comes back to it, another after a restart and for others.
std::uint64_t seed_of_round(const Shared& shared, const State& state, const course::StepId& step) {
  const std::string words = shared.profile.id.str() + "/" + draft_key(state, step);
  const std::uint64_t word = base::seed_of(words.data(), words.size());
  return base::Random(word + static_cast<std::uint64_t>(round_of(shared, state))).next() >> 1;
}

const course::Step* find(const State& state, const course::StepId& id) {
  for (const course::Step& step : state.lesson->steps) {
    if (step.id == id) return &step;
  }
  return nullptr;
}

std::size_t section_of(const State& state, std::size_t step) {
  const auto& sections = state.lesson->sections;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (step < sections[i].first + sections[i].count) return i;
  }
  return sections.empty() ? 0 : sections.size() - 1;
}

void look_at(State& state, std::size_t step) {
  state.look_at = step;
  ++state.look_serial;
}

/// The draft of a step, unless it is of a round before.
std::optional<Draft> draft_for(const State& state, const Shared& shared, const course::StepId& step) {
  const auto found = shared.drafts.find(draft_key(state, step));
  if (found == shared.drafts.end()) return std::nullopt;
  auto draft = draft_from_json(found->second);
  return draft && draft->round == round_of(shared, state) ? draft : std::nullopt;
}

void resume_questions(State& state, const Shared& shared) {
  const auto* progress = progress_of(shared, state);
  for (const course::Step& step : state.lesson->steps) {
    const course::Question* question = step.question();
    if (!question) continue;
    const learner::QuestionProgress* known = nullptr;
    if (progress) {
      const auto it = progress->questions.find(question->id);
      if (it != progress->questions.end()) known = &it->second;
    }
    state.questions[step.id] = resume(*question, known, draft_for(state, shared, step.id),
                                      seed_of_round(shared, state, step.id), shared.now, state.course->language);
  }
}

/// Blocks stand where they were left, goals where their answer is.
void open_explorables(State& state, const std::optional<Look>& look) {
  state.explorables.clear();
  for (const course::Step& step : state.lesson->steps) {
    explorable::Setting setting;
    if (const auto* block = std::get_if<course::Explore>(&step.content)) {
      if (look && look->explored.contains(step.id)) setting = look->explored.at(step.id);
      state.explorables[step.id] = explore::open(block->model, setting);
    }
    const auto* goal = step.question() ? std::get_if<course::Goal>(&step.question()->kind) : nullptr;
    if (!goal) continue;
    setting.inputs = std::get<grading::GoalResponse>(state.questions.at(step.id).response).inputs;
    state.explorables[step.id] = explore::open(goal->model, setting);
  }
}

void find_frontier(State& state) {
  const auto& steps = state.lesson->steps;
  const auto first =
      std::find_if(steps.begin(), steps.end(), [&](const auto& step) { return !state.finished.contains(step.id); });
  state.frontier = static_cast<std::size_t>(first - steps.begin());
}

/// Marks what is seen as left behind; stops at the first step that cannot be written.
bool finish_steps(State& state, const Visible& seen, Shared& shared, Services& services) {
  for (std::size_t i = seen.first; i < seen.end; ++i) {
    const course::StepId& id = state.lesson->steps[i].id;
    if (state.finished.contains(id)) continue;
    if (!record(shared, services, state.course->id, state.lesson->id, learner::StepFinished{id})) return false;
    state.finished.insert(id);
    find_frontier(state);
  }
  return true;
}

Outcome finish(State& state, Shared& shared, Services& services) {
  const auto* progress = progress_of(shared, state);
  if (progress && !progress->in_progress()) return Outcome::finished;  // read once more; it was finished before
  const bool written = record(shared, services, state.course->id, state.lesson->id, learner::LessonFinished{});
  return written ? Outcome::finished : Outcome::stay;
}

Outcome go_on(State& state, Shared& shared, Services& services) {
  const Visible seen = visible(state);
  if (!finish_steps(state, seen, shared, services)) return Outcome::stay;
  const auto& sections = state.lesson->sections;
  const auto& section = sections[state.section];
  if (seen.end < section.first + section.count) {
    look_at(state, seen.end);
  } else if (state.section + 1 < sections.size()) {
    ++state.section;
    look_at(state, sections[state.section].first);
  } else if (state.frontier <
             state.lesson->steps.size()) {  // an earlier section was skipped: go back to what is missing
    state.section = section_of(state, state.frontier);
    look_at(state, state.frontier);
  } else {
    return finish(state, shared, services);
  }
  return Outcome::stay;
}

/// A question of the lesson and how it is being answered; empty for a step that is none.
struct Asked {
  const course::Question* question = nullptr;
  QuestionState* answer = nullptr;
  explicit operator bool() const { return question != nullptr; }
};

Asked asked(State& state, const course::StepId& id) {
  const course::Step* step = find(state, id);
  if (!step || !step->question()) return {};
  QuestionState& answer = state.questions.at(id);
  return {&as_asked(*step->question(), answer), &answer};
}

/// Brings into view what was just said about a question.
void look_at_step(State& state, const course::StepId& id) {
  const course::Step* step = find(state, id);
  if (step) look_at(state, static_cast<std::size_t>(step - state.lesson->steps.data()));
}

/// Unfinished input is written a moment later, however long one goes on typing.
void input_changed(State& state, const Shared& shared) {
  const base::TimePoint due = shared.now + kDraftDelay;
  // A clock that was set back must not put it off.
  if (!state.save_draft_at || *state.save_draft_at > due) state.save_draft_at = due;
}

void check_question(State& state, const course::StepId& id, Shared& shared, Services& services) {
  const auto [question, answer] = asked(state, id);
  if (!question || !can_check(*question, *answer)) return;
  const auto* open = std::get_if<course::Open>(&question->kind);
  if (open && answer->phase == Phase::answering) {
    begin_marking(*open, *answer);
    look_at_step(state, id);
    return input_changed(state, shared);
  }
  Checked checked = check(*question, *answer, shared.now, state.course->language);
  look_at_step(state, id);
  if (!checked.counts) return settle(*answer, checked, shared.now);
  const double credit = checked.event.attempt == 1 ? checked.event.credit : answer->first_credit;
  std::optional<Returns> after;
  if (checked.event.last) after = returns_of(state, *question, answer_of(*answer, credit, checked.event.took), shared);
  if (after) checked.event.comes_back = after->as_suggested();
  if (!record(shared, services, state.course->id, state.lesson->id, checked.event)) return;
  settle(*answer, checked, shared.now);
  if (after) state.returning[id] = {*after, after->suggested};
  drop_draft(shared, services, draft_key(state, id));
}

void show_hint(State& state, const course::StepId& id, Shared& shared, Services& services) {
  const auto [question, answer] = asked(state, id);
  if (!question || tries_to_hint(*question, *answer) != 0) return;
  const learner::HintShown hint{question->id, answer->hints + 1};
  if (!record(shared, services, state.course->id, state.lesson->id, hint)) return;
  ++answer->hints;
  look_at_step(state, id);
}

void give_up_question(State& state, const course::StepId& id, Shared& shared, Services& services) {
  const auto [question, answer] = asked(state, id);
  if (!question || answer->phase == Phase::done) return;
  const bool unknown = giving_up(*question, *answer) == GivingUp::unknown;
  learner::GaveUp event{question->id, unknown};
  reviews::Answer given = answer_of(*answer, 0, base::Duration(0));
  given.gave_up = true;
  const std::optional<Returns> after = returns_of(state, *question, given, shared);
  if (after) event.comes_back = after->as_suggested();
  if (!record(shared, services, state.course->id, state.lesson->id, event)) return;
  give_up(*question, *answer, state.course->language);
  if (after) state.returning[id] = {*after, after->suggested};
  look_at_step(state, id);
}

void restart(State& state, Shared& shared, Services& services) {
  if (!record(shared, services, state.course->id, state.lesson->id, learner::LessonRestarted{})) return;
  for (const auto& [id, answer] : state.questions) drop_draft(shared, services, draft_key(state, id));
  state.questions.clear();
  state.returning.clear();
  state.finished.clear();
  state.revealed.clear();
  state.worked.clear();
  state.tried.clear();
  state.round = round_of(shared, state);
  state.frontier = 0;
  state.section = 0;
  state.save_draft_at.reset();
  resume_questions(state, shared);
  open_explorables(state, std::nullopt);
  look_at(state, 0);
}

/// In a goal that can still be answered, where the inputs stand is the answer.
void explore_step(State& state, const Explore& action, const Shared& shared) {
  const auto found = state.explorables.find(action.step);
  if (found == state.explorables.end()) return;
  explore::State& explorable = found->second;
  const std::vector<double> before = explorable.setting.inputs;
  explore::update(explorable, action.action, shared.now, shared.settings.reduced_motion);
  const auto [question, answer] = asked(state, action.step);
  if (!question || explorable.setting.inputs == before) return;
  edit(*question, *answer, grading::GoalResponse{explorable.setting.inputs});
  if (answer->changed) input_changed(state, shared);
}

void show_reached(State& state, const course::StepId& id) {
  const auto [question, answer] = asked(state, id);
  const auto found = state.explorables.find(id);
  if (!question || answer->phase != Phase::done || found == state.explorables.end()) return;
  explore::set_inputs(found->second, std::get<grading::GoalResponse>(grading::right_response(*question)).inputs);
}

/// The step when it is a worked example with something left to show, else nullptr.
const course::Step* find_worked(const State& state, const course::StepId& id) {
  const course::Step* step = find(state, id);
  const bool fits = step && std::holds_alternative<course::Worked>(step->content) && worked_now(state, *step).more;
  return fits ? step : nullptr;
}

/// The time of an answer begins when its question comes on screen; so does what is foretold of one that was answered before.
void note_waiting(State& state, Shared& shared, Services& services) {
  const course::Step* open = open_question(state);
  const course::StepId id = open ? open->id : course::StepId();
  if (id == state.waiting) return;
  state.waiting = id;
  if (!open) return;
  QuestionState& answer = state.questions.at(id);
  answer.shown_at = shared.now;
  if (answer.attempt > 0 || shared.read_only) return;
  const auto prediction = foretold(shared, state.course->id, open->question()->id, answer.seed);
  if (!prediction || record_quietly(shared, services, state.course->id, state.lesson->id, *prediction)) return;
  state.waiting = {};  // tried again with the next action
}

void main_action(State& state, Outcome& outcome, Shared& shared, Services& services) {
  const Main main = main_button(state);
  if (!main.enabled) return;
  const course::Step* open = open_question(state);
  if (main.button == MainButton::check && open) return check_question(state, open->id, shared, services);
  if (main.button == MainButton::try_again && open) {
    return try_again(state.questions.at(open->id));
  }
  outcome = go_on(state, shared, services);
}

}  // namespace

bool can_open(const course::Lesson& lesson) { return !lesson.steps.empty() && !lesson.sections.empty(); }

State open(std::shared_ptr<const course::Course> course, std::shared_ptr<const course::Lesson> lesson,
           const std::optional<Look>& look, Shared& shared, Services& services) {
  State state;
  state.course = std::move(course);
  state.lesson = std::move(lesson);
  const auto* progress = progress_of(shared, state);
  // With a profile that can only be read, that was told already.
  const bool news = !progress || !progress->opened;
  if (news && !shared.read_only) record(shared, services, state.course->id, state.lesson->id, learner::LessonOpened{});
  resume_questions(state, shared);
  const bool here = look && look->course == state.course->id && look->lesson == state.lesson->id;
  open_explorables(state, here ? look : std::nullopt);
  progress = progress_of(shared, state);
  if (progress) state.finished = progress->finished;
  state.round = round_of(shared, state);
  find_frontier(state);
  std::size_t at = learner::resume_at(*state.lesson, progress);
  if (at >= state.lesson->steps.size()) {
    // All was read: only the button that finishes the lesson is left, or one comes to read it once more.
    at = progress && progress->in_progress() ? state.lesson->steps.size() - 1 : 0;
  }
  state.section = section_of(state, at);
  if (here) {
    state.section = std::min(look->section, state.lesson->sections.size() - 1);
    state.revealed = look->revealed;
    state.worked = look->worked;
    state.tried = look->tried;
  }
  look_at(state, section_of(state, at) == state.section ? at : state.lesson->sections[state.section].first);
  note_waiting(state, shared, services);
  return state;
}

Look look_of(const State& state) {
  Look look{state.course->id, state.lesson->id, state.section, state.revealed, state.worked, state.tried, {}};
  for (const auto& [id, explorable] : state.explorables) look.explored[id] = explorable.setting;
  return look;
}

Outcome update(State& state, const Action& action, Shared& shared, Services& services) {
  Outcome outcome = Outcome::stay;
  struct Handler {
    State& state;
    Shared& shared;
    Services& services;
    Outcome& outcome;

    void operator()(const Continue&) { main_action(state, outcome, shared, services); }
    void operator()(const ShowSection& a) {
      if (a.section >= state.lesson->sections.size()) return;
      state.section = a.section;
      look_at(state, state.lesson->sections[a.section].first);
    }
    void operator()(const Edit& a) {
      const auto [question, answer] = asked(state, a.step);
      if (question) edit(*question, *answer, a.response);
      const auto moved = state.explorables.find(a.step);
      if (const auto* goal = std::get_if<grading::GoalResponse>(&a.response); goal && moved != state.explorables.end())
        explore::set_inputs(moved->second, goal->inputs);
      if (question && answer->changed) input_changed(state, shared);
    }
    void operator()(const SetCertainty& a) {
      const auto [question, answer] = asked(state, a.step);
      if (question) set_certainty(*question, *answer, a.certainty);
      if (question && answer->changed) input_changed(state, shared);
    }
    void operator()(const Check& a) { check_question(state, a.step, shared, services); }
    void operator()(const TryAgain& a) {
      if (const auto found = asked(state, a.step)) try_again(*found.answer);
    }
    void operator()(const ShowHint& a) { show_hint(state, a.step, shared, services); }
    void operator()(const GiveUp& a) { give_up_question(state, a.step, shared, services); }
    void operator()(const RevealText& a) {
      if (find(state, a.step)) state.revealed.insert(a.step);
    }
    void operator()(const TypeAttempt& a) {
      if (const auto* step = find_worked(state, a.step)) state.tried[a.step][worked_now(state, *step).shown] = a.words;
    }
    void operator()(const ShowAsText& a) {
      if (find(state, a.step) && state.as_text.erase(a.step) == 0) state.as_text.insert(a.step);
    }
    void operator()(const NextWorkedStep& a) {
      if (find_worked(state, a.step)) ++state.worked[a.step];
    }
    void operator()(const Explore& a) { explore_step(state, a, shared); }
    void operator()(const ShowReached& a) { show_reached(state, a.step); }
    void operator()(const Regrade& a) { regrade(state, a, shared, services); }
    void operator()(const PutAside& a) { put_aside(state, a, shared, services); }
    void operator()(const Restart&) { restart(state, shared, services); }
  };
  std::visit(Handler{state, shared, services, outcome}, action);
  note_waiting(state, shared, services);
  return outcome;
}

void advance(State& state, const Shared& shared) {
  for (auto& [id, explorable] : state.explorables)
    explore::advance(explorable, shared.now, shared.settings.reduced_motion);
}

std::optional<base::TimePoint> next_move(const State& state, const Shared& shared) {
  std::optional<base::TimePoint> next;
  for (const auto& [id, explorable] : state.explorables) {
    const auto move = explore::next_move(explorable, shared.settings.reduced_motion);
    if (move && (!next || *move < *next)) next = move;
  }
  return next;
}

void save_drafts(State& state, Shared& shared, Services& services) {
  state.save_draft_at.reset();
  for (auto& [id, answer] : state.questions) {
    if (!answer.changed) continue;
    const std::string key = draft_key(state, id);
    shared.drafts[key] = to_json(draft_of(answer, round_of(shared, state)));
    shared.unsaved.insert(key);
    answer.changed = false;
  }
  save_unsaved(shared, services);
}

}  // namespace screens::lesson
