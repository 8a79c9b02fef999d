#pragma once
// Whether the model knows the learner: what it foretold before an answer was given, beside the answer. Only reviews count of which
// something was foretold and stored; nothing is foretold again afterwards. Known is what was graded Hard, Good or Easy.

#include <span>
#include <vector>

#include "reviews/reviews.h"

namespace reviews {

/// A share, and between which values the true one lies with 95 %.
struct Interval {
  double low = 0, high = 1;
};
/// Wilson's score interval (Wilson 1927, J. Am. Stat. Assoc. 22, 209–212; z = 1.96), which keeps within 0 and 1 and says something of
/// few answers, too. `answers` above 0, `known` at most that.
Interval wilson(int known, int answers);

/// The answers of which about as much was foretold.
struct Bin {
  double from = 0, to = 1;  ///< of what was foretold: from ≤ p < to, the last bin with its end
  double predicted = 0;     ///< mean of what was foretold
  double actual = 0;        ///< share that was known
  Interval likely;          ///< of `actual`
  int answers = 0;          ///< above 0
};

/// Where bins end. The same for everyone and at any time: edges that followed the data could be chosen to flatter, and a point would not
/// mean the same next month. Narrow from 0.8 on, where nearly all reviews lie; how little a bin with few answers says is told
/// by its interval.
inline constexpr double kEdges[] = {0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1};

/// The latest answers, all together.
struct Latest {
  double predicted = 0;  ///< mean of what was foretold
  double actual = 0;     ///< share that was known
  double chance =
      0;  ///< by how much they differ by chance alone, if the model is right: √Σp(1−p)/n, one standard error
  int answers = 0;  ///< 0: nothing was foretold yet
};
constexpr int kLatest = 400;

/// Log loss: the mean of −ln of the probability given to what then happened (Good 1952, J. R. Stat. Soc. B 14, 107–114). Less is
/// better; 0.693 is that of a coin.
struct LogLoss {
  double model = 0;
  /// Of who always foretells the learner's share of known answers so far: (known + 1)/(answers + 2), Laplace's rule of succession, by
  /// the foretold answers before this one.
  double average = 0;
  /// The same over the last kMoving of them.
  double moving = 0;
  /// Standard errors of (average − model) and (moving − model), answers taken as independent: what is within two of them is chance.
  double average_error = 0, moving_error = 0;
  int answers = 0;
};
constexpr int kMoving = 50;
/// What was foretold counts as no surer than this either way, so that one answer cannot cost without end.
constexpr double kSurest = 1e-5;

struct Calibration {
  std::vector<Bin> bins;  ///< those with answers, by rising prediction
  Latest latest;
  LogLoss loss;
};
/// One pass over the log.
Calibration calibration(const Log& log);

}  // namespace reviews
