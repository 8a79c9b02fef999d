#pragma once
// Where the program's own files lie: beside the sources while developing, under share/ when installed.

#include <filesystem>
#include <string>
#include <vector>

namespace app {

/// assets/: interface translations and the like.
std::filesystem::path assets_dir();

/// Folders that hold courses, each course a folder in one of them: the ones that come with the program, then the user's.
std::vector<std::filesystem::path> course_roots(const std::filesystem::path& data_dir);

/// Course folders (with a course.yaml) in these roots, then `extra`; without repetition, in order of name in each root.
std::vector<std::filesystem::path> course_folders(const std::vector<std::filesystem::path>& roots,
                                                  const std::vector<std::filesystem::path>& extra);

/// Where the person keeps documents: what the desktop says (XDG_DOCUMENTS_DIR in ~/.config/user-dirs.dirs), else ~/Documents, else the
/// home folder; always one that is there.
std::filesystem::path documents_dir();

/// The user's language from the environment, as far as the program speaks it: "en" or "fr".
std::string system_language();

}  // namespace app
