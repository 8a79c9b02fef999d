// On which day a review comes: the range that Anki publishes, and within it the day with the least to do.

#include "memory/due.h"

#include <cmath>
#include <limits>
#include <vector>

#include "memory/generate.h"
#include "support/test.h"

namespace due_test {
namespace {

using memory::Balance;
using memory::DayRange;
using memory::Days;
using memory::EasyDays;

constexpr int kLongest = 36'500;

std::vector<int> any_counts(base::Random& random, std::size_t days) {
  std::vector<int> counts(days);
  for (int& count : counts) count = static_cast<int>(random.below(40));
  return counts;
}

EasyDays any_easy_days(base::Random& random) {
  EasyDays easy;
  easy.today = static_cast<int>(random.below(7));
  for (double& weight : easy.weights) weight = random.below(3) == 0 ? 0 : test::between(random, 0.1, 1);
  return easy;
}

double weight(const EasyDays& easy, int day) { return easy.weights[static_cast<std::size_t>((easy.today + day) % 7)]; }

/// With nothing due, the choice is even over the range, as in Anki's own test of its fuzz.
int fuzzed(double interval, double u, int longest = kLongest) {
  return memory::choose_day(memory::fuzz_range(Days(interval), longest), {}, {}, u);
}

}  // namespace

TEST_CASE("the range is the one that Anki tests itself with") {
  const std::vector<double> u{0, 0.5, 0.99};
  const auto all = [&](double interval, int longest = kLongest) {
    std::vector<int> days;
    for (const double one : u) days.push_back(fuzzed(interval, one, longest));
    return days;
  };
  CHECK(all(7) == std::vector<int>{5, 7, 9});
  CHECK(all(17) == std::vector<int>{14, 17, 20});
  CHECK(all(37) == std::vector<int>{33, 37, 41});
  CHECK(all(100, 99) == std::vector<int>{92, 96, 99});
}

TEST_CASE("short intervals are rounded and not spread") {
  CHECK(memory::fuzz_range(Days(2.4999), kLongest) == DayRange{2, 2, 2});
  CHECK(memory::fuzz_range(Days(2.5), kLongest) == DayRange{2, 4, 3});
  CHECK(memory::fuzz_range(Days(1.2), kLongest) == DayRange{1, 1, 1});
  CHECK(memory::fuzz_range(Days(0.3), kLongest) == DayRange{1, 1, 1});
  CHECK(memory::fuzz_range(Days(0.3), kLongest, 0) == DayRange{0, 0, 0});
}

TEST_CASE("ranges have bounds, whatever is asked") {
  CHECK(memory::fuzz_range(Days(10), kLongest, 9) == DayRange{9, 12, 10});
  CHECK(memory::fuzz_range(Days(10), 3, 9) == DayRange{3, 3, 3});
  CHECK(memory::fuzz_range(Days(-5), kLongest) == DayRange{1, 1, 1});
  CHECK(memory::fuzz_range(Days(std::numeric_limits<double>::quiet_NaN()), kLongest) == DayRange{1, 1, 1});
  CHECK(memory::fuzz_range(Days(std::numeric_limits<double>::infinity()), kLongest).last == kLongest);
  CHECK(rc::check("first ≤ plain ≤ last, within the bounds, wider for longer intervals", [](std::uint64_t seed) {
    base::Random random(seed);
    const double days = test::spread(random, 0.01, 50'000);
    const int least = static_cast<int>(random.below(5)), longest = 1 + static_cast<int>(random.below(40'000));
    const DayRange range = memory::fuzz_range(Days(days), longest, least);
    RC_ASSERT(range.first <= range.plain && range.plain <= range.last);
    RC_ASSERT(range.first >= std::min(least, longest) && range.last <= longest);
    RC_ASSERT(days < 2.5 || range.first >= std::min(2, longest));
    const DayRange wide = memory::fuzz_range(Days(days), kLongest),
                   wider = memory::fuzz_range(Days(days * 2), kLongest);
    RC_ASSERT(wider.last - wider.first + 1 >= wide.last - wide.first || wider.last == kLongest);
    RC_ASSERT(std::abs(range.plain - std::min(days, static_cast<double>(longest))) <= 0.5 || days < least);
  }));
}

TEST_CASE("no interval goes far beyond what has been seen, unless it is a usual one") {
  CHECK(memory::trusted_interval(Days(300), Days(5), Days(20)) == Days(60));
  CHECK(memory::trusted_interval(Days(300), Days(90), Days(20)) == Days(90));
  CHECK(memory::trusted_interval(Days(3), Days(90), Days(20)) == Days(3));
}

TEST_CASE("the day with the least to do is chosen, easy days weighed") {
  CHECK(rc::check("no day of the range would have less", [](std::uint64_t seed) {
    base::Random random(seed);
    const DayRange range = memory::fuzz_range(Days(test::spread(random, 0.5, 300)), kLongest);
    const auto counts = any_counts(random, random.below(300));
    const EasyDays easy = any_easy_days(random);
    const double u = 0.999 * test::fraction(random);
    const int day = memory::choose_day(range, counts, easy, u);
    RC_ASSERT(day == memory::choose_day(range, counts, easy, u));
    RC_ASSERT(day >= range.first && day <= range.last);
    const auto due = [&](int d) {
      return static_cast<std::size_t>(d) < counts.size() ? counts[static_cast<std::size_t>(d)] : 0;
    };
    bool any = false, other = false;  // weight on a weekday at all, and within the range
    for (const double one : easy.weights) any |= one > 0;
    for (int d = range.first; d <= range.last; ++d) other |= weight(easy, d) > 0;
    if (any && other) RC_ASSERT(weight(easy, day) > 0);
    for (int d = range.first; d <= range.last; ++d) {
      if (!any) RC_ASSERT(due(day) <= due(d));
      if (weight(easy, d) > 0)
        RC_ASSERT((due(day) + 1) * weight(easy, d) <= (due(d) + 1) * weight(easy, day) * (1 + 1e-12));
    }
  }));
  CHECK(rc::check("switched off, it is the rounded interval", [](std::uint64_t seed) {
    base::Random random(seed);
    const double days = test::spread(random, 0.5, 300);
    const DayRange range = memory::fuzz_range(Days(days), kLongest);
    const auto counts = any_counts(random, 300);
    const int day = memory::choose_day(range, counts, any_easy_days(random), test::fraction(random), Balance::off);
    RC_ASSERT(day == std::max(1, static_cast<int>(std::lround(days))));
  }));
}

TEST_CASE("reviews that would all come on one day are levelled over its range") {
  const DayRange range = memory::fuzz_range(Days(17), kLongest);
  EasyDays easy;
  easy.weights = {1, 1, 1, 1, 1, 0.5, 0};  // today is Monday
  std::vector<int> counts(30);
  base::Random random(1);
  for (int i = 0; i < 550; ++i)
    ++counts[static_cast<std::size_t>(memory::choose_day(range, counts, easy, 0.999 * test::fraction(random)))];
  for (int day = 14; day <= 20; ++day) {
    const int expected = day % 7 == 6 ? 0 : day % 7 == 5 ? 50 : 100;
    INFO(day);
    CHECK(std::abs(counts[static_cast<std::size_t>(day)] - expected) <= 1);
  }
}

TEST_CASE("an easy day that is the only one gets the review all the same") {
  EasyDays easy;
  easy.weights = {0, 0, 0, 1, 0, 0, 0};
  CHECK(memory::choose_day({2, 2, 2}, {}, easy, 0.5) == 2);
  CHECK(memory::choose_day({4, 6, 5}, {}, easy, 0) == 4);
  CHECK(memory::choose_day({2, 4, 3}, std::vector<int>{0, 0, 0, 90, 0}, easy, 0.5) == 3);
  easy.weights = {};
  CHECK(memory::choose_day({2, 4, 3}, std::vector<int>{0, 0, 1, 0, 1}, easy, 0.9) == 3);
}

}  // namespace due_test
