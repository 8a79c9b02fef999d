#include "ui/diagram.h"

#include <algorithm>
#include <cmath>

#include "ui/diagrams/plan.h"

namespace ui {
namespace {

constexpr float kArrowLine = 1.5f;
constexpr float kHeadWidth = 8;
constexpr float kDiagramMargin = 3;  ///< around everything, for borders and the focus ring

class Diagram {
 public:
  Diagram(Frame& f, const DiagramData& data, const diagrams::Plan& plan, Rect area)
      : f_(f),
        data_(data),
        plan_(plan),
        at_{area.x + (area.w - plan.places->size.x * plan.scale) / 2, area.y + kDiagramMargin} {}

  DiagramEvent run(std::string_view id) {
    DiagramEvent event;
    f_.group(id, [&] { f_.scope(id, [&] { items(event); }); });
    draw();
    return event;
  }

 private:
  Rect box_at(std::size_t i) const {
    const Vec middle = plan_.places->boxes[i], size = plan_.boxes[i];
    return {at_.x + middle.x - size.x / 2, at_.y + middle.y - size.y / 2, size.x, size.y};
  }
  Rect scaled(Rect r) const {
    const float s = plan_.scale;
    return {at_.x + (r.x - at_.x) * s, at_.y + (r.y - at_.y) * s, r.w * s, r.h * s};
  }

  void items(DiagramEvent& event) {
    states_.resize(data_.boxes.size());
    for (std::size_t i = 0; i < data_.boxes.size(); ++i) {
      if (!data_.boxes[i].opens) continue;
      const Rect area = scaled(box_at(i));
      states_[i] = f_.item(std::to_string(i), area);
      const bool rests = rested(f_, states_[i]);
      if (states_[i].clicked) event.clicked = static_cast<int>(i);
      if (rests) event.rested = static_cast<int>(i);
      if (states_[i].clicked || rests) event.area = area;
    }
  }

  /// Everything in its own size, then drawn together to the scale that fits.
  void draw() {
    Core& core = f_.core();
    const int first = core.list->VtxBuffer.Size;
    const std::size_t text = core.record.texts.size();
    // What is out of sight in its own size may be in sight when it is smaller.
    core.clips.push_back({at_.x - 1e5f, at_.y - 1e5f, 2e5f, 2e5f});
    for (std::size_t i = 0; i < data_.arrows.size(); ++i) arrow(i);
    for (std::size_t i = 0; i < data_.boxes.size(); ++i) box(i);
    for (std::size_t i = 0; i < data_.arrows.size(); ++i) label(i);
    core.clips.pop_back();
    for (std::size_t i = text; i < core.record.texts.size(); ++i) {
      core.record.texts[i].box = scaled(core.record.texts[i].box);
      core.record.texts[i].clip = core.clips.back();
    }
    if (plan_.scale >= 1) return;
    const ImVec2 origin(at_.x * core.scale, at_.y * core.scale);
    for (int i = first; i < core.list->VtxBuffer.Size; ++i) {
      ImVec2& p = core.list->VtxBuffer[i].pos;
      p = {origin.x + (p.x - origin.x) * plan_.scale, origin.y + (p.y - origin.y) * plan_.scale};
    }
  }

  void box(std::size_t i) {
    const DiagramBox& box = data_.boxes[i];
    const Theme& t = f_.theme();
    const Rect r = box_at(i);
    const bool plain = box.tone == Tone::ink;
    const bool hovered = states_[i].hovered;
    f_.paint().fill(r, plain ? t.surface : soft_of(t, box.tone), metrics::small_corner);
    const Color edge = plain ? mix(t.line, t.soft, hovered ? 0.8f : 0.35f) : color_of(t, box.tone);
    f_.paint().border(r, {edge, hovered ? 2.0f : 1.0f, box.dashed}, metrics::small_corner);
    if (states_[i].ring) f_.focus_ring(r, metrics::small_corner);
    const Layout& words = diagrams::words_of(f_.core(), box.text, plan_.setting.style, plan_.setting.wrap);
    const Vec at{r.center().x - plan_.setting.wrap / 2, r.y + diagrams::kPadY};
    draw_layout(f_, words, at, -1);
    if (!box.opens || box.plain) return;
    // As links are: a line under the words says that there is more to see.
    for (const Layout::Line& line : words.lines) {
      const float y = at.y + line.base + line.em * 0.16f;
      f_.paint().line({at.x + line.x, y}, {at.x + line.x + line.width, y}, {fade(t.accent, hovered ? 1.0f : 0.55f)});
    }
  }

  Vec moved(Vec p) const { return p + at_; }

  void head(Vec tip, Vec from, Color color) {
    const Vec along = tip - from;
    const float length = std::hypot(along.x, along.y);
    if (length < 0.1f) return;
    const Vec across{-along.y / length * kHeadWidth / 2, along.x / length * kHeadWidth / 2};
    const Vec corners[]{tip, from + across, from - across};
    f_.paint().polygon(corners, color);
  }

  void arrow(std::size_t i) {
    const Places::Way& way = plan_.places->ways[i];
    const Color color = mix(f_.theme().line, f_.theme().soft, 0.8f);
    for (std::size_t p = 0; p + 3 < way.points.size(); p += 3) {
      f_.paint().curve(moved(way.points[p]), moved(way.points[p + 1]), moved(way.points[p + 2]),
                       moved(way.points[p + 3]), {color, kArrowLine, data_.arrows[i].dashed});
    }
    if (way.points.empty()) return;
    if (way.has_end) head(moved(way.end), moved(way.points.back()), color);
    if (way.has_start) head(moved(way.start), moved(way.points.front()), color);
  }

  void label(std::size_t i) {
    const std::string& words = data_.arrows[i].label;
    if (words.empty()) return;
    const Layout& layout = diagrams::words_of(f_.core(), words, diagrams::kLabel, diagrams::kLabelWrap);
    const Vec middle = moved(plan_.places->ways[i].label);
    draw_layout(f_, layout, {middle.x - diagrams::kLabelWrap / 2, middle.y - layout.height / 2}, -1);
  }

  Frame& f_;
  const DiagramData& data_;
  const diagrams::Plan& plan_;
  const Vec at_;
  std::vector<Response> states_;
};

}  // namespace

std::optional<float> diagram_scale(Frame& f, const DiagramData& data) {
  const diagrams::Plan plan = diagrams::make_plan(f, data, f.width() - 2 * kDiagramMargin);
  if (plan.places == nullptr || plan.places->failed) return std::nullopt;
  return plan.scale;
}

DiagramEvent diagram(Frame& f, std::string_view id, const DiagramData& data) {
  const diagrams::Plan plan = diagrams::make_plan(f, data, f.width() - 2 * kDiagramMargin);
  if (plan.places == nullptr) {
    // About as high as it will be, so that what follows moves little.
    f.place(f.recall(id, 60 * std::sqrt(static_cast<float>(data.boxes.size()))));
    return {};
  }
  if (plan.places->failed) return {.failed = true};
  const Rect area = f.place(plan.places->size.y * plan.scale + 2 * kDiagramMargin);
  f.remember(id, area.h);
  if (area.w <= 0) return {};
  return Diagram(f, data, plan, area).run(id);
}

}  // namespace ui
