#pragma once
// Inside the views: questions that are pointed at or drawn into, as ui takes them.

#include "course/question.h"
#include "grading/response.h"
#include "ui/sketch.h"
#include "ui/spot.h"

namespace views {

/// The board of a prediction, without an answer.
ui::SketchData sketch_data(const course::Predict& kind);

/// A place on a picture as it is shown.
ui::SpotPlace spot_place(const course::Place& place, bool found);

/// A point on a chart.
ui::DataPoint data_point(const grading::Point& point);

}  // namespace views
