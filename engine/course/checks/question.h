#pragma once
// Inside this folder: what `check` finds in one question, whatever its kind; each kind's own checks are in course/questions.

#include <vector>

#include "course/question.h"
#include "course/reading/reader.h"

namespace course {

/// A question that is never explained, a hint that can never be offered, keys that change nothing for this kind of question.
void check_question(Reader& reader, const Node& step, const Question& question);

/// Typed answers of which another one is always taken instead, so that what they earn or say is never seen.
/// `accepted` and `wrong` are the nodes of the kind's lists.
void check_reachable(Reader& reader, const Answers& kind, const std::vector<Node>& accepted,
                     const std::vector<Node>& wrong);

}  // namespace course
