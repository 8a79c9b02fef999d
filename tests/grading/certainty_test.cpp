#include "grading/certainty.h"

#include <limits>

#include "grading/generate.h"
#include "support/test.h"

using namespace grading;

TEST_CASE("certainty marks: right 1, 2, 3; wrong 0, −2, −6; nothing unsaid") {
  CHECK(certainty_marks(Certainty::guess, 1) == 1);
  CHECK(certainty_marks(Certainty::fairly, 1) == 2);
  CHECK(certainty_marks(Certainty::certain, 1) == 3);
  CHECK(certainty_marks(Certainty::guess, 0) == 0);
  CHECK(certainty_marks(Certainty::fairly, 0) == -2);
  CHECK(certainty_marks(Certainty::certain, 0) == -6);
  CHECK(certainty_marks(Certainty::unsaid, 0) == 0);
  CHECK(certainty_marks(Certainty::unsaid, 1) == 0);
}

TEST_CASE("certainty marks reward saying what is true") {
  const auto expected = [](Certainty said, double chance) {
    return chance * certainty_marks(said, 1) + (1 - chance) * certainty_marks(said, 0);
  };
  for (int percent = 0; percent <= 100; ++percent) {
    const double chance = percent / 100.0;
    const Certainty best = percent <= 66 ? Certainty::guess : percent <= 80 ? Certainty::fairly : Certainty::certain;
    for (const Certainty other : {Certainty::guess, Certainty::fairly, Certainty::certain}) {
      CAPTURE(percent, static_cast<int>(other));
      CHECK(expected(best, chance) >= expected(other, chance) - 1e-9);
    }
  }
}

TEST_CASE("certainty marks of a partly right answer lie between, and rise with credit") {
  CHECK(certainty_marks(Certainty::certain, 0.5) == Approx(-1.5));
  CHECK(certainty_marks(Certainty::guess, std::numeric_limits<double>::quiet_NaN()) == 0);
  REQUIRE(rc::check([](unsigned a, unsigned b, unsigned said) {
    const auto certainty = static_cast<Certainty>(said % 4);
    const double low = (a % 1400) / 1000.0 - 0.2, high = low + (b % 500) / 1000.0;
    const double marks = certainty_marks(certainty, low);
    RC_ASSERT(marks >= least_marks && marks <= most_marks);
    RC_ASSERT(certainty_marks(certainty, high) >= marks);
  }));
}

TEST_CASE("how sure one is is asked where the program marks") {
  REQUIRE(rc::check([] {
    course::Question question = *test::any_question();
    question.sure = false;
    RC_ASSERT(!asks_certainty(question));
    question.sure = true;
    const bool own =
        std::holds_alternative<course::Scale>(question.kind) || std::holds_alternative<course::Open>(question.kind);
    RC_ASSERT(asks_certainty(question) == !own);
  }));
}
