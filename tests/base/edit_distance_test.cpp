#include "base/edit_distance.h"

#include <algorithm>
#include <vector>

#include "support/test.h"

namespace {

/// The textbook table, without band and limit.
int reference(const std::string& a, const std::string& b) {
  std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<int>(i + j);
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

std::string word(const std::vector<int>& letters) {
  std::string text;
  for (const int letter : letters) text += static_cast<char>('a' + letter);
  return text;
}

}  // namespace

TEST_CASE("edit distance counts slips") {
  CHECK(base::edit_distance("", "", 3) == 0);
  CHECK(base::edit_distance("right", "rigth", 3) == 1);
  CHECK(base::edit_distance("한국어", "한국", 3) == 1);
  CHECK(base::edit_distance("a", "zzzz", 2) == 3);
  CHECK(base::edit_distance("abc", "xyz", 0) == 1);
  CHECK(base::edit_distance("ca", "abc", 5) == 3);
}

TEST_CASE("edit distance agrees with the textbook up to its limit") {
  const bool holds = rc::check([] {
    const auto letters = rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 3));
    const std::string a = word(*letters);
    const std::string b = word(*letters);
    const int limit = *rc::gen::inRange(0, 8);
    RC_ASSERT(base::edit_distance(a, b, limit) == std::min(reference(a, b), limit + 1));
  });
  CHECK(holds);
}
