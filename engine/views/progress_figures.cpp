// Days of study, predicted and actual recall, what comes, log loss, and what a goal costs.

#include <algorithm>
#include <cmath>

#include "text/number.h"
#include "ui/chart.h"
#include "ui/widgets/basic.h"
#include "views/phrases.h"
#include "views/progress.h"

namespace views {
namespace {

using screens::Shared;

constexpr float kChartHeight = 200;

ui::Color shade(int darkness, const ui::Theme& theme) {
  constexpr float kShades[] = {0, 0.28f, 0.58f, 1};
  return darkness == 0 ? theme.sunken : ui::mix(theme.surface, theme.accent, kShades[darkness]);
}

std::string day_and_time(const reviews::StudyDay& day, const text::Translator& words) {
  const std::string date = long_date(std::chrono::year_month_day{day.day}, words);
  if (!day.studied()) return text::fill(words.tr("{day}: nothing"), {{"day", date}});
  if (day.took.count() == 0) return text::fill(words.tr("{day}: read"), {{"day", date}});
  return text::fill(words.tr("{day}: {time}"), {{"day", date}, {"time", time_words(day.took, words)}});
}

constexpr int kWeek = 7;
constexpr int kNamedDays[] = {0, 2, 4};  ///< Monday, Wednesday, Friday

float weekday_width(ui::Frame& f) {
  float width = 0;
  for (const int day : kNamedDays) {
    const std::chrono::weekday weekday = std::chrono::Monday + std::chrono::days(day);
    width = std::max(width, f.paint().text_width(short_weekday(weekday, f.words()), ui::style::caption));
  }
  return width;
}

/// Weekdays at the left of the calendar, and each month above its first whole week where there is room.
void name_days(const std::vector<reviews::StudyDay>& days, ui::Rect all, ui::Rect area, float step, ui::Frame& f) {
  const ui::Color soft = f.theme().soft;
  const float line = ui::Painter::line_height(ui::style::caption);
  for (const int day : kNamedDays) {
    const std::chrono::weekday weekday = std::chrono::Monday + std::chrono::days(day);
    const float middle = area.y + step * (static_cast<float>(day) + 0.5f) - 2.5f;
    f.paint().text({all.x, middle - line / 2}, short_weekday(weekday, f.words()), ui::style::caption, soft);
  }
  float free_from = area.x;
  for (std::size_t i = 0; i < days.size(); i += kWeek) {
    const std::chrono::year_month_day monday{days[i].day};
    const bool first = i == 0 || std::chrono::year_month_day{days[i - kWeek].day}.month() != monday.month();
    const float x = area.x + step * static_cast<float>(i / kWeek);
    const std::string name = month_name(unsigned(monday.month()), f.words());
    const float width = f.paint().text_width(name, ui::style::caption);
    const bool early = i == 0 && unsigned(monday.day()) > kWeek;  // the next month's name comes soon
    if (!first || early || x < free_from || x + width > all.right()) continue;
    f.paint().text({x, all.y}, name, ui::style::caption, soft);
    free_from = x + width + ui::px(ui::Space::s);
  }
}

/// From pale to dark.
void legend(ui::Frame& f) {
  constexpr float kBox = 13;
  f.flow(ui::Space::xs, [&] {
    ui::label(f, f.tr("nothing"), ui::style::caption, ui::Tone::soft);
    for (int i = 0; i <= 3; ++i) {
      const ui::Rect box = f.place(kBox, ui::Painter::line_height(ui::style::caption));
      const ui::Rect square{box.x, box.center().y - kBox / 2, kBox, kBox};
      f.paint().fill(square, shade(i, f.theme()), ui::metrics::tiny_corner);
      f.paint().border(square, {f.theme().line}, ui::metrics::tiny_corner);
    }
    ui::label(f, f.tr("longest"), ui::style::caption, ui::Tone::soft);
  });
}

/// Dots, each with the range in which the true share is likely.
void calibration(const ProgressState& state, ui::Frame& f) {
  constexpr double kWhole = 100;
  ui::ChartData data;
  data.kind = ui::ChartData::Kind::dots;
  data.diagonal = true;
  data.unit = "%";
  data.x_label = f.tr("predicted recall, %");
  data.y_label = f.tr("actual recall");
  data.alt = f.tr("After your first reviews you see here whether what was foretold came true.");
  ui::Series& series = data.series.emplace_back();
  const auto& bins = state.numbers.calibration.bins;
  int most = 1;
  double least = 1;
  for (const reviews::Bin& bin : bins) {
    most = std::max(most, bin.answers);
    least = std::min({least, bin.from, bin.actual});
  }
  for (const reviews::Bin& bin : bins) {
    series.x.push_back(bin.predicted * kWhole);
    series.y.push_back(bin.actual * kWhole);
    series.low.push_back(bin.likely.low * kWhole);
    series.high.push_back(bin.likely.high * kWhole);
    series.size.push_back(std::sqrt(static_cast<double>(bin.answers) / most));
  }
  data.from = data.from_x = std::floor(least * 10) * 10;
  data.to = data.to_x = kWhole;
  ui::chart(f, "chart", data, kChartHeight);
}

void forecast(const ProgressState& state, ui::Frame& f) {
  const reviews::Forecast& forecast = state.numbers.forecast;
  ui::ChartData data;
  data.kind = ui::ChartData::Kind::bar;
  data.y_label = f.tr("questions");
  data.from = 0;
  ui::Series& series = data.series.emplace_back();
  data.categories.push_back(f.tr("Overdue"));
  series.y.push_back(forecast.overdue);
  std::chrono::sys_days day = state.basis.study_day;
  for (const int due : forecast.by_day) {
    data.categories.push_back(day == state.basis.study_day ? f.tr("Today") : day_words(day, f.words()));
    series.y.push_back(due);
    day += std::chrono::days(1);
  }
  ui::chart(f, "chart", data, kChartHeight);
}

void loss(const ProgressState& state, ui::Frame& f) {
  const reviews::LogLoss& loss = state.numbers.calibration.loss;
  ui::ChartData data;
  data.kind = ui::ChartData::Kind::bar;
  data.values_on_bars = true;
  data.y_label = f.tr("log loss");
  data.alt = f.tr("There is nothing to draw yet.");
  data.from = 0;
  if (loss.answers > 0) {
    data.categories = {f.tr("The model"), f.tr("Your average so far"), f.tr("Your last 50 answers")};
    const auto short_of = [](double value) { return std::round(value * 1000) / 1000; };
    data.series.emplace_back().y = {short_of(loss.model), short_of(loss.average), short_of(loss.moving)};
  }
  ui::chart(f, "chart", data, kChartHeight);
}

/// One of the two sides of a goal, with the goal one has.
ui::ChartData side_of_cost(const ProgressState& state, double goal, std::string name, double reviews::CostPoint::*what,
                           ui::Frame& f) {
  constexpr double kWhole = 100;
  ui::ChartData data;
  data.kind = ui::ChartData::Kind::line;
  data.y_label = std::move(name);
  data.x_label = f.tr("goal, %");
  data.from = 0;
  data.series.resize(2);
  ui::Series &mine = data.series[0], &line = data.series[1];  // the first is on top
  mine.color = 1, line.color = 0;
  mine.label = f.tr("your goal");
  const auto& points = state.numbers.cost.points;
  for (std::size_t i = 0; i < points.size(); ++i) {
    line.x.push_back(points[i].retention * kWhole);
    line.y.push_back(points[i].*what);
    if (i == 0 || goal < points[i - 1].retention || goal > points[i].retention || !mine.x.empty()) continue;
    const double share = (goal - points[i - 1].retention) / (points[i].retention - points[i - 1].retention);
    mine.x.push_back(goal * kWhole);
    mine.y.push_back(std::lerp(points[i - 1].*what, points[i].*what, share));
  }
  if (mine.x.empty()) data.series.erase(data.series.begin());
  return data;
}

void cost(const ProgressState& state, const Shared& shared, ui::Frame& f) {
  constexpr float kLeastChart = 300;
  const auto& cost = state.numbers.cost;
  if (!cost.habits) return;
  if (!cost.done()) {
    f.place(kChartHeight);
    return;
  }
  const double goal = shared.settings.retention;
  f.grid(2, kLeastChart, ui::Space::xl, [&](int side) {
    if (side == 0)
      ui::chart(f, "minutes", side_of_cost(state, goal, f.tr("minutes a day"), &reviews::CostPoint::minutes, f),
                kChartHeight);
    else
      ui::chart(f, "known",
                side_of_cost(state, goal, f.tr("questions known in a year"), &reviews::CostPoint::remembered, f),
                kChartHeight);
  });
}

}  // namespace

void draw_days(const ProgressState& state, ui::Frame& f) {
  constexpr float kMostStep = 24, kGap = 5;
  const auto& days = state.numbers.days;
  base::Duration longest(0);
  for (const reviews::StudyDay& day : days) longest = std::max(longest, day.took);
  if (days.empty()) return;
  const float names = weekday_width(f) + ui::px(ui::Space::s),
              months = ui::Painter::line_height(ui::style::caption) + 4;
  const float weeks = std::ceil(static_cast<float>(days.size()) / kWeek);
  const float step = std::min(kMostStep, (f.width() - names + kGap) / weeks);
  const ui::Rect all = f.place(months + step * kWeek - kGap);
  const ui::Rect area{all.x + names, all.y + months, step * weeks - kGap, all.h - months};
  name_days(days, all, area, step, f);
  const reviews::StudyDay* pointed = nullptr;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const ui::Rect box{area.x + step * static_cast<float>(i / kWeek), area.y + step * static_cast<float>(i % kWeek),
                       step - kGap, step - kGap};
    f.paint().fill(box, shade(reviews::darkness(days[i], longest), f.theme()), ui::metrics::tiny_corner);
    if (box.inset(-kGap / 2).contains(f.mouse())) pointed = &days[i];
  }
  const ui::Response whole =
      f.item("calendar", area, {.takes = ui::Takes::nothing, .focusable = false, .cursor = ui::Cursor::arrow});
  f.space(ui::Space::m);
  if (whole.hovered && pointed != nullptr)
    ui::words(f, day_and_time(*pointed, f.words()), ui::style::caption, ui::Tone::soft);
  else
    legend(f);
}

void draw_figure(ProgressFigure figure, const ProgressState& state, const Shared& shared, ui::Frame& f,
                 Actions& actions) {
  switch (figure) {
    case ProgressFigure::overview: return;  // tiles
    case ProgressFigure::days: return draw_days(state, f);
    case ProgressFigure::calibration: return calibration(state, f);
    case ProgressFigure::concepts: return draw_concepts(state, shared, f, actions);
    case ProgressFigure::forecast: return forecast(state, f);
    case ProgressFigure::loss: return loss(state, f);
    case ProgressFigure::curve: return draw_curve(state, shared, f, actions);
    case ProgressFigure::cost: break;
  }
  cost(state, shared, f);
}

}  // namespace views
