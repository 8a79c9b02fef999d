#include "print/write.h"

#include <string>

#include "base/files.h"
#include "base/module.h"

namespace print {
namespace {

constexpr base::ModuleFile kFile{RESONANCE_PDF_NAME, RESONANCE_PDF_INSTALL, RESONANCE_PDF_BUILD};

}  // namespace

base::Result<int> write(const pdf::Document& document, const std::filesystem::path& file) {
  const auto* const found = base::load_module<pdf::Module>(kFile, pdf::kEntry, pdf::kVersion);
  if (found == nullptr) return base::fail(base::Refusal::unsupported, "Pango is not installed");
  std::string bytes;
  const auto take = [](void* into, const unsigned char* more, std::size_t count) {
    static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(more), count);
  };
  const int pages = found->write(document, take, &bytes);
  if (pages <= 0) return base::fail(base::Refusal::other, file.string());
  if (const auto written = base::write_file(file, bytes); !written) return tl::unexpected(written.error());
  return pages;
}

}  // namespace print
