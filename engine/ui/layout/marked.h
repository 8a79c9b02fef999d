#pragma once
// Where some words stand in a layout, to mark them while they are read aloud.

#include <string_view>
#include <vector>

#include "ui/layout/layout.h"

namespace ui {

/// Rectangles around these words, one for each line they run over, from the layout's top left; none where they do not stand in it.
/// Spaces and line ends do not count.
std::vector<Rect> places_of(const Layout& layout, std::string_view words);

}  // namespace ui
