// Columns, rows, flows, scroll regions and layers: where things go.

#include <cmath>

#include "ui/core.h"

namespace ui {
namespace {

constexpr float kBarWidth = 6;
constexpr float kBarInset = 3;

}  // namespace

DrawMark Core::mark() const { return {list->VtxBuffer.Size, items.size(), record.texts.size()}; }

void Core::shift(DrawMark since, DrawMark until, float dx, float dy) {
  const float sx = std::round(dx * scale), sy = std::round(dy * scale);
  if (sx == 0 && sy == 0) return;
  for (int i = since.vertex; i < until.vertex; ++i) {
    list->VtxBuffer[i].pos.x += sx;
    list->VtxBuffer[i].pos.y += sy;
  }
  const Vec by{sx / scale, sy / scale};
  const auto move = [&](Rect& r) { r.x += by.x, r.y += by.y; };
  for (std::size_t i = since.item; i < until.item; ++i) {
    move(items[i].area), move(items[i].whole);
    if (recording) {
      if (const auto at = record.items.find(items[i].id); at != record.items.end()) at->second = items[i].whole;
    }
  }
  for (std::size_t i = since.text; i < until.text; ++i) move(record.texts[i].box);
}

void Core::stretch(CardMark& card, float bottom) {
  const float by = snap(bottom) - snap(card.bottom);
  const float middle = (card.top + (card.bottom - card.top) / 2) * scale;
  if (by != 0) {
    for (int i = card.first; i < card.last; ++i) {
      if (list->VtxBuffer[i].pos.y > middle) list->VtxBuffer[i].pos.y += by;
    }
  }
  card.bottom = bottom;
  if (card.item == static_cast<std::size_t>(-1)) return;
  Item& item = items[card.item];
  item.whole.h = bottom - card.top;
  item.area = item.whole.intersect(clips.back());
  if (recording) record.items[item.id] = item.whole;
}

void Core::set_layer(Layer to) { layers.SetCurrentChannel(list, static_cast<int>(to)); }

void Core::end_flow_line() {
  Column& c = column();
  Column::Flow& flow = *c.flow;
  if (flow.line.empty()) return;
  const DrawMark end = mark();
  const float free = c.x + c.w - (flow.pen - flow.gap);
  const float dx = flow.align == Align::start ? 0 : flow.align == Align::center ? free / 2 : free;
  for (std::size_t i = 0; i < flow.line.size(); ++i) {
    const Column::Piece& p = flow.line[i];
    const DrawMark from{p.vertex, p.item, p.text};
    const DrawMark to = i + 1 < flow.line.size()
                            ? DrawMark{flow.line[i + 1].vertex, flow.line[i + 1].item, flow.line[i + 1].text}
                            : end;
    shift(from, to, dx, (flow.line_height - p.h) / 2);
  }
  flow.line.clear();
  c.y = flow.line_top + flow.line_height;
}

float Frame::x() const { return core_.columns.back().x; }
float Frame::y() const { return core_.columns.back().y; }
float Frame::width() const { return core_.columns.back().w; }

Rect Frame::place(float height) { return place(width(), height); }

Rect Frame::place(float w, float height) {
  Column& c = core_.column();
  if (!c.flow) {
    if (c.started) c.y += c.gap;
    c.started = true;
    const Rect r{c.x, c.y, w, height};
    c.y += height;
    return r;
  }
  Column::Flow& flow = *c.flow;
  if (!flow.line.empty() && flow.pen + w > c.x + c.w + 0.5f) core_.end_flow_line();
  if (flow.line.empty()) {
    if (c.started) c.y += flow.gap;
    c.started = true;
    flow.pen = c.x, flow.line_top = c.y, flow.line_height = 0;
  }
  const DrawMark m = core_.mark();
  flow.line.push_back({m.vertex, m.item, m.text, height});
  flow.line_height = std::max(flow.line_height, height);
  const Rect r{flow.pen, flow.line_top, w, height};
  flow.pen += w + flow.gap;
  return r;
}

void Frame::space(float d) {
  Column& c = core_.column();
  if (c.flow && !c.flow->line.empty())
    c.flow->pen += d;
  else
    c.y += d;
}

float Frame::within(Rect area, Body body) {
  core_.columns.emplace_back(area.x, area.y, area.w);
  body();
  const float used = core_.columns.back().y - area.y;
  core_.columns.pop_back();
  return used;
}

void Frame::stack(Space gap, Body body) {
  Column& c = core_.column();
  if (c.started) c.y += c.gap;
  core_.columns.emplace_back(c.x, c.y, c.w, px(gap));
  body();
  const Column done = core_.columns.back();
  core_.columns.pop_back();
  core_.column().y = done.y;
  core_.column().started |= done.started;
}

void Frame::pad(Space by, Body body) {
  const Rect area = place(0);
  const float used = within({area.x + px(by), area.y, area.w - 2 * px(by), 0}, body);
  core_.column().y += used;
}

void Frame::at_most(float max_width, Body body) {
  const Rect area = place(0);
  const float used = within({area.x, area.y, std::min(max_width, area.w), 0}, body);
  core_.column().y += used;
}

void Frame::centered(float max_width, Body body) {
  const Rect area = place(0);
  const float w = std::min(max_width, area.w);
  const float used = within({std::floor(area.x + (area.w - w) / 2), area.y, w, 0}, body);
  core_.column().y += used;
}

void Frame::row(std::initializer_list<Width> widths, RowOptions options, FunctionRef<void(int)> cell) {
  row(std::span(widths.begin(), widths.size()), options, cell);
}

void Frame::row(std::span<const Width> widths, RowOptions options, FunctionRef<void(int)> cell) {
  const Rect area = place(0);
  const float gap = px(options.gap);
  float free = area.w - gap * static_cast<float>(widths.size() - 1), shares = 0;
  for (Width w : widths) w.is_share ? shares += w.value : free -= w.value;

  struct Cell {
    DrawMark from;
    std::vector<CardMark> cards;
    float used = 0;
  };
  std::vector<Cell> cells(widths.size());
  std::vector<CardMark>* const outer = core_.cards;
  float x = area.x, tallest = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const float w = widths[i].is_share ? std::max(0.0f, free * widths[i].value / shares) : widths[i].value;
    cells[i].from = core_.mark();
    core_.cards = &cells[i].cards;
    cells[i].used = within({x, area.y, w, 0}, [&] { cell(static_cast<int>(i)); });
    tallest = std::max(tallest, cells[i].used);
    x += w + gap;
  }
  core_.cards = outer;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const float free_height = tallest - cells[i].used;
    if (options.fit == Fit::middle || options.fit == Fit::bottom) {
      const DrawMark to = i + 1 < cells.size() ? cells[i + 1].from : core_.mark();
      core_.shift(cells[i].from, to, 0, options.fit == Fit::middle ? free_height / 2 : free_height);
    } else if (options.fit == Fit::stretch && !cells[i].cards.empty()) {
      CardMark& last = cells[i].cards.back();
      const bool direct = last.depth == core_.columns.size() + 1;
      if (direct && last.bottom >= area.y + cells[i].used - 1) core_.stretch(last, area.y + tallest);
    }
    for (const CardMark& card : cells[i].cards) {
      if (card.dashed)
        painter_.border({card.x, card.top, card.w, card.bottom - card.top}, {card.edge, 1, true}, metrics::corner);
    }
  }
  core_.column().y = area.y + tallest;
}

void Frame::grid(int count, float min_width, Space gap, FunctionRef<void(int)> cell) {
  const int fit = std::max(1, static_cast<int>((width() + px(gap)) / (min_width + px(gap))));
  const int across = std::clamp(fit, 1, std::max(1, count));
  const std::vector<Width> widths(static_cast<std::size_t>(across), share());
  stack(gap, [&] {
    for (int first = 0; first < count; first += across) {
      row(widths, {gap, Fit::stretch}, [&](int i) {
        if (first + i < count) cell(first + i);
      });
    }
  });
}

void Frame::flow(Space gap, Align align, Body body) {
  const Rect area = place(0);
  Column c(area.x, area.y, area.w);
  c.flow = Column::Flow{px(gap), area.x, area.y, 0, align, {}};
  core_.columns.push_back(std::move(c));
  body();
  core_.end_flow_line();
  const float bottom = core_.columns.back().y;
  core_.columns.pop_back();
  core_.column().y = bottom;
}

void Frame::break_line() {
  if (core_.column().flow) core_.end_flow_line();
}

void Frame::aligned(float height, Align align, Body body) {
  const Rect area = place(0);
  const DrawMark from = core_.mark();
  const float used = within({area.x, area.y, area.w, 0}, body);
  const float free = std::max(0.0f, height - used);
  core_.shift(from, core_.mark(), 0, align == Align::center ? free / 2 : align == Align::end ? free : 0);
  core_.column().y += std::max(height, used);
}

void Frame::on_layer(Layer to, bool modal, Body body) {
  core_.layer_stack.push_back(to);
  if (modal) core_.next_top_layer = std::max(core_.next_top_layer, to);
  core_.set_layer(to);
  core_.clips.push_back({0, 0, core_.size.x, core_.size.y});
  core_.list->PushClipRectFullScreen();
  core_.groups.push_back(0);
  body();
  core_.groups.pop_back();
  core_.list->PopClipRect();
  core_.clips.pop_back();
  core_.layer_stack.pop_back();
  core_.set_layer(core_.layer());
}

void Frame::block(std::string_view name, Rect area) {
  Item item;
  item.id = id(name);
  item.area = item.whole = area.intersect(core_.clips.back());
  item.layer = core_.layer();
  item.blocker = true;
  core_.items.push_back(item);
}

void Frame::scroll(std::string_view name, Rect area, Body body) {
  const Id self = id(name);
  {
    ScrollState& s = core_.scroll_states[self];
    s.area = area.intersect(core_.clips.back());
    s.view = area.h;
    s.layer = core_.layer();
    s.seen = core_.frame_number;
    s.offset = std::clamp(s.offset, 0.0f, std::max(0.0f, s.content - s.view));
  }
  const float offset = std::round(core_.scroll_states[self].offset * core_.scale) / core_.scale;
  painter_.push_clip(area);
  core_.scrolls.push_back(self);
  const float used = within({area.x, area.y - offset, area.w, 0}, [&] { scope(name, body); });
  core_.scrolls.pop_back();
  painter_.pop_clip();
  ScrollState& s = core_.scroll_states[self];
  if (std::abs(s.content - used) > 0.5f) core_.redraw = true;
  s.content = used;
  if (used > area.h + 0.5f) scroll_bar(name, area);
}

void Frame::scroll_bar(std::string_view name, Rect area) {
  ScrollState& s = core_.scroll_states[id(name)];
  const float length = std::max(32.0f, area.h * s.view / s.content);
  const float travel = area.h - 2 * kBarInset - length;
  const float range = s.content - s.view;
  const Rect track{area.right() - kBarWidth - 2 * kBarInset, area.y, kBarWidth + 2 * kBarInset, area.h};
  Rect thumb{track.x + kBarInset, area.y + kBarInset + travel * s.offset / range, kBarWidth, length};
  scope(name, [&] {
    const Response r = item("bar", track, {Takes::nothing, true, false, Cursor::arrow});
    if (r.held && core_.pressed_now) s.grab = thumb.contains({thumb.x, mouse().y}) ? mouse().y - thumb.y : length / 2;
    if (r.held) {
      s.offset = std::clamp((mouse().y - s.grab - area.y - kBarInset) / std::max(1.0f, travel) * range, 0.0f, range);
      core_.redraw = true;
    }
    painter_.fill(thumb, fade(theme().soft, r.held ? 0.7f : r.hovered ? 0.5f : 0.25f), kBarWidth / 2);
  });
}

void Frame::reveal(Rect area) {
  const auto at = core_.scroll_states.find(core_.scrolls.back());
  if (at == core_.scroll_states.end()) return;
  ScrollState& s = at->second;
  const Rect view = s.area;
  if (area.y < view.y)
    s.offset -= view.y - area.y;
  else if (area.bottom() > view.bottom())
    s.offset += std::min(area.bottom() - view.bottom(), area.y - view.y);
  s.offset = std::max(0.0f, s.offset);
  core_.redraw = true;
}

void Frame::scroll_to_top(std::string_view name) {
  core_.scroll_states[id(name)].offset = 0;
  core_.redraw = true;
}

}  // namespace ui
