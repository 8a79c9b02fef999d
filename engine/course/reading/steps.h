#pragma once
// Inside this folder: how a lesson's steps are read.

#include <optional>

#include "course/model.h"
#include "course/reading/assets.h"
#include "course/reading/object.h"

namespace course {

/// What reading the steps of one lesson needs besides the reader.
struct StepContext {
  Reader& reader;
  Assets& assets;
};

/// Reads one step, a question or a block; reports what does not fit. Empty when even its kind is unknown.
/// The id is the one that is given, or empty.
std::optional<Step> read_step(StepContext& context, const Node& node);

/// A step with `ask`.
Question read_question(Object& step);

}  // namespace course
