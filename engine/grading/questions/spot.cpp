#include <cmath>

#include "grading/questions/rules.h"

namespace grading {
namespace {

/// More than anybody sets by hand.
constexpr std::size_t most_points = 100;

std::optional<Point> point_of(const course::Spot& kind, const Json& value) {
  if (!value.is_array() || value.size() != 2 || !value[0].is_number() || !value[1].is_number()) return std::nullopt;
  const Point point{value[0].get<double>(), value[1].get<double>()};
  return kind.reaches(point.x, point.y) ? std::optional(point) : std::nullopt;
}

/// The middle of a place, or the first number of a row.
Point middle(const course::Spot& kind, const course::Place& place) {
  if (!kind.chart) {
    return place.box ? Point{place.x + place.w / 2, place.y + place.h / 2} : Point{place.x, place.y};
  }
  Point point{static_cast<double>(place.row), place.series ? static_cast<double>(*place.series) : 0};
  while (!place.series && !kind.reaches(point.x, point.y) && point.y < static_cast<double>(kind.chart->y.size()))
    ++point.y;
  return point;
}

}  // namespace

template <>
Verdict RulesFor<course::Spot, SpotResponse>::grade(const course::Spot& kind, const SpotResponse& answer,
                                                    std::string_view) {
  Verdict verdict;
  for (const course::Place& place : kind.places) verdict.parts.push_back({Outcome::wrong, place.because, place.label});
  std::size_t found = 0;
  for (const Point& point : answer.points) {
    const auto place = kind.place_at(point.x, point.y);
    const auto mistake = place ? std::nullopt : kind.wrong_at(point.x, point.y);
    // A second point at one place finds nothing more.
    const bool first = place && verdict.parts[*place].outcome == Outcome::wrong;
    if (first) verdict.parts[*place].outcome = Outcome::right, ++found;
    verdict.parts.push_back({first ? Outcome::right : Outcome::wrong, mistake ? kind.wrong[*mistake].because : "", {}});
  }
  const auto places = static_cast<double>(kind.places.size());
  const double surplus = std::max(0.0, static_cast<double>(answer.points.size()) - places);
  set_credit(verdict, kind.places.empty() ? 0 : (static_cast<double>(found) - surplus) / places);
  return verdict;
}

template <>
SpotResponse RulesFor<course::Spot, SpotResponse>::right(const course::Spot& kind) {
  SpotResponse answer;
  for (const course::Place& place : kind.places) answer.points.push_back(middle(kind, place));
  return answer;
}

template <>
SpotResponse RulesFor<course::Spot, SpotResponse>::empty(const course::Spot&) {
  return {};
}

template <>
bool RulesFor<course::Spot, SpotResponse>::complete(const course::Spot& kind, const SpotResponse& answer) {
  return !kind.places.empty() && answer.points.size() >= kind.places.size();
}

template <>
Json RulesFor<course::Spot, SpotResponse>::to_json(const SpotResponse& answer) {
  Json list = Json::array();
  for (const Point& point : answer.points) list.push_back(Json::array({point.x, point.y}));
  return {{"points", std::move(list)}};
}

template <>
std::optional<SpotResponse> RulesFor<course::Spot, SpotResponse>::from_json(const course::Spot& kind,
                                                                            const Json& json) {
  const auto member = json.find("points");
  if (member == json.end() || !member->is_array() || member->size() > most_points) return std::nullopt;
  SpotResponse answer;
  for (const Json& value : *member) {
    const auto point = point_of(kind, value);
    if (!point) return std::nullopt;
    answer.points.push_back(*point);
  }
  return answer;
}

}  // namespace grading
