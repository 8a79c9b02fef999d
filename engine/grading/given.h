#pragma once
// From what an author writes to a response.

#include <string>

#include "base/message.h"
#include "base/result.h"
#include "course/given.h"
#include "grading/response.h"

namespace grading {

/// The response that `given` stands for, or what is wrong with it, in a sentence with its remedy. As authors write them:
/// - choices: a letter ("A" is the first in the file), a number from 1, or a choice's text; several as "A, C" or a list
/// - number, answers, open: what is typed
/// - blanks: a list with a text for each gap; one text where there is one gap
/// - order: the items from top to bottom, as letters or texts, "B, A, C" or a list
/// - match: a map from left to right sides; sort: a map from cards to bins, or from bins to lists of cards
/// - scale: the step
/// - goal: a map from inputs to values, the others at their start
/// - predict: a map from what is along x to values, or a list with one for each point asked; moments on a timeline
/// - spot: a place’s label; `{at: [x, y]}` on a picture; `{x: 2010, y: column}`, or what is along x, on a chart; several as a list
/// Texts are compared as typed answers are: case, accents and spaces do not count.
tl::expected<Response, base::Message> read_given(const course::Question& question, const course::Given& given);

}  // namespace grading
