#include "grading/typed.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstdint>

#include "text/fold.h"

namespace grading {
namespace {

/// Bounds the memory of a stranger's pattern (RE2 bounds the time by itself).
constexpr std::int64_t pattern_memory = 1 << 20;
constexpr std::size_t longest_pattern = 2000;

RE2::Options pattern_options(bool exact_case) {
  RE2::Options options;
  options.set_case_sensitive(exact_case);
  options.set_max_mem(pattern_memory);
  options.set_log_errors(false);
  options.set_never_capture(true);
  return options;
}

std::string digits_of(std::string_view folded) {
  std::string digits;
  std::copy_if(folded.begin(), folded.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
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

}  // namespace

Typed::Typed(std::string_view typed, TypedRules rules) : rules_(rules) {
  if (text::length(typed.substr(0, 8 * longest)) > longest || typed.size() > 8 * longest) return;
  loose_ = text::fold(typed);
  strict_ = text::fold(typed, {!rules.exact_case, !rules.exact_accents});
  cased_ = text::fold(typed, {false, !rules.exact_accents});
}

std::optional<int> Typed::slips_from(std::string_view text) const {
  if (empty()) return std::nullopt;
  const std::string strict = text::fold(text, {!rules_.exact_case, !rules_.exact_accents});
  if (strict == strict_) return 0;

  const std::string loose = text::fold(text);
  const int allowed = rules_.slips >= 0 ? rules_.slips : slips_by_length(text::length(loose));
  if (allowed == 0 || first_letter(loose) != first_letter(loose_) || digits_of(loose) != digits_of(loose_))
    return std::nullopt;
  const int slips = text::edit_distance(loose_, loose, allowed);
  if (slips == 0 || slips > allowed) return std::nullopt;
  // What strict comparison finds beyond the slips is case or accents, where these count.
  if (text::edit_distance(strict_, strict, allowed) != slips) return std::nullopt;
  return slips;
}

bool Typed::matches(std::string_view pattern) const {
  if (empty() || pattern.size() > longest_pattern) return false;
  // The pattern is folded as the answer is, but for its case, in which \w and \W differ.
  const RE2 compiled(text::fold(pattern, {false, !rules_.exact_accents}), pattern_options(rules_.exact_case));
  return compiled.ok() && RE2::FullMatch(cased_, compiled);
}

std::string pattern_problem(std::string_view pattern) {
  if (pattern.size() > longest_pattern) return "longer than " + std::to_string(longest_pattern) + " bytes";
  const RE2 compiled(text::fold(pattern, {false, true}), pattern_options(false));
  return compiled.ok() ? std::string() : compiled.error();
}

}  // namespace grading
