#pragma once
// One name under `vars`, and what may be drawn for it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "course/reading/reader.h"
#include "course/variants/filled_text.h"

namespace course {

struct Variable {
  std::string name;
  expression::Type type = expression::Type::number;
  std::size_t slot = 0;

  /// Numbers at equal steps: (first + i * step) / scale.
  std::int64_t first = 0;
  std::int64_t step = 1;
  std::int64_t count = 0;  ///< 0: not of this kind
  double scale = 1;

  std::vector<double> numbers;                  ///< listed
  std::vector<std::string> words;               ///< listed, as the file has them …
  std::vector<std::string> shown;               ///< … and in the learner's language
  std::optional<expression::Program> computed;  ///< from those before it

  /// How many there are to draw from; 1 for what is computed.
  std::uint64_t choices() const;
  /// Sets the choice `index`, which is below `choices()`.
  void set(std::uint64_t index, Values& values) const;
};

/// Reads what stands behind a name, and declares the name. Empty when it does not fit, which is reported.
std::optional<Variable> read_variable(Reader& reader, const Node& name, const Node& value,
                                      expression::Symbols& symbols);

}  // namespace course
