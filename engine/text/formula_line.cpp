// Formulas on one line, in plain characters.
#include <array>
#include <utility>

#include "base/utf8.h"
#include "text/formula.h"

namespace text {
namespace {

using Kind = FormulaAtom::Kind;

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> raised_forms{
    {{"0", "⁰"}, {"1", "¹"}, {"2", "²"}, {"3", "³"}, {"4", "⁴"}, {"5", "⁵"}, {"6", "⁶"}, {"7", "⁷"},
     {"8", "⁸"}, {"9", "⁹"}, {"+", "⁺"}, {"−", "⁻"}, {"=", "⁼"}, {"(", "⁽"}, {")", "⁾"}, {"n", "ⁿ"},
     {"i", "ⁱ"}, {"x", "ˣ"}, {"t", "ᵗ"}, {"k", "ᵏ"}, {"′", "′"}, {"°", "°"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 25> lowered_forms{
    {{"0", "₀"}, {"1", "₁"}, {"2", "₂"}, {"3", "₃"}, {"4", "₄"}, {"5", "₅"}, {"6", "₆"}, {"7", "₇"}, {"8", "₈"},
     {"9", "₉"}, {"+", "₊"}, {"−", "₋"}, {"=", "₌"}, {"(", "₍"}, {")", "₎"}, {"i", "ᵢ"}, {"j", "ⱼ"}, {"k", "ₖ"},
     {"m", "ₘ"}, {"n", "ₙ"}, {"p", "ₚ"}, {"t", "ₜ"}, {"x", "ₓ"}, {"a", "ₐ"}, {"s", "ₛ"}}};

/// Each character in its small form; nothing when one has none.
template <class Forms>
std::string small(std::string_view words, const Forms& forms) {
  std::string made;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t bytes = base::decode(words, at).bytes;
    const std::string_view one = words.substr(at, bytes);
    at += bytes;
    if (one == " ") continue;
    std::string_view found;
    for (const auto& [plain, form] : forms) {
      if (plain == one) found = form;
    }
    if (found.empty()) return {};
    made += found;
  }
  return made;
}

class Line {
 public:
  std::string row(const FormulaRow& row) {
    std::string words;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const FormulaAtom& atom = row[i];
      const bool first = words.empty() || words.ends_with('(') || words.ends_with(' ');
      const bool apart =
          atom.role == AtomRole::relation || (atom.role == AtomRole::binary && !first && i + 1 < row.size());
      const bool name = atom.kind == Kind::name;
      if ((apart || name) && !first) words += ' ';
      words += element(atom);
      const bool comma = atom.role == AtomRole::punctuation;
      const bool bracket = i + 1 < row.size() && row[i + 1].role == AtomRole::opening;
      if ((apart || comma || (name && !bracket) || atom.role == AtomRole::operation) && !words.ends_with(' ') &&
          i + 1 < row.size() && !(name && bracket))
        words += ' ';
    }
    return words;
  }

 private:
  std::string element(const FormulaAtom& atom) {
    std::string words = nucleus(atom);
    if (!atom.lowered.empty()) {
      const std::string below = row(atom.lowered), form = small(below, lowered_forms);
      words += form.empty() ? "_" + grouped(below) : form;
    }
    if (!atom.raised.empty()) {
      const std::string above = row(atom.raised), form = small(above, raised_forms);
      words += form.empty() ? "^" + grouped(above) : form;
    }
    return words;
  }

  static std::string grouped(const std::string& words) {
    return base::count_characters(words) > 1 ? "(" + words + ")" : words;
  }
  /// In brackets when it is more than one thing.
  std::string part(const FormulaRow& row_of) {
    const std::string words = row(row_of);
    const bool one = row_of.size() <= 1 || words.find_first_not_of("0123456789.,") == std::string::npos;
    return one && words.find(' ') == std::string::npos ? words : "(" + words + ")";
  }

  std::string nucleus(const FormulaAtom& atom) {
    switch (atom.kind) {
      case Kind::symbol:
      case Kind::words:
      case Kind::name:
      case Kind::delimiter: return atom.words;
      case Kind::row:
      case Kind::line_above:
      case Kind::line_below: return row(atom.parts[0]);
      case Kind::fraction:
        return atom.bar ? part(atom.parts[0]) + "/" + part(atom.parts[1])
                        : row(atom.parts[0]) + " " + row(atom.parts[1]);
      case Kind::root: return root(atom);
      case Kind::fenced: return atom.words + row(atom.parts[0]) + atom.close;
      case Kind::accent: return row(atom.parts[0]) + atom.words;
      case Kind::stack: return row(atom.parts[0]) + (atom.above ? "^" : "_") + grouped(row(atom.parts[1]));
      case Kind::grid: return grid(atom);
      case Kind::space: return atom.size >= 5 ? " " : "";
      case Kind::style: break;
    }
    return {};
  }

  std::string root(const FormulaAtom& atom) {
    const std::string sign = atom.parts.size() < 2 ? std::string() : small(row(atom.parts[1]), raised_forms);
    if (atom.parts.size() > 1 && sign.empty()) return part(atom.parts[0]) + "^(1/" + row(atom.parts[1]) + ")";
    return sign + "√" + part(atom.parts[0]);
  }

  std::string grid(const FormulaAtom& atom) {
    std::string words;
    for (std::size_t i = 0; i < atom.parts.size(); ++i) {
      if (i > 0) words += i % atom.columns == 0 ? "; " : atom.grid == FormulaAtom::Grid::matrix ? ", " : " ";
      words += row(atom.parts[i]);
    }
    return words;
  }
};

}  // namespace

std::string formula_line(std::string_view tex) {
  const Formula formula = parse_formula(tex);
  return formula.error ? std::string(tex) : Line().row(formula.row);
}

}  // namespace text
