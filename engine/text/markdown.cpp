#include "text/markdown.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/formula.h"
#include "text/markdown_walk.h"

namespace text {
namespace {

constexpr std::size_t most_nesting = 32;
/// Builds the document while md4c walks the text. Returns true from its methods to go on.
class Builder {
 public:
  explicit Builder(std::string_view markdown) : formula_(markdown) { open_.emplace_back(); }

  bool enter(MD_BLOCKTYPE type, const void* detail) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
      case MD_BLOCK_LI:
      case MD_BLOCK_QUOTE: return open_container(type, detail);
      case MD_BLOCK_TABLE:
        flush();
        open_.push_back({.kind = Block::Kind::table, .runs = {}, .children = {}, .rows = {}, .columns = {}});
        return count();
      case MD_BLOCK_TR: open_.back().rows.emplace_back(); return count();
      case MD_BLOCK_TH: add_column(*static_cast<const MD_BLOCK_TD_DETAIL*>(detail)); return count();
      case MD_BLOCK_TD:
      case MD_BLOCK_DOC:
      case MD_BLOCK_THEAD:
      case MD_BLOCK_TBODY: return count();
      case MD_BLOCK_H:
        flush();
        level_ = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
        return count();
      default: flush(); return count();
    }
  }

  bool leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
      case MD_BLOCK_LI:
      case MD_BLOCK_QUOTE:
        flush();
        close_container();
        break;
      case MD_BLOCK_TABLE: close(); break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD: open_.back().rows.back().cells.push_back(std::exchange(runs_, {})); break;
      case MD_BLOCK_H: flush(Block::Kind::heading); break;
      case MD_BLOCK_CODE:
        if (!runs_.empty() && runs_.back().text.ends_with('\n')) runs_.back().text.pop_back();
        flush(Block::Kind::code);
        break;
      case MD_BLOCK_HR: add({.kind = Block::Kind::rule, .runs = {}, .children = {}, .rows = {}, .columns = {}}); break;
      case MD_BLOCK_P: flush(); break;
      default: break;
    }
    return true;
  }

  bool span(MD_SPANTYPE type, const void* detail, bool enters) {
    if (type == MD_SPAN_A) {
      link_ = enters ? attribute_text(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href) : "";
      return count();
    }
    if (type == MD_SPAN_LATEXMATH || type == MD_SPAN_LATEXMATH_DISPLAY) {
      if (!enters) write_formula(type);
      return count();
    }
    const Style style = style_of(type);
    if (style == Style::none) return true;
    int& depth = depth_[static_cast<std::size_t>(style)];
    depth += enters ? 1 : -1;
    const auto bits = static_cast<std::uint8_t>(style_);
    const auto bit = static_cast<std::uint8_t>(style);
    style_ = static_cast<Style>(depth > 0 ? bits | bit : bits & ~bit);
    return true;
  }

  bool text(MD_TEXTTYPE type, std::string_view words) {
    switch (type) {
      case MD_TEXT_NULLCHAR: write("\uFFFD", style_); break;
      case MD_TEXT_BR: runs_.push_back({"\n", Style::none, "", ""}); break;
      case MD_TEXT_SOFTBR: write(" ", style_); break;
      case MD_TEXT_ENTITY: write(entity_text(words), style_); break;
      case MD_TEXT_CODE: write(words, style_ | Style::code); break;
      case MD_TEXT_LATEXMATH: formula_.add(words); break;
      default: return write_with_footnotes(words);
    }
    return count();
  }

  Document take() {
    flush();
    while (open_.size() > 1) close();
    return Document{std::move(open_.front().children)};
  }

 private:
  static Style style_of(MD_SPANTYPE type) {
    switch (type) {
      case MD_SPAN_EM: return Style::italic;
      case MD_SPAN_STRONG: return Style::bold;
      case MD_SPAN_DEL: return Style::strike;
      default: return Style::none;  // code is told by its text
    }
  }

  bool count() { return ++pieces_ <= most_pieces; }

  bool open_container(MD_BLOCKTYPE type, const void* detail) {
    flush();
    if (open_.size() > most_nesting) {
      ++flattened_;
      return count();
    }
    Block block;
    block.kind = type == MD_BLOCK_LI      ? Block::Kind::item
                 : type == MD_BLOCK_QUOTE ? Block::Kind::quote
                                          : Block::Kind::list;
    if (type == MD_BLOCK_OL) {
      block.ordered = true;
      const unsigned start = static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start;
      block.start = static_cast<int>(std::min(start, 999'999'999U));
    }
    open_.push_back(std::move(block));
    return count();
  }

  void close_container() {
    if (flattened_ > 0) {
      --flattened_;
    } else {
      close();
    }
  }

  void close() {
    Block block = std::move(open_.back());
    open_.pop_back();
    add(std::move(block));
  }

  void add(Block block) { open_.back().children.push_back(std::move(block)); }

  void add_column(const MD_BLOCK_TD_DETAIL& cell) {
    const Align align = cell.align == MD_ALIGN_CENTER  ? Align::center
                        : cell.align == MD_ALIGN_RIGHT ? Align::right
                                                       : Align::left;
    open_.back().columns.push_back(align);
  }

  /// Ends the words at hand as a block of their own; tight list items have no paragraph around theirs.
  void flush(Block::Kind kind = Block::Kind::paragraph) {
    if (runs_.empty() && kind == Block::Kind::paragraph) return;
    Block block;
    block.kind = kind;
    if (kind == Block::Kind::heading) block.level = level_;
    if (kind == Block::Kind::code && runs_.empty()) runs_.push_back({"", Style::code, "", ""});
    block.runs = std::exchange(runs_, {});
    add(std::move(block));
  }

  void write(std::string_view words, Style style) {
    const bool same = !runs_.empty() && runs_.back().style == style && runs_.back().link == link_ &&
                      runs_.back().footnote.empty() && runs_.back().text != "\n";
    if (same) {
      runs_.back().text += words;
    } else {
      runs_.push_back({std::string(words), style, link_, ""});
    }
  }

  void write_formula(MD_SPANTYPE type) {
    const bool money = type == MD_SPAN_LATEXMATH && formula_.is_money();
    const std::string formula = formula_.take();
    if (money) return write("$" + formula + "$", style_);
    const Style display = type == MD_SPAN_LATEXMATH_DISPLAY ? Style::display : Style::none;
    // Two formulas side by side are two runs.
    runs_.push_back({formula, style_ | Style::formula | display, link_, ""});
  }

  bool write_with_footnotes(std::string_view words) {
    while (true) {
      const auto [at, id] = next_footnote(words, 0);
      const std::string_view before = words.substr(0, at);
      if (!before.empty()) write(before, style_);
      if (at == std::string_view::npos) return count();
      runs_.push_back({"", style_, "", std::string(id)});
      if (!count()) return false;
      words.remove_prefix(at + id.size() + 3);
    }
  }

  std::vector<Block> open_;  ///< the document, then the containers that are open
  std::size_t flattened_ = 0;
  Runs runs_;
  Style style_ = Style::none;
  std::array<int, 32> depth_{};  ///< how often each style is open, by its bit
  std::string link_;
  FormulaWords formula_;
  int level_ = 0;
  std::size_t pieces_ = 0;
};

/// A note has no words; the space before it goes with it, where another one follows.
void add_words(const Runs& runs, std::string& words) {
  bool after_note = false;
  for (const Run& run : runs) {
    const std::string said = has(run.style, Style::formula) ? formula_line(run.text) : run.text;
    const bool closes = said.empty() || said.front() == ' ' || said.front() == '.' || said.front() == ',';
    if (after_note && closes && words.ends_with(' ')) words.pop_back();
    after_note = !run.footnote.empty();
    words += said;
  }
  if (after_note && words.ends_with(' ')) words.pop_back();
}

void add_words(const Blocks& blocks, std::string& words) {
  for (const Block& block : blocks) {
    if (!words.empty() && words.back() != '\n') words += '\n';
    add_words(block.runs, words);
    for (const TableRow& row : block.rows) {
      for (const Runs& cell : row.cells) {
        add_words(cell, words);
        words += &cell == &row.cells.back() ? '\n' : ' ';
      }
    }
    add_words(block.children, words);
  }
}

}  // namespace

Document parse_markdown(std::string_view markdown) {
  const GuardedText guarded_text(markdown);
  Builder builder(guarded_text.text());
  walk(guarded_text, builder);
  return builder.take();
}

std::string plain_text(const Document& document) {
  std::string words;
  add_words(document.blocks, words);
  while (!words.empty() && words.back() == '\n') words.pop_back();
  return words;
}

std::string plain_text(std::string_view markdown) { return plain_text(parse_markdown(markdown)); }

std::string first_words(std::string_view markdown) {
  const Document document = parse_markdown(markdown);
  for (const Block& block : document.blocks) {
    if (block.kind != Block::Kind::paragraph) continue;
    std::string words;
    add_words(block.runs, words);
    return words;
  }
  return plain_text(document);
}

std::string_view without_heading(std::string_view markdown) {
  if (references(markdown).heading.empty()) return markdown;
  const auto drop_line = [](std::string_view text) {
    const std::size_t end = text.find('\n');
    return end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  };
  std::string_view rest = markdown.substr(std::min(markdown.find_first_not_of("\n"), markdown.size()));
  const bool underlined = rest.substr(std::min(rest.find_first_not_of(' '), rest.size())).front() != '#';
  rest = drop_line(rest);
  return underlined ? drop_line(rest) : rest;
}

}  // namespace text
