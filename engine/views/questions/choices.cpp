#include <algorithm>

#include "views/question.h"

namespace views {
namespace {

bool is_picked(const grading::ChoicesResponse& response, std::size_t index) {
  return std::find(response.picked.begin(), response.picked.end(), index) != response.picked.end();
}

ui::Mark mark(const QuestionContext& c, const course::Choice& choice, bool picked) {
  if (!c.checked()) return ui::Mark::open;
  if (picked && !c.state.gave_up) return choice.right ? ui::Mark::right : ui::Mark::wrong;
  return choice.right && c.done() ? ui::Mark::missed : ui::Mark::open;
}

grading::ChoicesResponse toggled(const grading::ChoicesResponse& response, std::size_t index, bool several) {
  grading::ChoicesResponse next = response;
  if (!several) {
    next.picked = {index};
  } else if (is_picked(response, index)) {
    std::erase(next.picked, index);
  } else {
    next.picked.push_back(index);
    std::sort(next.picked.begin(), next.picked.end());
  }
  return next;
}

}  // namespace

Edited choices(ui::Frame& f, const QuestionContext& c, const course::Choices& kind,
               const grading::ChoicesResponse& response) {
  Edited edited;
  const bool several = kind.several();
  f.group("choices", [&] {
    int shown = 0;
    for (const std::size_t index : c.state.shown) {
      const course::Choice& each = kind.choices[index];
      const bool picked = is_picked(response, index);
      ui::ChoiceOptions options{.number = shown,
                                .several = several,
                                .chosen = picked,
                                .mark = mark(c, each, picked),
                                .enabled = c.editable(),
                                .keys = c.active};
      // Its reason stands under what was picked, and under the answer once it is shown.
      const bool tells = c.checked() && !each.because.empty() && (picked || (c.done() && each.right));
      if (tells) options.reason = &ui::parsed(f, each.because);
      if (shown > 0) f.space(ui::Space::s);
      if (ui::choice(f, std::to_string(index), ui::parsed(f, each.text), options))
        edited = toggled(response, index, several);
      ++shown;
    }
  });
  return edited;
}

}  // namespace views
