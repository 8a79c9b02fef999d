#pragma once
// What a translation must keep of its source, and how French is set.

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace words {

/// "{n}", "{name}" … in a text.
std::set<std::string> placeholders(std::string_view text);

/// What is wrong with the typography of a French text, one plain sentence each: U+202F before : ; ! ? % » and after «,
/// ’ for an apostrophe, « » for quotes, … for three dots. Times, addresses and code (between backticks, {key: …}, « key: … ») are left alone.
std::vector<std::string> french_faults(std::string_view text);

}  // namespace words
