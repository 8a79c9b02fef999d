#include "ui/frame.h"

#include <cmath>

#include "ui/core.h"

namespace ui {
namespace {

constexpr double kMotion = 0.12;  ///< seconds

}  // namespace

Frame::Frame(Core& core) : core_(core), painter_(core) {}

const Theme& Frame::theme() const { return *core_.theme; }
const text::Translator& Frame::words() const { return core_.info.words; }
Vec Frame::size() const { return core_.size; }
float Frame::scale() const { return core_.scale; }
bool Frame::reduced_motion() const { return core_.info.reduced_motion; }
double Frame::now() const { return core_.info.now; }
Layer Frame::layer() const { return core_.layer(); }
bool Frame::typing() const { return core_.typing; }

bool Frame::pressed(Shortcut wanted) const {
  if (wanted.key == Key::none || !core_.reachable() || core_.key_for_focus || !(core_.key == wanted)) return false;
  core_.take_key();
  core_.redraw = true;
  return true;
}

Id Frame::id(std::string_view name) const { return id_of(core_.scopes.back(), name); }

void Frame::scope(std::string_view name, Body body) {
  core_.scopes.push_back(id(name));
  if (core_.recording) core_.paths.push_back(core_.paths.back() + std::string(name) + "/");
  body();
  if (core_.recording) core_.paths.pop_back();
  core_.scopes.pop_back();
}

void Frame::scope(std::uint64_t number, Body body) { scope(std::to_string(number), body); }

Response Frame::item(std::string_view name, Rect area, ItemOptions options) {
  Item item;
  item.id = id(name);
  item.whole = area;
  item.area = area.intersect(core_.clips.back());
  item.layer = core_.layer();
  item.takes = options.takes;
  item.enabled = options.enabled;
  item.focusable = options.focusable;
  item.group = core_.groups.back();
  item.scroll = core_.scrolls.back();
  item.cursor = options.cursor;
  core_.items.push_back(item);
  if (core_.recording) {
    core_.record.items[item.id] = area;
    core_.record.paths[item.id] = core_.paths.back() + std::string(name);
  }
  Response r;
  r.id = item.id;
  if (!options.enabled || !core_.reachable()) return r;
  r.hovered = core_.hot == item.id && (core_.active == 0 || core_.active == item.id);
  r.held = core_.active == item.id && core_.buttons[0];
  r.clicked = core_.clicked == item.id || core_.activated == item.id;
  r.focused = core_.focus == item.id;
  r.ring = r.focused && core_.ring;
  if (r.focused) {
    core_.focus_seen = true;
    if (core_.reveal_focus) {
      core_.reveal_focus = false;
      reveal(area.inset(-px(Space::s)));
    }
  }
  return r;
}

void Frame::group(std::string_view name, Body body) {
  core_.groups.push_back(id(name));
  body();
  core_.groups.pop_back();
}

void Frame::focus(std::string_view name, bool show_ring) {
  core_.focus = core_.asked_focus = id(name);
  core_.ring = show_ring;
  core_.reveal_focus = true;
  core_.redraw = true;
}

bool Frame::focused(std::string_view name) const { return core_.focus == id(name); }

void Frame::blur() {
  core_.focus = 0;
  core_.ring = false;
}

void Frame::focus_ring(Rect area, float corner) {
  painter_.border(area.inset(-3), {theme().accent, metrics::focus_ring}, corner + 3);
}

Vec Frame::mouse() const { return core_.mouse; }
bool Frame::mouse_down() const { return core_.buttons[0]; }
void Frame::want_cursor(Cursor cursor) { core_.cursor = cursor; }

float Frame::recall(std::string_view name, float otherwise) const {
  const auto at = core_.memory.find(id(name));
  return at == core_.memory.end() ? otherwise : at->second.value;
}

void Frame::remember(std::string_view name, float value) {
  Memory& m = core_.memory[id(name)];
  if (m.frame == 0 || std::abs(m.value - value) > 0.01f) core_.redraw = true;
  m = {value, core_.frame_number};
}

float Frame::eased(std::string_view name, float target) {
  Motion& m = core_.motions[id(name)];
  if (m.frame == 0 || reduced_motion()) m = {target, target, now(), 0};
  m.frame = core_.frame_number;
  const auto at = [&] {
    const auto t = static_cast<float>(std::clamp((now() - m.start) / kMotion, 0.0, 1.0));
    return m.from + (m.to - m.from) * (1 - (1 - t) * (1 - t));
  };
  if (target != m.to) {
    m.from = at();
    m.to = target;
    m.start = now();
  }
  const float value = at();
  if (value != m.to) core_.redraw = true;
  return value;
}

void Frame::redraw() { core_.redraw = true; }
void Frame::redraw_in(double seconds) { core_.deadline = std::min(core_.deadline, now() + seconds); }

void Frame::mark(std::string_view words) {
  core_.marked = words;
  if (!words.empty()) core_.marked_frame = core_.frame_number;
}
bool Frame::mark_found() const { return !core_.marked.empty() && core_.marked_in_sight == core_.marked; }

}  // namespace ui
