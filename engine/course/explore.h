#pragma once
// A block that one moves and watches.

#include <memory>
#include <string>

#include "course/ids.h"

namespace explorable {
struct Model;
struct Aim;
}  // namespace explorable

namespace course {

struct Explore {
  std::string title;
  std::string markdown;  ///< above; may be empty
  std::shared_ptr<const explorable::Model> model;
  std::string alt;
  SourceId source;
};

}  // namespace course
