#include "course/yaml/syntax_error.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "course/reading/words.h"

namespace course {
namespace {

using base::msg;

/// Looks at the text around a failure; each method knows one mistake and says whether this is it.
class Explainer {
 public:
  Explainer(const SourceFile& file, const SyntaxFailure& failure)
      : file_(file),
        text_(file.text()),
        said_(failure.message),
        at_(std::min(failure.offset, text_.size())),
        last_(std::min(failure.last_value, text_.size())) {}

  base::Diagnostic explain() {
    const bool known = tab() || open_quote() || late_quote() || escape() || reference() || tight_dash() ||
                       stray_colon() || behind_quote() || bracket_text() || unknown_token() || open_bracket() ||
                       stray_bracket() || layout();
    if (!known) {
      tell(at_, 1, msg("this is not well-formed YAML ({said})", {{"said", said_}}),
           msg("compare with the examples in docs/format.md"));
    }
    return std::move(result_);
  }

 private:
  bool tell(std::size_t offset, std::size_t bytes, base::Message message, base::Message remedy) {
    result_ = {base::Severity::error, "yaml", file_.name(), file_.span(offset, bytes), std::move(message),
               std::move(remedy),     {}};
    return true;
  }

  bool says(std::string_view words) const { return said_.find(words) != std::string_view::npos; }

  std::size_t line_start(std::size_t offset) const {
    const std::size_t before = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
    return before == std::string_view::npos ? 0 : before + 1;
  }
  std::size_t line_end(std::size_t offset) const { return std::min(text_.find('\n', offset), text_.size()); }

  /// A tab before the first character of the line at hand or of one just above it.
  bool tab() {
    std::size_t start = line_start(at_);
    for (int lines = 0; lines < 3; ++lines) {
      const std::string_view line = text_.substr(start, line_end(start) - start);
      const std::size_t indent = line.find_first_not_of(" \t-");
      const std::size_t tab = line.substr(0, indent).find('\t');
      if (tab != std::string_view::npos && indent != std::string_view::npos) {
        return tell(start + tab, 1, msg("a tab stands in the indentation, where YAML takes only spaces"),
                    msg("put two spaces in its place, and set your editor to indent with spaces"));
      }
      if (start == 0) break;
      start = line_start(start - 1);
    }
    return false;
  }

  /// The first quote at the beginning of a value from `from` on.
  std::size_t opening_quote(std::size_t from) const {
    for (std::size_t i = text_.find_first_of("\"'", from); i != std::string_view::npos;
         i = text_.find_first_of("\"'", i + 1)) {
      const std::size_t before = i == 0 ? std::string_view::npos : text_.find_last_not_of(' ', i - 1);
      if (before == std::string_view::npos || std::string_view("\n:-[{,").find(text_[before]) != std::string_view::npos)
        return i;
    }
    return std::string_view::npos;
  }

  bool open_quote() {
    if (!says("illegal EOF in scalar") && !says("illegal document indicator")) return false;
    std::size_t open = opening_quote(last_);
    // Whole quoted texts on the way are not the culprit.
    for (std::size_t end = std::string_view::npos;
         open != std::string_view::npos && (end = quote_end(text_, open)) != std::string_view::npos;)
      open = opening_quote(end);
    if (open == std::string_view::npos) return false;
    return tell(open, line_end(open) - open, msg("the quote that opens here is never closed"),
                msg("put {quote} at the end of the text", {{"quote", text_.substr(open, 1)}}));
  }

  /// A forgotten closing quote takes the text up to the next quote, lines below.
  bool late_quote() {
    const std::size_t open = opening_quote(last_);
    if (open == std::string_view::npos || open > at_) return false;
    const std::size_t end = quote_end(text_, open);
    if (end == std::string_view::npos || end > at_ + 1 || line_start(open) == line_start(end - 1)) return false;
    if (line_start(end - 1) != line_start(at_)) return false;
    tell(open, line_end(open) - open,
         msg("the quote that opens here is closed only lines below, in the middle of another text"),
         msg("put {quote} at the end of this text", {{"quote", text_.substr(open, 1)}}));
    result_.related.push_back({file_.name(), file_.span(end - 1, 1), msg("closed here")});
    return true;
  }

  bool escape() {
    if (!says("unknown escape character") && !says("invalid unicode") && !says("scanning hex number")) return false;
    const std::size_t backslash = text_.rfind('\\', at_);
    const std::size_t place = backslash == std::string_view::npos ? at_ : backslash;
    return tell(place, 2, msg("this backslash begins no known escape"),
                msg("write \\\\ for a backslash, or put the text in single quotes, where a backslash is just that"));
  }

  bool reference() {
    const bool alias = says("alias") || says("referenced anchor");
    if (!alias && !says("anchor")) return false;
    const std::size_t sign = text_.find_last_of("*&", at_);
    const std::size_t place = sign == std::string_view::npos || sign < line_start(at_) ? at_ : sign;
    const std::string mark = place < text_.size() ? std::string(1, text_[place]) : "*";
    return tell(place, file_.value_span(place).length,
                msg("an unquoted text begins with {mark}, which YAML takes for a reference", {{"mark", mark}}),
                msg("put the text in quotes: \"{mark}…\"", {{"mark", mark}}));
  }

  /// “-Think”: without its space the dash begins a text, which runs on until something in it cannot.
  bool tight_dash() {
    const bool says_own_end =
        last_ < text_.size() && std::string_view("|>\"'").find(text_[last_]) != std::string_view::npos;
    for (std::size_t line = line_start(says_own_end ? at_ : std::min(last_, at_)); line <= at_ && line < text_.size();
         line = line_end(line) + 1) {
      const std::size_t word = text_.find_first_not_of(' ', line);
      if (word == std::string_view::npos || !lacks_space(text_.substr(word, 2))) continue;
      return tell(word, line_end(word) - word, msg("a dash needs a space behind it"),
                  msg("write “- {words}”",
                      {{"words", base::shortened(text_.substr(word + 1, line_end(word) - word - 1), 30)}}));
    }
    return false;
  }

  bool stray_colon() {
    if (!says("illegal map value") || at_ >= text_.size()) return false;
    const std::string_view before = text_.substr(line_start(at_), at_ - line_start(at_));
    if (before.find(": ") == std::string_view::npos && before.find("- ") == std::string_view::npos)
      return misplaced_key();
    return tell(at_, 1,
                msg("a colon followed by a space stands inside an unquoted text, where YAML takes it for a key"),
                msg("put the whole text in quotes: \"…: …\""));
  }

  /// Where the key or text of a line begins, behind indentation and dashes.
  std::size_t first_word(std::size_t line) const { return std::min(text_.find_first_not_of(" -", line), text_.size()); }

  /// A line that would be a key if its column were the one of the keys above, or if the line above had a colon.
  bool misplaced_key() {
    const std::size_t line = line_start(at_);
    const std::size_t word = first_word(line);
    std::size_t above = line;
    while (above > 0) {
      above = line_start(above - 1);
      if (first_word(above) < line_end(above)) break;
    }
    const std::size_t word_above = first_word(above);
    if (above < line && word - line != word_above - above) {
      return tell(
          word, line_end(word) - word,
          msg("this line is indented deeper than the key above it, so YAML takes it for more of the text there"),
          msg("begin all keys of one thing in the same column"));
    }
    if (above < line && text_.substr(above, line - above).find(": ") == std::string_view::npos) {
      return tell(word_above, line_end(word_above) - word_above, msg("this line has no colon followed by a space"),
                  msg("write “key: value”"));
    }
    return tell(at_, 1, msg("a colon stands where no key is"),
                msg("write “key: value” on one line, or put the text in quotes"));
  }

  bool behind_quote() {
    const std::size_t open = opening_quote(last_);
    if (open == std::string_view::npos || open >= at_) return false;
    const std::size_t end = quote_end(text_, open);
    if (end == std::string_view::npos || end > at_ || line_start(end - 1) != line_start(at_)) return false;
    if (text_.find_first_not_of(' ', end) != at_ || text_[at_] == ',' || text_[at_] == '\n') return false;
    return tell(at_, line_end(at_) - at_, msg("something stands behind the closing quote"),
                text_[open] == '"'
                    ? msg("put the quotes around the whole text; a quote inside of \"…\" is written \\\"")
                    : msg("put the quotes around the whole text; a quote inside of '…' is written twice: ''"));
  }

  /// `text: [a link](…) and more`: Markdown that YAML takes for a list, or a gap that it takes for a map.
  bool bracket_text() {
    const std::size_t line = line_start(at_);
    const std::size_t value = text_.find_first_not_of("- ", line);
    if (value == std::string_view::npos || value >= at_) return false;
    const std::size_t colon = text_.find(": ", value);
    const std::size_t after_key =
        colon == std::string_view::npos || colon >= at_ ? value : text_.find_first_not_of(' ', colon + 1);
    for (const std::size_t place : {value, after_key}) {
      if (place == std::string_view::npos || place >= at_ || (text_[place] != '[' && text_[place] != '{')) continue;
      const bool gap = text_.substr(place).starts_with("{{");
      const std::size_t close = text_.find_first_of("]}", place);
      if (!gap && (close == std::string_view::npos || close >= at_)) continue;
      return tell(place, line_end(place) - place,
                  text_[place] == '[' ? msg("an unquoted text begins with [, which YAML takes for a list")
                                      : msg("an unquoted text begins with {, which YAML takes for a map"),
                  msg("put the whole text in quotes"));
    }
    return false;
  }

  bool unknown_token() {
    if (!says("unknown token") || at_ >= text_.size()) return false;
    const base::CodePoint point = base::decode(text_, at_);
    const std::string mark(text_.substr(at_, point.bytes));
    const bool inside = at_ > 0 && std::string_view(" \n").find(text_[at_ - 1]) == std::string_view::npos;
    return tell(at_, point.bytes,
                inside ? msg("an unquoted text inside of […] or {…} may not hold {mark} here", {{"mark", mark}})
                       : msg("an unquoted text may not begin with {mark}", {{"mark", mark}}),
                msg("put the text in quotes"));
  }

  bool open_bracket() {
    const bool list = says("end of sequence flow");
    if (!list && !says("end of map flow")) return false;
    tell(at_, 1,
         list ? msg("a comma or the closing ] of a list is missing before this")
              : msg("a comma or the closing } of a map is missing before this"),
         msg("a text with a comma, bracket or brace in it goes in quotes"));
    const std::size_t open = unclosed(list ? '[' : '{', list ? ']' : '}');
    if (open != std::string_view::npos)
      result_.related.push_back({file_.name(), file_.span(open, 1), msg("opened here")});
    return true;
  }

  /// The last `open` before the failure that has no `close`.
  std::size_t unclosed(char open, char close) const {
    int depth = 0;
    for (std::size_t i = at_; i-- > 0;) {
      if (text_[i] == close) ++depth;
      if (text_[i] == open && depth-- == 0) return i;
    }
    return std::string_view::npos;
  }

  bool stray_bracket() {
    if (!says("illegal flow end")) return false;
    const std::size_t place = std::min(text_.find_first_of("]}", at_ == 0 ? 0 : at_ - 1), at_);
    return tell(place, 1, msg("this bracket closes nothing"), msg("delete it, or put the text in quotes"));
  }

  bool layout() {
    const std::size_t line = line_start(at_);
    const std::size_t first = std::min(text_.find_first_not_of(' ', std::min(line, text_.size())), text_.size());
    if (says("illegal block entry")) {
      return tell(at_, 1, msg("a list cannot begin here"),
                  msg("put “- ” on a line of its own below the key, or the text in quotes"));
    }
    if (says("end of map not found") || says("end of sequence not found") || says("illegal map key")) {
      const std::size_t place = first < text_.size() && line_start(first) == line ? first : at_;
      return tell(
          place, line_end(place) - place, msg("this line fits neither the list nor the keys above it"),
          msg("what belongs together begins in the same column, and a key ends with a colon and a space; a text over "
              "several lines begins with |"));
    }
    if (says("block scalar")) {
      return tell(at_, line_end(at_) - at_, msg("behind | or > a text begins on the next line"),
                  msg("move this to the next line, indented"));
    }
    if (says("bad file") || says("recursion")) {
      return tell(at_, 1, msg("this is nested too deep"), msg("no course needs that; flatten it"));
    }
    return false;
  }

  const SourceFile& file_;
  std::string_view text_;
  std::string_view said_;
  std::size_t at_;
  std::size_t last_;
  base::Diagnostic result_;
};

}  // namespace

base::Diagnostic explain_syntax(const SourceFile& file, const SyntaxFailure& failure) {
  return Explainer(file, failure).explain();
}

}  // namespace course
