#include "screens/lesson.h"

#include <algorithm>

#include "base/random.h"

namespace screens::lesson {
namespace {

using Phase = QuestionState::Phase;

constexpr base::Duration kDraftDelay{400};

std::string draft_key(const State& state, const course::StepId& step) {
  return state.course->id.str() + "/" + state.lesson->id.str() + "/" + step.str();
}

/// A seed for the round that starts now: another order at another time, the same on every machine.
std::uint64_t fresh_seed(const course::StepId& step, base::TimePoint now) {
  const std::uint64_t word = base::seed_of(step.str().data(), step.str().size());
  return base::Random(word ^ static_cast<std::uint64_t>(now.time_since_epoch().count())).next() >> 1;
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

bool is_done(const State& state, const course::Step& step) {
  if (!step.question()) return true;
  const auto it = state.questions.find(step.id);
  return it != state.questions.end() && it->second.phase == Phase::done;
}

void resume_questions(State& state, const Shared& shared, bool fresh) {
  const learner::LessonProgress* progress =
      fresh ? nullptr : shared.progress.lesson(state.course->id, state.lesson->id);
  for (const course::Step& step : state.lesson->steps) {
    const course::Question* question = step.question();
    if (!question) continue;
    const learner::QuestionProgress* known = nullptr;
    if (progress) {
      const auto it = progress->questions.find(question->id);
      if (it != progress->questions.end()) known = &it->second;
    }
    const auto draft = shared.drafts.find(draft_key(state, step.id));
    state.questions[step.id] = resume(*question, known, draft == shared.drafts.end() ? "" : draft->second,
                                      fresh_seed(step.id, shared.now), shared.now, state.course->language);
  }
}

/// Marks the steps [from, end) as left behind; stops at the first that cannot be written.
bool finish_steps(State& state, std::size_t end, Shared& shared, Services& services) {
  for (; state.frontier < end; ++state.frontier) {
    const course::Step& step = state.lesson->steps[state.frontier];
    const auto* progress = shared.progress.lesson(state.course->id, state.lesson->id);
    if (progress && progress->finished.contains(step.id)) continue;
    if (!record(shared, services, state.course->id, state.lesson->id, learner::StepFinished{step.id})) return false;
  }
  return true;
}

Outcome go_on(State& state, Shared& shared, Services& services) {
  const Visible seen = visible(state);
  if (!finish_steps(state, seen.end, shared, services)) return Outcome::stay;
  const auto& section = state.lesson->sections[state.section];
  if (seen.end < section.first + section.count) {
    look_at(state, seen.end);
    return Outcome::stay;
  }
  if (state.section + 1 < state.lesson->sections.size()) {
    ++state.section;
    look_at(state, state.lesson->sections[state.section].first);
    return Outcome::stay;
  }
  if (state.frontier < state.lesson->steps.size()) {  // an earlier section was skipped: go back to what is missing
    state.section = section_of(state, state.frontier);
    look_at(state, state.frontier);
    return Outcome::stay;
  }
  const bool written = record(shared, services, state.course->id, state.lesson->id, learner::LessonFinished{});
  return written ? Outcome::finished : Outcome::stay;
}

void check_question(State& state, const course::StepId& id, Shared& shared, Services& services) {
  const course::Step* step = find(state, id);
  if (!step || !step->question()) return;
  const course::Question& question = *step->question();
  QuestionState& answer = state.questions[id];
  if (!can_check(question, answer)) return;
  if (std::holds_alternative<course::Open>(question.kind) && answer.phase == Phase::answering) {
    answer.phase = Phase::marking;  // written; the rubric comes next, and only then the event
    std::get<grading::OpenResponse>(answer.response)
        .met.assign(std::get<course::Open>(question.kind).rubric.size(), false);
    return;
  }
  const Checked checked = check(question, answer, shared.now, state.course->language);
  if (!record(shared, services, state.course->id, state.lesson->id, checked.event)) return;
  settle(question, answer, checked);
  const std::string key = draft_key(state, id);
  if (shared.drafts.erase(key) > 0) (void)services.history.drop_draft(key);  // a stale draft is harmless: the verdict wins
}

void show_hint(State& state, const course::StepId& id, Shared& shared, Services& services) {
  const course::Step* step = find(state, id);
  if (!step || !step->question()) return;
  QuestionState& answer = state.questions[id];
  if (answer.phase == Phase::done || answer.hints >= static_cast<int>(step->question()->hints.size())) return;
  const learner::HintShown hint{step->question()->id, answer.hints + 1};
  if (record(shared, services, state.course->id, state.lesson->id, hint)) ++answer.hints;
}

void give_up_question(State& state, const course::StepId& id, Shared& shared, Services& services) {
  const course::Step* step = find(state, id);
  if (!step || !step->question()) return;
  QuestionState& answer = state.questions[id];
  if (answer.phase == Phase::done) return;
  if (record(shared, services, state.course->id, state.lesson->id, learner::GaveUp{step->question()->id})) {
    give_up(*step->question(), answer, state.course->language);
  }
}

void edit_question(State& state, const Edit& action, Shared& shared) {
  const course::Step* step = find(state, action.step);
  if (!step || !step->question()) return;
  edit(*step->question(), state.questions[action.step], action.response);
  state.save_draft_at = shared.now + kDraftDelay;
}

void restart(State& state, Shared& shared, Services& services) {
  if (!record(shared, services, state.course->id, state.lesson->id, learner::LessonRestarted{})) return;
  state.questions.clear();
  state.revealed.clear();
  state.worked.clear();
  state.frontier = 0;
  state.section = 0;
  resume_questions(state, shared, true);
  look_at(state, 0);
}

void main_action(State& state, Outcome& outcome, Shared& shared, Services& services) {
  const Main main = main_button(state);
  if (!main.enabled) return;
  const course::Step* open = open_question(state);
  if (main.button == MainButton::check && open) return check_question(state, open->id, shared, services);
  if (main.button == MainButton::try_again && open) {
    state.questions[open->id].phase = Phase::answering;
    return;
  }
  outcome = go_on(state, shared, services);
}

}  // namespace

State open(std::shared_ptr<const course::Course> course, std::shared_ptr<const course::Lesson> lesson, Shared& shared,
           Services& services) {
  State state;
  state.course = std::move(course);
  state.lesson = std::move(lesson);
  const auto* progress = shared.progress.lesson(state.course->id, state.lesson->id);
  if (!progress || !progress->opened) record(shared, services, state.course->id, state.lesson->id, learner::LessonOpened{});
  resume_questions(state, shared, false);
  progress = shared.progress.lesson(state.course->id, state.lesson->id);
  state.frontier = learner::resume_at(*state.lesson, progress);
  const bool all_done = state.frontier >= state.lesson->steps.size();
  state.section = all_done ? 0 : section_of(state, state.frontier);
  look_at(state, all_done ? 0 : state.frontier);
  return state;
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
    void operator()(const Edit& a) { edit_question(state, a, shared); }
    void operator()(const SetCertainty& a) { state.questions[a.step].certainty = a.certainty; }
    void operator()(const Check& a) { check_question(state, a.step, shared, services); }
    void operator()(const TryAgain& a) {
      QuestionState& answer = state.questions[a.step];
      if (answer.phase == Phase::retry) answer.phase = Phase::answering;
    }
    void operator()(const ShowHint& a) { show_hint(state, a.step, shared, services); }
    void operator()(const GiveUp& a) { give_up_question(state, a.step, shared, services); }
    void operator()(const RevealText& a) { state.revealed.insert(a.step); }
    void operator()(const NextWorkedStep& a) { ++state.worked[a.step]; }
    void operator()(const Restart&) { restart(state, shared, services); }
  };
  std::visit(Handler{state, shared, services, outcome}, action);
  return outcome;
}

void save_drafts(State& state, Shared& shared, Services& services) {
  state.save_draft_at.reset();
  for (auto& [id, answer] : state.questions) {
    if (!answer.changed || answer.phase == Phase::done) continue;
    const std::string key = draft_key(state, id);
    const std::string json = grading::to_json(answer.response);
    shared.drafts[key] = json;
    if (const auto saved = services.history.save_draft(key, json); !saved) {
      shared.notify({.kind = Notice::Kind::not_saved, .refusal = saved.error().refusal, .detail = saved.error().detail});
      return;  // `changed` stays, so that the next edit or leaving tries again
    }
    answer.changed = false;
  }
}

Visible visible(const State& state) {
  const auto& section = state.lesson->sections[state.section];
  Visible range{section.first, section.first + section.count};
  for (std::size_t i = range.first; i < range.end; ++i) {
    const course::Step& step = state.lesson->steps[i];
    // A question that waits covers what follows; one that is done, but was not left behind yet, too: its feedback is read first.
    if (!is_done(state, step) || (step.question() && i >= state.frontier)) {
      range.end = i + 1;
      break;
    }
  }
  return range;
}

const course::Step* open_question(const State& state) {
  const Visible range = visible(state);
  if (range.end == range.first) return nullptr;
  const course::Step& last = state.lesson->steps[range.end - 1];
  return is_done(state, last) ? nullptr : &last;
}

Main main_button(const State& state) {
  if (const course::Step* step = open_question(state)) {
    const QuestionState& answer = state.questions.at(step->id);
    if (answer.phase == Phase::retry) return {MainButton::try_again, true};
    return {MainButton::check, can_check(*step->question(), answer)};
  }
  const auto& section = state.lesson->sections[state.section];
  if (visible(state).end < section.first + section.count) return {MainButton::go_on, true};
  const bool last = state.section + 1 >= state.lesson->sections.size();
  if (last && state.frontier < section.first) return {MainButton::go_on, true};
  return {last ? MainButton::finish : MainButton::next_section, true};
}

SectionMark mark(const State& state, std::size_t section) {
  if (section == state.section) return SectionMark::current;
  const auto& it = state.lesson->sections[section];
  return it.first + it.count <= state.frontier ? SectionMark::done : SectionMark::to_come;
}

std::size_t step_number(const State& state) {
  const std::size_t count = state.lesson->steps.size();
  const Visible range = visible(state);
  return std::min(count, std::max<std::size_t>(range.end, 1));
}

}  // namespace screens::lesson
