#include <cmath>

#include "learner/progress.h"
#include "text/catalogue.h"
#include "ui/rich.h"
#include "ui/widgets/feedback.h"
#include "views/views.h"

namespace views {
namespace {

using namespace screens;

void course_row(const CourseEntry& entry, const Shared& shared, ui::Frame& f, Actions& actions) {
  const course::Course& course = *entry.course;
  const double done = learner::share_done(course, shared.progress.course(course.id));
  std::size_t lessons = 0;
  for (const course::Module& module : course.modules) lessons += module.lessons.size();
  const bool open = ui::card_button(f, course.id.str(), {}, [&] {
    f.row({ui::fixed(64), ui::share()}, {.gap = ui::Space::xl, .fit = ui::Fit::top}, [&](int cell) {
      if (cell == 0) {
        ui::progress_ring(f, static_cast<float>(done), std::to_string(std::lround(done * 100)), 64);
        return;
      }
      ui::words(f, course.title, ui::style::title);
      f.space(ui::Space::xs);
      if (!course.summary.empty()) {
        ui::rich(f, "summary", course.summary, {.tone = ui::Tone::soft, .links = false});
        f.space(ui::Space::s);
      }
      ui::words(f,
                f.words().trn("{n} module", "{n} modules", course.modules.size()) + " · " +
                    f.words().trn("{n} lesson", "{n} lessons", lessons),
                ui::style::small, ui::Tone::soft);
    });
    if (entry.errors > 0) {
      f.space(ui::Space::m);
      ui::words(f,
                f.words().trn("{n} mistake in its files: some lessons may be missing.",
                              "{n} mistakes in its files: some lessons may be missing.",
                              static_cast<std::uint64_t>(entry.errors)),
                ui::style::small, ui::Tone::warn);
    }
  });
  if (open) actions.push_back(Go{{ScreenName::course, course.id, {}, {}}});
}

}  // namespace

void courses(const Shared& shared, ui::Frame& f, Actions& actions) {
  ui::heading(f, f.tr("Courses"));
  f.space(ui::Space::xl);
  f.group("list", [&] {
    for (const CourseEntry& entry : shared.courses) {
      course_row(entry, shared, f, actions);
      f.space(ui::Space::l);
    }
  });
  if (shared.courses.empty()) {
    ui::empty_state(
        f, "none", ui::Icon::book,
        f.tr("No course was found. Put a course folder into “courses” in your data folder; Settings opens it."));
  }
}

}  // namespace views
