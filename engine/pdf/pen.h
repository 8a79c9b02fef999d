#pragma once
// Inside this folder: words and lines at places of a page. Everything in points, y downwards.

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/module.h"

namespace pdf {

struct Unref {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  void operator()(PangoAttrIterator* iterator) const { pango_attr_iterator_destroy(iterator); }
};
using Surface = std::unique_ptr<cairo_surface_t, Unref>;
using Context = std::unique_ptr<cairo_t, Unref>;
using Layout = std::unique_ptr<PangoLayout, Unref>;
using Font = std::unique_ptr<PangoFontDescription, Unref>;

struct Look {
  double size = kTextSize;
  bool bold = false;
  bool soft = false;
  Part::Side align = Part::Side::left;
  bool tight = false;
  bool pictures = true;  ///< false: characters that stand for pictures stay characters
};

class Pen {
 public:
  /// Both must outlive it.
  Pen(cairo_t* context, const Document& document);
  Pen(const Pen&) = delete;  // Pango knows its address
  Pen& operator=(const Pen&) = delete;

  /// While off, everything is measured and nothing drawn.
  bool on = false;

  /// A paragraph of markup; returns its height. What is no markup is shown as it is.
  double words(double x, double y, double width, const std::string& markup, const Look& look = {});
  double width_of(const std::string& markup, const Look& look = {});
  void line(double x, double y, double to_x, double to_y, double thickness = 0.6);
  void box(double x, double y, double width, double height);
  void circle(double x, double y, double radius);
  void tick(double x, double y, double size);
  /// One of the document's pictures, its words under it.
  void picture(std::size_t index, double x, double y, double width, double height);

 private:
  Layout layout(double width, const std::string& markup, const Look& look);
  /// Makes room for pictures among words that are `size` points large; true when there are any.
  bool place_pictures(PangoAttrList* attributes, std::string_view plain, double size) const;
  void hidden_words(const std::string& plain, double x, double y, double width);
  void ink(bool soft);
  cairo_surface_t* pixels(std::size_t index);

  cairo_t* context_;
  const Document& document_;
  std::vector<Surface> pixels_;  ///< of the document's pictures, made when first drawn
  bool soft_ = false;            ///< the words being drawn are
};

}  // namespace pdf
