#pragma once
// The learner's history on disk: SQLite, write-ahead log, synchronous=FULL. One file for one profile.
//
// What was appended without a Failure survives a crash, kill -9 and loss of power. Two programs may use one file at once.
// One EventLog belongs to one thread; two may be open on one file.
//
// Beside NAME lie NAME-wal and NAME-shm (SQLite's), NAME.lock (who uses it), and where something happened
// NAME.damaged-TIME and NAME.before-VERSION-TIME (a copy made before a migration).

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "base/time.h"
#include "learner/event.h"
#include "store/row.h"

namespace store {

/// What `open` had to do; the screens tell the learner.
struct Opened {
  int migrated_from = 0;          ///< schema version found, 0 for a new file or one that needed no migration
  std::filesystem::path backup;   ///< copy made before a migration
  std::filesystem::path damaged;  ///< where a damaged file was kept; what could be read was carried over
  std::int64_t salvaged = 0;      ///< events carried over from it
  std::int64_t missing = 0;       ///< events known to be lost: numbers that are missing below the last salvaged
  bool torn = false;              ///< the last write before a crash is not whole: the last answer may be missing
  bool read_only = false;         ///< nothing can be written: say so before anything is answered
};

/// How much of a file is looked at before it is used.
enum class Check {
  whole,
  /// The structure of a file that takes long to walk through is taken for whole; LogReader::is_whole looks into it elsewhere.
  quick,
};

class EventLog {
 public:
  /// Opens or creates the file, migrates it (after a backup), and repairs what can be repaired:
  /// - too_new: written by a newer version; the file is left alone
  /// - unsupported: a database, but not of ours; the file is left alone
  /// - damaged: kept as NAME.damaged-TIME, what is readable carried over into a new file under its old numbers
  /// - read-only file or folder: a copy is opened for reading, `Opened::read_only`; what others write later is not seen
  /// - busy: it must be repaired or migrated, and another program has it open
  /// The folder must exist. `clock` must outlive the log.
  static base::Result<std::unique_ptr<EventLog>> open(const std::filesystem::path& file, const base::Clock& clock,
                                                      Opened* opened = nullptr, Check check = Check::whole);
  ~EventLog();
  EventLog(const EventLog&) = delete;
  EventLog& operator=(const EventLog&) = delete;

  /// Appends and waits until it is on disk. Fills number, at and utc_offset. On a Failure nothing was written; try again later.
  base::Result<learner::Event> append(const course::CourseId& course, const course::LessonId& lesson,
                                      const learner::What& what);

  struct ReadStats {
    std::int64_t read = 0;
    std::int64_t unreadable = 0;  ///< rows whose checksum does not hold or whose particulars do not fit
    std::int64_t unknown = 0;     ///< events that only a later version knows
    std::int64_t missing = 0;     ///< numbers that are not there, where a repair could not bring them back
    std::int64_t last = 0;        ///< the greatest number up to which all was read
  };
  /// Calls `each` for all events with a number above `after`, in order. Rows that cannot be read are skipped and counted.
  /// `damaged` when the file's structure broke since it was opened: open it again to have it repaired.
  base::Result<ReadStats> read(std::int64_t after, const std::function<void(const learner::Event&)>& each) const;

  /// The events that the first screen is made from, in order: all but those of reviews, of which there may be millions. Takes
  /// no longer with more reviews. `missing` is not counted.
  base::Result<ReadStats> read_first(const std::function<void(const learner::Event&)>& each) const;

  /// The same as `read` for rows as they are, those of later versions included.
  base::Result<ReadStats> read_rows(std::int64_t after, const std::function<void(const Row&)>& each) const;

  /// Appends rows one by one as `next` gives them, until it gives none: all of them or, on a Failure, none. Numbers are given
  /// anew, times are kept. Others wait to write until it is done. Returns how many there were.
  base::Result<std::int64_t> append_rows(const std::function<std::optional<Row>()>& next);

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
  std::vector<base::Message> verify() const;

  const std::filesystem::path& file() const;
  /// The file that is read: `file`, or the copy of one that cannot be written to.
  std::filesystem::path file_read() const;

 private:
  struct Parts;
  explicit EventLog(std::unique_ptr<Parts> parts);
  friend class Opener;

  std::unique_ptr<Parts> parts_;
};

}  // namespace store
