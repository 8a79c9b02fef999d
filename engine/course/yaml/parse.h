#pragma once
// From the text of a YAML file to its tree, through yaml-cpp's events, with every bound a stranger's file needs.

#include <cstdint>
#include <optional>

#include "base/diagnostic.h"
#include "course/yaml/source_file.h"
#include "course/yaml/tree.h"

namespace course {

struct YamlLimits {
  int depth = 64;
  std::uint64_t nodes = 2'000'000;  ///< aliases count as often as they are used
};

/// The tree of the file's only document. Empty when the file is no YAML or passes a bound; what is wrong then stands in
/// `diagnostics` in plain words. A key given twice is an error as well, but the tree (with the first of them first) is returned.
/// Never throws. Time and memory grow with the file's bytes, whatever its aliases say.
std::optional<Tree> parse_yaml(const SourceFile& file, const YamlLimits& limits, base::Diagnostics& diagnostics);

}  // namespace course
