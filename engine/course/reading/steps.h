#pragma once
// Inside this folder: how a lesson's steps are read.

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "course/model.h"
#include "course/reading/assets.h"
#include "course/reading/object.h"

namespace course {

/// What reading the steps of one lesson needs besides the reader.
struct StepContext {
  Reader& reader;
  Assets& assets;
  std::map<std::string, std::shared_ptr<const explorable::Model>, std::less<>> explorables =
      {};                    ///< by step id; nullptr: it has mistakes
  int explorable_count = 0;  ///< goals included
};

/// Reads one step, a question or a block; reports what does not fit. Empty when even its kind is unknown.
/// The id is the one that is given, or empty.
std::optional<Step> read_step(StepContext& context, const Node& node);

/// A step with `ask`.
Question read_question(StepContext& context, Object& step);

/// A question with `vars`, as its first variant.
Question read_varied_question(StepContext& context, Object& step);

/// A question without `vars`, or one variant of a question.
Question read_fixed_question(StepContext& context, Object& step);

}  // namespace course
