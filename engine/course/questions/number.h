#pragma once

#include <optional>
#include <string>
#include <vector>

namespace course {

/// A foreseen wrong number: what is told to whoever types one inside [low, high].
struct WrongNumber {
  double low = 0;
  double high = 0;
  std::string because;  ///< Markdown, may be empty
};

/// A typed number. Right inside [low, high]; half credit inside the wider `close` band, where there is one.
struct Number {
  double is = 0;    ///< what is shown as the answer; the middle where a range was given
  double low = 0;   ///< lowest right value
  double high = 0;  ///< highest right value
  std::optional<double> close_low;
  std::optional<double> close_high;
  std::string unit;                ///< shown behind the field; typing it is allowed and not required
  int significant = 0;             ///< significant figures wanted, 0 for any
  int decimals = 6;                ///< places to show, as the author wrote the value
  std::vector<WrongNumber> wrong;  ///< the first that holds the number speaks; none of them takes away what is right
};

}  // namespace course
