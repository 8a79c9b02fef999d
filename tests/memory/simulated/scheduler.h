#pragma once
// What decides when a question is asked again: it sees days and grades, never the truth.

#include <cstdint>
#include <memory>
#include <span>

#include "memory/units.h"

namespace simulated {

/// What was foretold of an answer, before it.
struct Foretold {
  double recall = -1;      ///< below 0: nothing is foretold
  double by_default = -1;  ///< by the same model with its published parameters
};

/// From the day of an answer to the next time that the question is asked.
struct Wait {
  int days = 1;
  /// Whether the scheduler, if it could ask at any time, would wait a day at least. Where it would ask within the day, a
  /// learner who comes once a day cannot have the retention that was asked for, whoever plans.
  bool within_reach = true;
};

class Scheduler {
 public:
  Scheduler() = default;
  Scheduler(const Scheduler&) = delete;
  Scheduler& operator=(const Scheduler&) = delete;
  virtual ~Scheduler() = default;

  /// Of a question that has been answered before.
  virtual Foretold foretell(int question, double day) const = 0;
  /// What is asked first among what is due: the lowest.
  virtual double urgency(int question, double day) const = 0;
  /// `drill`: the answer to a repetition in the same session.
  virtual void answered(int question, double day, memory::Grade grade, bool drill) = 0;
  /// Whether the question comes again in the same session.
  virtual bool repeats(memory::Grade grade) const = 0;
  /// `due`: how many reviews are due so many days from the question's last answer. At least `least` days.
  virtual Wait wait(int question, std::span<const int> due, int least) = 0;
  /// After each day of study. True if all questions are to be planned anew.
  virtual bool rest() { return false; }
};

using SchedulerPtr = std::unique_ptr<Scheduler>;

/// The published rule, without anything that later programs changed: an ease of 2.5 and not below 1.3, intervals 1, 6, then
/// times the ease, rounded up; a forgotten question begins anew and keeps its ease; what was graded below 4 of 5 is
/// repeated in the same session until it is not, which changes neither ease nor interval. Again is 2, Hard 3, Good 4,
/// Easy 5. Source: Woźniak, Optimization of learning, master's thesis, Poznań 1990, chapter 3.2 (super-memory.com).
SchedulerPtr sm2(int questions);

enum class Fitting { never, often };

/// FSRS as the program will use it: the due day spread and levelled (memory/due.h), a forgotten question repeated in the
/// same session. `often`: fitted after a day of study whenever the log grew by a twentieth since the last fit; new
/// parameters plan all questions anew.
SchedulerPtr fsrs6(int questions, double retention, Fitting fitting);
SchedulerPtr fsrs7(int questions, double retention, Fitting fitting);

}  // namespace simulated
