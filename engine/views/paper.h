#pragma once
// What of a question is drawn on paper: the views of the screen, without what is pressed, moved or typed.

#include <string>

#include "course/question.h"
#include "ui/frame.h"

namespace views {

/// Draws what the question asks about, at the column's width: the picture or chart of a spot, the board of a prediction, the explorable
/// of a goal where it begins. With `answer` what is right: the places in numbered rings, the real data, the goal where it is reached.
/// Nothing for other kinds.
void paper_figure(ui::Frame& f, const course::Question& question, bool answer);

/// The same in words, for who does not see it; says nothing of the answer unless asked for it. May be empty.
std::string paper_words(const course::Question& question, bool answer, const text::Translator& words);

}  // namespace views
