#include "ui/record.h"

#include <cmath>

#include "ui/core.h"

namespace ui {
namespace {

/// Letters may touch by this much, in design pixels.
constexpr float kTouch = 1.0f;

bool seen(const DrawnText& t) { return t.box.w > 0 && t.clip.overlaps(t.box); }

}  // namespace

std::uint64_t id_of_path(std::string_view path) {
  Id id = kRoot;
  for (std::size_t from = 0; from <= path.size();) {
    const std::size_t to = std::min(path.find('/', from), path.size());
    id = id_of(id, path.substr(from, to - from));
    from = to + 1;
  }
  return id;
}

const Rect* Record::find(std::string_view path) const {
  const auto at = items.find(id_of_path(path));
  return at == items.end() ? nullptr : &at->second;
}

bool Record::shows(std::string_view words) const {
  std::string all;
  for (const DrawnText& t : texts) {
    if (seen(t)) all += t.text + " ";
  }
  return all.find(words) != std::string::npos;
}

std::vector<std::string> Record::overlaps() const {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!seen(texts[i])) continue;
    const Rect a = texts[i].box.intersect(texts[i].clip);
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      if (texts[j].layer != texts[i].layer || !seen(texts[j])) continue;
      const Rect both = a.intersect(texts[j].box.intersect(texts[j].clip));
      if (both.w > kTouch && both.h > kTouch)
        found.push_back("“" + texts[i].text + "” overlaps “" + texts[j].text + "”");
    }
  }
  return found;
}

std::vector<std::string> Record::clipped() const {
  std::vector<std::string> found;
  for (const DrawnText& t : texts) {
    if (!seen(t)) continue;
    const bool left = t.box.x<t.clip.x - kTouch, right = t.box.right()> t.clip.right() + kTouch;
    if (left || right || t.cut) found.push_back("“" + t.text + "”");
  }
  return found;
}

}  // namespace ui
