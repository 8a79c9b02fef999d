// FSRS-6: what is published, what ts-fsrs and fsrs-rs compute (tools/oracle/memory), and what we do where they disagree.

#include "memory/fsrs6.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <vector>

#include "memory/generate.h"
#include "support/test.h"

namespace fsrs6_test {
namespace {

using memory::Days;
using memory::Fsrs6;
using memory::Grade;
using Json = nlohmann::json;

Json disagreements() {
  return Json::parse(test::read(test::source_dir() / "tests" / "data" / "memory" / "disagreements.json"));
}

Fsrs6::Parameters defaults_with(std::initializer_list<std::pair<std::size_t, double>> changes) {
  Fsrs6::Parameters w = Fsrs6::defaults();
  for (const auto& [i, value] : changes) w[i] = value;
  return w;
}

/// Stability after a first review and one `days` later.
double after_two(const Fsrs6& model, Grade first, double days, Grade second) {
  return model.next(model.first(first), Days(days), second).stability;
}

}  // namespace

TEST_CASE("FSRS-6 computes what ts-fsrs computes within 1e-6, and fsrs-rs within 1e-4") {
  std::ifstream lines(test::source_dir() / "tests" / "data" / "memory" / "fsrs6.jsonl");
  std::size_t reviews = 0, single_precision = 0;
  for (std::string line; std::getline(lines, line);) {
    const Json vector = Json::parse(line);
    const auto w = Fsrs6::read(vector["w"].get<std::vector<double>>());
    REQUIRE(w);
    const Fsrs6 model(*w);
    for (const Json& card : vector["cards"]) {
      Fsrs6::State state;
      for (const Json& row : card) {
        // days, grade, then r, s and d of ts-fsrs before its rounding, then s, d and interval of fsrs-rs.
        const Grade grade = static_cast<Grade>(row[1].get<int>());
        INFO(line.substr(0, 200) << " … " << row.dump());
        if (row[2].is_null()) {
          state = model.first(grade);
        } else {
          const auto reviewed = model.review(state, Days(row[0].get<double>()), grade);
          REQUIRE(test::close(reviewed.recall, row[2].get<double>(), 1e-6));
          state = reviewed.state;
        }
        REQUIRE(test::close(state.stability, row[3].get<double>(), 1e-6));
        REQUIRE(test::close(state.difficulty, row[4].get<double>(), 1e-6));
        const double interval = model.interval(state, vector["retention"].get<double>()).count();
        // fsrs-rs adds 1 to small stabilities in single precision: one review in ten thousand loses four figures.
        const bool within = test::close(state.stability, row[5].get<double>(), 1e-4) &&
                            test::close(state.difficulty, row[6].get<double>(), 1e-4) &&
                            test::close(interval, row[7].get<double>(), 1e-4);
        if (!within) ++single_precision;
        ++reviews;
      }
    }
  }
  CHECK(reviews == 3200);
  CHECK(single_precision <= 1);
}

TEST_CASE("recall is 0.9 after as many days as the stability, and intervals are its inverse") {
  const Fsrs6 model;
  const Fsrs6::State state{12.5, 5};
  CHECK(model.recall(state, Days(12.5)) == Approx(0.9).epsilon(1e-14));
  CHECK(model.recall(state, Days(0)) == 1);
  CHECK(model.recall(state, Days(-3)) == 1);
  CHECK(model.interval(state, 0.9).count() == Approx(12.5).epsilon(1e-14));
  CHECK(model.interval(state, 1).count() == 0);
}

TEST_CASE("disagreement a: a first stability below 0.1 is kept, as in fsrs-rs; ts-fsrs raises it") {
  const Json said = disagreements()["first_stability"];
  const double ours = Fsrs6(defaults_with({{0, 0.02}})).first(Grade::again).stability;
  CHECK(ours == 0.02);
  CHECK(ours == Approx(said["rs"].get<double>()).epsilon(1e-6));
  CHECK(said["ts"].get<double>() == 0.1);
}

TEST_CASE("disagreement b: a vector of FSRS-5 gets w19 = 0, as in fsrs-rs; ts-fsrs raises it to 0.01") {
  const Json said = disagreements()["fsrs5_vector"];
  const Fsrs6::Parameters w = Fsrs6::defaults();
  const auto carried = Fsrs6::read(std::span(w).first(19));
  REQUIRE(carried);
  CHECK((*carried)[19] == 0);
  CHECK((*carried)[20] == 0.5);
  const double ours = after_two(Fsrs6(*carried), Grade::easy, 0, Grade::again);
  CHECK(ours == Approx(said["rs"].get<double>()).epsilon(1e-6));
  CHECK(std::abs(ours - said["ts"].get<double>()) > 0.01);
}

TEST_CASE("disagreement c: without short-term memory a review on the same day changes no stability, as in fsrs-rs") {
  const Json said = disagreements()["short_term_off"];
  Fsrs6::Options options;
  options.short_term = false;
  const double ours = after_two(Fsrs6(Fsrs6::defaults(), options), Grade::good, 0, Grade::again);
  CHECK(ours == 2.3065);
  CHECK(ours == Approx(said["rs"].get<double>()).epsilon(1e-6));
  CHECK(std::abs(ours - said["ts"].get<double>()) > 1);  // ts-fsrs takes it for a lapse
}

TEST_CASE("disagreement d: two relearning steps lower the ceiling of w17 and w18, as in ts-fsrs") {
  const Json said = disagreements()["two_relearning_steps"];
  Fsrs6::Options options;
  options.relearning_steps = 2;
  const auto steep = defaults_with({{17, 1.9}, {18, 1.9}});
  const Fsrs6 model(Fsrs6::clipped(steep, options));
  CHECK(after_two(model, Grade::good, 5, Grade::again) == Approx(said["ts"].get<double>()).epsilon(1e-6));
  CHECK(after_two(Fsrs6(steep), Grade::good, 5, Grade::again) == Approx(said["rs"].get<double>()).epsilon(1e-4));
}

TEST_CASE("disagreement e: the ceiling is never below 0.1, its floor stands before the root, as in fsrs-rs") {
  Fsrs6::Options options;
  options.relearning_steps = 2;
  // w11, w13 and w14 so high that the bracket is negative.
  const auto w = Fsrs6::clipped(defaults_with({{11, 5}, {13, 0.9}, {14, 4}, {17, 1.9}, {18, 1.9}}), options);
  CHECK(w[17] == Approx(0.1).epsilon(1e-12));
  CHECK(w[18] == Approx(0.1).epsilon(1e-12));
}

TEST_CASE("disagreement f: Hard on the same day never lowers stability, as in both packages of npm") {
  const Json said = disagreements()["hard_same_day"];
  const double ours = after_two(Fsrs6(), Grade::good, 0, Grade::hard);
  CHECK(ours == Approx(said["ts"].get<double>()).epsilon(1e-6));
  CHECK(ours == Approx(said["rs"].get<double>()).epsilon(1e-6));
}

TEST_CASE("disagreement g: the caller says how many days passed; less than one is the same day") {
  const Fsrs6 model;
  CHECK(after_two(model, Grade::good, 0.9, Grade::again) == after_two(model, Grade::good, 0, Grade::again));
  CHECK(after_two(model, Grade::good, 1, Grade::again) != after_two(model, Grade::good, 0, Grade::again));
}

TEST_CASE("disagreement h: nothing is rounded, neither states nor intervals") {
  const Fsrs6 model;
  const double ours = after_two(model, Grade::good, 3, Grade::good);
  CHECK(ours != std::round(ours * 1e8) / 1e8);
  const double interval = model.interval({ours, 5}, 0.8).count();
  CHECK(interval != std::round(interval));
}

TEST_CASE("disagreement i: stability ends at 36,500 days, as in both packages of npm") {
  const Fsrs6 model(defaults_with({{3, 100}, {8, 4.5}}));
  Fsrs6::State state = model.first(Grade::easy);
  for (int i = 1; i < 8; ++i) state = model.next(state, Days(i * 2000), Grade::easy);
  CHECK(state.stability == 36'500);
  CHECK(disagreements()["stability_ceiling"]["ts"].get<double>() == 36'500);
  CHECK(disagreements()["stability_ceiling"]["rs"].get<double>() == 36'500);
}

TEST_CASE("what SM-2 knew becomes a state, as in fsrs-rs") {
  const Json said = disagreements()["sm2"];
  const Fsrs6::State ours = Fsrs6().from_sm2(2.5, Days(10), 0.9);
  CHECK(ours.stability == Approx(said["rs"]["s"].get<double>()).epsilon(1e-5));
  CHECK(ours.difficulty == Approx(said["rs"]["d"].get<double>()).epsilon(1e-5));
}

TEST_CASE("vectors of FSRS-4.5 are carried over") {
  const std::vector<double> old{0.4,  0.6,  2.4,  5.8,  4.93, 0.94, 0.86, 0.01, 1.49,
                                0.14, 0.94, 2.18, 0.05, 0.34, 1.26, 0.29, 2.61};
  const auto w = Fsrs6::read(old);
  REQUIRE(w);
  CHECK((*w)[4] == Approx(4.93 + 2 * 0.94));
  CHECK((*w)[5] == Approx(std::log(3 * 0.94 + 1) / 3));
  CHECK((*w)[6] == Approx(1.36));
  CHECK((*w)[16] == 2.61);
  for (const std::size_t i : {17U, 18U, 19U}) CHECK((*w)[i] == 0);
  CHECK((*w)[20] == 0.5);
}

TEST_CASE("vectors that are none are refused with what was expected") {
  const std::vector<double> twenty(20, 1.0);
  const auto refused = Fsrs6::read(twenty);
  REQUIRE_FALSE(refused);
  CHECK(base::in_words(refused.error()) == "found 20 parameters, expected 21 (FSRS-6), 19 (FSRS-5) or 17 (FSRS-4.5)");
  std::vector<double> strange(21, 1.0);
  strange[7] = std::nan("");
  CHECK(base::in_words(Fsrs6::read(strange).error()) == "parameter 7 is not a finite number");
}

TEST_CASE("parameters outside of their ranges are brought in") {
  Fsrs6::Parameters wild{};
  wild.fill(1e6);
  for (std::size_t i = 0; i < Fsrs6::kSize; ++i) CHECK(Fsrs6::clipped(wild)[i] == Fsrs6::ranges()[i].most);
  wild.fill(-1e6);
  for (std::size_t i = 0; i < Fsrs6::kSize; ++i) CHECK(Fsrs6::clipped(wild)[i] == Fsrs6::ranges()[i].least);
  CHECK(Fsrs6::clipped(Fsrs6::defaults()) == Fsrs6::defaults());
}

TEST_CASE("FSRS-6 keeps its promises with any valid parameters") {
  CHECK(rc::check("recall falls, an interval reaches its retention, a lapse never lengthens, a success never shortens",
                  [](std::uint64_t seed) {
                    base::Random random(seed);
                    const Fsrs6 model(test::any_parameters<Fsrs6>(random));
                    const Fsrs6::State state = test::any_state(random, model);
                    const double days = test::spread(random, 1, 3000), retention = test::between(random, 0.7, 0.99);
                    RC_ASSERT(model.recall(state, Days(days)) < model.recall(state, Days(days / 2)));
                    RC_ASSERT(test::close(model.recall(state, model.interval(state, retention)), retention, 1e-12));
                    const Fsrs6::State lapsed = model.next(state, Days(days), Grade::again);
                    RC_ASSERT(lapsed.stability <= state.stability * (1 + 1e-15));
                    RC_ASSERT(lapsed.difficulty >= 1 && lapsed.difficulty <= 10);
                    for (const Grade grade : {Grade::hard, Grade::good, Grade::easy}) {
                      RC_ASSERT(model.next(state, Days(days), grade).stability >= state.stability);
                      RC_ASSERT(model.next(state, Days(0), grade).stability >= state.stability);
                    }
                  }));
}

}  // namespace fsrs6_test
