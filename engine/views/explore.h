#pragma once
// An explorable: its plots, what can be moved, and what follows.

#include <optional>
#include <string_view>

#include "screens/explore.h"
#include "ui/frame.h"

namespace views {

struct ExploreOptions {
  bool enabled = true;        ///< inputs can be moved
  bool marked = true;         ///< with "keep this one" and "reset"
  bool on_paper = false;      ///< nothing to press or move: what is set stands in words
  std::string_view alt = {};  ///< what it shows, said with what is set
};

/// What the person did in this frame, or nothing.
std::optional<screens::explore::Action> explorable(ui::Frame& f, const screens::explore::State& state,
                                                   const ExploreOptions& options = {});

/// The place of the trials: what to press or to click. In explore_trials.cpp.
std::optional<screens::explore::Action> trials(ui::Frame& f, const screens::explore::State& state);

}  // namespace views
