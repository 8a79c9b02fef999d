#include "app/places.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "base/files.h"
#include "base/utf8.h"

namespace app {
namespace {

namespace fs = std::filesystem;

bool is_dir(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

/// Installed beside the program (PREFIX/bin/resonance → PREFIX/share/resonance), wherever PREFIX was moved to.
fs::path share_dir() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path share = program.parent_path().parent_path() / "share" / "resonance";
    if (is_dir(share)) return share;
  }
  return RESONANCE_INSTALL_ASSETS;
}

}  // namespace

fs::path assets_dir() {
  const fs::path source = RESONANCE_BUILD_ASSETS;
  const fs::path installed = share_dir() / "assets";
  return is_dir(installed) ? installed : source;
}

std::vector<fs::path> course_roots(const fs::path& data_dir) {
  const fs::path installed = share_dir() / "courses";
  return {is_dir(installed) ? installed : fs::path(RESONANCE_BUILD_COURSES), data_dir / "courses"};
}

std::vector<fs::path> course_folders(const std::vector<fs::path>& roots, const std::vector<fs::path>& extra) {
  std::vector<fs::path> folders;
  const auto add = [&](const fs::path& folder) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error || !fs::exists(real / "course.yaml", error)) return;
    if (std::find(folders.begin(), folders.end(), real) == folders.end()) folders.push_back(real);
  };
  for (const fs::path& root : roots) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator it(root, error), end; !error && it != end; it.increment(error))
      found.push_back(it->path());
    std::sort(found.begin(), found.end());
    for (const fs::path& folder : found) add(folder);
  }
  for (const fs::path& folder : extra) add(folder);
  return folders;
}

namespace {

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr ? value : "";
}

/// XDG_DOCUMENTS_DIR="$HOME/Documents": a path from the home folder or an absolute one; nothing else is allowed there.
fs::path documents_of_desktop(const fs::path& home) {
  constexpr std::uint64_t kLargest = 64 << 10;
  const std::string config = variable("XDG_CONFIG_HOME");
  const fs::path folder = fs::path(config).is_absolute() ? fs::path(config) : home / ".config";
  const auto content = base::read_file(folder / "user-dirs.dirs", kLargest);
  std::istringstream lines(content ? *content : "");
  for (std::string line; std::getline(lines, line);) {
    constexpr std::string_view kName = "XDG_DOCUMENTS_DIR=\"", kHome = "$HOME/";
    const std::string_view words = base::trimmed(line);
    if (!words.starts_with(kName) || !words.ends_with('"') || words.size() <= kName.size()) continue;
    const std::string_view path = words.substr(kName.size(), words.size() - kName.size() - 1);
    return path.starts_with(kHome) ? home / path.substr(kHome.size()) : fs::path(path);
  }
  return {};
}

}  // namespace

fs::path documents_dir() {
  const fs::path home = variable("HOME");
  for (const fs::path& folder :
       {fs::path(variable("XDG_DOCUMENTS_DIR")), documents_of_desktop(home), home / "Documents"}) {
    if (folder.is_absolute() && is_dir(folder)) return folder;
  }
  return is_dir(home) ? home : fs::current_path();
}

std::string system_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) return std::string(value).starts_with("fr") ? "fr" : "en";
  }
  return "en";
}

}  // namespace app
