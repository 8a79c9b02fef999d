#pragma once
// The program in its window, until it is closed.

#include "app/options.h"

namespace app {

/// Returns the exit code: 0, or 1 with a message on standard error when no window could be opened.
int run(const Options& options);

}  // namespace app
