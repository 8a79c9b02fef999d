#include "ui/widgets/feedback.h"

#include <cmath>

#include "ui/core.h"

namespace ui {

void bar_in(Frame& f, Rect area, float share, Color color) {
  const float corner = std::min(area.h / 2, metrics::tiny_corner);
  f.paint().fill(area, track_of(f.theme()), corner);
  const float w = area.w * std::clamp(share, 0.0f, 1.0f);
  if (w >= 1) f.paint().fill({area.x, area.y, std::max(w, 2 * corner), area.h}, color, corner);
}

void progress_bar(Frame& f, float share, Tone tone) {
  bar_in(f, f.place(metrics::bar), share, color_of(f.theme(), tone));
}

void progress_ring(Frame& f, float share, std::string_view inside, float diameter, Tone tone) {
  const Rect r = f.place(diameter, diameter);
  const float stroke = diameter >= 70 ? 7 : 6;
  const float radius = (diameter - stroke) / 2;
  const Vec c = r.center();
  f.paint().arc(c, radius, 0, 1, {track_of(f.theme()), stroke});
  f.paint().arc(c, radius, 0, std::clamp(share, 0.0f, 1.0f), {color_of(f.theme(), tone), stroke});
  f.paint().text_in(r, inside, style::small_strong, f.theme().ink, Align::center);
}

namespace {

BannerEvent banner_inside(Frame& f, std::string_view words, const BannerOptions& o) {
  constexpr float kIcon = 18;
  BannerEvent event = BannerEvent::none;
  ButtonOptions act;
  act.small = true;
  act.key = o.key;
  const float action = o.action.empty() ? 0 : button_width(f, o.action, act);
  const float close = o.closable ? metrics::small_control : 0;
  std::vector<Width> widths{fixed(kIcon), share()};
  if (action > 0) widths.push_back(fixed(action));
  if (close > 0) widths.push_back(fixed(close));
  f.row(widths, {Space::m, Fit::middle}, [&](int i) {
    if (i == 0) {
      icon(f, o.icon, kIcon, o.tone == Tone::ink ? Tone::soft : o.tone);
    } else if (i == 1) {
      if (!o.title.empty()) ui::words(f, o.title, style::strong);
      if (!words.empty()) ui::words(f, words, style::small);
    } else if (i == 2 && action > 0) {
      if (button(f, "action", o.action, act)) event = BannerEvent::action;
    } else {
      ButtonOptions quiet;
      quiet.small = true;
      if (icon_button(f, "close", Icon::cross, f.tr("Close"), quiet)) event = BannerEvent::closed;
    }
  });
  return event;
}

}  // namespace

BannerEvent banner(Frame& f, std::string_view id, std::string_view words, const BannerOptions& options) {
  BannerEvent event = BannerEvent::none;
  CardOptions card_options;
  card_options.padding = px(Space::l);
  card_options.edge = options.tone;
  card_options.soft = options.tone != Tone::ink;
  f.scope(id, [&] { card(f, card_options, [&] { event = banner_inside(f, words, options); }); });
  return event;
}

BannerEvent toast(Frame& f, std::string_view id, std::string_view words, const BannerOptions& options) {
  constexpr float kMost = 520;
  BannerEvent event = BannerEvent::none;
  f.on_layer(Layer::notice, false, [&] {
    f.scope(id, [&] {
      const float w = std::min(kMost, f.size().x - 2 * px(Space::l));
      const float h = f.recall("height", 64);
      const Rect area{(f.size().x - w) / 2, f.size().y - h - px(Space::xl), w, h};
      f.block("under", area);
      f.paint().shadow(area, metrics::corner);
      const float used = f.within(area, [&] {
        CardOptions card_options;
        card_options.padding = px(Space::l);
        card(f, card_options, [&] { event = banner_inside(f, words, options); });
      });
      f.remember("height", used);
    });
  });
  return event;
}

namespace {

bool draw_empty(Frame& f, std::string_view id, Icon which, std::string_view words, std::string_view action) {
  bool used = false;
  f.space(Space::xxl);
  f.flow(Space::s, Align::center, [&] { icon(f, which, 40, Tone::soft); });
  f.space(Space::l);
  f.centered(420, [&] { ui::words(f, words, style::body, Tone::soft, Align::center); });
  if (!action.empty()) {
    f.space(Space::l);
    f.flow(Space::s, Align::center, [&] {
      ButtonOptions o;
      o.kind = ButtonOptions::Kind::primary;
      used = button(f, id, action, o);
    });
  }
  f.space(Space::xxl);
  return used;
}

}  // namespace

bool empty_state(Frame& f, std::string_view id, Icon which, std::string_view words, std::string_view action) {
  bool used = false;
  f.stack(Space::none, [&] { used = draw_empty(f, id, which, words, action); });
  return used;
}

namespace {

DialogEvent dialog_buttons(Frame& f, const DialogOptions& o) {
  DialogEvent event = DialogEvent::none;
  f.flow(Space::m, Align::end, [&] {
    if (!o.cancel.empty()) {
      ButtonOptions cancel;
      cancel.key = {Key::escape};
      if (button(f, "cancel", o.cancel, cancel)) event = DialogEvent::cancelled;
    }
    ButtonOptions confirm;
    confirm.kind = o.danger ? ButtonOptions::Kind::danger : ButtonOptions::Kind::primary;
    confirm.enabled = o.confirm_enabled;
    // A dangerous act is never one blind Enter away.
    if (!o.danger) confirm.key = {Key::enter};
    if (button(f, "confirm", o.confirm, confirm)) event = DialogEvent::confirmed;
  });
  if (o.cancel.empty() && f.pressed(Key::escape)) event = DialogEvent::cancelled;
  return event;
}

}  // namespace

DialogEvent dialog(Frame& f, std::string_view id, std::string_view title, const DialogOptions& o, Body body) {
  DialogEvent event = DialogEvent::none;
  f.on_layer(Layer::dialog, true, [&] {
    f.scope(id, [&] {
      const Vec window = f.size();
      f.block("under", {0, 0, window.x, window.y});
      f.paint().fill({0, 0, window.x, window.y}, fade(kScrim, 0.45f));
      const float w = std::min(o.width, window.x - 2 * px(Space::l));
      const float content = f.recall("height", 200);
      const float h = std::min(content, window.y - 2 * px(Space::l));
      const Rect box{std::floor((window.x - w) / 2), std::floor(std::max(px(Space::l), (window.y - h) * 0.42f)), w, h};
      f.paint().shadow(box, metrics::corner);
      f.paint().fill(box, f.theme().surface, metrics::corner);
      f.paint().border(box, {f.theme().line}, metrics::corner);
      f.scroll("content", box, [&] {
        const float top = f.y();
        f.space(Space::xl);
        f.pad(Space::xl, [&] {
          words(f, title, style::title);
          f.space(Space::m);
          f.scope("body", body);
          f.space(Space::xl);
          event = dialog_buttons(f, o);
        });
        f.space(Space::xl);
        f.core().next_height = f.y() - top;
      });
      f.remember("height", f.core().next_height);
    });
  });
  return event;
}

}  // namespace ui
