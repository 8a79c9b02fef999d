#pragma once
// Questions with `vars`: each seed gives a variant, the same on every machine.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "course/question.h"

namespace course {

/// There are this many seeds; larger ones stand for their remainder, so that a variant has a number short enough to tell.
inline constexpr std::uint64_t variant_seeds = 1'000'000;
constexpr std::uint64_t variant_number(std::uint64_t seed) { return seed % variant_seeds; }

/// The question as `seed` makes it: with the values drawn in all its texts and numbers. A question without `vars`, and one whose
/// values make it a question that cannot be read (which `check` reports), is returned as it is. Takes well under a millisecond.
/// Thread-safe.
Question variant(const Question& question, std::uint64_t seed);

/// What a variant asks, without the rest of it.
std::string ask_of(const Question& question, std::uint64_t seed);

struct DrawnValue {
  std::string name;
  std::variant<double, std::string> value;  ///< a word as the file has it
};

/// What `seed` draws, in the order of `vars`; empty for a question without.
std::vector<DrawnValue> values_of(const Question& question, std::uint64_t seed);

/// "a = 2, city = Seoul".
std::string to_text(const std::vector<DrawnValue>& values);

/// What is said of one variant of a question, with the values and the seed that it has.
base::Message in_variant(base::Message message, const std::vector<DrawnValue>& values, std::uint64_t seed);

/// Seeds that between them give every variant where there are at most `most`, and else the first `most` seeds.
std::vector<std::uint64_t> all_seeds(const Question& question, std::size_t most = 1000);

}  // namespace course
