#include "pdf/module.h"

#include <exception>

#include "pdf/pages.h"

namespace pdf {
namespace {

int write(const Document& document, Take take, void* into) {
  try {
    return write_pages(document, take, into);
  } catch (const std::exception&) {
    return 0;  // no exception may pass into the program
  }
}

constexpr Module kModule{kVersion, write};

}  // namespace
}  // namespace pdf

extern "C" __attribute__((visibility("default"))) const pdf::Module* resonance_pdf() { return &pdf::kModule; }
