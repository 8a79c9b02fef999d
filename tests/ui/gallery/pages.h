#pragma once
// Every widget in its states, page by page: drawn to pictures by the gallery program, checked for overlaps by tests.

#include <span>
#include <string_view>

#include "ui/frame.h"

namespace gallery {

struct Page {
  std::string_view name;
  void (*draw)(ui::Frame&);
  float height = 800;  ///< design pixels, at a width of 1280
};

std::span<const Page> pages();

}  // namespace gallery
