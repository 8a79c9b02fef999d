#pragma once
// One event as it lies in the file: the raw words, before anybody understands them. Transfer and salvage work on rows, so
// that events of later versions are carried along unread.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "learner/event.h"

namespace store {

struct Row {
  std::int64_t number = 0;
  std::int64_t at = 0;          ///< ms since 1970 UTC, held where the clock was set back
  std::int64_t clock = 0;       ///< ms since 1970 UTC, as the clock showed it
  std::int64_t utc_offset = 0;  ///< minutes
  std::string course;
  std::string lesson;
  std::string event;
  std::string what;  ///< JSON

  bool operator==(const Row&) const = default;
};

/// FNV-1a over all fields with their lengths. A changed bit always changes it; it is no protection against forgery.
std::int64_t checksum_of(const Row& row);

/// The same for a draft or a setting; `table` keeps one from passing for the other.
std::int64_t checksum_of(std::string_view table, std::string_view name, std::string_view value);

/// The event of a row, or empty when its name is not known or its particulars do not fit.
std::optional<learner::Event> event_of(const Row& row);

}  // namespace store
