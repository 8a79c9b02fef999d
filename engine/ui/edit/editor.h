#pragma once
// A text being edited: caret, selection, undo. Knows nothing of drawing.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/input.h"

namespace ui {

class Editor {
 public:
  /// Offsets are bytes, always between two characters.
  const std::string& text() const { return text_; }
  std::size_t caret() const { return caret_; }
  std::size_t from() const { return std::min(caret_, anchor_); }
  std::size_t to() const { return std::max(caret_, anchor_); }
  bool selects() const { return caret_ != anchor_; }
  std::string selected() const { return text_.substr(from(), to() - from()); }

  /// Takes over what the owner says the text is, when it is not what was left here.
  void sync(std::string_view value);
  void move_to(std::size_t offset, bool select);
  void select_word(std::size_t offset);
  void select_line(std::size_t offset);
  void select_all();
  /// In place of the selection; control characters are left out, newlines too when `lines` is false. Nothing that goes over `limit` bytes.
  void insert(std::string_view utf8, bool lines, std::size_t limit);
  /// Left, Right, Home, End, Backspace, Delete, Enter, Ctrl+A, Z, Y. True when it meant something. Up and Down, copy and paste are the owner's.
  bool key(Shortcut key, bool lines, std::size_t limit);
  void erase_selection();

  std::size_t before(std::size_t offset) const;  ///< the character before
  std::size_t after(std::size_t offset) const;
  std::size_t word_before(std::size_t offset) const;
  std::size_t word_after(std::size_t offset) const;

  std::uint64_t seen = 0;  ///< frame number
  float scroll = 0;        ///< sideways in a single line, down in several
  float wish_x = -1;       ///< where Up and Down want to stay
  bool had_focus = false;
  std::size_t drag_from = 0;

 private:
  struct Step {
    std::string text;
    std::size_t caret;
  };
  void remember(bool typing);
  void undo(std::vector<Step>& from, std::vector<Step>& to);
  std::size_t line_start(std::size_t offset) const;
  std::size_t line_end(std::size_t offset) const;

  std::string text_;
  std::size_t caret_ = 0, anchor_ = 0;
  std::vector<Step> undo_, redo_;
  bool typing_ = false;  ///< the last change was a typed character: the next one joins its undo step
};

}  // namespace ui
