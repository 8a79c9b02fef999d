#include <algorithm>

#include "text/markdown.h"
#include "views/question.h"

namespace views {

namespace {

/// The cards that were not in their bin, by bin: "Sencha, Assam → Tea · Mint → Herbs".
std::string misplaced(const grading::Verdict& verdict, const course::Sort& kind) {
  std::string all;
  for (std::size_t bin = 0; bin < kind.bins.size(); ++bin) {
    std::string cards;
    for (std::size_t i = 0; i < std::min(verdict.parts.size(), kind.cards.size()); ++i) {
      const bool missed = verdict.parts[i].outcome != grading::Outcome::right;
      if (missed && kind.cards[i].bin == bin)
        cards += (cards.empty() ? "" : ", ") + text::plain_text(kind.cards[i].text);
    }
    if (!cards.empty()) all += (all.empty() ? "" : " · ") + cards + " → " + text::plain_text(kind.bins[bin]);
  }
  return all;
}

}  // namespace

Edited sort(ui::Frame& f, const QuestionContext& c, const course::Sort& kind, const grading::SortResponse& response) {
  std::vector<ui::SortCard> cards;
  for (const std::size_t index : c.state.shown) {
    const auto bin = index < response.bins.size() ? response.bins[index] : std::nullopt;
    cards.push_back({kind.cards[index].text, bin ? static_cast<int>(*bin) : -1, mark_of(c, index)});
  }
  std::vector<std::string> bins;
  for (const std::string& bin : kind.bins) bins.push_back(text::plain_text(bin));
  const auto moved = ui::bins(f, "bins", bins, cards, c.editable());
  if (c.done()) show_expected(f, misplaced(c.state.verdict, kind));
  if (!moved) return std::nullopt;
  grading::SortResponse next = response;
  next.bins.resize(kind.cards.size());
  auto& place = next.bins[c.state.shown[static_cast<std::size_t>(moved->card)]];
  place.reset();
  if (moved->bin >= 0) place = static_cast<std::size_t>(moved->bin);
  return next;
}

}  // namespace views
