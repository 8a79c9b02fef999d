// Charts: round numbers, places by value, words that never overlap, and the readout.

#include "ui/chart.h"

#include <cmath>
#include <limits>
#include <numeric>

#include "support/test.h"
#include "ui/charts/look.h"
#include "ui/charts/plan.h"
#include "ui/testing/robot.h"
#include "ui/widgets/basic.h"

namespace chart_test {

namespace {

using ui::ChartData;
using ui::Ticks;
using Kind = ChartData::Kind;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Every letter is 7 wide.
constexpr auto monospaced = [](std::string_view words, ui::TextStyle) { return 7 * static_cast<float>(words.size()); };

ui::charts::Plan plan(const ChartData& data, float width = 640, float height = 280) {
  return ui::charts::make_plan(data, {width, height}, "en", monospaced);
}

ChartData lines() {
  ChartData data;
  data.title = "At risk";
  data.unit = "%";
  data.y_label = "Share at risk";
  data.from = 0;
  data.to = 50;
  data.x_is_year = true;
  const std::vector<double> x{2019, 2020, 2021, 2022, 2023};
  data.series = {{"All users", {20.0, 23.3, kNaN, 23.1, 22.9}, x}, {"Aged 10 to 19", {kNaN, 35.8, 37, 40.1, 42.6}, x}};
  return data;
}

ChartData bars() {
  ChartData data;
  data.kind = Kind::bar;
  data.title = "Ideas recalled on the final test";
  data.unit = "%";
  data.y_label = "Ideas recalled";
  data.x_label = "Time until the final test";
  data.categories = {"5 minutes", "2 days", "1 week"};
  data.series = {{"Read twice", {81, 54, 42}}, {"Read once and wrote", {75, 68, 56}}};
  return data;
}

std::vector<ChartData> many() {
  std::vector<ChartData> all{lines(), bars()};
  ChartData dots = lines();
  dots.kind = Kind::dots;
  dots.diagonal = true;
  all.push_back(dots);
  ChartData log = lines();
  log.log = true;
  log.from = log.to = std::nullopt;
  log.unit = "million euros";
  log.series[0].y = {0.0000003, 0.01, 12, 4e5, 3e7};
  all.push_back(log);
  ChartData week = bars();
  week.values_on_bars = true;
  week.categories = {"Today",    "Monday", "Tuesday",  "Wednesday",
                     "Thursday", "Friday", "Saturday", "The United States of America"};
  week.series = {{"", {12, -18, 9, 1400, 6, 0, kNaN, 3.25}}};
  all.push_back(week);
  ChartData close;
  for (int s = 0; s < 9; ++s) {
    ui::Series& series = close.series.emplace_back();
    series.label = "Series with a long name, number " + std::to_string(s);
    for (int i = 0; i < 40; ++i) series.x.push_back(i), series.y.push_back(1000000 + s * 3 + i);
  }
  all.push_back(close);
  for (const bool area : {false, true}) {
    ChartData stack = bars();
    stack.kind = area ? Kind::area : Kind::bar;
    stack.stacked = true;
    all.push_back(stack);
  }
  ChartData area = lines();
  area.kind = Kind::area;
  all.push_back(area);
  ChartData powers = lines();
  powers.log_x = powers.log = true;
  powers.x_is_year = false;
  powers.from = powers.to = std::nullopt;
  for (auto& series : powers.series) series.x = {1, 10, 100, 1000, 40000};
  all.push_back(powers);
  ChartData few = close;
  few.series.resize(3);
  for (auto& series : few.series) series.label = series.label.substr(33);
  all.push_back(few);
  return all;
}

}  // namespace

TEST_CASE("ticks are round numbers around the range") {
  const auto check = [](double from, double to, int count, double first, double step, int found, int decimals) {
    const Ticks t = ui::nice_ticks(from, to, count);
    CAPTURE(from, to, count);
    CHECK(t.first == Approx(first));
    CHECK(t.step == Approx(step));
    CHECK(t.count == found);
    CHECK(t.decimals == decimals);
  };
  check(0, 100, 6, 0, 20, 6, 0);
  check(0, 10.04, 7, 0, 2, 7, 0);
  check(0.3, 0.9, 4, 0.2, 0.2, 5, 1);
  check(-7, 3, 5, -8, 2, 7, 0);
  check(0, 0.05, 6, 0, 0.01, 6, 2);
  check(1234, 1240, 4, 1234, 2, 4, 0);
  check(0, 50, 6, 0, 10, 6, 0);
  check(5, 5, 3, 5, 0.2, 4, 1);
  check(0, 0, 3, 0, 0.5, 3, 1);
}

TEST_CASE("ticks hold for any range") {
  REQUIRE(rc::check("they enclose the range, with a step of 1, 2 or 5", [] {
    const double a = *rc::gen::arbitrary<double>(), b = *rc::gen::arbitrary<double>();
    const int count = *rc::gen::inRange(-3, 40);
    const Ticks t = ui::nice_ticks(a, b, count);
    RC_ASSERT(std::isfinite(t.first) && std::isfinite(t.step) && t.step > 0);
    RC_ASSERT(t.count >= 1 && t.count < 300);
    RC_ASSERT(t.decimals >= 0);
    const double lead = t.step / std::pow(10.0, std::floor(std::log10(t.step) + 1e-9));
    RC_ASSERT(std::abs(lead - 1) < 1e-6 || std::abs(lead - 2) < 1e-6 || std::abs(lead - 5) < 1e-6);
    const double slack = t.step * 1e-3;
    RC_ASSERT(t.first <= std::min(a, b) + slack);
    RC_ASSERT(t.first + (t.count - 1) * t.step >= std::max(a, b) - slack);
  }));
  for (double odd : {kNaN, kInfinity, -kInfinity, 1e308, -1e308, 5e-324}) {
    const Ticks t = ui::nice_ticks(odd, 3, 5);
    CHECK(std::isfinite(t.first));
    CHECK(t.step > 0);
  }
}

TEST_CASE("names are pushed apart, no more than needed") {
  const auto spread = [](std::vector<float> centers, std::vector<float> heights) {
    return ui::charts::spread(centers, heights, 0, 100);
  };
  CHECK(*spread({20, 60}, {10, 10}) == std::vector<float>{20, 60});
  CHECK(*spread({50, 50}, {10, 10}) == std::vector<float>{45, 55});
  CHECK(*spread({60, 50, 52}, {10, 10, 10}) == std::vector<float>{64, 44, 54});
  CHECK(*spread({0, 100}, {10, 20}) == std::vector<float>{5, 90});
  CHECK_FALSE(spread({10, 20}, {60, 60}));
  CHECK(spread({}, {})->empty());
}

TEST_CASE("names that were pushed apart never overlap and stay inside") {
  REQUIRE(rc::check("any names", [] {
    const auto heights = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 30));
    std::vector<float> tall, centers;
    for (int h : heights)
      tall.push_back(static_cast<float>(h)), centers.push_back(static_cast<float>(*rc::gen::inRange(-50, 250)));
    const auto placed = ui::charts::spread(centers, tall, 0, 200);
    const float total = std::accumulate(tall.begin(), tall.end(), 0.0f);
    RC_ASSERT(placed.has_value() == (total <= 200));
    if (!placed) return;
    for (std::size_t i = 0; i < tall.size(); ++i) {
      RC_ASSERT((*placed)[i] - tall[i] / 2 >= -0.01f);
      RC_ASSERT((*placed)[i] + tall[i] / 2 <= 200.01f);
      for (std::size_t j = 0; j < i; ++j) {
        RC_ASSERT(std::abs((*placed)[i] - (*placed)[j]) >= (tall[i] + tall[j]) / 2 - 0.01f);
      }
    }
  }));
}

TEST_CASE("words are wrapped, or nothing is") {
  const auto wrap = [](std::string_view words, float width, int most) {
    return ui::charts::wrap(words, ui::style::caption, width, most, monospaced);
  };
  CHECK(*wrap("one two three", 60, 3) == std::vector<std::string>{"one two", "three"});
  CHECK(*wrap("", 60, 3) == std::vector<std::string>{});
  CHECK_FALSE(wrap("one two three", 60, 1));
  CHECK_FALSE(wrap("extraordinary", 60, 3));
}

TEST_CASE("points stand at their values") {
  const auto p = plan(lines());
  CHECK(p.y.low == 0);
  CHECK(p.y.high == 50);
  CHECK(p.y(0) == Approx(p.plot.bottom()));
  CHECK(p.y(50) == Approx(p.plot.y));
  CHECK(p.y(25) == Approx(p.plot.y + p.plot.h / 2));
  CHECK(p.base == Approx(p.plot.bottom()));
  CHECK(p.table.stops == std::vector<double>{2019, 2020, 2021, 2022, 2023});
  CHECK(std::isnan(p.table.values[0][2]));
  CHECK(p.table.values[1][4] == 42.6);
  CHECK(p.levels.front().words == "0%");
  CHECK(p.levels.back().words == "50%");
  CHECK(p.marks);
}

TEST_CASE("lines are named at their ends, or in a legend where there is no room") {
  const auto wide = plan(lines());
  CHECK(wide.named);
  REQUIRE(wide.end_names.size() == 2);
  CHECK(wide.end_names[1].y == Approx(wide.y(42.6)));
  const auto narrow = plan(lines(), 200);
  CHECK_FALSE(narrow.named);
  CHECK(narrow.end_names.empty());
  CHECK(narrow.plot.right() == Approx(200));

  ChartData early = lines();
  early.series[0].y = {1, 2, kNaN, kNaN, kNaN};
  CHECK_FALSE(plan(early).named);

  ChartData one = lines();
  one.series.resize(1);
  one.series[0].label = one.y_label;
  CHECK(plan(one).named);
  CHECK(plan(one).end_names.empty());
}

TEST_CASE("bars stand on zero, side by side") {
  const auto p = plan(bars());
  REQUIRE(p.bars.size() == 6);
  for (const auto& bar : p.bars) {
    CHECK(bar.up);
    CHECK(bar.box.bottom() == Approx(p.base));
    CHECK(bar.box.right() <= p.plot.right());
  }
  CHECK(p.bars[0].box.right() < p.bars[1].box.x + 0.01f);
  CHECK(p.bars[0].box.h / p.bars[2].box.h == Approx(81.0 / 54));
  ChartData below = bars();
  below.series = {{"", {3, -2, 0}}};
  below.values_on_bars = true;
  const auto q = plan(below);
  CHECK(q.levels.empty());
  CHECK_FALSE(q.bars[1].up);
  CHECK(q.bars[1].value == "−2%");
  CHECK(q.bars[1].box.y == Approx(q.base));
}

TEST_CASE("a logarithmic axis leaves out what it cannot show") {
  ChartData data;
  data.log = true;
  data.series = {{"", {-1, 0, 1, 10, 1000}, {1, 2, 3, 4, 5}}};
  const auto p = plan(data);
  CHECK(p.table.stops == std::vector<double>{3, 4, 5});
  CHECK(p.y(1) == Approx(p.plot.bottom()));
  CHECK(p.y(1000) == Approx(p.plot.y));
  CHECK(p.y(10) - p.y(100) == Approx(p.plot.h / 3));
}

TEST_CASE("series differ by more than colour, and their names can be read") {
  ChartData data;
  data.series.resize(12);
  for (auto name : {ui::ThemeName::light, ui::ThemeName::dark, ui::ThemeName::contrast}) {
    const ui::Theme& theme = ui::theme(name);
    for (std::size_t i = 0; i < 12; ++i) {
      const auto a = ui::charts::look_of(theme, data, i);
      CHECK(ui::contrast(a.words, theme.surface) >= 4.5);
      CHECK(ui::contrast(a.words, theme.paper) >= 4.5);
      for (std::size_t j = 0; j < i; ++j) {
        const auto b = ui::charts::look_of(theme, data, j);
        CHECK((a.color != b.color || a.dash != b.dash));
        if (i < 3) CHECK((a.dash != b.dash && a.shape != b.shape && a.pattern != b.pattern));
      }
    }
  }
  data.series[7].color = 1;
  CHECK(ui::charts::look_of(ui::theme(ui::ThemeName::light), data, 7).dash == ui::charts::Dash::dashes);
}

TEST_CASE("no words of a chart overlap or are cut, at any width and size") {
  ChartData data;
  float height = 0;
  ui::testing::Robot robot([&](ui::Frame& f) { ui::card(f, [&] { ui::chart(f, "chart", data, height); }); });
  const auto sound = [&] {
    REQUIRE(robot.settle());
    CHECK(robot.record().overlaps() == std::vector<std::string>{});
    CHECK(robot.record().clipped() == std::vector<std::string>{});
  };
  for (const ChartData& one : many()) {
    data = one;
    for (float width : {300.0f, 420.0f, 560.0f, 660.0f, 900.0f}) {
      for (const auto& [language, tall] : {std::pair{"en", 0.0f}, {"fr", 0.0f}, {"en", 220.0f}}) {
        height = tall;
        robot.info.screen_size = {width, 900};
        robot.info.words = text::Translator(language, nullptr);
        CAPTURE(static_cast<int>(data.kind), data.title, width, height, language);
        sound();
        robot.hover("chart");
        sound();
      }
    }
  }
}

TEST_CASE("the readout follows the mouse and the arrow keys") {
  int under = -2;
  ui::testing::Robot robot([&](ui::Frame& f) { under = ui::chart(f, "chart", bars()); });
  robot.settle();
  CHECK(under == -1);
  CHECK_FALSE(robot.shows("81%"));
  robot.hover("chart");
  CHECK(under == 1);
  CHECK(robot.shows("68%"));
  robot.context().input().move({-1, -1});
  robot.settle();
  CHECK(under == -1);
  CHECK_FALSE(robot.shows("68%"));

  robot.press(ui::Key::tab);
  CHECK(robot.focused() == "chart");
  CHECK(robot.shows("56%"));
  robot.press(ui::Key::left);
  CHECK(robot.shows("68%"));
  robot.press(ui::Key::home);
  CHECK(robot.shows("81%"));
  robot.press(ui::Key::left);
  CHECK(robot.shows("81%"));
  robot.press(ui::Key::end);
  CHECK(robot.shows("56%"));
  CHECK(under == -1);
}

TEST_CASE("odd numbers draw something or say what they would have shown") {
  ChartData data;
  data.alt = "Nothing at all.";
  ui::testing::Robot robot([&](ui::Frame& f) { ui::chart(f, "chart", data); });
  robot.settle();
  CHECK(robot.shows("Nothing at all."));
  data.series = {{"", {kNaN, kInfinity}, {1, 2}}, {"", {1, 2}, {}}};
  robot.settle();
  CHECK(robot.shows("Nothing at all."));
  for (Kind kind : {Kind::line, Kind::bar, Kind::dots}) {
    for (double value : {0.0, 1e-300, -1e300, 1.7e308, 5e-324}) {
      for (bool log : {false, true}) {
        data.kind = kind;
        data.log = log;
        data.series = {{"", {value, 1, -value}, {-1e308, 0, 1e308}}, {"a", {1, 2, 3, 4, 5, 6}, {1}}};
        robot.settle();
        data.from = 7;
        data.to = -7;
        robot.settle();
        robot.hover("chart");
        data.from = data.to = std::nullopt;
      }
    }
  }
}

TEST_CASE("a stack stands on what is below it, and its axis holds the sum") {
  ChartData data = bars();
  data.stacked = true;
  data.unit.clear();
  data.series = {{"a", {1, 2, kNaN}}, {"b", {3, -4, 5}}, {"c", {6, 7, 8}}};
  const auto p = plan(data);
  CHECK(p.y.low <= -4);
  CHECK(p.y.high >= 13);
  CHECK(p.bars.size() == 8);  // a gap has no bar
  for (const auto& bar : p.bars) CHECK(bar.box.w == p.bars[0].box.w);
  // 1, 3 and 6 on top of each other.
  CHECK(p.bars[0].box.bottom() == Approx(p.base));
  CHECK(p.bars[1].box.bottom() == Approx(p.bars[0].box.y));
  CHECK(p.bars[2].box.bottom() == Approx(p.bars[1].box.y));
  // -4 hangs down, and 7 stands on 2.
  CHECK(p.bars[4].box.y == Approx(p.base));
  CHECK_FALSE(p.bars[4].up);
  CHECK(p.bars[5].box.bottom() == Approx(p.bars[3].box.y));
}

TEST_CASE("names of a stack stand beside their parts") {
  ChartData data = bars();
  data.kind = Kind::area;
  data.stacked = true;
  const auto p = plan(data);
  REQUIRE(p.end_names.size() == 2);
  CHECK(p.named);
  CHECK(p.end_names[0].end.y == Approx(p.y(21)));
  CHECK(p.end_names[1].end.y == Approx(p.y(42 + 28)));
}

TEST_CASE("an axis of powers along x puts equal factors equally far apart") {
  ChartData data;
  data.kind = Kind::dots;
  data.log_x = true;
  data.series = {{"a", {1, 2, 3, 4}, {-1, 1, 10, 100}}};
  const auto p = plan(data);
  REQUIRE(p.stop_x.size() == 3);  // what is not above 0 has no place
  CHECK(p.stop_x[1] - p.stop_x[0] == Approx(p.stop_x[2] - p.stop_x[1]));
  CHECK(p.names.size() >= 2);
}

TEST_CASE("panels have the same axes") {
  std::vector<ChartData> panels(3);
  for (int i = 0; i < 3; ++i) {
    auto& panel = panels[static_cast<std::size_t>(i)];
    panel.title = "Panel " + std::to_string(i);
    panel.series = {{"", {1.0 + i, 10.0 * (i + 1)}, {0.0 + i, 10.0 + i}}};
  }
  ui::testing::Robot robot([&](ui::Frame& f) {
    f.within({50, 50, 700, 0}, [&] { ui::chart_panels(f, "panels", panels); });
  });
  robot.settle();
  for (int i = 0; i < 3; ++i) {
    REQUIRE(robot.has("panels/" + std::to_string(i)));
    CHECK(robot.shows("Panel " + std::to_string(i)));
  }
  CHECK(robot.record().find("panels/0")->y == robot.record().find("panels/1")->y);
  // The largest of all is on each axis.
  int thirties = 0;
  for (const auto& text : robot.record().texts) thirties += text.text == "30";
  CHECK(thirties == 3);
}

}  // namespace chart_test
