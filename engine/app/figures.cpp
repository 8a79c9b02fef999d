#include "app/figures.h"

#include <algorithm>
#include <memory>

#include "explorable/model.h"
#include "text/formula.h"
#include "ui/lone_formula.h"
#include "ui/raster.h"
#include "views/paper.h"

namespace app {
namespace {

using print::Figure;

/// Words of a figure are as large as those of the sheet.
constexpr double kPoints = pdf::kTextSize / ui::px(ui::Size::body);  ///< of a design pixel
/// Pixels of a design pixel: 330 on an inch of paper, about what printers show of a picture.
constexpr float kScale = 3;
/// Of the whole column, and of a figure that needs less; names at a chart's right edge may reach out of it by `kEdge`.
constexpr float kColumn = static_cast<float>(pdf::kColumn / kPoints), kNarrow = 560, kEdge = 8;
/// A picture may be four fifths as high as this page, any other figure as high as it is.
constexpr float kPicturePage = 620, kPage = 3000;

bool is_question(const Figure& figure) {
  return figure.kind == Figure::Kind::question || figure.kind == Figure::Kind::answer;
}

/// Plots stand beside each other where there are several.
float width_of(const course::Question& question) {
  const auto* goal = std::get_if<course::Goal>(&question.kind);
  return goal != nullptr && goal->model->plots.size() > 1 ? kColumn - kEdge : kNarrow;
}

pdf::Picture picture_of(const ui::Shot& shot) {
  ui::Bitmap bitmap = ui::paint(shot);
  pdf::Picture picture;
  picture.width = bitmap.width;
  picture.height = bitmap.height;
  picture.pixels = std::move(bitmap.pixels);
  picture.points = picture.width / static_cast<double>(kScale) * kPoints;
  return picture;
}

}  // namespace

Figures::Figures(std::vector<Figure> wanted, text::Translator words) : words_(std::move(words)) {
  for (Figure& figure : wanted) drawn_.push_back({std::move(figure), std::nullopt, 0, {}});
  if (!drawn_.empty()) canvas_.emplace(kScale);
}

std::optional<ui::Shot> Figures::draw(Drawn& one) {
  ui::FrameInfo look;
  look.words = words_;
  if (is_question(one.figure)) {
    const bool answer = one.figure.kind == Figure::Kind::answer;
    const course::Question& question = *one.figure.question;
    const auto* spot = std::get_if<course::Spot>(&question.kind);
    const float width = width_of(question);
    auto shot =
        canvas_->step(look, {kColumn, spot != nullptr && !spot->chart ? kPicturePage : kPage}, [&](ui::Frame& f) {
          const ui::Rect area{0, 0, width, 0};
          const float height = f.within(area, [&] { views::paper_figure(f, question, answer); });
          return ui::Rect{0, 0, width + kEdge, height};
        });
    if (shot) one.words = views::paper_words(question, answer, words_);
    return shot;
  }
  std::optional<ui::LoneFormula> set;
  auto shot = canvas_->step(look, {kColumn, kPage}, [&](ui::Frame& f) {
    set =
        ui::lone_formula(f, one.figure.formula, ui::style::body, one.figure.kind == Figure::Kind::formula, ui::rgb(0));
    return set ? set->area : ui::Rect();
  });
  if (!set) return shot;
  one.descent = set->descent * kPoints;
  one.margin = set->around * kPoints;
  one.words = text::formula_line(one.figure.formula);
  return shot;
}

bool Figures::step() {
  if (next_ < drawn_.size()) {
    Drawn& one = drawn_[next_];
    if (auto shot = draw(one)) {
      if (shot->width > 0 && shot->height > 0) one.shot = std::move(shot);
      ++next_;
    }
  }
  if (next_ < drawn_.size()) return false;
  canvas_.reset();
  return true;
}

void Figures::finish() {
  while (!step()) canvas_->wait();
}

print::Draw Figures::painter() const {
  const auto all = std::make_shared<const std::vector<Drawn>>(drawn_);
  return [all](const Figure& figure) -> std::optional<pdf::Picture> {
    const auto found = std::find_if(all->begin(), all->end(), [&](const Drawn& one) { return one.figure == figure; });
    if (found == all->end() || !found->shot) return std::nullopt;
    pdf::Picture picture = picture_of(*found->shot);
    picture.descent = found->descent;
    picture.margin = found->margin;
    picture.ink = !is_question(figure);
    picture.words = found->words;
    return picture;
  };
}

}  // namespace app
