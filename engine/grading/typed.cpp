#include "grading/typed.h"

#include <algorithm>
#include <cmath>

#include "text/fold.h"

namespace grading {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The digits of both are the same, in the same order.
bool same_digits(std::string_view a, std::string_view b) {
  auto x = a.begin();
  auto y = b.begin();
  while (true) {
    x = std::find_if(x, a.end(), is_digit);
    y = std::find_if(y, b.end(), is_digit);
    if (x == a.end() || y == b.end()) return x == a.end() && y == b.end();
    if (*x++ != *y++) return false;
  }
}

std::string_view first_letter(std::string_view folded) {
  std::size_t size = std::min<std::size_t>(1, folded.size());
  while (size < folded.size() && (static_cast<unsigned char>(folded[size]) & 0xC0) == 0x80) ++size;
  return folded.substr(0, size);
}

int slips_by_length(std::size_t letters) {
  if (letters <= 3) return 0;
  return letters <= 7 ? 1 : 2;
}

/// The number that a text is; a code such as 007 is none.
std::optional<text::TypedNumber> number_of(std::string_view words, std::string_view language) {
  if (std::none_of(words.begin(), words.end(), is_digit)) return std::nullopt;
  if (words.size() > 1 && words[0] == '0' && is_digit(words[1])) return std::nullopt;
  return text::parse_number(words, language);
}

}  // namespace

Typed::Typed(std::string_view typed, TypedRules rules, std::string_view language) : rules_(rules), language_(language) {
  if (text::length(typed.substr(0, 8 * longest)) > longest || typed.size() > 8 * longest) return;
  strict_ = text::fold(typed, {!rules.exact_case, !rules.exact_accents});
  if (rules.exact_case || rules.exact_accents) loose_ = text::fold(typed);
  cased_ = text::fold(typed, {false, !rules.exact_accents});
  number_ = number_of(strict_, language);
}

bool Typed::same_number(std::string_view text) const {
  if (!number_) return false;
  const auto other = number_of(text, language_);
  if (!other || text::fold(other->unit) != text::fold(number_->unit)) return false;
  return std::abs(other->value - number_->value) <= 1e-12 * std::abs(other->value);
}

std::optional<int> Typed::slips_from(std::string_view text) const {
  if (empty()) return std::nullopt;
  const std::string strict = text::fold(text, {!rules_.exact_case, !rules_.exact_accents});
  if (strict == strict_ || same_number(strict)) return 0;

  const bool exact = rules_.exact_case || rules_.exact_accents;
  const std::string loose = exact ? text::fold(text) : std::string();
  const std::string& wanted = exact ? loose : strict;
  const std::string& typed = exact ? loose_ : strict_;
  const int allowed = rules_.slips >= 0 ? rules_.slips : slips_by_length(text::length(wanted));
  if (allowed == 0 || first_letter(wanted) != first_letter(typed) || !same_digits(wanted, typed)) return std::nullopt;
  const int slips = text::edit_distance(typed, wanted, allowed);
  if (slips == 0 || slips > allowed) return std::nullopt;
  // What strict comparison finds beyond the slips is case or accents, where these count.
  if (exact && text::edit_distance(strict_, strict, allowed) != slips) return std::nullopt;
  return slips;
}

bool Typed::matches(const course::Pattern& pattern) const {
  return !empty() && pattern.matches(cased_, {rules_.exact_case, rules_.exact_accents});
}

}  // namespace grading
