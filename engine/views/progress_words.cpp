// What the figures of Progress are called and what they mean.

#include <algorithm>
#include <cmath>

#include "text/number.h"
#include "ui/charts/axis.h"
#include "views/phrases.h"
#include "views/progress.h"

namespace views {
namespace {

using screens::Shared;
using text::fill;
using text::Translator;

/// From so few answers, how sure the model is says nothing yet.
constexpr int kFewForeseen = 30;

std::uint64_t count(std::int64_t n) { return static_cast<std::uint64_t>(std::max<std::int64_t>(0, n)); }

std::string rounded(double value, const Translator& words) {
  return text::format_number(value, value < 10 ? 1 : 0, words.language());
}

/// With its tenths, also where there are none: two numbers beside each other are told to the same place.
std::string tenths(double value, const Translator& words) {
  std::string number = text::format_number(value, 1, words.language());
  std::string half = text::format_number(0.5, 1, words.language());  // "0.5", "0,5"
  half.front() = ' ', half.back() = '0';
  const bool whole = std::abs(std::round(value * 10) - 10 * std::round(value)) < 0.5;
  return whole ? number + half.substr(1) : number;
}

Tile memory_tile(const ProgressState& state, const Shared& shared, const Translator& words) {
  const reviews::Recalled& now = state.numbers.recalled;
  const std::string known = text::format_number(std::round(now.mean * now.questions), 0, words.language());
  return {words.tr("Memory today"), share_words(now.mean, 0, words),
          fill(words.tr("goal {share}"), {{"share", share_words(shared.settings.retention, 0, words)}}),
          fill(words.trn("Asked now, you would know about {known} of {n} question.",
                         "Asked now, you would know about {known} of {n} questions.", count(now.questions)),
               {{"known", known}})};
}

Tile known_tile(const ProgressState& state, const Translator& words) {
  const reviews::KnownLong& known = state.numbers.known;
  return {words.tr("Known for > 21 days"), text::format_number(known.known, 0, words.language()),
          words.trn("of {n} question", "of {n} questions", count(known.questions)),
          words.tr("These stay above your goal for three weeks or more after an answer.")};
}

Tile week_tile(const ProgressState& state, const Translator& words) {
  const reviews::StudyWeek& week = state.numbers.week;
  return {words.tr("This week"), time_words(week.took, words),
          fill(words.tr("{n} days of 7"), {{"n", std::to_string(week.days)}}),
          words.tr("Time spent answering in the last seven days; reading is not measured.")};
}

std::string verdict(const reviews::Latest& latest, const Translator& words) {
  if (latest.answers < kFewForeseen) return words.tr("So few answers say little: wait for some more.");
  const double apart = latest.actual - latest.predicted;
  if (std::abs(apart) <= 2 * latest.chance)
    return words.tr("They differ by no more than chance does: the predictions hold.");
  return apart > 0 ? words.tr("You know more than the model thinks: it asks a little too early.")
                   : words.tr("You know less than the model thinks: it asks a little too late.");
}

Tile honesty_tile(const ProgressState& state, const Translator& words) {
  const reviews::Latest& latest = state.numbers.calibration.latest;
  const std::string name = words.tr("Predicted v. actual");
  if (latest.answers == 0)
    return {name, "–", words.tr("no review yet"),
            words.tr("Before each review it is written down what the model expects; here it meets what happened.")};
  const std::string both =
      fill(words.tr("{predicted} / {actual}"),
           {{"predicted", tenths(latest.predicted * 100, words)},
            {"actual", ui::charts::with_unit(tenths(latest.actual * 100, words), "%", words.language())}});
  return {name, both, words.trn("last answer", "last {n} answers", count(latest.answers)), verdict(latest, words)};
}

std::string days_meaning(const ProgressState& state, const Translator& words) {
  int studied = 0;
  const reviews::StudyDay* longest = nullptr;
  for (const reviews::StudyDay& day : state.numbers.days) {
    studied += day.studied();
    if (longest == nullptr || day.took > longest->took) longest = &day;
  }
  const std::string all =
      words.trn("You studied on {n} day in half a year.", "You studied on {n} days in half a year.", count(studied));
  if (longest == nullptr || longest->took.count() == 0) return all;
  return all + " " +
         fill(words.tr("The longest, {day}, took {time}; darker is longer."),
              {{"day", day_words(longest->day, words)}, {"time", time_words(longest->took, words)}});
}

std::string calibration_meaning(const ProgressState& state, const Translator& words) {
  const auto& bins = state.numbers.calibration.bins;
  if (bins.empty()) return words.tr("After your first reviews you see here whether what was foretold came true.");
  const auto right = std::count_if(bins.begin(), bins.end(), [](const reviews::Bin& bin) {
    return bin.likely.low <= bin.predicted && bin.predicted <= bin.likely.high;
  });
  return words.tr("On the dashed line, what was foretold came true.") + " " +
         fill(words.trn("Within the range of chance, {right} of {n} dot reaches it.",
                        "Within the range of chance, {right} of {n} dots reach it.", bins.size()),
              {{"right", std::to_string(right)}});
}

std::string concepts_meaning(const ProgressState& state, const Translator& words) {
  const screens::progress::ConceptBox* weakest = nullptr;
  std::int64_t started = 0;
  for (const auto& box : state.concepts) {
    if (!box.mastery) continue;
    ++started;
    if (weakest == nullptr || box.mastery->recall < weakest->mastery->recall) weakest = &box;
  }
  if (weakest == nullptr) return words.tr("No concept of this course was started yet.");
  return fill(
      words.trn("You have begun {n} of {all} concepts; the least sure is “{name}” with {share}.",
                "You have begun {n} of {all} concepts; the least sure is “{name}” with {share}.", count(started)),
      {{"all", std::to_string(state.concepts.size())},
       {"name", weakest->name},
       {"share", share_words(weakest->mastery->recall, 0, words)}});
}

std::string forecast_meaning(const ProgressState& state, const Translator& words) {
  const reviews::Forecast& forecast = state.numbers.forecast;
  std::int64_t all = forecast.overdue;
  for (const int day : forecast.by_day) all += day;
  if (all == 0) return words.tr("Nothing comes back in the next 30 days.");
  std::string meaning =
      words.trn("{n} question comes back within 30 days", "{n} questions come back within 30 days", count(all));
  if (forecast.overdue > 0)
    meaning += words.trn(", {n} of them overdue", ", {n} of them overdue", count(forecast.overdue));
  meaning += ".";
  const auto& habits = state.numbers.cost.habits;
  const int today = forecast.overdue + (forecast.by_day.empty() ? 0 : forecast.by_day.front());
  if (!habits || today == 0) return meaning;
  const double recall = state.numbers.recalled.mean;
  const double seconds = today * (recall * habits->known + (1 - recall) * habits->again);
  const base::Duration time(static_cast<std::int64_t>(seconds * 1000));
  return meaning + " " + fill(words.tr("Those of today take about {time}."), {{"time", time_words(time, words)}});
}

std::string loss_meaning(const ProgressState& state, const Translator& words) {
  const reviews::LogLoss& loss = state.numbers.calibration.loss;
  if (loss.answers == 0)
    return words.tr("After your first reviews you see here whether the model foretells more than your average would.");
  if (loss.answers < kFewForeseen) return words.tr("So few answers say little: wait for some more.");
  const double best = std::min(loss.average, loss.moving);
  const double error = loss.average < loss.moving ? loss.average_error : loss.moving_error;
  const std::string share = share_words(std::abs(best - loss.model) / best, 0, words);
  if (best - loss.model > 2 * error)
    return fill(
        words.tr("Your answers surprise the model {share} less than someone who knows only your average. Shorter is "
                 "better."),
        {{"share", share}});
  if (loss.model - best > 2 * error)
    return fill(
        words.tr("Your answers surprise the model {share} more than someone who knows only your average. Shorter is "
                 "better."),
        {{"share", share}});
  return words.tr(
      "So far the model foretells no better and no worse than your average would; the difference is within chance.");
}

std::string curve_meaning(const ProgressState& state, const Shared& shared, const Translator& words) {
  if (!state.curve) return words.tr("Choose a question to see how it was forgotten and learned again.");
  const std::string goal = share_words(shared.settings.retention, 0, words);
  const auto day = std::chrono::floor<std::chrono::days>(state.curve->falls + shared.utc_offset);
  const bool fell = state.curve->falls <= state.curve->now;
  return fill(fell ? words.tr("The chance that you know it now is {share}. It fell to your goal of {goal} on {day}.")
                   : words.tr("The chance that you know it now is {share}. It falls to your goal of {goal} on {day}."),
              {{"share", share_words(state.curve->recall, 0, words)}, {"goal", goal}, {"day", day_words(day, words)}});
}

std::string cost_meaning(const ProgressState& state, const Shared& shared, const Translator& words) {
  const auto& cost = state.numbers.cost;
  if (!cost.habits)
    return words.trn(
        "From {n} answer to a question that came back, you see here what a higher or lower goal would cost.",
        "From {n} answers to questions that came back, you see here what a higher or lower goal would cost.",
        reviews::kFewestAnswers);
  if (!cost.done()) return words.tr("A year with your questions is being played through …");
  const auto nearest = std::min_element(cost.points.begin(), cost.points.end(), [&](const auto& a, const auto& b) {
    return std::abs(a.retention - shared.settings.retention) < std::abs(b.retention - shared.settings.retention);
  });
  return fill(
      words.tr("With a goal of {goal}, reviews take about {minutes} min a day, and in a year you would know {known} of "
               "{all} questions; without reviews, {without}."),
      {{"goal", share_words(nearest->retention, 0, words)},
       {"minutes", rounded(nearest->minutes, words)},
       {"known", rounded(nearest->remembered, words)},
       {"all", text::format_number(state.numbers.recalled.questions, 0, words.language())},
       {"without", rounded(cost.without, words)}});
}

}  // namespace

std::string time_words(base::Duration time, const Translator& words) {
  const std::int64_t seconds = std::max<std::int64_t>(0, (time.count() + 500) / 1000);
  const std::int64_t minutes = (seconds + 30) / 60;
  const auto together = [](std::string said) {
    for (std::size_t at = said.find(' '); at != std::string::npos; at = said.find(' ', at))
      said.replace(at, 1, "\u00a0");
    return said;
  };
  if (seconds < 60) return together(fill(words.tr("{seconds} s"), {{"seconds", std::to_string(seconds)}}));
  if (minutes < 60) return together(fill(words.tr("{minutes} min"), {{"minutes", std::to_string(minutes)}}));
  const std::string rest = std::to_string(minutes % 60);
  return together(fill(words.tr("{hours} h {minutes}"),
                       {{"hours", std::to_string(minutes / 60)}, {"minutes", rest.size() == 1 ? "0" + rest : rest}}));
}

std::string share_words(double share, int decimals, const Translator& words) {
  return ui::charts::with_unit(text::format_number(share * 100, decimals, words.language()), "%", words.language());
}

std::string day_words(std::chrono::sys_days day, const Translator& words) {
  const std::chrono::year_month_day date{day};
  return fill(words.tr("{day} {month}"),
              {{"day", std::to_string(unsigned(date.day()))}, {"month", month_name(unsigned(date.month()), words)}});
}

std::vector<Tile> tiles(const ProgressState& state, const Shared& shared, const Translator& words) {
  return {memory_tile(state, shared, words), known_tile(state, words), week_tile(state, words),
          honesty_tile(state, words)};
}

std::string figure_title(ProgressFigure figure, const Translator& words) {
  switch (figure) {
    case ProgressFigure::overview: return words.tr("Progress");
    case ProgressFigure::days: return words.tr("Days of study");
    case ProgressFigure::calibration: return words.tr("Does the model know you?");
    case ProgressFigure::concepts: return words.tr("Concepts");
    case ProgressFigure::forecast: return words.tr("What comes back");
    case ProgressFigure::loss: return words.tr("Better than your average?");
    case ProgressFigure::curve: return words.tr("How a question is forgotten");
    case ProgressFigure::cost: break;
  }
  return words.tr("What a goal costs");
}

std::string figure_meaning(ProgressFigure figure, const ProgressState& state, const Shared& shared,
                           const Translator& words) {
  switch (figure) {
    case ProgressFigure::overview: return {};  // each tile says its own
    case ProgressFigure::days: return days_meaning(state, words);
    case ProgressFigure::calibration: return calibration_meaning(state, words);
    case ProgressFigure::concepts: return concepts_meaning(state, words);
    case ProgressFigure::forecast: return forecast_meaning(state, words);
    case ProgressFigure::loss: return loss_meaning(state, words);
    case ProgressFigure::curve: return curve_meaning(state, shared, words);
    case ProgressFigure::cost: break;
  }
  return cost_meaning(state, shared, words);
}

}  // namespace views
