#include "course/yaml/source_file.h"

#include <algorithm>

#include "base/utf8.h"

namespace course {
namespace {

/// Length of the quoted text that `text` begins with, up to the end of its line where it goes on.
std::size_t quoted_length(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  return std::min(quote_end(line, 0), line.size());
}

/// Length of the flow list or map that `text` begins with, up to the end of its line where it goes on.
std::size_t bracket_length(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size() && text[i] != '\n'; ++i) {
    const char c = text[i];
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && --depth == 0) return i + 1;
    if ((c == '"' || c == '\'') && i > 0 && std::string_view(" [{,:").find(text[i - 1]) != std::string_view::npos) {
      i += quoted_length(text.substr(i)) - 1;
    }
  }
  return std::min(text.find('\n'), text.size());
}

std::string_view trimmed_line(std::string_view text) {
  std::string_view line = text.substr(0, text.find('\n'));
  const std::size_t comment = line.find(" #");
  line = line.substr(0, comment);
  const std::size_t last = line.find_last_not_of(" \t\r");
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// Anchors and tags stand before the value they belong to.
std::size_t skip_properties(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '&' || text[at] == '!')) {
    const std::size_t end = text.find_first_of(" \n", at);
    if (end == std::string_view::npos) return at;
    const std::size_t next = text.find_first_not_of(" \n", end);
    if (next == std::string_view::npos) return at;
    at = next;
  }
  return at;
}

}  // namespace

std::size_t quote_end(std::string_view text, std::size_t open) {
  const char quote = text[open];
  for (std::size_t i = open + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 >= text.size() || text[i + 1] != quote) return i + 1;
      ++i;
    }
  }
  return std::string_view::npos;
}

SourceFile::SourceFile(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
  if (text_.starts_with("\xEF\xBB\xBF")) text_.erase(0, 3);
}

void SourceFile::count_lines() const {
  if (!line_starts_.empty()) return;
  line_starts_.push_back(0);
  for (std::size_t at = text_.find('\n'); at != std::string_view::npos; at = text_.find('\n', at + 1)) {
    line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

base::Span SourceFile::span(std::size_t offset, std::size_t bytes) const {
  count_lines();
  offset = std::min(offset, text_.size());
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), static_cast<std::uint32_t>(offset));
  const std::size_t start = *std::prev(next);
  const std::string_view text(text_);
  std::string_view part = text.substr(offset, bytes);
  part = part.substr(0, part.find_first_of("\r\n"));
  base::Span span;
  span.line = static_cast<std::uint32_t>(next - line_starts_.begin());
  span.column = static_cast<std::uint32_t>(base::count_characters(text.substr(start, offset - start)) + 1);
  span.length = static_cast<std::uint32_t>(std::max<std::size_t>(1, base::count_characters(part)));
  return span;
}

base::Span SourceFile::value_span(std::size_t offset, std::size_t bytes) const {
  const std::string_view text(text_);
  const std::size_t at = skip_properties(text, std::min(offset, text.size()));
  const std::string_view rest = text.substr(at);
  if (rest.empty()) return span(at, 1);
  if (rest[0] == '"' || rest[0] == '\'') return span(at, quoted_length(rest));
  if (rest[0] == '[' || rest[0] == '{') return span(at, bracket_length(rest));
  if (rest[0] == '|' || rest[0] == '>') {
    const std::size_t line = std::min(rest.find('\n'), rest.size());
    const std::size_t first = rest.find_first_not_of(" \n\r\t", line);
    if (first != std::string_view::npos) return span(at + first, trimmed_line(rest.substr(first)).size());
  }
  const std::size_t whole = trimmed_line(rest).size();
  return span(at, bytes > 0 ? std::min(bytes, whole) : whole);
}

base::Span SourceFile::words_span(std::size_t offset, std::string_view words) const {
  const std::size_t at = words.empty() ? std::string_view::npos : text_.find(words, offset);
  return at == std::string_view::npos ? value_span(offset) : span(at, words.size());
}

std::size_t SourceFile::line_offset(std::uint32_t line) const {
  count_lines();
  return line == 0 ? 0 : line <= line_starts_.size() ? line_starts_[line - 1] : text_.size();
}

}  // namespace course
