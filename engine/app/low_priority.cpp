#include "app/low_priority.h"

#include <sys/resource.h>

namespace app {

void run_at_low_priority() {
  // On Linux 0 is the calling thread, not the process. A refusal costs some smoothness and nothing else.
  constexpr int kLowest = 19;
  (void)setpriority(PRIO_PROCESS, 0, kLowest);
}

}  // namespace app
