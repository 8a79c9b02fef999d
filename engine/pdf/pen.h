#pragma once
// Inside this folder: words and lines at places of a page. Everything in points, y downwards.

#include <pango/pangocairo.h>

#include <memory>
#include <string>

namespace pdf {

struct Unref {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using Surface = std::unique_ptr<cairo_surface_t, Unref>;
using Context = std::unique_ptr<cairo_t, Unref>;
using Layout = std::unique_ptr<PangoLayout, Unref>;
using Font = std::unique_ptr<PangoFontDescription, Unref>;

struct Look {
  double size = 10.5;
  bool bold = false;
  bool soft = false;
  bool at_end = false;  ///< ends at the right edge
  bool tight = false;
};

class Pen {
 public:
  Pen(cairo_t* context, std::string language) : context_(context), language_(std::move(language)) {}

  /// While off, everything is measured and nothing drawn.
  bool on = false;

  /// A paragraph of markup; returns its height. What is no markup is shown as it is.
  double words(double x, double y, double width, const std::string& markup, const Look& look = {});
  double width_of(const std::string& markup, const Look& look = {});
  void line(double x, double y, double to_x, double to_y, double thickness = 0.6);
  void box(double x, double y, double width, double height);
  void circle(double x, double y, double radius);
  void tick(double x, double y, double size);

 private:
  Layout layout(double width, const std::string& markup, const Look& look);
  void ink(bool soft);

  cairo_t* context_;
  std::string language_;
};

}  // namespace pdf
