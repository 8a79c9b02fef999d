#pragma once
// Needs that lead back to where they began.

#include "course/reading/reader.h"

namespace course {

/// Reports every circle among the `needs` of the concepts in course.yaml, with all its members. Takes time in proportion to
/// their number; deep chains are no danger to the stack.
void report_circles(Reader& reader, const Node* concepts);

}  // namespace course
