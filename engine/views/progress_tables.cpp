// The figures of Progress as tables.

#include <cmath>
#include <cstdio>

#include "text/csv.h"
#include "text/number.h"
#include "views/progress.h"
#include "views/return_line.h"

namespace views {
namespace {

using screens::Shared;
using text::Translator;

std::string with_point(double value, int decimals) {
  char digits[64];
  std::snprintf(digits, sizeof digits, "%.*f", decimals, value);
  return digits;
}

/// Cells in the learner's language.
class Cells {
 public:
  explicit Cells(const Translator& words) : words_(words) {}

  FigureCell text(std::string words) const { return {words, words}; }
  FigureCell number(double value, int decimals = 0) const {
    return {text::format_number(value, decimals, words_.language()), with_point(value, decimals)};
  }
  FigureCell share(double value, int decimals = 0) const {
    return {share_words(value, decimals, words_), with_point(value, 4)};
  }
  FigureCell day(std::chrono::sys_days day) const {
    const std::chrono::year_month_day date{day};
    char plain[32];
    std::snprintf(plain, sizeof plain, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()),
                  unsigned(date.day()));
    return {day_words(day, words_), plain};
  }
  /// In seconds for a spreadsheet.
  FigureCell time(base::Duration time) const {
    return {time_words(time, words_), with_point(static_cast<double>(time.count()) / 1000, 1)};
  }

 private:
  const Translator& words_;
};

FigureTable overview_table(const ProgressState& state, const Shared& shared, const Translator& words) {
  const Cells cell(words);
  const screens::progress::Numbers& n = state.numbers;
  FigureTable table{{words.tr("Figure"), words.tr("Value")}, {}};
  const auto row = [&](std::string name, FigureCell value) {
    table.rows.push_back({cell.text(std::move(name)), std::move(value)});
  };
  row(words.tr("Memory today"), cell.share(n.recalled.mean, 1));
  row(words.tr("Goal"), cell.share(shared.settings.retention));
  row(words.tr("Questions answered"), cell.number(n.recalled.questions));
  row(words.tr("Known for > 21 days"), cell.number(n.known.known));
  row(words.tr("Time spent answering in seven days"), cell.time(n.week.took));
  row(words.tr("Days of study in seven days"), cell.number(n.week.days));
  const reviews::Latest& latest = n.calibration.latest;
  if (latest.answers == 0) return table;
  row(words.tr("Latest answers to which something was foretold"), cell.number(latest.answers));
  row(words.tr("Predicted"), cell.share(latest.predicted, 1));
  row(words.tr("Actual"), cell.share(latest.actual, 1));
  row(words.tr("Difference that chance makes (one standard error)"), cell.share(latest.chance, 1));
  return table;
}

FigureTable days_table(const ProgressState& state, const Translator& words) {
  const Cells cell(words);
  FigureTable table{{words.tr("Day"), words.tr("Time spent answering"), words.tr("Answered or read")}, {}};
  for (auto day = state.numbers.days.rbegin(); day != state.numbers.days.rend(); ++day) {
    if (day->studied()) table.rows.push_back({cell.day(day->day), cell.time(day->took), cell.number(day->things)});
  }
  return table;
}

FigureTable calibration_table(const ProgressState& state, const Translator& words) {
  const Cells cell(words);
  FigureTable table{{words.tr("Foretold from"), words.tr("to"), words.tr("Predicted"), words.tr("Actual"),
                     words.tr("Likely from"), words.tr("to"), words.tr("Answers")},
                    {}};
  for (const reviews::Bin& bin : state.numbers.calibration.bins) {
    table.rows.push_back({cell.share(bin.from), cell.share(bin.to), cell.share(bin.predicted, 1),
                          cell.share(bin.actual, 1), cell.share(bin.likely.low, 1), cell.share(bin.likely.high, 1),
                          cell.number(bin.answers)});
  }
  return table;
}

FigureTable concepts_table(const ProgressState& state, const Translator& words) {
  const Cells cell(words);
  FigureTable table{
      {words.tr("Concept"), words.tr("Recall today"), words.tr("Questions answered"), words.tr("Questions")}, {}};
  for (const screens::progress::ConceptBox& box : state.concepts) {
    const FigureCell none{"–", ""};
    table.rows.push_back({cell.text(box.name), box.mastery ? cell.share(box.mastery->recall) : none,
                          box.mastery ? cell.number(box.mastery->answered) : none,
                          box.mastery ? cell.number(box.mastery->questions) : none});
  }
  return table;
}

FigureTable forecast_table(const ProgressState& state, const Translator& words) {
  const Cells cell(words);
  const reviews::Forecast& forecast = state.numbers.forecast;
  FigureTable table{{words.tr("Day"), words.tr("Questions")}, {}};
  table.rows.push_back({cell.text(words.tr("Overdue")), cell.number(forecast.overdue)});
  std::chrono::sys_days day = state.basis.study_day;
  for (const int due : forecast.by_day) {
    table.rows.push_back({cell.day(day), cell.number(due)});
    day += std::chrono::days(1);
  }
  table.rows.push_back({cell.text(words.tr("Later")), cell.number(forecast.later)});
  return table;
}

FigureTable loss_table(const ProgressState& state, const Translator& words) {
  const Cells cell(words);
  constexpr int kDecimals = 4;
  const reviews::LogLoss& loss = state.numbers.calibration.loss;
  FigureTable table{{words.tr("Who foretells"), words.tr("Log loss"), words.tr("More than the model"),
                     words.tr("Standard error"), words.tr("Answers")},
                    {}};
  if (loss.answers == 0) return table;
  const auto row = [&](std::string name, double value, double error) {
    table.rows.push_back({cell.text(std::move(name)), cell.number(value, kDecimals),
                          cell.number(value - loss.model, kDecimals), cell.number(error, kDecimals),
                          cell.number(loss.answers)});
  };
  row(words.tr("The model"), loss.model, 0);
  row(words.tr("Your average so far"), loss.average, loss.average_error);
  row(words.tr("Your last 50 answers"), loss.moving, loss.moving_error);
  return table;
}

FigureTable curve_table(const ProgressState& state, const Shared& shared, const Translator& words) {
  const Cells cell(words);
  FigureTable table{{words.tr("Day"), words.tr("Grade"), words.tr("Recall before it")}, {}};
  if (!state.curve) return table;
  const auto day = [&](base::TimePoint at) {
    return cell.day(std::chrono::floor<std::chrono::days>(at + shared.utc_offset));
  };
  for (std::size_t i = 0; i < state.curve->reviews.size(); ++i) {
    const reviews::CurveReview& review = state.curve->reviews[i];
    table.rows.push_back({day(review.at), cell.text(grade_name(review.grade, words)),
                          i == 0 ? FigureCell{"–", ""} : cell.share(review.recall)});
  }
  table.rows.push_back({day(state.curve->now), cell.text(words.tr("now")), cell.share(state.curve->recall)});
  table.rows.push_back(
      {day(state.curve->falls), cell.text(words.tr("at the goal")), cell.share(shared.settings.retention)});
  return table;
}

FigureTable cost_table(const ProgressState& state, const Translator& words) {
  const Cells cell(words);
  FigureTable table{
      {words.tr("Goal"), words.tr("Minutes a day"), words.tr("Reviews a day"), words.tr("Questions known in a year")},
      {}};
  if (!state.numbers.cost.habits) return table;
  for (const reviews::CostPoint& point : state.numbers.cost.points) {
    table.rows.push_back({cell.share(point.retention), cell.number(point.minutes, 1), cell.number(point.reviews, 1),
                          cell.number(point.remembered, 1)});
  }
  const FigureCell none = cell.number(0);
  table.rows.push_back(
      {cell.text(words.tr("without reviews")), none, none, cell.number(state.numbers.cost.without, 1)});
  return table;
}

}  // namespace

FigureTable figure_table(ProgressFigure figure, const ProgressState& state, const Shared& shared,
                         const Translator& words) {
  switch (figure) {
    case ProgressFigure::overview: return overview_table(state, shared, words);
    case ProgressFigure::days: return days_table(state, words);
    case ProgressFigure::calibration: return calibration_table(state, words);
    case ProgressFigure::concepts: return concepts_table(state, words);
    case ProgressFigure::forecast: return forecast_table(state, words);
    case ProgressFigure::loss: return loss_table(state, words);
    case ProgressFigure::curve: return curve_table(state, shared, words);
    case ProgressFigure::cost: break;
  }
  return cost_table(state, words);
}

std::string figure_csv(const FigureTable& table) {
  std::string csv = text::csv_line(table.columns);
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (const FigureCell& cell : row) cells.push_back(cell.plain);
    csv += text::csv_line(cells);
  }
  return csv;
}

}  // namespace views
