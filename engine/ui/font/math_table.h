#pragma once
// What a font knows of formulas: its MATH table (OpenType 1.9, "MATH – The mathematical typesetting table"). All measures in em.

#include <memory>
#include <vector>

#include "ui/font/files.h"

namespace ui {

/// The constants that TeX calls font dimensions, named as in the specification.
struct MathConstants {
  float script_scale = 0.7f, script_script_scale = 0.5f;
  float display_operator_height = 0, axis_height = 0, accent_base_height = 0;
  float subscript_shift_down = 0, subscript_top_max = 0, subscript_baseline_drop_min = 0;
  float superscript_shift_up = 0, superscript_shift_up_cramped = 0, superscript_bottom_min = 0;
  float superscript_baseline_drop_max = 0, sub_superscript_gap_min = 0, superscript_bottom_max_with_subscript = 0;
  float space_after_script = 0;
  float upper_limit_gap_min = 0, upper_limit_baseline_rise_min = 0;
  float lower_limit_gap_min = 0, lower_limit_baseline_drop_min = 0;
  float stack_top_shift_up = 0, stack_top_display_shift_up = 0;
  float stack_bottom_shift_down = 0, stack_bottom_display_shift_down = 0;
  float stack_gap_min = 0, stack_display_gap_min = 0;
  float numerator_shift_up = 0, numerator_display_shift_up = 0;
  float denominator_shift_down = 0, denominator_display_shift_down = 0;
  float numerator_gap_min = 0, numerator_display_gap_min = 0, fraction_rule = 0;
  float denominator_gap_min = 0, denominator_display_gap_min = 0;
  float overbar_gap = 0, overbar_rule = 0, underbar_gap = 0, underbar_rule = 0;
  float radical_gap = 0, radical_display_gap = 0, radical_rule = 0, radical_extra_ascender = 0;
  float radical_kern_before_degree = 0, radical_kern_after_degree = 0, radical_degree_raise = 0.6f;  ///< share
};

/// Read-only once made.
class MathTable {
 public:
  /// nullptr when the font has no such table or it is damaged. The file must outlive it.
  static std::unique_ptr<const MathTable> read(const FontFile& file);

  const MathConstants& constants() const { return constants_; }
  /// How far a slanted glyph leans out of its width at the top.
  float italic_correction(int glyph) const;
  /// Where an accent stands above a glyph, from its pen; half its width where the font does not say.
  float accent_place(int glyph) const;

  struct Variant {
    int glyph = 0;
    float size = 0;  ///< height, or width
  };
  /// Larger cuts of a glyph, the smallest first, itself included.
  std::vector<Variant> taller(int glyph) const { return variants(glyph, true); }
  std::vector<Variant> wider(int glyph) const { return variants(glyph, false); }

  /// What a glyph of any height is built from, bottom first.
  struct Part {
    int glyph = 0;
    float start = 0, end = 0;  ///< how much may lie under the neighbour
    float length = 0;
    bool repeats = false;
  };
  std::vector<Part> pieces(int glyph) const;
  float least_overlap() const { return least_overlap_; }

 private:
  explicit MathTable(const FontFile& file) : file_(file) {}
  bool find_table();
  void read_constants();
  unsigned word(std::size_t at) const;  ///< 0 outside of the table
  float measure(std::size_t at) const;  ///< a signed word, in em
  /// A glyph's place in a coverage table, or -1.
  int place_in(std::size_t coverage, int glyph) const;
  std::size_t construction(int glyph, bool upright) const;
  std::vector<Variant> variants(int glyph, bool upright) const;
  float value_of(std::size_t list, int glyph, float otherwise) const;

  const FontFile& file_;
  std::size_t first_ = 0, size_ = 0;
  float per_unit_ = 0.001f, least_overlap_ = 0;
  MathConstants constants_;
};

}  // namespace ui
