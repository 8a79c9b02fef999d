#include "print/write.h"

#include "base/module.h"

namespace print {
namespace {

constexpr base::ModuleFile kFile{RESONANCE_PDF_NAME, RESONANCE_PDF_INSTALL, RESONANCE_PDF_BUILD};

}  // namespace

base::Result<int> write(const pdf::Document& document, const std::filesystem::path& file) {
  const auto* const found = base::load_module<pdf::Module>(kFile, pdf::kEntry, pdf::kVersion);
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
