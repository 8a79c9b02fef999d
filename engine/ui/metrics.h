#pragma once
// Sizes as tokens, in design pixels.

#include <cstdint>

namespace ui {

enum class Space : std::uint8_t { none = 0, xs = 4, s = 8, m = 12, l = 16, xl = 24, xxl = 36, huge = 48 };
constexpr float px(Space s) { return static_cast<float>(s); }

/// Type sizes (the em, as a browser counts it). `poster` is for a projector in class.
enum class Size : std::uint8_t { caption = 13, small = 14, body = 16, title = 20, display = 30, poster = 40 };
constexpr float px(Size s) { return static_cast<float>(s); }

enum class Weight : std::uint8_t { regular, semibold, bold };

/// One face of the type. Each combination that is drawn costs room in the atlas: keep to few.
struct TextStyle {
  Size size = Size::body;
  Weight weight = Weight::regular;
  bool italic = false;
  bool mono = false;

  bool operator==(const TextStyle&) const = default;
};

namespace style {
inline constexpr TextStyle caption{Size::caption};
inline constexpr TextStyle small{Size::small};
inline constexpr TextStyle small_strong{Size::small, Weight::semibold};
inline constexpr TextStyle body{Size::body};
inline constexpr TextStyle strong{Size::body, Weight::semibold};
inline constexpr TextStyle title{Size::title, Weight::semibold};
inline constexpr TextStyle display{Size::display, Weight::bold};
inline constexpr TextStyle poster{Size::poster, Weight::bold};
inline constexpr TextStyle mono{Size::small, Weight::regular, false, true};
}  // namespace style

namespace metrics {
inline constexpr float line_height = 1.5f;  ///< of running text, in em
inline constexpr float tight_line = 1.25f;  ///< of headings and labels, in em
inline constexpr float corner = 12;         ///< cards, choices
inline constexpr float small_corner = 8;    ///< buttons, fields, navigation
inline constexpr float tiny_corner = 4;     ///< key caps, bars of charts
inline constexpr float control = 44;        ///< height of buttons, fields, navigation items
inline constexpr float small_control = 32;  ///< height of buttons inside text and lists
inline constexpr float card_padding = 22;
inline constexpr float side_bar = 208;        ///< width
inline constexpr float side_column = 280;     ///< outline and sources beside a lesson
inline constexpr float reading_column = 660;  ///< 62–72 characters of body text
inline constexpr float dialog = 480;          ///< width
inline constexpr float bar = 6;               ///< thickness of progress bars and slider tracks
inline constexpr float border = 1;
inline constexpr float focus_ring = 2;
inline constexpr float narrow = 900;  ///< below this window width a side column goes under the text
}  // namespace metrics

}  // namespace ui
