#pragma once
// A first day with the program, played without a person: starts, studies a lesson, answers right and wrong, closes, opens again at the
// same step, finishes, and looks at every screen. Leaves a picture of each stop.

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "screens/settings_values.h"

namespace app {

struct TourOptions {
  std::filesystem::path course;  ///< the course to play; empty: the first of those that come with the program
  std::filesystem::path out;     ///< folder for the pictures; progress is kept in a temporary one
  std::string language = "en";
  screens::ThemeChoice theme = screens::ThemeChoice::light;
  double text_scale = 1;
  bool essential = false;  ///< one picture of each screen, instead of every stop
  int width = 1280;
  int height = 800;
};

/// The pictures, in the order of the tour. Fails when there is no display, when the course has no lesson that opens, or when
/// the program did not come back to where it was.
base::Result<std::vector<std::filesystem::path>> tour(const TourOptions& options);

}  // namespace app
