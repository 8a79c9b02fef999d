#pragma once
// Inside this folder: wanted changes applied to the text of one file, each proven by parsing.

#include <optional>
#include <string>
#include <vector>

#include "course/fix.h"
#include "course/fixes/wanted.h"
#include "course/yaml/parse.h"

namespace course {

/// A file with some of the changes made.
struct Edited {
  std::string text;
  std::vector<Change> changes;
};

/// Makes the changes that leave everything else in the tree as it is; the others are left out. `file` parses.
Edited apply_changes(const SourceFile& file, const Tree& tree, const std::vector<Wanted>& wanted,
                     const YamlLimits& limits);

/// Makes the changes in a CSV file, all or none.
Edited mend_cells(const SourceFile& file, const std::vector<Wanted>& wanted, const Limits& limits);

/// Spaces for the tabs that lines begin with, in a file that does not parse with them. Empty where the file does not parse
/// with spaces either, or could mean several things.
std::optional<Edited> mend_tabs(const SourceFile& file, const YamlLimits& limits);

}  // namespace course
