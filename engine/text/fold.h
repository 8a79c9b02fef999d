#pragma once
// Typed answers made comparable, by Unicode's rules (utf8proc).

#include <string>
#include <string_view>

namespace text {

struct FoldOptions {
  bool ignore_case = true;
  bool ignore_accents = true;
};

/// Compatibility-decomposed (full width becomes half), quotes, dashes and apostrophes made plain, runs of space made one, ends
/// trimmed; case and accents dropped as asked. Bytes that are not UTF-8 become U+FFFD.
std::string fold(std::string_view typed, FoldOptions options = {});

/// Optimal string alignment distance (insert, delete, replace, swap of neighbours) in code points, or `limit + 1` as soon as
/// it is above `limit`.
int edit_distance(std::string_view a, std::string_view b, int limit);

/// Number of code points.
std::size_t length(std::string_view utf8);

}  // namespace text
