#pragma once
// What the models of memory speak in: days, grades and the ranges of parameters.

#include <array>
#include <chrono>
#include <cstdint>
#include <ratio>

namespace memory {

/// Time in days, with fractions. Where a function takes an elapsed time, a negative one counts as none.
using Days = std::chrono::duration<double, std::ratio<86'400>>;

/// How an answer went. The numbers are those that every FSRS program and file uses.
enum class Grade : std::uint8_t { again = 1, hard = 2, good = 3, easy = 4 };

inline constexpr std::array kGrades{Grade::again, Grade::hard, Grade::good, Grade::easy};

/// Any other number is no grade.
constexpr bool is_grade(long long number) { return number >= 1 && number <= 4; }

constexpr double number_of(Grade grade) { return static_cast<double>(grade); }

/// What difficulty runs between, in both models.
constexpr double kLeastDifficulty = 1, kMostDifficulty = 10;

/// The longest interval that a model gives: a hundred years of 365 days.
constexpr Days kLongestInterval{36'500};

/// What a parameter may be, and what it is where nothing is known of the learner.
struct ParameterRange {
  double usual = 0;  ///< the published default
  double least = 0;
  double most = 0;
};

}  // namespace memory
