#include "screens/today.h"

#include <algorithm>
#include <cmath>

#include "text/number.h"
#include "ui/widgets/feedback.h"
#include "views/phrases.h"
#include "views/views.h"

namespace views {
namespace {

using namespace screens;
using text::fill;

Go go_to(const today::Card& card) { return Go{{ScreenName::lesson, card.course->id, card.lesson, {}}}; }

/// "Step 7 of 14 · 6 min left", or how long it takes when it was not begun.
std::string how_far(const today::Card& card, ui::Frame& f) {
  if (card.steps == 0) return {};
  const std::string time = std::to_string(card.minutes_left);
  if (card.step == 0)
    return fill(f.tr("{steps} steps · about {minutes} min"),
                {{"steps", std::to_string(card.steps)}, {"minutes", time}});
  return fill(f.tr("Step {step} of {steps} · {minutes} min left"),
              {{"step", std::to_string(std::min(card.step + 1, card.steps))},
               {"steps", std::to_string(card.steps)},
               {"minutes", time}});
}

void main_card(const today::Card& card, ui::Frame& f, Actions& actions) {
  const bool begun = card.step > 0;
  const float share = card.steps == 0 ? 0 : static_cast<float>(card.step) / static_cast<float>(card.steps);
  ui::card(f, [&] {
    const std::string head = begun                                   ? f.tr("Continue")
                             : card.reason == learner::Reason::first ? f.tr("Start here")
                                                                     : f.tr("What comes next");
    ui::words(f, head, ui::style::small, ui::Tone::soft);
    f.space(ui::Space::xs);
    ui::words(f, card.title, ui::style::title);
    f.space(ui::Space::xs);
    ui::words(f, reason(card.reason, f.words()), ui::style::body, ui::Tone::soft);
    f.space(ui::Space::l);
    if (begun) {
      ui::progress_bar(f, share);
      f.space(ui::Space::l);
    }
    f.flow(ui::Space::l, [&] {
      const bool open = ui::button(f, "continue", begun ? f.tr("Continue") : f.tr("Begin"),
                                   {.kind = ui::ButtonOptions::Kind::primary, .key = {ui::Key::enter}});
      if (open) actions.push_back(go_to(card));
      ui::label(f, how_far(card, f), ui::style::small, ui::Tone::soft);
    });
  });
}

void later(const Shared& shared, ui::Frame& f, Actions& actions) {
  const auto cards = today::later_cards(shared, 3);
  if (cards.empty()) return;
  ui::subheading(f, f.tr("After that"));
  f.space(ui::Space::m);
  f.grid(static_cast<int>(cards.size()), 260, ui::Space::l, [&](int i) {
    const today::Card& card = cards[static_cast<std::size_t>(i)];
    const bool open = ui::card_button(f, "later-" + card.lesson.str(), {}, [&] {
      ui::words(f, card.title, ui::style::strong);
      f.space(ui::Space::xs);
      ui::words(f, how_far(card, f), ui::style::small, ui::Tone::soft);
    });
    if (open) actions.push_back(go_to(card));
  });
  f.space(ui::Space::xxl);
}

void course_card(const CourseEntry& entry, const Shared& shared, ui::Frame& f, Actions& actions) {
  const course::Course& course = *entry.course;
  const double done = learner::share_done(course, shared.progress.course(course.id));
  const bool open = ui::card_button(f, "course-" + course.id.str(), {}, [&] {
    f.row({ui::fixed(50), ui::share()}, {.gap = ui::Space::l, .fit = ui::Fit::middle}, [&](int cell) {
      if (cell == 0) {
        ui::progress_ring(f, static_cast<float>(done), std::to_string(std::lround(done * 100)));
        return;
      }
      ui::words(f, course.title, ui::style::strong);
      std::string languages;
      for (const std::string& code : course.languages) {
        std::string upper = code;
        std::transform(upper.begin(), upper.end(), upper.begin(),
                       [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c); });
        languages += " · " + upper;
      }
      ui::words(f, f.words().trn("{n} module", "{n} modules", course.modules.size()) + languages, ui::style::small,
                ui::Tone::soft);
    });
  });
  if (open) actions.push_back(Go{{ScreenName::course, course.id, {}, {}}});
}

/// How much was done on each of the last seven days.
void week_card(const Shared& shared, ui::Frame& f) {
  const std::vector<int> counts = today::week(shared);
  const int most = std::max(1, *std::max_element(counts.begin(), counts.end()));
  const std::chrono::sys_days today_day{local_day(shared)};
  ui::card(f, [&] {
    ui::subheading(f, f.tr("This week"));
    f.space(ui::Space::l);
    constexpr float kBars = 80;
    const ui::Rect area = f.place(kBars + 44);
    const float slot = area.w / 7;
    for (int i = 0; i < 7; ++i) {
      const int count = counts[static_cast<std::size_t>(i)];
      const float height =
          count == 0 ? 3 : std::max(6.0f, kBars * static_cast<float>(count) / static_cast<float>(most));
      const float width = std::min(44.0f, slot - 12);
      const float x = area.x + slot * static_cast<float>(i) + (slot - width) / 2;
      const float base = area.y + 20 + kBars;
      const bool now = i == 6;
      const ui::Color color = count == 0 ? f.theme().line
                              : now      ? f.theme().accent
                                         : ui::mix(f.theme().surface, f.theme().accent, 0.3f);
      f.paint().fill({x, base - height, width, height}, color, std::min(4.0f, height / 2));
      const ui::Rect over{x - 8, base - height - 20, width + 16, 18};
      if (count > 0)
        f.paint().text_in(over, std::to_string(count), ui::style::caption, f.theme().ink, ui::Align::center);
      std::string day = short_weekday(std::chrono::weekday{today_day - std::chrono::days(6 - i)}, f.words());
      if (now && f.paint().text_width(f.tr("Today"), ui::style::caption) <= slot) day = f.tr("Today");
      f.paint().text_in({area.x + slot * static_cast<float>(i), base + 6, slot, 18}, day, ui::style::caption,
                        f.theme().soft, ui::Align::center);
    }
    ui::words(f, f.tr("Steps read and questions answered, by day."), ui::style::caption, ui::Tone::soft);
  });
}

void weak_card(const std::vector<today::WeakConcept>& weak, ui::Frame& f, Actions& actions) {
  ui::card(f, [&] {
    ui::subheading(f, f.tr("Worth another look"));
    f.space(ui::Space::m);
    if (weak.empty()) {
      ui::words(f, f.tr("Nothing yet: what you find hard will be listed here."), ui::style::small, ui::Tone::soft);
      return;
    }
    ui::words(f, f.tr("How likely you still know them tomorrow:"), ui::style::caption, ui::Tone::soft);
    f.space(ui::Space::s);
    for (const today::WeakConcept& entry : weak) {
      const ui::Tone tone = entry.recall < 0.6 ? ui::Tone::bad : ui::Tone::warn;
      f.row({ui::share(), ui::fixed(56)}, {.gap = ui::Space::s, .fit = ui::Fit::middle}, [&](int cell) {
        if (cell == 1) {
          ui::words(f, text::format_percent(entry.recall, f.words().language()), ui::style::small_strong, tone,
                    ui::Align::end);
        } else if (ui::link(f, "weak-" + entry.id.str(), entry.name, ui::style::small)) {
          actions.push_back(Go{{ScreenName::course, entry.course->id, {}, entry.id}});
        }
      });
      f.space(ui::Space::s);
    }
  });
}

void quiz_card(const today::WaitingQuiz& quiz, ui::Frame& f, Actions& actions) {
  ui::card(f, [&] {
    ui::words(f, f.tr("A quiz is waiting"), ui::style::small, ui::Tone::soft);
    ui::words(f, quiz.title, ui::style::title);
    std::string how = fill(f.tr("{answered} of {count} questions answered"),
                           {{"answered", std::to_string(quiz.answered)}, {"count", std::to_string(quiz.questions)}});
    if (quiz.minutes_left)
      how += " · " + fill(f.tr("The time goes on: about {n} min left."), {{"n", std::to_string(*quiz.minutes_left)}});
    ui::words(f, how, ui::style::body, ui::Tone::soft);
    f.space(ui::Space::m);
    if (ui::button(f, "quiz", f.tr("Continue")))
      actions.push_back(Go{{ScreenName::quiz, quiz.course->id, {}, {}, quiz.id}});
  });
  f.space(ui::Space::l);
}

/// Why now: "Two-sided market slipped to 58%, and “Both sides pay” stands on it."
std::string why_now(const Shared& shared, ui::Frame& f) {
  const DueReview& due = shared.due;
  const CourseEntry* entry = shared.entry(due.course);
  const course::Concept* slipped = entry ? entry->course->concept_of(due.slipped) : nullptr;
  if (!slipped) return f.tr("Just in time: they are about to be forgotten, and asking now makes them last.");
  const std::string share = text::format_percent(due.recall, f.words().language());
  const course::Lesson* lesson = due.stands_on ? entry->course->lesson(*due.stands_on) : nullptr;
  if (!lesson) return fill(f.tr("“{concept}” has slipped to {share}."), {{"concept", slipped->name}, {"share", share}});
  return fill(f.tr("“{concept}” has slipped to {share}, and the next lesson, “{lesson}”, stands on it."),
              {{"concept", slipped->name}, {"share", share}, {"lesson", lesson->title}});
}

void review_card(const Shared& shared, ui::Frame& f, Actions& actions) {
  const DueReview& due = shared.due;
  if (due.questions == 0) return;
  ui::card(f, [&] {
    ui::words(f, f.tr("Review"), ui::style::small, ui::Tone::soft);
    f.space(ui::Space::xs);
    ui::words(f, f.words().trn("{n} question is due", "{n} questions are due", due.questions), ui::style::title);
    f.space(ui::Space::xs);
    ui::words(f, why_now(shared, f), ui::style::body, ui::Tone::soft);
    f.space(ui::Space::l);
    f.flow(ui::Space::l, [&] {
      if (ui::button(f, "review", f.tr("Review"), {.key = {ui::Key::r}}))
        actions.push_back(Go{{ScreenName::review, {}, {}, {}}});
      if (due.minutes > 0) ui::label(f, minutes(due.minutes, f.words()), ui::style::small, ui::Tone::soft);
    });
  });
  f.space(ui::Space::l);
}

void no_courses(ui::Frame& f) {
  ui::empty_state(
      f, "no-courses", ui::Icon::book,
      f.tr("No course was found. Put a course folder into “courses” in your data folder; Settings opens it."));
}

}  // namespace

void today(const TodayState& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  ui::words(f, long_date(local_day(shared), f.words()), ui::style::small, ui::Tone::soft);
  ui::heading(f, greeting(shared, f.words()));
  f.space(ui::Space::xl);
  if (shared.courses.empty()) return no_courses(f);
  if (const auto quiz = today::waiting_quiz(shared)) quiz_card(*quiz, f, actions);
  review_card(shared, f, actions);
  if (const auto card = today::next_card(shared)) {
    main_card(*card, f, actions);
  } else {
    ui::card(f, [&] {
      ui::words(f, f.tr("Every lesson is complete."), ui::style::title);
      ui::words(f, f.tr("Open a course to go through one again."), ui::style::body, ui::Tone::soft);
    });
  }
  f.space(ui::Space::xxl);
  later(shared, f, actions);
  ui::subheading(f, f.tr("Your courses"));
  f.space(ui::Space::m);
  f.grid(static_cast<int>(shared.courses.size()), 300, ui::Space::l,
         [&](int i) { course_card(shared.courses[static_cast<std::size_t>(i)], shared, f, actions); });
  f.space(ui::Space::xxl);
  if (!shared.reviews_read || days_of_study(shared).empty()) return;
  f.grid(2, 320, ui::Space::l, [&](int cell) { cell == 0 ? week_card(shared, f) : weak_card(state.weak, f, actions); });
}

}  // namespace views
