#pragma once
// Simulated learners: what they remember (activation.h or scales.h), when they come, and how they grade.
//
// Five kinds. Slow: takes in little of each study. Fast: takes in much. Forgetful: takes in as others do, and loses it sooner.
// Irregular: remembers as the average does, misses days, comes at any hour, is away for weeks. Cramming: comes only in the
// days before a date, and then asks for everything that would be due soon after it. The first three come daily.

#include <cstdint>
#include <string>
#include <vector>

#include "memory/simulated/activation.h"
#include "memory/simulated/random.h"
#include "memory/simulated/scales.h"
#include "memory/units.h"

namespace simulated {

enum class Kind { slow, fast, forgetful, irregular, cramming };
constexpr Kind kKinds[] = {Kind::slow, Kind::fast, Kind::forgetful, Kind::irregular, Kind::cramming};
enum class Theory { activation, scales };
constexpr Theory kTheories[] = {Theory::activation, Theory::scales};

const char* name_of(Kind kind);
const char* name_of(Theory theory);

/// A day on which the learner studies.
struct Visit {
  int day = 0;
  double hour = 0;  ///< as part of the day
  int new_questions = 0;
  int ahead = 0;  ///< what is due within so many days is asked, too
};

struct Learner {
  Kind kind = Kind::slow;
  Theory theory = Theory::activation;
  int questions = 600;
  int days = 500;
  std::uint64_t seed = 1;

  std::vector<Visit> visits() const;
  /// The memory of one question, of which nothing has been studied yet.
  TruthPtr truth(int question) const;
  /// Of an answer that had this probability of being known: again where it was not, otherwise by how long it took, which falls
  /// with the odds of knowing it (ACT-R's latency is e^−activation; the odds are what activation is to recall), and
  /// wavers: one time in six what felt like another grade.
  memory::Grade grade(double recall, base::Random& random) const;
};

Learner learner(Kind kind, Theory theory);

}  // namespace simulated
