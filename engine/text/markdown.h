#pragma once
// CommonMark with tables, strikethrough, `$…$` formulas and `[^id]` source notes, through md4c.

#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace text {

/// Never fails: what is not Markdown is text. HTML is shown as text. Pictures in Markdown become their alternative text
/// (a course shows pictures through `picture`). Nesting deeper than 32 levels is flattened.
Document parse_markdown(std::string_view markdown);

/// What a text points at, found without building a document.
struct References {
  std::vector<std::string> links;      ///< targets in order, duplicates kept
  std::vector<std::string> footnotes;  ///< source ids in order of first use
  std::vector<std::string> formulas;   ///< without their dollar signs, as written
  std::string heading;                 ///< plain text of the heading it opens with, or empty
};
References references(std::string_view markdown);

/// The text after the heading it opens with ("## …" or underlined); all of it when it opens with none. A view of `markdown`.
std::string_view without_heading(std::string_view markdown);

/// The words of the first paragraph, for lists in which a text has a line or two: without code, tables and what else stands below
/// it. Where there is none, all words.
std::string first_words(std::string_view markdown);

/// The words alone, for outlines, search and screen readers.
std::string plain_text(const Document& document);
std::string plain_text(std::string_view markdown);

}  // namespace text
