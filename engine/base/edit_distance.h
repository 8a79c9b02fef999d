#pragma once
// How many slips of the hand lie between two words.

#include <string_view>

namespace base {

/// Optimal string alignment distance (insert, delete, replace, swap of neighbours) in code points, or `limit + 1` as soon as
/// it is known to be above `limit`. Takes time and memory in proportion to the longer word times `limit`.
int edit_distance(std::string_view a, std::string_view b, int limit);

}  // namespace base
