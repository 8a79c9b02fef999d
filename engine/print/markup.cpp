#include "print/markup.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/formula.h"
#include "text/markdown.h"

namespace print {
namespace {

using pdf::Part;
using text::Block;
using text::Run;
using text::Style;

/// The first character that Pen takes for a picture, and those behind it, begin so; none of them has a meaning of its own.
constexpr unsigned char kPrivate = 0xf3, kPrivateNext = 0xb0;

bool is_display(const Run& run) { return has(run.style, Style::display); }

Part::Side side_of(text::Align align) {
  switch (align) {
    case text::Align::center: return Part::Side::middle;
    case text::Align::right: return Part::Side::right;
    case text::Align::left: break;
  }
  return Part::Side::left;
}

}  // namespace

std::string escaped(std::string_view plain) {
  std::string words;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const char c = plain[i];
    const auto byte = static_cast<unsigned char>(c);
    if (byte == kPrivate && i + 3 < plain.size() && static_cast<unsigned char>(plain[i + 1]) >= kPrivateNext) {
      i += 3;
      continue;
    }
    switch (c) {
      case '&': words += "&amp;"; break;
      case '<': words += "&lt;"; break;
      case '>': words += "&gt;"; break;
      default:
        // Control characters are no XML; a line end is one.
        if (byte >= 0x20 || c == '\n') words += c;
    }
  }
  return words;
}

/// Blocks as parts, in their order.
struct Markup::Blocks {
  Markup& markup;
  Part::Kind kind;
  bool one_line;  ///< everything among words: formulas that stand alone and tables, too
  std::vector<Part>& to;

  std::string words_of(const Run& run) {
    if (has(run.style, Style::formula))
      return markup.formula(run.text, is_display(run) ? Figure::Kind::formula : Figure::Kind::inline_formula);
    std::string words = escaped(run.text);
    if (has(run.style, Style::bold)) words = "<b>" + words + "</b>";
    if (has(run.style, Style::italic)) words = "<i>" + words + "</i>";
    if (has(run.style, Style::code)) words = "<tt>" + words + "</tt>";
    if (has(run.style, Style::strike)) words = "<s>" + words + "</s>";
    return words;
  }

  std::string words_of(const text::Runs& runs) {
    std::string words;
    for (const Run& run : runs) {
      if (!run.footnote.empty()) {
        while (words.ends_with(' ')) words.pop_back();
        continue;
      }
      words += words_of(run);
    }
    return words;
  }

  /// A paragraph is cut where a formula stands on a line of its own.
  void paragraph(const text::Runs& runs, const std::string& before) {
    std::string mark = before;
    const auto say = [&](const text::Runs& some) {
      const std::string words = words_of(some);
      if (base::trimmed(words).empty()) return;
      to.push_back({kind, mark + std::string(one_line ? std::string_view(words) : base::trimmed(words))});
      mark.clear();
    };
    text::Runs some;
    for (const Run& run : runs) {
      const auto drawn =
          !one_line && is_display(run) ? markup.picture({Figure::Kind::formula, nullptr, run.text}) : std::nullopt;
      if (!drawn) {
        some.push_back(run);
        continue;
      }
      say(some);
      some.clear();
      Part part{Part::Kind::picture};
      part.count = *drawn;
      part.centred = true;
      to.push_back(std::move(part));
    }
    say(some);
  }

  void list(const Block& block, const std::string& before) {
    int number = block.start;
    for (const Block& item : block.children) {
      std::vector<Part> inside;
      Blocks{markup, kind, one_line, inside}.add(item.children, "");
      const std::string mark = block.ordered ? std::to_string(number++) + ". " : "• ";
      for (Part& part : inside) {
        if (part.kind == kind) part.words = before + (&part == &inside.front() ? mark : "   ") + part.words;
        to.push_back(std::move(part));
      }
    }
  }

  void table(const Block& block, const std::string& before) {
    Part part{Part::Kind::table};
    for (std::size_t i = 0; !block.rows.empty() && i < block.rows[0].cells.size(); ++i)
      part.sides.push_back(i < block.columns.size() ? side_of(block.columns[i]) : Part::Side::left);
    for (const text::TableRow& row : block.rows) {
      std::string words = before;
      for (std::size_t i = 0; i < part.sides.size(); ++i) {
        part.left.push_back(i < row.cells.size() ? words_of(row.cells[i]) : std::string());
        words += (i == 0 ? "" : "   |   ") + part.left.back();
      }
      if (one_line) to.push_back({kind, std::move(words)});
    }
    if (!one_line && !part.sides.empty()) to.push_back(std::move(part));
  }

  void add(const text::Blocks& blocks, const std::string& before) {
    for (const Block& block : blocks) {
      switch (block.kind) {
        case Block::Kind::paragraph: paragraph(block.runs, before); break;
        case Block::Kind::code: to.push_back({kind, before + words_of(block.runs)}); break;
        case Block::Kind::heading: to.push_back({kind, "<b>" + words_of(block.runs) + "</b>"}); break;
        case Block::Kind::list: list(block, before); break;
        case Block::Kind::item:
        case Block::Kind::quote: add(block.children, before); break;
        case Block::Kind::table: table(block, before); break;
        case Block::Kind::rule: break;
      }
    }
  }
};

void Markup::add(std::string_view markdown, Part::Kind kind, std::vector<Part>& to) {
  Blocks{*this, kind, false, to}.add(text::parse_markdown(markdown).blocks, "");
}

std::string Markup::line(std::string_view markdown) {
  std::vector<Part> parts;
  Blocks{*this, Part::Kind::words, true, parts}.add(text::parse_markdown(markdown).blocks, "");
  std::string words;
  for (const Part& part : parts) words += (words.empty() ? "" : " ") + part.words;
  return words;
}

std::optional<int> Markup::picture(const Figure& figure) {
  constexpr std::size_t kMost = pdf::kLastPicture - pdf::kFirstPicture;
  if (!draw_ || into_.pictures.size() >= kMost) return std::nullopt;
  auto drawn = draw_(figure);
  if (!drawn) return std::nullopt;
  into_.pictures.push_back(std::move(*drawn));
  return static_cast<int>(into_.pictures.size()) - 1;
}

std::string Markup::formula(const std::string& tex, Figure::Kind kind) {
  const auto drawn = picture({kind, nullptr, tex});
  if (!drawn) return "<i>" + escaped(text::formula_line(tex)) + "</i>";
  std::string sign;
  base::append(sign, pdf::kFirstPicture + static_cast<char32_t>(*drawn));
  return sign;
}

}  // namespace print
