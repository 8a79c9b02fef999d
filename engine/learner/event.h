#pragma once
// What happened, once and for all. A learner's history is a list of events; all else is folded from it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/id.h"
#include "base/time.h"
#include "course/ids.h"
#include "learner/certainty.h"
#include "learner/quiz_event.h"
#include "learner/review_event.h"

namespace learner {

using ProfileId = base::Id<struct ProfileTag>;

struct LessonOpened {
  bool operator==(const LessonOpened&) const = default;
};
/// The learner left a step behind: read a text, or was done with a question.
struct StepFinished {
  course::StepId step;
  bool operator==(const StepFinished&) const = default;
};
/// One check of one answer. Several with the same question are tries, or later repetitions.
struct Answered {
  course::QuestionId question;
  std::string response;  ///< JSON as grading::to_json writes it
  double credit = 0;     ///< 0–1, of this answer alone
  double earned = 0;     ///< 0–1, after tries and hints
  int attempt = 1;       ///< 1 for the first try
  int hints = 0;         ///< hints seen before
  bool last = false;     ///< no further try: right, or the tries are used up
  bool pretest = false;
  Certainty certainty = Certainty::unsaid;
  std::optional<double> marks;  ///< −6–3, certainty marks of a first try where they were at stake; never part of credit
  std::uint64_t seed = 0;       ///< what the shown order (and later the variant) was made from
  base::Duration took{0};       ///< from showing to checking, away time left out
  std::optional<Return> comes_back;  ///< of a last try: when the question is asked again; none for opinions
  bool operator==(const Answered&) const = default;
};
struct HintShown {
  course::QuestionId question;
  int number = 1;  ///< from 1
  bool operator==(const HintShown&) const = default;
};
/// "I don't know", "show me the answer", or "skip".
struct GaveUp {
  course::QuestionId question;
  bool unknown =
      false;  ///< "I don't know", said before any try: an honest answer, kept apart from asking for the answer
  std::optional<Return> comes_back;
  bool operator==(const GaveUp&) const = default;
};
struct LessonFinished {
  bool operator==(const LessonFinished&) const = default;
};
/// The learner starts the lesson again from its first step; what was answered before stays in the history.
struct LessonRestarted {
  bool operator==(const LessonRestarted&) const = default;
};

using What = std::variant<LessonOpened, StepFinished, Answered, HintShown, GaveUp, LessonFinished, LessonRestarted,
                          QuizStarted, QuizAnswered, QuizFlagged, QuizFinished, QuizAbandoned, Foretold, Reviewed,
                          Regraded, ReviewUndone, Buried, StandingChanged, Fitted>;

struct Event {
  std::int64_t number = 0;  ///< given by the log, rising; the order of events (clocks can be set back)
  base::TimePoint
      at;  ///< never before the event before it (imported ones aside): the log holds a clock that was set back
  std::chrono::minutes utc_offset{0};
  course::CourseId course;
  course::LessonId lesson;  ///< empty for what happens in a quiz or a review
  What what;
};

/// The local day of an event. Times from foreign files are brought into the years that a calendar can show.
std::chrono::sys_days local_day(const Event& event);

/// "answered", "step-finished" …; the event's name in the log and in exports.
const char* name_of(const What& what);
/// False for names that a later version added.
bool is_known_name(std::string_view name);

/// The particulars as one line of JSON; keys only ever get added. Numbers out of range are brought into it, so that what was
/// written can always be read.
std::string to_json(const What& what);

/// Reads what any version up to this one wrote. Empty for a name it does not know or particulars that do not fit; keys that
/// it does not know are passed over.
std::optional<What> what_from_json(std::string_view name, std::string_view json);

}  // namespace learner
