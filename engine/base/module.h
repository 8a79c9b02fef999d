#pragma once
// Parts of the program that are shared libraries of their own, loaded when first needed: what they link costs no start.

#include <filesystem>
#include <vector>

namespace base {

/// The file of a module, and where it may lie: beside the program or in lib/resonance above it, where it was installed, where it
/// was built.
struct ModuleFile {
  const char* name;
  const char* installed;
  const char* built;
};

/// The places to look in, in order; absolute paths.
std::vector<std::filesystem::path> places_of(const ModuleFile& file);

/// The function `entry` of the library in `path`, or nullptr. The library stays loaded, so asking again is cheap. Any thread.
void* entry_in(const std::filesystem::path& path, const char* entry);

/// What the module offers: the first whose `version` is the one that the caller was compiled with, or nullptr. `entry` names a
/// function of it that returns `const Module*`.
template <class Module>
const Module* load_module(const ModuleFile& file, const char* entry, int version) {
  for (const std::filesystem::path& place : places_of(file)) {
    const auto ask = reinterpret_cast<const Module* (*)()>(entry_in(place, entry));
    const Module* const found = ask != nullptr ? ask() : nullptr;
    if (found != nullptr && found->version == version) return found;
  }
  return nullptr;
}

}  // namespace base
