#include "pdf/pen.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace pdf {
namespace {

constexpr double kInk = 0.1, kSoft = 0.38;  ///< greys

constexpr double kBetweenLines = 0.25;  ///< of the size, where lines stand by what is in them

double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

/// How many times as large as the words around it what stands here is, by markup such as <small>.
double scale_at(PangoAttrList* attributes, std::size_t offset) {
  const std::unique_ptr<PangoAttrIterator, Unref> at(pango_attr_list_get_iterator(attributes));
  do {
    int start = 0, end = 0;
    pango_attr_iterator_range(at.get(), &start, &end);
    if (static_cast<int>(offset) >= end) continue;
    const PangoAttribute* const scale = pango_attr_iterator_get(at.get(), PANGO_ATTR_SCALE);
    return scale != nullptr ? reinterpret_cast<const PangoAttrFloat*>(scale)->value : 1;
  } while (pango_attr_iterator_next(at.get()) != FALSE);
  return 1;
}

}  // namespace

Pen::Pen(cairo_t* context, const Document& document)
    : context_(context), document_(document), pixels_(document.pictures.size()) {}

void Pen::ink(bool soft) {
  const double grey = soft ? kSoft : kInk;
  cairo_set_source_rgb(context_, grey, grey, grey);
}

Layout Pen::layout(double width, const std::string& markup, const Look& look) {
  Layout layout(pango_cairo_create_layout(context_));
  PangoContext* const context = pango_layout_get_context(layout.get());
  pango_context_set_language(context, pango_language_from_string(document_.language.c_str()));
  pango_context_set_round_glyph_positions(context, FALSE);  // paper has no pixels to round to
  // Pango asks for a picture among words where the words are drawn.
  const auto draw_picture = [](cairo_t* to, PangoAttrShape* shape, gboolean path_only, void* pen) {
    double x = 0, y = 0;
    cairo_get_current_point(to, &x, &y);
    const PangoRectangle& box = shape->ink_rect;
    auto& self = *static_cast<Pen*>(pen);
    const auto index = static_cast<const Picture*>(shape->data) - self.document_.pictures.data();
    if (path_only == FALSE)
      self.picture(static_cast<std::size_t>(index), x + points(box.x), y + points(box.y), points(box.width),
                   points(box.height));
  };
  pango_cairo_context_set_shape_renderer(context, draw_picture, this, nullptr);
  const Font font(pango_font_description_from_string("Inter, DejaVu Sans, sans-serif"));
  pango_font_description_set_absolute_size(font.get(), look.size * PANGO_SCALE);
  if (look.bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_SEMIBOLD);
  pango_layout_set_font_description(layout.get(), font.get());
  if (width > 0) pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing(layout.get(), look.tight ? 1.1f : 1.2f);
  if (look.align == Part::Side::right) pango_layout_set_alignment(layout.get(), PANGO_ALIGN_RIGHT);
  if (look.align == Part::Side::middle) pango_layout_set_alignment(layout.get(), PANGO_ALIGN_CENTER);
  char* plain = nullptr;
  PangoAttrList* attributes = nullptr;
  if (pango_parse_markup(markup.c_str(), static_cast<int>(markup.size()), 0, &attributes, &plain, nullptr, nullptr) !=
      FALSE) {
    pango_layout_set_text(layout.get(), plain, -1);
    if (look.pictures && place_pictures(attributes, plain, look.size)) {
      // A factor counts from the letters' height, and lines of high formulas would meet.
      pango_layout_set_line_spacing(layout.get(), 0);
      pango_layout_set_spacing(layout.get(), static_cast<int>(kBetweenLines * look.size * PANGO_SCALE));
    }
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
    ink(soft_ = look.soft);
    cairo_move_to(context_, x, y);
    pango_cairo_show_layout(context_, made.get());
  }
  return points(height);
}

double Pen::width_of(const std::string& markup, const Look& look) {
  const Layout made = layout(0, markup, look);
  int width = 0;
  pango_layout_get_size(made.get(), &width, nullptr);
  return points(width);
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

bool Pen::place_pictures(PangoAttrList* attributes, std::string_view plain, double size) const {
  struct Place {
    std::size_t at, end, index;
    double share;  ///< of its size beside words of the usual one
  };
  std::vector<Place> places;
  for (const char* at = plain.data(); at < plain.data() + plain.size(); at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    if (c < kFirstPicture || c - kFirstPicture >= document_.pictures.size()) continue;
    const auto offset = static_cast<std::size_t>(at - plain.data());
    const auto end = static_cast<std::size_t>(g_utf8_next_char(at) - plain.data());
    const std::size_t index = c - kFirstPicture;
    const Picture& shown = document_.pictures[index];
    if (shown.width <= 0 || shown.height <= 0) continue;
    places.push_back({offset, end, index, shown.ink ? size / kTextSize * scale_at(attributes, offset) : 1});
  }
  for (const Place& place : places) {
    const Picture& shown = document_.pictures[place.index];
    const auto units = [&](double v) { return static_cast<int>(v * place.share * PANGO_SCALE); };
    const double height = shown.points * shown.height / shown.width;
    const PangoRectangle all{-units(shown.margin), units(shown.descent - height), units(shown.points), units(height)};
    const PangoRectangle taken{0, all.y, units(shown.points - 2 * shown.margin), all.height};
    PangoAttribute* const shape =
        pango_attr_shape_new_with_data(&all, &taken, const_cast<Picture*>(&shown), nullptr, nullptr);
    shape->start_index = static_cast<guint>(place.at);
    shape->end_index = static_cast<guint>(place.end);
    pango_attr_list_insert(attributes, shape);
  }
  return !places.empty();
}

cairo_surface_t* Pen::pixels(std::size_t index) {
  Surface& made = pixels_[index];
  if (made != nullptr) return made.get();
  const Picture& from = document_.pictures[index];
  made.reset(cairo_image_surface_create(from.ink ? CAIRO_FORMAT_A8 : CAIRO_FORMAT_RGB24, from.width, from.height));
  unsigned char* const rows = cairo_image_surface_get_data(made.get());
  if (rows == nullptr) return made.get();  // an error, which Cairo keeps and reports at the end
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(made.get()));
  const auto width = static_cast<std::size_t>(from.width), height = static_cast<std::size_t>(from.height);
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < width && (y * width + x) * 4 + 3 < from.pixels.size(); ++x) {
      const std::uint8_t* const rgba = &from.pixels[(y * width + x) * 4];
      if (from.ink) {
        rows[y * stride + x] = static_cast<unsigned char>(255 - rgba[1]);
        continue;
      }
      const std::uint32_t pixel = static_cast<std::uint32_t>(rgba[0]) << 16 | static_cast<std::uint32_t>(rgba[1]) << 8 |
                                  static_cast<std::uint32_t>(rgba[2]);
      std::memcpy(rows + y * stride + x * 4, &pixel, sizeof pixel);
    }
  }
  cairo_surface_mark_dirty(made.get());
  return made.get();
}

/// White, and then covered: not seen, but found, copied and read aloud.
void Pen::hidden_words(const std::string& plain, double x, double y, double width) {
  if (plain.empty()) return;
  char* const markup = g_markup_escape_text(plain.c_str(), static_cast<gssize>(plain.size()));
  const std::string words = markup;
  g_free(markup);
  const double natural = width_of(words);
  constexpr double kLeast = 0.4;  // smaller, lines are broken instead
  const double share = natural > 0 ? std::clamp(width / natural, kLeast, 1.0) : 1;
  const Layout made = layout(width, words, {.size = kTextSize * share * 0.98, .pictures = false});
  cairo_set_source_rgb(context_, 1, 1, 1);
  cairo_move_to(context_, x, y);
  pango_cairo_show_layout(context_, made.get());
}

void Pen::picture(std::size_t index, double x, double y, double width, double height) {
  if (!on || index >= pixels_.size()) return;
  const Picture& shown = document_.pictures[index];
  cairo_save(context_);
  cairo_rectangle(context_, x, y, width, height);
  cairo_clip(context_);
  hidden_words(shown.words, x, y, width);
  cairo_translate(context_, x, y);
  cairo_scale(context_, width / shown.width, height / shown.height);
  if (shown.ink) {
    ink(soft_);
    cairo_mask_surface(context_, pixels(index), 0, 0);
  } else {
    cairo_set_source_surface(context_, pixels(index), 0, 0);
    cairo_paint(context_);
  }
  cairo_restore(context_);
}

}  // namespace pdf
