#include "base/edit_distance.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace base {
namespace {

using Row = std::vector<int>;

/// Fills row i of the table; outside the band |i - j| <= limit all is `far`. Returns the row's least value.
int fill_row(int i, int limit, const std::u32string& x, const std::u32string& y, const Row& twice_before,
             const Row& before, Row& row) {
  const int far = limit + 1;
  const int last = static_cast<int>(y.size());
  const int first = std::max(1, i - limit);
  row[first - 1] = first == 1 && i <= limit ? i : far;
  int least = row[first - 1];
  const int end = std::min(last, i + limit);
  for (int j = first; j <= end; ++j) {
    const int replaced = before[j - 1] + (x[i - 1] != y[j - 1]);
    int best = std::min({replaced, before[j] + 1, row[j - 1] + 1});
    if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) best = std::min(best, twice_before[j - 2] + 1);
    row[j] = std::min(best, far);
    least = std::min(least, row[j]);
  }
  if (end < last) row[end + 1] = far;
  return least;
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b, int limit) {
  const std::u32string x = to_code_points(a);
  const std::u32string y = to_code_points(b);
  const int n = static_cast<int>(x.size());
  const int m = static_cast<int>(y.size());
  limit = std::clamp(limit, 0, std::max(n, m));
  if (std::abs(n - m) > limit) return limit + 1;
  Row twice_before(m + 2, limit + 1);
  Row before(m + 2, limit + 1);
  Row row(m + 2, limit + 1);
  for (int j = 0; j <= std::min(m, limit); ++j) before[j] = j;
  int least_before = 0;
  for (int i = 1; i <= n; ++i) {
    const int least = fill_row(i, limit, x, y, twice_before, before, row);
    // A swap reaches back two rows, so both must be out of reach.
    if (least > limit && least_before > limit) return limit + 1;
    least_before = least;
    std::swap(twice_before, before);
    std::swap(before, row);
  }
  return std::min(before[m], limit + 1);
}

}  // namespace base
