#include "course/reading/formulas.h"

namespace course {

std::optional<text::FormulaError> formula_error(const std::string& tex) {
  const auto error = text::parse_formula(tex).error;
  if (!error || tex.find("{{") == std::string::npos) return error;
  std::string filled = tex;
  for (std::size_t at = filled.find("{{"); at != std::string::npos; at = filled.find("{{", at)) {
    while (filled.compare(at + 2, 1, "{") == 0) ++at;  // “{{{a}}}” is what is computed in braces
    const std::size_t end = filled.find("}}", at);
    if (end == std::string::npos) break;
    // As long as it was, so that places stay.
    const std::size_t count = end + 2 - at;
    filled.replace(at, count, "{0" + std::string(count - 3, ' ') + "}");
  }
  return text::parse_formula(filled).error;
}

}  // namespace course
