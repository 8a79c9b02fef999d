#pragma once
// What was worked out from a log and is kept beside it (NAME.reviews for NAME.db), so that it need not be worked out at every
// start. It may be deleted at any time: nothing is in it that is not in the log.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"

namespace store {

struct Derived {
  std::int64_t number = 0;      ///< of the last event that is in it
  std::int64_t checksum = 0;    ///< of that event's row
  std::int64_t unreadable = 0;  ///< how many rows up to that one could not be read
  std::string bytes;            ///< whoever wrote them checks them
};

/// Empty where there is none, it is cut short, or a later version wrote it. Whether it belongs to the log as it is now tells
/// LogReader::checksum_at.
std::optional<Derived> read_derived(const std::filesystem::path& log_file);

/// Bytes that the file has, 0 where there is none.
std::uintmax_t size_of_derived(const std::filesystem::path& log_file);

/// Writes another file and renames it; not forced to the disk, as it can be worked out again.
base::Status write_derived(const std::filesystem::path& log_file, const Derived& derived);

void remove_derived(const std::filesystem::path& log_file);

}  // namespace store
