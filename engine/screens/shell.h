#pragma once
// The program as a value: which screen, what all screens share, and the one update that changes it.

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "screens/course_page.h"
#include "screens/find.h"
#include "screens/first_start.h"
#include "screens/lesson.h"
#include "screens/place.h"
#include "screens/profiles.h"
#include "screens/progress.h"
#include "screens/quiz.h"
#include "screens/refit.h"
#include "screens/review.h"
#include "screens/settings.h"
#include "screens/shared.h"
#include "screens/summary.h"
#include "screens/today.h"

namespace screens {

struct TodayState {
  std::vector<today::WeakConcept> weak;  ///< kept up to date by `update`
};
struct CoursesState {};

using Screen =
    std::variant<first_start::State, TodayState, CoursesState, course_page::State, lesson::State, summary::State,
                 settings::State, profiles::State, quiz::State, review::State, progress::State>;

enum class Overlay { none, find, keys, picture };

/// Enlarges a picture over the page.
struct ShowPicture {
  std::filesystem::path file;
  std::string alt;
  std::string caption;  ///< Markdown
};

/// What the number of due questions was counted from.
struct DueSeen {
  std::chrono::sys_time<std::chrono::minutes> minute;
  std::int64_t event = 0;
  learner::ProfileId profile;
  std::uint64_t courses = 0;
  bool reviews_read = false;
  bool on_today = false;
  bool operator==(const DueSeen&) const = default;
};

struct Model {
  Shared shared;
  Screen screen = TodayState{};
  Place place;
  std::vector<Place> back;  ///< newest last
  Overlay overlay = Overlay::none;
  find::State find;
  ShowPicture enlarged;              ///< while its overlay is shown
  std::optional<lesson::Look> look;  ///< in the lesson left last
  DueSeen due_seen;
  /// Drafts that the disk refused, of profiles left since: what was typed is there when one comes back.
  std::map<learner::ProfileId, std::map<std::string, std::string>> refused_drafts;
};

struct Go {
  Place place;
};
struct Back {};
struct ShowOverlay {
  Overlay overlay;
};
struct ShowPeek {
  Peek peek;
};
struct HidePeek {};
struct DismissNotice {
  std::uint64_t serial;
};
/// What a notice tells of, with the system's program for it.
struct OpenNoticed {
  std::uint64_t serial;
};
struct SwitchProfile {
  learner::ProfileId id;
};
/// The answer to Library::read_all.
struct CoursesRead {
  std::string language;
  std::vector<CourseEntry> courses;
};
/// The reviews of a long history, after its profile was opened without them (OpenedProfile::reviews).
struct ReviewsRead {
  learner::ProfileId profile;
  /// Null when the file was found to be damaged: its profile is opened again, which repairs it.
  std::shared_ptr<reviews::Reviews> reviews;
  std::int64_t unreadable = 0;  ///< events of the whole history that could not be read
};
/// Time has passed; `update` does what was due (unfinished input is written).
struct Tick {};
/// The window got the keyboard back: another window of the same profile may have been used meanwhile.
struct Refresh {};
struct OpenLink {
  std::string target;
};  ///< an address, or "concept:id" of the course on screen
/// A question that was put aside is asked again.
struct BringBack {
  course::CourseId course;
  course::QuestionId question;
};
struct Quit {};

using Action =
    std::variant<Go, Back, ShowOverlay, ShowPicture, ShowPeek, HidePeek, ReadAloud, SpeechHeard, DismissNotice,
                 OpenNoticed, Printed, SwitchProfile, CoursesRead, ReviewsRead, FitDone, Tick, Refresh, OpenLink,
                 BringBack, Quit, first_start::Action, course_page::Action, lesson::Action, settings::Action,
                 profiles::Action, find::Action, quiz::Action, review::Action, progress::Action>;

/// The model at the start: the profile used last, else the first start in `language`.
Model start(Services& services, const std::string& language);

void update(Model& model, const Action& action, Services& services);

// Settings that need no confirmation can be changed on every screen (text size by a key); they take effect at once.
// `Quit` with input that could not be written tells so and stays; a second one quits.

/// When the next Tick is due, if the model waits for one.
std::optional<base::TimePoint> next_deadline(const Model& model);

}  // namespace screens
