// Reads the .po format line by line; catalogue.cpp has the look-ups.
#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "base/utf8.h"
#include "text/catalogue.h"

namespace text {

using base::msg;

class CatalogueReader {
 public:
  CatalogueReader(Catalogue& catalogue, const std::string& file, base::Diagnostics& diagnostics)
      : catalogue_(catalogue), file_(file), diagnostics_(diagnostics) {}

  void read(std::string_view po) {
    if (po.starts_with("\xEF\xBB\xBF")) po.remove_prefix(3);
    if (!check_encoding(po)) return;
    while (!po.empty()) {
      const std::size_t end = po.find('\n');
      std::string_view line = po.substr(0, end);
      po.remove_prefix(end == std::string_view::npos ? po.size() : end + 1);
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++line_;
      read_line(line);
    }
    finish();
  }

 private:
  static constexpr std::size_t most_forms = 8;
  static constexpr std::size_t most_mistakes = 100;

  bool check_encoding(std::string_view po) {
    const std::size_t bad = base::find_invalid(po);
    if (bad == std::string_view::npos) return true;
    const auto line =
        static_cast<std::uint32_t>(1 + std::count(po.begin(), po.begin() + static_cast<std::ptrdiff_t>(bad), '\n'));
    report(base::Severity::error, {line, 1, 1}, msg("the file is not in UTF-8"), msg("save it as UTF-8"));
    return false;
  }

  void read_line(std::string_view line) {
    line_text_ = line;
    const std::size_t first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
      finish();
      return;
    }
    line.remove_prefix(first);
    if (line.starts_with("#~")) return finish();
    if (line.starts_with('#')) return read_comment(line);
    if (line.starts_with('"')) return append_string(line);
    read_keyword(line);
  }

  void read_comment(std::string_view line) {
    if (has_source_) finish();
    if (line.starts_with("#,") && line.find("fuzzy") != std::string_view::npos) message_.fuzzy = true;
  }

  void read_keyword(std::string_view line) {
    const std::size_t end = line.find_first_of(" \t[\"");
    const std::string_view word = line.substr(0, end);
    std::string_view rest = line.substr(std::min(end, line.size()));
    target_ = nullptr;
    if (word == "msgctxt") {
      if (has_source_) finish();
      target_ = &message_.context;
    } else if (word == "msgid") {
      if (has_source_) finish();
      has_source_ = true;
      given_.clear();
      message_.line = line_;
      target_ = &message_.source;
    } else if (word == "msgid_plural") {
      target_ = &plural_source_;
    } else if (word == "msgstr") {
      target_ = form(rest);
      if (target_ == nullptr) return;
    } else {
      mistake(line, msg("found {word} where a keyword was expected", {{"word", base::quoted(word)}}),
              msg("the keywords are msgctxt, msgid, msgid_plural and msgstr"));
      return;
    }
    const std::size_t quote = rest.find_first_not_of(" \t");
    rest.remove_prefix(quote == std::string_view::npos ? rest.size() : quote);
    if (!rest.starts_with('"')) {
      mistake(line, msg("{keyword} has no text", {{"keyword", word}}), msg("put the text in double quotes behind it"));
      return;
    }
    append_string(rest);
  }

  /// Where the text of `msgstr` or `msgstr[i]` goes; takes the index off `rest`.
  std::string* form(std::string_view& rest) {
    if (!has_source_) {
      mistake(rest, msg("a translation stands before its msgid"), msg("put msgid before msgstr"));
      return nullptr;
    }
    std::size_t index = 0;
    if (rest.starts_with('[')) {
      const auto [end, error] = std::from_chars(rest.data() + 1, rest.data() + rest.size(), index);
      const bool closed = error == std::errc() && end != rest.data() + rest.size() && *end == ']';
      if (!closed || index >= most_forms) {
        mistake(rest, msg("this is not the number of a plural form"), msg("write msgstr[0], msgstr[1] …"));
        return nullptr;
      }
      rest.remove_prefix(static_cast<std::size_t>(end - rest.data()) + 1);
    }
    if (message_.forms.size() <= index) message_.forms.resize(index + 1);
    if (!given_.insert(index).second) {
      mistake(rest, msg("this translation is given twice"), msg("delete one of the two"));
      return nullptr;
    }
    return &message_.forms[index];
  }

  void append_string(std::string_view line) {
    if (target_ == nullptr) {
      // After a wrong keyword its continuation lines are not mistakes of their own.
      return;
    }
    std::size_t at = 1;
    for (; at < line.size() && line[at] != '"'; ++at) {
      if (line[at] == '\\' && at + 1 < line.size()) {
        read_escape(line, at);
      } else {
        *target_ += line[at];
      }
    }
    if (at >= line.size()) {
      mistake(line, msg("the quote is not closed"),
              msg("end the line with \"; a quote inside the text is written \\\""));
    } else if (line.find_first_not_of(" \t", at + 1) != std::string_view::npos) {
      mistake(line.substr(at + 1), msg("something stands behind the closing quote"),
              msg("a quote inside the text is written \\\""));
    }
  }

  /// `at` is on the backslash and is left on the escape's last character.
  void read_escape(std::string_view line, std::size_t& at) {
    const char c = line[++at];
    constexpr std::string_view names = "ntr\\\"abfv";
    constexpr std::string_view values = "\n\t\r\\\"\a\b\f\v";
    const std::size_t known = names.find(c);
    if (known != std::string_view::npos) {
      *target_ += values[known];
    } else {
      mistake(line.substr(at - 1, 2), msg("{escape} is no escape", {{"escape", base::quoted(line.substr(at - 1, 2))}}),
              msg("a backslash itself is written \\\\"));
      *target_ += c;
    }
  }

  void finish() {
    if (has_source_) {
      if (message_.forms.empty()) message_.forms.emplace_back();
      if (message_.source.empty() && message_.context.empty()) {
        read_header();
      } else {
        add();
      }
    }
    message_ = {};
    plural_source_.clear();
    has_source_ = false;
    target_ = nullptr;
  }

  void add() {
    std::string key = message_.source;
    if (!message_.context.empty()) key = message_.context + '\4' + message_.source;
    const auto [known, is_new] = catalogue_.index_.emplace(std::move(key), catalogue_.messages_.size());
    if (!is_new) {
      base::Diagnostic& d = report(base::Severity::error, {message_.line, 1, 5}, msg("this msgid stands twice"),
                                   msg("delete one of them"));
      d.related.push_back({file_, {catalogue_.messages_[known->second].line, 1, 5}, msg("first given here")});
      return;
    }
    catalogue_.has_contexts_ = catalogue_.has_contexts_ || !message_.context.empty();
    catalogue_.fuzzy_ += message_.fuzzy;
    catalogue_.translated_ += !message_.fuzzy && !message_.forms[0].empty();
    catalogue_.messages_.push_back(std::move(message_));
  }

  void read_header() {
    const std::string& header = message_.forms[0];
    constexpr std::string_view name = "Plural-Forms:";
    const std::size_t at = header.find(name);
    if (at == std::string::npos) return;
    std::string_view value = std::string_view(header).substr(at + name.size());
    value = value.substr(0, value.find('\n'));
    if (auto rule = PluralRule::parse(value)) {
      catalogue_.plural_ = *rule;
    } else {
      report(base::Severity::error, {message_.line, 1, 5}, msg("the header’s Plural-Forms cannot be read"),
             msg("for French it is “nplurals=2; plural=(n > 1);”"));
    }
  }

  /// `part` is a stretch of the line at hand.
  void mistake(std::string_view part, base::Message message, base::Message remedy) {
    const auto offset = static_cast<std::size_t>(part.data() - line_text_.data());
    const std::size_t column = offset <= line_text_.size() ? base::count_characters(line_text_.substr(0, offset)) : 0;
    const auto length = static_cast<std::uint32_t>(std::max<std::size_t>(1, base::count_characters(part)));
    report(base::Severity::error, {line_, static_cast<std::uint32_t>(column + 1), length}, std::move(message),
           std::move(remedy));
  }

  base::Diagnostic& report(base::Severity severity, base::Span span, base::Message message, base::Message remedy) {
    // A file of something else entirely would have a mistake in each line.
    if (++mistakes_ > most_mistakes) return surplus_ = {};
    diagnostics_.push_back({severity, "translation-syntax", file_, span, std::move(message), std::move(remedy), {}});
    return diagnostics_.back();
  }

  Catalogue& catalogue_;
  const std::string& file_;
  base::Diagnostics& diagnostics_;
  base::Diagnostic surplus_;
  std::size_t mistakes_ = 0;
  std::uint32_t line_ = 0;
  std::string_view line_text_;
  Message message_;
  std::string plural_source_;
  bool has_source_ = false;
  std::set<std::size_t> given_;    ///< forms of the message being read
  std::string* target_ = nullptr;  ///< where continuation lines go
};

Catalogue Catalogue::parse(std::string_view po, const std::string& file, base::Diagnostics& diagnostics) {
  Catalogue catalogue;
  CatalogueReader(catalogue, file, diagnostics).read(po);
  return catalogue;
}

}  // namespace text
