// Cards: drawn before their height is known, then stretched to what was put in.

#include "ui/core.h"
#include "ui/widgets/basic.h"

namespace ui {
namespace {

constexpr std::size_t kNoItem = static_cast<std::size_t>(-1);

struct CardColors {
  Color ground, edge;
};

CardColors colors_of(const Theme& t, const CardOptions& o, bool hovered) {
  const bool plain = o.edge == Tone::ink;
  Color ground = o.sunken ? t.sunken : o.soft ? soft_of(t, o.edge) : t.surface;
  Color edge = plain ? t.line : color_of(t, o.edge);
  if (hovered) edge = plain ? mix(t.line, t.soft, 0.5f) : edge;
  return {ground, edge};
}

Response draw_card(Frame& f, std::string_view id, const CardOptions& o, Body body) {
  Core& core = f.core();
  const Rect top = f.place(0);
  const float least = 2 * metrics::corner + 4;
  CardMark card;
  card.top = top.y;
  card.bottom = top.y + least;
  card.x = top.x, card.w = top.w;
  card.dashed = o.dashed;
  card.item = id.empty() ? kNoItem : core.items.size();
  card.depth = core.columns.size();
  Response r;
  if (!id.empty()) r = f.item(id, {top.x, top.y, top.w, least});
  card.first = core.list->VtxBuffer.Size;
  const CardColors colors = colors_of(f.theme(), o, r.hovered);
  const Rect box{top.x, top.y, top.w, least};
  f.paint().fill(box, colors.ground, metrics::corner);
  // A dashed border cannot be stretched: it is drawn at the end, in a row by the row.
  card.edge = colors.edge;
  if (!o.dashed) f.paint().border(box, {colors.edge, 1}, metrics::corner);
  if (r.ring) f.focus_ring(box, metrics::corner);
  card.last = core.list->VtxBuffer.Size;

  std::vector<CardMark>* const outer = core.cards;
  core.cards = nullptr;
  const float used = f.within({top.x + o.padding, top.y + o.padding, top.w - 2 * o.padding, 0}, body);
  core.cards = outer;
  core.stretch(card, std::max(top.y + least, top.y + used + 2 * o.padding));
  if (o.dashed && outer == nullptr)
    f.paint().border({top.x, top.y, top.w, card.bottom - top.y}, {colors.edge, 1, true}, metrics::corner);
  core.column().y = card.bottom;
  if (outer != nullptr) outer->push_back(card);
  return r;
}

}  // namespace

void card(Frame& f, const CardOptions& options, Body body) { draw_card(f, {}, options, body); }

bool card_button(Frame& f, std::string_view id, const CardOptions& options, Body body) {
  return draw_card(f, id, options, body).clicked;
}

}  // namespace ui
