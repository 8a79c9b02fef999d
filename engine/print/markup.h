#pragma once
// Inside this folder: Markdown as Pango's markup, its formulas as pictures.

#include <string>
#include <string_view>
#include <vector>

#include "print/sheet.h"

namespace print {

/// Plain words as markup.
std::string escaped(std::string_view plain);

/// Puts Markdown into a document, and what it draws among the document's pictures. Source notes are left out: a sheet has no list of
/// sources.
class Markup {
 public:
  /// Both must outlive it.
  Markup(const Draw& draw, pdf::Document& into) : draw_(draw), into_(into) {}

  /// A part for each block, paragraphs of this kind; lists have their marks, formulas and tables stand by themselves.
  void add(std::string_view markdown, pdf::Part::Kind kind, std::vector<pdf::Part>& to);
  /// All of it as one paragraph, for answers and cells.
  std::string line(std::string_view markdown);
  /// The figure as a picture of the document: its index, or empty where it cannot be drawn.
  std::optional<int> picture(const Figure& figure);

 private:
  struct Blocks;
  /// As a picture among words, else on one line.
  std::string formula(const std::string& tex, Figure::Kind kind);

  const Draw& draw_;
  pdf::Document& into_;
};

}  // namespace print
