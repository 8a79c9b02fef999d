#include <algorithm>
#include <vector>

#include "ui/chart.h"
#include "ui/charts/axis.h"

namespace ui {
namespace {

constexpr float kLeastWidth = 210, kHeight = 170;
constexpr int kTicks = 4;

/// All panels as one chart, whose axes then hold for each.
ChartData together(std::span<const ChartData> panels) {
  ChartData all = panels.front();
  all.series.clear();
  for (const ChartData& panel : panels) all.series.insert(all.series.end(), panel.series.begin(), panel.series.end());
  return all;
}

/// In a stack each panel ends where its own sum does.
charts::Axis common_values(std::span<const ChartData> panels, std::string_view language) {
  if (!panels.front().stacked) return charts::value_axis(together(panels), kTicks, language);
  charts::Axis common = charts::value_axis(panels.front(), kTicks, language);
  for (const ChartData& panel : panels) {
    const charts::Axis axis = charts::value_axis(panel, kTicks, language);
    common.low = std::min(common.low, axis.low), common.high = std::max(common.high, axis.high);
  }
  return common;
}

}  // namespace

void chart_panels(Frame& f, std::string_view id, std::span<const ChartData> panels) {
  if (panels.empty()) return;
  const std::string& language = f.words().language();
  const charts::Axis values = common_values(panels, language);
  const charts::Axis along = charts::number_axis(together(panels), kTicks, language);
  f.scope(id, [&] {
    f.grid(static_cast<int>(panels.size()), kLeastWidth, Space::l, [&](int i) {
      ChartData panel = panels[static_cast<std::size_t>(i)];
      panel.from = values.low;
      panel.to = values.high;
      if (panel.categories.empty() && along.low < along.high) {
        panel.from_x = along.low;
        panel.to_x = along.high;
      }
      chart(f, std::to_string(i), panel, kHeight);
    });
  });
}

}  // namespace ui
