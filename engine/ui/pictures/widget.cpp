#include <algorithm>
#include <cmath>

#include "ui/context.h"
#include "ui/core.h"
#include "ui/pictures.h"
#include "ui/widgets/basic.h"

namespace ui {
namespace {

constexpr float kTallest = 0.8f;  ///< of the window, so that a picture can be seen whole
constexpr float kLeastShare = 0.1f;

/// As wide as asked for, unless photographs would be blown up, or taller than the window shows.
Vec shown_size(const Frame& f, float share, Vec natural, bool scalable) {
  float width = f.width() * std::clamp(share, kLeastShare, 1.0f);
  if (natural.x <= 0) return {width, width * kPictureShape};
  if (!scalable) width = std::min(width, natural.x);
  const float ratio = natural.y / natural.x;
  width = std::max(1.0f, std::min(width, f.size().y * kTallest / ratio));
  return {width, width * ratio};
}

void missing(Frame& f, const PictureOptions& options) {
  card(f, {.padding = px(Space::l), .dashed = true}, [&] {
    words(f, f.tr("This picture cannot be shown."), style::caption, Tone::soft);
    if (options.alt.empty()) return;
    f.space(Space::xs);
    words(f, options.alt, style::small);
  });
}

/// Drawings are made for white paper and often leave it out.
void draw(Frame& f, const Pictures::View& view, Rect area) {
  if (view.texture == 0) return f.paint().fill(area, f.theme().sunken, metrics::small_corner);
  f.paint().fill(area, theme(ThemeName::light).surface, metrics::small_corner);
  f.paint().image(area, view.texture, metrics::small_corner);
  f.paint().border(area, {f.theme().line, metrics::border}, metrics::small_corner);
}

struct Placed {
  std::optional<Rect> area;
  bool loaded = false;
};

Placed place(Frame& f, const std::filesystem::path& file, const PictureOptions& options) {
  Pictures& pictures = *f.core().pictures;
  // The size is known after the first frames; from then on the texture has as many pixels as the screen shows.
  const Pictures::View known = pictures.known(file);
  const Vec size = shown_size(f, options.width_share, known.natural, known.scalable);
  const Pictures::View view = pictures.get(file, static_cast<int>(std::lround(size.x * f.scale())));
  if (view.state == Pictures::View::State::failed) {
    missing(f, options);
    return {};
  }
  const Rect area = f.place(size.x, size.y);
  draw(f, view, area);
  return {area, view.texture != 0};
}

}  // namespace

std::optional<Rect> bare_picture(Frame& f, const std::filesystem::path& file, const PictureOptions& options) {
  return place(f, file, options).area;
}

bool picture(Frame& f, std::string_view id, const std::filesystem::path& file, const PictureOptions& options) {
  bool clicked = false;
  const Placed placed = place(f, file, options);
  if (placed.loaded) {
    const Response response = f.item(id, *placed.area);
    if (response.ring) f.focus_ring(*placed.area, metrics::small_corner);
    clicked = response.clicked;
  }
  return clicked;
}

}  // namespace ui
