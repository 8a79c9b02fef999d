#pragma once
// Random questions of every kind, and random responses to them, for properties.

#include "course/question.h"
#include "grading/response.h"
#include "support/test.h"

namespace test {

/// A question as the loader could make it, of the kind at `index` of course::Kind.
rc::Gen<course::Question> question_of_kind(std::size_t index);
rc::Gen<course::Question> any_question();

/// A response of the question's kind as a screen could make it, whole or not.
rc::Gen<grading::Response> response_to(const course::Question& question);

/// A word of lower-case letters, not empty.
rc::Gen<std::string> word();

}  // namespace test
