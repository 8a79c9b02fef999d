#pragma once

#include <memory>
#include <string>

#include "course/explore.h"

namespace course {

/// A state of an explorable that is to be reached. Right when the aim's condition holds for the inputs answered.
struct Goal {
  std::shared_ptr<const explorable::Model> model;
  std::shared_ptr<const explorable::Aim> aim;
  std::string title;          ///< of the explorable; may be empty
  double close_credit = 0.5;  ///< where only `close` holds; above 0, below 1
  std::string because;        ///< said then; Markdown, may be empty
};

}  // namespace course
