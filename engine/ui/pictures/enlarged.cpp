#include <algorithm>
#include <cmath>

#include "ui/context.h"
#include "ui/core.h"
#include "ui/pictures.h"
#include "ui/widgets/basic.h"

namespace ui {
namespace {

/// As large as fits into `room`, photographs no larger than they are.
Vec fitted(Vec room, Vec natural, bool scalable) {
  if (natural.x <= 0 || natural.y <= 0) return {room.x, room.x * kPictureShape};
  float share = std::min(room.x / natural.x, room.y / natural.y);
  if (!scalable) share = std::min(share, 1.0f);
  return {natural.x * share, natural.y * share};
}

}  // namespace

bool enlarged_picture(Frame& f, std::string_view id, const std::filesystem::path& file, const PictureOptions& options) {
  Pictures& pictures = *f.core().pictures;
  const Vec window = f.size();
  const std::string_view below = options.caption.empty() ? options.alt : options.caption;
  const float margin = px(Space::xl), width = std::min(window.x - 2 * margin, metrics::reading_column);
  const float words_high = below.empty() ? 0 : words_height(f, below, style::small, width) + px(Space::m);
  const Pictures::View known = pictures.known(file);
  const Vec size = fitted({window.x - 2 * margin, window.y - 2 * margin - words_high}, known.natural, known.scalable);
  const Pictures::View view = pictures.get(file, static_cast<int>(std::lround(size.x * f.scale())));
  f.paint().fill({0, 0, window.x, window.y}, fade(f.theme().paper, 0.97f));
  const Response response = f.item(id, {0, 0, window.x, window.y}, {.focusable = false});
  const Rect at{std::round((window.x - size.x) / 2), std::round((window.y - words_high - size.y) / 2), size.x, size.y};
  if (view.texture != 0) {
    f.paint().fill(at, theme(ThemeName::light).surface, metrics::small_corner);
    f.paint().image(at, view.texture, metrics::small_corner);
    f.paint().border(at, {f.theme().line, metrics::border}, metrics::small_corner);
  }
  if (!below.empty()) {
    const Rect under{(window.x - width) / 2, at.bottom() + px(Space::m), width, 0};
    f.within(under, [&] { words(f, below, style::small, Tone::soft, Align::center); });
  }
  return response.clicked;
}

}  // namespace ui
