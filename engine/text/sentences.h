#pragma once
// Running text cut into sentences, for reading aloud.

#include <string>
#include <string_view>
#include <vector>

namespace text {

/// In order, without the spaces around them; none is empty. A sentence ends with . ! ? or … before a space (closing quotes and
/// brackets belong to it), or at a line's end; "e.g. ", initials and numbers such as "3.5" do not end one. One longer than 400 bytes is
/// cut at a comma or space, so that nothing is waited for too long.
std::vector<std::string> sentences(std::string_view plain);

}  // namespace text
