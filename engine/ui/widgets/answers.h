#pragma once
// What questions are answered with. They know nothing of courses: words in, what the person did out.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "ui/rich.h"
#include "ui/widgets/basic.h"

namespace ui {

/// How an answer or a part of it stands. Told by colour, icon and words.
enum class Mark : std::uint8_t { open, right, partly, wrong, missed };  ///< missed: right, but not chosen
Tone tone_of(Mark mark);
Icon icon_of(Mark mark);

struct ChoiceOptions {
  int number = 0;        ///< from 0: its letter, and its keys
  bool several = false;  ///< check box instead of a letter box
  bool chosen = false;
  Mark mark = Mark::open;
  bool enabled = true;
  bool keys = true;                        ///< 1–9 and A–I choose it
  const text::Document* reason = nullptr;  ///< under the words
  float share = -1;                        ///< 0–1: a bar of votes at the right
  std::string_view shown_share = {};       ///< "61 %"
};
/// True when it was chosen (or unchosen) in this frame. Draw all choices of one question inside `f.group`.
bool choice(Frame& f, std::string_view id, const text::Document& words, const ChoiceOptions& options);

/// "Again [1] / 10 min": one of a row of answers to "how well did you know it?".
struct RatingOptions {
  Tone tone = Tone::ink;
  std::string_view detail = {};
  Shortcut key = {};
  bool proposed = false;  ///< the likely one, outlined
  bool chosen = false;    ///< a check before the words says so
};
bool rating(Frame& f, std::string_view id, std::string_view label, const RatingOptions& options);

/// A row of numbers with words at the ends.
std::optional<int> scale_row(Frame& f, std::string_view id, int from, int to, std::optional<int> chosen,
                             std::string_view low, std::string_view high, bool enabled = true);

struct ListItem {
  std::string words = {};
  Mark mark = Mark::open;
};
/// A list that is put in order: by mouse, or Space picks up, arrows move, Space puts down, Escape puts back.
/// Gives the new order as indexes into `items` when it changed.
std::optional<std::vector<int>> reorder(Frame& f, std::string_view id, std::span<const ListItem> items,
                                        bool enabled = true);

struct SortCard {
  std::string words = {};
  int bin = -1;  ///< -1: not yet sorted
  Mark mark = Mark::open;
};
struct Moved {
  int card = 0;
  int bin = -1;
};
/// Cards dragged to bins, or picked by Space (or a click) and put by the bin's digit (or a click on the bin).
std::optional<Moved> bins(Frame& f, std::string_view id, std::span<const std::string> names,
                          std::span<const SortCard> cards, bool enabled = true);

struct MatchState {
  std::vector<int> right_of = {};  ///< for each left side the index of its right side, or -1
  std::vector<Mark> marks = {};    ///< for each left side; may be empty
};
struct Matched {
  int left = 0;
  int right = -1;
};  ///< right -1: taken apart
/// Two columns: pick one at the left, then one at the right; or drag. The picked one is kept by ui until then.
std::optional<Matched> match(Frame& f, std::string_view id, std::span<const std::string> left,
                             std::span<const std::string> right, const MatchState& state, bool enabled = true);

/// A text with gaps. `before[i]` stands before gap i; one more text stands after the last gap.
struct Gap {
  std::vector<std::string> entries;  ///< to pick from; empty: typed
  std::string value = {};            ///< what is in it now
  Mark mark = Mark::open;
};
struct GapChange {
  int gap = 0;
  std::string value;
};
std::optional<GapChange> gaps(Frame& f, std::string_view id, std::span<const std::string> before,
                              std::span<const Gap> gaps, bool enabled = true);

}  // namespace ui
