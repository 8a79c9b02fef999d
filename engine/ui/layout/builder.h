#pragma once
// Builds a Layout block by block, from the top down.

#include "ui/layout/layout.h"

namespace ui {

/// Height of a line, design pixels.
float leading(TextStyle style, bool tight);

class LayoutBuilder {
 public:
  LayoutBuilder(Fonts::Impl& fonts, const LayoutOptions& options, NoteNumber number)
      : fonts_(fonts), options_(options), number_(number) {}

  /// Where a block goes.
  struct Place {
    float x = 0, width = 0;
    TextStyle style;
    Tone tone = Tone::ink;
    Align align = Align::start;
    int depth = 0;
  };

  Layout build(const text::Document& document, float width);

 private:
  void blocks(const text::Blocks& blocks, const Place& place);
  void block(const text::Block& block, const Place& place);
  void paragraph(const text::Runs& runs, const Place& place);
  void plain_paragraph(const text::Runs& runs, const Place& place);
  void heading(const text::Block& block, Place place);
  void list(const text::Block& block, const Place& place);
  void marker(const std::string& words, const Place& place, float right, float top);
  void quote(const text::Block& block, Place place);
  void code(const text::Block& block, Place place);
  void table(const text::Block& block, const Place& place);
  void lines(const Shaped& shaped, const std::vector<LineRange>& ranges, const Place& place, float height,
             const Face& face);
  void display(const text::Run& run, const Place& place);
  void formula(const InlineFormula& formula, const Span& span, float x);
  void pieces(const Shaped& shaped, const LineRange& range, float x);
  void word(char32_t letter, float left, float right);
  float gap_before(const text::Block& block, int depth) const;

  Fonts::Impl& fonts_;
  const LayoutOptions options_;
  NoteNumber number_;
  Layout out_;
  float y_ = 0;
  bool in_word_ = false;
};

}  // namespace ui
