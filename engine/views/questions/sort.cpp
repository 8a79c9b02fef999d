#include "views/question.h"

namespace views {

Edited sort(ui::Frame& f, const QuestionContext& c, const course::Sort& kind, const grading::SortResponse& response) {
  std::vector<ui::SortCard> cards;
  for (const std::size_t index : c.state.shown) {
    const auto bin = index < response.bins.size() ? response.bins[index] : std::nullopt;
    cards.push_back({kind.cards[index].text, bin ? static_cast<int>(*bin) : -1, mark_of(c, index)});
  }
  const auto moved = ui::bins(f, "bins", kind.bins, cards, c.editable());
  if (c.done()) {
    for (std::size_t i = 0; i < c.state.verdict.parts.size(); ++i) {
      const grading::Part& part = c.state.verdict.parts[i];
      if (part.outcome != grading::Outcome::right) show_expected(f, kind.cards[i].text + " → " + part.expected);
    }
  }
  if (!moved) return std::nullopt;
  grading::SortResponse next = response;
  next.bins.resize(kind.cards.size());
  auto& place = next.bins[c.state.shown[static_cast<std::size_t>(moved->card)]];
  place.reset();
  if (moved->bin >= 0) place = static_cast<std::size_t>(moved->bin);
  return next;
}

}  // namespace views
