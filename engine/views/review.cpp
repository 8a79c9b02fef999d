#include "screens/review.h"

#include <array>
#include <cmath>

#include "text/catalogue.h"
#include "text/number.h"
#include "ui/widgets/answers.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/navigation.h"
#include "views/peek.h"
#include "views/phrases.h"
#include "views/question.h"
#include "views/return_line.h"
#include "views/views.h"

namespace views {
namespace {

using namespace screens;
using text::fill;
using ui::Key;

constexpr float kColumn = 720;

void act(Actions& actions, review::Action action) { actions.push_back(std::move(action)); }

ui::Tone tone_of(memory::Grade grade) {
  switch (grade) {
    case memory::Grade::again: return ui::Tone::bad;
    case memory::Grade::hard: return ui::Tone::warn;
    case memory::Grade::good: return ui::Tone::accent;
    case memory::Grade::easy: return ui::Tone::good;
  }
  return ui::Tone::ink;
}

/// "Review ▬▬▬▭▭▭ 4 of 12 [Esc] stop"
void top_line(const review::State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  const review::HowFar far = review::how_far(state, shared);
  const std::string count =
      fill(f.tr("{step} of {steps}"), {{"step", std::to_string(far.at)}, {"steps", std::to_string(far.of)}});
  const std::string name = f.tr("Review"), stop = f.tr("stop");
  const auto wide = [&](const std::string& words) { return f.paint().text_width(words, ui::style::small) + 4; };
  const ui::ButtonOptions stops{.kind = ui::ButtonOptions::Kind::quiet, .key = {Key::escape}, .small = true};
  f.row({ui::fixed(wide(name)), ui::share(), ui::fixed(wide(count)), ui::fixed(ui::button_width(f, stop, stops))},
        {.gap = ui::Space::m, .fit = ui::Fit::middle}, [&](int cell) {
          if (cell == 0) ui::words(f, name, ui::style::small, ui::Tone::soft);
          if (cell == 1) ui::progress_bar(f, static_cast<float>(far.share));
          if (cell == 2) ui::words(f, count, ui::style::small, ui::Tone::soft);
          if (cell == 3 && ui::button(f, "stop", stop, stops)) act(actions, review::Stop{});
        });
}

/// What the question is about, when it was seen, and what is foretold of it.
void about(const review::Card& card, const Shared& shared, ui::Frame& f) {
  f.flow(ui::Space::m, [&] {
    const auto& concepts = review::asked(card).concepts;
    const course::Concept* known = concepts.empty() ? nullptr : card.course->concept_of(concepts.front());
    ui::chip(f, known ? known->name : card.lesson->title);
    if (card.last != base::TimePoint{}) {
      ui::label(f,
                fill(f.tr("last seen {when} · predicted recall {share}"),
                     {{"when", ago_words(card.last, shared, f.words())},
                      {"share", text::format_percent(card.recall, f.words().language())}}),
                ui::style::small, ui::Tone::soft);
    }
  });
}

void ask(const review::Card& card, const Shared& shared, ui::Frame& f, Actions& actions) {
  const auto number = [&card](std::string_view id) { return note_number(*card.lesson, id); };
  const explore::State* explorable = card.explorable ? &*card.explorable : nullptr;
  QuestionEvents events = question(f, {review::asked(card), card.answer, true, number, explorable});
  follow(events.followed, *card.course, shared.peek ? &*shared.peek : nullptr, actions);
  if (events.explored) act(actions, review::Explore{*events.explored});
  if (events.show_reached) act(actions, review::ShowReached{});
  if (events.certainty) act(actions, review::SetCertainty{*events.certainty});
  if (events.edited) act(actions, review::Edit{std::move(*events.edited)});
}

/// How well one knew it, each with when it comes back then.
void grades(const review::Card& card, const Shared& shared, ui::Frame& f, Actions& actions) {
  ui::words(f, f.tr("How well did you know it?"), ui::style::small, ui::Tone::soft);
  f.space(ui::Space::s);
  constexpr auto& all = memory::kGrades;
  constexpr std::array keys{Key::d1, Key::d2, Key::d3, Key::d4};
  f.group("grades", [&] {
    f.grid(static_cast<int>(all.size()), 150, ui::Space::m, [&](int cell) {
      const auto i = static_cast<std::size_t>(cell);
      const std::string when = return_words(card.returns->dues[i], shared, f.words());
      if (ui::rating(f, "grade-" + std::to_string(i + 1), grade_name(all[i], f.words()),
                     {.tone = tone_of(all[i]), .detail = when, .key = {keys[i]}, .proposed = all[i] == card.grade}))
        act(actions, review::Grade{all[i]});
    });
  });
  f.space(ui::Space::l);
  f.flow(ui::Space::m, [&] {
    const std::string label = fill(f.tr("Next, with “{grade}”"), {{"grade", grade_name(card.grade, f.words())}});
    if (ui::button(f, "next", label, {.kind = ui::ButtonOptions::Kind::primary, .key = {Key::enter}}))
      act(actions, review::Next{});
  });
  if (f.pressed(Key::space)) act(actions, review::Next{});
}

ui::Shortcut check_key(const review::Card& card) {
  const bool writing = std::holds_alternative<course::Open>(review::asked(card).kind) &&
                       card.answer.phase == QuestionState::Phase::answering;
  return {.key = Key::enter, .ctrl = writing};
}

void answer_buttons(const review::Card& card, ui::Frame& f, Actions& actions) {
  const course::Question& asked = review::asked(card);
  f.flow(ui::Space::m, [&] {
    const bool picks = review::answers_by_picking(asked);
    const bool marking = card.answer.phase == QuestionState::Phase::marking;
    if (!picks && ui::button(f, "check", marking ? f.tr("Keep this answer") : f.tr("Check"),
                             {.kind = ui::ButtonOptions::Kind::primary,
                              .key = check_key(card),
                              .enabled = can_check(asked, card.answer)}))
      act(actions, review::Check{});
    if (tries_to_hint(asked, card.answer) == 0 && ui::button(f, "hint", f.tr("Hint"), {.key = {Key::h}}))
      act(actions, review::ShowHint{});
    if (!marking && ui::button(f, "give-up", give_up_label(giving_up(asked, card.answer), f),
                               {.kind = ui::ButtonOptions::Kind::quiet, .key = {Key::n}}))
      act(actions, review::GiveUp{});
  });
}

/// What can be done with the question other than answer it.
void aside(const review::State& state, ui::Frame& f, Actions& actions) {
  using Kind = ui::ButtonOptions::Kind;
  const bool answered = state.card->returns.has_value();
  f.flow(ui::Space::s, [&] {
    if (!state.done.empty() &&
        ui::button(f, "undo", f.tr("Undo"), {.kind = Kind::quiet, .key = {.key = Key::z, .ctrl = true}, .small = true}))
      act(actions, review::Undo{});
    if (!answered && ui::button(f, "bury", f.tr("Not today"),
                                {.kind = Kind::quiet, .key = {.key = Key::t, .alt = true}, .small = true}))
      act(actions, review::Bury{});
    if (ui::button(f, "known", f.tr("Known already"),
                   {.kind = Kind::quiet,
                    .key = {.key = Key::k, .alt = true},
                    .small = true,
                    .tooltip = f.tr("Asked once more in three months, to be sure")}))
      act(actions, review::PutAside{learner::Standing::known});
    if (ui::button(f, "not-for-me", f.tr("Not for me"),
                   {.kind = Kind::quiet,
                    .key = {.key = Key::x, .alt = true},
                    .small = true,
                    .tooltip = f.tr("Never asked again, unless you bring it back on the course’s page")}))
      act(actions, review::PutAside{learner::Standing::not_for_me});
  });
}

void asking(const review::State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  const review::Card& card = *state.card;
  const bool looks = looks_now(f, state.look_serial);
  top_line(state, shared, f, actions);
  f.space(ui::Space::xxl);
  f.scope(std::to_string(card.index) + "." + std::to_string(card.answer.seed), [&] {
    f.centered(kColumn, [&] {
      const float top = f.y();
      about(card, shared, f);
      f.space(ui::Space::m);
      ask(card, shared, f, actions);
      f.space(ui::Space::xl);
      if (card.returns)
        grades(card, shared, f, actions);
      else
        answer_buttons(card, f, actions);
      f.space(ui::Space::l);
      aside(state, f, actions);
      const float high = f.y() - top;
      if (looks) f.reveal({f.x(), f.y() - std::min(high, f.size().y - 48), f.width(), std::min(high, f.size().y - 48)});
    });
  });
}

void nothing_due(const Shared& shared, ui::Frame& f, Actions& actions) {
  std::string words = f.tr(
      "Nothing is due. Questions that you answer in lessons and quizzes come back here when they are about to be "
      "forgotten.");
  if (const auto next = review::next_due(shared))
    words = fill(f.tr("Nothing is due now. The next question comes {when}."),
                 {{"when", return_words(*next, shared, f.words())}});
  if (ui::empty_state(f, "nothing", ui::Icon::check, words, f.tr("Back to today")))
    actions.push_back(Go{{ScreenName::today, {}, {}, {}}});
}

void start(const Shared& shared, ui::Frame& f, Actions& actions) {
  ui::heading(f, f.tr("Review"));
  f.space(ui::Space::xl);
  if (shared.questions.empty())
    return ui::words(f, f.tr("The courses are being read."), ui::style::body, ui::Tone::soft);
  if (!shared.reviews_read) return ui::words(f, f.tr("Your history is being read."), ui::style::body, ui::Tone::soft);
  const std::size_t due = shared.due.questions;
  if (due == 0) return nothing_due(shared, f, actions);
  ui::card(f, [&] {
    ui::words(f, f.words().trn("{n} question is due", "{n} questions are due", due), ui::style::title);
    f.space(ui::Space::xs);
    ui::words(f,
              f.tr("Those most likely to be forgotten come first, mixed across concepts and courses. You can stop at "
                   "any time: "
                   "what you answered is kept."),
              ui::style::body, ui::Tone::soft);
    f.space(ui::Space::l);
    f.flow(ui::Space::m, [&] {
      std::string label = due == 1 ? f.tr("This one") : fill(f.tr("All {n}"), {{"n", std::to_string(due)}});
      if (shared.due.minutes > 0) label += " · " + minutes(shared.due.minutes, f.words());
      if (ui::button(f, "all", label, {.kind = ui::ButtonOptions::Kind::primary, .key = {Key::enter}}))
        act(actions, review::Begin{review::Length::all});
      if (ui::button(f, "minutes", f.tr("5 minutes"), {.key = {Key::d5}}))
        act(actions, review::Begin{review::Length::five_minutes});
      if (due > 20 && ui::button(f, "twenty", f.tr("20 questions"), {.key = {Key::d2}}))
        act(actions, review::Begin{review::Length::twenty});
    });
  });
}

void done(const review::State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  const review::Tally tally = review::tally(state);
  const std::size_t left = shared.due.questions;
  ui::heading(f, left == 0 ? f.tr("That was all for now") : f.tr("Review"));
  f.space(ui::Space::xl);
  ui::card(f, [&] {
    if (tally.answered == 0) {
      ui::words(f, f.tr("Nothing was answered."), ui::style::title);
    } else {
      ui::words(
          f,
          fill(f.words().trn("You knew {known} of {n} question.", "You knew {known} of {n} questions.", tally.answered),
               {{"known", std::to_string(tally.known)}}),
          ui::style::title);
      f.space(ui::Space::xs);
      ui::words(f,
                fill(f.tr("The model had expected {foretold}."),
                     {{"foretold", text::format_number(tally.foretold, 1, f.words().language())}}),
                ui::style::body, ui::Tone::soft);
    }
    if (left > 0) {
      ui::words(f, f.words().trn("{n} question is still due.", "{n} questions are still due.", left), ui::style::body,
                ui::Tone::soft);
    } else if (const auto next = review::next_due(shared)) {
      ui::words(f, fill(f.tr("The next question comes {when}."), {{"when", return_words(*next, shared, f.words())}}),
                ui::style::body, ui::Tone::soft);
    }
    f.space(ui::Space::l);
    f.flow(ui::Space::m, [&] {
      using Kind = ui::ButtonOptions::Kind;
      if (ui::button(f, "today", f.tr("Back to today"), {.kind = Kind::primary, .key = {Key::enter}}))
        actions.push_back(Go{{ScreenName::today, {}, {}, {}}});
      if (left > 0 && ui::button(f, "more", f.tr("Go on"), {.key = {Key::g}}))
        act(actions, review::Begin{state.length});
      if (!state.done.empty() &&
          ui::button(f, "undo", f.tr("Undo"), {.kind = Kind::quiet, .key = {.key = Key::z, .ctrl = true}}))
        act(actions, review::Undo{});
    });
  });
}

}  // namespace

void review(const review::State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  switch (state.page) {
    case review::Page::start: return start(shared, f, actions);
    case review::Page::asking: return asking(state, shared, f, actions);
    case review::Page::done: return done(state, shared, f, actions);
  }
}

}  // namespace views
