#pragma once
// A lesson being studied: sections of steps, uncovered as one goes; every step and answer is in the history before it shows.

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "course/model.h"
#include "screens/explore.h"
#include "screens/question.h"
#include "screens/returns.h"
#include "screens/shared.h"
#include "screens/worked.h"

namespace screens::lesson {

/// When a question that was just answered comes back, and the grade in the history.
struct Returning {
  Returns returns;
  memory::Grade grade = memory::Grade::good;
  learner::Standing standing = learner::Standing::asked;
};

/// What one wrote, by the step of a worked example.
using Tried = std::map<std::size_t, std::string>;

struct State {
  std::shared_ptr<const course::Course> course;
  std::shared_ptr<const course::Lesson> lesson;
  std::size_t section = 0;            ///< the one on screen
  std::set<course::StepId> finished;  ///< steps left behind
  std::size_t frontier = 0;           ///< index of the first step not finished; steps.size() when all are
  std::map<course::StepId, QuestionState> questions;
  std::map<course::StepId, Returning> returning;  ///< of what was answered since the lesson was opened
  std::set<course::StepId> revealed;
  std::set<course::StepId> as_text;                      ///< diagrams said in words
  std::map<course::StepId, int> worked;                  ///< how often the next step of a worked example was asked for
  std::map<course::StepId, Tried> tried;                 ///< what one wrote before a step of one was shown
  int round = 0;                                         ///< of the lesson: worked examples fade with it
  std::map<course::StepId, explore::State> explorables;  ///< of blocks and of `goal` questions
  std::size_t look_at = 0;                               ///< step to bring into view …
  std::uint64_t look_serial = 0;                         ///< … whenever this has grown
  std::optional<base::TimePoint> save_draft_at;          ///< when unfinished input is next written
  course::StepId waiting;                                ///< the question that waits for an answer, whose time is taken
};

/// Where in a lesson one was looking, which is no part of the history: to come back to after a glance elsewhere.
struct Look {
  course::CourseId course;
  course::LessonId lesson;
  std::size_t section = 0;
  std::set<course::StepId> revealed;
  std::map<course::StepId, int> worked;
  std::map<course::StepId, Tried> tried;
  std::map<course::StepId, explorable::Setting> explored;  ///< of blocks
};

struct Continue {};  ///< the main button: check, next steps, next section, or finish
struct ShowSection {
  std::size_t section = 0;
};
struct Edit {
  course::StepId step;
  grading::Response response;
};
struct SetCertainty {
  course::StepId step;
  learner::Certainty certainty = learner::Certainty::unsaid;
};
struct Check {
  course::StepId step;
};
struct TryAgain {
  course::StepId step;
};
struct ShowHint {
  course::StepId step;
};
struct GiveUp {
  course::StepId step;
};
struct RevealText {
  course::StepId step;
};
struct NextWorkedStep {
  course::StepId step;
};
/// Before the next step of a worked example is shown: nothing is graded, one compares.
struct TypeAttempt {
  course::StepId step;
  std::string words;
};
/// A diagram in words, or as a picture again.
struct ShowAsText {
  course::StepId step;
};
struct Explore {
  course::StepId step;
  explore::Action action;
};
/// Moves the explorable of a `goal` question to where its goal is reached, once that may be seen.
struct ShowReached {
  course::StepId step;
};
/// The learner grades the answer to a question otherwise.
struct Regrade {
  course::StepId step;
  memory::Grade grade{};
};
/// "Known already", "not for me", or asked again after all.
struct PutAside {
  course::StepId step;
  learner::Standing standing = learner::Standing::known;
};
struct Restart {};

using Action = std::variant<Continue, ShowSection, Edit, SetCertainty, Check, TryAgain, ShowHint, GiveUp, RevealText,
                            NextWorkedStep, TypeAttempt, ShowAsText, Explore, ShowReached, Regrade, PutAside, Restart>;

/// What the shell has to do after an action.
enum class Outcome { stay, finished };

/// Where a worked example stands; `step` is one.
WorkedNow worked_now(const State& state, const course::Step& step);

/// False for a lesson without steps or sections, which no screen can show.
bool can_open(const course::Lesson& lesson);

/// Opens a lesson where the learner left it; a lesson finished before opens at its first section with all its answers. `look`
/// is heeded when it is of this lesson.
State open(std::shared_ptr<const course::Course> course, std::shared_ptr<const course::Lesson> lesson,
           const std::optional<Look>& look, Shared& shared, Services& services);

Look look_of(const State& state);

Outcome update(State& state, const Action& action, Shared& shared, Services& services);

/// What time brings to what moves on screen, and when it next has something to bring.
void advance(State& state, const Shared& shared);
std::optional<base::TimePoint> next_move(const State& state, const Shared& shared);

/// Writes unfinished input. Called when its time has come and before the screen is left. What is refused stays in `shared`.
void save_drafts(State& state, Shared& shared, Services& services);

/// Steps on screen: of the current section, up to the first question that is not done.
struct Visible {
  std::size_t first = 0;
  std::size_t end = 0;
};
Visible visible(const State& state);

/// The question that waits for an answer on screen, or nullptr.
const course::Step* open_question(const State& state);

/// What the main button does now.
enum class MainButton { check, try_again, go_on, next_section, finish };
struct Main {
  MainButton button = MainButton::go_on;
  bool enabled = true;
};
Main main_button(const State& state);

enum class SectionMark { done, current, to_come };
SectionMark mark(const State& state, std::size_t section);

/// Steps up to the first on screen that is not left behind; where all are, up to the last on screen.
std::size_t steps_behind(const State& state);
/// "6 of 11": the step one is at, from 1. Today says the same of a lesson that was begun.
inline std::size_t step_number(const State& state) {
  return std::min(state.lesson->steps.size(), steps_behind(state) + 1);
}

}  // namespace screens::lesson
