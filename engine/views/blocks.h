#pragma once
// The steps of a lesson that are not questions.

#include <functional>
#include <string_view>

#include "course/model.h"
#include "screens/lesson.h"
#include "ui/rich.h"

namespace views {

struct BlockContext {
  const screens::lesson::State& state;
  bool heading_above = false;  ///< the text's first heading stands above it already, as the section's name
  std::function<int(std::string_view)> note_number;
};

struct BlockEvents {
  ui::RichEvent followed;
  bool revealed = false;                             ///< the button of a `reveal` was pressed
  std::optional<screens::explore::Action> explored;  ///< what was done with an explorable
  bool next_worked = false;                          ///< the next step of a worked example was asked for
};

/// Draws the step; questions are drawn by question.h.
BlockEvents block(ui::Frame& f, const course::Step& step, const BlockContext& context);

}  // namespace views
