#pragma once
// Half a year of study that nobody did: for the tour, whose pictures show what progress looks like after some time.

#include <vector>

#include "course/model.h"
#include "learner/event.h"

namespace app {

/// Somebody who takes a new lesson every few days, leaves some days out and does what is due on the others; what is known and what
/// is forgotten follows the model's own recall. Ends some days before `until`, in UTC; the same for the same arguments. Empty for a
/// course without questions.
std::vector<learner::Event> made_up_past(const course::Course& course, base::TimePoint until);

}  // namespace app
