#include "words/extract.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace words {
namespace {

constexpr std::array<std::string_view, 5> known{"tr", "trc", "trn", "msg", "msgn"};

/// Two words with a space between them, the names of the program and of its command left out.
bool says_something(std::string_view literal) {
  constexpr std::string_view program = "\"resonance ";
  if (literal.starts_with(program)) literal.remove_prefix(program.size());
  const auto letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
    if (literal[i] == ' ' && letter(literal[i - 1]) && letter(literal[i + 1])) return true;
  }
  return false;
}

bool part_of_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

class Extractor {
 public:
  explicit Extractor(std::string_view cpp) : text_(cpp) {}

  Extracted run() {
    while (at_ < text_.size()) step();
    return std::move(found_);
  }

 private:
  void step() {
    if (skip_comment() || skip_literal()) return;
    if (!part_of_name(text_[at_])) {
      ++at_;
      return;
    }
    const std::size_t start = at_;
    while (at_ < text_.size() && part_of_name(text_[at_])) ++at_;
    const std::string_view name = text_.substr(start, at_ - start);
    if (std::find(known.begin(), known.end(), name) != known.end() && peek() == '(') call(name);
  }

  bool skip_comment() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("//")) {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (rest.starts_with("/*")) {
      at_ = std::min(text_.find("*/", at_ + 2), text_.size() - 2) + 2;
    } else {
      return false;
    }
    return true;
  }

  bool skip_literal() {
    const char quote = text_[at_];
    const std::size_t start = at_;
    const bool separator = quote == '\'' && at_ > 0 && part_of_name(text_[at_ - 1]);  // 1'000
    if ((quote != '"' && quote != '\'') || separator) return false;
    for (++at_; at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n'; ++at_)
      at_ += text_[at_] == '\\' ? 1 : 0;
    at_ = std::min(at_ + 1, text_.size());
    if (quote == '"' && says_something(text_.substr(start, at_ - start))) found_.loose.push_back(line_at(start));
    return true;
  }

  int line_at(std::size_t place) const {
    return 1 + static_cast<int>(std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(place), '\n'));
  }

  void skip_space() {
    while (at_ < text_.size()) {
      if (std::isspace(static_cast<unsigned char>(text_[at_])) != 0) {
        ++at_;
      } else if (!skip_comment()) {
        return;
      }
    }
  }

  char peek() {
    skip_space();
    return at_ < text_.size() ? text_[at_] : '\0';
  }

  /// One literal, or several that stand side by side.
  std::optional<std::string> literal() {
    if (peek() != '"') return std::nullopt;
    std::string value;
    while (peek() == '"') {
      for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
        if (text_[at_] == '\\' && ++at_ < text_.size()) {
          value += text_[at_] == 'n' ? '\n' : text_[at_];
        } else {
          value += text_[at_];
        }
      }
      ++at_;
    }
    return value;
  }

  void call(std::string_view name) {
    const int line = line_at(at_);

    ++at_;
    const std::optional<std::string> first = literal();
    if (!first) {
      if (literal_before_end()) found_.hidden.push_back(line);
      return;
    }
    Word word{*first, {}, {}, line};
    if (name != "tr" && name != "msg") {
      const bool comma = peek() == ',';
      if (comma) ++at_;
      const std::optional<std::string> second = comma ? literal() : std::nullopt;
      if (!second) {
        found_.hidden.push_back(line);
        return;
      }
      word = name == "trc" ? Word{*second, *first, {}, line} : Word{*first, {}, *second, line};
    }
    found_.words.push_back(std::move(word));
  }

  /// Looks ahead to the call's own ")"; calls inside it are looked at in their turn.
  bool literal_before_end() const {
    int depth = 1;
    for (std::size_t i = at_; i < text_.size() && depth > 0; ++i) {
      if (text_[i] == '(' || text_[i] == '{') ++depth;
      if (text_[i] == ')' || text_[i] == '}') --depth;
      if (text_[i] == '"' && depth == 1) return true;
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Extracted found_;
};

}  // namespace

Extracted extract(std::string_view cpp) { return Extractor(cpp).run(); }

}  // namespace words
