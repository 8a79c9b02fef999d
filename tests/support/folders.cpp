// The folders, compiled in at one place: the objects of all other files are the same in every checkout.
#include "support/test.h"

namespace test {

std::filesystem::path source_dir() { return RESONANCE_SOURCE_DIR; }
std::filesystem::path binary_dir() { return RESONANCE_BINARY_DIR; }

}  // namespace test
