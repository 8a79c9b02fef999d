#include "course/explore.h"

#include <algorithm>

#include "course/reading/reader.h"
#include "explorable/model.h"
#include "text/fold.h"

namespace course {

std::optional<double> value_of(const explorable::Input& input, std::string_view words) {
  const auto number = Reader::number(words);
  if (input.kind == explorable::Input::Kind::toggle && !number) {
    const bool yes = words == "true" || words == "yes";
    return yes || words == "false" || words == "no" ? std::optional<double>(yes) : std::nullopt;
  }
  if (input.kind != explorable::Input::Kind::choice) return number;
  // A number first: files that were written before labels could stand here keep their meaning.
  const auto& options = input.options;
  const auto by_number = std::find_if(options.begin(), options.end(),
                                      [&](const explorable::Option& o) { return number && o.value == *number; });
  if (by_number != options.end()) return by_number->value;
  const std::string folded = text::fold(words);
  const auto by_label = std::find_if(options.begin(), options.end(), [&](const explorable::Option& o) {
    return text::fold(o.label) == folded || text::fold(o.written) == folded;
  });
  return by_label != options.end() ? std::optional(by_label->value) : std::nullopt;
}

std::vector<std::string> option_labels(const explorable::Input& input) {
  std::vector<std::string> labels;
  for (const explorable::Option& option : input.options) labels.push_back(option.label);
  return labels;
}

}  // namespace course
