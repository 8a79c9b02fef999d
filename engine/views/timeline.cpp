// A `timeline` block: events down a line, apart as they are in time where that fits.
#include <algorithm>
#include <vector>

#include "views/charts.h"
#include "views/timeline.h"

namespace views {
namespace {

constexpr float kLeastGap = 14, kMostGap = 72;
constexpr float kLine = 24;  ///< width of the line's column
constexpr float kDot = 8;    ///< from an event's middle to where the line goes on
constexpr float kDates = 0.24f, kWidestDates = 150;

/// Free height above each event: the longest pause between two gets the most.
std::vector<float> gaps(const course::Timeline& timeline) {
  std::vector<float> all(timeline.events.size(), 0);
  double longest = 0;
  for (std::size_t i = 1; i < all.size(); ++i)
    longest = std::max(longest, timeline.events[i].at.years() - timeline.events[i - 1].at.years());
  for (std::size_t i = 1; i < all.size(); ++i) {
    const double pause = timeline.events[i].at.years() - timeline.events[i - 1].at.years();
    const auto share = longest > 0 ? static_cast<float>(pause / longest) : 0.0f;
    all[i] = kLeastGap + (kMostGap - kLeastGap) * share;
  }
  return all;
}

void dot(ui::Frame& f, float top, bool lasts) {
  const ui::Theme& t = f.theme();
  const ui::Vec middle{f.x() + kLine / 2, top + 12};
  if (lasts)
    f.paint().fill({middle.x - 5, middle.y - 7, 10, 14}, t.accent, 5);
  else
    f.paint().disc(middle, 5, t.accent);
}

}  // namespace

ui::RichEvent timeline(ui::Frame& f, const course::Timeline& timeline, const ui::RichOptions& rich,
                       const std::function<void(const course::SourceId&)>& source) {
  ui::RichEvent followed;
  if (!timeline.title.empty()) {
    ui::words(f, timeline.title, ui::style::strong);
    f.space(ui::Space::m);
  }
  const float dates = std::min(kWidestDates, f.width() * kDates);
  const std::vector<float> above = gaps(timeline);
  const float line_x = f.x() + dates + ui::px(ui::Space::m) + kLine / 2;
  float last = 0;
  for (std::size_t i = 0; i < timeline.events.size(); ++i) {
    const course::TimelineEvent& event = timeline.events[i];
    f.space(above[i]);
    const float top = f.y();
    if (i > 0) f.paint().line({line_x, last + kDot}, {line_x, top + 12 - kDot}, {f.theme().line, 2});
    last = top + 12;
    f.scope(i, [&] {
      f.row({ui::fixed(dates), ui::fixed(kLine), ui::share()}, {.gap = ui::Space::m, .fit = ui::Fit::top},
            [&](int cell) {
              if (cell == 0)
                return ui::words(f, moments_words(event.at, event.to, f.words()), ui::style::small_strong,
                                 ui::Tone::accent, ui::Align::end);
              if (cell == 1) return dot(f, top, event.to.has_value());
              if (const auto happened = ui::rich(f, "text", event.markdown, rich)) followed = happened;
              source(event.source);
            });
    });
  }
  return followed;
}

}  // namespace views
