#pragma once
// What is wrong with something that a person wrote: where, what was found, what was expected, what to do.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace base {

/// A stretch of one line of a file. Line and column count from 1, the column in characters (code points), not bytes.
/// Line 0 means the file as a whole.
struct Span {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 1;  ///< in characters, at least 1

  bool operator==(const Span&) const = default;
};

enum class Severity { error, warning };

/// A second place that a diagnostic speaks of ("first given here").
struct Related {
  std::string file;
  Span span;
  Message message;
};

struct Diagnostic {
  Severity severity = Severity::error;
  std::string rule;  ///< stable name for tools and for switching off, such as "unknown-key"
  std::string file;  ///< as given on the command line or relative to the course folder, with '/'
  Span span;
  Message message;  ///< what was found and what was expected, one sentence
  Message remedy;   ///< what to do, often "did you mean “right”?"; may be empty
  std::vector<Related> related;
};

using Diagnostics = std::vector<Diagnostic>;

/// True when at least one is an error.
bool has_errors(const Diagnostics& diagnostics);

/// Puts them in the order of file, line, column; errors before warnings of the same place.
void sort(Diagnostics& diagnostics);

/// "did you mean “right”?", or nothing for nothing.
Message did_you_mean(std::string_view name);

/// "take one of “Black”, “Green”, …", the first few of what there is; nothing where there is nothing.
Message take_one_of(const std::vector<std::string>& names);

/// `did_you_mean` of the nearest candidate, or, where none is near, `take_one_of` them.
Message meant_or_known(std::string_view word, const std::vector<std::string>& candidates);

/// The candidate nearest to `word` by edit distance, or empty when none is near enough to be meant.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace base
