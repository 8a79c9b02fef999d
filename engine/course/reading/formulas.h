#pragma once
// Formulas of a course's texts.

#include <optional>
#include <string>

#include "text/formula.h"

namespace course {

/// What is wrong with a formula. Where `{{…}}` stands for what is computed or typed later, anything may stand.
std::optional<text::FormulaError> formula_error(const std::string& tex);

}  // namespace course
