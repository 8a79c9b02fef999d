#include "ui/rich.h"
#include "ui/widgets/controls.h"
#include "views/question.h"

namespace views {

Edited answers(ui::Frame& f, const QuestionContext& c, const course::Answers&,
               const grading::AnswersResponse& response) {
  const auto field = ui::text_field(f, "field", response.typed,
                                    {.placeholder = f.tr("Your answer"),
                                     .limit = 400,
                                     .enabled = c.editable(),
                                     .autofocus = c.active,
                                     .edge = edge_of(c, 0)});
  if (c.checked() && !c.state.verdict.parts.empty()) {
    const grading::Part& part = c.state.verdict.parts.front();
    if (!part.because.empty() && !c.state.gave_up) {
      f.space(ui::Space::s);
      ui::rich(f, "because", part.because, c.rich());
    }
    if (c.done() && part.outcome != grading::Outcome::right) show_expected(f, part.expected);
  }
  if (!field.changed) return std::nullopt;
  return grading::AnswersResponse{*field.changed};
}

}  // namespace views
