#pragma once
// What screens ask of the world, as interfaces: the app wires them to SQLite, files and threads, tests to fakes.
// All are called on the window's thread.

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "base/time.h"
#include "course/model.h"
#include "learner/progress.h"
#include "reviews/refit.h"
#include "screens/settings_values.h"

namespace screens {

/// The history of the profile in use.
class History {
 public:
  virtual ~History() = default;
  /// On disk when it returns. On a Failure nothing was written.
  virtual base::Result<learner::Event> append(const course::CourseId& course, const course::LessonId& lesson,
                                              const learner::What& what) = 0;
  /// What another window of the same profile has written after the event of this number, oldest first.
  virtual std::vector<learner::Event> written_elsewhere(std::int64_t) { return {}; }
  virtual base::Status save_draft(const std::string& key, const std::string& json) = 0;
  virtual base::Status drop_draft(const std::string& key) = 0;
  virtual base::Status save_settings(const Settings& settings) = 0;
  /// Writes everything as JSON lines; returns the file and how many events it holds.
  struct Export {
    std::filesystem::path file;
    std::int64_t events = 0;
  };
  virtual base::Result<Export> export_all() = 0;
  /// Writes a table of that name (letters, digits, hyphens) beside the exports; returns the file. One of the same minute is replaced.
  virtual base::Result<std::filesystem::path> export_table(const std::string& name, const std::string& csv) = 0;
};

struct ProfileName {
  learner::ProfileId id;
  std::string name;
};

/// What comes with a profile when it is opened.
struct OpenedProfile {
  ProfileName profile;
  Settings settings;
  std::map<std::string, std::string> drafts;
  learner::Progress progress;
  /// Where that takes no time; otherwise they are read elsewhere and come as a ReviewsRead action.
  std::optional<reviews::Reviews> reviews;
  std::int64_t unreadable = 0;  ///< events that could not be read
  bool read_only = false;
  std::filesystem::path damaged;  ///< where a damaged file was put aside
  std::int64_t salvaged = 0;
};

class Accounts {
 public:
  virtual ~Accounts() = default;
  /// The one used last first, the others by name.
  virtual std::vector<ProfileName> all() = 0;
  virtual base::Result<ProfileName> create(const std::string& name) = 0;
  virtual base::Status rename(const learner::ProfileId& id, const std::string& name) = 0;
  virtual base::Status remove(const learner::ProfileId& id) = 0;
  virtual base::Status restore(const learner::ProfileId& id) = 0;
  /// Makes it the one that History writes to, and the one opened at the next start. What was being read of another one is not
  /// delivered any more.
  virtual base::Result<OpenedProfile> open(const learner::ProfileId& id) = 0;
  virtual std::filesystem::path data_dir() = 0;
};

/// Courses on this machine.
class Library {
 public:
  virtual ~Library() = default;
  /// One lesson now, when the whole course is not read yet. Null when it has errors or is not there.
  virtual std::shared_ptr<const course::Lesson> lesson(const course::Course& outline, const course::LessonId& id) = 0;
  /// Starts reading all courses in `language` elsewhere; the answer comes as a CoursesRead action.
  virtual void read_all(const std::string& language) = 0;
  /// The outlines alone, at once: what the window shows before read_all has answered.
  virtual std::vector<std::shared_ptr<const course::Course>> outlines(const std::string& language) = 0;
};

class Desktop {
 public:
  virtual ~Desktop() = default;
  /// Opens a folder or an https address with the system's program for it.
  virtual base::Status open(const std::string& target) = 0;
  virtual void quit() = 0;
};

/// Reads aloud, elsewhere: no call waits. What becomes of it comes as SpeechHeard actions.
class Speech {
 public:
  virtual ~Speech() = default;
  /// There is something to speak with on this machine.
  virtual bool available() = 0;
  /// Ends what was being read and reads these; `rate` as in Settings.
  virtual void say(std::uint64_t reading, std::vector<std::string> sentences, const std::string& language,
                   int rate) = 0;
  virtual void stop() = 0;
};

/// Questions to be printed, and their key.
struct Printout {
  std::string title;     ///< plain words: of the quiz; names the files, too
  std::string course;    ///< its title
  std::string language;  ///< of the questions
  std::uint64_t seed = 1;
  std::vector<course::Question> questions;
};

/// Writes sheets of paper into the person's documents, elsewhere: no call waits. What becomes of it comes as a Printed action.
class Printer {
 public:
  virtual ~Printer() = default;
  /// Nothing may be asked for before the one before has been answered.
  virtual void print(Printout what) = 0;
};

/// Fits the model of memory to a history, elsewhere: no call waits. What comes of it is a FitDone action.
class Fitter {
 public:
  virtual ~Fitter() = default;
  /// Ends the one before.
  virtual void fit(const learner::ProfileId& profile, reviews::FitTask task) = 0;
  /// Nothing is delivered any more.
  virtual void stop() = 0;
};

struct Services {
  const base::Clock& clock;
  History& history;
  Accounts& accounts;
  Library& library;
  Desktop& desktop;
  Speech* speech = nullptr;    ///< null: nothing is read aloud
  Printer* printer = nullptr;  ///< null: nothing can be printed
  Fitter* fitter = nullptr;    ///< null: the model stays as it is
};

}  // namespace screens
