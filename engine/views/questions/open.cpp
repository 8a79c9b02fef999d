#include "text/catalogue.h"
#include "ui/rich.h"
#include "ui/widgets/controls.h"
#include "views/question.h"

namespace views {
namespace {

using Phase = screens::QuestionState::Phase;

/// The example answer and the rubric, each point met or not.
Edited rubric(ui::Frame& f, const QuestionContext& c, const course::Open& kind, const grading::OpenResponse& response) {
  Edited edited;
  if (!kind.model.empty()) {
    f.space(ui::Space::l);
    ui::card(f, {.sunken = true}, [&] {
      ui::words(f, f.tr("One way to answer"), ui::style::small, ui::Tone::soft);
      f.space(ui::Space::xs);
      ui::rich(f, "model", kind.model, c.rich());
    });
  }
  f.space(ui::Space::l);
  ui::words(f,
            c.state.gave_up ? f.tr("What a good answer has:")
            : c.done()      ? f.tr("What your answer has:")
                            : f.tr("Compare: what does your answer have?"),
            ui::style::strong);
  f.space(ui::Space::s);
  f.group("rubric", [&] {
    for (std::size_t i = 0; i < kind.rubric.size(); ++i) {
      const bool met = i < response.met.size() && response.met[i];
      const auto now = ui::check_box(f, std::to_string(i), kind.rubric[i], met);
      if (!now || c.state.phase != Phase::marking) continue;
      grading::OpenResponse next = response;
      next.met.resize(kind.rubric.size());
      next.met[i] = *now;
      edited = next;
    }
  });
  return edited;
}

}  // namespace

Edited open(ui::Frame& f, const QuestionContext& c, const course::Open& kind, const grading::OpenResponse& response) {
  constexpr int kLines = 5;
  const std::string suggestion = kind.words > 0
                                     ? text::fill(f.tr("About {words} words"), {{"words", std::to_string(kind.words)}})
                                     : f.tr("In your own words");
  const auto field = ui::text_field(
      f, "field", response.written,
      {.placeholder = suggestion, .lines = kLines, .limit = 20'000, .enabled = c.editable(), .autofocus = c.active});
  if (c.state.phase == Phase::marking || c.done()) return rubric(f, c, kind, response);
  if (!field.changed) return std::nullopt;
  return grading::OpenResponse{*field.changed, response.met};
}

}  // namespace views
