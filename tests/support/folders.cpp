// Folders and files; the two folders are compiled in at one place: the objects of all other files are the same in every checkout.
#include <fstream>
#include <iterator>

#include "support/test.h"

namespace test {

std::filesystem::path source_dir() { return RESONANCE_SOURCE_DIR; }
std::filesystem::path binary_dir() { return RESONANCE_BINARY_DIR; }

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace test
