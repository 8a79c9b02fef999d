#include "views/quiz.h"

#include <algorithm>

#include "learner/quiz_progress.h"
#include "text/number.h"
#include "ui/rich.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/navigation.h"
#include "views/phrases.h"
#include "views/question.h"

namespace views {
namespace {

using namespace screens;
using quiz::State;
using text::fill;

/// One line of what to expect, with its icon.
void fact(ui::Frame& f, ui::Icon icon, const std::string& words) {
  f.row({ui::fixed(22), ui::share()}, {.gap = ui::Space::m, .fit = ui::Fit::top}, [&](int cell) {
    if (cell == 0) {
      f.space(3.0f);
      return ui::icon(f, icon, 16, ui::Tone::soft);
    }
    ui::words(f, words);
  });
  f.space(ui::Space::s);
}

std::string feedback_words(const State& state, ui::Frame& f) {
  return state.quiz.feedback == course::Quiz::Feedback::end
             ? f.tr("You learn what was right when you hand in; until then you can change every answer.")
             : f.tr("You learn what was right after each answer.");
}

void facts(const State& state, ui::Frame& f) {
  const std::string count = f.words().trn("{n} question", "{n} questions", state.questions);
  const bool drawn = !state.quiz.pools.empty() && !state.quiz.seed;
  fact(f, ui::Icon::question, drawn ? fill(f.tr("{questions}, drawn anew each time"), {{"questions", count}}) : count);
  if (state.quiz.minutes > 0)
    fact(f, ui::Icon::clock,
         fill(f.tr("{time}; the time goes on when you leave"), {{"time", minutes(state.quiz.minutes, f.words())}}));
  else
    fact(f, ui::Icon::clock, f.tr("No time limit; you can stop and go on later."));
  fact(f, ui::Icon::lightbulb, feedback_words(state, f));
  if (state.quiz.pass > 0)
    fact(f, ui::Icon::check,
         fill(f.tr("{share} of the points are needed to pass."),
              {{"share", text::format_percent(state.quiz.pass, f.words().language())}}));
}

/// "Sunday 22 November, 18:05"
std::string when(base::TimePoint at, std::chrono::minutes offset, ui::Frame& f) {
  const auto local = at + offset;
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::minutes>(local - day));
  char clock[16];
  std::snprintf(clock, sizeof clock, "%02d:%02d", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()));
  return fill(f.tr("{date}, {time}"),
              {{"date", long_date(std::chrono::year_month_day(day), f.words())}, {"time", clock}});
}

void earlier(const State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  constexpr std::size_t kShown = 10;
  const learner::QuizProgress* known = quiz::record_of(state, shared);
  if (!known || known->record.empty()) return;
  f.space(ui::Space::xxl);
  ui::subheading(f, f.tr("Earlier results"));
  f.space(ui::Space::m);
  f.group("earlier", [&] {
    for (std::size_t n = 0; n < std::min(kShown, known->record.size()); ++n) {
      const std::size_t index = known->record.size() - 1 - n;
      const learner::QuizRun& run = known->record[index];
      const learner::Points points = learner::score(run.finish);
      const bool open = ui::card_button(f, "result-" + std::to_string(index), {.padding = 14}, [&] {
        f.row({ui::share(), ui::fixed(150), ui::fixed(64)}, {.gap = ui::Space::m, .fit = ui::Fit::middle},
              [&](int cell) {
                if (cell == 0) return ui::words(f, when(run.finished_at, shared.utc_offset, f));
                if (cell == 1)
                  return ui::words(f, points_words(points, f), ui::style::small, ui::Tone::soft, ui::Align::end);
                ui::words(f, text::format_percent(points.share(), f.words().language()), ui::style::small_strong,
                          ui::Tone::ink, ui::Align::end);
              });
      });
      if (open) actions.push_back(quiz::Action{quiz::ShowResult{index}});
      f.space(ui::Space::s);
    }
  });
}

void start_page(const State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  ui::heading(f, quiz_title(state, f));
  if (!state.quiz.summary.empty()) {
    f.space(ui::Space::s);
    ui::rich(f, "summary", state.quiz.summary, {.tone = ui::Tone::soft});
  }
  f.space(ui::Space::xl);
  if (!state.whole) return ui::words(f, f.tr("The lessons are being read."), ui::style::body, ui::Tone::soft);
  if (state.questions == 0) {
    if (ui::empty_state(f, "nothing", ui::Icon::question, f.tr("There is nothing to ask about this yet."),
                        f.tr("Back to the course")))
      actions.push_back(Go{{ScreenName::course, state.course->id, {}, {}, {}}});
    return;
  }
  ui::card(f, [&] {
    facts(state, f);
    f.space(ui::Space::m);
    f.flow(ui::Space::m, [&] {
      if (ui::button(f, "begin", f.tr("Begin"), {.kind = ui::ButtonOptions::Kind::primary, .key = {ui::Key::enter}}))
        actions.push_back(quiz::Action{quiz::Begin{}});
      print_button(shared, f, actions);
    });
  });
  earlier(state, shared, f, actions);
}

void questions(const State& state, ui::Frame& f, Actions& actions) {
  using quiz::Asking;
  const std::size_t missing = state.items.size() - std::min(state.items.size(), quiz::count_answered(state));
  if (state.asking == Asking::hand_in) {
    const auto event = ui::dialog(
        f, "hand-in", f.tr("Hand in now?"), {.confirm = f.tr("Hand in"), .cancel = f.tr("Go on answering")}, [&] {
          if (missing > 0)
            ui::words(f, f.words().trn("{n} question is not answered; it earns nothing.",
                                       "{n} questions are not answered; they earn nothing.", missing));
          if (const std::size_t flagged = quiz::count_flagged(state); flagged > 0)
            ui::words(f, f.words().trn("{n} question is flagged.", "{n} questions are flagged.", flagged));
        });
    if (event == ui::DialogEvent::confirmed) actions.push_back(quiz::Action{quiz::HandIn{true}});
    if (event == ui::DialogEvent::cancelled) actions.push_back(quiz::Action{quiz::StopAsking{}});
  }
  if (state.asking == Asking::abandon) {
    const auto event = ui::dialog(
        f, "abandon", f.tr("Give up this quiz?"),
        {.confirm = f.tr("Give it up"), .cancel = f.tr("Go on answering"), .danger = true}, [&] {
          ui::words(f, f.tr("Your answers stay in your history, but there will be no result. To go on later, just "
                            "leave: everything is kept."));
        });
    if (event == ui::DialogEvent::confirmed) actions.push_back(quiz::Action{quiz::Abandon{true}});
    if (event == ui::DialogEvent::cancelled) actions.push_back(quiz::Action{quiz::StopAsking{}});
  }
}

}  // namespace

std::string quiz_title(const State& state, ui::Frame& f) {
  if (!course::is_quiz_me(state.quiz.id)) return state.quiz.title;
  return fill(f.tr("Quiz me: {title}"), {{"title", state.quiz.title}});
}

void print_button(const Shared& shared, ui::Frame& f, Actions& actions) {
  const ui::ButtonOptions options{.key = {.key = ui::Key::p, .ctrl = true}, .enabled = !shared.printing};
  if (ui::button(f, "print", shared.printing ? f.tr("Printing…") : f.tr("Print with its key"), options))
    actions.push_back(quiz::Action{quiz::Print{}});
}

std::string points_words(const learner::Points& points, ui::Frame& f) {
  const std::string& language = f.words().language();
  return fill(
      f.words().trn("{earned} of {possible} point", "{earned} of {possible} points", points.possible == 1 ? 1 : 2),
      {{"earned", text::format_number(points.earned, 2, language)},
       {"possible", text::format_number(points.possible, 2, language)}});
}

void quiz(const State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  const std::vector<std::string> trail{state.course->title, quiz_title(state, f)};
  if (const auto part = ui::breadcrumb(f, "trail", trail)) {
    if (*part == 0)
      actions.push_back(Go{{ScreenName::course, state.course->id, {}, {}, {}}});
    else
      actions.push_back(quiz::Action{quiz::ShowStart{}});
  }
  f.space(ui::Space::l);
  switch (state.page) {
    case quiz::Page::start: return start_page(state, shared, f, actions);
    case quiz::Page::running: quiz_running(state, f, actions); break;
    case quiz::Page::marking: quiz_marking(state, f, actions); break;
    case quiz::Page::result: return quiz_result(state, shared, f, actions);
    case quiz::Page::review: return quiz_review(state, f, actions);
  }
  questions(state, f, actions);
}

}  // namespace views
