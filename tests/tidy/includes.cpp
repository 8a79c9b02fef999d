#include <algorithm>
#include <filesystem>

#include "tidy/rules.h"

namespace tidy {
namespace {

/// "course" for engine/course/questions/order.h; empty for files directly in engine/ and elsewhere.
std::string folder_of(std::string_view path) {
  constexpr std::string_view kEngine = "engine/";
  if (!path.starts_with(kEngine)) return {};
  path.remove_prefix(kEngine.size());
  const auto slash = path.find('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

/// The file of the project that `include` means, or empty.
std::string resolve(const Tree& tree, const File& from, const Include& include) {
  const std::string beside = std::filesystem::path(from.path).parent_path().generic_string() + "/" + include.path;
  for (const std::string& candidate : {"engine/" + include.path, "tests/" + include.path, beside}) {
    if (tree.find(candidate) != nullptr) return candidate;
  }
  return {};
}

class Checker {
 public:
  Checker(const Tree& tree, const Folders& folders) : tree_(tree), folders_(folders) {}

  Findings run() {
    for (const File& file : tree_.files) {
      if (!file.cpp()) continue;
      check_folder(file);
      for (const Include& include : file.includes) check(file, include);
    }
    return std::move(findings_);
  }

 private:
  void add(const File& file, int line, const char* rule, std::string message) {
    findings_.push_back({file.path, line, rule, std::move(message)});
  }

  void check_folder(const File& file) {
    const std::string folder = folder_of(file.path);
    if (file.in("engine/") && !folders_.contains(folder)) {
      add(file, 0, "folder", "engine/" + folder + " has no row in engine/README.md");
    }
  }

  void check(const File& file, const Include& include) {
    std::string target = resolve(tree_, file, include);
    if (target.empty() && include.quoted && folders_.contains(include.path.substr(0, include.path.find('/')))) {
      target = "engine/" + include.path;  // made by the build, such as SQL in a header
    }
    if (!target.empty() && include.quoted) {
      check_arrow(file, include, target);
    } else if (!target.empty()) {
      add(file, include.line, "quotes", "our own <" + include.path + "> is included with quotes");
    } else {
      check_library(file, include);
    }
  }

  void check_arrow(const File& file, const Include& include, const std::string& target) {
    if (!file.in("engine/")) return;
    const std::string to = folder_of(target);
    if (to.empty()) {
      add(file, include.line, "arrow", "engine/ may not use " + target);
      return;
    }
    const auto row = folders_.find(folder_of(file.path));
    if (row != folders_.end() && !row->second.reach.contains(to)) {
      add(file, include.line, "arrow", row->first + " may not use " + to + " (" + include.path + ")");
    }
  }

  void check_library(const File& file, const Include& include) {
    const std::string library = library_of(include.path);
    if (library.empty()) {
      add(file, include.line, "unknown-header", include.path + " is no file of the project and of no library we know");
      return;
    }
    if (library == "std" || file.in("tests/") || file.in("tools/commands/")) return;
    const auto row = folders_.find(folder_of(file.path));
    if (row != folders_.end() && !row->second.libraries.contains(library)) {
      add(file, include.line, "library", row->first + " may not use " + library + " (" + include.path + ")");
    }
  }

  const Tree& tree_;
  const Folders& folders_;
  Findings findings_;
};

}  // namespace

Findings check_includes(const Tree& tree, const Folders& folders) { return Checker(tree, folders).run(); }

Findings check_dead_headers(const Tree& tree) {
  std::set<std::string> used;
  for (const File& file : tree.files) {
    const std::string own = std::filesystem::path(file.path).replace_extension(".h").generic_string();
    for (const Include& include : file.includes) {
      const std::string target = resolve(tree, file, include);
      if (target != own) used.insert(target);
    }
  }
  Findings findings;
  for (const File& file : tree.files) {
    if (!file.header() || used.contains(file.path)) continue;
    findings.push_back({file.path, 0, "dead-header", "is included by nobody but its own source"});
  }
  return findings;
}

Findings check_dead_sources(const Tree& tree, std::string_view compile_commands,
                            const std::vector<std::string>& other_builds) {
  Findings findings;
  for (const File& file : tree.files) {
    const bool elsewhere = std::any_of(other_builds.begin(), other_builds.end(),
                                       [&](const std::string& folder) { return file.in(folder); });
    const std::string quoted = "\"" + (tree.root / file.path).string() + "\"";
    if (!file.source() || elsewhere || compile_commands.find(quoted) != std::string_view::npos) continue;
    findings.push_back({file.path, 0, "dead-source", "is not compiled"});
  }
  return findings;
}

}  // namespace tidy
