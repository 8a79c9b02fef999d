#pragma once
// Progress: what is remembered, what was studied, what comes, and whether the model can be believed. Every figure is worked out when the
// screen opens and again when something happened or another day began, never for a frame.

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "reviews/calibration.h"
#include "reviews/cost.h"
#include "reviews/curve.h"
#include "reviews/figures.h"
#include "reviews/forecast.h"
#include "reviews/mastery.h"
#include "screens/shared.h"

namespace screens::progress {

enum class Figure : std::uint8_t { overview, days, calibration, forecast, loss, concepts, curve, cost };
inline constexpr Figure kFigures[] = {Figure::overview, Figure::days,     Figure::calibration, Figure::forecast,
                                      Figure::loss,     Figure::concepts, Figure::curve,       Figure::cost};
/// "days"; names files.
const char* name_of(Figure figure);

/// What a wish costs. It takes longer than the rest, so that it is worked out wish by wish, one each time there is nothing else to do.
struct Cost {
  std::optional<reviews::Habits> habits;  ///< empty: too few answers to tell
  reviews::CostSample sample;
  std::vector<reviews::CostPoint> points;  ///< of reviews::kCompared, as far as they are worked out
  double without = 0;                      ///< questions remembered in a year if no review is done
  bool done() const { return !habits || points.size() == std::size(reviews::kCompared); }
};

struct Numbers {
  reviews::Recalled recalled;
  reviews::KnownLong known;
  std::vector<reviews::StudyDay> days;
  reviews::StudyWeek week;
  reviews::Calibration calibration;
  reviews::Forecast forecast;
  Cost cost;
};

/// A question of a course on this machine that was answered.
struct Asked {
  reviews::QuestionRef ref;
  reviews::CardIndex card = reviews::kNone;
  const course::Question* question = nullptr;  ///< in a course of the basis
  double recall = 0;                           ///< 0–1, today
};
/// The question in plain words.
std::string words_of(const Asked& asked);

/// A concept of the chosen course.
struct ConceptBox {
  course::ConceptId id;
  std::string name;
  std::optional<reviews::Mastery> mastery;  ///< empty: not started
  std::vector<std::size_t> needs;           ///< indices of boxes
};

/// All that the figures depend on; they are worked out again where it is another one.
struct Basis {
  std::int64_t event = -1;  ///< number of the latest
  std::int64_t reviews = 0;
  std::chrono::sys_days day, study_day;
  std::chrono::minutes utc_offset{0};
  double retention = 0;
  reviews::ModelKind model = reviews::ModelKind::fsrs7;
  std::vector<std::shared_ptr<const course::Course>> courses;
  bool operator==(const Basis&) const = default;
};

struct State {
  std::set<Figure> tables;                       ///< figures shown as tables
  course::CourseId course;                       ///< whose concepts are shown
  std::string query;                             ///< what is looked for among the questions
  std::optional<reviews::QuestionRef> question;  ///< whose curve is open

  // Worked out of the above and of what is shared.
  Basis basis;
  Numbers numbers;
  std::vector<Asked> asked;  ///< least known first
  std::vector<Asked> found;  ///< those of `asked` that hold what is looked for, kMostFound at most
  std::optional<reviews::ForgettingCurve> curve;
  std::string curve_of;  ///< the question in plain words
  std::vector<ConceptBox> concepts;

  bool empty() const { return basis.reviews == 0; }  ///< nothing was answered yet
};
inline constexpr std::size_t kMostFound = 7;

struct ToggleTable {
  Figure figure;
};
/// All as tables, or all as pictures when they are.
struct ToggleTables {};
struct ChooseCourse {
  course::CourseId course;
};
struct TypeQuery {
  std::string query;
};
struct OpenQuestion {
  reviews::QuestionRef question;
};
/// The table of a figure as CSV, to be written beside the exports of data.
struct Export {
  Figure figure;
  std::string csv;
};
using Action = std::variant<ToggleTable, ToggleTables, ChooseCourse, TypeQuery, OpenQuestion, Export>;

State open(const Shared& shared);
void update(State& state, const Action& action, Shared& shared, Services& services);

/// Works out again what has changed; call it after anything was done.
void refresh(State& state, const Shared& shared);
/// One more part of what takes longer.
void advance(State& state, const Shared& shared);
/// When there is more to work out: now, or when another day begins.
base::TimePoint next_deadline(const State& state, const Shared& shared);

}  // namespace screens::progress
