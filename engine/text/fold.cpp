#include "text/fold.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

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

std::string normalise(const std::string& valid, const FoldOptions& options) {
  int flags = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_IGNORE;
  if (options.ignore_case) flags |= UTF8PROC_CASEFOLD;
  if (options.ignore_accents) flags |= UTF8PROC_STRIPMARK;
  utf8proc_uint8_t* mapped = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(valid.data()), static_cast<utf8proc_ssize_t>(valid.size()),
                   &mapped, static_cast<utf8proc_option_t>(flags));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(mapped, &std::free);
  if (size < 0) return valid;
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
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

}  // namespace

std::string fold(std::string_view typed, FoldOptions options) {
  // Folding can bring out what folds again (a quote behind a compatibility letter), so it goes on until nothing changes.
  std::string folded(typed);
  for (int pass = 0; pass < 4; ++pass) {
    std::string next = squeeze(normalise(make_plain(folded, options), options));
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
