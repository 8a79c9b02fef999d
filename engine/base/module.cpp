#include "base/module.h"

#include <dlfcn.h>

#include <system_error>

namespace base {

namespace fs = std::filesystem;

std::vector<fs::path> places_of(const ModuleFile& file) {
  std::error_code none;
  const fs::path beside = fs::read_symlink("/proc/self/exe", none).parent_path();
  std::vector<fs::path> places{beside / file.name, beside.parent_path() / "lib" / "resonance" / file.name,
                               file.installed, file.built};
  std::erase_if(places, [](const fs::path& place) { return !place.is_absolute(); });
  return places;
}

void* entry_in(const fs::path& path, const char* entry) {
  void* const library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (library == nullptr) return nullptr;
  void* const address = dlsym(library, entry);
  dlclose(library);
  return address;
}

}  // namespace base
