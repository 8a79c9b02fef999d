#include "expression/lexer.h"

#include <array>
#include <charconv>
#include <optional>

#include "base/utf8.h"

namespace expression {
namespace {

using base::msg;

struct Spelling {
  std::string_view text;
  Sign sign;
};

/// Longer ones before those that they begin with.
constexpr std::array<Spelling, 28> spellings{{
    {"<=", Sign::less_equal},   {">=", Sign::greater_equal}, {"==", Sign::equal},  {"!=", Sign::unequal},
    {"<>", Sign::unequal},      {"&&", Sign::both},          {"||", Sign::either}, {"≤", Sign::less_equal},
    {"≥", Sign::greater_equal}, {"≠", Sign::unequal},        {"−", Sign::minus},   {"×", Sign::times},
    {"·", Sign::times},         {"÷", Sign::divide},         {"**", Sign::power},  {"+", Sign::plus},
    {"-", Sign::minus},         {"*", Sign::times},          {"/", Sign::divide},  {"%", Sign::remainder},
    {"^", Sign::power},         {"<", Sign::less},           {">", Sign::greater}, {"!", Sign::negate},
    {"?", Sign::question},      {":", Sign::colon},          {",", Sign::comma},   {"(", Sign::open},
}};

struct Word {
  std::string_view text;
  Sign sign;
  double number = 0;
};

constexpr std::array<Word, 5> words{{{"and", Sign::both},
                                     {"or", Sign::either},
                                     {"not", Sign::negate},
                                     {"true", Sign::number, 1},
                                     {"false", Sign::number, 0}}};

/// Letters of any script; not punctuation, spaces or mathematical signs, which lie below U+00C0 and in U+2000–U+2BFF.
bool letter(char32_t c) {
  if (c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
  if (c < 0xC0 || c == 0xD7 || c == 0xF7) return false;
  return (c < 0x2000 || c > 0x2BFF) && (c < 0x3000 || c > 0x303F) && (c < 0xD800 || c > 0xF8FF) && c < 0xE0000 &&
         (c < 0xFE00 || c > 0xFFFF);
}

bool digit(char c) { return c >= '0' && c <= '9'; }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  tl::expected<std::vector<Token>, Problem> run() {
    while (at_ < text_.size()) {
      if (const std::size_t space = space_length()) {
        at_ += space;
        continue;
      }
      if (auto problem = one()) return tl::unexpected(std::move(*problem));
    }
    tokens_.push_back({Sign::end, text_.size(), 1, 0, {}});
    return std::move(tokens_);
  }

 private:
  std::size_t space_length() const {
    const char c = text_[at_];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return 1;
    const base::CodePoint point = base::decode(text_, at_);
    return point.value == 0xA0 || point.value == 0x202F || point.value == 0x2009 ? point.bytes : 0;
  }

  void add(Sign sign, std::size_t length, double number = 0, std::string text = {}) {
    tokens_.push_back({sign, at_, length, number, std::move(text)});
    at_ += length;
  }

  std::optional<Problem> one() {
    const char c = text_[at_];
    if (digit(c) || (c == '.' && at_ + 1 < text_.size() && digit(text_[at_ + 1]))) return number();
    if (c == '"' || c == '\'') return word(text_.substr(at_, 1));
    if (text_.substr(at_).starts_with("“")) return word("”");
    if (const std::size_t length = name_length(text_, at_)) {
      name(length);
      return std::nullopt;
    }
    if (c == ')') {
      add(Sign::close, 1);
      return std::nullopt;
    }
    for (const Spelling& spelling : spellings) {
      if (!text_.substr(at_).starts_with(spelling.text)) continue;
      add(spelling.sign, spelling.text.size());
      return std::nullopt;
    }
    return strange();
  }

  void name(std::size_t length) {
    const std::string_view name = text_.substr(at_, length);
    for (const Word& known : words) {
      if (known.text == name) return add(known.sign, length, known.number);
    }
    add(Sign::name, length, 0, std::string(name));
  }

  std::optional<Problem> number() {
    double value = 0;
    const char* begin = text_.data() + at_;
    const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), value);
    const auto length = static_cast<std::size_t>(end - begin);
    if (error != std::errc()) return Problem{msg("this number is beyond what can be computed with"), {}, at_, length};
    add(Sign::number, length, value);
    return std::nullopt;
  }

  std::optional<Problem> word(std::string_view quote) {
    const std::size_t opening = text_.substr(at_).starts_with("“") ? 3 : 1;
    const std::size_t close = text_.find(quote, at_ + opening);
    if (close == std::string_view::npos)
      return Problem{msg("the quote that opens here is never closed"),
                     msg("end the word with {quote}", {{"quote", quote}}), at_, text_.size() - at_};
    std::string inside(text_.substr(at_ + opening, close - at_ - opening));
    add(Sign::word, close + quote.size() - at_, 0, std::move(inside));
    return std::nullopt;
  }

  Problem strange() const {
    const char c = text_[at_];
    if (c == '=') return {msg("one “=” means nothing in an expression"), msg("equality is written “==”"), at_, 1};
    if (c == '&') return {msg("“&” alone means nothing in an expression"), msg("write “and”"), at_, 1};
    if (c == '|')
      return {msg("“|” alone means nothing in an expression"), msg("for a size write abs(x), for a choice “or”"), at_,
              1};
    if (c == '[' || c == '{') return {msg("brackets are round in an expression"), msg("write ( … )"), at_, 1};
    const base::CodePoint point = base::decode(text_, at_);
    if (!point.valid || point.value < 0x20)
      return {msg("this character has no place in an expression"), msg("take it out"), at_, 1};
    return {msg("{sign} has no place in an expression", {{"sign", base::quoted(text_.substr(at_, point.bytes))}}),
            msg("take it out"), at_, point.bytes};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::size_t name_length(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    const base::CodePoint point = base::decode(text, end);
    const bool figure = point.value >= '0' && point.value <= '9';
    if (!point.valid || !(letter(point.value) || (figure && end > at))) break;
    end += point.bytes;
  }
  return end - at;
}

bool is_word_of_language(std::string_view word) {
  for (const Word& known : words) {
    if (known.text == word) return true;
  }
  return false;
}

tl::expected<std::vector<Token>, Problem> tokenise(std::string_view text) { return Lexer(text).run(); }

}  // namespace expression
