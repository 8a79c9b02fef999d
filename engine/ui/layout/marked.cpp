#include "ui/layout/marked.h"

#include <string>

namespace ui {
namespace {

/// Bytes of a space at `at`: the plain one, the no-break one, the narrow no-break one; 0 for a letter.
std::size_t space_at(std::string_view words, std::size_t at) {
  if (words[at] == ' ' || words[at] == '\n' || words[at] == '\t') return 1;
  for (const std::string_view space : {"\u00a0", "\u202f"}) {
    if (words.substr(at).starts_with(space)) return space.size();
  }
  return 0;
}

/// Bytes of a note's number, "[2]", at `at`, or 0: it is shown, and not said.
std::size_t note_at(std::string_view words, std::size_t at) {
  if (words[at] != '[') return 0;
  std::size_t end = at + 1;
  while (end < words.size() && words[end] >= '0' && words[end] <= '9') ++end;
  return end > at + 1 && end < words.size() && words[end] == ']' ? end + 1 - at : 0;
}

/// A text without its spaces and notes, and where each byte stood.
struct Dense {
  std::string bytes;
  std::vector<std::uint32_t> from;

  explicit Dense(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      if (const std::size_t unsaid = space_at(words, at) + note_at(words, at)) {
        at += unsaid;
        continue;
      }
      bytes += words[at];
      from.push_back(static_cast<std::uint32_t>(at++));
    }
  }
};

}  // namespace

std::vector<Rect> places_of(const Layout& layout, std::string_view words) {
  std::vector<Rect> places;
  const Dense wanted(words);
  if (wanted.bytes.empty()) return places;
  const Dense all(layout.text);
  const std::size_t at = all.bytes.find(wanted.bytes);
  if (at == std::string::npos) return places;
  const std::size_t begin = all.from[at], end = all.from[at + wanted.bytes.size() - 1] + 1;
  for (const Layout::Line& line : layout.lines) {
    if (line.text_end <= begin || line.text >= end) continue;
    Rect place{0, line.top, -1, line.bottom - line.top};
    for (std::size_t i = 0; i < layout.words.size(); ++i) {
      const Layout::Word& word = layout.words[i];
      if (word.text < line.text || word.text >= line.text_end || word.text >= end) continue;
      const std::size_t next = i + 1 < layout.words.size() ? layout.words[i + 1].text : layout.text.size();
      if (next <= begin) continue;
      if (place.w < 0) place.x = word.x;
      place.w = word.right - place.x;
    }
    if (place.w > 0) places.push_back(place);
  }
  return places;
}

}  // namespace ui
