#pragma once
// A profile's history as JSON lines, to keep, to move, to read with other programs: `resonance data export|import|verify`.

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/event_log.h"

namespace store {

struct Exported {
  std::int64_t written = 0;
  std::int64_t unreadable = 0;  ///< damaged rows, which are left out
};

/// One header line, {"format":"resonance-history","version":1}, then one event a line:
/// {"number":…,"at":"2026-01-31T10:00:00.000Z","offset":60,"course":…,"lesson":…,"event":…,"what":{…}}; `offset` is in minutes,
/// and `clock`, as `at`, is added where the machine's clock showed another time.
base::Result<Exported> export_events(const EventLog& log, std::ostream& out);

struct Imported {
  std::int64_t added = 0;
  std::int64_t known = 0;  ///< were there already (same time, lesson and particulars)
  std::vector<base::Message>
      refused;  ///< "line 7: …", one for each line that could not be read; at most 1000, then one that counts
};

/// Adds the events that the log does not have yet, in one transaction: all readable lines or, on a Failure, nothing. They keep
/// their times and get new numbers after those of the log, in the order of the file.
/// `unsupported` when the first line is not the header of an export, `too_new` when a later version wrote it.
base::Result<Imported> import_events(EventLog& log, std::istream& in);

}  // namespace store
