#pragma once
// The way to the module that writes PDF (engine/pdf). It is looked for beside the program, in ../lib/resonance from there, where the
// project installs it, and in the build folder.

#include <filesystem>

#include "base/result.h"
#include "pdf/module.h"

namespace print {

/// Writes a document, replacing what is there; returns how many pages it has. `unsupported` where the module or Pango is not
/// installed; else what the disk refused. Any thread, one call at a time.
base::Result<int> write(const pdf::Document& document, const std::filesystem::path& file);

}  // namespace print
