#include "text/unit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "text/fold.h"
#include "text/unit_table.h"

namespace text {
namespace {

constexpr std::size_t longest = 100;
constexpr std::size_t most_atoms = 8;
constexpr std::size_t most_readings = 16;
constexpr int highest_power = 9;

/// A factor of a unit as it is written: "m^-2", "jobs", "100".
struct Atom {
  std::string name;   ///< in its own case, without accents; empty for a number
  double number = 1;  ///< where there is no name
  int exponent = 1;
};

/// One way to understand a unit. What no table knows stays as words.
struct Reading {
  Powers powers{};
  double factor = 1;
  double offset = 0;
  std::vector<std::pair<std::string, int>> words;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words that carry no meaning beside others: "5 degrees Celsius", "2 millions d'euros".
bool is_filler(std::string_view word) {
  constexpr std::array<std::string_view, 11> fillers{"of",      "de",    "d'",     "des", "du", "degree",
                                                     "degrees", "degre", "degres", "deg", "°"};
  return is_one_of(word, fillers);
}

/// Splits a folded unit into its atoms, from left to right; what stands behind a stroke or "per" divides.
class Splitter {
 public:
  explicit Splitter(std::string_view unit) : unit_(unit) {}

  /// Empty when it is no unit: an exponent without end, too many atoms.
  std::optional<std::vector<Atom>> split() {
    while (at_ < unit_.size()) {
      if (atoms_.size() > most_atoms || !step()) return std::nullopt;
    }
    if (atoms_.size() > 1) {
      std::erase_if(atoms_, [](const Atom& atom) { return is_filler(fold(atom.name)) && !atom.name.empty(); });
    }
    return std::move(atoms_);
  }

 private:
  bool rest_starts_with(std::string_view words) const { return unit_.substr(at_).starts_with(words); }

  bool step() {
    constexpr std::string_view joiners = " .()*";
    if (unit_[at_] == '/') {
      sign_ = -1;
      ++at_;
    } else if (joiners.find(unit_[at_]) != std::string_view::npos) {
      ++at_;
    } else if (rest_starts_with("·") || rest_starts_with("×")) {
      at_ += std::string_view("·").size();
    } else if (is_digit(unit_[at_])) {
      return read_number();
    } else {
      return read_atom();
    }
    return true;
  }

  bool read_number() {
    std::string digits;
    while (at_ < unit_.size() && is_digit(unit_[at_])) digits += unit_[at_++];
    const double number = std::strtod(digits.c_str(), nullptr);
    if (digits.size() > 9 || number == 0) return false;
    atoms_.push_back({{}, number, sign_});
    return true;
  }

  /// Letters and signs up to a digit or a mark; a hyphen belongs to a word when a letter follows it.
  bool ends_atom(std::size_t i) const {
    const char c = unit_[i];
    if (std::string_view(" ./()*^").find(c) != std::string_view::npos || is_digit(c)) return true;
    if (c == '-') return i + 1 >= unit_.size() || is_digit(unit_[i + 1]) || unit_[i + 1] == ' ';
    const std::string_view rest = unit_.substr(i);
    return rest.starts_with("·") || rest.starts_with("×");
  }

  bool read_atom() {
    const std::size_t first = at_;
    while (at_ < unit_.size() && !ends_atom(at_)) ++at_;
    if (at_ == first) return false;
    std::string name(unit_.substr(first, at_ - first));
    if (name.starts_with("d'") && name.size() > 2) name.erase(0, 2);
    if (name == "per" || name == "par" || name == "pour") {
      const bool cent = rest_starts_with(" cent") && (at_ + 5 == unit_.size() || ends_atom(at_ + 5));
      if (!cent) {
        sign_ = -1;
        return name != "pour";
      }
      name = "percent";
      at_ += 5;
    }
    const auto exponent = read_exponent();
    if (!exponent) return false;
    atoms_.push_back({std::move(name), 1, sign_ * *exponent});
    return true;
  }

  std::optional<int> read_exponent() {
    std::size_t end = at_;
    if (end < unit_.size() && unit_[end] == '^') ++end;
    const bool caret = end > at_;
    const bool minus = end < unit_.size() && unit_[end] == '-';
    if (minus) ++end;
    if (end >= unit_.size() || !is_digit(unit_[end])) return caret || minus ? std::nullopt : std::optional(1);
    int exponent = 0;
    for (; end < unit_.size() && is_digit(unit_[end]); ++end) {
      exponent = exponent * 10 + (unit_[end] - '0');
      if (exponent > highest_power) return std::nullopt;
    }
    at_ = end;
    return minus ? -exponent : exponent;
  }

  std::string_view unit_;
  std::size_t at_ = 0;
  int sign_ = 1;
  std::vector<Atom> atoms_;
};

/// How an atom is compared with the names of the table.
struct Spelling {
  std::string exact;
  std::string folded;
  std::string stem;  ///< `folded` without the plural's s
  bool loose;        ///< whatever the case

  Spelling(std::string_view name, bool any_case) : exact(name), folded(fold(name)), stem(folded), loose(any_case) {
    if (stem.size() > 3 && stem.ends_with('s')) stem.pop_back();
  }

  bool is(std::string_view name) const { return is_word(name) || is_symbol(name); }

  bool is_symbol(std::string_view name) const { return exact == name || (loose && folded == fold(name)); }

  /// Names of three letters and more are words, whose case means nothing, where they have no capitals.
  bool is_word(std::string_view name) const {
    if (name.size() < 3 || (folded != name && stem != name)) return false;
    return std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
  }

  /// What is left behind a prefix; empty when it does not begin with it.
  std::optional<Spelling> without(const Prefix& prefix, Prefixes kind) const {
    if (kind == Prefixes::word) {
      if (!folded.starts_with(prefix.word)) return std::nullopt;
      std::string rest = folded.substr(prefix.word.size());
      if (rest.starts_with('-')) rest.erase(0, 1);
      return Spelling(rest, false);
    }
    const std::string head = exact.substr(0, prefix.symbol.size());
    if (head != prefix.symbol && (!loose || fold(head) != fold(prefix.symbol))) return std::nullopt;
    return Spelling(exact.substr(head.size()), loose);
  }
};

Reading reading_of(const UnitName& unit, double prefix) {
  Reading reading{unit.powers, unit.factor * prefix, unit.offset, {}};
  if (!unit.currency.empty()) reading.words.emplace_back(unit.currency, 1);
  return reading;
}

/// "billion" is 10^9 in English and 10^12 in French, as is "trillion" 10^12 and 10^18.
double large_number(std::string_view word, std::string_view language) {
  const bool long_scale = !language.starts_with("en");
  if (word == "billion") return long_scale ? 1e12 : 1e9;
  if (word == "trillion") return long_scale ? 1e18 : 1e12;
  return 0;
}

/// All that a name can mean; as itself when no table knows it.
std::vector<Reading> meanings(const std::string& name, std::string_view language, bool loose) {
  const Spelling spelling(name, loose);
  std::vector<Reading> found;
  for (const UnitName& unit : unit_names()) {
    if (spelling.is(unit.name)) found.push_back(reading_of(unit, 1));
  }
  if (const double number = large_number(spelling.stem, language); number > 0) found.push_back({{}, number, 0, {}});
  if (!found.empty() && !loose) return found;
  for (const Prefix& prefix : unit_prefixes()) {
    for (const Prefixes kind : {Prefixes::symbol, Prefixes::word}) {
      const auto rest = spelling.without(prefix, kind);
      if (!rest || rest->exact.empty()) continue;
      for (const UnitName& unit : unit_names()) {
        if (unit.prefixes == kind && (kind == Prefixes::word ? rest->is_word(unit.name) : rest->is_symbol(unit.name))) {
          found.push_back(reading_of(unit, prefix.factor));
        }
      }
    }
  }
  if (found.empty()) found.push_back({{}, 1, 0, {{spelling.stem, 1}}});
  return found;
}

/// "Md€" is written in one: what stands before the sign of a currency is a word of its own.
std::vector<Atom> part_currencies(std::vector<Atom> atoms) {
  constexpr std::array<std::string_view, 5> signs{"$", "€", "£", "¥", "₩"};
  constexpr std::array<std::string_view, 7> numbers{"Md", "Mds", "Mrd", "bn", "mio", "Mio", "mn"};
  std::vector<Atom> parted;
  for (Atom& atom : atoms) {
    for (const std::string_view sign : signs) {
      if (!atom.name.ends_with(sign)) continue;
      const std::string_view head = std::string_view(atom.name).substr(0, atom.name.size() - sign.size());
      if (!is_one_of(head, numbers)) continue;
      parted.push_back({std::string(head), 1, atom.exponent});
      atom.name = sign;
      break;
    }
    parted.push_back(std::move(atom));
  }
  return parted;
}

/// `times` to the power of `exponent`, put to `reading`.
void multiply(Reading& reading, const Reading& times, int exponent) {
  for (std::size_t i = 0; i < base_count; ++i) {
    reading.powers[i] = static_cast<std::int8_t>(reading.powers[i] + exponent * times.powers[i]);
  }
  reading.factor *= std::pow(times.factor, exponent);
  for (const auto& added : times.words) {
    const auto known = std::find_if(reading.words.begin(), reading.words.end(),
                                    [&](const auto& word) { return word.first == added.first; });
    if (known == reading.words.end()) {
      reading.words.emplace_back(added.first, added.second * exponent);
    } else {
      known->second += added.second * exponent;
    }
  }
}

std::vector<Reading> readings(std::string_view folded, std::string_view language, bool loose) {
  if (folded.empty()) return {Reading{}};
  auto split = Splitter(folded).split();
  if (!split || split->empty()) return {};
  const std::vector<Atom> atoms = part_currencies(std::move(*split));
  std::vector<Reading> all(1);
  for (const Atom& atom : atoms) {
    const std::vector<Reading> of_atom =
        atom.name.empty() ? std::vector<Reading>{{{}, atom.number, 0, {}}} : meanings(atom.name, language, loose);
    std::vector<Reading> next;
    for (const Reading& before : all) {
      for (const Reading& meaning : of_atom) {
        if (next.size() >= most_readings) break;
        Reading reading = before;
        multiply(reading, meaning, atom.exponent);
        // A temperature begins at its own zero only where it stands alone: a kelvin a metre is a degree Celsius a metre.
        if (atoms.size() == 1 && atom.exponent == 1) reading.offset = meaning.offset;
        next.push_back(std::move(reading));
      }
    }
    all = std::move(next);
  }
  for (Reading& reading : all) {
    std::erase_if(reading.words, [](const auto& word) { return word.second == 0; });
    std::sort(reading.words.begin(), reading.words.end());
  }
  return all;
}

/// The results that readings of the one and the other come to, each once, in the order of preference.
std::vector<double> results(double value, const std::vector<Reading>& from, const std::vector<Reading>& to) {
  std::vector<double> found;
  for (const Reading& wanted : to) {
    for (const Reading& typed : from) {
      if (typed.powers != wanted.powers || typed.words != wanted.words) continue;
      const double result = (value * typed.factor + typed.offset - wanted.offset) / wanted.factor;
      if (std::isfinite(result) && std::find(found.begin(), found.end(), result) == found.end())
        found.push_back(result);
    }
  }
  return found;
}

bool is_temperature(const std::vector<Reading>& readings) {
  return std::any_of(readings.begin(), readings.end(), [](const Reading& r) { return r.offset != 0; });
}

}  // namespace

std::optional<double> convert(double value, std::string_view from, std::string_view to, std::string_view language) {
  if (from == to) return value;
  if (from.size() > longest || to.size() > longest) return std::nullopt;
  constexpr FoldOptions cased{.ignore_case = false, .ignore_accents = true};
  const std::string typed = fold(from, cased);
  const std::string wanted = fold(to, cased);
  if (typed == wanted) return value;
  const std::vector<Reading> wanted_readings = readings(wanted, language, false);
  if (is_filler(fold(typed)) && is_temperature(wanted_readings)) return value;  // "20 degrees", of whichever was asked
  const std::vector<double> exact = results(value, readings(typed, language, false), wanted_readings);
  if (!exact.empty()) return exact.front();
  const std::vector<double> loose = results(value, readings(typed, language, true), wanted_readings);
  return loose.size() == 1 ? std::optional(loose.front()) : std::nullopt;
}

}  // namespace text
