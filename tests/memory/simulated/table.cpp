#include "memory/simulated/table.h"

#include <cmath>
#include <cstdlib>
#include <iomanip>
#include <sstream>

namespace simulated {
namespace {

std::string number(double value, int decimals) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(decimals) << value;
  return text.str();
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) parts.push_back(part);
  return parts;
}

/// How far the cells of a column may lie apart.
struct Tolerance {
  double absolute, relative;
};
constexpr Tolerance kNone{0, 0}, kLoss{0.012, 0}, kPoints{2.5, 0}, kLoad{0, 0.08};
constexpr Tolerance kColumns[] = {kNone, kNone, kNone, kLoss, kLoss, kPoints, kPoints, kLoad, kLoad, kLoad};

bool alike(const std::string& a, const std::string& b, const Tolerance& tolerance) {
  if (a == b) return true;
  char *end_a = nullptr, *end_b = nullptr;
  const double x = std::strtod(a.c_str(), &end_a), y = std::strtod(b.c_str(), &end_b);
  if (end_a == a.c_str() || end_b == b.c_str()) return false;
  return std::abs(x - y) <= tolerance.absolute + tolerance.relative * std::abs(x);
}

}  // namespace

Measures mean(const std::vector<Measures>& all) {
  constexpr double Measures::*kParts[] = {&Measures::loss,
                                          &Measures::loss_by_default,
                                          &Measures::loss_of_truth,
                                          &Measures::retained_at_due,
                                          &Measures::retained_within_reach,
                                          &Measures::known,
                                          &Measures::answers_a_day,
                                          &Measures::answers_per_known,
                                          &Measures::asked_per_known};
  Measures mean;
  for (const auto part : kParts) {
    for (const Measures& one : all) mean.*part += one.*part / static_cast<double>(all.size());
  }
  return mean;
}

std::string table(const std::vector<Row>& rows) {
  std::string text =
      "| learner | scheduler | log loss above the truth's | defaults', same answers | recalled when due, % | known at "
      "the end, % | answers a day | answers per question known | without repetitions |\n"
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
  for (const Row& row : rows) {
    const Measures& m = row.measures;
    text += "| " + row.learner + " | " + row.scheduler + " | " +
            (row.foretells ? number(m.loss - m.loss_of_truth, 3) : "–") + " | " +
            (row.foretells ? number(m.loss_by_default - m.loss_of_truth, 3) : "–") + " | " +
            number(100 * m.retained_within_reach, 1) + " | " + number(100 * m.known, 1) + " | " +
            number(m.answers_a_day, 1) + " | " + number(m.answers_per_known, 2) + " | " + number(m.asked_per_known, 2) +
            " |\n";
  }
  return text;
}

std::string differences(const std::string& expected, const std::string& found) {
  const auto lines = split(expected, '\n'), now = split(found, '\n');
  if (lines.size() != now.size()) return "another number of lines\n";
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto cells = split(lines[i], '|'), cells_now = split(now[i], '|');
    bool same = cells.size() == cells_now.size() && cells.size() <= std::size(kColumns);
    for (std::size_t c = 0; same && c < cells.size(); ++c) same = alike(cells[c], cells_now[c], kColumns[c]);
    if (!same) text += lines[i] + "\n  now " + now[i] + "\n";
  }
  return text;
}

}  // namespace simulated
