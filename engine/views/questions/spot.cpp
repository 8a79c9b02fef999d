#include <algorithm>

#include "ui/spot.h"
#include "views/charts.h"
#include "views/drawn.h"
#include "views/question.h"

namespace views {
namespace {

/// Parts of the verdict: first the places, then the points.
ui::Mark point_mark(const QuestionContext& c, const course::Spot& kind, std::size_t point) {
  return mark_of(c, kind.places.size() + point);
}

bool found(const QuestionContext& c, std::size_t place) {
  return place < c.state.verdict.parts.size() && c.state.verdict.parts[place].outcome == grading::Outcome::right;
}

Edited on_picture(ui::Frame& f, const QuestionContext& c, const course::Spot& kind,
                  const grading::SpotResponse& response) {
  ui::PictureSpots spots;
  spots.most = kind.places.size();
  spots.enabled = c.editable();
  spots.alt = kind.alt;
  for (std::size_t i = 0; i < response.points.size(); ++i) {
    spots.points.push_back({static_cast<float>(response.points[i].x), static_cast<float>(response.points[i].y)});
    spots.marks.push_back(point_mark(c, kind, i));
  }
  for (std::size_t i = 0; c.done() && i < kind.places.size(); ++i)
    spots.places.push_back(spot_place(kind.places[i], found(c, i)));
  const auto changed = ui::spot_picture(f, "spot", kind.picture, spots);
  if (!changed) return std::nullopt;
  grading::SpotResponse next;
  for (const ui::Vec point : *changed) {
    next.points.push_back(
        {std::clamp(static_cast<double>(point.x), 0.0, 1.0), std::clamp(static_cast<double>(point.y), 0.0, 1.0)});
  }
  return next;
}

Edited on_chart(ui::Frame& f, const QuestionContext& c, const course::Spot& kind,
                const grading::SpotResponse& response) {
  ui::ChartSpots spots;
  spots.most = kind.places.size();
  spots.enabled = c.editable();
  for (std::size_t i = 0; i < response.points.size(); ++i) {
    spots.points.push_back(data_point(response.points[i]));
    spots.marks.push_back(point_mark(c, kind, i));
  }
  const grading::Response right =
      c.done() ? grading::right_response(c.question) : grading::Response(grading::SpotResponse{});
  if (const auto* places = std::get_if<grading::SpotResponse>(&right)) {
    for (std::size_t i = 0; i < places->points.size(); ++i)
      spots.places.push_back({data_point(places->points[i]), found(c, i)});
  }
  const auto changed = ui::spot_chart(f, "spot", chart_data(*kind.chart), spots);
  if (!changed) return std::nullopt;
  grading::SpotResponse next;
  for (const ui::DataPoint point : *changed)
    next.points.push_back({static_cast<double>(point.row), static_cast<double>(point.series)});
  return next;
}

/// A line below: a mark, words, and the reason.
void line(ui::Frame& f, std::string_view id, const QuestionContext& c, ui::Mark mark, const std::string& words,
          const std::string& because) {
  f.space(ui::Space::s);
  f.row({ui::fixed(18), ui::share()}, {.gap = ui::Space::s, .fit = ui::Fit::top}, [&](int cell) {
    if (cell == 0) {
      f.space(3.0f);
      return ui::icon(f, ui::icon_of(mark), 16, ui::tone_of(mark));
    }
    if (!words.empty()) ui::words(f, words, ui::style::strong);
    if (!because.empty()) ui::rich(f, id, because, c.rich());
  });
}

/// The numbered places once no try is left, and why a point was wrong.
void reasons(ui::Frame& f, const QuestionContext& c, const course::Spot& kind, std::size_t points) {
  for (std::size_t i = 0; c.done() && i < kind.places.size(); ++i) {
    const std::string number =
        kind.places.size() > 1 || !kind.places[i].label.empty() ? std::to_string(i + 1) + "\u2002" : "";
    line(f, "place-" + std::to_string(i), c, found(c, i) ? ui::Mark::right : ui::Mark::missed,
         number + kind.name_of(kind.places[i]), kind.places[i].because);
  }
  std::vector<std::string> said;
  for (std::size_t i = 0; i < points && kind.places.size() + i < c.state.verdict.parts.size(); ++i) {
    const grading::Part& part = c.state.verdict.parts[kind.places.size() + i];
    const bool again = std::find(said.begin(), said.end(), part.because) != said.end();
    if (part.because.empty() || again || c.state.gave_up) continue;
    line(f, "point-" + std::to_string(i), c, ui::Mark::wrong, {}, part.because);
    said.push_back(part.because);
  }
}

}  // namespace

ui::DataPoint data_point(const grading::Point& point) {
  return {static_cast<std::size_t>(point.x), static_cast<std::size_t>(point.y)};
}

ui::SpotPlace spot_place(const course::Place& place, bool found) {
  return {place.box,
          {static_cast<float>(place.x), static_cast<float>(place.y)},
          {static_cast<float>(place.w), static_cast<float>(place.h)},
          found};
}

Edited spot(ui::Frame& f, const QuestionContext& c, const course::Spot& kind, const grading::SpotResponse& response) {
  Edited edited = kind.chart ? on_chart(f, c, kind, response) : on_picture(f, c, kind, response);
  if (c.editable()) {
    f.space(ui::Space::s);
    const std::string set = text::fill(f.tr("{count} of {all} set"), {{"count", std::to_string(response.points.size())},
                                                                      {"all", std::to_string(kind.places.size())}});
    ui::words(f, set, ui::style::small, ui::Tone::soft);
  }
  if (c.checked()) reasons(f, c, kind, response.points.size());
  return edited;
}

}  // namespace views
