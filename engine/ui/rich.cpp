#include "ui/rich.h"

#include "ui/core.h"
#include "ui/layout/cache.h"

namespace ui {
namespace {

LayoutOptions options_of(const RichOptions& o) { return {o.text, o.tone, o.align, o.tight, o.links}; }

/// Words that are read aloud are looked for out of sight as well.
bool draws(Frame& f, Rect area) { return f.paint().visible(area) || !f.core().marked.empty(); }

/// Links as items; which one is hovered or has the ring.
struct LinkState {
  int hot = -1;
  int ring = -1;
  int clicked = -1;
  int rested = -1;
  Rect area;  ///< of what was clicked or rested on
};

LinkState link_items(Frame& f, std::string_view id, const Layout& layout, Vec at) {
  LinkState state;
  if (layout.links.empty()) return state;
  std::vector<int> parts(layout.links.size(), 0);
  f.scope(id, [&] {
    for (const Layout::Line& line : layout.lines) {
      for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
        const Layout::Piece& piece = layout.pieces[i];
        if (piece.link < 0) continue;
        const int part = parts[static_cast<std::size_t>(piece.link)]++;
        const std::string name = std::to_string(piece.link) + (part > 0 ? "+" + std::to_string(part) : "");
        const Rect area{at.x + piece.x - 1, at.y + line.top, piece.width + 2, line.bottom - line.top};
        // A link over two lines is one stop for the Tab key.
        const Response r = f.item(name, area, {Takes::enter | Takes::space, true, part == 0, Cursor::hand});
        if (r.hovered) state.hot = piece.link;
        const bool rests = rested(f, r);
        if (r.clicked) state.clicked = piece.link;
        if (rests) state.rested = piece.link;
        if (r.clicked || rests) state.area = area;
        if (r.ring) f.focus_ring(area.inset(1), metrics::tiny_corner);
      }
    }
  });
  return state;
}

}  // namespace

RichEvent rich(Frame& f, std::string_view id, const text::Document& document, const RichOptions& options) {
  Core& core = f.core();
  const Layout& layout = core.texts->layout(core, document, f.width(), options_of(options), options.note_number);
  const Rect area = f.place(layout.height);
  const LinkState state = link_items(f, id, layout, {area.x, area.y});
  if (draws(f, area)) draw_layout(f, layout, {area.x, area.y}, state.hot);
  using Kind = RichEvent::Kind;
  if (state.clicked >= 0) {
    const LinkTarget& target = layout.links[static_cast<std::size_t>(state.clicked)];
    return {target.note ? Kind::note : Kind::link, target.target, state.area};
  }
  if (state.rested < 0) return {};
  const LinkTarget& target = layout.links[static_cast<std::size_t>(state.rested)];
  return {target.note ? Kind::rest_on_note : Kind::rest_on_link, target.target, state.area};
}

RichEvent rich(Frame& f, std::string_view id, std::string_view markdown, const RichOptions& options) {
  return rich(f, id, parsed(f, markdown), options);
}

float rich_height(Frame& f, const text::Document& document, float width, const RichOptions& options) {
  Core& core = f.core();
  return core.texts->layout(core, document, width, options_of(options), options.note_number).height;
}

const text::Document& parsed(Frame& f, std::string_view markdown) { return f.core().texts->parsed(f.core(), markdown); }

void words(Frame& f, std::string_view utf8, TextStyle style, Tone tone, Align align) {
  Core& core = f.core();
  const Layout& layout = core.texts->plain(core, utf8, f.width(), {style, tone, align, false, false});
  const Rect area = f.place(layout.height);
  if (draws(f, area)) draw_layout(f, layout, {area.x, area.y}, -1);
}

float words_height(Frame& f, std::string_view utf8, TextStyle style, float width) {
  Core& core = f.core();
  return core.texts->plain(core, utf8, width, {style, Tone::ink, Align::start, false, false}).height;
}

}  // namespace ui
