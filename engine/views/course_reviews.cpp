// The reviews of a course: how much of it is in memory, the day for which it is learned, what was put aside.

#include "screens/course_reviews.h"

#include "text/catalogue.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/feedback.h"
#include "views/phrases.h"
#include "views/views.h"

namespace views {
namespace {

using namespace screens;
using text::fill;

void in_memory(const course_page::ReviewsOf& of, ui::Frame& f, Actions& actions) {
  ui::card(f, [&] {
    ui::subheading(f, f.tr("In memory"));
    f.space(ui::Space::s);
    ui::words(f,
              fill(f.words().trn("{answered} of {n} question was answered and comes back.",
                                 "{answered} of {n} questions were answered and come back.", of.questions),
                   {{"answered", std::to_string(of.answered)}}),
              ui::style::body);
    if (of.changed > 0)
      ui::words(f,
                f.words().trn("The right answer to {n} of them has changed: it is asked early.",
                              "The right answers to {n} of them have changed: they are asked early.", of.changed),
                ui::style::body);
    if (of.archived > 0)
      ui::words(f,
                f.words().trn("{n} question that you answered is not in the course any more. Its history is kept.",
                              "{n} questions that you answered are not in the course any more. Their history is kept.",
                              of.archived),
                ui::style::body, ui::Tone::soft);
    if (of.due == 0) return;
    f.space(ui::Space::m);
    f.flow(ui::Space::l, [&] {
      if (ui::button(f, "review", f.tr("Review"))) actions.push_back(Go{{ScreenName::review, {}, {}, {}}});
      ui::label(f, f.words().trn("{n} question is due", "{n} questions are due", of.due), ui::style::small,
                ui::Tone::soft);
    });
  });
  f.space(ui::Space::l);
}

std::string exam_words(const course_page::ReviewsOf& of, ui::Frame& f) {
  const std::chrono::year_month_day day(*of.exam);
  const std::string date = long_date(day, f.words()) + " " + std::to_string(static_cast<int>(day.year()));
  if (of.days_left < 0) return fill(f.tr("{date}: it is over, and plans nothing any more."), {{"date", date}});
  if (of.days_left == 0) return fill(f.tr("{date}: today."), {{"date", date}});
  return fill(f.words().trn("{date}: in {n} day.", "{date}: in {n} days.", static_cast<std::uint64_t>(of.days_left)),
              {{"date", date}});
}

void exam(const course_page::State& state, const CourseEntry& entry, const course_page::ReviewsOf& of, ui::Frame& f,
          Actions& actions) {
  ui::card(f, [&] {
    ui::subheading(f, f.tr("Learning for a day"));
    f.space(ui::Space::s);
    ui::words(f,
              f.tr("Is there an exam? What you would know badly on that day gets a last look in the week before, "
                   "spread over its "
                   "days. The plan goes on as usual besides."),
              ui::style::body, ui::Tone::soft);
    f.space(ui::Space::m);
    if (of.exam) {
      ui::words(f, exam_words(of, f), ui::style::strong);
      f.space(ui::Space::s);
    }
    const auto day = course_page::read_day(state.exam);
    const auto field = ui::text_field(f, "exam", state.exam,
                                      {.label = f.tr("Day"),
                                       .placeholder = f.tr("2027-06-15 or 15/6/2027"),
                                       .width = 260,
                                       .limit = 20,
                                       .edge = state.exam.size() >= 8 && !day ? ui::Tone::warn : ui::Tone::ink});
    if (field.changed) actions.push_back(course_page::Action{course_page::TypeExam{*field.changed}});
    f.space(ui::Space::m);
    f.flow(ui::Space::m, [&] {
      const bool enter = field.focused && f.pressed(ui::Key::enter);
      if (ui::button(f, "set", f.tr("Set the day"), {.enabled = day.has_value()}) || (enter && day)) {
        actions.push_back(settings::Action{settings::SetExam{entry.course->id, day}});
        actions.push_back(course_page::Action{course_page::TypeExam{}});
      }
      if (of.exam && ui::button(f, "remove", f.tr("Remove"), {.kind = ui::ButtonOptions::Kind::quiet}))
        actions.push_back(settings::Action{settings::SetExam{entry.course->id, std::nullopt}});
    });
  });
  f.space(ui::Space::l);
}

void aside(const CourseEntry& entry, const course_page::ReviewsOf& of, ui::Frame& f, Actions& actions) {
  ui::card(f, [&] {
    ui::subheading(f, f.tr("Put aside"));
    f.space(ui::Space::s);
    if (of.aside.empty()) {
      ui::words(
          f, f.tr("Nothing. Questions that you call “known already” or “not for me” stand here, to be brought back."),
          ui::style::body, ui::Tone::soft);
      return;
    }
    for (const course_page::AsideRow& row : of.aside) {
      f.scope(row.question.str(), [&] {
        f.row({ui::share(), ui::fixed(150)}, {.gap = ui::Space::l, .fit = ui::Fit::middle}, [&](int cell) {
          if (cell == 0) {
            ui::words(f, row.ask, ui::style::body);
            const bool known = row.standing == learner::Standing::known;
            ui::words(f, (known ? f.tr("Known already") : f.tr("Not for me")) + " · " + row.lesson_title,
                      ui::style::small, ui::Tone::soft);
          } else if (ui::button(f, "back", f.tr("Bring back"), {.small = true})) {
            actions.push_back(BringBack{entry.course->id, row.question});
          }
        });
      });
      f.space(ui::Space::s);
    }
  });
}

}  // namespace

void course_reviews(const course_page::State& state, const CourseEntry& entry, const Shared& shared, ui::Frame& f,
                    Actions& actions) {
  const course_page::ReviewsOf of = course_page::reviews_of(entry, shared);
  f.at_most(ui::metrics::reading_column + 120, [&] {
    in_memory(of, f, actions);
    exam(state, entry, of, f, actions);
    aside(entry, of, f, actions);
  });
}

}  // namespace views
