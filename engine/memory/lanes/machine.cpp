#include "memory/lanes/machine.h"

#include <cstdlib>
#include <string_view>

namespace memory::lanes {

Instructions widest() {
#if defined(__x86_64__)
  const char* const asked = std::getenv("RESONANCE_VECTORS");
  const bool narrow = asked != nullptr && std::string_view(asked) == "baseline";
  if (!narrow && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return Instructions::avx2;
#endif
  return Instructions::baseline;
}

const char* name_of(Instructions instructions) { return instructions == Instructions::avx2 ? "AVX2" : "baseline"; }

}  // namespace memory::lanes
