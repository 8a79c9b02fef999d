#include "ui/testing/robot.h"

#include "ui/core.h"
#include "ui/font/utf8.h"
#include "ui/pictures.h"

namespace ui::testing {
namespace {

constexpr int kMostFrames = 20;
constexpr double kFrame = 1.0 / 60;

Fonts::Options at_once(float scale) {
  Fonts::Options o;
  o.scale = scale;
  o.threads = false;
  return o;
}

}  // namespace

Robot::Robot(Draw draw, Vec size, float scale)
    : fonts_(at_once(scale)), context_(gpu_, fonts_), draw_(std::move(draw)) {
  info.screen_size = {size.x * scale, size.y * scale};
  info.scale = scale;
  info.reduced_motion = true;
  context_.record(true);
  settle();
}

Robot::~Robot() = default;

void Robot::frame() {
  info.now += kFrame;
  draw_(context_.begin(info));
  context_.end();
}

bool Robot::settle() {
  for (int i = 0; i < kMostFrames; ++i) {
    frame();
    if (context_.loading())
      context_.wait_for_loading();
    else if (context_.wait_seconds() > 0)
      return true;
  }
  return false;
}

void Robot::advance(double seconds) {
  info.now += seconds;
  settle();
}

bool Robot::hover(std::string_view path) {
  const Rect* at = record().find(path);
  if (at == nullptr) return false;
  const Vec c = at->center();
  context_.input().move({c.x * info.scale, c.y * info.scale});
  settle();
  return true;
}

bool Robot::click(std::string_view path) {
  if (!hover(path)) return false;
  info.now += 1;  // far from the click before: not a double click
  context_.input().button(0, true);
  frame();
  context_.input().button(0, false);
  settle();
  return true;
}

bool Robot::drag(std::string_view from, std::string_view to) {
  const Rect* a = record().find(from);
  const Rect* b = record().find(to);
  return a != nullptr && b != nullptr && drag(from, b->center() - a->center());
}

bool Robot::drag(std::string_view from, Vec by) {
  const Rect* at = record().find(from);
  if (at == nullptr) return false;
  const Vec start = at->center();
  hover(from);
  context_.input().button(0, true);
  frame();
  for (float part : {0.3f, 0.7f, 1.0f}) {
    context_.input().move({(start.x + by.x * part) * info.scale, (start.y + by.y * part) * info.scale});
    frame();
    frame();
  }
  context_.input().button(0, false);
  settle();
  return true;
}

void Robot::press(Shortcut key) {
  context_.input().key(key);
  settle();
}

void Robot::type(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) context_.input().text(next_code_point(utf8, at));
  settle();
}

void Robot::wheel(Vec steps) {
  context_.input().wheel(steps);
  settle();
}

bool Robot::has(std::string_view path) const { return record().find(path) != nullptr; }
bool Robot::shows(std::string_view words) const { return record().shows(words); }
const Record& Robot::record() const { return context_.recorded(); }

std::string Robot::focused() const {
  const auto at = record().paths.find(const_cast<Context&>(context_).core().focus);
  return at == record().paths.end() ? std::string() : at->second;
}

}  // namespace ui::testing
