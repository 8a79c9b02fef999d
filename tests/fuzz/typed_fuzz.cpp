// What a stranger's course and a stranger's phone may bring: a pattern, a unit, and what is typed, a line each.

#include "course/given.h"
#include "course/questions/pattern.h"
#include "fuzz/input.h"
#include "text/fold.h"
#include "text/number.h"
#include "text/unit.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all = fuzz::text(data, size);
  const std::size_t first = std::min(all.find('\n'), all.size());
  const std::size_t second = std::min(all.find('\n', std::min(first + 1, all.size())), all.size());
  const std::string_view pattern = all.substr(0, first);
  const std::string_view unit = all.substr(first, second - first);
  const std::string_view typed = all.substr(second);
  const std::string folded = text::fold(typed);
  fuzz::require(text::fold(folded) == folded, "folding what is folded changes nothing");
  course::Pattern(pattern).matches(folded, {});
  course::Pattern(pattern).problem();
  if (const auto number = text::parse_number(typed, "fr")) text::convert(number->value, number->unit, unit, "fr");
  text::convert(1, typed, unit, "en");
  course::parse_given(typed);
  return 0;
}
