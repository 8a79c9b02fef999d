// What stands along the axes of charts: ticks and names.

#include "support/test.h"
#include "ui/charts/plan.h"

namespace chart_axis_test {

using ui::ChartData;
using Kind = ChartData::Kind;

/// Every letter is 7 wide; “…” has three bytes.
constexpr auto monospaced = [](std::string_view words, ui::TextStyle) { return 7 * static_cast<float>(words.size()); };

ui::charts::Plan plan(const ChartData& data, float width = 640) {
  return ui::charts::make_plan(data, {width, 280}, "en", monospaced);
}

std::vector<std::string> names(const ui::charts::Plan& plan) {
  std::vector<std::string> all;
  for (const ui::charts::Name& name : plan.names) {
    std::string words;
    for (const std::string& line : name.lines) words += (words.empty() ? "" : " ") + line;
    all.push_back(words);
  }
  return all;
}

TEST_CASE("what is counted has no ticks between whole numbers") {
  ChartData data;
  data.series = {{"", {4, 7, 5}, {1, 2, 3}}};
  CHECK(names(plan(data)) == std::vector<std::string>{"1", "2", "3"});
  data.series = {{"", {4, 7, 5}, {1, 2.5, 3}}};
  CHECK(names(plan(data)).size() > 3);
}

TEST_CASE("every bar has its name, cut where there is no room") {
  ChartData data;
  data.kind = Kind::bar;
  data.categories = {"A rather long name of a flower", "Extraordinarily", "Short", "And a fourth one"};
  data.series = {{"", {3, 5, 2, 4}}};
  CHECK(names(plan(data, 700)) == data.categories);
  const auto narrow = names(plan(data, 320));
  REQUIRE(narrow.size() == 4);
  CHECK(narrow[0].ends_with("…"));
  CHECK(narrow[1].ends_with("…"));
  CHECK(narrow[2] == "Short");
  // Along a line every second one is enough.
  data.kind = Kind::line;
  CHECK(names(plan(data, 320)).size() < 4);
}

TEST_CASE("words are cut between letters") {
  const auto cut = [](const char* words, float width, int most) {
    return ui::charts::wrap_or_cut(words, ui::style::caption, width, most, monospaced);
  };
  CHECK(cut("one two three", 60, 3) == std::vector<std::string>{"one two", "three"});
  CHECK(cut("one two three", 60, 1) == std::vector<std::string>{"one t…"});
  CHECK(cut("ééé", 36, 1) == std::vector<std::string>{"é…"});
  CHECK(cut("extraordinary", 7, 2) == std::vector<std::string>{"…"});
  CHECK(cut("", 60, 1).empty());
}

TEST_CASE("a logarithmic axis has every power of ten for which there is room, and the lowest bar is seen") {
  const auto axis = ui::charts::make_axis({{5, 2000}, {}, {}, true}, 4, "en");
  std::vector<std::string> words;
  for (const ui::charts::Tick& tick : axis.ticks) words.push_back(tick.words);
  CHECK(words == std::vector<std::string>{"1", "10", "100", "1,000", "10,000"});

  ChartData data;
  data.kind = Kind::bar;
  data.log = true;
  data.categories = {"a", "b"};
  data.series = {{"", {1, 1000}}};
  const auto bars = plan(data).bars;
  REQUIRE(bars.size() == 2);
  CHECK(bars[0].box.h > 10);
}

TEST_CASE("years before 1 are told as moments are, and lie where these are round") {
  ChartData data;
  data.x_is_year = true;
  data.series = {{"", {1, 1}, {-2100, 500}}};
  ui::charts::Axis axis = ui::charts::number_axis(data, 6, "en");
  ui::charts::name_years(axis, text::Translator());
  std::vector<std::string> words;
  for (const ui::charts::Tick& tick : axis.ticks) words.push_back(tick.words);
  CHECK(std::find(words.begin(), words.end(), "2000 BC") != words.end());
  CHECK(
      std::none_of(words.begin(), words.end(), [](const std::string& w) { return w.find('-') != std::string::npos; }));
}

TEST_CASE("one series that is called as its unit needs no legend") {
  ChartData data;
  data.unit = "kg";
  data.series = {{"kg", {3, 5}, {1, 2}}};
  CHECK_FALSE(ui::charts::needs_name(data, data.series[0]));
  data.series[0].label = "Kg";
  CHECK_FALSE(ui::charts::needs_name(data, data.series[0]));
  data.y_label = "Tea";
  data.series[0].label = "Tea (kg)";
  CHECK_FALSE(ui::charts::needs_name(data, data.series[0]));
  data.series.push_back({"lb", {3, 5}, {1, 2}});
  CHECK(ui::charts::needs_name(data, data.series[0]));
}

}  // namespace chart_axis_test
