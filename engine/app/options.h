#pragma once
// What the command line says about how the program runs.

#include <filesystem>
#include <string>
#include <vector>

namespace app {

struct Options {
  std::filesystem::path data_dir;              ///< empty: the user's own (XDG)
  std::filesystem::path shown_data_dir;        ///< what Settings calls that folder; empty: by its own name
  std::filesystem::path documents;             ///< where what is printed goes; empty: the user's own
  std::string language;                        ///< of a first start; empty: the system's
  std::vector<std::filesystem::path> courses;  ///< further course folders
  bool only_these = false;                     ///< no others: neither those that come with the program nor the user's
  bool speech = true;                          ///< reading aloud, where the system can
  std::filesystem::path trace;                 ///< where to write what was drawn when, as JSON lines; empty: nowhere
};

}  // namespace app
