#pragma once
// The screens drawn: one function for each, from a const State to the actions that the person asked for.

#include <vector>

#include "screens/shell.h"
#include "ui/frame.h"

namespace views {

using Actions = std::vector<screens::Action>;

/// The whole window: side bar, the screen, overlays and notices.
void draw(const screens::Model& model, ui::Frame& f, Actions& actions);

// The screens, each in a file of its own name.
void first_start(const screens::first_start::State& state, const screens::Shared& shared, ui::Frame& f,
                 Actions& actions);
void today(const screens::TodayState& state, const screens::Shared& shared, ui::Frame& f, Actions& actions);
void courses(const screens::Shared& shared, ui::Frame& f, Actions& actions);
void course_page(const screens::course_page::State& state, const screens::Shared& shared, ui::Frame& f,
                 Actions& actions);
/// A tab of the course page.
void glossary(const screens::course_page::State& state, const screens::CourseEntry& entry,
              const screens::Shared& shared, ui::Frame& f, Actions& actions);
void course_reviews(const screens::course_page::State& state, const screens::CourseEntry& entry,
                    const screens::Shared& shared, ui::Frame& f, Actions& actions);
void lesson(const screens::lesson::State& state, const screens::Shared& shared, ui::Frame& f, Actions& actions);
void summary(const screens::summary::State& state, const screens::Shared& shared, ui::Frame& f, Actions& actions);
void quiz(const screens::quiz::State& state, const screens::Shared& shared, ui::Frame& f, Actions& actions);
void review(const screens::review::State& state, const screens::Shared& shared, ui::Frame& f, Actions& actions);
void progress(const screens::progress::State& state, const screens::Shared& shared, ui::Frame& f, Actions& actions);
void settings(const screens::settings::State& state, const screens::Shared& shared, ui::Frame& f, Actions& actions);
void profiles(const screens::profiles::State& state, const screens::Shared& shared, ui::Frame& f, Actions& actions);

// Overlays.
void find(const screens::find::State& state, const screens::Shared& shared, ui::Frame& f, Actions& actions);
void keys(const screens::Shared& shared, ui::Frame& f, Actions& actions);
void enlarged(const screens::ShowPicture& picture, ui::Frame& f, Actions& actions);
void notices(const screens::Shared& shared, ui::Frame& f, Actions& actions);

}  // namespace views
