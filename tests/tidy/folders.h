#pragma once
// The table of engine/README.md: which folder may use which, and which library stays where.

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "tidy/tree.h"

namespace tidy {

struct Row {
  std::set<std::string> uses;       ///< folders, those that its own row names
  std::set<std::string> reach;      ///< folders, with what those may use in turn, and itself
  std::set<std::string> libraries;  ///< lower case, as the table names them
};

using Folders = std::map<std::string, Row>;

/// Reads the table. Rows that name a folder below them, or none that exists, are findings: arrows point up.
Folders read_folders(const Tree& tree, Findings& findings);

/// The library that a header belongs to, lower case; "std" for C++ and POSIX; empty when it is none we know.
std::string library_of(std::string_view header);

}  // namespace tidy
