#include "text/sentences.h"

#include <array>

namespace text {
namespace {

constexpr std::size_t kLongest = 400;

bool starts(std::string_view words, std::size_t at, std::string_view with) {
  return words.substr(at).starts_with(with);
}

/// Bytes of a mark that ends a sentence at `at`, or 0.
std::size_t end_mark(std::string_view words, std::size_t at) {
  if (words[at] == '.' || words[at] == '!' || words[at] == '?') return 1;
  return starts(words, at, "…") ? std::string_view("…").size() : 0;
}

/// Bytes of a closing quote or bracket, or of the space that French puts before it, or 0.
std::size_t closing(std::string_view words, std::size_t at) {
  if (at >= words.size()) return 0;
  if (words[at] == ')' || words[at] == ']' || words[at] == '"') return 1;
  for (const std::string_view mark : {"”", "’", "»", "«", "\u00a0»", "\u202f»"}) {
    if (starts(words, at, mark)) return mark.size();
  }
  // As it is typed in French; where a word follows, it opens a quote.
  constexpr std::string_view kTyped = " »";
  const std::size_t after = at + kTyped.size();
  if (starts(words, at, kTyped) && (after == words.size() || words[after] == ' ')) return kTyped.size();
  return 0;
}

/// A full stop that belongs to its word: "e.g.", "p. 5", an initial.
bool is_abbreviation(std::string_view before) {
  const std::size_t space = before.find_last_of(" (");
  const std::string_view word = space == std::string_view::npos ? before : before.substr(space + 1);
  const bool initial = word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z';
  if (initial || word.find('.') != std::string_view::npos) return true;
  constexpr std::array<std::string_view, 11> known{"p", "pp", "cf", "Dr", "Mr", "Mrs", "vs", "No", "M", "Mme", "fig"};
  for (const std::string_view one : known) {
    if (word == one) return true;
  }
  return false;
}

std::string_view trimmed(std::string_view words) {
  const auto space = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  while (!words.empty() && space(words.front())) words.remove_prefix(1);
  while (!words.empty() && space(words.back())) words.remove_suffix(1);
  return words;
}

void add(std::vector<std::string>& all, std::string_view words) {
  words = trimmed(words);
  while (words.size() > kLongest) {
    std::size_t cut = words.rfind(", ", kLongest);
    if (cut == std::string_view::npos || cut < kLongest / 2) cut = words.rfind(' ', kLongest);
    if (cut == std::string_view::npos || cut == 0) break;
    all.emplace_back(trimmed(words.substr(0, cut + 1)));
    words = trimmed(words.substr(cut + 1));
  }
  if (!words.empty()) all.emplace_back(words);
}

}  // namespace

std::vector<std::string> sentences(std::string_view plain) {
  std::vector<std::string> all;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (plain[at] == '\n') {
      add(all, plain.substr(begin, at - begin));
      begin = at + 1;
      continue;
    }
    std::size_t end = at + end_mark(plain, at);
    if (end == at) continue;
    const bool stop = plain[at] == '.';
    while (end < plain.size() && end_mark(plain, end) > 0) end += end_mark(plain, end);
    while (closing(plain, end) > 0) end += closing(plain, end);
    const bool ends = end == plain.size() || plain[end] == ' ';
    if (!ends || (stop && end == at + 1 && is_abbreviation(plain.substr(begin, at - begin)))) continue;
    add(all, plain.substr(begin, end - begin));
    begin = end;
    at = end - 1;
  }
  add(all, plain.substr(begin));
  return all;
}

}  // namespace text
