#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace base {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

/// Unicode's East Asian Wide and Fullwidth, in the coarse blocks that terminals use.
constexpr std::array wide{
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x2E80, 0x303E},   Range{0x3041, 0xA4CF},
    Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},
    Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F}, Range{0x1F680, 0x1F6FF},
    Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD},
};

/// Marks that sit on the letter before, and characters without a width of their own.
constexpr std::array zero{
    Range{0x0300, 0x036F}, Range{0x1160, 0x11FF}, Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF}, Range{0x200B, 0x200F},
    Range{0x2060, 0x2064}, Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF},
};

template <std::size_t n>
bool in(const std::array<Range, n>& ranges, char32_t value) {
  const auto next = std::upper_bound(ranges.begin(), ranges.end(), value,
                                     [](char32_t v, const Range& range) { return v < range.first; });
  return next != ranges.begin() && value <= std::prev(next)->last;
}

constexpr CodePoint invalid{0xFFFD, 1, false};

}  // namespace

CodePoint decode(std::string_view utf8, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1, true};
  const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + bytes > utf8.size()) return invalid;
  char32_t value = lead & (0xFF >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return invalid;
    value = (value << 6) | (byte(at + i) & 0x3F);
  }
  const bool overlong = (bytes == 3 && value < 0x800) || (bytes == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return invalid;
  return {value, bytes, true};
}

void append(std::string& utf8, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = 0xFFFD;
  if (value < 0x80) {
    utf8 += static_cast<char>(value);
    return;
  }
  const int trailing = value < 0x800 ? 1 : value < 0x10000 ? 2 : 3;
  const int lead = trailing == 1 ? 0xC0 : trailing == 2 ? 0xE0 : 0xF0;
  utf8 += static_cast<char>(lead | static_cast<int>(value >> (6 * trailing)));
  for (int i = trailing - 1; i >= 0; --i) utf8 += static_cast<char>(0x80 | ((value >> (6 * i)) & 0x3F));
}

std::size_t count_characters(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < utf8.size(); at += decode(utf8, at).bytes) ++count;
  return count;
}

std::size_t find_invalid(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    if (static_cast<unsigned char>(utf8[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint point = decode(utf8, at);
    if (!point.valid) return at;
    at += point.bytes;
  }
  return std::string_view::npos;
}

int display_width(char32_t value) {
  if (value < 0x300) return 1;
  if (in(zero, value)) return 0;
  return in(wide, value) ? 2 : 1;
}

std::string_view trimmed(std::string_view utf8) {
  constexpr std::string_view spaces = " \t\r\n";
  const std::size_t first = utf8.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return utf8.substr(first, utf8.find_last_not_of(spaces) - first + 1);
}

std::string shortened(std::string_view utf8, std::size_t most) {
  std::string words;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < utf8.size(); ++characters) {
    if (characters == most) return words + "…";
    const CodePoint point = decode(utf8, at);
    append(words, point.value == U'\n' ? U' ' : point.value);
    at += point.bytes;
  }
  return words;
}

std::u32string to_code_points(std::string_view utf8) {
  std::u32string points;
  points.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = decode(utf8, at);
    points += point.value;
    at += point.bytes;
  }
  return points;
}

}  // namespace base
