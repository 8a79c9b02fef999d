#include "views/paper.h"

#include "grading/grade.h"
#include "ui/widgets/basic.h"
#include "views/charts.h"
#include "views/drawn.h"
#include "views/explore.h"

namespace views {
namespace {

struct Figure {
  ui::Frame& f;
  const course::Question& question;
  const bool answer;

  void operator()(const course::Spot& kind) const {
    if (!kind.chart) {
      ui::PictureSpots spots;
      spots.enabled = false;
      spots.alt = kind.alt;
      for (std::size_t i = 0; answer && i < kind.places.size(); ++i)
        spots.places.push_back(spot_place(kind.places[i], true));
      ui::spot_picture(f, "spot", kind.picture, spots);
      return;
    }
    ui::ChartSpots spots;
    spots.enabled = false;
    if (answer) {
      const auto right = std::get<grading::SpotResponse>(grading::right_response(question));
      for (const grading::Point& point : right.points) spots.places.push_back({data_point(point), true});
    }
    ui::spot_chart(f, "spot", chart_data(*kind.chart), spots);
  }

  void operator()(const course::Predict& kind) const {
    ui::SketchData data = sketch_data(kind);
    data.enabled = false;
    data.revealed = answer;
    ui::sketch(f, "sketch", data);
  }

  void operator()(const course::Goal& kind) const {
    if (!kind.title.empty()) {
      ui::words(f, kind.title, ui::style::strong);
      f.space(ui::Space::m);
    }
    explorable(f, explorable_of(kind, question, answer), {.enabled = false, .marked = false, .on_paper = true});
  }

  template <class InWords>
  void operator()(const InWords&) const {}

  static screens::explore::State explorable_of(const course::Goal& kind, const course::Question& question,
                                               bool answer) {
    const grading::Response shown = answer ? grading::right_response(question) : grading::empty_response(question);
    return screens::explore::open(kind.model, {std::get<grading::GoalResponse>(shown).inputs, std::nullopt, {}});
  }
};

}  // namespace

void paper_figure(ui::Frame& f, const course::Question& question, bool answer) {
  std::visit(Figure{f, question, answer}, question.kind);
}

std::string paper_words(const course::Question& question, bool answer, const text::Translator& words) {
  if (const auto* spot = std::get_if<course::Spot>(&question.kind)) {
    if (!spot->chart) return spot->alt;
    return spot->chart->alt.empty() ? chart_in_words(*spot->chart, words) : spot->chart->alt;
  }
  if (const auto* predict = std::get_if<course::Predict>(&question.kind))
    return answer ? chart_in_words(predict->chart, words) : predict->chart.title;
  if (const auto* goal = std::get_if<course::Goal>(&question.kind))
    return screens::explore::describe(Figure::explorable_of(*goal, question, answer), words.language());
  return {};
}

}  // namespace views
