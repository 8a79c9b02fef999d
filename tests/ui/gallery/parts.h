#pragma once
// The gallery's pages, one function each.

#include "ui/frame.h"

namespace gallery {

void draw_today(ui::Frame& f);
void draw_lesson(ui::Frame& f);
void draw_review(ui::Frame& f);
void draw_buttons(ui::Frame& f);
void draw_controls(ui::Frame& f);
void draw_answers(ui::Frame& f);
void draw_putting(ui::Frame& f);
void draw_text(ui::Frame& f);
void draw_formulas(ui::Frame& f);
void draw_icons(ui::Frame& f);
void draw_dialog(ui::Frame& f);

}  // namespace gallery
