#pragma once
// What is drawn, said in words: for those who listen, and for those who would rather read.

#include <string>
#include <vector>

#include "course/model.h"
#include "screens/lesson.h"
#include "screens/reading.h"
#include "text/catalogue.h"

namespace screens {

/// "“Heat” leads to “Less air”: slowly.", a sentence for each arrow in the order of the file.
std::vector<std::string> sentences(const course::Diagram& diagram, const text::Translator& words);

/// What there is to read aloud of a step as it stands on screen: texts, a question with its choices, what was said about an answer; charts,
/// diagrams and pictures by what they show.
std::vector<Sentence> spoken(const lesson::State& state, const course::Step& step, const text::Translator& words);

/// From the step one is at to the end of what is on screen.
std::vector<Sentence> spoken(const lesson::State& state, const text::Translator& words);

}  // namespace screens
