#include "screens/summary.h"

#include "course/draw.h"
#include "text/catalogue.h"
#include "text/markdown.h"
#include "text/number.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/navigation.h"
#include "views/phrases.h"
#include "views/views.h"

namespace views {
namespace {

using namespace screens;
using text::fill;

void score_card(const summary::Content& content, ui::Frame& f) {
  const double share = content.possible > 0 ? content.earned / content.possible : 1;
  ui::card(f, [&] {
    f.row({ui::fixed(88), ui::share()}, {.gap = ui::Space::xl, .fit = ui::Fit::middle}, [&](int cell) {
      if (cell == 0) {
        ui::progress_ring(f, static_cast<float>(share), text::format_percent(share, f.words().language()), 84,
                          ui::Tone::accent);
        return;
      }
      const std::size_t asked = content.right.size() + content.revisit.size();
      ui::words(f,
                fill(f.tr("{right} of {asked} questions fully right"),
                     {{"right", std::to_string(content.right.size())}, {"asked", std::to_string(asked)}}),
                ui::style::title);
      if (content.certainty.questions > 0) {
        ui::words(f, fill(f.tr("Certainty marks: {marks} of {possible}"),
                          {{"marks", signed_number(content.certainty.marks, f.words())},
                           {"possible", std::to_string(content.certainty.possible)}}));
      }
      ui::words(f, f.tr("Each question will come back later: that is what makes it last."), ui::style::body,
                ui::Tone::soft);
    });
  });
}

void question_row(const summary::State& state, const summary::Row& row, bool right, ui::Frame& f, Actions& actions) {
  if (!row.question) return;
  f.scope(row.question->id.str(), [&] {
    f.row({ui::fixed(20), ui::share(), ui::fixed(60)}, {.gap = ui::Space::m, .fit = ui::Fit::top}, [&](int cell) {
      if (cell == 0)
        return ui::icon(f,
                        right            ? ui::Icon::check
                        : row.earned > 0 ? ui::Icon::half
                                         : ui::Icon::cross,
                        16, right ? ui::Tone::good : ui::Tone::warn);
      if (cell == 2)
        return ui::words(f, text::format_percent(row.earned, f.words().language()), ui::style::small, ui::Tone::soft,
                         ui::Align::end);
      ui::words(f, text::first_words(row.ask), ui::style::body);
      if (right) return;
      if (ui::link(f, "again", fill(f.tr("Look again: {part}"), {{"part", row.section_title}}), ui::style::small)) {
        actions.push_back(Go{{ScreenName::lesson, state.course->id, state.lesson->id, {}}});
        actions.push_back(screens::lesson::Action{screens::lesson::ShowSection{row.section}});
      }
    });
  });
  f.space(ui::Space::m);
}

void rows(const summary::State& state, const std::vector<summary::Row>& all, bool right, const std::string& title,
          ui::Frame& f, Actions& actions) {
  if (all.empty()) return;
  ui::subheading(f, title);
  f.space(ui::Space::m);
  for (const summary::Row& row : all) question_row(state, row, right, f, actions);
  f.space(ui::Space::l);
}

void next_card(const summary::State& state, const summary::Content& content, ui::Frame& f, Actions& actions) {
  ui::card(f, {.edge = ui::Tone::accent}, [&] {
    if (content.next) {
      ui::words(f, f.tr("What comes next"), ui::style::small, ui::Tone::soft);
      ui::words(f, content.next_title, ui::style::title);
      ui::words(f, reason(content.next->reason, f.words()), ui::style::body, ui::Tone::soft);
    } else {
      ui::words(f, f.tr("You have been through every lesson of this course."), ui::style::title);
    }
    f.space(ui::Space::l);
    f.flow(ui::Space::m, [&] {
      if (content.next &&
          ui::button(f, "next", f.tr("Begin"), {.kind = ui::ButtonOptions::Kind::primary, .key = {ui::Key::enter}})) {
        actions.push_back(Go{{ScreenName::lesson, state.course->id, content.next->lesson, {}}});
      }
      if (ui::button(f, "course", f.tr("Back to the course")))
        actions.push_back(Go{{ScreenName::course, state.course->id, {}, {}}});
      if (content.asks && ui::button(f, "quiz", f.tr("Quiz me"))) {
        actions.push_back(Go{{ScreenName::quiz, state.course->id, {}, {}, course::quiz_me(state.lesson->id)}});
      }
      if (ui::button(f, "again", f.tr("Study it again"), {.kind = ui::ButtonOptions::Kind::quiet})) {
        actions.push_back(Go{{ScreenName::lesson, state.course->id, state.lesson->id, {}}});
        actions.push_back(screens::lesson::Action{screens::lesson::Restart{}});
      }
    });
  });
}

/// After two rounds that went badly: what may be missing is rather below than here.
void basis_card(const summary::State& state, const summary::Content& content, ui::Frame& f, Actions& actions) {
  if (content.stands_on.empty()) return;
  ui::card(f, {.edge = ui::Tone::accent}, [&] {
    ui::subheading(f, f.tr("What this lesson stands on"));
    f.space(ui::Space::s);
    ui::words(
        f, f.tr("Twice it went hard. That says more of what comes before than of you: a look at these first may help."),
        ui::style::body, ui::Tone::soft);
    f.space(ui::Space::m);
    for (const summary::Basis& basis : content.stands_on) {
      f.scope(basis.about->id.str(), [&] {
        f.row({ui::share(), ui::fixed(180)}, {.gap = ui::Space::l, .fit = ui::Fit::middle}, [&](int cell) {
          if (cell == 0) {
            ui::words(f, basis.about->name, ui::style::strong);
            std::string words = basis.lesson->title;
            if (basis.recall)
              words += " · " + fill(f.tr("predicted recall {share}"),
                                    {{"share", text::format_percent(*basis.recall, f.words().language())}});
            ui::words(f, words, ui::style::small, ui::Tone::soft);
          } else if (ui::button(f, "open", f.tr("Open the lesson"), {.small = true})) {
            actions.push_back(Go{{ScreenName::lesson, state.course->id, basis.lesson->id, {}}});
          }
        });
      });
      f.space(ui::Space::s);
    }
  });
  f.space(ui::Space::xxl);
}

}  // namespace

void summary(const summary::State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  const summary::Content content = summary::content(state, shared);
  const std::vector<std::string> trail{state.course->title, state.lesson->title};
  if (const auto part = ui::breadcrumb(f, "trail", trail); part && *part == 0) {
    actions.push_back(Go{{ScreenName::course, state.course->id, {}, {}}});
  }
  f.space(ui::Space::l);
  ui::heading(f, f.tr("Lesson complete"));
  f.space(ui::Space::xl);
  score_card(content, f);
  f.space(ui::Space::xxl);
  basis_card(state, content, f, actions);
  rows(state, content.revisit, false, f.tr("Worth another look"), f, actions);
  rows(state, content.right, true, f.tr("What you know"), f, actions);
  if (!content.concepts.empty()) {
    ui::subheading(f, f.tr("Concepts of this lesson"));
    f.space(ui::Space::m);
    f.flow(ui::Space::s, [&] {
      for (const course::Concept* each : content.concepts) {
        if (ui::chip_button(f, "concept-" + each->id.str(), each->name)) {
          actions.push_back(Go{{ScreenName::course, state.course->id, {}, each->id}});
        }
      }
    });
    f.space(ui::Space::xxl);
  }
  next_card(state, content, f, actions);
}

}  // namespace views
