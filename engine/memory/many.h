#pragma once
// The models for many questions at once, several times faster than one by one: the recall of everything that could be due, or
// the review of every question of a simulated learner. Results agree with fsrs6.h and fsrs7.h within 1e-11 of each value.
// Any number of threads may call these at once on states of their own.

#include <cstdint>
#include <span>
#include <vector>

#include "memory/fsrs6.h"
#include "memory/fsrs7.h"

namespace memory {

/// The states of many questions, each quantity in an array of its own, all of one length.
struct ManyStates6 {
  std::vector<double> stability, difficulty;
};
struct ManyStates7 {
  std::vector<double> stability, short_stability, difficulty;
};

/// Into `recall` the probability of recall after `days` (≥ 0), for each question. All spans are as long as the states.
void recall(const Fsrs6& model, const ManyStates6& states, std::span<const double> days, std::span<double> recall);
void recall(const Fsrs7& model, const ManyStates7& states, std::span<const double> days, std::span<double> recall);

/// The same, and each question is reviewed with its grade (1 to 4): the states become those after.
void advance(const Fsrs6& model, ManyStates6& states, std::span<const double> days,
             std::span<const std::uint8_t> grades, std::span<double> recall);
void advance(const Fsrs7& model, ManyStates7& states, std::span<const double> days,
             std::span<const std::uint8_t> grades, std::span<double> recall);

}  // namespace memory
