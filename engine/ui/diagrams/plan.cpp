#include "ui/diagrams/plan.h"

#include <array>
#include <cmath>

#include "ui/layout/cache.h"

namespace ui::diagrams {
namespace {

constexpr float kBetween = 26, kRanks = 40;  ///< least distance of boxes beside each other, and of ranks
constexpr float kHead = 9;
constexpr float kWide = 150, kClose = 104;
constexpr float kGoodEnough = 0.85f;  ///< rather this much smaller than turned
constexpr float kLeastBox = 44;

/// Room for the letters of the longest line.
Vec size_of(const Layout& layout) {
  float width = 0;
  for (const Layout::Line& line : layout.lines) width = std::max(width, line.width);
  return {std::ceil(width), layout.height};
}

PlaceRequest request_of(Core& core, const DiagramData& data, const Setting& setting) {
  PlaceRequest request;
  request.right = setting.right;
  request.between = kBetween, request.ranks = kRanks, request.head = kHead;
  for (const DiagramBox& box : data.boxes) {
    const Vec words = size_of(words_of(core, box.text, setting.style, setting.wrap));
    request.boxes.push_back({std::max(kLeastBox, words.x + 2 * kPadX), words.y + 2 * kPadY});
  }
  for (const DiagramArrow& arrow : data.arrows) {
    PlaceRequest::Arrow& made = request.arrows.emplace_back();
    made.from = arrow.from, made.to = arrow.to, made.both = arrow.both;
    if (arrow.label.empty()) continue;
    const Vec words = size_of(words_of(core, arrow.label, kLabel, kLabelWrap));
    made.label = {words.x + px(Space::m), words.y + 4};
  }
  return request;
}

}  // namespace

const Layout& words_of(Core& core, std::string_view words, TextStyle style, float wrap) {
  return core.texts->plain(core, words, wrap, {style, Tone::ink, Align::center, true, false});
}

Plan make_plan(Frame& f, const DiagramData& data, float width) {
  Core& core = f.core();
  if (!core.placer) {
    core.placer = std::make_unique<Placer>([&core] {
      core.woken = true;
      if (core.wake) core.wake();
    });
  }
  const std::array<Setting, 4> settings{{{style::small, kWide, data.right},
                                         {style::caption, kClose, data.right},
                                         {style::small, kWide, !data.right},
                                         {style::caption, kClose, !data.right}}};
  Plan best;
  for (const Setting& setting : settings) {
    Plan plan{setting};
    PlaceRequest request = request_of(core, data, setting);
    plan.places = core.placer->get(request, core.frame_number);
    plan.boxes = std::move(request.boxes);
    if (plan.places == nullptr || plan.places->failed) return plan;
    plan.scale = std::min(1.0f, width / std::max(1.0f, plan.places->size.x));
    if (plan.scale >= (setting.style == style::caption ? kGoodEnough : 1.0f)) return plan;
    if (best.places == nullptr || plan.scale > best.scale) best = std::move(plan);
  }
  return best;
}

}  // namespace ui::diagrams
