#pragma once
// Random events for properties.

#include <vector>

#include "learner/event.h"
#include "support/test.h"

namespace test {

/// Any event, with ids from a small pool so that events meet; `number` and `at` are for the caller to set.
rc::Gen<learner::Event> any_event();

/// A history as a log would hold it: numbers from 1, times that never fall.
rc::Gen<std::vector<learner::Event>> any_history();

}  // namespace test
