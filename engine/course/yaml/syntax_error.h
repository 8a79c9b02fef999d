#pragma once
// yaml-cpp's terse complaints in plain words, with what to do.

#include <cstddef>
#include <string_view>

#include "base/diagnostic.h"
#include "course/yaml/source_file.h"

namespace course {

/// What the parser had seen when it gave up.
struct SyntaxFailure {
  std::string_view message;    ///< the parser's own words
  std::size_t offset = 0;      ///< where it stood
  std::size_t last_value = 0;  ///< where the last good value began
};

base::Diagnostic explain_syntax(const SourceFile& file, const SyntaxFailure& failure);

}  // namespace course
