#include "ui/font/math_table.h"

#include <stb/stb_truetype.h>
#include <algorithm>
#include <array>
#include <cstring>

namespace ui {
namespace {

constexpr std::size_t kFirstValue = 8, kValue = 4;  ///< of the constants' records: offset, size
constexpr std::size_t kMostVariants = 32, kMostParts = 16;

/// Which record of the table each constant is.
constexpr std::array<std::pair<int, float MathConstants::*>, 41> kRecords{{
    {1, &MathConstants::axis_height},
    {2, &MathConstants::accent_base_height},
    {4, &MathConstants::subscript_shift_down},
    {5, &MathConstants::subscript_top_max},
    {6, &MathConstants::subscript_baseline_drop_min},
    {7, &MathConstants::superscript_shift_up},
    {8, &MathConstants::superscript_shift_up_cramped},
    {9, &MathConstants::superscript_bottom_min},
    {10, &MathConstants::superscript_baseline_drop_max},
    {11, &MathConstants::sub_superscript_gap_min},
    {12, &MathConstants::superscript_bottom_max_with_subscript},
    {13, &MathConstants::space_after_script},
    {14, &MathConstants::upper_limit_gap_min},
    {15, &MathConstants::upper_limit_baseline_rise_min},
    {16, &MathConstants::lower_limit_gap_min},
    {17, &MathConstants::lower_limit_baseline_drop_min},
    {18, &MathConstants::stack_top_shift_up},
    {19, &MathConstants::stack_top_display_shift_up},
    {20, &MathConstants::stack_bottom_shift_down},
    {21, &MathConstants::stack_bottom_display_shift_down},
    {22, &MathConstants::stack_gap_min},
    {23, &MathConstants::stack_display_gap_min},
    {28, &MathConstants::numerator_shift_up},
    {29, &MathConstants::numerator_display_shift_up},
    {30, &MathConstants::denominator_shift_down},
    {31, &MathConstants::denominator_display_shift_down},
    {32, &MathConstants::numerator_gap_min},
    {33, &MathConstants::numerator_display_gap_min},
    {34, &MathConstants::fraction_rule},
    {35, &MathConstants::denominator_gap_min},
    {36, &MathConstants::denominator_display_gap_min},
    {39, &MathConstants::overbar_gap},
    {40, &MathConstants::overbar_rule},
    {42, &MathConstants::underbar_gap},
    {43, &MathConstants::underbar_rule},
    {45, &MathConstants::radical_gap},
    {46, &MathConstants::radical_display_gap},
    {47, &MathConstants::radical_rule},
    {48, &MathConstants::radical_extra_ascender},
    {49, &MathConstants::radical_kern_before_degree},
    {50, &MathConstants::radical_kern_after_degree},
}};

unsigned word_at(std::span<const unsigned char> bytes, std::size_t at) {
  return at + 2 <= bytes.size() ? static_cast<unsigned>(bytes[at] << 8 | bytes[at + 1]) : 0;
}

}  // namespace

std::unique_ptr<const MathTable> MathTable::read(const FontFile& file) {
  std::unique_ptr<MathTable> table(new MathTable(file));
  if (!table->find_table()) return nullptr;
  table->read_constants();
  return table;
}

bool MathTable::find_table() {
  const auto bytes = file_.bytes();
  const auto start = static_cast<std::size_t>(file_.info().fontstart);
  const unsigned count = word_at(bytes, start + 4);
  for (unsigned i = 0; i < count; ++i) {
    const std::size_t record = start + 12 + std::size_t{16} * i;
    if (record + 16 > bytes.size() || std::memcmp(bytes.data() + record, "MATH", 4) != 0) continue;
    first_ = std::size_t{word_at(bytes, record + 8)} << 16 | word_at(bytes, record + 10);
    size_ = std::size_t{word_at(bytes, record + 12)} << 16 | word_at(bytes, record + 14);
    if (first_ > bytes.size() || size_ > bytes.size() - first_ || size_ < 10) return false;
    per_unit_ = stbtt_ScaleForMappingEmToPixels(&file_.info(), 1);
    return word(4) != 0 && word(8) != 0;
  }
  return false;
}

unsigned MathTable::word(std::size_t at) const { return at + 2 <= size_ ? word_at(file_.bytes(), first_ + at) : 0; }

float MathTable::measure(std::size_t at) const {
  return static_cast<float>(static_cast<std::int16_t>(word(at))) * per_unit_;
}

void MathTable::read_constants() {
  const std::size_t at = word(4);
  constants_.script_scale = static_cast<float>(word(at)) / 100;
  constants_.script_script_scale = static_cast<float>(word(at + 2)) / 100;
  constants_.display_operator_height = static_cast<float>(word(at + 6)) * per_unit_;
  for (const auto& [record, member] : kRecords)
    constants_.*member = measure(at + kFirstValue + kValue * static_cast<std::size_t>(record));
  // Some faces set indices hardly smaller than their letters, and limits so near that they touch.
  constants_.script_scale = std::clamp(constants_.script_scale, 0.6f, 0.72f);
  constants_.script_script_scale = std::clamp(constants_.script_script_scale, 0.5f, 0.56f);
  constants_.upper_limit_gap_min = std::max(constants_.upper_limit_gap_min, 0.15f);
  constants_.lower_limit_gap_min = std::max(constants_.lower_limit_gap_min, 0.15f);
  constants_.radical_degree_raise = static_cast<float>(word(at + kFirstValue + kValue * 51)) / 100;
  least_overlap_ = static_cast<float>(word(std::size_t{word(8)})) * per_unit_;
}

int MathTable::place_in(std::size_t coverage, int glyph) const {
  const unsigned wanted = static_cast<unsigned>(glyph), count = word(coverage + 2);
  const bool ranges = word(coverage) == 2;
  unsigned low = 0, high = count;
  while (low < high) {
    const unsigned middle = (low + high) / 2;
    const std::size_t at = coverage + 4 + std::size_t{ranges ? 6u : 2u} * middle;
    const unsigned from = word(at), to = ranges ? word(at + 2) : from;
    if (wanted < from)
      high = middle;
    else if (wanted > to)
      low = middle + 1;
    else
      return static_cast<int>(ranges ? word(at + 4) + wanted - from : middle);
  }
  return -1;
}

float MathTable::value_of(std::size_t list, int glyph, float otherwise) const {
  const std::size_t info = word(6);
  const unsigned offset = info == 0 ? 0 : word(info + list);
  if (offset == 0) return otherwise;
  const std::size_t at = info + offset;
  const int place = place_in(at + word(at), glyph);
  return place < 0 || place >= static_cast<int>(word(at + 2))
             ? otherwise
             : measure(at + 4 + kValue * static_cast<std::size_t>(place));
}

float MathTable::italic_correction(int glyph) const { return value_of(0, glyph, 0); }
float MathTable::accent_place(int glyph) const { return value_of(2, glyph, file_.advance_of(glyph) / 2); }

std::size_t MathTable::construction(int glyph, bool upright) const {
  const std::size_t at = word(8);
  const unsigned coverage = word(at + (upright ? 2 : 4)), tall = word(at + 6), wide = word(at + 8);
  if (coverage == 0) return 0;
  const int place = place_in(at + coverage, glyph);
  if (place < 0 || place >= static_cast<int>(upright ? tall : wide)) return 0;
  const unsigned offset = word(at + 10 + 2 * (static_cast<std::size_t>(place) + (upright ? 0 : tall)));
  return offset == 0 ? 0 : at + offset;
}

std::vector<MathTable::Variant> MathTable::variants(int glyph, bool upright) const {
  std::vector<Variant> found;
  const std::size_t at = construction(glyph, upright);
  const std::size_t count = at == 0 ? 0 : std::min<std::size_t>(kMostVariants, word(at + 2));
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t record = at + 4 + 4 * i;
    found.push_back({static_cast<int>(word(record)), static_cast<float>(word(record + 2)) * per_unit_});
  }
  if (found.empty()) {
    const FontFile::Ink ink = file_.ink_of(glyph);
    found.push_back({glyph, upright ? ink.top - ink.bottom : ink.right - ink.left});
  }
  return found;
}

std::vector<MathTable::Part> MathTable::pieces(int glyph) const {
  std::vector<Part> found;
  const std::size_t at = construction(glyph, true);
  const unsigned offset = at == 0 ? 0 : word(at);
  if (offset == 0) return found;
  const std::size_t assembly = at + offset, count = std::min<std::size_t>(kMostParts, word(assembly + 4));
  const auto em = [&](std::size_t place) { return static_cast<float>(word(place)) * per_unit_; };
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t p = assembly + 6 + 10 * i;
    found.push_back({static_cast<int>(word(p)), em(p + 2), em(p + 4), em(p + 6), (word(p + 8) & 1) != 0});
  }
  return found;
}

}  // namespace ui
