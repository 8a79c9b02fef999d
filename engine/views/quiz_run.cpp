// A quiz while it runs: one question, or all of them, with the strip and the clock beside.

#include <algorithm>

#include "text/catalogue.h"
#include "text/number.h"
#include "ui/widgets/feedback.h"
#include "views/phrases.h"
#include "views/question.h"
#include "views/quiz.h"

namespace views {
namespace {

using namespace screens;
using quiz::Item;
using quiz::MainButton;
using quiz::State;
using text::fill;
using ui::Key;
using Phase = QuestionState::Phase;

constexpr ui::Shortcut kBack{.key = Key::left, .alt = true};
constexpr ui::Shortcut kForward{.key = Key::right, .alt = true};

std::string left_words(base::Duration left, ui::Frame& f) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
  if (seconds <= 60)
    return f.words().trn("{n} second left", "{n} seconds left", static_cast<std::uint64_t>(std::max<long>(0, seconds)));
  return f.words().trn("{n} minute left", "{n} minutes left", static_cast<std::uint64_t>((seconds + 59) / 60));
}

void timer(const State& state, ui::Frame& f, Actions& actions) {
  if (!state.timer.limited()) return;
  f.row({ui::fixed(20), ui::share()}, {.gap = ui::Space::s, .fit = ui::Fit::middle}, [&](int cell) {
    if (cell == 0) return ui::icon(f, ui::Icon::clock, 16, ui::Tone::soft);
    f.flow(ui::Space::m, [&] {
      if (!state.timer.hidden) ui::label(f, left_words(state.timer.left(), f), ui::style::small_strong);
      const std::string words = state.timer.hidden ? f.tr("Show the time") : f.tr("Hide");
      if (ui::link(f, "hide-time", words, ui::style::small))
        actions.push_back(quiz::Action{quiz::HideTimer{!state.timer.hidden}});
    });
  });
  f.space(ui::Space::l);
}

void announcement(const State& state, ui::Frame& f, Actions& actions) {
  if (state.timer.told == 0) return;
  const std::string words =
      f.words().trn("{n} minute left.", "{n} minutes left.", static_cast<std::uint64_t>(state.timer.told));
  if (ui::banner(f, "time", words, {.tone = ui::Tone::warn, .icon = ui::Icon::clock, .closable = true}) ==
      ui::BannerEvent::closed)
    actions.push_back(quiz::Action{quiz::DismissAnnouncement{}});
  f.space(ui::Space::l);
}

/// F, unless one types, or the sixth choice of the question has that letter.
ui::Shortcut flag_key(const Item& item) {
  const course::Kind& kind = item.question.kind;
  const auto* choices = std::get_if<course::Choices>(&kind);
  const bool types = std::holds_alternative<course::Number>(kind) || std::holds_alternative<course::Answers>(kind) ||
                     std::holds_alternative<course::Blanks>(kind) || std::holds_alternative<course::Open>(kind);
  return {.key = Key::f, .ctrl = types || (choices && choices->choices.size() > 5)};
}

void flag_button(const State& state, std::size_t index, bool keys, ui::Frame& f, Actions& actions) {
  const Item& item = state.items[index];
  ui::ButtonOptions options{.kind = ui::ButtonOptions::Kind::quiet};
  if (keys) options.key = flag_key(item);
  if (ui::button(f, "flag", item.flagged ? f.tr("Take the flag off") : f.tr("Flag"), options))
    actions.push_back(quiz::Action{quiz::Flag{index}});
}

/// In a text of several lines Enter begins a new one.
ui::Shortcut enter_key(const Item& item) {
  const bool writing =
      std::holds_alternative<course::Open>(item.question.kind) && item.answer.phase == Phase::answering;
  return {.key = Key::enter, .ctrl = writing};
}

std::string main_label(MainButton button, const Item* item, ui::Frame& f) {
  const bool keeps =
      item && (item->answer.phase == Phase::marking || std::holds_alternative<course::Scale>(item->question.kind));
  switch (button) {
    case MainButton::check: return keeps ? f.tr("Keep this answer") : f.tr("Check");
    case MainButton::try_again: return f.tr("Try again");
    case MainButton::next: return f.tr("Next question");
    case MainButton::hand_in: return f.tr("Hand in");
    case MainButton::see_result:
    case MainButton::done_marking: return f.tr("See the result");
  }
  return {};
}

void dont_know(const State& state, std::size_t index, bool keys, ui::Frame& f, Actions& actions) {
  const Item& item = state.items[index];
  if (state.at_end() || item.answer.phase == Phase::done || item.answer.phase == Phase::marking) return;
  ui::ButtonOptions options{.kind = ui::ButtonOptions::Kind::quiet};
  if (keys) options.key = {Key::n};
  const std::string label = give_up_label(giving_up(item.question, item.answer), f);
  if (ui::button(f, "give-up", label, options)) actions.push_back(quiz::Action{quiz::GiveUp{index}});
}

void tries_words(const State& state, const Item& item, ui::Frame& f) {
  const int left = tries_left(item.question, item.answer);
  if (state.at_end() || item.answer.attempt == 0 || left == 0) return;
  ui::label(f, f.words().trn("{n} try left", "{n} tries left", static_cast<std::uint64_t>(left)), ui::style::small,
            ui::Tone::soft);
}

/// Under a question that stands alone.
void buttons(const State& state, ui::Frame& f, Actions& actions) {
  const quiz::Main main = quiz::main_button(state);
  const Item& item = state.items[state.at];
  f.flow(ui::Space::m, [&] {
    if (ui::button(f, "main", main_label(main.button, &item, f),
                   {.kind = ui::ButtonOptions::Kind::primary, .key = enter_key(item), .enabled = main.enabled}))
      actions.push_back(quiz::Action{quiz::Continue{}});
    dont_know(state, state.at, true, f, actions);
    flag_button(state, state.at, true, f, actions);
    tries_words(state, item, f);
    f.break_line();
    if (state.at > 0 &&
        ui::button(f, "back", f.tr("Back"),
                   {.kind = ui::ButtonOptions::Kind::quiet, .key = kBack, .icon = ui::Icon::arrow_left}))
      actions.push_back(quiz::Action{quiz::Show{state.at - 1}});
    const bool skips = state.at + 1 < state.items.size() && main.button != MainButton::next;
    if (skips && ui::button(f, "skip", f.tr("Skip for now"), {.kind = ui::ButtonOptions::Kind::quiet, .key = kForward}))
      actions.push_back(quiz::Action{quiz::Show{state.at + 1}});
  });
  if (main.button == MainButton::next && f.pressed(kForward)) actions.push_back(quiz::Action{quiz::Continue{}});
}

/// Under each question of a page.
void page_buttons(const State& state, std::size_t index, ui::Frame& f, Actions& actions) {
  const Item& item = state.items[index];
  const bool active = index == state.at;
  const bool done = item.answer.phase == Phase::done;
  f.flow(ui::Space::m, [&] {
    if (!state.at_end() && !done) {
      const bool again = item.answer.phase == Phase::retry;
      ui::ButtonOptions options{.enabled = again || can_check(item.question, item.answer)};
      if (active) options.key = enter_key(item);
      if (ui::button(f, "check", main_label(again ? MainButton::try_again : MainButton::check, &item, f), options))
        actions.push_back(again ? quiz::Action{quiz::TryAgain{index}} : quiz::Action{quiz::Check{index}});
    }
    dont_know(state, index, active, f, actions);
    flag_button(state, index, active, f, actions);
    tries_words(state, item, f);
  });
  if (active && (state.at_end() || done) && f.pressed(enter_key(item)))
    actions.push_back(quiz::Action{quiz::Show{index + 1}});
}

/// One types at once into the question one turns to.
void focus_field(const Item& item, ui::Frame& f) {
  const course::Kind& kind = item.question.kind;
  const bool one_field = std::holds_alternative<course::Number>(kind) || std::holds_alternative<course::Answers>(kind);
  if (one_field && item.answer.phase == Phase::answering)
    f.scope(item.question.id.str(), [&] { f.focus("field"); });
  else
    f.blur();
}

void whole_page(const State& state, bool looks, ui::Frame& f, Actions& actions) {
  for (std::size_t i = 0; i < state.items.size(); ++i) {
    const float top = f.y();
    f.scope(i, [&] {
      quiz_question(state, i, i == state.at, f, actions);
      if (looks && i == state.at) focus_field(state.items[i], f);
      f.space(ui::Space::l);
      page_buttons(state, i, f, actions);
    });
    if (looks && i == state.at) f.reveal({f.x(), top - 16, f.width(), std::min(f.y() - top + 24, 480.0f)});
    f.space(ui::Space::l);
    ui::rule(f);
    f.space(ui::Space::xl);
  }
  if (ui::button(f, "main", main_label(quiz::main_button(state).button, nullptr, f),
                 {.kind = ui::ButtonOptions::Kind::primary, .key = {.key = Key::enter, .ctrl = true}}))
    actions.push_back(quiz::Action{quiz::Continue{}});
  if (state.at > 0 && f.pressed(kBack)) actions.push_back(quiz::Action{quiz::Show{state.at - 1}});
  if (f.pressed(kForward)) actions.push_back(quiz::Action{quiz::Show{state.at + 1}});
}

void single(const State& state, bool looks, ui::Frame& f, Actions& actions) {
  quiz_question(state, state.at, true, f, actions);
  f.space(ui::Space::xl);
  buttons(state, f, actions);
  // What was just checked shows its feedback, and the buttons, even where the question is long.
  constexpr float kFeedback = 280;
  const QuestionState& answer = state.items[state.at].answer;
  const bool told = !state.at_end() && (answer.attempt > 0 || answer.gave_up || answer.phase == Phase::marking);
  if (looks && told) f.reveal({f.x(), f.y() - kFeedback, f.width(), kFeedback + 24});
}

void side(const State& state, ui::Frame& f, Actions& actions) {
  timer(state, f, actions);
  const std::string words =
      fill(f.tr("{answered} of {count} answered"),
           {{"answered", std::to_string(quiz::count_answered(state))}, {"count", std::to_string(state.items.size())}});
  ui::words(f, words, ui::style::small, ui::Tone::soft);
  f.space(ui::Space::s);
  if (const auto chosen = quiz_strip(state, f)) actions.push_back(quiz::Action{quiz::Show{*chosen}});
  f.space(ui::Space::l);
  f.flow(ui::Space::m, [&] {
    const bool own_button = state.on_page() || quiz::main_button(state).button == MainButton::hand_in;
    if (!own_button && ui::button(f, "hand-in", f.tr("Hand in"), {.small = true}))
      actions.push_back(quiz::Action{quiz::HandIn{}});
    if (ui::button(f, "abandon", f.tr("Give up this quiz"), {.kind = ui::ButtonOptions::Kind::quiet, .small = true}))
      actions.push_back(quiz::Action{quiz::Abandon{}});
  });
}

/// A link opens, and so does what a note points at.
void follow(const State& state, const ui::RichEvent& event, Actions& actions) {
  if (event.kind == ui::RichEvent::Kind::link) actions.push_back(OpenLink{event.target});
  if (event.kind != ui::RichEvent::Kind::note) return;
  const course::Source* source = state.course->source(course::SourceId(event.target));
  if (source && !source->url.empty()) actions.push_back(OpenLink{source->url});
}

}  // namespace

void quiz_columns(ui::Frame& f, ui::Body main, ui::Body side) {
  const bool wide = f.width() >= ui::metrics::reading_column * 0.8f + ui::metrics::side_column;
  if (!wide) {
    side();
    f.space(ui::Space::xl);
    return main();
  }
  f.row({ui::share(), ui::fixed(ui::metrics::side_column)}, {.gap = ui::Space::xxl, .fit = ui::Fit::top},
        [&](int cell) {
          if (cell == 0) return main();
          // What stands beside stays while the page scrolls, unless the window is too low to show all of it.
          constexpr float kTop = ui::px(ui::Space::xl);
          const bool stays = f.recall("side-height") < f.size().y - 2 * kTop;
          const float height = f.within({f.x(), stays ? kTop : f.y(), f.width(), 0}, side);
          f.remember("side-height", height);
          if (!stays) f.space(height);
        });
}

void quiz_question(const State& state, std::size_t index, bool active, ui::Frame& f, Actions& actions) {
  const Item& item = state.items[index];
  std::string words = fill(f.tr("Question {number} of {count}"),
                           {{"number", std::to_string(index + 1)}, {"count", std::to_string(state.items.size())}});
  if (course::is_marked(item.question))
    words += " · " + fill(f.words().trn("{points} point", "{points} points", item.points == 1 ? 1 : 2),
                          {{"points", text::format_number(item.points, 2, f.words().language())}});
  if (item.flagged) words += " · " + f.tr("flagged");
  ui::words(f, words, ui::style::small, ui::Tone::soft);
  f.space(ui::Space::s);
  QuestionEvents events = question(f, {item.question, item.answer, active, {}});
  follow(state, events.followed, actions);
  if (events.certainty) actions.push_back(quiz::Action{quiz::SetCertainty{index, *events.certainty}});
  if (events.edited) actions.push_back(quiz::Action{quiz::Edit{index, std::move(*events.edited)}});
}

void quiz_running(const State& state, ui::Frame& f, Actions& actions) {
  if (state.items.empty()) {  // the course was rewritten meanwhile
    if (ui::empty_state(f, "gone", ui::Icon::question,
                        f.tr("The questions of this quiz are not in the course any more."), f.tr("Give it up")))
      actions.push_back(quiz::Action{quiz::Abandon{true}});
    return;
  }
  const bool looks = looks_now(f, state.look_serial);
  quiz_columns(
      f,
      [&] {
        announcement(state, f, actions);
        if (state.on_page())
          whole_page(state, looks, f, actions);
        else
          single(state, looks, f, actions);
      },
      [&] { side(state, f, actions); });
}

void quiz_marking(const State& state, ui::Frame& f, Actions& actions) {
  ui::heading(f, f.tr("Compare what you wrote"));
  f.space(ui::Space::s);
  ui::words(f, f.tr("Handed in. Tick what your answer says; no clock runs here."), ui::style::body, ui::Tone::soft);
  f.space(ui::Space::xl);
  for (std::size_t i = 0; i < state.items.size(); ++i) {
    if (state.items[i].answer.phase != Phase::marking) continue;
    quiz_question(state, i, false, f, actions);
    f.space(ui::Space::xl);
  }
  if (ui::button(f, "main", main_label(MainButton::done_marking, nullptr, f),
                 {.kind = ui::ButtonOptions::Kind::primary, .key = {Key::enter}}))
    actions.push_back(quiz::Action{quiz::Continue{}});
}

}  // namespace views
