#include <algorithm>

#include "text/markdown.h"
#include "views/question.h"

namespace views {
namespace {

/// Where a right side (index of the file) stands on screen, or -1.
int place_of(const std::vector<std::size_t>& shown, std::optional<std::size_t> right) {
  if (!right) return -1;
  const auto it = std::find(shown.begin(), shown.end(), *right);
  return it == shown.end() ? -1 : static_cast<int>(it - shown.begin());
}

}  // namespace

Edited match(ui::Frame& f, const QuestionContext& c, const course::Match& kind,
             const grading::MatchResponse& response) {
  const std::vector<std::string> rights = kind.rights();
  std::vector<std::string> left, right;
  ui::MatchState state;
  for (std::size_t i = 0; i < kind.pairs.size(); ++i) {
    left.push_back(kind.pairs[i].left);
    state.right_of.push_back(i < response.rights.size() ? place_of(c.state.shown, response.rights[i]) : -1);
    state.marks.push_back(mark_of(c, i));
  }
  for (const std::size_t index : c.state.shown) right.push_back(rights[index]);
  const auto change = ui::match(f, "match", left, right, state, c.editable());
  if (c.done()) {
    std::string expected;
    for (std::size_t i = 0; i < c.state.verdict.parts.size(); ++i) {
      const grading::Part& part = c.state.verdict.parts[i];
      if (part.outcome == grading::Outcome::right) continue;
      expected += (expected.empty() ? "" : " · ") + text::plain_text(kind.pairs[i].left) + " → " +
                  text::plain_text(part.expected);
    }
    show_expected(f, expected);
  }
  if (!change) return std::nullopt;
  grading::MatchResponse next = response;
  next.rights.resize(kind.pairs.size());
  auto& place = next.rights[static_cast<std::size_t>(change->left)];
  place.reset();
  if (change->right >= 0) place = c.state.shown[static_cast<std::size_t>(change->right)];
  return next;
}

}  // namespace views
