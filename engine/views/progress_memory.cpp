// A question's forgetting curve, and the map of concepts.

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/diagram.h"
#include "ui/plot.h"
#include "ui/widgets/controls.h"
#include "views/phrases.h"
#include "views/progress.h"

namespace views {
namespace {

using screens::Go;
using screens::Place;
using screens::ScreenName;
using screens::Shared;
using screens::progress::Asked;
using screens::progress::ConceptBox;
namespace progress_screen = screens::progress;

constexpr float kPlotHeight = 240;
constexpr double kPercent = 100;

/// Points over days from now, as the plot takes them.
struct Points {
  std::vector<double> x, y;
  void add(base::TimePoint at, base::TimePoint now, double recall) {
    x.push_back(memory::Days(at - now).count());
    y.push_back(recall * kPercent);
  }
};

Points line_of(const reviews::ForgettingCurve& curve) {
  Points points;
  for (const reviews::CurvePiece& piece : curve.pieces) {
    for (const reviews::CurvePoint& point : piece) points.add(point.at, curve.now, point.recall);
    // Between two pieces the answer lifts it: no line leads there.
    points.add(piece.back().at, curve.now, std::numeric_limits<double>::quiet_NaN());
  }
  return points;
}

Points reviews_of(const reviews::ForgettingCurve& curve, bool known) {
  Points points;
  for (const reviews::CurveReview& review : curve.reviews) {
    if ((review.grade != memory::Grade::again) == known) points.add(review.at, curve.now, review.recall);
  }
  return points;
}

void curve_plot(const reviews::ForgettingCurve& curve, double goal, ui::Frame& f) {
  const Points line = line_of(curve), known = reviews_of(curve, true), forgotten = reviews_of(curve, false);
  const std::vector<double> ends{line.x.front(), line.x.back()}, level{goal * kPercent, goal * kPercent};
  ui::PlotData data;
  data.x = {f.tr("days from today"), {}, line.x.front(), line.x.back(), false};
  double least = goal * kPercent;
  for (const double y : line.y) least = std::isnan(y) ? least : std::min(least, y);
  data.y = {f.tr("recall"), "%", std::floor(least / 10) * 10, kPercent, false};
  data.lines.push_back({{}, line.x, line.y, 0, false, false});
  data.lines.push_back({{}, ends, level, 0, true, true});
  data.clouds.push_back({f.tr("known"), known.x, known.y, 2});
  if (!forgotten.x.empty()) data.clouds.push_back({f.tr("not known"), forgotten.x, forgotten.y, 1});
  data.now = 0;
  const memory::Days falls = curve.falls - curve.now;
  data.dots.push_back({falls.count(), goal * kPercent, share_words(goal, 0, f.words()), false});
  ui::plot(f, "plot", data, kPlotHeight);
}

void question_row(const Asked& asked, bool open, std::size_t index, ui::Frame& f, Actions& actions) {
  constexpr float kRow = 40, kShare = 56;
  const ui::Rect row = f.place(kRow);
  const ui::Response r = f.item("question-" + std::to_string(index), row);
  const ui::Theme& theme = f.theme();
  if (open || r.hovered) f.paint().fill(row, open ? theme.accent_soft : theme.sunken, ui::metrics::small_corner);
  const ui::Rect inside = row.inset(10, 4);
  f.paint().text_in({inside.x, inside.y, inside.w - kShare, inside.h}, progress_screen::words_of(asked),
                    open ? ui::style::small_strong : ui::style::small, theme.ink);
  f.paint().text_in({inside.right() - kShare, inside.y, kShare, inside.h}, share_words(asked.recall, 0, f.words()),
                    ui::style::small, theme.soft, ui::Align::end);
  if (r.ring) f.focus_ring(row, ui::metrics::small_corner);
  if (r.clicked) actions.push_back(progress_screen::Action{progress_screen::OpenQuestion{asked.ref}});
}

void questions(const ProgressState& state, ui::Frame& f, Actions& actions) {
  const auto typed = ui::text_field(f, "query", state.query, {.placeholder = f.tr("Find a question"), .limit = 100});
  if (typed.changed) actions.push_back(progress_screen::Action{progress_screen::TypeQuery{*typed.changed}});
  f.space(ui::Space::s);
  f.group("questions", [&] {
    for (std::size_t i = 0; i < state.found.size(); ++i)
      question_row(state.found[i], state.found[i].ref == state.question, i, f, actions);
  });
  if (state.found.empty())
    ui::words(f, f.tr("No question that you answered has this in it."), ui::style::small, ui::Tone::soft);
}

ui::Tone tone_of(const ConceptBox& box) {
  constexpr double kShaky = 0.6, kSure = 0.85;
  if (!box.mastery) return ui::Tone::ink;
  if (box.mastery->recall < kShaky) return ui::Tone::bad;
  return box.mastery->recall < kSure ? ui::Tone::warn : ui::Tone::good;
}

ui::DiagramData map_of(const std::vector<ConceptBox>& boxes, ui::Frame& f) {
  ui::DiagramData data;
  data.right = true;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    std::string name = boxes[i].name;
    if (boxes[i].mastery) name += " " + share_words(boxes[i].mastery->recall, 0, f.words());
    data.boxes.push_back({std::move(name), tone_of(boxes[i]), true, !boxes[i].mastery, true});
    for (const std::size_t need : boxes[i].needs)
      data.arrows.push_back({static_cast<int>(need), static_cast<int>(i), {}, false, false});
  }
  return data;
}

/// Where the map would be too small to be read: the concepts alone, by their places in the course.
int chips(const std::vector<ConceptBox>& boxes, const ui::DiagramData& map, ui::Frame& f) {
  int clicked = -1;
  f.flow(ui::Space::s, [&] {
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      const ui::Tone tone = boxes[i].mastery ? map.boxes[i].tone : ui::Tone::soft;
      if (ui::chip_button(f, boxes[i].id.str(), map.boxes[i].text, tone)) clicked = static_cast<int>(i);
    }
  });
  return clicked;
}

void course_picker(const ProgressState& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  if (shared.courses.size() < 2) return;
  std::vector<std::string> names;
  int chosen = -1;
  for (const screens::CourseEntry& entry : shared.courses) {
    if (entry.course->id == state.course) chosen = static_cast<int>(names.size());
    names.push_back(entry.course->title);
  }
  constexpr float kWidth = 360;
  const auto other = ui::picker(f, "course", names, chosen, {.width = std::min(kWidth, f.width()), .small = true});
  if (other)
    actions.push_back(progress_screen::Action{
        progress_screen::ChooseCourse{shared.courses[static_cast<std::size_t>(*other)].course->id}});
  f.space(ui::Space::l);
}

}  // namespace

void draw_curve(const ProgressState& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  if (!state.curve || state.curve->pieces.empty()) return;
  constexpr float kList = 300, kBoth = 720;
  const auto plot = [&] {
    ui::words(f, state.curve_of, ui::style::strong);
    f.space(ui::Space::s);
    curve_plot(*state.curve, shared.settings.retention, f);
  };
  if (f.width() < kBoth) {
    questions(state, f, actions);
    f.space(ui::Space::l);
    return plot();
  }
  f.row({ui::fixed(kList), ui::share()}, {.gap = ui::Space::xl, .fit = ui::Fit::top},
        [&](int cell) { cell == 0 ? questions(state, f, actions) : plot(); });
}

void draw_concepts(const ProgressState& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  course_picker(state, shared, f, actions);
  if (state.concepts.empty()) return;
  // Placing boxes needs a module: it is loaded when the map comes into sight, not with the page.
  const float known = f.recall("height", 320);
  if (f.recall("seen") == 0 && !f.paint().visible({f.x(), f.y(), f.width(), known})) {
    f.place(known);
    return;
  }
  f.remember("seen", 1);
  const float top = f.y();
  const ui::DiagramData map = map_of(state.concepts, f);
  constexpr float kReadable = 0.65f;
  const bool small = ui::diagram_scale(f, map).value_or(1) < kReadable;
  const ui::DiagramEvent event =
      small ? ui::DiagramEvent{.clicked = chips(state.concepts, map, f)} : ui::diagram(f, "map", map);
  f.remember("height", f.y() - top);
  const int clicked = event.failed ? chips(state.concepts, map, f) : event.clicked;
  if (clicked >= 0)
    actions.push_back(
        Go{Place{ScreenName::course, state.course, {}, state.concepts[static_cast<std::size_t>(clicked)].id}});
  f.space(ui::Space::m);
  const std::string colours = f.tr("colour: recall today, below 60%, below 85%, or above");
  ui::words(f, small || event.failed ? colours : colours + " · " + f.tr("dashed: not started"), ui::style::caption,
            ui::Tone::soft);
}

}  // namespace views
