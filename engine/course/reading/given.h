#pragma once
// Inside this folder: responses that stand in a lesson's file.

#include "course/given.h"
#include "course/yaml/source_file.h"
#include "course/yaml/tree.h"

namespace course {

/// The value with its places in `file`.
Given given_of(const Node& node, const SourceFile& file);

}  // namespace course
