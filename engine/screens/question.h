#pragma once
// One question being answered: the same for a lesson, and later for a review and a quiz. Pure; who uses it writes the events.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "grading/grade.h"
#include "learner/event.h"
#include "learner/progress.h"
#include "screens/draft.h"

namespace screens {

struct QuestionState {
  enum class Phase {
    answering,  ///< the response can be changed
    retry,      ///< checked, not right, a try is left: feedback stands, the response can be changed again
    marking,    ///< open: written, now compared with the rubric
    done,       ///< the verdict is final
  };

  Phase phase = Phase::answering;
  grading::Response response;
  std::vector<std::size_t> shown;  ///< order in which choices, items, rights or cards are shown (indices of the file)
  std::uint64_t seed = 0;
  std::shared_ptr<const course::Question> variant;  ///< what `seed` makes of a question with `vars`; null for others
  int attempt = 0;                                  ///< checks so far
  int hints = 0;                                    ///< hints seen
  learner::Certainty certainty = learner::Certainty::unsaid;
  grading::Verdict verdict;     ///< of the latest check
  double earned = 0;            ///< 0–1, the best of the tries so far
  double first_credit = 0;      ///< 0–1, of the first try: what was known
  std::optional<double> marks;  ///< certainty marks of the first try, where they were at stake
  bool gave_up = false;
  bool unknown = false;      ///< gave up by saying "I don't know"
  bool changed = false;      ///< input not yet checked nor saved as a draft
  base::TimePoint shown_at;  ///< when it came on screen, or was last checked
};

/// The question as it is asked in this round: its variant, or itself. All functions below take either.
const course::Question& as_asked(const course::Question& question, const QuestionState& state);

/// A fresh round. The order shown, and the variant of a question with `vars`, are made from `seed`.
QuestionState start(const course::Question& question, std::uint64_t seed, base::TimePoint now);

/// As the history left it: done with its verdict, or between two tries. `draft` is unfinished input, or empty. What was earned
/// stands even where the question would be marked otherwise now (another language, an edited course).
QuestionState resume(const course::Question& question, const learner::QuestionProgress* progress,
                     const std::optional<Draft>& draft, std::uint64_t fresh_seed, base::TimePoint now,
                     std::string_view language);

/// The unfinished input, to be kept.
Draft draft_of(const QuestionState& state, int round);

/// True when the answer can be checked now: complete, and how sure one is was said where it is asked.
bool can_check(const course::Question& question, const QuestionState& state);

/// Replaces the response; leaves `retry` and goes back to answering. While an open question is marked only the marking changes.
/// Nothing happens when done, nor when the response could not be read back from the history (another kind, an index out of range).
void edit(const course::Question& question, QuestionState& state, grading::Response response);

/// True while how sure one is can still be said: before the first try is checked, where the question asks for it.
bool can_say_certainty(const course::Question& question, const QuestionState& state);

/// Says how sure one is, where and while that is asked.
void set_certainty(const course::Question& question, QuestionState& state, learner::Certainty certainty);

/// From `retry` back to answering, the response as it was.
void try_again(QuestionState& state);

/// An open question is written: the rubric comes next, and only then the event.
void begin_marking(const course::Open& kind, QuestionState& state);

/// Grades the response and says what goes into the history. The state changes only by `settle`, once that is on disk.
struct Checked {
  learner::Answered event;
  grading::Verdict verdict;
  bool counts = true;  ///< false: what was typed could not be read; it costs no try and nothing goes into the history
};
Checked check(const course::Question& question, const QuestionState& state, base::TimePoint now,
              std::string_view language);
void settle(QuestionState& state, const Checked& checked, base::TimePoint now);

/// How many more tries must go wrong before the next hint is offered: 0 when it can be had now, empty when there is none left,
/// or none can come before the tries are used up.
std::optional<int> tries_to_hint(const course::Question& question, const QuestionState& state);

/// What giving up means now: before any try that one does not know, after one that one wants to see the answer; an opinion is
/// passed over.
enum class GivingUp { unknown, show_answer, skip };
GivingUp giving_up(const course::Question& question, const QuestionState& state);

/// Shows the answer; nothing more is earned, and no certainty marks are lost.
void give_up(const course::Question& question, QuestionState& state, std::string_view language);

/// Tries left after those taken.
int tries_left(const course::Question& question, const QuestionState& state);

}  // namespace screens
