// What came of a quiz: the score, by concept, and every question with what was right.

#include <algorithm>

#include "text/markdown.h"
#include "text/number.h"
#include "ui/widgets/feedback.h"
#include "views/phrases.h"
#include "views/question.h"
#include "views/quiz.h"

namespace views {
namespace {

using namespace screens;
using quiz::Item;
using quiz::Mark;
using quiz::State;
using text::fill;

ui::Icon icon_of(Mark mark) {
  switch (mark) {
    case Mark::right: return ui::Icon::check;
    case Mark::partly: return ui::Icon::half;
    case Mark::wrong: return ui::Icon::cross;
    case Mark::answered: return ui::Icon::dot;
    case Mark::open: break;
  }
  return ui::Icon::none;
}

ui::Tone tone_of(Mark mark) {
  switch (mark) {
    case Mark::right: return ui::Tone::good;
    case Mark::partly: return ui::Tone::warn;
    case Mark::wrong: return ui::Tone::bad;
    case Mark::answered: return ui::Tone::accent;
    case Mark::open: break;
  }
  return ui::Tone::soft;
}

/// A small triangle in the upper right corner.
void paint_flag(ui::Frame& f, ui::Rect box) {
  constexpr float kSide = 12;
  const ui::Vec corner{box.right() - 2, box.y + 2};
  const ui::Vec points[] = {{corner.x - kSide, corner.y}, corner, {corner.x, corner.y + kSide}};
  f.paint().polygon(points, f.theme().warn);
}

bool strip_box(const State& state, std::size_t index, ui::Frame& f) {
  constexpr float kWidth = 38, kHeight = 40, kIcon = 12;
  const Item& item = state.items[index];
  const Mark mark = quiz::mark(state, item);
  const ui::Theme& theme = f.theme();
  const bool current = index == state.at;
  const ui::Rect box = f.place(kWidth, kHeight);
  const ui::Response r = f.item("go-" + std::to_string(index), box);
  f.paint().fill(box, mark == Mark::open ? theme.surface : ui::soft_of(theme, tone_of(mark)),
                 ui::metrics::small_corner);
  f.paint().border(box, {current || r.hovered ? theme.accent : theme.line, current ? 2.0f : 1.0f},
                   ui::metrics::small_corner);
  if (item.flagged) paint_flag(f, box);
  const float number = mark == Mark::open ? kHeight : kHeight - 14;
  f.paint().text_in({box.x, box.y, box.w, number}, std::to_string(index + 1),
                    current ? ui::style::small_strong : ui::style::small, theme.ink, ui::Align::center);
  if (mark != Mark::open)
    ui::draw_icon(f.paint(), icon_of(mark), {box.x + (kWidth - kIcon) / 2, box.bottom() - kIcon - 5, kIcon, kIcon},
                  ui::color_of(theme, tone_of(mark)));
  if (r.ring) f.focus_ring(box, ui::metrics::small_corner);
  return r.clicked;
}

const learner::QuizRun* run_of(const State& state, const Shared& shared) {
  const learner::QuizProgress* known = quiz::record_of(state, shared);
  return known && state.result < known->record.size() ? &known->record[state.result] : nullptr;
}

std::string verdict_words(const learner::QuizRun& run, double share, ui::Frame& f) {
  constexpr double kClose = 1e-9;
  if (run.start.pass <= 0) return {};
  const std::string needed = text::format_percent(run.start.pass, f.words().language());
  return share + kClose >= run.start.pass ? fill(f.tr("Passed; {share} were needed."), {{"share", needed}})
                                          : fill(f.tr("Not passed yet; {share} are needed."), {{"share", needed}});
}

void score_card(const learner::QuizRun& run, ui::Frame& f) {
  const learner::Points points = learner::score(run.finish);
  ui::card(f, [&] {
    f.row({ui::fixed(88), ui::share()}, {.gap = ui::Space::xl, .fit = ui::Fit::middle}, [&](int cell) {
      if (cell == 0)
        return ui::progress_ring(f, static_cast<float>(points.share()),
                                 text::format_percent(points.share(), f.words().language()), 84, ui::Tone::accent);
      ui::words(f, points_words(points, f), ui::style::title);
      const std::string verdict = verdict_words(run, points.share(), f);
      if (!verdict.empty()) ui::words(f, verdict, ui::style::body);
      if (const learner::CertaintyScore sure = learner::certainty_score(run.finish); sure.questions > 0)
        ui::words(f,
                  fill(f.tr("Certainty marks: {marks} of {possible}"),
                       {{"marks", signed_number(sure.marks, f.words())}, {"possible", std::to_string(sure.possible)}}));
      if (run.finish.time_up) ui::words(f, f.tr("Handed in when the time was up."), ui::style::body, ui::Tone::soft);
      const auto minutes = std::chrono::ceil<std::chrono::minutes>(run.finish.took).count();
      ui::words(f,
                f.words().trn("It took {n} minute.", "It took {n} minutes.",
                              static_cast<std::uint64_t>(std::max<long>(1, minutes))),
                ui::style::body, ui::Tone::soft);
    });
  });
}

void concept_row(const State& state, const quiz::ConceptRow& row, ui::Frame& f, Actions& actions) {
  f.scope(row.id.str(), [&] {
    const std::string& language = f.words().language();
    ui::two_sides(f, row.name, ui::style::strong, ui::Tone::ink, text::format_percent(row.points.share(), language),
                  ui::style::small_strong, ui::Tone::ink);
    f.space(ui::Space::xs);
    ui::progress_bar(f, static_cast<float>(row.points.share()));
    f.space(ui::Space::xs);
    f.flow(ui::Space::m, [&] {
      ui::label(f, points_words(row.points, f), ui::style::small, ui::Tone::soft);
      for (const course::Lesson* lesson : row.lessons) {
        if (ui::link(f, "lesson-" + lesson->id.str(), lesson->title, ui::style::small))
          actions.push_back(Go{{ScreenName::lesson, state.course->id, lesson->id, {}, {}}});
      }
    });
  });
  f.space(ui::Space::l);
}

void concepts(const State& state, const learner::QuizRun& run, ui::Frame& f, Actions& actions) {
  const auto rows = quiz::by_concept(state, run.finish);
  if (rows.empty()) return;
  ui::subheading(f, f.tr("By concept, weakest first"));
  f.space(ui::Space::m);
  for (const quiz::ConceptRow& row : rows) concept_row(state, row, f, actions);
  f.space(ui::Space::l);
}

void question_rows(const State& state, ui::Frame& f, Actions& actions) {
  ui::subheading(f, f.tr("Question by question"));
  f.space(ui::Space::m);
  f.group("questions", [&] {
    for (std::size_t i = 0; i < state.items.size(); ++i) {
      const Item& item = state.items[i];
      const Mark mark = quiz::mark(state, item);
      const bool marked = course::is_marked(item.question);
      const learner::Points points{item.answer.earned * item.points, item.points};
      const bool open = ui::card_button(f, "question-" + std::to_string(i), {.padding = 14}, [&] {
        f.row({ui::fixed(20), ui::share(), ui::fixed(130)}, {.gap = ui::Space::m, .fit = ui::Fit::middle},
              [&](int cell) {
                if (cell == 0) return ui::icon(f, icon_of(mark), 16, tone_of(mark));
                if (cell == 1) return ui::words(f, text::first_words(item.question.ask));
                ui::words(f, marked ? points_words(points, f) : f.tr("not counted"), ui::style::small, ui::Tone::soft,
                          ui::Align::end);
              });
      });
      if (open) actions.push_back(quiz::Action{quiz::Review{i}});
      f.space(ui::Space::s);
    }
  });
}

void review_buttons(const State& state, ui::Frame& f, Actions& actions) {
  f.flow(ui::Space::m, [&] {
    const bool last = state.at + 1 >= state.items.size();
    if (ui::button(f, "main", last ? f.tr("Back to the result") : f.tr("Next question"),
                   {.kind = ui::ButtonOptions::Kind::primary, .key = {ui::Key::enter}}))
      actions.push_back(last ? quiz::Action{quiz::ShowResult{state.result}} : quiz::Action{quiz::Show{state.at + 1}});
    if (state.at > 0 &&
        ui::button(f, "back", f.tr("Back"),
                   {.kind = ui::ButtonOptions::Kind::quiet, .key = {.key = ui::Key::left, .alt = true}}))
      actions.push_back(quiz::Action{quiz::Show{state.at - 1}});
    if (!last && ui::button(f, "result", f.tr("Back to the result"), {.kind = ui::ButtonOptions::Kind::quiet}))
      actions.push_back(quiz::Action{quiz::ShowResult{state.result}});
  });
}

}  // namespace

std::optional<std::size_t> quiz_strip(const State& state, ui::Frame& f) {
  std::optional<std::size_t> clicked;
  f.group("strip", [&] {
    f.flow(ui::Space::s, [&] {
      for (std::size_t i = 0; i < state.items.size(); ++i) {
        if (strip_box(state, i, f)) clicked = i;
      }
    });
  });
  return clicked;
}

void quiz_result(const State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  const learner::QuizRun* run = run_of(state, shared);
  if (!run) return;
  ui::heading(f, quiz_title(state, f));
  f.space(ui::Space::xl);
  score_card(*run, f);
  f.space(ui::Space::l);
  f.flow(ui::Space::m, [&] {
    if (!state.items.empty() && ui::button(f, "review", f.tr("Go through the questions"),
                                           {.kind = ui::ButtonOptions::Kind::primary, .key = {ui::Key::enter}}))
      actions.push_back(quiz::Action{quiz::Review{0}});
    const bool fresh = !state.quiz.pools.empty() && !state.quiz.seed;
    if (state.questions > 0 && ui::button(f, "again", fresh ? f.tr("Again with fresh questions") : f.tr("Once more")))
      actions.push_back(quiz::Action{quiz::Begin{}});
    if (!state.items.empty()) print_button(shared, f, actions);
    if (ui::button(f, "start", f.tr("All results"), {.kind = ui::ButtonOptions::Kind::quiet}))
      actions.push_back(quiz::Action{quiz::ShowStart{}});
  });
  f.space(ui::Space::xxl);
  concepts(state, *run, f, actions);
  question_rows(state, f, actions);
}

void quiz_review(const State& state, ui::Frame& f, Actions& actions) {
  if (state.items.empty()) return;
  const auto main = [&] {
    quiz_question(state, state.at, false, f, actions);
    f.space(ui::Space::xl);
    review_buttons(state, f, actions);
  };
  const auto side = [&] {
    ui::words(f, f.tr("Question by question"), ui::style::small_strong, ui::Tone::soft);
    f.space(ui::Space::s);
    if (const auto chosen = quiz_strip(state, f)) actions.push_back(quiz::Action{quiz::Show{*chosen}});
    f.space(ui::Space::l);
    if (const course::Lesson* lesson = state.course->lesson(state.items[state.at].lesson)) {
      if (ui::link(f, "lesson", fill(f.tr("Look again: {part}"), {{"part", lesson->title}}), ui::style::small))
        actions.push_back(Go{{ScreenName::lesson, state.course->id, lesson->id, {}, {}}});
    }
  };
  quiz_columns(f, main, side);
}

}  // namespace views
