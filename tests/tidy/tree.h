#pragma once
// The project's files as the tidy rules see them.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tidy {

struct Include {
  int line = 0;
  std::string path;
  bool quoted = false;  ///< "…" rather than <…>
};

struct File {
  std::string path;                ///< relative to the root, with '/'
  std::vector<std::string> lines;  ///< as they stand
  std::vector<std::string> code;   ///< C++ only: comments and the insides of literals blanked, one for each line
  std::vector<Include> includes;   ///< C++ only

  bool in(std::string_view folder) const;  ///< `folder` with a '/' at its end
  bool header() const;
  bool source() const;
  bool cpp() const { return header() || source(); }
};

struct Tree {
  std::filesystem::path root;
  std::vector<File> files;  ///< text files in order of path; no build folders, no pictures

  const File* find(std::string_view path) const;
};

Tree read_tree(const std::filesystem::path& root);

/// C++ with comments and the insides of literals turned to spaces, line breaks kept.
std::string blank(std::string_view cpp);

struct Finding {
  std::string file;
  int line = 0;  ///< 0: the file as a whole
  std::string rule;
  std::string message;
};

using Findings = std::vector<Finding>;

/// "file:line: message [rule]", one a line.
std::string to_text(const Findings& findings);

}  // namespace tidy
