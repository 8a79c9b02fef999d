#include "ui/edit/editor.h"

#include <algorithm>

#include "ui/font/utf8.h"

namespace ui {
namespace {

constexpr std::size_t kUndoSteps = 200;

bool is_combining(char32_t c) {
  return (c >= 0x300 && c <= 0x36f) || (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x20d0 && c <= 0x20ff) ||
         (c >= 0xfe00 && c <= 0xfe0f) || c == 0x200d;
}

bool is_word(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (c >= 0xc0 && c != 0xd7 && c != 0xf7 && (c < 0x2000 || c > 0x206f));
}

char32_t at_offset(std::string_view s, std::size_t offset) {
  return offset < s.size() ? next_code_point(s, offset) : 0;
}

}  // namespace

std::size_t Editor::before(std::size_t offset) const {
  while (offset > 0) {
    do --offset;
    while (offset > 0 && (static_cast<unsigned char>(text_[offset]) & 0xc0) == 0x80);
    if (!is_combining(at_offset(text_, offset))) break;
  }
  return offset;
}

std::size_t Editor::after(std::size_t offset) const {
  if (offset >= text_.size()) return text_.size();
  next_code_point(text_, offset);
  while (offset < text_.size() && is_combining(at_offset(text_, offset))) next_code_point(text_, offset);
  return offset;
}

std::size_t Editor::word_before(std::size_t offset) const {
  while (offset > 0 && !is_word(at_offset(text_, before(offset)))) offset = before(offset);
  while (offset > 0 && is_word(at_offset(text_, before(offset)))) offset = before(offset);
  return offset;
}

std::size_t Editor::word_after(std::size_t offset) const {
  while (offset < text_.size() && is_word(at_offset(text_, offset))) offset = after(offset);
  while (offset < text_.size() && !is_word(at_offset(text_, offset))) offset = after(offset);
  return offset;
}

std::size_t Editor::line_start(std::size_t offset) const {
  const std::size_t at = offset == 0 ? std::string::npos : text_.rfind('\n', offset - 1);
  return at == std::string::npos ? 0 : at + 1;
}

std::size_t Editor::line_end(std::size_t offset) const { return std::min(text_.find('\n', offset), text_.size()); }

void Editor::sync(std::string_view value) {
  if (value == text_) return;
  text_ = value;
  undo_.clear(), redo_.clear();
  typing_ = false;
  caret_ = anchor_ = text_.size();
}

void Editor::move_to(std::size_t offset, bool select) {
  caret_ = std::min(offset, text_.size());
  if (!select) anchor_ = caret_;
  typing_ = false;
}

void Editor::select_word(std::size_t offset) {
  std::size_t a = offset, b = offset;
  while (a > 0 && is_word(at_offset(text_, before(a)))) a = before(a);
  while (b < text_.size() && is_word(at_offset(text_, b))) b = after(b);
  if (a == b) b = after(b);
  anchor_ = a, caret_ = b;
  typing_ = false;
}

void Editor::select_line(std::size_t offset) {
  anchor_ = line_start(offset), caret_ = line_end(offset);
  typing_ = false;
}

void Editor::select_all() {
  anchor_ = 0, caret_ = text_.size();
  typing_ = false;
}

void Editor::remember(bool typing) {
  redo_.clear();
  if (typing && typing_) return;
  undo_.push_back({text_, caret_});
  if (undo_.size() > kUndoSteps) undo_.erase(undo_.begin());
  typing_ = typing;
}

void Editor::undo(std::vector<Step>& from, std::vector<Step>& to) {
  if (from.empty()) return;
  to.push_back({text_, caret_});
  text_ = from.back().text;
  caret_ = anchor_ = std::min(from.back().caret, text_.size());
  from.pop_back();
  typing_ = false;
}

void Editor::erase_selection() {
  if (!selects()) return;
  remember(false);
  const std::size_t at = from();
  text_.erase(at, to() - at);
  caret_ = anchor_ = at;
}

void Editor::insert(std::string_view utf8, bool lines, std::size_t limit) {
  std::string clean;
  int count = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    char32_t c = next_code_point(utf8, at);
    if (c == '\r') continue;
    if (c == '\t' || (c == '\n' && !lines)) c = ' ';
    if ((c < 0x20 && c != '\n') || c == 0x7f || (c >= 0x80 && c < 0xa0)) continue;
    append_utf8(clean, c);
    ++count;
  }
  if (clean.empty() || text_.size() - (to() - from()) + clean.size() > limit) return;
  remember(count == 1 && clean != " " && clean != "\n" && !selects());
  const std::size_t at = from();
  text_.replace(at, to() - at, clean);
  caret_ = anchor_ = at + clean.size();
}

bool Editor::key(Shortcut k, bool lines, std::size_t limit) {
  const bool word = k.ctrl;
  switch (k.key) {
    case Key::left:
      move_to(!k.shift && selects() && !word ? from() : word ? word_before(caret_) : before(caret_), k.shift);
      return true;
    case Key::right:
      move_to(!k.shift && selects() && !word ? to() : word ? word_after(caret_) : after(caret_), k.shift);
      return true;
    case Key::home: move_to(k.ctrl ? 0 : line_start(caret_), k.shift); return true;
    case Key::end: move_to(k.ctrl ? text_.size() : line_end(caret_), k.shift); return true;
    case Key::backspace:
      if (!selects()) move_to(word ? word_before(caret_) : before(caret_), true);
      erase_selection();
      return true;
    case Key::del:
      if (!selects()) move_to(word ? word_after(caret_) : after(caret_), true);
      erase_selection();
      return true;
    case Key::enter: return lines ? (insert("\n", true, limit), true) : false;
    case Key::a: return k.ctrl ? (select_all(), true) : false;
    case Key::z: return k.ctrl ? (k.shift ? undo(redo_, undo_) : undo(undo_, redo_), true) : false;
    case Key::y: return k.ctrl ? (undo(redo_, undo_), true) : false;
    default: return false;
  }
}

}  // namespace ui
