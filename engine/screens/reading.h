#pragma once
// Something being read aloud.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "course/ids.h"

namespace screens {

/// What is said in one breath.
struct Sentence {
  course::StepId step;
  std::string said;   ///< as it is spoken
  std::string shown;  ///< the words on screen that it says, to be marked meanwhile; may be empty

  bool operator==(const Sentence&) const = default;
};

struct Reading {
  std::uint64_t number = 0;  ///< rising, so that what is heard of an older one is told apart
  std::vector<Sentence> sentences;
  std::size_t now = 0;
};

/// Reads them one after the other; while something is read: stops.
struct ReadAloud {
  std::vector<Sentence> sentences;
  std::string language;  ///< of the sentences
};
/// What Speech tells of a reading.
struct SpeechHeard {
  std::uint64_t reading = 0;
  std::size_t sentence = 0;                                     ///< index
  enum class What { begins, ends, fails } what = What::begins;  ///< ends: all of it, or it was stopped
};

}  // namespace screens
