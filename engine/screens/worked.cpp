#include "screens/worked.h"

#include <algorithm>

namespace screens {

bool is_asked(const course::Worked& worked, std::size_t step, int round) {
  if (step >= worked.steps.size()) return false;
  if (!worked.steps[step].ask.empty()) return true;
  return worked.fade && worked.steps.size() - step <= static_cast<std::size_t>(std::max(0, round));
}

WorkedNow worked_now(const course::Worked& worked, int opened, int round) {
  const std::size_t at_once = is_asked(worked, 0, round) ? 0 : 1;
  WorkedNow now;
  now.shown = std::min(worked.steps.size(), at_once + static_cast<std::size_t>(std::max(0, opened)));
  now.more = now.shown < worked.steps.size();
  now.asks = now.more && is_asked(worked, now.shown, round);
  return now;
}

}  // namespace screens
