#include <algorithm>

#include "views/question.h"

namespace views {
namespace {

/// What a gap is picked from, in an order that gives nothing away.
std::vector<std::string> entries_of(const course::Gap& gap) {
  std::vector<std::string> entries = gap.options;
  std::sort(entries.begin(), entries.end());
  return entries;
}

}  // namespace

Edited blanks(ui::Frame& f, const QuestionContext& c, const course::Blanks& kind,
              const grading::BlanksResponse& response) {
  std::vector<ui::Gap> gaps(kind.gaps.size());
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    gaps[i].entries = entries_of(kind.gaps[i]);
    gaps[i].value = i < response.gaps.size() ? response.gaps[i] : "";
    gaps[i].mark = mark_of(c, i);
  }
  const auto change = ui::gaps(f, "gaps", kind.parts, gaps, c.editable());
  if (c.done()) {
    std::string expected;
    for (const grading::Part& part : c.state.verdict.parts) {
      if (part.outcome != grading::Outcome::right) expected += (expected.empty() ? "" : " · ") + part.expected;
    }
    show_expected(f, expected);
  }
  if (!change) return std::nullopt;
  grading::BlanksResponse next = response;
  next.gaps.resize(kind.gaps.size());
  next.gaps[static_cast<std::size_t>(change->gap)] = change->value;
  return next;
}

}  // namespace views
