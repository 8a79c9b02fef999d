#include "print/markup.h"

#include "text/formula.h"
#include "text/markdown.h"

namespace print {
namespace {

using text::Block;
using text::Style;

std::string markup_of(const text::Run& run) {
  if (has(run.style, Style::formula)) return "<i>" + escaped(text::formula_line(run.text)) + "</i>";
  std::string words = escaped(run.text);
  if (has(run.style, Style::bold)) words = "<b>" + words + "</b>";
  if (has(run.style, Style::italic)) words = "<i>" + words + "</i>";
  if (has(run.style, Style::code)) words = "<tt>" + words + "</tt>";
  if (has(run.style, Style::strike)) words = "<s>" + words + "</s>";
  return words;
}

std::string markup_of(const text::Runs& runs) {
  std::string words;
  for (const text::Run& run : runs) {
    if (!run.footnote.empty()) {
      while (words.ends_with(' ')) words.pop_back();
      continue;
    }
    words += markup_of(run);
  }
  return words;
}

void add(const text::Blocks& blocks, const std::string& before, std::vector<std::string>& into) {
  int number = 0;
  for (const Block& block : blocks) {
    switch (block.kind) {
      case Block::Kind::paragraph:
      case Block::Kind::code: into.push_back(before + markup_of(block.runs)); break;
      case Block::Kind::heading: into.push_back("<b>" + markup_of(block.runs) + "</b>"); break;
      case Block::Kind::list:
        number = block.start;
        for (const Block& item : block.children) {
          std::vector<std::string> inside;
          add(item.children, "", inside);
          const std::string mark = block.ordered ? std::to_string(number++) + ". " : "• ";
          for (std::size_t i = 0; i < inside.size(); ++i) into.push_back(before + (i == 0 ? mark : "   ") + inside[i]);
        }
        break;
      case Block::Kind::item:
      case Block::Kind::quote: add(block.children, before, into); break;
      case Block::Kind::table:
        for (const text::TableRow& row : block.rows) {
          std::string words = before;
          for (const text::Runs& cell : row.cells)
            words += (&cell == &row.cells.front() ? "" : "   |   ") + markup_of(cell);
          into.push_back(&row == &block.rows.front() ? "<b>" + words + "</b>" : words);
        }
        break;
      case Block::Kind::rule: break;
    }
  }
}

}  // namespace

std::string escaped(std::string_view plain) {
  std::string words;
  for (const char c : plain) {
    switch (c) {
      case '&': words += "&amp;"; break;
      case '<': words += "&lt;"; break;
      case '>': words += "&gt;"; break;
      default:
        // Control characters are no XML; a line end is one.
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n') words += c;
    }
  }
  return words;
}

std::vector<std::string> paragraphs(std::string_view markdown) {
  std::vector<std::string> all;
  add(text::parse_markdown(markdown).blocks, "", all);
  return all;
}

std::string line(std::string_view markdown) {
  std::string words;
  for (const std::string& paragraph : paragraphs(markdown)) words += (words.empty() ? "" : " ") + paragraph;
  return words;
}

}  // namespace print
