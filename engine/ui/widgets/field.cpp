// The text field: what the editor holds, laid out, with caret and selection.

#include <cmath>

#include "ui/core.h"
#include "ui/edit/editor.h"
#include "ui/font/utf8.h"
#include "ui/layout/builder.h"
#include "ui/widgets/controls.h"

namespace ui {
namespace {

constexpr float kPadX = 14;
constexpr float kPadY = 10;

/// The text as lines of letters, with byte offsets.
struct FieldText {
  Shaped shaped;
  std::vector<std::size_t> offset;  ///< of each letter, and the end
  std::vector<LineRange> lines;     ///< last: the next line's first, so that spaces at ends count
  float line_height = 0;

  float x_of(const LineRange& line, std::size_t letter) const {
    float x = 0;
    for (std::size_t i = line.first; i < letter; ++i) x += shaped.letters[i].advance;
    return x;
  }
  std::size_t letter_at(std::size_t byte) const {
    return static_cast<std::size_t>(std::lower_bound(offset.begin(), offset.end(), byte) - offset.begin());
  }
  std::size_t line_at(std::size_t letter) const {
    std::size_t i = 0;
    while (i + 1 < lines.size() && letter >= lines[i + 1].first) ++i;
    return i;
  }
  /// The place nearest to a point of the text.
  std::size_t byte_at(Vec p) const {
    const auto row =
        static_cast<std::size_t>(std::clamp(p.y / line_height, 0.0f, static_cast<float>(lines.size() - 1)));
    const LineRange& line = lines[row];
    float x = 0;
    std::size_t i = line.first;
    for (; i < line.last; ++i) {
      const float w = shaped.letters[i].advance;
      if (shaped.letters[i].c == '\n' || p.x < x + w / 2) break;
      x += w;
    }
    const bool next_starts_here = i == line.last && row + 1 < lines.size() && i > line.first;
    return offset[next_starts_here ? i - 1 : i];
  }
};

FieldText lay_out_field(Core& core, const std::string& text, const FieldOptions& o, float width) {
  FieldText t;
  std::string shown = text;
  if (o.secret) {
    shown.clear();
    for (std::size_t at = 0; at < text.size(); next_code_point(text, at)) shown += "•";
  }
  std::vector<LinkTarget> none;
  t.shaped = shape(core.fonts, {text::Run{shown, text::Style::none, {}, {}}}, {o.text, Tone::ink, false}, none,
                   [](const std::string&) { return 0; });
  for (std::size_t at = 0; at < text.size(); next_code_point(text, at)) t.offset.push_back(at);
  t.offset.push_back(text.size());
  const std::size_t end = t.shaped.letters.size();
  if (o.lines > 1)
    t.lines = break_lines(t.shaped, width);
  else
    t.lines = {{0, end, 0, false, false}};
  if (t.lines.empty() || (end > 0 && t.shaped.letters.back().c == '\n')) t.lines.push_back({end, end, 0, false, false});
  for (std::size_t i = 0; i + 1 < t.lines.size(); ++i) t.lines[i].last = t.lines[i + 1].first;
  t.lines.back().last = end;
  t.line_height = leading(o.text, o.lines <= 1);
  return t;
}

std::string read_clipboard(Core& core) { return core.input.clipboard ? core.input.clipboard() : core.own_clipboard; }

void write_clipboard(Core& core, const std::string& text) {
  core.own_clipboard = text;
  if (core.input.set_clipboard) core.input.set_clipboard(text);
}

void move_line(Editor& e, const FieldText& t, int by, bool select) {
  const std::size_t letter = t.letter_at(e.caret()), row = t.line_at(letter);
  const float x = e.wish_x >= 0 ? e.wish_x : t.x_of(t.lines[row], letter);
  const auto to = static_cast<std::ptrdiff_t>(row) + by;
  if (to < 0) return e.move_to(0, select);
  if (to >= static_cast<std::ptrdiff_t>(t.lines.size())) return e.move_to(e.text().size(), select);
  e.move_to(t.byte_at({x, (static_cast<float>(to) + 0.5f) * t.line_height}), select);
  e.wish_x = x;
}

/// Everything typed in this frame.
void take_typed(Core& core, Editor& e, const FieldOptions& o, float width) {
  for (const Event& event : core.typed) {
    if (event.kind == Event::Kind::text) {
      std::string utf8;
      append_utf8(utf8, event.character);
      e.insert(utf8, false, o.limit);
      e.wish_x = -1;
      continue;
    }
    const Shortcut k = event.key;
    if (k.key == Key::up || k.key == Key::down) {
      move_line(e, lay_out_field(core, e.text(), o, width), k.key == Key::up ? -1 : 1, k.shift);
      continue;
    }
    e.wish_x = -1;
    if (k.ctrl && (k.key == Key::c || k.key == Key::x) && e.selects() && !o.secret) {
      write_clipboard(core, e.selected());
      if (k.key == Key::x) e.erase_selection();
    } else if (k.ctrl && k.key == Key::v) {
      e.insert(read_clipboard(core), o.lines > 1, o.limit);
    } else {
      e.key(k, o.lines > 1, o.limit);
    }
  }
}

void take_mouse(Core& core, Editor& e, const FieldText& t, Vec origin, bool held) {
  if (!held) return;
  const std::size_t at = t.byte_at(core.mouse - origin);
  e.wish_x = -1;
  if (core.pressed_now) {
    if (core.clicks == 1)
      e.move_to(at, core.input.shift_held);
    else if (core.clicks == 2)
      e.select_word(at);
    else
      e.select_line(at);
  } else if (core.clicks == 1) {
    e.move_to(at, true);
  }
}

void draw_text(Frame& f, const Editor& e, const FieldText& t, Vec origin, const FieldOptions& o, bool focused) {
  Core& core = f.core();
  Face& face = core.fonts.face(o.text);
  const Theme& theme = f.theme();
  const std::size_t sel0 = t.letter_at(e.from()), sel1 = t.letter_at(e.to()), caret = t.letter_at(e.caret());
  for (std::size_t row = 0; row < t.lines.size(); ++row) {
    const LineRange& line = t.lines[row];
    const float top = origin.y + static_cast<float>(row) * t.line_height;
    if (focused && sel0 < sel1 && sel1 >= line.first && sel0 < std::max(line.last, line.first + 1)) {
      const float a = t.x_of(line, std::max(sel0, line.first)), b = t.x_of(line, std::min(sel1, line.last));
      f.paint().fill({origin.x + a, top, std::max(b - a, sel1 > line.last ? 4.0f : 0.0f), t.line_height},
                     mix(theme.surface, theme.accent, 0.28f));
    }
    std::vector<PlacedGlyph> glyphs;
    std::string words;
    float pen = 0, ink = 0;  // spaces at a line's end hang over: they are not part of what can be seen
    for (std::size_t i = line.first; i < line.last; ++i) {
      glyphs.push_back({t.shaped.letters[i].glyph, pen});
      pen += t.shaped.letters[i].advance;
      if (t.shaped.letters[i].c != ' ') ink = pen;
      if (core.recording && t.shaped.letters[i].c != '\n') append_utf8(words, t.shaped.letters[i].c);
    }
    const float base = top + (t.line_height - face.ascent() - face.descent()) / 2 + face.ascent();
    draw_glyphs(core, glyphs, {origin.x, base}, o.enabled ? theme.ink : theme.soft);
    note_text(core, words, {origin.x, base - face.em() * 0.73f, ink, face.em() * 0.73f}, false);
  }
  if (!focused) return;
  const std::size_t row = t.line_at(caret);
  const float x = origin.x + t.x_of(t.lines[row], caret), y = origin.y + static_cast<float>(row) * t.line_height;
  // The caret stands still: a blinking one would wake the machine twice a second.
  const float h = std::round(face.em() * 1.3f);
  core.caret = {x - 0.5f, y + (t.line_height - h) / 2, 1.5f, h};
  f.paint().fill(core.caret, theme.accent);
}

void keep_caret_in_sight(Editor& e, const FieldText& t, float width, float height, bool lines) {
  const std::size_t letter = t.letter_at(e.caret()), row = t.line_at(letter);
  const float at = lines ? static_cast<float>(row) * t.line_height : t.x_of(t.lines[row], letter);
  const float size = lines ? t.line_height : 2, room = lines ? height : width;
  const float whole =
      lines ? static_cast<float>(t.lines.size()) * t.line_height : t.x_of(t.lines[0], t.lines[0].last) + 2;
  if (at < e.scroll) e.scroll = at;
  if (at + size > e.scroll + room) e.scroll = at + size - room;
  e.scroll = std::clamp(e.scroll, 0.0f, std::max(0.0f, whole - room));
}

Color edge_of(const Theme& t, const FieldOptions& o, bool focused) {
  if (o.edge != Tone::ink) return color_of(t, o.edge);
  return focused ? t.accent : mix(t.line, t.soft, 0.35f);
}

FieldResult draw_field(Frame& f, std::string_view id, std::string_view value, const FieldOptions& o) {
  Core& core = f.core();
  std::unique_ptr<Editor>& slot = core.editors[f.id(id)];
  const bool fresh = slot == nullptr;
  if (fresh) slot = std::make_unique<Editor>();
  Editor& e = *slot;
  e.sync(value);
  e.seen = core.frame_number;

  const float outer = o.width > 0 ? std::min(o.width, f.width()) : f.width();
  const float unit = o.unit.empty() ? 0 : f.paint().text_width(o.unit, style::small) + px(Space::s);
  const float width = outer - 2 * kPadX - unit;
  const bool several = o.lines > 1;
  const FieldText before = lay_out_field(core, e.text(), o, width);
  const int rows = several ? std::clamp(static_cast<int>(before.lines.size()), o.lines, o.lines * 3) : 1;
  const float text_height = static_cast<float>(rows) * before.line_height;
  const Rect box = f.place(outer, several ? text_height + 2 * kPadY : metrics::control);
  const Takes takes = several ? Takes::text | Takes::horizontal | Takes::vertical : Takes::text | Takes::horizontal;
  const Response r = f.item(id, box, {takes, o.enabled, true, Cursor::text});
  if (fresh && o.autofocus && o.enabled && core.layer() >= core.top_layer) f.focus(id);

  FieldResult result;
  result.focused = r.focused && o.enabled;
  result.left = e.had_focus && !result.focused;
  if (result.focused && !e.had_focus && core.ring) e.select_all();
  e.had_focus = result.focused;
  const Rect inner{box.x + kPadX, several ? box.y + kPadY : box.y + (box.h - before.line_height) / 2, width,
                   text_height};
  const auto origin = [&] { return several ? Vec{inner.x, inner.y - e.scroll} : Vec{inner.x - e.scroll, inner.y}; };
  if (result.focused) {
    take_mouse(core, e, before, origin(), r.held);
    take_typed(core, e, o, width);
  }
  if (e.text() != value) result.changed = e.text();
  const FieldText now = lay_out_field(core, e.text(), o, width);
  if (result.focused) keep_caret_in_sight(e, now, width, text_height, several);

  Painter& p = f.paint();
  const Theme& t = f.theme();
  p.fill(box, o.enabled ? t.surface : t.sunken, metrics::small_corner);
  p.border(box, {edge_of(t, o, result.focused), result.focused ? 2.0f : 1.0f}, metrics::small_corner);
  p.push_clip(Rect{inner.x - 2, box.y + 2, width + 4, box.h - 4});
  if (e.text().empty() && !o.placeholder.empty())
    p.text_in({inner.x, inner.y, width, now.line_height}, o.placeholder, o.text, fade(t.soft, 0.8f));
  draw_text(f, e, now, origin(), o, result.focused);
  p.pop_clip();
  if (unit > 0)
    p.text_in({box.right() - kPadX - unit, box.y, unit, metrics::control}, o.unit, style::small, t.soft, Align::end);
  return result;
}

}  // namespace

FieldResult text_field(Frame& f, std::string_view id, std::string_view value, const FieldOptions& options) {
  FieldResult result;
  f.stack(Space::none, [&] {
    if (!options.label.empty()) {
      words(f, options.label, style::small, Tone::soft);
      f.space(6);
    }
    result = draw_field(f, id, value, options);
  });
  return result;
}

}  // namespace ui
