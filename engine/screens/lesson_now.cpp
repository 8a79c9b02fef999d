// What a lesson shows now, and what can be done with it: nothing here changes anything.

#include <algorithm>

#include "screens/lesson.h"

namespace screens::lesson {
namespace {

bool is_done(const State& state, const course::Step& step) {
  if (!step.question()) return true;
  const auto it = state.questions.find(step.id);
  return it != state.questions.end() && it->second.phase == QuestionState::Phase::done;
}

}  // namespace

Visible visible(const State& state) {
  const auto& section = state.lesson->sections[state.section];
  Visible range{section.first, section.first + section.count};
  for (std::size_t i = range.first; i < range.end; ++i) {
    const course::Step& step = state.lesson->steps[i];
    // A question that waits covers what follows; one that is done, but was not left behind yet, too: its feedback is read first.
    if (!is_done(state, step) || (step.question() && !state.finished.contains(step.id))) {
      range.end = i + 1;
      break;
    }
  }
  return range;
}

WorkedNow worked_now(const State& state, const course::Step& step) {
  const auto opened = state.worked.find(step.id);
  return screens::worked_now(std::get<course::Worked>(step.content), opened == state.worked.end() ? 0 : opened->second,
                             state.round);
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
    if (answer.phase == QuestionState::Phase::retry) return {MainButton::try_again, true};
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
  const auto& range = state.lesson->sections[section];
  for (std::size_t i = range.first; i < range.first + range.count; ++i) {
    if (!state.finished.contains(state.lesson->steps[i].id)) return SectionMark::to_come;
  }
  return SectionMark::done;
}

std::size_t steps_behind(const State& state) {
  Visible range = visible(state);
  while (range.first < range.end && state.finished.contains(state.lesson->steps[range.first].id)) ++range.first;
  return range.first;
}

}  // namespace screens::lesson
