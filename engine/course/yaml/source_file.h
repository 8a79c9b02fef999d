#pragma once
// A file of a course as it was read, and where in it something stands.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace course {

/// Where the quoted text whose quote stands at `open` ends, behind its closing quote; npos when it is never closed.
std::size_t quote_end(std::string_view text, std::size_t open);

/// Name and text of a file. Lines are counted when the first place is asked for: a file without mistakes never is.
/// Not thread-safe; each thread reads files of its own.
class SourceFile {
 public:
  SourceFile() = default;
  /// A byte order mark is dropped: it stands in no column.
  SourceFile(std::string name, std::string text);

  const std::string& name() const { return name_; }
  std::string_view text() const { return text_; }

  /// The stretch of `bytes` bytes from `offset` on; cut at the end of its line.
  base::Span span(std::size_t offset, std::size_t bytes) const;

  /// The value that begins at `offset`: a quoted text with its quotes, a plain one, a flow list or map with its brackets, the
  /// first line of a block. `bytes` is the length of a plain text where it is known.
  base::Span value_span(std::size_t offset, std::size_t bytes = 0) const;

  /// `words` where they stand first from `offset` on, or the value there when they do not (a text folded over lines).
  base::Span words_span(std::size_t offset, std::string_view words) const;

  /// Where a line (from 1) begins; the end of the text for lines behind it.
  std::size_t line_offset(std::uint32_t line) const;

 private:
  void count_lines() const;

  std::string name_;
  std::string text_;
  mutable std::vector<std::uint32_t> line_starts_;
};

}  // namespace course
