// A text with gaps: words flow around small fields and lists.

#include "ui/core.h"
#include "ui/layout/builder.h"
#include "ui/widgets/answers.h"
#include "ui/widgets/controls.h"

namespace ui {
namespace {

constexpr float kLine = 44;

/// The words between two gaps, one by one so that they wrap.
void draw_words(Frame& f, std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    if (end > at) {
      const std::string_view word = text.substr(at, end - at);
      const Rect r = f.place(f.paint().text_width(word, style::body), kLine);
      f.paint().text_in({r.x, r.y, r.w + 0.6f, r.h}, word, style::body, f.theme().ink);
    }
    at = end + 1;
  }
}

float gap_width(Frame& f, const Gap& gap) {
  float w = f.paint().text_width(gap.value, style::body) + 40;
  for (const std::string& e : gap.entries) w = std::max(w, f.paint().text_width(e, style::body) + 70);
  return std::clamp(w, 120.0f, std::min(320.0f, f.width()));
}

/// What follows a gap without a space: a full stop, a comma, " %" with a space that does not break. It never begins a line.
std::string_view close_by(std::string_view after) {
  return after.substr(0, std::min(after.find_first_of(" \n"), after.size()));
}

std::optional<std::string> draw_gap(Frame& f, int index, const Gap& gap, std::string_view after, bool enabled) {
  const float w = gap_width(f, gap);
  const float mark = gap.mark == Mark::open ? 0 : 20;
  const float tail = after.empty() ? 0 : f.paint().text_width(after, style::body) + 1;
  const Rect r = f.place(w + mark + tail, kLine);
  if (tail > 0) f.paint().text_in({r.right() - tail + 1, r.y, tail, r.h}, after, style::body, f.theme().ink);
  std::optional<std::string> changed;
  f.within({r.x, r.y, w, 0}, [&] {
    const std::string name = std::to_string(index);
    if (gap.entries.empty()) {
      FieldOptions o;
      o.enabled = enabled;
      o.edge = tone_of(gap.mark);
      changed = text_field(f, name, gap.value, o).changed;
      return;
    }
    int chosen = -1;
    for (std::size_t i = 0; i < gap.entries.size(); ++i)
      chosen = gap.entries[i] == gap.value ? static_cast<int>(i) : chosen;
    PickerOptions o;
    o.enabled = enabled;
    o.placeholder = "…";
    o.edge = tone_of(gap.mark);
    if (const auto picked = picker(f, name, gap.entries, chosen, o))
      changed = gap.entries[static_cast<std::size_t>(*picked)];
  });
  if (mark > 0)
    draw_icon(f.paint(), icon_of(gap.mark), {r.x + w + 4, r.y + (r.h - 16) / 2, 16, 16},
              color_of(f.theme(), tone_of(gap.mark)));
  return changed;
}

}  // namespace

std::optional<GapChange> gaps(Frame& f, std::string_view id, std::span<const std::string> before,
                              std::span<const Gap> all, bool enabled) {
  std::optional<GapChange> result;
  f.scope(id, [&] {
    // Paragraphs of the text start new lines.
    std::size_t next = 0;
    const auto line = [&](std::string_view words, bool gap_after, std::string_view after) {
      draw_words(f, words);
      if (!gap_after) return;
      if (auto changed = draw_gap(f, static_cast<int>(next), all[next], after, enabled))
        result = GapChange{static_cast<int>(next), *changed};
      ++next;
    };
    f.flow(Space::xs, [&] {
      for (std::size_t i = 0; i < before.size(); ++i) {
        std::string_view text = before[i];
        if (i > 0 && i <= all.size()) text.remove_prefix(close_by(text).size());  // it stands by the gap
        for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n')) {
          line(text.substr(0, at), false, {});
          f.break_line();
          text.remove_prefix(at + 1);
        }
        const bool gap_after = next < all.size() && i < all.size();
        line(text, gap_after, gap_after && i + 1 < before.size() ? close_by(before[i + 1]) : std::string_view());
      }
    });
  });
  return result;
}

}  // namespace ui
