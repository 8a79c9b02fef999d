#include "print/write.h"

#include <dlfcn.h>

#include <array>
#include <system_error>

namespace print {
namespace {

namespace fs = std::filesystem;

std::array<fs::path, 4> places() {
  std::error_code none;
  const fs::path beside = fs::read_symlink("/proc/self/exe", none).parent_path();
  return {beside / RESONANCE_PDF_NAME, beside.parent_path() / "lib" / "resonance" / RESONANCE_PDF_NAME,
          RESONANCE_PDF_INSTALL, RESONANCE_PDF_BUILD};
}

const pdf::Module* module() {
  for (const fs::path& place : places()) {
    if (!place.is_absolute()) continue;
    void* const library = dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (library == nullptr) continue;
    using Entry = const pdf::Module* (*)();
    const auto entry = reinterpret_cast<Entry>(dlsym(library, pdf::kEntry));
    const pdf::Module* const found = entry != nullptr ? entry() : nullptr;
    dlclose(library);
    if (found != nullptr && found->version == pdf::kVersion) return found;
  }
  return nullptr;
}

}  // namespace

base::Result<int> write(const pdf::Document& document, const fs::path& file) {
  const pdf::Module* const found = module();
  if (found == nullptr) return base::fail(base::Refusal::unsupported, "Pango is not installed");
  int pages = 0;
  switch (found->write(document, file.c_str(), &pages)) {
    case pdf::Outcome::ok: return pages;
    case pdf::Outcome::cannot_write: return base::fail(base::Refusal::no_permission, file.string());
    case pdf::Outcome::failed: break;
  }
  return base::fail(base::Refusal::other, file.string());
}

}  // namespace print
