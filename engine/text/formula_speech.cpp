// Formulas in words, for reading aloud. Pauses are commas; what could be misheard says where it ends.
#include <array>
#include <charconv>

#include "base/utf8.h"
#include "text/formula_phrases.h"

namespace text {
namespace {

using Kind = FormulaAtom::Kind;

bool is_digits(const FormulaAtom& atom) {
  return atom.kind == Kind::symbol && atom.words.size() == 1 && atom.words[0] >= '0' && atom.words[0] <= '9';
}

bool is_mark(const FormulaAtom& atom) { return atom.kind == Kind::space || atom.kind == Kind::style; }

class Speaker {
 public:
  explicit Speaker(const FormulaPhrases& phrases) : say_(phrases) {}

  std::string row(const FormulaRow& row) {
    std::string words;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (is_mark(row[i])) continue;
      std::string number;
      std::size_t last = i;
      for (; last < row.size() && in_number(row, last, i); ++last) number += row[last].words;
      if (last == i) {
        add(words, element(row[i], nucleus(row[i])));
        continue;
      }
      // What is raised at a number's last digit is raised at the number.
      add(words, element(row[last - 1], spoken_number(number)));
      i = last - 1;
    }
    return words;
  }

 private:
  static void add(std::string& words, const std::string& more) {
    if (more.empty()) return;
    if (!words.empty() && !more.starts_with(',')) words += ' ';
    words += more;
  }

  static bool has_scripts(const FormulaAtom& atom) { return !atom.raised.empty() || !atom.lowered.empty(); }

  static bool in_number(const FormulaRow& row, std::size_t at, std::size_t first) {
    if (at > first && has_scripts(row[at - 1])) return false;
    if (is_digits(row[at])) return true;
    const bool mark = row[at].kind == Kind::symbol && (row[at].words == "." || row[at].words == ",") &&
                      row[at].role == AtomRole::ordinary;
    return mark && at > first && at + 1 < row.size() && is_digits(row[at + 1]);
  }

  std::string spoken_number(const std::string& digits) const {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    const bool plain = whole && (digits.size() == 1 || digits[0] != '0') && value < say_.numbers.size();
    return plain ? std::string(say_.numbers[value]) : digits;
  }

  /// One thing that cannot be misheard: a letter, a number.
  static bool is_simple(const FormulaRow& row) {
    std::size_t things = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (is_mark(row[i])) continue;
      const bool plain = row[i].kind == Kind::symbol || row[i].kind == Kind::words || row[i].kind == Kind::name ||
                         row[i].kind == Kind::accent;
      if (!plain || has_scripts(row[i])) return false;
      things += i > 0 && is_digits(row[i]) && is_digits(row[i - 1]) ? 0 : 1;
    }
    return things <= 1;
  }

  std::string element(const FormulaAtom& atom, std::string words) {
    if (atom.role == AtomRole::operation && has_scripts(atom) && atom.kind != Kind::fraction)
      return bounded(atom, words);
    if (!atom.lowered.empty()) add(words, std::string(say_.index) + " " + closed(atom.lowered, say_.end_index));
    if (!atom.raised.empty()) add(words, power(atom.raised));
    if (atom.role == AtomRole::operation && atom.kind == Kind::symbol) add(words, std::string(say_.of));
    return words;
  }

  std::string closed(const FormulaRow& part, std::string_view end) {
    std::string words = row(part);
    if (!is_simple(part)) words += ", " + std::string(end) + ",";
    return words;
  }

  std::string power(const FormulaRow& raised) {
    std::string words;
    FormulaRow rest = raised;
    while (!rest.empty() && rest.front().words == "′") {
      add(words, std::string(say_.prime));
      rest.erase(rest.begin());
    }
    if (rest.empty()) return words;
    if (rest.size() == 1 && !has_scripts(rest[0])) {
      if (rest[0].words == "2") return add(words, std::string(say_.squared)), words;
      if (rest[0].words == "3") return add(words, std::string(say_.cubed)), words;
      if (rest[0].words == "°" || rest[0].words == "∘") return add(words, std::string(say_.degrees)), words;
      if (rest[0].words == "∗") return add(words, std::string(say_.star)), words;
    }
    add(words, std::string(say_.power) + " " + closed(rest, say_.end_power));
    return words;
  }

  /// “the sum from i equals one to n of”, “the limit as x tends to zero of”.
  std::string bounded(const FormulaAtom& atom, std::string words) {
    const bool limit = atom.words.starts_with("lim"), large = atom.kind == Kind::symbol;
    if (!atom.lowered.empty()) {
      const bool range = !atom.raised.empty();
      const std::string_view join = limit ? say_.as : range ? say_.from : large || atom.limits ? say_.over : say_.index;
      add(words, std::string(join) + " " + row(atom.lowered));
    }
    if (!atom.raised.empty()) {
      if (large || limit)
        add(words, std::string(say_.to) + " " + row(atom.raised));
      else
        add(words, power(atom.raised));
    }
    if (large || limit || !atom.lowered.empty()) add(words, std::string(say_.of));
    return words;
  }

  std::string nucleus(const FormulaAtom& atom) {
    switch (atom.kind) {
      case Kind::symbol: return sign(atom.words, atom.role);
      case Kind::words: return atom.words;
      case Kind::name: return name(atom.words);
      case Kind::row: return row(atom.parts[0]);
      case Kind::fraction: return fraction(atom);
      case Kind::root: return root(atom);
      case Kind::fenced: return fenced(atom);
      case Kind::delimiter: return sign(atom.words, atom.role);
      case Kind::accent: return accent(atom);
      case Kind::line_above: return closed(atom.parts[0], "") + " " + std::string(say_.bar);
      case Kind::line_below: return row(atom.parts[0]);
      case Kind::stack:
        return row(atom.parts[0]) + " " + std::string(atom.above ? say_.with_above : say_.with_below) + " " +
               row(atom.parts[1]);
      case Kind::grid: return grid(atom);
      case Kind::space:
      case Kind::style: break;
    }
    return {};
  }

  std::string sign(std::string_view character, AtomRole role) const {
    for (const SpokenSign& known : spoken_signs()) {
      if (known.character == character) return std::string(say_.french ? known.french : known.english);
    }
    return role == AtomRole::punctuation ? "," : std::string(character);
  }

  std::string name(const std::string& words) const {
    for (const SpokenSign& known : spoken_names()) {
      if (known.character == words) return std::string(say_.french ? known.french : known.english);
    }
    return words;
  }

  std::string fraction(const FormulaAtom& atom) {
    const std::string over(atom.bar ? say_.over_fraction : say_.choose);
    std::string top = row(atom.parts[0]), bottom = row(atom.parts[1]);
    if (!atom.bar && say_.french) std::swap(top, bottom);  // « k parmi n »
    if (is_simple(atom.parts[0]) && is_simple(atom.parts[1])) return top + " " + over + " " + bottom;
    return std::string(say_.fraction) + " " + top + ", " + over + " " + bottom + ", " + std::string(say_.end_fraction) +
           ",";
  }

  std::string root(const FormulaAtom& atom) {
    std::string words(say_.square_root);
    if (atom.parts.size() > 1) {
      const std::string degree = row(atom.parts[1]);
      words = degree == say_.numbers[3] ? std::string(say_.cube_root)
                                        : std::string(say_.root_before) + degree + std::string(say_.root_after);
    }
    const bool simple = is_simple(atom.parts[0]) || is_simple_fraction(atom.parts[0]);
    return words + " " + row(atom.parts[0]) + (simple ? "" : ", " + std::string(say_.end_root) + ",");
  }

  static bool is_simple_fraction(const FormulaRow& row) {
    return row.size() == 1 && row[0].kind == Kind::fraction && !has_scripts(row[0]) && is_simple(row[0].parts[0]) &&
           is_simple(row[0].parts[1]);
  }

  std::string fenced(const FormulaAtom& atom) {
    const bool binomial = atom.parts[0].size() == 1 && atom.parts[0][0].kind == Kind::fraction && !atom.parts[0][0].bar;
    if (binomial) return row(atom.parts[0]);
    const std::string inside = row(atom.parts[0]);
    if (atom.words == "|" && atom.close == "|")
      return std::string(say_.absolute) + " " + inside + ", " + std::string(say_.end_absolute) + ",";
    std::string words;
    if (!atom.words.empty() && !(atom.words == "{" && atom.close.empty()))
      add(words, sign(atom.words, AtomRole::opening));
    add(words, inside);
    if (!atom.close.empty()) add(words, sign(atom.close, AtomRole::closing));
    return words;
  }

  std::string accent(const FormulaAtom& atom) {
    const std::string inside = row(atom.parts[0]);
    if (atom.words == "\u20d7") return std::string(say_.vector) + " " + inside;
    for (const SpokenSign& known : spoken_accents()) {
      if (known.character == atom.words) return inside + " " + std::string(say_.french ? known.french : known.english);
    }
    return inside;
  }

  std::string grid(const FormulaAtom& atom) {
    const bool lines = atom.grid != FormulaAtom::Grid::matrix;
    std::string words = atom.grid == FormulaAtom::Grid::cases ? std::string(say_.cases)
                        : lines                               ? ""
                                                              : std::string(say_.matrix);
    for (std::size_t i = 0; i < atom.parts.size(); ++i) {
      const std::string cell = row(atom.parts[i]);
      const bool new_row = i % atom.columns == 0;
      if (!words.empty()) words += new_row ? "; " : lines && atom.grid == FormulaAtom::Grid::aligned ? " " : ", ";
      if (new_row && !lines)
        words += std::string(say_.row) + " " + spoken_number(std::to_string(i / atom.columns + 1)) + ": ";
      words += cell;
    }
    return words;
  }

  const FormulaPhrases& say_;
};

/// Commas that two endings left side by side, or at the end.
std::string tidied(std::string words) {
  for (const std::string_view twice : {",,", ", ,", " ,"}) {
    for (std::size_t at = words.find(twice); at != std::string::npos; at = words.find(twice, at))
      words.replace(at, twice.size(), ",");
  }
  while (!words.empty() && (words.back() == ',' || words.back() == ' ')) words.pop_back();
  return words;
}

}  // namespace

std::string formula_speech(std::string_view tex, std::string_view language) {
  const Formula formula = parse_formula(tex);
  if (formula.error) return std::string(tex);
  return tidied(Speaker(formula_phrases(language)).row(formula.row));
}

}  // namespace text
