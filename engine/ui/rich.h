#pragma once
// Text as it is read: a document laid out to the column's width, with faces, lists, tables, quotes, links and source notes. Layouts are
// kept by text, width, scale and faces, and only lines in sight are drawn, so a long page costs little.

#include <functional>
#include <string>
#include <string_view>

#include "text/document.h"
#include "ui/widgets/basic.h"

namespace ui {

struct RichOptions {
  TextStyle text = style::body;
  Tone tone = Tone::ink;
  Align align = Align::start;
  bool tight = false;  ///< no space between paragraphs, line height of labels: for answers and cells
  bool links = true;   ///< false: links are plain words (inside buttons)
  /// The number shown for a source id, as "[2]". Without it, numbers run from 1 in each text.
  std::function<int(std::string_view)> note_number;
};

struct RichEvent {
  /// `rest_on_…`: the mouse has rested on it, and nothing was clicked.
  enum class Kind : std::uint8_t { none, link, note, rest_on_link, rest_on_note } kind = Kind::none;
  std::string target = {};  ///< the link's target, or the source's id
  Rect area = {};           ///< where it stands (the part under the mouse, where it runs over two lines)
  explicit operator bool() const { return kind != Kind::none; }
};

/// Links and notes are items ("id/0", "id/1", …): clickable and in the Tab order.
RichEvent rich(Frame& f, std::string_view id, const text::Document& document, const RichOptions& options = {});
/// Parses first; the parsed document is kept.
RichEvent rich(Frame& f, std::string_view id, std::string_view markdown, const RichOptions& options = {});

/// Height it would take at this width.
float rich_height(Frame& f, const text::Document& document, float width, const RichOptions& options = {});
/// Parsed and kept by the context; the reference holds for this frame.
const text::Document& parsed(Frame& f, std::string_view markdown);

}  // namespace ui
