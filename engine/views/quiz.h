#pragma once
// Inside the views: the pages of a quiz, and what they share.

#include "screens/quiz.h"
#include "ui/frame.h"
#include "views/views.h"

namespace views {

/// The questions of the try on screen and, for the window's height, the buttons that lead on.
void quiz_running(const screens::quiz::State& state, ui::Frame& f, Actions& actions);
/// What was written freely, beside its rubric.
void quiz_marking(const screens::quiz::State& state, ui::Frame& f, Actions& actions);
void quiz_result(const screens::quiz::State& state, const screens::Shared& shared, ui::Frame& f, Actions& actions);
void quiz_review(const screens::quiz::State& state, ui::Frame& f, Actions& actions);

/// Numbered boxes, one for each question: what is answered, flagged, right; the index of the clicked one.
std::optional<std::size_t> quiz_strip(const screens::quiz::State& state, ui::Frame& f);

/// What one reads, and beside it (above it in a narrow window) what stays while that scrolls.
void quiz_columns(ui::Frame& f, ui::Body main, ui::Body side);

/// One question with its heading; `active` takes the digit and letter keys.
void quiz_question(const screens::quiz::State& state, std::size_t index, bool active, ui::Frame& f, Actions& actions);

/// "Quiz me: First leaves", or the quiz's own title.
std::string quiz_title(const screens::quiz::State& state, ui::Frame& f);

/// Has the questions printed; says so while they are.
void print_button(const screens::Shared& shared, ui::Frame& f, Actions& actions);

/// "2.5 of 4 points"
std::string points_words(const learner::Points& points, ui::Frame& f);

}  // namespace views
