#pragma once
// A quiz: its first page, the questions one by one or on one page, and the result with a review. Every answer is in the history
// before the next question shows; what is unfinished is a draft, so that a try goes on where it was left, whatever ended the program.

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "course/draw.h"
#include "screens/question.h"
#include "screens/quiz_timer.h"
#include "screens/shared.h"

namespace screens::quiz {

/// A question of a try, and how it is being answered.
struct Item {
  course::Question question;  ///< as it is asked here: the variant drawn, the tries of the quiz, no hints
  course::LessonId lesson;
  double points = 1;
  QuestionState answer;
  bool flagged = false;
  bool touched = false;  ///< something was picked or typed
  bool pending = false;  ///< with feedback at the end: not in the history as it is now
};

enum class Page {
  start,
  running,
  marking,  ///< handed in; what was written freely is compared with its rubric
  result,
  review,  ///< of a result, question by question
};
enum class Asking { nothing, hand_in, abandon };

struct State {
  std::shared_ptr<const course::Course> course;
  bool whole = false;  ///< its lessons are there; before, nothing can be drawn
  course::Quiz quiz;
  std::size_t questions = 0;  ///< that a new try asks
  Page page = Page::start;
  learner::QuizStarted start;  ///< the rules of the try on screen
  std::vector<Item> items;
  std::size_t at = 0;  ///< the question one is at
  Timer timer;
  Asking asking = Asking::nothing;
  std::size_t result = 0;  ///< the try shown on the result page, in the order of the record
  std::optional<base::TimePoint> save_draft_at;
  std::optional<base::TimePoint> hand_in_again_at;  ///< when what the clock handed in is tried again, after a refusal
  std::uint64_t look_serial = 0;  ///< the question one is at is brought into view whenever this has grown

  bool at_end() const { return start.feedback == course::Quiz::Feedback::end; }
  bool on_page() const { return start.layout == course::Quiz::Layout::page; }
};

struct Begin {};  ///< a new try; one that is running is not touched
struct Show {
  std::size_t question = 0;
};
struct Edit {
  std::size_t question = 0;
  grading::Response response;
};
struct SetCertainty {
  std::size_t question = 0;
  learner::Certainty certainty{};
};
struct Check {
  std::size_t question = 0;
};
struct TryAgain {
  std::size_t question = 0;
};
struct GiveUp {
  std::size_t question = 0;
};
struct Flag {
  std::size_t question = 0;
};
struct Continue {};  ///< the main button
struct HandIn {
  bool confirmed = false;  ///< false: asks first where something is not answered, or flagged
};
struct Abandon {
  bool confirmed = false;
};
struct StopAsking {};
struct HideTimer {
  bool hidden = true;
};
struct DismissAnnouncement {};
struct ShowStart {};
struct ShowResult {
  std::size_t result = 0;
};
struct Review {
  std::size_t question = 0;
};
/// On the first page a draw of its own, which the quiz that is then begun does not share; on a result the questions asked there.
struct Print {};

using Action = std::variant<Begin, Show, Edit, SetCertainty, Check, TryAgain, GiveUp, Flag, Continue, HandIn, Abandon,
                            StopAsking, HideTimer, DismissAnnouncement, ShowStart, ShowResult, Review, Print>;

/// Opens a quiz: the try that is running, where it was left (handed in, where its time is up), else its first page. Empty when the
/// course has no such quiz.
std::optional<State> open(const CourseEntry& entry, const course::QuizId& id, Shared& shared, Services& services);

void update(State& state, const Action& action, Shared& shared, Services& services);

/// Unfinished input is written, time that is up hands in. Called when `next_deadline` has come.
void tick(State& state, Shared& shared, Services& services);
std::optional<base::TimePoint> next_deadline(const State& state);

/// Before the screen is left: unfinished input and the place are written.
void leave(State& state, Shared& shared, Services& services);

/// Something whole was answered, and how sure one is where that is asked.
bool is_answered(const Item& item);
std::size_t count_answered(const State& state);
std::size_t count_flagged(const State& state);

/// How a question stands in the strip.
enum class Mark { open, answered, right, partly, wrong };
Mark mark(const State& state, const Item& item);

enum class MainButton { check, try_again, next, hand_in, see_result, done_marking };
struct Main {
  MainButton button = MainButton::next;
  bool enabled = true;
};
Main main_button(const State& state);

/// What the record of this quiz has so far, or nullptr.
const learner::QuizProgress* record_of(const State& state, const Shared& shared);

/// How a concept went in a result, and where to look it up.
struct ConceptRow {
  std::string name;
  course::ConceptId id;
  learner::Points points;
  std::vector<const course::Lesson*> lessons;  ///< that teach it
};
/// Weakest first.
std::vector<ConceptRow> by_concept(const State& state, const learner::QuizFinished& finish);

}  // namespace screens::quiz
