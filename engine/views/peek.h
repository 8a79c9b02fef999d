#pragma once
// Links and notes as screens follow them: a concept or a source shows itself beside the words, an address opens.

#include "course/model.h"
#include "ui/rich.h"
#include "views/views.h"

namespace views {

/// What a link or note asks for; `shown` is the glance that is on screen, or nullptr.
void follow(const ui::RichEvent& event, const course::Course& course, const screens::Peek* shown, Actions& actions);

/// Shows it unless it is on screen already.
void show_peek(screens::Peek peek, const screens::Peek* shown, Actions& actions);

/// The glance on screen, if there is one.
void peek(const screens::Shared& shared, ui::Frame& f, Actions& actions);

}  // namespace views
