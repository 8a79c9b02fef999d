#pragma once
// Threads whose work can wait.

namespace app {

/// The calling thread yields to all others, of this program and of others, from here on.
void run_at_low_priority();

}  // namespace app
