#pragma once
// Tables for spreadsheets, as RFC 4180 has them: commas, quotes where needed, CR LF at the end of each line, UTF-8.

#include <span>
#include <string>
#include <string_view>

namespace text {

/// One cell. What a spreadsheet would take for a formula (it begins with =, +, -, @, a tab or a line break, also behind spaces) gets an
/// apostrophe before it, as OWASP's "CSV injection" advises: words of a course, or a stranger's, must not become commands.
std::string csv_cell(std::string_view words);

std::string csv_line(std::span<const std::string> cells);

}  // namespace text
