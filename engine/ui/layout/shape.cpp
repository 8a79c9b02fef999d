#include "ui/layout/shape.h"

#include <algorithm>

#include "ui/font/utf8.h"
#include "ui/layout/formula.h"

namespace ui {
namespace {

constexpr float kCodePadding = 4;

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == 0x3000 || (c >= 0x2000 && c <= 0x2006) || (c >= 0x2008 && c <= 0x200a);
}

bool is_syllable(char32_t c) {
  return (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || c >= 0x20000;
}

bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c < 0x2000); }

Break break_between(char32_t before, char32_t last, char32_t next) {
  if (last == '\n') return Break::hard;
  if (last == 0xad) return Break::hyphen;
  if (is_space(last) || last == 0x200b) return is_space(next) ? Break::no : Break::yes;
  if (is_space(next) || next == 0xa0 || next == 0x202f || next == 0x2060) return Break::no;
  if (last == '-' || last == 0x2010) return is_letter(before) && is_letter(next) ? Break::yes : Break::no;
  if (last == 0x2013 || last == 0x2014) return is_letter(next) ? Break::yes : Break::no;
  if ((last == '/' || last == '?' || last == '&' || last == '=') && is_letter(before) && is_letter(next))
    return Break::weak;
  if (is_syllable(last) && is_syllable(next)) return Break::weak;
  return Break::no;
}

TextStyle style_of(text::Style run, TextStyle base) {
  TextStyle s = base;
  if (text::has(run, text::Style::bold)) s.weight = base.weight == Weight::regular ? Weight::semibold : Weight::bold;
  if (text::has(run, text::Style::italic)) s.italic = !base.italic;
  if (text::has(run, text::Style::code)) {
    // The mono face looks larger than the text face at the same size.
    s.mono = true, s.italic = false;
    s.size = base.size == Size::body ? Size::small : base.size == Size::small ? Size::caption : base.size;
  }
  return s;
}

class Shaper {
 public:
  Shaper(Fonts::Impl& fonts, Look look, std::vector<LinkTarget>& targets)
      : fonts_(fonts), look_(look), targets_(targets) {}

  void add(const text::Run& run, NoteNumber number) {
    Span span;
    span.tone = look_.tone;
    if (!run.footnote.empty()) {
      add_note(run.footnote, number(run.footnote));
      return;
    }
    if (!run.link.empty() && look_.links) {
      span.link = static_cast<int>(targets_.size());
      targets_.push_back({run.link, false, 0});
      span.tone = Tone::accent;
      span.underline = true;
    }
    span.strike = text::has(run.style, text::Style::strike);
    span.code = text::has(run.style, text::Style::code);
    const TextStyle style = style_of(run.style, look_.style);
    if (text::has(run.style, text::Style::formula)) {
      add_formula(run, span, style);
      return;
    }
    span.face = &fonts_.face(style);
    if (span.code) pad(span);
    add_text(run.text, span);
    if (span.code) pad(span);
  }

  Shaped done() {
    auto& l = out_.letters;
    for (std::size_t i = 0; i < l.size(); ++i) {
      const char32_t next = i + 1 < l.size() ? l[i + 1].c : 0;
      if (l[i].c != 0 && next != 0)
        l[i].after = break_between(i > 0 ? l[i - 1].c : 0, l[i].c, next);
      else if (l[i].c == '\n')
        l[i].after = Break::hard;
    }
    // A padding of code stands between a space and the next word: the break belongs before it.
    for (std::size_t i = 1; i < l.size(); ++i) {
      if (l[i].c == 0 && is_space(l[i - 1].c)) l[i - 1].after = Break::yes;
    }
    return std::move(out_);
  }

 private:
  void add_text(std::string_view utf8, const Span& span) {
    const auto index = static_cast<std::uint32_t>(out_.spans.size());
    out_.spans.push_back(span);
    for (std::size_t at = 0; at < utf8.size();) {
      char32_t c = next_code_point(utf8, at);
      if (c == '\t') c = ' ';
      if (c == '\r') continue;
      const bool silent = c == '\n' || c == 0xad || c == 0x200b || c == 0x2060;
      const Glyph& g = fonts_.glyph(*span.face, silent ? U' ' : c);
      out_.letters.push_back({&g, c, silent ? 0 : g.advance, index, Break::no});
    }
  }

  void pad(const Span& span) {
    out_.spans.push_back(span);
    out_.letters.push_back({&fonts_.glyph(*span.face, U' '), 0, kCodePadding,
                            static_cast<std::uint32_t>(out_.spans.size() - 1), Break::no});
  }

  void add_note(const std::string& id, int number) {
    Span span;
    span.face = &fonts_.face({look_.style.size > Size::small ? Size::small : Size::caption});
    span.tone = look_.links ? Tone::accent : Tone::soft;
    if (look_.links) {
      span.link = static_cast<int>(targets_.size());
      targets_.push_back({id, true, number});
    }
    // A word joiner keeps it on the line of the word before.
    if (!out_.letters.empty() && out_.letters.back().c == ' ') out_.letters.back().c = 0xa0;
    add_text("[" + std::to_string(number) + "]", span);
  }

  /// A formula that cannot be read is shown as written; without a face for formulas, on one line.
  void add_formula(const text::Run& run, Span span, TextStyle style) {
    auto box = set_formula(fonts_, run.text, style, text::has(run.style, text::Style::display));
    if (!box && text::parse_formula(run.text).error) {
      span.code = true;
      span.face = &fonts_.face(style_of(text::Style::code, look_.style));
      pad(span);
      add_text(run.text, span);
      pad(span);
      return;
    }
    span.face = &fonts_.face(style);
    std::string words = text::formula_line(run.text);
    if (!box) return add_text(words, span);
    out_.spans.push_back(span);
    Letter letter;
    letter.c = kFormula;
    letter.advance = box->width;
    letter.span = static_cast<std::uint32_t>(out_.spans.size() - 1);
    letter.formula = static_cast<std::uint32_t>(out_.formulas.size());
    out_.letters.push_back(letter);
    out_.formulas.push_back({std::move(*box), std::move(words)});
  }

  Fonts::Impl& fonts_;
  const Look look_;
  std::vector<LinkTarget>& targets_;
  Shaped out_;
};

}  // namespace

Shaped shape(Fonts::Impl& fonts, const text::Runs& runs, Look look, std::vector<LinkTarget>& targets,
             NoteNumber number) {
  Shaper shaper(fonts, look, targets);
  for (const text::Run& run : runs) shaper.add(run, number);
  return shaper.done();
}

void shrink_formulas(Shaped& shaped, float width) {
  if (shaped.formulas.empty()) return;
  for (Letter& letter : shaped.letters) {
    if (letter.c != kFormula || letter.advance <= width) continue;
    FormulaBox& box = shaped.formulas[letter.formula].box;
    scale_formula(box, std::max(1.0f, width) / box.width);
    letter.advance = box.width;
  }
}

float longest_word(const Shaped& shaped) {
  float longest = 0, word = 0;
  for (const Letter& l : shaped.letters) {
    if (!is_space(l.c)) word += l.advance;
    longest = std::max(longest, word);
    if (l.after == Break::yes || l.after == Break::hard) word = 0;
  }
  return longest;
}

float natural_width(const Shaped& shaped) {
  float widest = 0, line = 0;
  for (const Letter& l : shaped.letters) {
    line += l.advance;
    widest = std::max(widest, line);
    if (l.after == Break::hard) line = 0;
  }
  return widest;
}

namespace {

/// Finds where the line that starts at `first` ends.
LineRange next_line(const Shaped& shaped, std::size_t first, float width, std::size_t& next) {
  const auto& l = shaped.letters;
  struct Candidate {
    std::size_t end = 0;
    float width = 0;
    Break kind = Break::no;
  } strong, weak;
  float pen = 0, inked = 0;  // inked: without spaces at the end
  for (std::size_t i = first; i < l.size(); ++i) {
    pen += l[i].advance;
    if (!is_space(l[i].c)) inked = pen;
    if (inked > width + 0.01f && i > first) {
      const bool use_weak = weak.end != 0 && (strong.end == 0 || strong.width < 0.6f * width);
      const Candidate c = use_weak ? weak : strong;
      next = c.end != 0 ? c.end : i;
      return {first, next, c.end != 0 ? c.width : pen - l[i].advance, c.kind == Break::hyphen, false};
    }
    const Break b = l[i].after;
    if (b == Break::hard) {
      next = i + 1;
      return {first, i, inked, false, true};
    }
    if (b == Break::yes || b == Break::hyphen) strong = {i + 1, inked, b};
    if (b == Break::weak) weak = {i + 1, inked, b};
  }
  next = l.size();
  return {first, l.size(), inked, false, false};
}

void trim(const Shaped& shaped, LineRange& line) {
  while (line.last > line.first && is_space(shaped.letters[line.last - 1].c)) --line.last;
}

float width_of(const Shaped& shaped, std::size_t first, std::size_t last) {
  float w = 0;
  for (std::size_t i = first; i < last; ++i) w += shaped.letters[i].advance;
  return w;
}

/// A last line of one short word takes the word before as company.
void mend_widow(const Shaped& shaped, std::vector<LineRange>& lines, float width) {
  if (lines.size() < 2) return;
  LineRange& last = lines.back();
  LineRange& before = lines[lines.size() - 2];
  if (before.hard || before.hyphen || last.width > 0.15f * width) return;
  const auto& l = shaped.letters;
  for (std::size_t i = last.first; i < last.last; ++i) {
    if (l[i].after == Break::yes) return;
  }
  for (std::size_t i = before.last; i-- > before.first + 1;) {
    if (l[i - 1].after != Break::yes) continue;
    LineRange shorter = before;
    shorter.last = i;
    trim(shaped, shorter);
    shorter.width = width_of(shaped, shorter.first, shorter.last);
    const float longer = width_of(shaped, i, last.last);
    if (shorter.width < 0.5f * width || longer > width) return;
    before = shorter;
    last.first = i;
    last.width = longer;
    return;
  }
}

}  // namespace

std::vector<LineRange> break_lines(const Shaped& shaped, float width) {
  std::vector<LineRange> lines;
  for (std::size_t at = 0; at < shaped.letters.size();) {
    LineRange line = next_line(shaped, at, width, at);
    trim(shaped, line);
    lines.push_back(line);
    if (!line.hard) {
      while (at < shaped.letters.size() && is_space(shaped.letters[at].c)) ++at;
    }
  }
  mend_widow(shaped, lines, width);
  return lines;
}

std::vector<LineRange> balanced_lines(const Shaped& shaped, float width) {
  std::vector<LineRange> best = break_lines(shaped, width);
  if (best.size() < 2) return best;
  // Below the longest word, a word would be broken to save a line.
  float low = std::clamp(longest_word(shaped), width * 0.4f, width), high = width;
  for (int i = 0; i < 8; ++i) {
    const float middle = (low + high) / 2;
    std::vector<LineRange> lines = break_lines(shaped, middle);
    if (lines.size() == best.size())
      best = std::move(lines), high = middle;
    else
      low = middle;
  }
  return best;
}

}  // namespace ui
