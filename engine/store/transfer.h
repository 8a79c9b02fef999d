#pragma once
// A profile's history as JSON lines, to keep, to move, to read with other programs: `resonance data export|import|verify`.

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/event_log.h"

namespace store {

/// One header line, then one event a line: {"number":…,"at":"2026-01-31T10:00:00.000Z","offset":60,"course":…,"lesson":…,"event":…,"what":{…}}.
/// Returns how many events were written.
base::Result<std::int64_t> export_events(const EventLog& log, std::ostream& out);

struct Imported {
  std::int64_t added = 0;
  std::int64_t known = 0;               ///< were there already (same time, lesson and particulars)
  std::vector<std::string> refused;     ///< "line 7: …", one for each line that could not be read
};
/// Adds the events that the log does not have yet, in one transaction: all readable lines or, on a Failure, nothing.
base::Result<Imported> import_events(EventLog& log, std::istream& in);

}  // namespace store
