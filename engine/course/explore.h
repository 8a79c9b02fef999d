#pragma once
// A block that one moves and watches.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "course/ids.h"

namespace explorable {
struct Model;
struct Aim;
struct Input;
}  // namespace explorable

namespace course {

struct Explore {
  std::string title;
  std::string markdown;  ///< above; may be empty
  std::shared_ptr<const explorable::Model> model;
  std::string alt;
  SourceId source;
};

/// The value of an input that an author names: an option by its number or its label, a switch by true or false, else a number.
/// Empty for what is none of these.
std::optional<double> value_of(const explorable::Input& input, std::string_view words);
/// The labels of a choice's options; empty for other inputs.
std::vector<std::string> option_labels(const explorable::Input& input);

}  // namespace course
