#include "tidy/folders.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace tidy {
namespace {

constexpr std::string_view kReadme = "engine/README.md";

std::string trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t`");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t`") - first + 1));
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(at);
    parts.push_back(trim(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// The words of a cell; "–" is none.
std::set<std::string> words(const std::string& cell) {
  std::set<std::string> found;
  for (const std::string& word : split(cell, ',')) {
    if (!word.empty() && word != "–" && word != "-") found.insert(lower(word));
  }
  return found;
}

/// The cells of a row of a Markdown table, or none for other lines and for the line of dashes.
std::vector<std::string> cells(const std::string& line) {
  if (!line.starts_with("|") || line.starts_with("| ---") || line.starts_with("|--")) return {};
  std::vector<std::string> all = split(line, '|');
  return {all.begin() + 1, all.end()};
}

Row make_row(const std::vector<std::string>& row, const Folders& above, int line, Findings& findings) {
  Row made;
  made.libraries = words(row[3]);
  made.reach.insert(row[0]);
  for (const std::string& used : words(row[2])) {
    const auto found = above.find(used);
    if (found == above.end()) {
      findings.push_back({std::string(kReadme), line, "table", row[0] + " may only use rows above it, not " + used});
      continue;
    }
    made.uses.insert(used);
    made.reach.insert(found->second.reach.begin(), found->second.reach.end());
  }
  return made;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 30> kLibraries{{
    {"tl/", "tl-expected"},
    {"nlohmann/", "nlohmann-json"},
    {"md4c.h", "md4c"},
    {"utf8proc.h", "utf8proc"},
    {"yaml-cpp/", "yaml-cpp"},
    {"re2/", "re2"},
    {"sqlite3.h", "sqlite3"},
    {"imgui", "imgui"},
    {"backends/imgui", "imgui"},
    {"fontconfig/", "fontconfig"},
    {"librsvg/", "librsvg"},
    {"cairo", "cairo"},
    {"pango/", "pango"},
    {"graphviz/", "graphviz"},
    {"libspeechd.h", "libspeechd"},
    {"stb", "stb"},
    {"png.h", "libpng"},
    {"GLFW/", "glfw"},
    {"GL/", "gl"},
    {"glad/", "gl"},
    {"ft2build.h", "freetype"},
    {"CLI/", "cli11"},
    {"catch2/", "catch2"},
    {"rapidcheck", "rapidcheck"},
    {"benchmark/", "benchmark"},
    {"sys/socket.h", "sockets"},
    {"netinet/", "sockets"},
    {"arpa/", "sockets"},
    {"netdb.h", "sockets"},
    {"poll.h", "sockets"},
}};

constexpr std::array<std::string_view, 14> kPosix = {"unistd.h", "fcntl.h",  "signal.h",   "dirent.h", "pwd.h",
                                                     "spawn.h",  "time.h",   "locale.h",   "errno.h",  "stdio.h",
                                                     "stdlib.h", "string.h", "langinfo.h", "dlfcn.h"};

}  // namespace

Folders read_folders(const Tree& tree, Findings& findings) {
  Folders folders;
  const File* readme = tree.find(kReadme);
  if (readme == nullptr) {
    findings.push_back({std::string(kReadme), 0, "table", "is missing"});
    return folders;
  }
  for (std::size_t i = 0; i < readme->lines.size(); ++i) {
    const std::vector<std::string> row = cells(readme->lines[i]);
    if (row.size() < 4 || row[0] == "folder") continue;
    folders[row[0]] = make_row(row, folders, static_cast<int>(i) + 1, findings);
  }
  return folders;
}

std::string library_of(std::string_view header) {
  for (const auto& [prefix, library] : kLibraries) {
    if (header.starts_with(prefix)) return std::string(library);
  }
  const bool cpp = header.find_first_of("./") == std::string_view::npos;
  const bool posix = header.starts_with("sys/") || header.starts_with("sanitizer/") ||
                     std::find(kPosix.begin(), kPosix.end(), header) != kPosix.end();
  return cpp || posix ? "std" : "";
}

}  // namespace tidy
