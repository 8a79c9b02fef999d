#include "ui/formula/setter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/font/utf8.h"
#include "ui/formula/alphabets.h"

namespace ui {

using text::AtomRole;
using text::FormulaAtom;
using text::FormulaRow;
using Kind = FormulaAtom::Kind;

namespace {

/// Thin, medium and thick spaces between two roles (The TeXbook, chapter 18); negative: not in small styles.
constexpr std::array<std::array<int, 8>, 8> kSpaces{{
    // ord op bin rel open close punct inner
    {{0, 1, -2, -3, 0, 0, 0, -1}},      // ordinary
    {{1, 1, 0, -3, 0, 0, 0, -1}},       // operation
    {{-2, -2, 0, 0, -2, 0, 0, -2}},     // binary
    {{-3, -3, 0, 0, -3, 0, 0, -3}},     // relation
    {{0, 0, 0, 0, 0, 0, 0, 0}},         // opening
    {{0, 1, -2, -3, 0, 0, 0, -1}},      // closing
    {{-1, -1, 0, -1, -1, -1, -1, -1}},  // punctuation
    {{-1, 1, -2, -3, -1, 0, -1, -1}},   // inner
}};
constexpr std::array<float, 4> kMu{0, 3, 4, 5};

float space_between(AtomRole left, AtomRole right, bool small) {
  const int space = kSpaces[static_cast<std::size_t>(left)][static_cast<std::size_t>(right)];
  if (small && space < 0) return 0;
  return kMu[static_cast<std::size_t>(std::abs(space))] / 18;
}

bool is_mark(const FormulaAtom& atom) { return atom.kind == Kind::space || atom.kind == Kind::style; }

/// “−” is a sign where nothing stands before it that it could be taken from.
std::vector<AtomRole> roles_of(const FormulaRow& row) {
  std::vector<AtomRole> roles(row.size());
  std::size_t before = row.size();
  for (std::size_t i = 0; i < row.size(); ++i) {
    roles[i] = row[i].role;
    if (is_mark(row[i])) continue;
    const bool first = before == row.size();
    const AtomRole left = first ? AtomRole::opening : roles[before];
    const bool alone = left == AtomRole::opening || left == AtomRole::binary || left == AtomRole::relation ||
                       left == AtomRole::operation || left == AtomRole::punctuation;
    if (roles[i] == AtomRole::binary && alone) roles[i] = AtomRole::ordinary;
    const bool ends =
        roles[i] == AtomRole::relation || roles[i] == AtomRole::closing || roles[i] == AtomRole::punctuation;
    if (!first && ends && roles[before] == AtomRole::binary) roles[before] = AtomRole::ordinary;
    before = i;
  }
  if (before < row.size() && roles[before] == AtomRole::binary) roles[before] = AtomRole::ordinary;
  return roles;
}

}  // namespace

MathStyle MathStyle::raised() const { return {level >= Level::script ? Level::script_script : Level::script, cramped}; }

MathStyle MathStyle::numerator() const {
  const Level next = level == Level::display ? Level::text
                     : level == Level::text  ? Level::script
                                             : Level::script_script;
  return {next, cramped};
}

void put(FormulaBox& into, const FormulaBox& part, float x, float rise) {
  for (FormulaBox::Mark mark : part.marks) {
    mark.x += x, mark.y += rise;
    into.marks.push_back(mark);
  }
  into.width = std::max(into.width, x + part.width);
  into.ascent = std::max(into.ascent, part.ascent + rise);
  into.descent = std::max(into.descent, part.descent - rise);
}

void append(FormulaBox& into, const FormulaBox& part) {
  const float pen = into.width;
  put(into, part, pen, 0);
  into.width = pen + part.width;
}

FormulaBox centred(const FormulaBox& box, float axis) {
  FormulaBox made;
  made.ascent = made.descent = -1e6f;
  put(made, box, 0, axis - (box.ascent - box.descent) / 2);
  return made;
}

float FormulaSetter::em(MathStyle style) const {
  const float share = style.level == MathStyle::Level::script          ? k_.script_scale
                      : style.level == MathStyle::Level::script_script ? k_.script_script_scale
                                                                       : 1;
  return std::round(em_ * share * 4) / 4;  // the sizes that faces come in
}

FormulaBox FormulaSetter::glyph(int number, float em) const {
  const FontFile::Ink ink = faces_.math().ink_of(number);
  FormulaBox box;
  box.width = faces_.math().advance_of(number) * em;
  box.ascent = ink.top * em, box.descent = -ink.bottom * em;
  box.marks.push_back({FormulaBox::Mark::Kind::glyph, static_cast<std::uint32_t>(number), em, 0, 0, 0, 0, {}});
  return box;
}

FormulaBox FormulaSetter::letters(std::string_view words, TextStyle style, float em) {
  FormulaBox box;
  box.ascent = 0.73f * em, box.descent = 0.2f * em;
  for (std::size_t at = 0; at < words.size();) {
    const char32_t c = next_code_point(words, at);
    box.marks.push_back({FormulaBox::Mark::Kind::letter, static_cast<std::uint32_t>(c), em, box.width, 0, 0, 0, style});
    box.width += faces_.letter_advance(style, em, c);
  }
  return box;
}

FormulaBox FormulaSetter::row(const FormulaRow& row, MathStyle style) {
  FormulaBox box;
  const std::vector<AtomRole> roles = roles_of(row);
  bool any = false;
  AtomRole before = AtomRole::ordinary;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const FormulaAtom& atom = row[i];
    if (atom.kind == Kind::style) {
      style.level = static_cast<MathStyle::Level>(static_cast<int>(atom.style) - 1);
      continue;
    }
    if (atom.kind == Kind::space) {
      box.width += static_cast<float>(atom.size) / 18 * em(style);
      continue;
    }
    if (any) box.width += space_between(before, roles[i], style.is_small()) * em(style);
    append(box, element(atom, style));
    before = roles[i], any = true;
  }
  box.width = std::max(0.0f, box.width);
  return box;
}

FormulaBox FormulaSetter::element(const FormulaAtom& atom, MathStyle style) {
  const Nucleus made = nucleus(atom, style);
  const bool limits = atom.limits && (style.is_display() || atom.always);
  if (limits && !(atom.raised.empty() && atom.lowered.empty()))
    return with_limits(made, atom.raised, atom.lowered, style);
  return with_scripts(made, atom, style);
}

FormulaSetter::Nucleus FormulaSetter::nucleus(const FormulaAtom& atom, MathStyle style) {
  Nucleus made;
  switch (atom.kind) {
    case Kind::symbol: return symbol(atom, style);
    case Kind::words: return words(atom, style);
    case Kind::name: made.box = name(atom, style); break;
    case Kind::row:
      if (atom.parts[0].size() == 1 && atom.parts[0][0].kind == Kind::symbol && atom.parts[0][0].raised.empty() &&
          atom.parts[0][0].lowered.empty())
        return nucleus(atom.parts[0][0], style);
      made.box = row(atom.parts[0], style);
      break;
    case Kind::fraction: made.box = fraction(atom, style); break;
    case Kind::root: made.box = root(atom, style); break;
    case Kind::fenced: made.box = fenced(atom, style); break;
    case Kind::delimiter: {
      constexpr std::array<float, 5> kHeights{0, 1.2f, 1.8f, 2.4f, 3.0f};
      const float height = atom.size == 0 ? fence_ : kHeights[static_cast<std::size_t>(atom.size)] * em(style);
      made.box = delimiter(atom.words, height, style);
      break;
    }
    case Kind::accent: made.box = accent(atom, style, made); break;
    case Kind::line_above:
    case Kind::line_below: made.box = lined(atom, style); break;
    case Kind::stack: {
      Nucleus base;
      base.box = row(atom.parts[0], style);
      const FormulaRow none;
      made.box = with_limits(base, atom.above ? atom.parts[1] : none, atom.above ? none : atom.parts[1], style);
      break;
    }
    case Kind::grid: made.box = grid(atom, style); break;
    case Kind::space:
    case Kind::style: break;
  }
  return made;
}

FormulaSetter::Nucleus FormulaSetter::symbol(const FormulaAtom& atom, MathStyle style) {
  std::size_t at = 0;
  const char32_t plain = next_code_point(atom.words, at);
  int number = faces_.math().glyph_of(in_alphabet(plain, atom.alphabet));
  if (number == 0) number = faces_.math().glyph_of(plain);
  Nucleus made;
  made.one_sign = true;
  if (number == 0) {
    made.box = letters(atom.words, text_, text_em_ * em(style) / em_);
    made.accent = made.box.width / 2;
    return made;
  }
  const float size = em(style);
  if (atom.role == AtomRole::operation) {
    const auto cuts = faces_.table().taller(number);
    if (style.is_display()) {
      const float wanted = std::max(k_.display_operator_height, atom.limits ? 1.3f : 1.9f);  // integrals stand taller
      const auto fits = std::find_if(cuts.begin(), cuts.end(), [&](const auto& cut) { return cut.size >= wanted; });
      number = fits == cuts.end() ? cuts.back().glyph : fits->glyph;
    }
    made.large = true;
    made.box = centred(glyph(number, size), axis(style));
  } else {
    made.box = glyph(number, size);
  }
  made.lean = faces_.table().italic_correction(number) * size;
  made.accent = faces_.table().accent_place(number) * size;
  return made;
}

FormulaSetter::Nucleus FormulaSetter::words(const FormulaAtom& atom, MathStyle style) {
  TextStyle look = text_;
  if (atom.alphabet == text::Alphabet::bold) look.weight = Weight::semibold;
  if (atom.alphabet == text::Alphabet::italic) look.italic = true;
  Nucleus made;
  made.box = letters(atom.words, look, text_em_ * em(style) / em_);
  made.one_sign = true;
  return made;
}

FormulaBox FormulaSetter::name(const FormulaAtom& atom, MathStyle style) {
  FormulaBox box;
  for (std::size_t at = 0; at < atom.words.size();) {
    const char32_t c = next_code_point(atom.words, at);
    const int number = faces_.math().glyph_of(c == U'-' ? U'‐' : c);
    if (c == U' ')
      box.width += em(style) / 6;
    else if (number != 0)
      append(box, glyph(number, em(style)));
  }
  return box;
}

FormulaBox FormulaSetter::raised_part(const FormulaRow& raised, MathStyle style) {
  const auto rest = std::find_if(raised.begin(), raised.end(), [](const FormulaAtom& a) { return a.words != "′"; });
  const int prime = faces_.math().glyph_of(U'′');
  if (rest == raised.begin() || prime == 0) return row(raised, style.raised());
  // The face's prime is as high and large as it should stand beside a letter; a raised one would fly.
  const float e = em(style);
  const FontFile::Ink ink = faces_.math().ink_of(prime);
  const float drop = (style.cramped ? k_.superscript_shift_up_cramped : k_.superscript_shift_up) * e;
  FormulaBox box;
  for (auto at = raised.begin(); at != rest; ++at) {
    FormulaBox one = glyph(prime, e);
    one.width = (ink.right - ink.left + 0.06f) * e;
    put(box, one, box.width - ink.left * e, -drop);
  }
  box.descent = 0;
  append(box, row({rest, raised.end()}, style.raised()));
  return box;
}

FormulaBox FormulaSetter::with_scripts(const Nucleus& nucleus, const FormulaAtom& atom, MathStyle style) {
  FormulaBox box = nucleus.box;
  const bool up = !atom.raised.empty(), down = !atom.lowered.empty();
  // A slanted letter leans into what follows, not into its index. An integral's width holds its lean.
  const float pen = box.width;
  const float lean = nucleus.lean;
  if (!nucleus.large && !down) box.width += lean;
  if (!up && !down) return box;
  const float e = em(style);
  const FormulaBox raised = raised_part(atom.raised, style), lowered = row(atom.lowered, style.lowered());
  const bool sign = nucleus.one_sign;
  float rise = std::max({sign ? 0.0f : box.ascent - k_.superscript_baseline_drop_max * e,
                         (style.cramped ? k_.superscript_shift_up_cramped : k_.superscript_shift_up) * e,
                         raised.descent + k_.superscript_bottom_min * e});
  float fall = std::max(sign && !nucleus.large ? 0.0f : box.descent + k_.subscript_baseline_drop_min * e,
                        k_.subscript_shift_down * e);
  if (nucleus.large) rise = std::max(rise, box.ascent - k_.superscript_baseline_drop_max * e);
  if (!up) fall = std::max(fall, lowered.ascent - k_.subscript_top_max * e);
  if (up && down) {
    const float gap = (rise - raised.descent) - (lowered.ascent - fall);
    if (gap < k_.sub_superscript_gap_min * e) fall += k_.sub_superscript_gap_min * e - gap;
    const float lift = k_.superscript_bottom_max_with_subscript * e - (rise - raised.descent);
    if (lift > 0) rise += lift, fall -= lift;
  }
  if (up) put(box, raised, pen + (nucleus.large ? 0 : lean), rise);
  if (down) put(box, lowered, pen - (nucleus.large ? lean : 0), -fall);
  box.width += k_.space_after_script * e;
  return box;
}

FormulaBox FormulaSetter::with_limits(const Nucleus& nucleus, const FormulaRow& above, const FormulaRow& below,
                                      MathStyle style) {
  const float e = em(style);
  const FormulaBox top = row(above, style.raised()), bottom = row(below, style.lowered());
  const float width = std::max({nucleus.box.width, top.width, bottom.width});
  const auto middle = [&](const FormulaBox& box) { return (width - box.width) / 2; };
  FormulaBox box;
  box.ascent = nucleus.box.ascent, box.descent = nucleus.box.descent;
  put(box, nucleus.box, middle(nucleus.box), 0);
  if (!above.empty()) {
    const float gap = std::max(k_.upper_limit_gap_min * e, k_.upper_limit_baseline_rise_min * e - top.descent);
    put(box, top, std::max(0.0f, middle(top) + nucleus.lean / 2), nucleus.box.ascent + gap + top.descent);
  }
  if (!below.empty()) {
    const float gap = std::max(k_.lower_limit_gap_min * e, k_.lower_limit_baseline_drop_min * e - bottom.ascent);
    put(box, bottom, std::max(0.0f, middle(bottom) - nucleus.lean / 2), -(nucleus.box.descent + gap + bottom.ascent));
  }
  box.width = width;
  return box;
}

FormulaBox set_formula(const FormulaRow& row, FormulaFaces& faces, float em, TextStyle text, float text_em,
                       bool display) {
  FormulaSetter setter(faces, em, text, text_em);
  return setter.row(row, {display ? MathStyle::Level::display : MathStyle::Level::text, false});
}

}  // namespace ui
