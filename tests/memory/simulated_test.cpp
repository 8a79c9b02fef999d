// Simulated learners, whose memory is not FSRS's, study with FSRS and with SM-2. docs/memory.md has the table and says how to
// read it; RESONANCE_WRITE_EXPECTED=1 writes it anew, to be read before committing.

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>

#include "memory/simulated/table.h"
#include "support/test.h"

namespace simulated_test {
namespace {

using simulated::Fitting;
using simulated::Kind;
using simulated::Learner;
using simulated::Measures;
using simulated::Row;
using simulated::Theory;

constexpr double kRetention = 0.9;
/// Of each kind and theory. The share recalled when due differs by a point between learners of a kind; of ten, the mean is
/// known to a third of that.
constexpr int kLearners = 10;

const std::filesystem::path kPage = test::source_dir() / "docs/memory.md";
const std::string kBegins = "<!-- simulated: begins -->\n", kEnds = "<!-- simulated: ends -->\n";

/// One kind of learner with every scheduler.
struct Compared {
  Measures sm2, defaults, fitted, fitted6, matched;
  double matched_retention = 0;
};

using Make = std::function<simulated::SchedulerPtr(int questions)>;

Measures with(Kind kind, Theory theory, const Make& make) {
  std::vector<Measures> all;
  for (int i = 0; i < kLearners; ++i) {
    Learner learner = simulated::learner(kind, theory);
    learner.seed += static_cast<std::uint64_t>(i) * 1000;
    const auto scheduler = make(learner.questions);
    all.push_back(simulated::measure(learner, simulated::study(learner, *scheduler)));
  }
  return simulated::mean(all);
}

Make fsrs7(double retention, Fitting fitting) {
  return [=](int questions) { return simulated::fsrs7(questions, retention, fitting); };
}

Compared compare(Kind kind, Theory theory) {
  Compared found;
  found.sm2 = with(kind, theory, simulated::sm2);
  found.defaults = with(kind, theory, fsrs7(kRetention, Fitting::never));
  found.fitted = with(kind, theory, fsrs7(kRetention, Fitting::often));
  found.fitted6 =
      with(kind, theory, [](int questions) { return simulated::fsrs6(questions, kRetention, Fitting::often); });
  // The retention at which about as much is known at the end as with SM-2: a point more of it is about 0.7 points of that, a
  // point less 0.9.
  const double wanted = found.sm2.known - found.fitted.known;
  found.matched_retention = std::clamp(kRetention + wanted / (wanted > 0 ? 0.7 : 0.9), 0.75, 0.98);
  found.matched = with(kind, theory, fsrs7(found.matched_retention, Fitting::often));
  return found;
}

/// What is between the marks of the page.
std::string written() {
  const std::string page = test::read(kPage);
  const std::size_t from = page.find(kBegins), to = page.find(kEnds);
  REQUIRE(from != std::string::npos);
  REQUIRE(to != std::string::npos);
  return page.substr(from + kBegins.size(), to - from - kBegins.size());
}

void write(const std::string& table) {
  std::string page = test::read(kPage);
  const std::size_t from = page.find(kBegins) + kBegins.size();
  page.replace(from, page.find(kEnds) - from, table);
  std::ofstream(kPage, std::ios::binary) << page;
}

}  // namespace

// With sanitizers it takes minutes, and finds what the short study of simulated_parts_test.cpp finds.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

TEST_CASE("learners whose memory is not the model's: it learns them, keeps its promise, and costs less than SM-2") {
  std::vector<Row> rows;
  for (const Theory theory : simulated::kTheories) {
    for (const Kind kind : simulated::kKinds) {
      const Compared found = compare(kind, theory);
      const std::string name = std::string(simulated::name_of(kind)) + ", " + simulated::name_of(theory);
      rows.push_back({name, "FSRS-7 fitted", found.fitted, true});
      rows.push_back({name, "FSRS-7 defaults", found.defaults, true});
      rows.push_back({name, "FSRS-6 fitted", found.fitted6, true});
      rows.push_back({name, "SM-2", found.sm2, false});
      rows.push_back({name, "FSRS-7 fitted, knowing as much as SM-2", found.matched, true});
      INFO(simulated::table({rows.end() - 5, rows.end()}));
      CHECK(found.fitted.loss < found.fitted.loss_by_default);
      CHECK(found.fitted6.loss < found.fitted6.loss_by_default);
      CHECK(std::abs(found.fitted.retained_within_reach - kRetention) <= 0.02);
      CHECK(std::abs(found.matched.known - found.sm2.known) <= 0.03);
      CHECK(found.matched.answers_per_known <= found.sm2.answers_per_known);
    }
  }
  const std::string table = simulated::table(rows);
  if (std::getenv("RESONANCE_WRITE_EXPECTED") != nullptr) write(table);
  const std::string differences = simulated::differences(written(), table);
  INFO(differences);
  CHECK(differences.empty());
}

#endif

}  // namespace simulated_test
