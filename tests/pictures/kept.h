#pragma once
// The pictures that were looked at and kept, and the new ones beside them.

#include <filesystem>
#include <map>
#include <string>

namespace test {

/// Where new pictures are drawn.
std::filesystem::path pictures_dir();

/// Keeps these pictures, by their names, as tests/pictures/expected/LOOK where RESONANCE_KEEP_PICTURES is 1; else compares them with those
/// kept there, each of which must be among them, and leaves what differs in `pictures_dir()`/failed-GROUP. Says so and compares
/// nothing where the type is of another version, or nothing was kept of this look yet.
void keep_or_compare(const std::string& group, const std::string& look,
                     const std::map<std::string, std::filesystem::path>& pictures);
void forget_failures(const std::string& group);

}  // namespace test
