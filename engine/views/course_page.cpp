#include "screens/course_page.h"

#include <algorithm>

#include "course/draw.h"
#include "learner/progress.h"
#include "reviews/mastery.h"
#include "text/number.h"
#include "ui/rich.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/navigation.h"
#include "views/peek.h"
#include "views/phrases.h"
#include "views/views.h"

namespace views {
namespace {

using namespace screens;
using course_page::LessonMark;
using text::fill;

ui::Icon icon_of(LessonMark mark) {
  switch (mark) {
    case LessonMark::complete: return ui::Icon::check;
    case LessonMark::begun: return ui::Icon::half;
    case LessonMark::broken: return ui::Icon::warning;
    case LessonMark::fresh: break;
  }
  return ui::Icon::circle;
}

ui::Tone tone_of(LessonMark mark) {
  if (mark == LessonMark::complete) return ui::Tone::good;
  if (mark == LessonMark::begun) return ui::Tone::accent;
  return mark == LessonMark::broken ? ui::Tone::warn : ui::Tone::soft;
}

std::string state_of(const course_page::LessonRow& row, ui::Frame& f) {
  switch (row.mark) {
    case LessonMark::complete: return f.tr("Complete");
    case LessonMark::begun: return text::format_percent(row.share, f.words().language());
    case LessonMark::broken: return f.tr("Has mistakes");
    case LessonMark::fresh: break;
  }
  return row.minutes > 0 ? minutes(row.minutes, f.words()) : std::string();
}

void lesson_row(const CourseEntry& entry, const course_page::LessonRow& row, ui::Frame& f, Actions& actions) {
  const ui::CardOptions options{.padding = 14, .edge = row.next ? ui::Tone::accent : ui::Tone::ink};
  const bool open = ui::card_button(f, row.id.str(), options, [&] {
    f.row({ui::fixed(22), ui::share(), ui::fixed(110)}, {.gap = ui::Space::m, .fit = ui::Fit::middle}, [&](int cell) {
      if (cell == 0) return ui::icon(f, icon_of(row.mark), 16, tone_of(row.mark));
      if (cell == 2) return ui::words(f, state_of(row, f), ui::style::small, tone_of(row.mark), ui::Align::end);
      ui::words(f, row.title, ui::style::strong);
      if (!row.summary.empty())
        ui::rich(f, "summary", row.summary,
                 {.text = ui::style::small, .tone = ui::Tone::soft, .tight = true, .links = false});
    });
  });
  if (open && row.mark != LessonMark::broken) actions.push_back(Go{{ScreenName::lesson, entry.course->id, row.id, {}}});
}

void objectives(const course::Module& module, ui::Frame& f) {
  f.at_most(ui::metrics::reading_column, [&] {
    for (const std::string& objective : module.objectives) {
      f.row({ui::fixed(14), ui::share()}, {.gap = ui::Space::s, .fit = ui::Fit::top},
            [&](int cell) { ui::words(f, cell == 0 ? "•" : objective, ui::style::small, ui::Tone::soft); });
      f.space(ui::Space::xs);
    }
  });
}

/// What it is about, and behind a button what one will be able to do.
void module_head(const course::Module& module, bool open, ui::Frame& f, Actions& actions) {
  if (!module.summary.empty()) {
    f.at_most(ui::metrics::reading_column, [&] { ui::rich(f, "about", module.summary, {.tone = ui::Tone::soft}); });
    f.space(ui::Space::s);
  }
  if (module.objectives.empty()) return;
  if (ui::button(f, "objectives", f.tr("What you will be able to do"),
                 {.kind = ui::ButtonOptions::Kind::quiet,
                  .icon = open ? ui::Icon::chevron_up : ui::Icon::chevron_down,
                  .small = true}))
    actions.push_back(course_page::Action{course_page::ShowObjectives{module.id}});
  f.space(ui::Space::s);
  if (open) objectives(module, f);
}

void module_part(const CourseEntry& entry, const course_page::ModuleRow& module, std::size_t number, bool open,
                 ui::Frame& f, Actions& actions) {
  ui::words(f, fill(f.tr("Module {number}"), {{"number", std::to_string(number)}}), ui::style::small, ui::Tone::soft);
  ui::subheading(f, module.module->title);
  f.space(ui::Space::s);
  f.scope(module.module->id.str(), [&] { module_head(*module.module, open, f, actions); });
  if (module.lessons.empty()) {
    ui::words(f, f.tr("In preparation."), ui::style::small, ui::Tone::soft);
  }
  f.group("module-" + module.module->id.str(), [&] {
    for (const course_page::LessonRow& row : module.lessons) {
      lesson_row(entry, row, f, actions);
      f.space(ui::Space::s);
    }
    if (module.asks &&
        ui::button(f, "quiz", f.tr("Quiz me on this module"), {.kind = ui::ButtonOptions::Kind::quiet, .small = true}))
      actions.push_back(Go{{ScreenName::quiz, entry.course->id, {}, {}, course::quiz_me(module.module->id)}});
  });
  f.space(ui::Space::xl);
}

void quiz_row(const CourseEntry& entry, const course_page::QuizRow& row, ui::Frame& f, Actions& actions) {
  const bool open = ui::card_button(f, row.quiz->id.str(), {.padding = 14}, [&] {
    f.row({ui::fixed(22), ui::share(), ui::fixed(110)}, {.gap = ui::Space::m, .fit = ui::Fit::middle}, [&](int cell) {
      const ui::Icon icon = row.running ? ui::Icon::half : row.share ? ui::Icon::check : ui::Icon::question;
      const std::string& language = f.words().language();
      if (cell == 0) return ui::icon(f, icon, 16, row.running ? ui::Tone::accent : ui::Tone::soft);
      if (cell == 1) return ui::words(f, row.quiz->title, ui::style::strong);
      const std::string state = row.running             ? f.tr("go on")
                                : row.share             ? text::format_percent(*row.share, language)
                                : row.quiz->minutes > 0 ? minutes(row.quiz->minutes, f.words())
                                                        : std::string();
      ui::words(f, state, ui::style::small, row.running ? ui::Tone::accent : ui::Tone::soft, ui::Align::end);
    });
  });
  if (open) actions.push_back(Go{{ScreenName::quiz, entry.course->id, {}, {}, row.quiz->id}});
  f.space(ui::Space::s);
}

void quizzes(const CourseEntry& entry, const Shared& shared, ui::Frame& f, Actions& actions) {
  const auto rows = course_page::quiz_rows(entry, shared);
  if (rows.empty()) return;
  ui::subheading(f, f.tr("Quizzes"));
  f.space(ui::Space::s);
  f.group("quizzes", [&] {
    for (const course_page::QuizRow& row : rows) quiz_row(entry, row, f, actions);
  });
  f.space(ui::Space::xl);
}

/// Who wrote it, and what others may do with it.
void made_by(const course::Course& course, ui::Frame& f) {
  std::string words;
  for (const std::string& author : course.authors) words += (words.empty() ? "" : ", ") + author;
  if (!course.licence.empty()) words += (words.empty() ? "" : " · ") + course.licence;
  if (!words.empty()) ui::words(f, words, ui::style::small, ui::Tone::soft);
}

void next_banner(const CourseEntry& entry, const Shared& shared, ui::Frame& f, Actions& actions) {
  const auto next = course_page::suggestion(entry, shared);
  if (!next) return;
  const course::Lesson* lesson = entry.course->lesson(next->lesson);
  std::string why = reason(next->reason, f.words());
  if (next->reason == learner::Reason::stands_on && !next->because.empty()) {
    std::string names;
    for (std::size_t i = 0; i < std::min<std::size_t>(next->because.size(), 3); ++i) {
      const course::Concept* known = entry.course->concept_of(next->because[i]);
      if (known) names += (names.empty() ? "" : ", ") + known->name;
    }
    if (!names.empty()) why = fill(f.tr("You know what it stands on: {concepts}."), {{"concepts", names}});
  }
  ui::card(f, {.edge = ui::Tone::accent}, [&] {
    ui::words(f, f.tr("What comes next"), ui::style::small, ui::Tone::soft);
    ui::words(f, lesson ? lesson->title : next->lesson.str(), ui::style::title);
    ui::words(f, why, ui::style::body, ui::Tone::soft);
    f.space(ui::Space::m);
    if (ui::button(f, "next", next->reason == learner::Reason::resume ? f.tr("Continue") : f.tr("Begin"),
                   {.kind = ui::ButtonOptions::Kind::primary, .key = {ui::Key::enter}})) {
      actions.push_back(Go{{ScreenName::lesson, entry.course->id, next->lesson, {}}});
    }
  });
  f.space(ui::Space::xxl);
}

void concept_row(const course::Course& course, const course::Concept& entry, std::optional<double> share, bool open,
                 bool asks, const Shared& shared, ui::Frame& f, Actions& actions) {
  f.scope(entry.id.str(), [&] {
    const bool clicked = ui::card_button(f, "concept", {.padding = 14}, [&] {
      f.row({ui::share(), ui::fixed(80)}, {.gap = ui::Space::m, .fit = ui::Fit::middle}, [&](int cell) {
        if (cell == 0) return ui::words(f, entry.name, ui::style::strong);
        const std::string text = share ? text::format_percent(*share, f.words().language()) : f.tr("new");
        const ui::Tone tone = !share          ? ui::Tone::soft
                              : *share < 0.6  ? ui::Tone::bad
                              : *share < 0.85 ? ui::Tone::warn
                                              : ui::Tone::good;
        ui::words(f, text, ui::style::small_strong, tone, ui::Align::end);
      });
      if (!open) return;
      f.space(ui::Space::s);
      f.at_most(ui::metrics::reading_column, [&] {
        follow(ui::rich(f, "definition", entry.definition), course, shared.peek ? &*shared.peek : nullptr, actions);
      });
      if (asks) {
        f.space(ui::Space::m);
        if (ui::button(f, "quiz", f.tr("Quiz me"), {.small = true}))
          actions.push_back(Go{{ScreenName::quiz, course.id, {}, {}, course::quiz_me(entry.id)}});
      }
      if (entry.needs.empty()) return;
      f.space(ui::Space::m);
      ui::words(f, f.tr("Stands on"), ui::style::small, ui::Tone::soft);
      f.space(ui::Space::xs);
      f.flow(ui::Space::s, [&] {
        for (const course::ConceptId& id : entry.needs) {
          const course::Concept* need = course.concept_of(id);
          if (need && ui::chip_button(f, id.str(), need->name))
            actions.push_back(course_page::Action{course_page::Choose{id}});
        }
      });
    });
    if (clicked) actions.push_back(course_page::Action{course_page::Choose{entry.id}});
    if (open && f.recall("was-open") == 0) f.reveal({f.x(), f.y() - 120, f.width(), 120});
    if (open) f.remember("was-open", 1);
  });
}

void concepts(const course_page::State& state, const CourseEntry& entry, const Shared& shared, ui::Frame& f,
              Actions& actions) {
  const auto mastery = reviews::mastery(*entry.course, shared.reviews, shared.now);
  const course::AskedAbout asked = course::asked_about(*entry.course);
  f.group("concepts", [&] {
    for (const course::Concept& each : entry.course->concepts) {
      const auto it = mastery.find(each.id);
      concept_row(*entry.course, each, it == mastery.end() ? std::nullopt : std::optional(it->second.recall),
                  state.chosen == each.id, entry.whole && asked.concepts.contains(each.id), shared, f, actions);
      f.space(ui::Space::s);
    }
  });
}

void findings(const CourseEntry& entry, ui::Frame& f) {
  if (entry.errors == 0) return;
  ui::card(f, {.edge = ui::Tone::warn}, [&] {
    ui::words(f,
              f.words().trn("{n} mistake in this course", "{n} mistakes in this course",
                            static_cast<std::uint64_t>(entry.errors)),
              ui::style::strong);
    f.space(ui::Space::s);
    for (std::size_t i = 0; i < std::min<std::size_t>(entry.findings.size(), 3); ++i) {
      const base::Diagnostic& d = entry.findings[i];
      ui::words(f, d.file + ":" + std::to_string(d.span.line) + ":" + std::to_string(d.span.column), ui::style::mono,
                ui::Tone::warn);
      ui::words(f, f.words().say(d.message), ui::style::small);
    }
    f.space(ui::Space::s);
    ui::words(f, f.tr("“resonance check” with the course's folder shows all of them."), ui::style::small,
              ui::Tone::soft);
  });
  f.space(ui::Space::xl);
}

}  // namespace

void course_page(const course_page::State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  const CourseEntry* entry = shared.entry(state.course);
  if (!entry) return;
  const course::Course& course = *entry->course;
  const std::vector<std::string> trail{f.tr("Courses"), course.title};
  if (const auto part = ui::breadcrumb(f, "trail", trail); part && *part == 0)
    actions.push_back(Go{{ScreenName::courses, {}, {}, {}}});
  f.space(ui::Space::m);
  ui::heading(f, course.title);
  if (!course.summary.empty()) {
    f.space(ui::Space::s);
    ui::rich(f, "summary", course.summary, {.tone = ui::Tone::soft});
  }
  const std::vector<std::string> names{f.tr("Lessons"), f.tr("Concepts"), f.tr("Glossary"), f.tr("Reviews")};
  f.space(ui::Space::m);
  if (const auto tab = ui::tabs(f, "tabs", names, static_cast<int>(state.tab))) {
    actions.push_back(course_page::Action{course_page::Show{static_cast<course_page::Tab>(*tab)}});
  }
  f.space(ui::Space::xl);
  findings(*entry, f);
  if (state.tab == course_page::Tab::concepts) return concepts(state, *entry, shared, f, actions);
  if (state.tab == course_page::Tab::glossary) return glossary(state, *entry, shared, f, actions);
  if (state.tab == course_page::Tab::reviews) return course_reviews(state, *entry, shared, f, actions);
  next_banner(*entry, shared, f, actions);
  std::size_t number = 0;
  for (const course_page::ModuleRow& row : course_page::rows(*entry, shared))
    module_part(*entry, row, ++number, state.objectives.contains(row.module->id), f, actions);
  quizzes(*entry, shared, f, actions);
  made_by(course, f);
}

}  // namespace views
