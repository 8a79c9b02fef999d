#pragma once
// The way to the module that draws SVG (engine/svg). It is looked for beside the program, in ../lib/resonance from there, where the
// project installs it, and in the build folder.

#include <string_view>

#include "ui/pictures.h"

namespace ui {

/// Natural size in design pixels. Any thread. `unsupported` where the module or librsvg is not installed.
base::Result<Vec> svg_size(std::string_view bytes);

}  // namespace ui
