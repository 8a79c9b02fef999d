#include "text/fold.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/edit_distance.h"
#include "base/utf8.h"

namespace text {
namespace {

struct Plain {
  char32_t from;
  std::string_view to;
};

/// What a keyboard has for what typographers use.
constexpr std::array typography{
    Plain{U'‘', "'"},  Plain{U'’', "'"},  Plain{U'‚', "'"},  Plain{U'‛', "'"},  Plain{U'ʼ', "'"},  Plain{U'`', "'"},
    Plain{U'´', "'"},  Plain{U'′', "'"},  Plain{U'“', "\""}, Plain{U'”', "\""}, Plain{U'„', "\""}, Plain{U'‟', "\""},
    Plain{U'«', "\""}, Plain{U'»', "\""}, Plain{U'‹', "'"},  Plain{U'›', "'"},  Plain{U'″', "\""}, Plain{U'‐', "-"},
    Plain{U'‑', "-"},  Plain{U'‒', "-"},  Plain{U'–', "-"},  Plain{U'—', "-"},  Plain{U'―', "-"},  Plain{U'−', "-"},
    Plain{U'﹣', "-"}, Plain{U'－', "-"},
};

/// Letters that have no decomposition and are typed without their stroke or ligature where accents are.
constexpr std::array unaccented{
    Plain{U'œ', "oe"}, Plain{U'Œ', "OE"}, Plain{U'æ', "ae"}, Plain{U'Æ', "AE"}, Plain{U'ø', "o"}, Plain{U'Ø', "O"},
    Plain{U'ł', "l"},  Plain{U'Ł', "L"},  Plain{U'đ', "d"},  Plain{U'Đ', "D"},  Plain{U'ı', "i"},
};

template <std::size_t n>
const Plain* find(const std::array<Plain, n>& table, char32_t c) {
  for (const Plain& entry : table) {
    if (entry.from == c) return &entry;
  }
  return nullptr;
}

/// Before utf8proc, which would turn a lone accent (´) into a space and a mark.
std::string make_plain(std::string_view typed, const FoldOptions& options) {
  std::string plain;
  plain.reserve(typed.size());
  for (std::size_t at = 0; at < typed.size();) {
    const base::CodePoint point = base::decode(typed, at);
    at += point.bytes;
    const Plain* entry = point.value < 0x60 ? nullptr : find(typography, point.value);
    if (entry == nullptr && options.ignore_accents && point.value >= 0x80) entry = find(unaccented, point.value);
    if (entry != nullptr) {
      plain += entry->to;
    } else {
      base::append(plain, point.value);
    }
  }
  return plain;
}

/// Accents and the like, which one may leave out. Marks that make another letter of theirs stay: the vowels of Indian scripts,
/// the voicing of kana.
bool is_accent(char32_t c) {
  struct Range {
    char32_t first, last;
  };
  constexpr std::array accents{
      Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD}, Range{0x05BF, 0x05C7},
      Range{0x0610, 0x061A}, Range{0x064B, 0x065F}, Range{0x0670, 0x0670}, Range{0x1AB0, 0x1AFF},
      Range{0x1DC0, 0x1DFF}, Range{0x20D0, 0x20FF}, Range{0xFE20, 0xFE2F},
  };
  if (c < accents.front().first) return false;
  return std::any_of(accents.begin(), accents.end(), [&](const Range& r) { return c >= r.first && c <= r.last; });
}

std::string normalise(const std::string& valid, const FoldOptions& options) {
  int flags = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_IGNORE;
  if (options.ignore_case) flags |= UTF8PROC_CASEFOLD;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(valid.data());
  const auto size = static_cast<utf8proc_ssize_t>(valid.size());
  const auto decompose = [&](std::vector<utf8proc_int32_t>& into) {
    return utf8proc_decompose(bytes, size, into.data(), static_cast<utf8proc_ssize_t>(into.size()),
                              static_cast<utf8proc_option_t>(flags));
  };
  std::vector<utf8proc_int32_t> points(valid.size() + 8);
  utf8proc_ssize_t count = decompose(points);
  if (count > static_cast<utf8proc_ssize_t>(points.size())) {
    points.resize(static_cast<std::size_t>(count));
    count = decompose(points);
  }
  if (count < 0) return valid;
  points.resize(static_cast<std::size_t>(count));
  if (options.ignore_accents) std::erase_if(points, [](auto c) { return is_accent(static_cast<char32_t>(c)); });
  constexpr auto composed = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  count = utf8proc_normalize_utf32(points.data(), static_cast<utf8proc_ssize_t>(points.size()), composed);
  if (count < 0) return valid;
  std::string text;
  text.reserve(valid.size());
  for (utf8proc_ssize_t i = 0; i < count; ++i) {
    base::append(text, static_cast<char32_t>(points[static_cast<std::size_t>(i)]));
  }
  return text;
}

bool is_space(char32_t c) {
  if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85) return true;
  return c >= 0x80 && utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ZS;
}

std::string squeeze(const std::string& text) {
  std::string squeezed;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::decode(text, at);
    at += point.bytes;
    if (is_space(point.value)) {
      space = true;
      continue;
    }
    if (space && !squeezed.empty()) squeezed += ' ';
    space = false;
    base::append(squeezed, point.value);
  }
  return squeezed;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Most answers are plain letters, for which Unicode's tables say nothing else.
std::string fold_ascii(std::string_view typed, bool ignore_case) {
  std::string folded;
  folded.reserve(typed.size());
  bool space = false;
  for (const char c : typed) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      space = true;
      continue;
    }
    if (space && !folded.empty()) folded += ' ';
    space = false;
    folded += c == '`' ? '\'' : ignore_case && c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return folded;
}

}  // namespace

std::string fold(std::string_view typed, FoldOptions options) {
  if (is_ascii(typed)) return fold_ascii(typed, options.ignore_case);
  // Folding can bring out what folds again (a quote behind a compatibility letter), so it goes on until nothing changes.
  std::string folded(typed);
  for (int pass = 0; pass < 4; ++pass) {
    std::string next = squeeze(normalise(make_plain(folded, options), options));
    if (is_ascii(next)) return fold_ascii(next, options.ignore_case);
    if (next == folded) break;
    folded = std::move(next);
  }
  return folded;
}

std::string ascii_letters(char32_t character) {
  std::string letters;
  const Plain* entry = find(unaccented, character);
  std::array<utf8proc_int32_t, 20> folded{};
  utf8proc_ssize_t count = 0;
  if (entry == nullptr) {
    constexpr auto flags =
        static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(character), folded.data(), folded.size(), flags, nullptr);
  } else {
    for (const char c : entry->to) folded[static_cast<std::size_t>(count++)] = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
  }
  for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, folded.size()); ++i) {
    const utf8proc_int32_t c = folded[static_cast<std::size_t>(i)];
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters += static_cast<char>(c);
  }
  return letters;
}

int edit_distance(std::string_view a, std::string_view b, int limit) { return base::edit_distance(a, b, limit); }

std::size_t length(std::string_view utf8) { return base::count_characters(utf8); }

}  // namespace text
