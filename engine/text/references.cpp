// What a text points at, and where its words alone are enough.
#include <algorithm>
#include <tuple>

#include "text/formula.h"
#include "text/markdown.h"
#include "text/markdown_walk.h"

namespace text {
namespace {

/// Only what `references` tells, without making runs.
class Finder {
 public:
  Finder(References& found, std::string_view markdown) : found_(found), formula_(markdown) {}

  bool enter(MD_BLOCKTYPE type, const void*) {
    in_heading_ = type == MD_BLOCK_H && !seen_block_;
    seen_block_ = seen_block_ || type != MD_BLOCK_DOC;
    return ++pieces_ <= most_pieces;
  }
  bool leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_H) in_heading_ = false;
    return true;
  }
  bool span(MD_SPANTYPE type, const void* detail, bool enters) {
    if (type == MD_SPAN_A && enters) {
      found_.links.push_back(attribute_text(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href));
    }
    if ((type == MD_SPAN_LATEXMATH || type == MD_SPAN_LATEXMATH_DISPLAY) && !enters) {
      const bool money = type == MD_SPAN_LATEXMATH && formula_.is_money();
      std::string formula = formula_.take();
      if (in_heading_) found_.heading += money ? "$" + formula + "$" : formula_line(formula);
      if (!money) found_.formulas.push_back(std::move(formula));
    }
    return ++pieces_ <= most_pieces;
  }
  bool text(MD_TEXTTYPE type, std::string_view words) {
    if (type == MD_TEXT_ENTITY && in_heading_) found_.heading += entity_text(words);
    if (type == MD_TEXT_SOFTBR && in_heading_) found_.heading += ' ';
    if (type == MD_TEXT_CODE && in_heading_) found_.heading += words;
    if (type == MD_TEXT_LATEXMATH) formula_.add(words);
    if (type != MD_TEXT_NORMAL) return true;
    std::size_t from = 0;
    for (auto [at, id] = next_footnote(words, 0); at != std::string_view::npos;
         std::tie(at, id) = next_footnote(words, from)) {
      if (in_heading_) found_.heading += words.substr(from, at - from);
      from = at + id.size() + 3;
      if (std::find(found_.footnotes.begin(), found_.footnotes.end(), id) == found_.footnotes.end()) {
        found_.footnotes.emplace_back(id);
      }
    }
    if (in_heading_) found_.heading += words.substr(from);
    return true;
  }

 private:
  References& found_;
  FormulaWords formula_;
  bool seen_block_ = false;
  bool in_heading_ = false;
  std::size_t pieces_ = 0;
};

/// True when a text can hold nothing that `references` tells: no link, no note, no formula, no heading at its beginning.
bool has_no_references(std::string_view markdown) {
  // Two searches for one character each are many times faster than one for either.
  if (markdown.find('[') != std::string_view::npos || markdown.find('<') != std::string_view::npos) return false;
  if (markdown.find('$') != std::string_view::npos) return false;
  const std::size_t first = markdown.find_first_not_of(" \n");
  if (first == std::string_view::npos) return true;
  if (markdown[first] == '#') return false;
  // A heading may also be underlined.
  return markdown.find("\n=") == std::string_view::npos && markdown.find("\n-") == std::string_view::npos;
}

}  // namespace

References references(std::string_view markdown) {
  References found;
  if (has_no_references(markdown)) return found;
  const GuardedText guarded_text(markdown);
  Finder finder(found, guarded_text.text());
  walk(guarded_text, finder);
  return found;
}

}  // namespace text
