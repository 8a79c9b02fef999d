#pragma once
// How long a quiz has gone on. It counts by the wall clock, whether the program runs or not; a clock that is set back stops
// nothing and gives nothing back, for only steps forward are added up.

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace screens::quiz {

struct Timer {
  base::Duration limit{0};    ///< 0: none
  base::Duration elapsed{0};  ///< up to `as_of`
  base::TimePoint as_of;
  bool hidden = false;
  int told = 0;  ///< the announcement on screen: 5 or 1 minutes left, 0 for none

  bool limited() const { return limit > base::Duration{0}; }
  /// Adds what has passed since it was last asked, and announces the last five minutes and the last one.
  void advance(base::TimePoint now);
  /// Never below 0.
  base::Duration left() const;
  bool is_up() const { return limited() && elapsed >= limit; }
  /// When what is shown changes next, or something is announced; empty without a limit.
  std::optional<base::TimePoint> next_change() const;
};

/// What is kept of a running quiz besides its answers: where one is, and how long it has gone on.
struct Bookmark {
  int run = 1;
  std::size_t at = 0;
  base::Duration elapsed{0};
  base::TimePoint as_of;
  bool hidden = false;
  bool operator==(const Bookmark&) const = default;
};

/// {"run":1,"at":3,"elapsed":61000,"as-of":1790000000000,"hidden":0}
std::string to_json(const Bookmark& bookmark);
/// Reads what `to_json` wrote; empty for anything else.
std::optional<Bookmark> bookmark_from_json(std::string_view json);

}  // namespace screens::quiz
