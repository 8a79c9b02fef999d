#include <charconv>
#include <cmath>

#include "grading/questions/rules.h"
#include "text/number.h"
#include "text/unit.h"

namespace grading {
namespace {

/// Bounds are inclusive, and 2.4 + 0.1 must hold 2.5: compare with a little room for binary fractions.
bool within(double value, double low, double high) {
  const double room = 1e-9 * std::max(std::abs(low), std::abs(high));
  return value >= low - room && value <= high + room;
}

/// Fewest significant figures that the typed digits can mean: the zeros that end a whole number may or may not count.
int fewest_figures(const text::TypedNumber& typed) {
  const double size = std::abs(typed.value);
  if (size < 1 || size >= 1e15 || size != std::floor(size)) return typed.significant;
  const int digits = static_cast<int>(std::to_string(static_cast<long long>(size)).size());
  if (typed.significant != digits) return typed.significant;
  int figures = digits;
  for (auto rest = static_cast<long long>(size); rest % 10 == 0; rest /= 10) --figures;
  return figures;
}

Remark figures_remark(const course::Number& kind, const text::TypedNumber& typed) {
  if (kind.significant == 0) return Remark::none;
  if (typed.significant < kind.significant) return Remark::too_few_figures;
  return fewest_figures(typed) > kind.significant ? Remark::too_many_figures : Remark::none;
}

std::string fixed(double value, int decimals) {
  char buffer[400];
  const int size = std::snprintf(buffer, sizeof buffer, "%.*f", std::clamp(decimals, 0, 60), value);
  return std::string(buffer, static_cast<std::size_t>(std::clamp(size, 0, static_cast<int>(sizeof buffer) - 1)));
}

/// The value in as many significant figures, "0.50"; whole numbers are padded with zeros, "1200".
std::string with_figures(double value, int figures) {
  if (value == 0) return fixed(0, figures - 1);
  const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
  const int decimals = figures - 1 - magnitude;
  if (decimals >= 0) return fixed(value, decimals);
  const double unit = std::pow(10.0, -decimals);
  return fixed(std::round(value / unit) * unit, 0);
}

/// The shortest text that reads back as the value.
std::string shortest(double value) {
  char buffer[400];
  const auto plain = std::abs(value) < 1e15 && (value == 0 || std::abs(value) > 1e-6) ? std::chars_format::fixed
                                                                                      : std::chars_format::scientific;
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, plain);
  std::string text(buffer, end.ptr);
  text.erase(std::remove(text.begin(), text.end(), '+'), text.end());
  return text;
}

/// The answer as one would type it, with a point.
std::string answer_text(const course::Number& kind) {
  if (kind.significant > 0) return with_figures(kind.is, kind.significant);
  std::string text = fixed(kind.is, kind.decimals);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  // As the author wrote it, unless rounding to the shown places leaves what is right.
  const double shown = std::strtod(text.c_str(), nullptr);
  return std::abs(kind.is) < 1e15 && within(shown, kind.low, kind.high) ? text : shortest(kind.is);
}

std::string shown_answer(const course::Number& kind, std::string_view language) {
  const bool french = language.substr(0, 2) == "fr";
  std::string text = kind.significant > 0 ? answer_text(kind) : text::format_number(kind.is, kind.decimals, language);
  if (kind.significant > 0 && french) std::replace(text.begin(), text.end(), '.', ',');
  if (kind.unit.empty()) return text;
  return text + (kind.unit == "%" && !french ? "" : "\u00A0") + kind.unit;
}

/// What the author foresaw as wrong, which speaks also inside of the close band: it is there because of a mistake.
const course::WrongNumber* foreseen_wrong(const course::Number& kind, double value) {
  const auto found = std::find_if(kind.wrong.begin(), kind.wrong.end(),
                                  [&](const auto& one) { return within(value, one.low, one.high); });
  return found == kind.wrong.end() ? nullptr : &*found;
}

/// Credit and remark of a number that was read; `value` is what it comes to in the question's unit.
void mark(const course::Number& kind, const text::TypedNumber& typed, double value, Verdict& verdict) {
  if (within(value, kind.low, kind.high)) {
    verdict.remark = figures_remark(kind, typed);
    set_credit(verdict, verdict.remark == Remark::none ? 1 : 0.5);
  } else if (const course::WrongNumber* foreseen = foreseen_wrong(kind, value)) {
    verdict.parts[0].because = foreseen->because;
  } else if (kind.close_low && kind.close_high && within(value, *kind.close_low, *kind.close_high)) {
    verdict.remark = Remark::close;
    set_credit(verdict, 0.5);
  }
}

/// What was typed in the question's unit, which one may leave out; empty when its own is another. The right number with a
/// unit that makes it a wrong one ("5 mW" for 5 MW) is a slip of the unit, too.
std::optional<double> in_unit(const course::Number& kind, const text::TypedNumber& typed, std::string_view language) {
  if (typed.unit.empty()) return typed.value;
  const auto value = text::convert(typed.value, typed.unit, kind.unit, language);
  if (value && !within(*value, kind.low, kind.high) && *value != typed.value &&
      within(typed.value, kind.low, kind.high))
    return std::nullopt;
  return value;
}

}  // namespace

template <>
Verdict RulesFor<course::Number, NumberResponse>::grade(const course::Number& kind, const NumberResponse& answer,
                                                        std::string_view language) {
  Verdict verdict;
  verdict.parts.push_back({Outcome::wrong, {}, shown_answer(kind, language)});
  set_credit(verdict, 0);
  const auto typed = text::parse_number(answer.typed, language);
  if (!typed || !std::isfinite(typed->value)) {
    verdict.remark = typed_something(answer.typed) ? Remark::not_a_number : Remark::none;
  } else if (const auto value = in_unit(kind, *typed, language)) {
    mark(kind, *typed, *value, verdict);
  } else {
    verdict.remark = Remark::wrong_unit;
    verdict.remark_text = kind.unit;
  }
  verdict.parts[0].outcome = verdict.outcome;
  return verdict;
}

template <>
NumberResponse RulesFor<course::Number, NumberResponse>::right(const course::Number& kind) {
  return {answer_text(kind)};
}

template <>
NumberResponse RulesFor<course::Number, NumberResponse>::empty(const course::Number&) {
  return {};
}

template <>
bool RulesFor<course::Number, NumberResponse>::complete(const course::Number&, const NumberResponse& answer) {
  return typed_something(answer.typed);
}

template <>
Json RulesFor<course::Number, NumberResponse>::to_json(const NumberResponse& answer) {
  return {{"typed", answer.typed}};
}

template <>
std::optional<NumberResponse> RulesFor<course::Number, NumberResponse>::from_json(const course::Number&,
                                                                                  const Json& json) {
  auto typed = text_member(json, "typed");
  if (!typed) return std::nullopt;
  return NumberResponse{std::move(*typed)};
}

}  // namespace grading
