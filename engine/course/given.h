#pragma once
// A response as an author writes it into a course or on a command line: `A`, `[heat, early]`, `{Sencha: Japan}`.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace course {

struct Given {
  enum class Kind : std::uint8_t { text, list, map };
  Kind kind = Kind::text;
  std::string text;
  std::vector<std::string> keys;  ///< of a map, one for each item
  std::vector<Given> items;       ///< of a list or a map
  base::Span place;               ///< in the file it stands in; line 0 where it stands in none
};

/// Reads YAML or JSON, at most 64 kB and 8 levels of it. What is neither is a text as it stands.
Given parse_given(std::string_view words);

}  // namespace course
