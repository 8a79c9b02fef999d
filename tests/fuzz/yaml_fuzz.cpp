// Any bytes are a tree of YAML or have a mistake that is told, whatever their aliases unfold to.

#include "course/yaml/parse.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const course::SourceFile file("fuzz.yaml", std::string(fuzz::text(data, size)));
  base::Diagnostics diagnostics;
  const auto tree = course::parse_yaml(file, {}, diagnostics);
  fuzz::require(tree.has_value() || base::has_errors(diagnostics), "a tree that is not there has an error");
  return 0;
}
