#pragma once
// A review: questions that are due, one after the other, mixed across concepts and courses. Each prediction is in the history before
// its question shows, each answer before its feedback; one can leave at any time and go on later with the same question.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "reviews/due.h"
#include "screens/explore.h"
#include "screens/question.h"
#include "screens/question_index.h"
#include "screens/returns.h"

namespace screens::review {

enum class Length { five_minutes, twenty, all };

enum class Page {
  start,   ///< how many are due, and how long it is to take
  asking,  ///< a question, and after it the grade
  done,
};

/// The question on screen.
struct Card {
  reviews::CardIndex index = reviews::kNone;
  std::shared_ptr<const course::Course> course;
  const course::Lesson* lesson = nullptr;  ///< it stands in; lives as long as `course`
  course::Question question;               ///< of the course, in one try; its variant is in `answer`
  QuestionState answer;
  std::optional<explore::State> explorable;   ///< of a goal
  double recall = 0;                          ///< 0–1, as foretold
  base::TimePoint last;                       ///< when it was answered last
  std::optional<Returns> returns;             ///< once it is answered
  memory::Grade grade = memory::Grade::good;  ///< the one in the history then
};

/// What was done with a question, to be taken back.
struct Done {
  enum class What { answered, buried, standing };
  What what = What::answered;
  reviews::CardIndex index = reviews::kNone;
  std::uint64_t seed = 0;
  bool known = false;  ///< an answer graded other than Again
  double recall = 0;   ///< that was foretold
};

struct State {
  Page page = Page::start;
  Length length = Length::all;
  std::vector<reviews::CardIndex> queue;  ///< still to come; those that were not known are put at its end
  std::size_t planned = 0;                ///< questions that the review began with
  std::vector<Done> done;                 ///< oldest first
  std::optional<Card> card;
  base::TimePoint began;
  std::optional<base::TimePoint> save_draft_at;  ///< when unfinished input is next written
  std::uint64_t look_serial = 0;                 ///< the feedback is brought into view whenever this has grown
};

struct Begin {
  Length length = Length::all;
};
struct Edit {
  grading::Response response;
};
struct SetCertainty {
  learner::Certainty certainty{};
};
struct Check {};
struct ShowHint {};
struct GiveUp {};
/// Keeps this grade and goes on; once the question is answered.
struct Grade {
  memory::Grade grade{};
};
struct Next {};  ///< with the grade as it is
struct Undo {};
struct Bury {};  ///< not today
/// "Known already" and "not for me".
struct PutAside {
  learner::Standing standing = learner::Standing::known;
};
struct Explore {
  explore::Action action;
};
struct ShowReached {};
struct Stop {};  ///< to the last page, with what was done so far

using Action = std::variant<Begin, Edit, SetCertainty, Check, ShowHint, GiveUp, Grade, Next, Undo, Bury, PutAside,
                            Explore, ShowReached, Stop>;

/// As it is asked: its variant, or itself.
const course::Question& asked(const Card& card);

State open();
void update(State& state, const Action& action, Shared& shared, Services& services);

/// What time brings: unfinished input is written, what moves on screen moves on. And when there is something to do next.
void tick(State& state, Shared& shared, Services& services);
std::optional<base::TimePoint> next_deadline(const State& state, const Shared& shared);
/// Before the screen is left.
void leave(State& state, Shared& shared, Services& services);

/// When the next question comes due, where none is now.
std::optional<base::TimePoint> next_due(const Shared& shared);

/// Of a question: a single choice is answered by picking it, so that a review takes two keys for each.
bool answers_by_picking(const course::Question& question);

/// How the review went.
struct Tally {
  std::size_t answered = 0;
  std::size_t known = 0;
  double foretold = 0;  ///< how many of them the model expected to be known
};
Tally tally(const State& state);
/// How far one is, 0–1, and at which question of how many.
struct HowFar {
  std::size_t at = 0;  ///< from 1
  std::size_t of = 0;
  double share = 0;
};
HowFar how_far(const State& state, const Shared& shared);

}  // namespace screens::review
