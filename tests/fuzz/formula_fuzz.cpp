// Any bytes are a formula or wrong in a place that can be shown; what is read is set within bounds, and has words.

#include <cmath>

#include "fuzz/input.h"
#include "text/formula.h"
#include "ui/font/files.h"
#include "ui/formula/formula.h"

namespace {

struct Faces final : ui::FormulaFaces {
  Faces() {
    ui::FontFinder finder;
    constexpr const char* kFamilies[]{"TeX Gyre DejaVu Math", "DejaVu Math TeX Gyre", "Latin Modern Math", "STIX Math"};
    file = finder.find_family(kFamilies);
    if (file) read = ui::MathTable::read(*file);
  }
  const ui::FontFile& math() const override { return *file; }
  const ui::MathTable& table() const override { return *read; }
  float letter_advance(ui::TextStyle, float em, char32_t) override { return em / 2; }

  std::shared_ptr<const ui::FontFile> file;
  std::unique_ptr<const ui::MathTable> read;
};

const std::unique_ptr<Faces> faces = std::make_unique<Faces>();  // opening a font takes longer than a formula

void check_box(const ui::FormulaBox& box) {
  constexpr float kMost = 1e6f;
  const auto sane = [](float v) { return std::isfinite(v) && std::abs(v) < kMost; };
  fuzz::require(sane(box.width) && box.width >= 0 && sane(box.ascent) && sane(box.descent), "a box has a size");
  for (const auto& mark : box.marks) {
    fuzz::require(sane(mark.x) && sane(mark.y) && sane(mark.w) && sane(mark.h) && mark.w >= 0, "a mark has a place");
    fuzz::require(mark.em >= 0 && mark.em <= 64, "a mark is as large as its style");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view tex = fuzz::text(data, size);
  const text::Formula formula = text::parse_formula(tex);
  text::formula_line(tex);
  text::formula_speech(tex, "en");
  text::formula_speech(tex, "fr");
  if (formula.error) {
    fuzz::require(formula.row.empty(), "a wrong formula has no tree");
    fuzz::require(formula.error->offset + formula.error->length <= tex.size(), "a mistake lies inside");
    fuzz::require(!formula.error->found.empty(), "a mistake has words");
    return 0;
  }
  if (!faces->read) return 0;
  check_box(ui::set_formula(formula.row, *faces, 17, ui::style::body, 16, true));
  check_box(ui::set_formula(formula.row, *faces, 17, ui::style::body, 16, false));
  return 0;
}
