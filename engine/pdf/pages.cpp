#include "pdf/pages.h"

#include <cairo-pdf.h>

#include <algorithm>

#include "pdf/pen.h"
#include "pdf/table.h"

namespace pdf {
namespace {

// A4, in points.
constexpr double kWidth = 595.28, kHeight = 841.89;
constexpr double kSide = 62, kTop = 56, kBottom = 64;
constexpr double kNumber = 26;  ///< questions stand this far right of their numbers
constexpr double kPoints = 70;  ///< at the right of a question's first line
constexpr double kGap = 22;     ///< between questions
constexpr double kPartGap = 6;  ///< between their parts
constexpr double kRuling = 25;  ///< between lines to write on
constexpr double kBox = 10;     ///< side of a box to tick
constexpr double kInside = kWidth - 2 * kSide;
static_assert(kColumn <= kInside - kNumber);

std::string escaped(const std::string& plain) {
  char* const made = g_markup_escape_text(plain.c_str(), static_cast<gssize>(plain.size()));
  std::string markup = made;
  g_free(made);
  return markup;
}

std::string filled(std::string words, const std::string& name, int number) {
  const std::size_t at = words.find(name);
  if (at != std::string::npos) words.replace(at, name.size(), std::to_string(number));
  return words;
}

class Pages {
 public:
  Pages(const Document& document, cairo_t* context) : document_(document), context_(context), pen_(context, document) {}

  /// Lays everything out; `draw` also draws, and then the number of pages must be known. Returns the number of pages.
  int run(bool draw, int pages) {
    draw_ = draw, pages_ = pages, page_ = 1;
    y_ = kTop;
    head();
    for (const Item& item : document_.items) place(item);
    end_page();
    return page_;
  }

 private:
  void head() {
    pen_.on = draw_;
    y_ += pen_.words(kSide, y_, kInside, escaped(document_.title), {20, true});
    if (!document_.subtitle.empty())
      y_ += 2 + pen_.words(kSide, y_ + 2, kInside, escaped(document_.subtitle), {10.5, false, true});
    if (!document_.fields.empty()) {
      y_ += 22;
      const double width = (kInside - 20.0 * static_cast<double>(document_.fields.size() - 1)) /
                           static_cast<double>(document_.fields.size());
      double x = kSide;
      for (const std::string& field : document_.fields) {
        const std::string words = escaped(field);
        const double used = pen_.width_of(words, {9.5, false, true}) + 6;
        pen_.words(x, y_ - 12, width, words, {9.5, false, true});
        pen_.line(x + used, y_, x + width, y_);
        x += width + 20;
      }
    }
    y_ += 10;
    pen_.line(kSide, y_, kSide + kInside, y_, 0.4);
    y_ += kGap - 4;
  }

  void end_page() {
    pen_.on = draw_;
    const double y = kHeight - kBottom + 26;
    pen_.words(kSide, y, kInside * 0.7, escaped(document_.foot), {8.5, false, true});
    const std::string words = filled(filled(document_.page, "{page}", page_), "{pages}", pages_);
    pen_.words(kSide, y, kInside, escaped(words), {8.5, false, true, Part::Side::right});
    if (draw_) cairo_show_page(context_);
  }

  void new_page() {
    end_page();
    ++page_;
    y_ = kTop;
  }

  void place(const Item& item) {
    const double height = measure(item), room = kHeight - kBottom - y_;
    const bool whole = height <= kHeight - kBottom - kTop;
    // What no page can hold begins where it stands, unless not even its words fit.
    if (whole ? height > room : room < 120) new_page();
    pen_.on = draw_;
    pen_.words(kSide, y_, kNumber, "<b>" + escaped(item.number) + "</b>");
    if (!item.points.empty())
      pen_.words(kSide, y_ + 1, kInside, escaped(item.points), {8.5, false, true, Part::Side::right});
    for (std::size_t i = 0; i < item.parts.size(); ++i) {
      pen_.on = false;
      const double part_height = part(item.parts[i], y_, i == 0);
      if (!whole && y_ + part_height > kHeight - kBottom) new_page();
      pen_.on = draw_;
      y_ += part(item.parts[i], y_, i == 0) + kPartGap;
    }
    y_ += kGap - kPartGap;
  }

  double measure(const Item& item) {
    pen_.on = false;
    double height = 0;
    for (std::size_t i = 0; i < item.parts.size(); ++i)
      height += part(item.parts[i], 0, i == 0) + (i > 0 ? kPartGap : 0);
    return height;
  }

  /// Draws one part with its top at `y`; returns its height.
  double part(const Part& part, double y, bool first) {
    const double x = kSide + kNumber, width = kInside - kNumber - (first ? kPoints : 0);
    switch (part.kind) {
      case Part::Kind::words: return pen_.words(x, y, width, part.words);
      case Part::Kind::soft: return pen_.words(x, y, width, part.words, {9.5, false, true});
      case Part::Kind::option: return option(part, x, y, width);
      case Part::Kind::lines:
        for (int i = 1; i <= part.count; ++i) pen_.line(x, y + i * kRuling, x + width, y + i * kRuling, 0.4);
        return part.count * kRuling + 4;
      case Part::Kind::field: {
        constexpr double kField = 130;
        const double before = part.label.empty() ? 0 : pen_.width_of(part.label) + 6;
        pen_.words(x, y + 8, width, part.label);
        pen_.line(x + before, y + 22, x + before + kField, y + 22);
        pen_.words(x + before + kField + 6, y + 8, width, part.words);
        return 26;
      }
      case Part::Kind::columns: return columns(part, x, y, width);
      case Part::Kind::bins: return bins(part, x, y, width);
      case Part::Kind::scale: return scale(part, x, y, width);
      case Part::Kind::picture: return picture(part, x, y);
      case Part::Kind::table: return draw_table(pen_, part, x, y, width);
    }
    return 0;
  }

  double option(const Part& part, double x, double y, double width) {
    double before = 0;
    const double top = y + 2.2;
    if (part.mark == Part::Mark::circle) pen_.circle(x + kBox / 2, top + kBox / 2, kBox / 2);
    if (part.mark == Part::Mark::square || part.mark == Part::Mark::cross) pen_.box(x, top, kBox, kBox);
    if (part.mark == Part::Mark::cross) pen_.tick(x, top, kBox);
    if (part.mark != Part::Mark::none) before += kBox + 8;
    if (!part.label.empty()) {
      pen_.words(x + before, y, 40, part.label, {10.5, false, true});
      before += 20;
    }
    return pen_.words(x + before, y, width - before, part.words);
  }

  double columns(const Part& part, double x, double y, double width) {
    const double half = (width - 24) / 2;
    double left = y, right = y;
    for (const std::string& words : part.left) {
      pen_.box(x, left, 22, 16);
      left += std::max(18.0, pen_.words(x + 30, left + 1, half - 30, words)) + 8;
    }
    for (const std::string& words : part.right)
      right += std::max(18.0, pen_.words(x + half + 24, right + 1, half, words)) + 8;
    return std::max(left, right) - y - 4;
  }

  double bins(const Part& part, double x, double y, double width) {
    const std::size_t across = std::min<std::size_t>(3, std::max<std::size_t>(1, part.left.size()));
    const double each = (width - 12.0 * static_cast<double>(across - 1)) / static_cast<double>(across);
    const double height = 30 + 20.0 * part.count;
    double bottom = y;
    for (std::size_t i = 0; i < part.left.size(); ++i) {
      const std::size_t row = i / across, column = i % across;
      const double left = x + static_cast<double>(column) * (each + 12),
                   top = y + static_cast<double>(row) * (height + 10);
      pen_.box(left, top, each, height);
      pen_.words(left + 7, top + 5, each - 14, "<b>" + part.left[i] + "</b>",
                 {9.5, false, false, Part::Side::left, true});
      bottom = top + height;
    }
    return bottom - y + 4;
  }

  double scale(const Part& part, double x, double y, double width) {
    const auto count = static_cast<double>(std::max<std::size_t>(1, part.left.size()));
    const double step = std::min(40.0, width / count);
    for (std::size_t i = 0; i < part.left.size(); ++i) {
      const double middle = x + step * (static_cast<double>(i) + 0.5);
      pen_.circle(middle, y + 10, 9);
      const double words = pen_.width_of(part.left[i], {8.5, false, true});
      pen_.words(middle - words / 2, y + 4, 30, part.left[i], {8.5, false, true});
    }
    const double all = std::max(step * count, 260.0);
    const double low = pen_.words(x, y + 24, all / 2, part.label, {9, false, true});
    const double high = pen_.words(x + all / 2, y + 24, all / 2, part.words, {9, false, true, Part::Side::right});
    return 24 + std::max(low, high);
  }

  /// As large as it wants to be, but no larger than a page's words leave room for.
  double picture(const Part& part, double x, double y) {
    constexpr double kTallest = (kHeight - kTop - kBottom) * 0.8;
    const auto index = static_cast<std::size_t>(part.count);
    if (index >= document_.pictures.size()) return 0;
    const Picture& shown = document_.pictures[index];
    if (shown.width <= 0 || shown.height <= 0) return 0;
    const double shape = static_cast<double>(shown.height) / shown.width;
    const double width = std::min({shown.points, kColumn, kTallest / shape}), height = width * shape;
    pen_.picture(index, part.centred ? x + (kColumn - width) / 2 : x, y + 2, width, height);
    return height + 4;
  }

  const Document& document_;
  cairo_t* context_;
  Pen pen_;
  bool draw_ = false;
  int pages_ = 0, page_ = 1;
  double y_ = 0;
};

}  // namespace

int write_pages(const Document& document, Take take, void* into) {
  struct Stream {
    Take take;
    void* into;
  } stream{take, into};
  const auto pass = [](void* to, const unsigned char* bytes, unsigned count) {
    const auto* const way = static_cast<Stream*>(to);
    way->take(way->into, bytes, count);
    return CAIRO_STATUS_SUCCESS;
  };
  const Surface surface(cairo_pdf_surface_create_for_stream(pass, &stream, kWidth, kHeight));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return 0;
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, document.title.c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Résonance");
  const Context context(cairo_create(surface.get()));
  Pages all(document, context.get());
  const int pages = all.run(false, 0);
  all.run(true, pages);
  const bool drawn = cairo_status(context.get()) == CAIRO_STATUS_SUCCESS;
  cairo_surface_finish(surface.get());
  return drawn && cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS ? pages : 0;
}

}  // namespace pdf
