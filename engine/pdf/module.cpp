#include "pdf/module.h"

#include <exception>

#include "pdf/pages.h"

namespace pdf {
namespace {

Outcome write(const Document& document, const char* file, int* pages) {
  try {
    return write_pages(document, file, *pages);
  } catch (const std::exception&) {
    return Outcome::failed;  // no exception may pass into the program
  }
}

constexpr Module kModule{kVersion, write};

}  // namespace
}  // namespace pdf

extern "C" __attribute__((visibility("default"))) const pdf::Module* resonance_pdf() { return &pdf::kModule; }
