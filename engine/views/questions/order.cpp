#include "text/markdown.h"
#include "views/question.h"

namespace views {

Edited order(ui::Frame& f, const QuestionContext& c, const course::Order& kind,
             const grading::OrderResponse& response) {
  std::vector<ui::ListItem> items;
  for (std::size_t place = 0; place < response.order.size(); ++place) {
    items.push_back({kind.items[response.order[place]], mark_of(c, place)});
  }
  const auto moved = ui::reorder(f, "order", items, c.editable());
  if (c.done() && c.state.verdict.outcome != grading::Outcome::right) {
    std::string expected;
    for (const std::string& item : kind.items) expected += (expected.empty() ? "" : " → ") + text::plain_text(item);
    show_expected(f, expected);
  }
  if (!moved) return std::nullopt;
  grading::OrderResponse next;
  for (const int index : *moved) next.order.push_back(response.order[static_cast<std::size_t>(index)]);
  return next;
}

}  // namespace views
