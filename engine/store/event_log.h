#pragma once
// The learner's history on disk: SQLite, write-ahead log, synchronous=FULL. One file for one profile.
//
// What was appended without a Failure survives a crash, kill -9 and loss of power. Two programs may use one file at once.
// One EventLog belongs to one thread.

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "learner/event.h"

struct sqlite3;

namespace store {

/// What `open` had to do; the screens tell the learner.
struct Opened {
  int migrated_from = 0;                      ///< schema version found, 0 for a new file
  std::filesystem::path backup;               ///< copy made before a migration
  std::filesystem::path damaged;              ///< where a damaged file was put aside; what could be read was carried over
  std::int64_t salvaged = 0;                  ///< events carried over from it
  bool read_only = false;                     ///< nothing can be written: say so before anything is answered
};

class EventLog {
 public:
  /// Opens or creates the file, migrates it (after a backup), and repairs what can be repaired:
  /// - too_new: written by a newer version; the file is left alone
  /// - damaged: put aside as NAME.damaged-TIME, what is readable carried over into a new file
  /// - read-only file or folder: opened for reading, `Opened::read_only`
  /// `clock` must outlive the log.
  static base::Result<std::unique_ptr<EventLog>> open(const std::filesystem::path& file, const base::Clock& clock,
                                                      Opened* opened = nullptr);
  ~EventLog();
  EventLog(const EventLog&) = delete;
  EventLog& operator=(const EventLog&) = delete;

  /// Appends and waits until it is on disk. Fills number, at and utc_offset. On a Failure nothing was written; try again later.
  base::Result<learner::Event> append(const course::CourseId& course, const course::LessonId& lesson, const learner::What& what);

  /// Calls `each` for all events with a number above `after`, in order. Rows that cannot be read are skipped and counted.
  struct ReadStats { std::int64_t read = 0; std::int64_t unreadable = 0; };
  base::Result<ReadStats> read(std::int64_t after, const std::function<void(const learner::Event&)>& each) const;

  /// True when another program has written since the last `read`.
  bool changed_elsewhere() const;

  /// Unfinished input (typed, picked, not yet checked), so that nothing typed is lost. Overwritten in place.
  base::Status save_draft(const std::string& key, const std::string& json);
  base::Status drop_draft(const std::string& key);
  std::map<std::string, std::string> drafts() const;

  /// Settings of this profile: small texts by name.
  base::Status set_setting(const std::string& name, const std::string& value);
  std::map<std::string, std::string> settings() const;

  /// Integrity of the file and of every event; one plain sentence per finding, empty when all is well.
  std::vector<std::string> verify() const;

  const std::filesystem::path& file() const { return file_; }

 private:
  struct Statements;
  EventLog() = default;

  sqlite3* db_ = nullptr;
  std::unique_ptr<Statements> statements_;
  std::filesystem::path file_;
  const base::Clock* clock_ = nullptr;
  mutable int data_version_ = 0;
};

}  // namespace store
