#pragma once
// The steps of a lesson that are not questions.

#include <functional>
#include <optional>
#include <string>
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
  std::optional<std::string> attempt;                ///< what was typed where a worked example asks
  bool enlarged = false;                             ///< a picture was clicked
  bool as_text = false;                              ///< a diagram was asked for in words, or as a picture again
};

/// Draws the step; questions are drawn by question.h.
BlockEvents block(ui::Frame& f, const course::Step& step, const BlockContext& context);

/// The words below a picture or a diagram; nothing for none.
void caption(ui::Frame& f, const std::string& markdown, const BlockContext& context, BlockEvents& events);

// The larger kinds, each in a file of its own name in views/blocks; drawn inside of a card.
void diagram(ui::Frame& f, const course::Step& step, const course::Diagram& diagram, const BlockContext& context,
             BlockEvents& events);
void worked(ui::Frame& f, const course::Step& step, const course::Worked& worked, const BlockContext& context,
            BlockEvents& events);
void compare(ui::Frame& f, const course::Compare& compare, const BlockContext& context, BlockEvents& events);

}  // namespace views
