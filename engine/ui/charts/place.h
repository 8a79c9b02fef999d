#pragma once
// Room for words: pushed apart, wrapped, left out.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/function_ref.h"
#include "ui/metrics.h"

namespace ui::charts {

using Measure = FunctionRef<float(std::string_view, TextStyle)>;

/// Moves boxes of these heights along a line so that none overlap and all lie between `low` and `high`, each as near as can be to
/// where its centre should be. Returns the centres in the order given; nothing when there is no room.
std::optional<std::vector<float>> spread(std::span<const float> centers, std::span<const float> heights, float low,
                                         float high);

/// Words broken at spaces into lines no wider than `width`; nothing when that takes more than `most` lines or a word is too wide.
std::optional<std::vector<std::string>> wrap(std::string_view words, TextStyle style, float width, int most,
                                             Measure measure);

/// The same, always: what does not fit is cut, and ends in “…”.
std::vector<std::string> wrap_or_cut(std::string_view words, TextStyle style, float width, int most, Measure measure);

float widest(std::span<const std::string> lines, TextStyle style, Measure measure);

}  // namespace ui::charts
