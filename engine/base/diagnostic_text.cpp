// The text form of diagnostics; diagnostic_json.cpp has the others.
#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "base/diagnostic_format.h"
#include "base/utf8.h"

namespace base {
namespace {

constexpr const char* bold = "\033[1m";
constexpr const char* red = "\033[1;31m";
constexpr const char* magenta = "\033[1;35m";
constexpr const char* green = "\033[1;32m";
constexpr const char* blue = "\033[1;34m";
constexpr const char* plain = "\033[0m";

constexpr int tab_columns = 4;

/// Characters that would move the cursor, change colours or turn the reading direction.
bool steers_terminal(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// A file's text with the places of its lines, so that a thousand diagnostics do not read it a thousand times.
class Lines {
 public:
  explicit Lines(std::optional<std::string> text) : text_(std::move(text)) {
    if (!text_) return;
    if (text_->starts_with("\xEF\xBB\xBF")) text_->erase(0, 3);  // a byte order mark stands in no column
    starts_.push_back(0);
    for (std::size_t at = text_->find('\n'); at != std::string::npos; at = text_->find('\n', at + 1)) {
      starts_.push_back(at + 1);
    }
  }

  std::optional<std::string_view> line(std::uint32_t number) const {
    if (!text_ || number == 0 || number > starts_.size()) return std::nullopt;
    const std::size_t first = starts_[number - 1];
    const std::size_t end = number < starts_.size() ? starts_[number] - 1 : text_->size();
    std::string_view line = std::string_view(*text_).substr(first, end - first);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
  }

 private:
  std::optional<std::string> text_;
  std::vector<std::size_t> starts_;
};

/// A source line as the terminal shows it, and where the marks go.
struct Shown {
  std::string line;
  std::string marks;
};

/// The part of a line to show, in characters from 0, such that the span's beginning is in sight.
std::pair<std::size_t, std::size_t> window(std::size_t characters, std::size_t column, std::size_t most) {
  if (characters <= most) return {0, characters};
  const std::size_t lead = most / 4;
  const std::size_t first = std::min(column > lead ? column - lead : 0, characters - most);
  return {first, first + most};
}

Shown show(std::string_view line, const Span& span, std::size_t most_columns) {
  const std::u32string points = to_code_points(line);
  const std::size_t begin = span.column > 0 ? span.column - 1 : 0;
  const std::size_t end = begin + std::max<std::uint32_t>(span.length, 1);
  const auto [first, last] = window(points.size(), begin, most_columns);
  Shown shown;
  if (first > 0) {
    shown.line = "…";
    shown.marks = begin < first ? "^" : " ";
  }
  for (std::size_t i = first; i < last; ++i) {
    const bool tab = points[i] == '\t';
    const char32_t c = steers_terminal(points[i]) ? 0xFFFD : points[i];
    if (tab) {
      shown.line.append(tab_columns, ' ');
    } else {
      append(shown.line, c);
    }
    shown.marks.append(tab ? tab_columns : display_width(c), i >= begin && i < end ? '^' : ' ');
  }
  if (last < points.size()) shown.line += "…";
  // A span at the end of the line (something is missing there) has no character of its own to stand under.
  if (begin >= points.size()) shown.marks += '^';
  shown.marks.erase(shown.marks.find_last_not_of(' ') + 1);
  return shown;
}

class Writer {
 public:
  Writer(const FileText& text, const TextOptions& options) : text_(text), options_(options) {}

  void diagnostic(const Diagnostic& d) {
    const bool error = d.severity == Severity::error;
    head(d.file, d.span);
    colour(error ? red : magenta);
    out_ += options_.in_words(error ? msg("error: ") : msg("warning: "));
    colour(plain);
    colour(bold);
    safe(options_.in_words(d.message));
    colour(plain);
    if (!d.rule.empty()) out_ += " [" + d.rule + "]";
    out_ += '\n';
    source(d.file, d.span);
    if (!d.remedy.empty()) {
      gutter("");
      out_ += "= ";
      safe(options_.in_words(d.remedy));
      out_ += '\n';
    }
    for (const Related& related : d.related) note(related);
  }

  std::string take() { return std::move(out_); }

 private:
  void colour(const char* code) {
    if (options_.colour) out_ += code;
  }

  /// Words that may quote a file.
  void safe(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      const CodePoint point = decode(words, at);
      append(out_, steers_terminal(point.value) ? 0xFFFD : point.value);
      at += point.bytes;
    }
  }

  void head(const std::string& file, const Span& span) {
    colour(bold);
    safe(options_.prefix + file);
    if (span.line > 0) out_ += ":" + std::to_string(span.line) + ":" + std::to_string(span.column);
    out_ += ": ";
    colour(plain);
  }

  void note(const Related& related) {
    head(related.file, related.span);
    colour(blue);
    out_ += options_.in_words(msg("note: "));
    colour(plain);
    safe(options_.in_words(related.message));
    out_ += '\n';
    source(related.file, related.span);
  }

  void gutter(const std::string& number) {
    colour(blue);
    out_ += std::string(number.size() < 5 ? 5 - number.size() : 0, ' ') + number + (number.empty() ? "   " : " | ");
    colour(plain);
  }

  void source(const std::string& file, const Span& span) {
    const auto line = lines(file).line(span.line);
    if (!line) return;
    const Shown shown = show(*line, span, options_.most_columns);
    gutter(std::to_string(span.line));
    out_ += shown.line + "\n";
    colour(blue);
    out_ += "      | ";
    colour(green);
    out_ += shown.marks;
    colour(plain);
    out_ += '\n';
  }

  const Lines& lines(const std::string& file) {
    const auto known = files_.find(file);
    if (known != files_.end()) return known->second;
    return files_.emplace(file, Lines(text_ ? text_(file) : std::nullopt)).first->second;
  }

  const FileText& text_;
  const TextOptions& options_;
  std::map<std::string, Lines> files_;
  std::string out_;
};

}  // namespace

std::string format_text(const Diagnostics& diagnostics, const FileText& text, const TextOptions& options) {
  Writer writer(text, options);
  for (const Diagnostic& diagnostic : diagnostics) writer.diagnostic(diagnostic);
  return writer.take();
}

Message summary(const Diagnostics& diagnostics) {
  if (diagnostics.empty()) return msg("no mistakes found");
  std::size_t errors = 0;
  std::set<std::string> files;
  for (const Diagnostic& d : diagnostics) {
    errors += d.severity == Severity::error;
    files.insert(d.file);
  }
  const std::size_t warnings = diagnostics.size() - errors;
  const Message of_errors = msgn("{n} error", "{n} errors", errors);
  const Message of_warnings = msgn("{n} warning", "{n} warnings", warnings);
  const Message all = errors == 0     ? of_warnings
                      : warnings == 0 ? of_errors
                                      : msg("{errors}, {warnings}", {{"errors", of_errors}, {"warnings", of_warnings}});
  return msgn("{found} in {n} file", "{found} in {n} files", files.size(), {{"found", all}});
}

}  // namespace base
