#pragma once

#include "grading/certainty.h"

namespace learner {

using grading::Certainty;

}  // namespace learner
