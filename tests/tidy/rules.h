#pragma once
// The rules of the house that a machine can check. Each returns what it found, in order of file and line.

#include <set>
#include <string>
#include <string_view>

#include "tidy/folders.h"
#include "tidy/tree.h"

namespace tidy {

/// Files that a rule leaves alone; meant to be empty.
using Allowed = std::set<std::string>;

/// Every folder of engine/ has its row; includes follow the table; libraries stay in their folders; quoted files exist.
Findings check_includes(const Tree& tree, const Folders& folders);

/// Headers that nobody includes but the source they belong to.
Findings check_dead_headers(const Tree& tree);

/// Sources that stand nowhere in `compile_commands` (the text of compile_commands.json). `other_builds`: folders that only
/// other presets build.
Findings check_dead_sources(const Tree& tree, std::string_view compile_commands,
                            const std::vector<std::string>& other_builds);

/// Variables that outlive a call: function-local statics and globals that are not constant. Found by their looks.
Findings check_statics(const Tree& tree);

/// C++ files above `limit` lines.
Findings check_length(const Tree& tree, int limit, const Allowed& allowed);

/// Words that say a thing is not done.
Findings check_words(const Tree& tree);

/// Headers begin with #pragma once, and those of engine/ open the namespace of their folder.
Findings check_headers(const Tree& tree);

/// Relative links in Markdown lead to a file.
Findings check_links(const Tree& tree);

}  // namespace tidy
