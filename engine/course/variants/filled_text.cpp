#include "course/variants/filled_text.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "text/number.h"

namespace course {
namespace {

constexpr int most_decimals = 12;

/// Takes ", 2" off the end of an expression: how many decimals to show.
int take_decimals(std::string_view& source) {
  const std::size_t comma = source.rfind(',');
  if (comma == std::string_view::npos) return -1;
  const std::string_view digits = base::trimmed(source.substr(comma + 1));
  const bool number = !digits.empty() && digits.size() <= 2 &&
                      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  const auto open = std::count(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(comma), '(');
  const auto closed = std::count(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(comma), ')');
  if (!number || open != closed) return -1;
  source = base::trimmed(source.substr(0, comma));
  return std::min(std::stoi(std::string(digits)), most_decimals);
}

/// With all the decimals that were asked for, in the language's way: "2,50".
std::string shown_number(double value, int decimals, std::string_view language) {
  if (decimals < 0) {
    const double size = std::fabs(value);
    const int lost = size > 0 && size < 1 ? static_cast<int>(-std::floor(std::log10(size))) : 0;
    return text::format_number(value, 6 + std::min(lost, 12), language);
  }
  std::string written = text::format_number(expression::round_to(value, decimals), decimals, language);
  if (decimals == 0) return written;
  const char mark = text::format_number(0.5, 1, language)[1];
  const std::size_t at = written.rfind(mark);
  // In English a comma parts thousands and only a point is the mark, so what is found is the mark.
  std::size_t have = at == std::string_view::npos ? 0 : written.size() - at - 1;
  if (at == std::string_view::npos) written += mark;
  for (; have < static_cast<std::size_t>(decimals); ++have) written += '0';
  return written;
}

std::string escaped(std::string_view words, std::string_view meaningful) {
  std::string escaped;
  for (const char c : words) {
    if (meaningful.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string written(const expression::Value& value, int decimals, const Writing& writing) {
  const auto* number = std::get_if<double>(&value);
  std::string words;
  if (number == nullptr) {
    words = std::get<std::string>(value);
    if (writing.use == Use::shown && writing.words != nullptr) {
      const auto shown = writing.words->find(words);
      if (shown != writing.words->end()) words = shown->second;
    }
  } else if (writing.use == Use::shown) {
    words = shown_number(*number, decimals, writing.language);
  } else {
    words = decimals < 0 ? expression::to_word(*number) : expression::fixed_word(*number, decimals);
  }
  return writing.use == Use::pattern ? escaped(words, "\\.+*?()|[]{}^$") : words;
}

}  // namespace

tl::expected<std::optional<FilledText>, FilledText::Mistake> FilledText::compile(std::string_view text, Marks marks,
                                                                                 const expression::Symbols& symbols) {
  const std::string_view opens = marks == Marks::braces ? "{{" : "[[";
  const std::string_view closes = marks == Marks::braces ? "}}" : "]]";
  FilledText filled;
  std::size_t from = 0;
  int gaps = 0;
  for (std::size_t open = text.find(opens); open != std::string_view::npos; open = text.find(opens, from)) {
    // In a formula a brace may stand before: $x^{{{a}}}$.
    while (open + 2 < text.size() && text[open + 2] == opens[0]) ++open;
    const std::size_t close = text.find(closes, open + 2);
    if (close == std::string_view::npos) {
      return tl::unexpected(Mistake{{base::msg("an expression that opens here is not closed"),
                                     base::msg("end it with {mark}", {{"mark", closes}}), 0, 2},
                                    text.substr(open, 2)});
    }
    Piece piece;
    piece.literal = std::string(text.substr(from, open - from));
    for (std::size_t i = 0; i + 1 < piece.literal.size(); ++i) {
      gaps += piece.literal.compare(i, 2, "{{") == 0 ? 1 : piece.literal.compare(i, 2, "}}") == 0 ? -1 : 0;
    }
    piece.in_gap = marks == Marks::brackets && gaps > 0;
    std::string_view source = base::trimmed(text.substr(open + 2, close - open - 2));
    const std::string_view whole = source;
    piece.decimals = take_decimals(source);
    piece.source = std::string(source);
    auto program = expression::compile(source, symbols, variant_limits);
    if (!program) {
      return tl::unexpected(Mistake{program.error(), whole.empty() ? text.substr(open, close + 2 - open) : whole});
    }
    piece.program = std::move(*program);
    filled.pieces_.push_back(std::move(piece));
    from = close + 2;
  }
  if (filled.pieces_.empty()) return std::nullopt;
  filled.pieces_.push_back({std::string(text.substr(from)), {}, std::nullopt, -1, false});
  return filled;
}

std::string FilledText::fill(const Values& values, const Writing& writing) const {
  std::string text;
  for (const Piece& piece : pieces_) {
    text += piece.literal;
    if (!piece.program) continue;
    const std::string words = written(piece.program->value(values.inputs()), piece.decimals, writing);
    text += piece.in_gap ? escaped(words, "/|{}\\") : words;
  }
  return text;
}

bool FilledText::uses(expression::Type type, std::size_t slot) const {
  return std::any_of(pieces_.begin(), pieces_.end(), [&](const Piece& piece) {
    if (!piece.program) return false;
    return type == expression::Type::number ? piece.program->uses_number(slot) : piece.program->uses_word(slot);
  });
}

std::string FilledText::first_bad(const Values& values) const {
  for (const Piece& piece : pieces_) {
    if (!piece.program) continue;
    const expression::Value value = piece.program->value(values.inputs());
    const auto* number = std::get_if<double>(&value);
    if (number != nullptr && !std::isfinite(*number)) return piece.source;
  }
  return {};
}

}  // namespace course
