#pragma once
// The first screen of the day: what to continue, what to review, and why. A view of Shared, with nothing of its own to remember.

#include <optional>
#include <string>
#include <vector>

#include "learner/plan.h"
#include "screens/shared.h"

namespace screens::today {

/// A lesson worth opening now.
struct Card {
  const course::Course* course = nullptr;
  course::LessonId lesson;
  std::string title;  ///< the lesson's; the id until it is read
  learner::Reason reason = learner::Reason::first;
  std::size_t step = 0;   ///< steps left behind
  std::size_t steps = 0;  ///< 0 while the lesson is not read
  int minutes_left = 0;
};

/// The lesson begun last and not finished, else the next one by plan in the course studied last; empty when everything is
/// complete or there is no course. Lessons with mistakes are passed over once their course is read.
std::optional<Card> next_card(const Shared& shared);

/// What to do after that: the plan's next lessons of all courses, one of each in turn.
std::vector<Card> later_cards(const Shared& shared, std::size_t most);

/// A quiz that was begun and not handed in.
struct WaitingQuiz {
  const course::Course* course = nullptr;
  course::QuizId id;
  std::string title;
  std::size_t answered = 0;
  std::size_t questions = 0;
  std::optional<int> minutes_left;  ///< with a time limit, rounded up; 0: over
};
/// The one begun last, or empty.
std::optional<WaitingQuiz> waiting_quiz(const Shared& shared);

/// Counts what is due, for `Shared::due`. Linear in the cards; called when something happened or a minute has passed.
DueReview due_review(Shared& shared);
/// Why it matters now, which takes all concepts of the courses into account: where it is shown.
void find_reason(DueReview& due, const Shared& shared);

/// Days of the week that ends today, oldest first: how much was done on each (events).
std::vector<int> week(const Shared& shared);

/// Concepts that will have slipped below the wished retention by tomorrow, weakest first.
struct WeakConcept {
  const course::Course* course = nullptr;
  course::ConceptId id;
  std::string name;
  double recall = 0;  ///< 0–1, tomorrow: right after an answer one remembers everything
};
std::vector<WeakConcept> weakest(const Shared& shared, std::size_t most);

}  // namespace screens::today
