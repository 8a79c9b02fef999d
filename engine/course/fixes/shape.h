#pragma once
// Inside this folder: a tree as one text, to tell whether two files say the same.

#include <string>
#include <vector>

#include "course/fixes/wanted.h"

namespace course {

/// The tree as it would be with these changes made. Two trees are equal when their texts are; places do not count.
std::string shape_with(const Node& root, const std::vector<Wanted>& changes);

/// True for a map in braces. `text` is that of its file.
bool is_flow(std::string_view text, const Node& map);

}  // namespace course
