#include "text/number.h"

#include "ui/rich.h"
#include "ui/widgets/controls.h"
#include "views/question.h"

namespace views {

Edited number(ui::Frame& f, const QuestionContext& c, const course::Number& kind,
              const grading::NumberResponse& response) {
  constexpr float kWidth = 260;
  const auto field = ui::text_field(f, "field", response.typed,
                                    {.placeholder = f.tr("A number"),
                                     .unit = kind.unit,
                                     .width = kWidth,
                                     .limit = 64,
                                     .enabled = c.editable(),
                                     .autofocus = c.active,
                                     .edge = edge_of(c, 0)});
  const bool told = c.checked() && !c.state.gave_up && !c.state.verdict.parts.empty();
  if (told && !c.state.verdict.parts[0].because.empty()) {
    f.space(ui::Space::s);
    ui::rich(f, "because", c.state.verdict.parts[0].because, c.rich());
  }
  if (c.done() && c.state.verdict.outcome != grading::Outcome::right) {
    const std::string unit = kind.unit.empty() ? "" : "\u202f" + kind.unit;
    show_expected(f, text::format_number(kind.is, kind.decimals, f.words().language()) + unit);
  }
  if (!field.changed) return std::nullopt;
  return grading::NumberResponse{*field.changed};
}

}  // namespace views
