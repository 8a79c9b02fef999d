#include "text/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "base/utf8.h"

namespace text {
namespace {

constexpr const char* narrow_space = "\u202f";

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// Languages that write 1,5 for one and a half. Those that are not named write 1.5.
bool has_decimal_comma(std::string_view language) {
  constexpr std::array comma{"fr", "de", "es", "it", "pt", "nl", "pl", "ru",
                             "sv", "da", "nb", "fi", "cs", "tr", "vi", "id"};
  const std::string_view tongue = language.substr(0, language.find_first_of("-_"));
  return std::find(comma.begin(), comma.end(), tongue) != comma.end();
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F || (c >= 0x2000 && c <= 0x200A) || c == 0x3000;
}

/// Every way to write a minus, a space, an apostrophe, a slash and an ASCII character as one.
char32_t plain(char32_t c) {
  if (c < 0x80) return c;
  if (is_space(c)) return ' ';
  if (c == 0x2212 || c == 0x2013 || c == 0x2010 || c == 0x2011 || c == 0xFE63) return '-';
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC) return '\'';
  if (c == 0x2044 || c == 0x2215) return '/';
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;
}

/// What comes along unseen when text is copied: marks of direction, soft hyphens, joiners.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

struct VulgarFraction {
  char32_t character;
  std::u32string_view written;
};
constexpr std::array vulgar_fractions{
    VulgarFraction{U'½', U" 1/2"}, VulgarFraction{U'⅓', U" 1/3"}, VulgarFraction{U'⅔', U" 2/3"},
    VulgarFraction{U'¼', U" 1/4"}, VulgarFraction{U'¾', U" 3/4"}, VulgarFraction{U'⅕', U" 1/5"},
    VulgarFraction{U'⅛', U" 1/8"}, VulgarFraction{U'⅜', U" 3/8"}, VulgarFraction{U'⅝', U" 5/8"},
    VulgarFraction{U'⅞', U" 7/8"},
};

std::u32string read_plainly(std::string_view typed) {
  std::u32string points;
  for (const char32_t c : base::to_code_points(typed)) {
    const auto fraction = std::find_if(vulgar_fractions.begin(), vulgar_fractions.end(),
                                       [&](const VulgarFraction& f) { return f.character == c; });
    if (fraction != vulgar_fractions.end()) {
      points += fraction->written;
    } else if (!is_invisible(c)) {
      points += plain(c);
    }
  }
  return points;
}

/// Currencies that stand before the number as often as behind it.
constexpr std::array<std::u32string_view, 12> currencies{U"$",   U"€",   U"£",   U"¥",   U"₩",   U"US$",
                                                         U"USD", U"EUR", U"GBP", U"CHF", U"JPY", U"KRW"};

/// The digit that a raised figure stands for, or nothing.
std::optional<char> raised_digit(char32_t c) {
  if (c == U'²' || c == U'³') return c == U'²' ? '2' : '3';
  if (c == U'¹') return '1';
  if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) return static_cast<char>(c - 0x2070 + '0');
  return std::nullopt;
}

/// Reads a typed number from left to right.
class Reader {
 public:
  Reader(std::string_view typed, bool decimal_comma) : comma_(decimal_comma), points_(read_plainly(typed)) {}

  std::optional<TypedNumber> read() {
    skip_spaces();
    if (at(at_) == U'≈' || at(at_) == '~' || at(at_) == '=') ++at_;
    skip_spaces();
    read_sign();
    TypedNumber number;
    number.unit = read_currency();
    read_sign();
    if (!read_mantissa()) return std::nullopt;
    const bool read = read_fraction(number) || read_decimal(number);
    return read && read_unit(number) ? std::optional(number) : std::nullopt;
  }

 private:
  char32_t at(std::size_t i) const { return i < points_.size() ? points_[i] : 0; }
  bool digit(std::size_t i) const { return is_digit(at(i)); }
  bool three_digits(std::size_t i) const { return digit(i) && digit(i + 1) && digit(i + 2) && !digit(i + 3); }

  void skip_spaces() {
    while (at(at_) == ' ') ++at_;
  }

  void read_sign() {
    if (!sign_.empty() || (at(at_) != '-' && at(at_) != '+')) return;
    if (at(at_) == '-') sign_ = "-";
    ++at_;
    skip_spaces();
  }

  std::string read_currency() {
    for (const std::u32string_view sign : currencies) {
      std::size_t end = at_ + sign.size();
      if (points_.compare(at_, sign.size(), sign) != 0) continue;
      while (at(end) == ' ') ++end;
      const std::size_t first = at(end) == '-' || at(end) == '+' ? end + 1 : end;
      if (!digit(first) && at(first) != '.' && at(first) != ',' && at(first) != ' ') continue;
      at_ = end;
      std::string unit;
      for (const char32_t c : sign) base::append(unit, c);
      return unit;
    }
    return {};
  }

  bool read_decimal(TypedNumber& number) {
    read_exponent();
    read_power_of_ten();
    const std::string written = sign_ + whole_ + "." + (fraction_.empty() ? "0" : fraction_) + exponent_;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number.value);
    if (error != std::errc() || end != written.data() + written.size()) return false;
    const std::string digits = whole_ + fraction_;
    const std::size_t first = digits.find_first_not_of('0');
    number.significant = first == std::string::npos ? 1 : static_cast<int>(digits.size() - first);
    return true;
  }

  /// "3/4", or "1 1/2" where the whole was read before; nothing is read where it is none.
  bool read_fraction(TypedNumber& number) {
    std::size_t end = at_;
    std::string above = whole_;
    double whole = 0;
    if (at(end) == ' ' && digit(end + 1)) {
      whole = std::strtod(whole_.c_str(), nullptr);
      above.clear();
      for (++end; digit(end); ++end) above += static_cast<char>(at(end));
    }
    while (at(end) == ' ') ++end;
    if (!fraction_.empty() || at(end) != '/') return false;
    for (++end; at(end) == ' ';) ++end;
    std::string below;
    for (; digit(end); ++end) below += static_cast<char>(at(end));
    const double divisor = std::strtod(below.c_str(), nullptr);
    // "5/h" is a unit, and "1/100 km" no less: what is above a fraction of a unit stays a number of its own.
    if (below.empty() || divisor == 0 || at(end) == '/' || at(end) == '.' || at(end) == ',') return false;
    at_ = end;
    number.value = (sign_.empty() ? 1 : -1) * (whole + std::strtod(above.c_str(), nullptr) / divisor);
    return true;
  }

  /// Collects digits and marks, then decides which marks group and which one is the decimal mark.
  bool read_mantissa() {
    const std::size_t first = at_;
    std::size_t end = first;
    while (digit(end) || at(end) == '.' || at(end) == ',' || (groups_at(end) && end > first)) ++end;
    const std::u32string_view written = std::u32string_view(points_).substr(first, end - first);
    at_ = end;
    const std::size_t decimal = decimal_mark(written);
    if (!take_whole(written.substr(0, decimal))) return false;
    if (decimal != std::u32string_view::npos) {
      for (const char32_t c : written.substr(decimal + 1)) {
        if (!is_digit(c)) return false;
        fraction_ += static_cast<char>(c);
      }
    }
    if (whole_.empty() && fraction_.empty()) return false;
    if (whole_.empty()) whole_ = "0";
    return true;
  }

  /// A space or an apostrophe between a digit and exactly three more.
  bool groups_at(std::size_t i) const {
    return (at(i) == ' ' || at(i) == '\'') && i > 0 && digit(i - 1) && three_digits(i + 1);
  }

  std::size_t decimal_mark(std::u32string_view written) const {
    const auto none = std::u32string_view::npos;
    const std::size_t last = written.find_last_of(U".,");
    if (last == none) return none;
    const char32_t mark = written[last];
    const bool alone = written.find(mark) == last;
    if (!alone) return none;
    const bool other = written.find(mark == '.' ? U',' : U'.') != none;
    const bool thousands =
        mark == ',' && !other && !comma_ && written.size() - last == 4 && last > 0 && last <= 3 && written[0] != '0';
    return thousands ? none : last;
  }

  /// Digits in one stretch, or in groups of three behind one kind of mark.
  bool take_whole(std::u32string_view written) {
    const std::size_t first = written.find_first_not_of(U"0123456789");
    if (first == std::u32string_view::npos) {
      whole_.assign(written.begin(), written.end());
      return true;
    }
    const char32_t mark = written[first];
    if (first == 0 || first > 3) return false;
    for (std::size_t i = 0; i < written.size(); ++i) {
      const bool is_mark = i >= first && (i - first) % 4 == 0;
      if (is_mark != (written[i] == mark) || is_mark == is_digit(written[i])) return false;
      if (!is_mark) whole_ += static_cast<char>(written[i]);
    }
    return (written.size() - first) % 4 == 0;
  }

  /// "× 10^3", "·10³" behind a mantissa, and "10^3" alone.
  void read_power_of_ten() {
    if (!exponent_.empty()) return;
    std::size_t end = at_;
    const bool alone = whole_ == "10" && fraction_.empty();
    if (!alone || (at(end) != '^' && !is_raised(end))) {
      while (at(end) == ' ') ++end;
      const char32_t sign = at(end);
      if (sign != U'×' && sign != U'·' && sign != '*' && sign != 'x' && sign != 'X' && sign != U'⋅') return;
      for (++end; at(end) == ' ';) ++end;
      if (at(end) != '1' || at(end + 1) != '0') return;
      end += 2;
    } else {
      whole_ = "1";
    }
    std::string power;
    const bool caret = at(end) == '^';
    if (caret) ++end;
    if (at(end) == '-' || at(end) == 0x207B) power = "-", ++end;
    for (; caret ? digit(end) : is_raised(end); ++end) {
      power += caret ? static_cast<char>(at(end)) : *raised_digit(at(end));
    }
    if (power.empty() || power == "-") return;
    exponent_ = "e" + power;
    at_ = end;
  }

  bool is_raised(std::size_t i) const { return at(i) == 0x207B || raised_digit(at(i)).has_value(); }

  void read_exponent() {
    if (at(at_) != 'e' && at(at_) != 'E') return;
    std::size_t end = at_ + 1;
    const bool minus = at(end) == '-';
    if (minus || at(end) == '+') ++end;
    if (!digit(end)) return;
    exponent_ = minus ? "e-" : "e";
    while (digit(end)) exponent_ += static_cast<char>(at(end++));
    at_ = end;
  }

  bool read_unit(TypedNumber& number) {
    skip_spaces();
    std::size_t end = points_.size();
    while (end > at_ && points_[end - 1] == ' ') --end;
    if (at_ == end) return true;
    // "12 34", "1.2.3" and "23/11/2026" are no numbers with a unit.
    const char32_t first = points_[at_];
    if (is_digit(first) || first == '.' || first == ',' || first == '^' || (first == '/' && digit(at_ + 1)))
      return false;
    if (!number.unit.empty()) number.unit += ' ';
    for (std::size_t i = at_; i < end; ++i) base::append(number.unit, points_[i]);
    return true;
  }

  bool comma_;
  std::u32string points_;
  std::size_t at_ = 0;
  std::string sign_;
  std::string whole_;
  std::string fraction_;
  std::string exponent_;
};

}  // namespace

std::optional<TypedNumber> parse_number(std::string_view typed, std::string_view language) {
  constexpr std::size_t most_bytes = 400;
  if (typed.size() > most_bytes) return std::nullopt;
  return Reader(typed, has_decimal_comma(language)).read();
}

std::string format_number(double value, int decimals, std::string_view language) {
  if (!std::isfinite(value)) return "–";
  std::array<char, 512> buffer;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value),
                                          std::chars_format::fixed, std::clamp(decimals, 0, 20));
  if (error != std::errc()) return "–";
  const std::string_view written(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const std::size_t point = std::min(written.find('.'), written.size());
  std::string_view fraction = written.substr(std::min(point + 1, written.size()));
  while (!fraction.empty() && fraction.back() == '0') fraction.remove_suffix(1);
  const bool zero = fraction.empty() && written.substr(0, point) == "0";
  const bool comma = has_decimal_comma(language);
  std::string number = value < 0 && !zero ? "−" : "";
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) number += comma ? narrow_space : ",";
    number += written[i];
  }
  if (!fraction.empty()) number += (comma ? "," : ".") + std::string(fraction);
  return number;
}

std::string format_percent(double share, std::string_view language) {
  return format_number(share * 100, 0, language) + (has_decimal_comma(language) ? narrow_space : "") + "%";
}

}  // namespace text
