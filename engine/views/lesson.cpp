#include "screens/lesson.h"

#include <algorithm>

#include "screens/spoken.h"
#include "text/catalogue.h"
#include "text/markdown.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/navigation.h"
#include "views/blocks.h"
#include "views/peek.h"
#include "views/question.h"
#include "views/return_line.h"
#include "views/views.h"

namespace views {
namespace {

using namespace screens;
using lesson::MainButton;
using lesson::State;
using text::fill;
using ui::Key;

/// When a question that was just answered comes back.
void comes_back(const State& state, const Shared& shared, const course::Step& step, ui::Frame& f, Actions& actions) {
  const auto found = state.returning.find(step.id);
  if (found == state.returning.end()) return;
  const lesson::Returning& returning = found->second;
  f.scope(step.id.str(), [&] {
    const ReturnEvents said = return_line(f, returning.returns, returning.grade, returning.standing, shared);
    if (said.grade) actions.push_back(lesson::Action{lesson::Regrade{step.id, *said.grade}});
    if (said.standing) actions.push_back(lesson::Action{lesson::PutAside{step.id, *said.standing}});
  });
}

void draw_step(const State& state, const Shared& shared, const course::Step& step, bool active, bool opens,
               ui::Frame& f, Actions& actions) {
  const Peek* shown = shared.peek ? &*shared.peek : nullptr;
  const auto number = [&state](std::string_view id) { return note_number(*state.lesson, id); };
  const course::Question* asked = step.question();
  if (!asked) {
    const BlockEvents events = block(f, step, {state, opens, number});
    follow(events.followed, *state.course, shown, actions);
    if (events.enlarged) {
      const auto& picture = std::get<course::Picture>(step.content);
      actions.push_back(ShowPicture{picture.file, picture.alt, text::plain_text(picture.caption)});
    }
    if (events.attempt) actions.push_back(lesson::Action{lesson::TypeAttempt{step.id, *events.attempt}});
    if (events.revealed) actions.push_back(lesson::Action{lesson::RevealText{step.id}});
    if (events.explored) actions.push_back(lesson::Action{lesson::Explore{step.id, *events.explored}});
    if (events.as_text) actions.push_back(lesson::Action{lesson::ShowAsText{step.id}});
    if (events.next_worked) actions.push_back(lesson::Action{lesson::NextWorkedStep{step.id}});
    return;
  }
  const auto moved = state.explorables.find(step.id);
  const screens::explore::State* explorable = moved == state.explorables.end() ? nullptr : &moved->second;
  QuestionEvents events = question(f, {*asked, state.questions.at(step.id), active, number, explorable});
  if (events.explored) actions.push_back(lesson::Action{lesson::Explore{step.id, *events.explored}});
  if (events.show_reached) actions.push_back(lesson::Action{lesson::ShowReached{step.id}});
  follow(events.followed, *state.course, shown, actions);
  if (events.certainty) actions.push_back(lesson::Action{lesson::SetCertainty{step.id, *events.certainty}});
  if (events.edited) actions.push_back(lesson::Action{lesson::Edit{step.id, std::move(*events.edited)}});
  comes_back(state, shared, step, f, actions);
}

std::string main_label(const lesson::Main& main, const State& state, ui::Frame& f) {
  const course::Step* open = lesson::open_question(state);
  const bool marking = open && state.questions.at(open->id).phase == QuestionState::Phase::marking;
  const bool scale = open && std::holds_alternative<course::Scale>(open->question()->kind);
  switch (main.button) {
    case MainButton::check: return marking || scale ? f.tr("Keep this answer") : f.tr("Check");
    case MainButton::try_again: return f.tr("Try again");
    case MainButton::go_on: return f.tr("Continue");
    case MainButton::next_section: return f.tr("Next part");
    case MainButton::finish: return f.tr("Finish the lesson");
  }
  return {};
}

std::string hint_label(const course::Question& asked, const QuestionState& answer, ui::Frame& f) {
  if (asked.hints.size() == 1) return f.tr("Hint");
  return fill(f.tr("Hint {number} of {count}"),
              {{"number", std::to_string(answer.hints + 1)}, {"count", std::to_string(asked.hints.size())}});
}

/// Reads aloud what one is at, with S, or with Ctrl+Shift+S while writing.
void read_button(const State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  if (!shared.can_speak) return;
  const std::string label = shared.reading ? f.tr("Stop reading") : f.tr("Read aloud");
  const bool pressed = f.pressed({.key = Key::s, .ctrl = true, .shift = true});
  if (ui::button(f, "read", label, {.kind = ui::ButtonOptions::Kind::quiet, .key = {Key::s}}) || pressed)
    actions.push_back(ReadAloud{spoken(state, f.words()), state.course->language});
}

void question_buttons(const State& state, const course::Step& step, ui::Frame& f, Actions& actions) {
  const course::Question& asked = *step.question();
  const QuestionState& answer = state.questions.at(step.id);
  const std::optional<int> to_hint = tries_to_hint(asked, answer);
  if (to_hint == 0 && ui::button(f, "hint", hint_label(asked, answer, f), {.key = {Key::h}})) {
    actions.push_back(lesson::Action{lesson::ShowHint{step.id}});
  }
  const bool can_skip = answer.phase != QuestionState::Phase::marking;
  if (can_skip && ui::button(f, "give-up", give_up_label(giving_up(asked, answer), f),
                             {.kind = ui::ButtonOptions::Kind::quiet, .key = {Key::n}})) {
    actions.push_back(lesson::Action{lesson::GiveUp{step.id}});
  }
  const int left = tries_left(asked, answer);
  if (answer.attempt > 0 && left > 0) {
    ui::label(f, f.words().trn("{n} try left", "{n} tries left", static_cast<std::uint64_t>(left)), ui::style::small,
              ui::Tone::soft);
  }
  if (to_hint.value_or(0) > 0) {
    ui::label(f,
              f.words().trn("A hint comes after {n} wrong try", "A hint comes after {n} wrong tries",
                            static_cast<std::uint64_t>(*to_hint)),
              ui::style::small, ui::Tone::soft);
  }
}

/// In a text of several lines Enter begins a new one, so that answer is handed over with Ctrl+Enter.
ui::Shortcut main_key(const State& state) {
  const course::Step* open = lesson::open_question(state);
  const bool writing = open && std::holds_alternative<course::Open>(open->question()->kind) &&
                       state.questions.at(open->id).phase == QuestionState::Phase::answering;
  return {.key = Key::enter, .ctrl = writing};
}

void buttons(const State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  const lesson::Main main = lesson::main_button(state);
  f.flow(ui::Space::m, [&] {
    if (ui::button(f, "main", main_label(main, state, f),
                   {.kind = ui::ButtonOptions::Kind::primary, .key = main_key(state), .enabled = main.enabled})) {
      actions.push_back(lesson::Action{lesson::Continue{}});
    }
    if (const course::Step* open = lesson::open_question(state)) question_buttons(state, *open, f, actions);
    read_button(state, shared, f, actions);
  });
  // Space goes on like Enter wherever nothing is to be checked.
  const bool going = main.button != MainButton::check;
  if (going && f.pressed(Key::space)) actions.push_back(lesson::Action{lesson::Continue{}});
}

/// Something stands under the question: feedback, a hint, the answer, the rubric.
bool is_told(const QuestionState& answer) {
  return answer.attempt > 0 || answer.hints > 0 || answer.gave_up || answer.phase == QuestionState::Phase::marking;
}

/// The last step on screen was just answered, or something was told about it.
bool is_answered(const State& state, const lesson::Visible& range) {
  if (range.end == range.first || state.look_at + 1 != range.end) return false;
  const course::Step& step = state.lesson->steps[state.look_at];
  return step.question() && is_told(state.questions.at(step.id));
}

/// The sentence that is being read aloud, when it is of this step.
const Sentence* said_now(const Shared& shared, const course::StepId& step) {
  if (!shared.reading) return nullptr;
  const Sentence& sentence = shared.reading->sentences[shared.reading->now];
  return sentence.step == step ? &sentence : nullptr;
}

/// What is said of a drawing is marked nowhere: then the drawing itself comes into sight, once.
void follow_reading(ui::Frame& f, std::size_t step, ui::Rect area) {
  const float number = static_cast<float>(step) + 1;
  if (!f.mark_found() && f.recall("said") != number) f.reveal(area);
  f.remember("said", number);
}

void reading_column(const State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  const lesson::Visible range = lesson::visible(state);
  const course::Step* open = lesson::open_question(state);
  ui::heading(f, state.lesson->sections[state.section].title);
  f.space(ui::Space::m);
  const bool looks = looks_now(f, state.look_serial), answered = is_answered(state, range);
  float last_top = f.y();
  for (std::size_t i = range.first; i < range.end; ++i) {
    const course::Step& step = state.lesson->steps[i];
    if (i > range.first) f.space(step.question() ? ui::Space::xxl : ui::Space::xl);
    const float top = last_top = f.y();
    const Sentence* said = said_now(shared, step.id);
    f.mark(said ? said->shown : std::string());
    draw_step(state, shared, step, &step == open, i == range.first, f, actions);
    if (said) follow_reading(f, i, {f.x(), top, f.width(), f.y() - top});
    if (looks && !answered && i == state.look_at && i > range.first)
      f.reveal({f.x(), top - 16, f.width(), f.y() - top + 120});
  }
  f.mark({});
  f.space(ui::Space::xl);
  buttons(state, shared, f, actions);
  if (!looks || !answered) return;
  // What was just answered shows its feedback, and the button that goes on; with all of the question where that has room.
  constexpr float kFeedback = 260, kAround = 24;
  const float whole = f.y() - last_top + kAround;
  const float shown = whole + kAround <= f.size().y ? whole : kFeedback;
  f.reveal({f.x(), f.y() - shown, f.width(), shown + kAround});
}

void outline(const State& state, ui::Frame& f, Actions& actions) {
  std::vector<ui::OutlineEntry> entries;
  for (std::size_t i = 0; i < state.lesson->sections.size(); ++i) {
    const lesson::SectionMark mark = lesson::mark(state, i);
    entries.push_back({state.lesson->sections[i].title, mark == lesson::SectionMark::done ? ui::Progress::done
                                                        : mark == lesson::SectionMark::current
                                                            ? ui::Progress::current
                                                            : ui::Progress::to_come});
  }
  ui::words(f, f.tr("In this lesson"), ui::style::small_strong, ui::Tone::soft);
  f.space(ui::Space::s);
  if (const auto chosen = ui::outline(f, "outline", entries)) {
    actions.push_back(lesson::Action{lesson::ShowSection{static_cast<std::size_t>(*chosen)}});
  }
}

std::string source_words(const course::Source& source) {
  std::string words = source.author.empty() ? source.title : source.author;
  if (!source.year.empty()) words += " " + source.year;
  return words;
}

/// The sources of the section on screen; all of a lesson's would be a long list.
std::vector<course::SourceId> sources_in_view(const State& state) {
  std::vector<course::SourceId> found;
  const lesson::Visible range = lesson::visible(state);
  const auto add = [&](const course::SourceId& id) {
    if (!id.empty() && std::find(found.begin(), found.end(), id) == found.end()) found.push_back(id);
  };
  const auto add_notes = [&](const std::string& markdown) {
    for (const std::string& id : text::references(markdown).footnotes) add(course::SourceId(id));
  };
  for (std::size_t i = range.first; i < range.end; ++i) {
    const auto& content = state.lesson->steps[i].content;
    if (const auto* b = std::get_if<course::TextBlock>(&content)) add_notes(b->markdown);
    if (const auto* b = std::get_if<course::Callout>(&content)) add_notes(b->markdown);
    if (const auto* b = std::get_if<course::Quote>(&content)) add(b->source);
    if (const auto* b = std::get_if<course::Picture>(&content)) add(b->source);
    if (const auto* b = std::get_if<course::Chart>(&content)) add(b->source);
    if (const auto* b = std::get_if<course::Explore>(&content)) {
      add_notes(b->markdown);
      add(b->source);
    }
    if (const auto* b = std::get_if<course::Timeline>(&content)) {
      for (const course::TimelineEvent& event : b->events) add_notes(event.markdown), add(event.source);
    }
    if (const auto* b = std::get_if<course::Diagram>(&content)) add_notes(b->caption), add(b->source);
    if (const auto* b = std::get_if<course::Compare>(&content)) {
      for (const auto& column : b->columns) add_notes(column.markdown);
      for (const auto& row : b->rows) std::for_each(row.cells.begin(), row.cells.end(), add_notes);
    }
    if (const auto* q = std::get_if<course::Question>(&content);
        q && state.questions.at(state.lesson->steps[i].id).phase == QuestionState::Phase::done) {
      add_notes(q->explain);
    }
  }
  std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
    return note_number(*state.lesson, a.str()) < note_number(*state.lesson, b.str());
  });
  return found;
}

void sources(const State& state, ui::Frame& f, Actions& actions) {
  const auto ids = sources_in_view(state);
  if (ids.empty()) return;
  f.space(ui::Space::xl);
  ui::words(f, f.tr("Sources"), ui::style::small_strong, ui::Tone::soft);
  f.space(ui::Space::xs);
  for (const course::SourceId& id : ids) {
    const course::Source* source = state.course->source(id);
    if (!source) continue;
    const std::string words = source_words(*source) + " [" + std::to_string(note_number(*state.lesson, id.str())) + "]";
    if (source->url.empty())
      ui::words(f, words, ui::style::small, ui::Tone::soft);
    else if (ui::link(f, "source-" + id.str(), words, ui::style::small))
      actions.push_back(OpenLink{source->url});
    f.space(ui::Space::xs);
  }
}

void concepts(const State& state, ui::Frame& f, Actions& actions) {
  if (state.lesson->teaches.empty()) return;
  f.space(ui::Space::xl);
  ui::words(f, f.tr("Concepts"), ui::style::small_strong, ui::Tone::soft);
  f.space(ui::Space::s);
  f.flow(ui::Space::xs, [&] {
    for (const course::ConceptId& id : state.lesson->teaches) {
      const course::Concept* known = state.course->concept_of(id);
      if (known && ui::chip_button(f, "concept-" + id.str(), known->name))
        actions.push_back(OpenLink{"concept:" + id.str()});
    }
  });
}

void progress_line(const State& state, ui::Frame& f) {
  const std::size_t step = lesson::step_number(state);
  const std::size_t steps = state.lesson->steps.size();
  const std::string words =
      fill(f.tr("{step} of {steps}"), {{"step", std::to_string(step)}, {"steps", std::to_string(steps)}});
  f.row({ui::fixed(64), ui::share()}, {.gap = ui::Space::s, .fit = ui::Fit::middle}, [&](int cell) {
    if (cell == 0)
      ui::words(f, words, ui::style::small, ui::Tone::soft);
    else
      ui::progress_bar(
          f, static_cast<float>(lesson::steps_behind(state)) / static_cast<float>(std::max<std::size_t>(1, steps)));
  });
}

void trail(const State& state, ui::Frame& f, Actions& actions) {
  const course::Module* module = state.course->module_of(state.lesson->id);
  const std::vector<std::string> parts{module ? module->title : state.course->title, state.lesson->title};
  if (const auto part = ui::breadcrumb(f, "trail", parts); part && *part == 0) {
    actions.push_back(Go{{ScreenName::course, state.course->id, {}, {}}});
  }
}

}  // namespace

void lesson(const State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  const bool wide = f.width() >= ui::metrics::reading_column * 0.8f + ui::metrics::side_column;
  const auto side = [&] {
    outline(state, f, actions);
    sources(state, f, actions);
    concepts(state, f, actions);
  };
  if (!wide) {
    trail(state, f, actions);
    f.space(ui::Space::s);
    progress_line(state, f);
    f.space(ui::Space::l);
    reading_column(state, shared, f, actions);
    f.space(ui::Space::xxl);
    ui::rule(f);
    f.space(ui::Space::xl);
    side();
    return;
  }
  f.row({ui::share(), ui::fixed(ui::metrics::side_column)}, {.gap = ui::Space::xxl, .fit = ui::Fit::top},
        [&](int cell) {
          if (cell == 0) {
            trail(state, f, actions);
            f.space(ui::Space::xl);
            reading_column(state, shared, f, actions);
            return;
          }
          // The outline stays where it is while the text scrolls, unless the window is too low to show all of it.
          constexpr float kTop = ui::px(ui::Space::xl);
          const bool stays = f.recall("side-height") < f.size().y - 2 * kTop;
          const float height = f.within({f.x(), stays ? kTop : f.y(), f.width(), 0}, [&] {
            progress_line(state, f);
            f.space(ui::Space::xl);
            side();
          });
          f.remember("side-height", height);
          if (!stays) f.space(height);
        });
}

}  // namespace views
