#pragma once
// Typed answers made comparable, by Unicode's rules (utf8proc).

#include <string>
#include <string_view>

namespace text {

struct FoldOptions {
  bool ignore_case = true;
  bool ignore_accents = true;
};

/// Compatibility forms are made one (full width becomes half), quotes, dashes and apostrophes plain, runs of space one space;
/// ends are trimmed, invisible characters dropped, case and accents dropped as asked. Without accents œ is oe and ø is o; marks that
/// make another letter (が, की) are no accents. The result is composed (NFC): an accented letter or a Hangul syllable is one
/// character. Bytes that are not UTF-8 become U+FFFD.
/// Folding what is folded changes nothing.
std::string fold(std::string_view typed, FoldOptions options = {});

/// The ASCII letters and digits that a character comes to without case and accent: "e" for É, "oe" for œ; none for 한.
std::string ascii_letters(char32_t character);

/// Optimal string alignment distance (insert, delete, replace, swap of neighbours) in code points, or `limit + 1` as soon as
/// it is above `limit`.
int edit_distance(std::string_view a, std::string_view b, int limit);

/// Number of code points.
std::size_t length(std::string_view utf8);

}  // namespace text
