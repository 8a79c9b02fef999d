// Any bytes are a table or have a mistake that is told.

#include "course/reading/tables.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const course::SourceFile file("fuzz.csv", std::string(fuzz::text(data, size)));
  base::Diagnostics diagnostics;
  const auto table = course::parse_csv(file, {}, diagnostics);
  fuzz::require(table.has_value() || base::has_errors(diagnostics), "a table that is not there has an error");
  return 0;
}
