#include "pdf/pen.h"

namespace pdf {
namespace {

constexpr double kInk = 0.1, kSoft = 0.38;  ///< greys

}  // namespace

void Pen::ink(bool soft) {
  const double grey = soft ? kSoft : kInk;
  cairo_set_source_rgb(context_, grey, grey, grey);
}

Layout Pen::layout(double width, const std::string& markup, const Look& look) {
  Layout layout(pango_cairo_create_layout(context_));
  PangoContext* const context = pango_layout_get_context(layout.get());
  pango_context_set_language(context, pango_language_from_string(language_.c_str()));
  pango_context_set_round_glyph_positions(context, FALSE);  // paper has no pixels to round to
  const Font font(pango_font_description_from_string("Inter, DejaVu Sans, sans-serif"));
  pango_font_description_set_absolute_size(font.get(), look.size * PANGO_SCALE);
  if (look.bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_SEMIBOLD);
  pango_layout_set_font_description(layout.get(), font.get());
  if (width > 0) pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing(layout.get(), look.tight ? 1.1f : 1.2f);
  if (look.at_end) pango_layout_set_alignment(layout.get(), PANGO_ALIGN_RIGHT);
  char* plain = nullptr;
  PangoAttrList* attributes = nullptr;
  if (pango_parse_markup(markup.c_str(), static_cast<int>(markup.size()), 0, &attributes, &plain, nullptr, nullptr) !=
      FALSE) {
    pango_layout_set_text(layout.get(), plain, -1);
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);
    g_free(plain);
  } else {
    pango_layout_set_text(layout.get(), markup.c_str(), static_cast<int>(markup.size()));
  }
  return layout;
}

double Pen::words(double x, double y, double width, const std::string& markup, const Look& look) {
  const Layout made = layout(width, markup, look);
  int height = 0;
  pango_layout_get_size(made.get(), nullptr, &height);
  if (on) {
    ink(look.soft);
    cairo_move_to(context_, x, y);
    pango_cairo_show_layout(context_, made.get());
  }
  return static_cast<double>(height) / PANGO_SCALE;
}

double Pen::width_of(const std::string& markup, const Look& look) {
  const Layout made = layout(0, markup, look);
  int width = 0;
  pango_layout_get_size(made.get(), &width, nullptr);
  return static_cast<double>(width) / PANGO_SCALE;
}

void Pen::line(double x, double y, double to_x, double to_y, double thickness) {
  if (!on) return;
  ink(true);
  cairo_set_line_width(context_, thickness);
  cairo_move_to(context_, x, y);
  cairo_line_to(context_, to_x, to_y);
  cairo_stroke(context_);
}

void Pen::box(double x, double y, double width, double height) {
  if (!on) return;
  ink(false);
  cairo_set_line_width(context_, 0.8);
  cairo_rectangle(context_, x, y, width, height);
  cairo_stroke(context_);
}

void Pen::circle(double x, double y, double radius) {
  if (!on) return;
  constexpr double kTurn = 6.283185307179586;
  ink(false);
  cairo_set_line_width(context_, 0.8);
  cairo_new_sub_path(context_);
  cairo_arc(context_, x, y, radius, 0, kTurn);
  cairo_stroke(context_);
}

void Pen::tick(double x, double y, double size) {
  if (!on) return;
  ink(false);
  cairo_set_line_width(context_, 1.6);
  cairo_move_to(context_, x + 0.18 * size, y + 0.52 * size);
  cairo_line_to(context_, x + 0.42 * size, y + 0.78 * size);
  cairo_line_to(context_, x + 0.9 * size, y + 0.1 * size);
  cairo_stroke(context_);
}

}  // namespace pdf
