#pragma once
// A glance at a definition or a source beside the words that mention it.

#include <string>

#include "course/ids.h"

namespace screens {

/// A place on screen in design pixels, from the window's top left.
struct Area {
  float x = 0, y = 0, w = 0, h = 0;
  bool operator==(const Area&) const = default;
};

struct Peek {
  enum class Kind { definition, source };
  Kind kind = Kind::definition;
  course::CourseId course;
  std::string id;      ///< of the concept or the source
  Area beside;         ///< the words that mention it
  bool stays = false;  ///< opened by a click or a key, until it is closed; else it goes when the mouse leaves

  bool operator==(const Peek&) const = default;
};

}  // namespace screens
