// A glance at a definition or a source: a small card beside the words that mention it.

#include "screens/peek.h"

#include <algorithm>

#include "ui/rich.h"
#include "views/peek.h"
#include "views/views.h"

namespace views {
namespace {

using namespace screens;

constexpr float kWidth = 380;
constexpr float kGap = 6;     ///< between the words and the card
constexpr float kReach = 10;  ///< how far beside both the mouse may be

ui::Rect rect_of(Area a) { return {a.x, a.y, a.w, a.h}; }

/// Below the words, or above where there is more room; always inside the window.
ui::Rect place_of_card(ui::Vec window, ui::Rect beside, float height) {
  const float margin = ui::px(ui::Space::m);
  const float w = std::min(kWidth, window.x - 2 * margin);
  const float below = window.y - margin - beside.bottom() - kGap, above = beside.y - kGap - margin;
  const bool under = below >= height || below >= above;
  const float h = std::min(height, std::max(80.0f, under ? below : above));
  const float x = std::clamp(beside.x - ui::px(ui::Space::m), margin, std::max(margin, window.x - margin - w));
  return {x, under ? beside.bottom() + kGap : beside.y - kGap - h, w, h};
}

class Card {
 public:
  Card(const Peek& peek, const course::Course& course, ui::Frame& f, Actions& actions)
      : peek_(peek), course_(course), f_(f), actions_(actions) {}

  void draw() {
    if (peek_.kind == Peek::Kind::definition)
      definition();
    else
      source();
  }

 private:
  void text(const char* id, const std::string& markdown) {
    const ui::RichEvent event = ui::rich(f_, id, markdown);
    follow(event, course_, &peek_, actions_);
  }

  void definition() {
    const course::Concept* entry = course_.concept_of(course::ConceptId(peek_.id));
    if (!entry) return;
    ui::words(f_, entry->name, ui::style::strong);
    f_.space(ui::Space::xs);
    text("definition", entry->definition);
    f_.space(ui::Space::m);
    buttons(f_.tr("Open in the course"), "concept:" + peek_.id);
  }

  void source() {
    const course::Source* entry = course_.source(course::SourceId(peek_.id));
    if (!entry) return;
    std::string by = entry->author;
    if (!entry->year.empty()) by += (by.empty() ? "" : ", ") + entry->year;
    ui::words(f_, entry->title, ui::style::strong);
    if (!by.empty()) ui::words(f_, by, ui::style::small, ui::Tone::soft);
    if (!entry->note.empty()) {
      f_.space(ui::Space::s);
      text("note", entry->note);
    }
    f_.space(ui::Space::m);
    buttons(entry->url.empty() ? std::string() : f_.tr("Open the page"), entry->url);
  }

  void buttons(const std::string& open, const std::string& target) {
    f_.flow(ui::Space::s, [&] {
      const ui::Shortcut enter = peek_.stays ? ui::Shortcut{ui::Key::enter} : ui::Shortcut{};
      if (!open.empty() && ui::button(f_, "open", open, {.key = enter, .small = true})) {
        actions_.push_back(HidePeek{});
        actions_.push_back(OpenLink{target});
      }
      if (!peek_.stays) return;
      if (ui::button(f_, "close", f_.tr("Close"),
                     {.kind = ui::ButtonOptions::Kind::quiet, .key = {ui::Key::escape}, .small = true}))
        actions_.push_back(HidePeek{});
    });
  }

  const Peek& peek_;
  const course::Course& course_;
  ui::Frame& f_;
  Actions& actions_;
};

float content(const Peek& peek, const course::Course& course, ui::Rect box, ui::Frame& f, Actions& actions) {
  float height = 0;
  f.scroll("content", box, [&] {
    const float top = f.y();
    f.space(ui::Space::l);
    f.pad(ui::Space::l, [&] { Card(peek, course, f, actions).draw(); });
    f.space(ui::Space::l);
    height = f.y() - top;
  });
  return height;
}

}  // namespace

int note_number(const course::Lesson& lesson, std::string_view id) {
  for (std::size_t i = 0; i < lesson.sources.size(); ++i) {
    if (lesson.sources[i].str() == id) return static_cast<int>(i) + 1;
  }
  return 0;
}

void show_peek(Peek peek, const Peek* shown, Actions& actions) {
  if (shown && shown->id == peek.id && shown->kind == peek.kind && (shown->stays || !peek.stays)) return;
  actions.push_back(ShowPeek{std::move(peek)});
}

void follow(const ui::RichEvent& event, const course::Course& course, const Peek* shown, Actions& actions) {
  using Kind = ui::RichEvent::Kind;
  constexpr std::string_view kConcept = "concept:";
  const Area beside{event.area.x, event.area.y, event.area.w, event.area.h};
  const bool rests = event.kind == Kind::rest_on_link || event.kind == Kind::rest_on_note;
  if (event.kind == Kind::link || event.kind == Kind::rest_on_link) {
    if (event.target.starts_with(kConcept))
      show_peek({Peek::Kind::definition, course.id, event.target.substr(kConcept.size()), beside, !rests}, shown,
                actions);
    else if (!rests)
      actions.push_back(OpenLink{event.target});
  }
  if (event.kind == Kind::note || event.kind == Kind::rest_on_note) {
    const course::Source* source = course.source(course::SourceId(event.target));
    if (!source) return;
    if (!rests && !source->url.empty()) return actions.push_back(OpenLink{source->url});
    show_peek({Peek::Kind::source, course.id, event.target, beside, !rests}, shown, actions);
  }
}

void peek(const Shared& shared, ui::Frame& f, Actions& actions) {
  if (!shared.peek) return;
  const Peek& peek = *shared.peek;
  const CourseEntry* entry = shared.entry(peek.course);
  if (!entry) return actions.push_back(HidePeek{});
  f.on_layer(ui::Layer::popup, peek.stays, [&] {
    f.scope("peek", [&] {
      const ui::Vec window = f.size();
      const ui::Rect beside = rect_of(peek.beside);
      const ui::Rect box = place_of_card(window, beside, f.recall("height", 180));
      const bool outside =
          peek.stays &&
          f.item("outside", {0, 0, window.x, window.y}, {.focusable = false, .cursor = ui::Cursor::arrow}).clicked;
      f.block("under", box);
      f.paint().shadow(box, ui::metrics::corner);
      f.paint().fill(box, f.theme().surface, ui::metrics::corner);
      f.paint().border(box, {f.theme().line}, ui::metrics::corner);
      f.remember("height", content(peek, *entry->course, box, f, actions));
      const ui::Vec mouse = f.mouse();
      const bool near = box.inset(-kReach).contains(mouse) || beside.inset(-kReach).contains(mouse);
      if (peek.stays ? outside && !box.contains(mouse) : !near) actions.push_back(HidePeek{});
    });
  });
}

}  // namespace views
