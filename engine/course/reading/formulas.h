#pragma once
// Formulas of a course's texts.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/formula.h"

namespace course {

/// What is wrong with a formula. Where `{{…}}` stands for what is computed or typed later, anything may stand.
std::optional<text::FormulaError> formula_error(const std::string& tex);

/// A command in a formula, such as \times, whose backslash and first letter YAML takes for a tab or another sign.
struct LostCommand {
  std::size_t offset = 0;  ///< of the backslash
  std::string name;
};

/// Those in a text in double quotes, given as the file has it.
std::vector<LostCommand> lost_commands(std::string_view quoted);

}  // namespace course
