#include "ui/layout/builder.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float kIndent = 24;
constexpr float kBullet = 5;
constexpr float kQuoteBar = 3;
constexpr int kDeepest = 12;  ///< deeper lists and quotes are not indented any more

/// Without the space or line end that stood beside a formula on its own line.
text::Runs trimmed(text::Runs runs) {
  const auto gone = [](std::string& words, bool front) {
    const char* const blank = " \n";
    const std::size_t first = words.find_first_not_of(blank), last = words.find_last_not_of(blank);
    if (first == std::string::npos) return words.clear(), true;
    if (front)
      words.erase(0, first);
    else
      words.erase(last + 1);
    return false;
  };
  const auto empty = [&](text::Run& run, bool front) { return run.footnote.empty() && gone(run.text, front); };
  while (!runs.empty() && empty(runs.front(), true)) runs.erase(runs.begin());
  while (!runs.empty() && empty(runs.back(), false)) runs.pop_back();
  return runs;
}

}  // namespace

Layout LayoutBuilder::build(const text::Document& document, float width) {
  Place place{0, std::max(8.0f, width), options_.style, options_.tone, options_.align, 0};
  blocks(document.blocks, place);
  out_.height = y_;
  std::stable_sort(out_.lines.begin(), out_.lines.end(),
                   [](const Layout::Line& a, const Layout::Line& b) { return a.top < b.top; });
  return std::move(out_);
}

float LayoutBuilder::gap_before(const text::Block& block, int depth) const {
  if (options_.tight) return px(Space::xs);
  const float em = px(options_.style.size);
  switch (block.kind) {
    case text::Block::Kind::heading: return block.level <= 2 ? 1.75f * em : 1.25f * em;
    case text::Block::Kind::item: return 0.25f * em;
    case text::Block::Kind::list: return depth > 0 ? 0.25f * em : 0.75f * em;
    case text::Block::Kind::rule: return 1.5f * em;
    default: return 0.75f * em;
  }
}

void LayoutBuilder::blocks(const text::Blocks& blocks, const Place& place) {
  const text::Block* before = nullptr;
  for (const text::Block& b : blocks) {
    if (before != nullptr) {
      const bool after_heading = before->kind == text::Block::Kind::heading;
      y_ += after_heading && b.kind != text::Block::Kind::heading ? px(before->level == 1 ? Space::m : Space::s)
                                                                  : gap_before(b, place.depth);
      if (before->kind == text::Block::Kind::rule) y_ += px(Space::m);
    }
    block(b, place);
    before = &b;
  }
}

void LayoutBuilder::block(const text::Block& b, const Place& place) {
  switch (b.kind) {
    case text::Block::Kind::paragraph: return paragraph(b.runs, place);
    case text::Block::Kind::heading: return heading(b, place);
    case text::Block::Kind::list: return list(b, place);
    case text::Block::Kind::item: return blocks(b.children, place);
    case text::Block::Kind::quote: return quote(b, place);
    case text::Block::Kind::code: return code(b, place);
    case text::Block::Kind::table: return table(b, place);
    case text::Block::Kind::rule:
      out_.shapes.push_back({Layout::Shape::Kind::rule, {place.x, y_, place.width, 1}});
      y_ += 1;
      return;
  }
}

void LayoutBuilder::paragraph(const text::Runs& runs, const Place& place) {
  const auto is_display = [](const text::Run& run) { return text::has(run.style, text::Style::display); };
  // A paragraph goes on behind the formula that stands in its middle.
  const auto end = runs.end();
  auto first = runs.begin();
  for (auto shown = std::find_if(first, end, is_display); shown != end; shown = std::find_if(first, end, is_display)) {
    plain_paragraph(trimmed({first, shown}), place);
    display(*shown, place);
    first = shown + 1;
  }
  if (first == runs.begin()) return plain_paragraph(runs, place);
  plain_paragraph(trimmed({first, end}), place);
}

void LayoutBuilder::plain_paragraph(const text::Runs& runs, const Place& place) {
  if (runs.empty()) return;
  Shaped shaped = shape(fonts_, runs, {place.style, place.tone, options_.links}, out_.links, number_);
  shrink_formulas(shaped, place.width);
  const bool balance = place.style.size >= Size::title || place.align == Align::center;
  const auto ranges = balance ? balanced_lines(shaped, place.width) : break_lines(shaped, place.width);
  lines(shaped, ranges, place, leading(place.style, options_.tight), fonts_.face(place.style));
}

void LayoutBuilder::display(const text::Run& run, const Place& place) {
  const float apart = 0.25f * px(place.style.size);
  Shaped shaped = shape(fonts_, {run}, {place.style, place.tone, options_.links}, out_.links, number_);
  shrink_formulas(shaped, place.width);
  Place middle = place;
  middle.align = Align::center;
  y_ += apart;
  lines(shaped, break_lines(shaped, place.width), middle, leading(place.style, options_.tight),
        fonts_.face(place.style));
  y_ += apart;
}

void LayoutBuilder::heading(const text::Block& b, Place place) {
  place.tone = options_.tone;
  place.style = b.level <= 1   ? style::display
                : b.level == 2 ? style::title
                : b.level == 3 ? style::strong
                               : style::small_strong;
  if (b.level > 3) place.tone = Tone::soft;
  paragraph(b.runs, place);
}

void LayoutBuilder::marker(const std::string& words, const Place& place, float right, float top) {
  std::vector<LinkTarget> none;
  const Shaped shaped =
      shape(fonts_, {text::Run{words, text::Style::none, {}, {}}}, {place.style, Tone::soft, false}, none, number_);
  const float width = natural_width(shaped);
  const float below = y_;
  y_ = top;
  Place at = place;
  at.x = right - width, at.width = width + 1, at.align = Align::start;
  lines(shaped, {{0, shaped.letters.size(), width, false, false}}, at, leading(place.style, options_.tight),
        fonts_.face(place.style));
  y_ = below;
}

void LayoutBuilder::list(const text::Block& b, const Place& place) {
  float indent = kIndent;
  if (b.ordered) {
    const int last = b.start + static_cast<int>(b.children.size()) - 1;
    indent = std::max(indent, px(place.style.size) * (0.65f * static_cast<float>(std::to_string(last).size()) + 0.9f));
  }
  Place inner = place;
  if (place.depth < kDeepest) inner.x += indent, inner.width = std::max(40.0f, inner.width - indent);
  inner.depth = place.depth + 1;
  inner.align = Align::start;
  // Items of several blocks stand further apart.
  const bool loose =
      std::any_of(b.children.begin(), b.children.end(), [](const text::Block& i) { return i.children.size() > 2; });
  for (std::size_t i = 0; i < b.children.size(); ++i) {
    if (i > 0) y_ += loose ? px(Space::s) : gap_before(b.children[i], place.depth);
    const float top = y_, height = leading(place.style, options_.tight);
    if (b.ordered) {
      marker(std::to_string(b.start + static_cast<int>(i)) + ".", place, inner.x - px(Space::s), top);
    } else {
      out_.shapes.push_back(
          {Layout::Shape::Kind::bullet, {inner.x - 15, top + height / 2 - kBullet / 2 + 0.5f, kBullet, kBullet}});
    }
    block(b.children[i], inner);
    if (y_ == top) y_ += height;  // an empty item still has its mark
  }
}

void LayoutBuilder::quote(const text::Block& b, Place place) {
  const float top = y_, x = place.x;
  if (place.depth < kDeepest)
    place.x += px(Space::l) + kQuoteBar, place.width = std::max(40.0f, place.width - px(Space::l) - kQuoteBar);
  place.depth += 1;
  place.tone = Tone::soft;
  blocks(b.children, place);
  out_.shapes.push_back({Layout::Shape::Kind::quote_bar, {x, top + 2, kQuoteBar, std::max(0.0f, y_ - top - 4)}});
}

void LayoutBuilder::code(const text::Block& b, Place place) {
  const float top = y_, x = place.x, width = place.width;
  place.x += px(Space::m), place.width -= 2 * px(Space::m);
  place.style = style::mono;
  place.align = Align::start;
  y_ += px(Space::m);
  text::Runs runs = b.runs;
  for (text::Run& r : runs) {
    r.style = text::Style::none;
    while (!r.text.empty() && r.text.back() == '\n') r.text.pop_back();
  }
  const Shaped shaped = shape(fonts_, runs, {place.style, Tone::ink, false}, out_.links, number_);
  lines(shaped, break_lines(shaped, place.width), place, leading(place.style, false), fonts_.face(place.style));
  y_ += px(Space::m);
  out_.shapes.push_back({Layout::Shape::Kind::code_ground, {x, top, width, y_ - top}});
}

Layout lay_out(Fonts::Impl& fonts, const text::Document& document, float width, const LayoutOptions& options,
               NoteNumber number) {
  return LayoutBuilder(fonts, options, number).build(document, width);
}

}  // namespace ui
