#pragma once
// Inside this folder: the steps that are no questions.

#include "course/model.h"
#include "course/reading/object.h"
#include "course/reading/steps.h"

namespace course {

Chart read_chart(StepContext& context, Object& step);
Compare read_compare(Object& step);
Diagram read_diagram(Object& step);
Explore read_explore(StepContext& context, Object& step);
Timeline read_timeline(Object& step);
Picture read_picture(StepContext& context, Object& step);

}  // namespace course
