#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace course {

/// One gap: typed, or picked from `options`.
struct Gap {
  std::vector<std::string> accepted;  ///< the first is shown as the answer
  std::vector<std::string> options;   ///< not empty: picked from these; the first is right
  bool picked() const { return !options.empty(); }
};

/// A text with gaps: parts[0] gap[0] parts[1] gap[1] … parts[n]. The parts are Markdown without blocks.
struct Blanks {
  std::vector<std::string> parts;
  std::vector<Gap> gaps;  ///< at least one; parts.size() == gaps.size() + 1
};

/// How many gaps a text has, or nothing when they are written wrongly. For comparing a translation with its source.
std::optional<std::size_t> count_gaps(std::string_view text);

}  // namespace course
