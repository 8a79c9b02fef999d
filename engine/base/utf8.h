#pragma once
// UTF-8, one code point at a time. Bytes that are not UTF-8 count as one U+FFFD each, so nothing here can fail.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace base {

struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 1;  ///< how many bytes it takes in the text, at least 1
  bool valid = true;      ///< false: the byte is not UTF-8 and `value` is U+FFFD
};

/// The code point that starts at byte `at`, which must lie inside the text.
CodePoint decode(std::string_view utf8, std::size_t at);

/// Adds a code point to a text; surrogates and what lies above U+10FFFF become U+FFFD.
void append(std::string& utf8, char32_t value);

/// Number of code points.
std::size_t count_characters(std::string_view utf8);

/// Byte offset of the first byte that is not UTF-8, or npos.
std::size_t find_invalid(std::string_view utf8);

/// How many columns a terminal gives a code point: 0 (combining), 1, or 2 (Hangul, Han, kana, emoji).
int display_width(char32_t value);

/// The text without the spaces, tabs and line ends around it.
std::string_view trimmed(std::string_view utf8);

/// The first `most` characters, with "…" where there are more; line ends become spaces.
std::string shortened(std::string_view utf8, std::size_t most);

/// The text's own code points as a list, for algorithms that index.
std::u32string to_code_points(std::string_view utf8);

}  // namespace base
