// A diagram in its card, and the same in sentences where one asks for them.

#include "ui/diagram.h"

#include "screens/spoken.h"
#include "views/blocks.h"

namespace views {
namespace {

using Tone = course::Diagram::Tone;

ui::Tone tone_of(Tone tone) {
  switch (tone) {
    case Tone::accent: return ui::Tone::accent;
    case Tone::good: return ui::Tone::good;
    case Tone::warn: return ui::Tone::warn;
    case Tone::bad: return ui::Tone::bad;
    case Tone::soft: return ui::Tone::soft;
    case Tone::plain: break;
  }
  return ui::Tone::ink;
}

ui::DiagramData data_of(const course::Diagram& diagram) {
  ui::DiagramData data;
  data.right = diagram.direction == course::Diagram::Direction::right;
  for (const course::Diagram::Box& box : diagram.boxes)
    data.boxes.push_back({box.text, tone_of(box.tone), !box.concept_id.empty()});
  for (const course::Diagram::Arrow& arrow : diagram.arrows)
    data.arrows.push_back(
        {static_cast<int>(arrow.from), static_cast<int>(arrow.to), arrow.label, arrow.both, arrow.dashed});
  return data;
}

void in_words(ui::Frame& f, const course::Diagram& diagram) {
  if (!diagram.alt.empty()) {
    ui::words(f, diagram.alt);
    f.space(ui::Space::s);
  }
  for (const std::string& sentence : screens::sentences(diagram, f.words())) {
    ui::words(f, sentence);
    f.space(ui::Space::xs);
  }
}

/// A box that was used is followed as a link to its concept.
void follow_box(const ui::DiagramEvent& event, const course::Diagram& diagram, BlockEvents& events) {
  const int box = event.clicked >= 0 ? event.clicked : event.rested;
  if (box < 0) return;
  using Kind = ui::RichEvent::Kind;
  events.followed = {event.clicked >= 0 ? Kind::link : Kind::rest_on_link,
                     "concept:" + diagram.boxes[static_cast<std::size_t>(box)].concept_id.str(), event.area};
}

}  // namespace

void diagram(ui::Frame& f, const course::Step& step, const course::Diagram& diagram, const BlockContext& context,
             BlockEvents& events) {
  ui::words(f, diagram.title, ui::style::strong);
  f.space(ui::Space::m);
  bool text = context.state.as_text.contains(step.id);
  if (!text) {
    const ui::DiagramEvent event = ui::diagram(f, "diagram", data_of(diagram));
    follow_box(event, diagram, events);
    text = event.failed;
    if (event.failed) in_words(f, diagram);
  } else {
    in_words(f, diagram);
  }
  caption(f, diagram.caption, context, events);
  f.space(ui::Space::m);
  const std::string label = text ? f.tr("Show the picture") : f.tr("In words");
  events.as_text = ui::button(f, "as-text", label, {.kind = ui::ButtonOptions::Kind::quiet, .small = true});
}

}  // namespace views
