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

std::vector<LostCommand> lost_commands(std::string_view quoted) {
  constexpr std::string_view escapes = "abefnrtvLNP";  // what YAML takes without a word; it complains of others
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  std::vector<LostCommand> lost;
  for (std::size_t open = quoted.find('$'); open != std::string_view::npos; open = quoted.find('$', open + 1)) {
    const std::size_t close = quoted.find('$', open + 1);
    if (close == std::string_view::npos) break;
    for (std::size_t at = quoted.find('\\', open); at < close; at = quoted.find('\\', at + 2)) {
      const std::size_t end = std::min(quoted.find_first_not_of(letters, at + 1), quoted.size());
      const std::string_view name = quoted.substr(at + 1, end - at - 1);
      if (name.empty() || escapes.find(name[0]) == std::string_view::npos || !text::is_formula_name(name)) continue;
      lost.push_back({at, std::string(name)});
    }
    open = close;
  }
  return lost;
}

}  // namespace course
