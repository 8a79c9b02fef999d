#pragma once
// Inside this folder: Markdown as Pango's markup.

#include <string>
#include <string_view>
#include <vector>

namespace print {

/// Plain words as markup.
std::string escaped(std::string_view plain);

/// One paragraph of markup for each block; lists have their marks, tables a line for each row, formulas stand on one line. Source
/// notes are left out: a sheet has no list of sources.
std::vector<std::string> paragraphs(std::string_view markdown);

/// The same as one paragraph, for answers and cells.
std::string line(std::string_view markdown);

}  // namespace print
