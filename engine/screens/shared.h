#pragma once
// What several screens read: courses, progress, who studies. Changed only by update functions.

#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "learner/progress.h"
#include "reviews/schedule.h"
#include "screens/peek.h"
#include "screens/question_index.h"
#include "screens/reading.h"
#include "screens/services.h"

namespace screens {

/// A course as the screens know it: the outline first, the whole once it is read.
struct CourseEntry {
  std::shared_ptr<const course::Course> course;
  bool whole = false;          ///< lessons are there
  int errors = 0;              ///< mistakes found in its files
  base::Diagnostics findings;  ///< the first few, to be shown
};

/// Something the learner should know, worded by the view.
struct Notice {
  enum class Kind {
    not_saved,  ///< an answer could not be written; `refusal` says why
    settings_not_saved,
    read_only,
    damaged,     ///< `detail`: the file put aside, `count`: events carried over
    unreadable,  ///< `count` events could not be read
    too_new,
    exported,  ///< `detail`: file, `count`: events
    export_failed,
    table_written,    ///< `detail`: file
    profile_removed,  ///< `detail`: name; can be undone
    profile_failed,
    lesson_broken,  ///< `detail`: the lesson
    cannot_speak,   ///< reading aloud did not work
    printed,        ///< `detail`: the sheet; its key lies beside it
    print_failed,
    cannot_open,  ///< `detail`: what the system could not open
    fitted,       ///< `count`: by how many percent intervals have become longer, negative: shorter
  };
  Kind kind = Kind::not_saved;
  base::Refusal refusal = base::Refusal::other;
  std::string detail;
  std::int64_t count = 0;
  std::uint64_t serial = 0;  ///< rising, so that the same notice twice is two
};

/// What such a notice tells of can be opened.
constexpr bool opens(Notice::Kind kind) { return kind == Notice::Kind::printed || kind == Notice::Kind::table_written; }

/// What has become of a printout.
struct Printed {
  base::Result<std::filesystem::path> sheet;  ///< where it lies, its key beside it
};

/// Questions that are due, and why it matters now.
struct DueReview {
  std::size_t questions = 0;
  int minutes = 0;          ///< by one's own usual time; 0: not known yet
  course::CourseId course;  ///< of the concept that slipped
  course::ConceptId
      slipped;        ///< of those to be reviewed the one that slipped most; one that the next lesson stands on first
  double recall = 0;  ///< 0–1, of that concept today
  std::optional<course::LessonId> stands_on;  ///< the next lesson, where it needs that concept
};

/// The next fit of the model, or the one that runs.
struct Refit {
  std::optional<base::TimePoint> at;  ///< when it is to begin
  bool running = false;
  std::int64_t tried = 0;  ///< how many reviews there were at the latest, which may have brought nothing
};

struct Shared {
  base::TimePoint now;
  std::chrono::minutes utc_offset{0};
  ProfileName profile;  ///< empty id: nobody yet
  Settings settings;
  std::vector<CourseEntry> courses;
  QuestionIndex questions;           ///< of `courses`
  std::uint64_t courses_serial = 0;  ///< rises when they are read
  learner::Progress progress;
  reviews::Reviews reviews;
  /// False while a long history is still being read: `reviews` is empty then, and says nothing.
  bool reviews_read = true;
  std::vector<learner::Event> since_opened;  ///< to be folded into `reviews` once they are read
  std::int64_t unreadable = 0;               ///< events that could not be read
  Refit refit;
  DueReview due;  ///< kept up to date by `update`
  std::vector<reviews::Askable>
      askable;  ///< by card: what the courses say of its question, of as many as were looked up
  std::vector<reviews::CardIndex>
      changed_keys;                           ///< of `questions`: what is right was something else at the latest answer
  std::map<std::string, std::string> drafts;  ///< unfinished input by draft key
  std::set<std::string> unsaved;              ///< keys of drafts that are not on disk yet
  std::optional<base::TimePoint> save_again_at;  ///< when drafts that were refused are tried again
  std::uint64_t unsaved_notice = 0;              ///< serial of the notice that told so, 0 when nothing is wrong
  bool read_only = false;
  std::deque<Notice> notices;
  std::uint64_t notice_serial = 0;
  bool can_speak = false;          ///< there is something to read aloud with
  std::optional<Reading> reading;  ///< what is being read aloud
  std::uint64_t last_reading = 0;
  std::optional<Peek> peek;  ///< what one glances at, beside the words that mention it
  bool printing = false;     ///< something is being printed
  std::string data_dir;      ///< where everything is kept, to be shown

  const CourseEntry* entry(const course::CourseId& id) const;
  void notify(Notice notice);
};

/// The part of "today" in which one is greeted.
enum class DayPart { morning, afternoon, evening };
DayPart day_part(const Shared& shared);

/// The local calendar day.
std::chrono::year_month_day local_day(const Shared& shared);

/// Writes the drafts that are not on disk yet; what is refused is told once, kept here and tried again later. True when all
/// are written. Nothing is tried with a profile that can only be read: that was told when it was opened.
bool save_unsaved(Shared& shared, Services& services);

/// Writes the settings of whoever studies; before the first profile there is nobody, and it begins with them. A refusal is told.
void keep_settings(Shared& shared, Services& services);

/// Forgets a draft. That the disk may keep it does no harm: it belongs to an earlier try.
void drop_draft(Shared& shared, Services& services, const std::string& key);

/// Folds in what another window of the same profile has written. True when there was something.
bool catch_up(Shared& shared, Services& services);

/// Reads aloud, or stops where something is being read.
void read_aloud(Shared& shared, const ReadAloud& action, Services& services);
void stop_reading(Shared& shared, Services& services);
/// Follows what is being read; what is heard of an older reading is passed over.
void heard(Shared& shared, const SpeechHeard& what);

/// Opens what a notice tells of, only where the program has written it itself; the notice has done its duty then.
void open_noticed(Shared& shared, std::uint64_t serial, Services& services);

/// Has it printed, unless something is being printed already.
void print(Shared& shared, Printout what, Services& services);
/// Tells where it lies, or why not.
void printed(Shared& shared, const Printed& what);

/// What the learner wishes for the reviews of a course.
reviews::Wishes wishes(const Shared& shared, const course::CourseId& course);

/// What is due by `until` and can be asked: `reviews::due` over the courses that are read.
std::vector<reviews::DueCard> due_cards(const Shared& shared, base::TimePoint until);
/// How many those are now, in a millisecond for 200,000 cards: it is asked after every answer.
std::size_t count_due(Shared& shared);
/// Days (local) on which something was answered, read or reviewed, and how often.
std::map<std::chrono::sys_days, int> days_of_study(const Shared& shared);
/// Looks for questions whose right answer has changed since they were answered; after the courses were read.
void find_changed_keys(Shared& shared);

/// Appends to the history and folds into progress and reviews; on a refusal a notice is raised and false returned.
bool record(Shared& shared, Services& services, const course::CourseId& course, const course::LessonId& lesson,
            const learner::What& what);
/// The same, where a refusal is nothing to tell of.
bool record_quietly(Shared& shared, Services& services, const course::CourseId& course, const course::LessonId& lesson,
                    const learner::What& what);

}  // namespace screens
