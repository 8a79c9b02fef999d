#pragma once
// Getting the history out of a damaged file, and putting a whole file in its place. Private to store.

#include <filesystem>
#include <map>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "store/pages.h"
#include "store/row.h"
#include "store/schema.h"

namespace store {

/// What a file holds, as far as it can be read and its checksums hold.
struct Contents {
  std::map<std::int64_t, Row> events;  ///< by number
  std::map<std::string, std::string> drafts;
  std::map<std::string, std::string> settings;
};

/// Finds every event whose bytes are whole, wherever in the file or its write-ahead log they lie, without asking SQLite.
Contents salvage(const Pages& pages);

/// What the write-ahead log holds that SQLite, which stops at the first frame with a wrong checksum, passes over in silence.
struct Unread {
  bool events = false;  ///< events above `last_number` that were committed: the file must be repaired
  bool torn = false;    ///< a commit that is there and not whole: what was written last may be lost
};
Unread unread_in(const Pages& pages, std::int64_t last_number);

/// Writes a new file with `contents` and puts it in place of `file`, so that at any moment of a crash the old one is there, or
/// the new one, or a finished new one beside it that `finish_replacing` puts in place. The caller holds the lock alone.
base::Status replace_with(const std::filesystem::path& file, const Contents& contents, const base::Clock& clock,
                          Migrations migrations);

/// Ends a replacement that a crash interrupted. True when there was one.
base::Result<bool> finish_replacing(const std::filesystem::path& file);

/// Keeps a damaged file (and its write-ahead log) under another name beside it, which is returned. The file itself stays.
base::Result<std::filesystem::path> put_aside(const std::filesystem::path& file, const base::Clock& clock);

/// `NAME.MARK-20260131T100000Z`, with a number where that is taken.
std::filesystem::path beside(const std::filesystem::path& file, const std::string& mark, const base::Clock& clock);

}  // namespace store
