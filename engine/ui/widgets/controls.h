#pragma once
// What takes a value and perhaps gives back another one. None of them keeps the value: the caller does.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/widgets/basic.h"

namespace ui {

struct FieldOptions {
  std::string_view label = {};        ///< above the field
  std::string_view placeholder = {};  ///< in it while empty
  std::string_view unit = {};         ///< at its right end
  int lines = 1;                      ///< more: several lines, grows with its text up to 3 times that
  float width = 0;                    ///< 0: the column's
  std::size_t limit = 4000;           ///< bytes
  bool enabled = true;
  bool autofocus = false;  ///< takes the keyboard when it first appears
  bool secret = false;
  Tone edge = Tone::ink;  ///< good, warn, bad: after checking
  TextStyle text = style::body;
};
struct FieldResult {
  std::optional<std::string> changed;  ///< the new text
  bool focused = false;
  bool left = false;  ///< lost the keyboard in this frame
};
/// Own editing: selection, clipboard, undo, words. Enter is left to the view's shortcuts in a single line; in several lines Ctrl+Enter is.
FieldResult text_field(Frame& f, std::string_view id, std::string_view value, const FieldOptions& options = {});

struct PickerOptions {
  std::string_view label = {};
  std::string_view placeholder = {};
  float width = 0;
  bool enabled = true;
  bool small = false;
  Tone edge = Tone::ink;
};
/// A drop-down list. `chosen` may be -1. Typing jumps to the entry that starts so.
std::optional<int> picker(Frame& f, std::string_view id, std::span<const std::string> entries, int chosen,
                          const PickerOptions& options = {});

/// One of a few, side by side. `keys`: 1–9 choose.
struct SegmentedOptions {
  bool wide = false;
  bool digit_keys = false;
  bool enabled = true;
};
std::optional<int> segmented(Frame& f, std::string_view id, std::span<const std::string> entries, int chosen,
                             const SegmentedOptions& options = {});

/// On or off, with words and perhaps a sentence under them.
std::optional<bool> toggle(Frame& f, std::string_view id, std::string_view label, bool on,
                           std::string_view detail = {});
/// `label`: Markdown, whose links are plain words.
std::optional<bool> check_box(Frame& f, std::string_view id, std::string_view label, bool on);

struct SliderOptions {
  std::string_view label = {};  ///< above, left
  std::string_view shown = {};  ///< the value in words, above, right
  double from = 0, to = 1;
  double step = 0;  ///< 0: a hundredth of the range
  bool enabled = true;
};
std::optional<double> slider(Frame& f, std::string_view id, double value, const SliderOptions& options);

}  // namespace ui
