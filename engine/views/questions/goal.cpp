#include "ui/widgets/basic.h"
#include "views/explore.h"
#include "views/question.h"

namespace views {

Edited goal(ui::Frame& f, const QuestionContext& c, const course::Goal& kind, const grading::GoalResponse& response) {
  // Where nobody keeps its state it stands where the answer is, without time and without anything to compare with.
  std::optional<screens::explore::State> own;
  if (c.explorable == nullptr) own = screens::explore::open(kind.model, {response.inputs, std::nullopt, {}});
  const screens::explore::State& state = own ? *own : *c.explorable;
  std::optional<screens::explore::Action> did;
  ui::card(f, [&] {
    if (!kind.title.empty()) {
      ui::words(f, kind.title, ui::style::strong);
      f.space(ui::Space::m);
    }
    did = explorable(f, state, {.enabled = c.editable() || c.done(), .marked = !own});
  });
  if (c.checked() && !c.state.verdict.parts.empty() && !c.state.verdict.parts[0].because.empty()) {
    f.space(ui::Space::s);
    ui::rich(f, "because", c.state.verdict.parts[0].because, c.rich());
  }
  if (!own && c.done() && c.state.verdict.outcome != grading::Outcome::right) {
    f.space(ui::Space::s);
    c.events->show_reached = ui::button(f, "show-reached", f.tr("Show how it is reached"), {.small = true});
  }
  if (!did) return std::nullopt;
  if (!own) {
    c.events->explored = did;
    return std::nullopt;
  }
  if (const auto* moved = std::get_if<screens::explore::SetInput>(&*did); moved != nullptr && c.editable()) {
    screens::explore::update(*own, *moved, {});
    return grading::GoalResponse{own->setting.inputs};
  }
  return std::nullopt;
}

}  // namespace views
