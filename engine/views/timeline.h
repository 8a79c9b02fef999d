#pragma once
// Events down a line, as a block of a lesson.

#include <functional>

#include "course/model.h"
#include "ui/rich.h"

namespace views {

/// `source` draws the line that says where an event stands; it is given an empty id where there is none.
ui::RichEvent timeline(ui::Frame& f, const course::Timeline& timeline, const ui::RichOptions& rich,
                       const std::function<void(const course::SourceId&)>& source);

}  // namespace views
