#pragma once
// Links and notes as screens follow them: a concept or a source shows itself beside the words, an address opens.

#include "course/model.h"
#include "ui/rich.h"
#include "views/views.h"

namespace views {

/// The number of a source in a lesson, from 1; 0 where it mentions none of that id.
int note_number(const course::Lesson& lesson, std::string_view id);

/// What a link or note asks for; `shown` is the glance that is on screen, or nullptr.
void follow(const ui::RichEvent& event, const course::Course& course, const screens::Peek* shown, Actions& actions);

/// Shows it unless it is on screen already.
void show_peek(screens::Peek peek, const screens::Peek* shown, Actions& actions);

/// The glance on screen, if there is one.
void peek(const screens::Shared& shared, ui::Frame& f, Actions& actions);

}  // namespace views
