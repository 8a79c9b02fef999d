// What holds for every question and every response.

#include "grading/generate.h"
#include "grading/grade.h"

namespace {

bool equal(const grading::Verdict& a, const grading::Verdict& b) {
  return a.credit == b.credit && a.outcome == b.outcome && a.parts.size() == b.parts.size() && a.remark == b.remark &&
         a.remark_text == b.remark_text &&
         std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), [](const auto& x, const auto& y) {
           return x.outcome == y.outcome && x.because == y.because && x.expected == y.expected;
         });
}

}  // namespace

TEST_CASE("the right response earns full credit") {
  REQUIRE(rc::check([] {
    const course::Question question = *test::any_question();
    const grading::Response right = grading::right_response(question);
    RC_ASSERT(grading::is_complete(question, right));
    const grading::Verdict verdict = grading::grade(question, right);
    if (std::holds_alternative<course::Scale>(question.kind)) {
      RC_ASSERT(verdict.outcome == grading::Outcome::ungraded);
    } else {
      RC_ASSERT(verdict.credit == 1.0);
      RC_ASSERT(verdict.outcome == grading::Outcome::right);
    }
  }));
}

TEST_CASE("credit lies between 0 and 1 and agrees with the outcome") {
  REQUIRE(rc::check([] {
    const course::Question question = *test::any_question();
    const grading::Verdict verdict = grading::grade(question, *test::response_to(question), "fr");
    RC_ASSERT(verdict.credit >= 0 && verdict.credit <= 1);
    switch (verdict.outcome) {
      case grading::Outcome::right: RC_ASSERT(verdict.credit == 1); break;
      case grading::Outcome::partly: RC_ASSERT(verdict.credit > 0 && verdict.credit < 1); break;
      case grading::Outcome::wrong:
      case grading::Outcome::ungraded: RC_ASSERT(verdict.credit == 0); break;
    }
  }));
}

TEST_CASE("an empty response earns nothing and is not complete") {
  REQUIRE(rc::check([] {
    const course::Question question = *test::any_question();
    const grading::Response empty = grading::empty_response(question);
    RC_ASSERT(empty.index() == question.kind.index());
    RC_LOG() << course::kind_name(question.kind);
    RC_ASSERT(!grading::is_complete(question, empty));
    RC_ASSERT(grading::grade(question, empty).credit == 0);
  }));
}

TEST_CASE("grading is pure") {
  REQUIRE(rc::check([] {
    const course::Question question = *test::any_question();
    const grading::Response response = *test::response_to(question);
    RC_ASSERT(equal(grading::grade(question, response), grading::grade(question, response)));
  }));
}

TEST_CASE("a response survives JSON") {
  REQUIRE(rc::check([] {
    const course::Question question = *test::any_question();
    const grading::Response response = *test::response_to(question);
    const std::string json = grading::to_json(response);
    RC_ASSERT(json.find('\n') == std::string::npos);
    const auto back = grading::response_from_json(question, json);
    RC_ASSERT(back.has_value());
    // Typed bytes that are not UTF-8 are replaced once and then stay.
    RC_ASSERT(grading::to_json(*back) == json);
  }));
}

TEST_CASE("JSON of another kind is refused") {
  REQUIRE(rc::check([] {
    const course::Question question = *test::any_question();
    const course::Question other = *test::any_question();
    RC_PRE(question.kind.index() != other.kind.index());
    const std::string json = grading::to_json(*test::response_to(other));
    const bool both_typed =
        (std::holds_alternative<course::Number>(question.kind) ||
         std::holds_alternative<course::Answers>(question.kind)) &&
        (std::holds_alternative<course::Number>(other.kind) || std::holds_alternative<course::Answers>(other.kind));
    RC_ASSERT(grading::response_from_json(question, json).has_value() == both_typed);
  }));
}

TEST_CASE("mangled JSON is refused or read, never worse, and what is read can be graded") {
  REQUIRE(rc::check([] {
    const course::Question question = *test::any_question();
    std::string json = grading::to_json(*test::response_to(question));
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
      const std::size_t at = *rc::gen::inRange<std::size_t>(0, json.size());
      json[at] = *rc::gen::oneOf(rc::gen::element('0', '9', '-', '[', ']', '{', '}', '"', ',', 'e', '.'),
                                 rc::gen::arbitrary<char>());
    }
    if (const auto response = grading::response_from_json(question, json)) {
      const grading::Verdict verdict = grading::grade(question, *response);
      RC_ASSERT(verdict.credit >= 0 && verdict.credit <= 1);
    }
  }));
}

TEST_CASE("the order of picks does not count") {
  REQUIRE(rc::check([] {
    const course::Question question = *test::question_of_kind(0);
    grading::ChoicesResponse answer = std::get<grading::ChoicesResponse>(*test::response_to(question));
    const grading::Verdict verdict = grading::grade(question, answer);
    std::reverse(answer.picked.begin(), answer.picked.end());
    RC_ASSERT(equal(verdict, grading::grade(question, answer)));
  }));
}

TEST_CASE("case, accents and spaces around a typed answer do not count") {
  REQUIRE(rc::check([] {
    course::Question question = *test::question_of_kind(2);
    auto& kind = std::get<course::Answers>(question.kind);
    kind.exact_case = kind.exact_accents = false;
    std::string typed = *rc::gen::oneOf(test::word(), rc::gen::just(kind.accepted[0].text));
    const grading::Verdict verdict = grading::grade(question, grading::AnswersResponse{typed});
    for (char& c : typed) c = static_cast<char>(c - 'a' + 'A');
    RC_ASSERT(equal(verdict, grading::grade(question, grading::AnswersResponse{"  " + typed + "\t"})));
  }));
}

TEST_CASE("a better order never earns less") {
  REQUIRE(rc::check([] {
    const course::Question question = *test::question_of_kind(4);
    auto order = std::get<grading::OrderResponse>(*test::response_to(question)).order;
    RC_PRE(!order.empty());
    const double before = grading::grade(question, grading::OrderResponse{order}).credit;
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
      if (order[i] < order[i + 1]) continue;
      std::swap(order[i], order[i + 1]);
      RC_ASSERT(grading::grade(question, grading::OrderResponse{order}).credit >= before);
      return;
    }
    RC_ASSERT(before == 1);  // nothing to better
  }));
}

TEST_CASE("pairs with equal right sides are interchangeable") {
  REQUIRE(rc::check([] {
    course::Question question = *test::question_of_kind(5);
    auto& kind = std::get<course::Match>(question.kind);
    kind.pairs[0].right = kind.pairs[1].right = "the same";
    auto answer = std::get<grading::MatchResponse>(grading::right_response(question));
    std::swap(answer.rights[0], answer.rights[1]);
    RC_ASSERT(grading::grade(question, answer).credit == 1);
  }));
}

TEST_CASE("a prediction nearer to what was real never earns less") {
  REQUIRE(rc::check([] {
    const course::Question question = *test::question_of_kind(10);
    const auto& kind = std::get<course::Predict>(question.kind);
    auto answer = std::get<grading::PredictResponse>(*test::response_to(question));
    const std::vector<std::size_t> asked = kind.asked();
    const std::size_t i = *rc::gen::inRange<std::size_t>(0, asked.size());
    if (!answer.values[i]) answer.values[i] = *kind.chart.to;
    const double before = grading::grade(question, answer).credit;
    const double share = *rc::gen::inRange(0, 101) / 100.0, real = kind.real[asked[i]];
    answer.values[i] = real + (*answer.values[i] - real) * share;
    RC_ASSERT(grading::grade(question, answer).credit >= before - 1e-12);
  }));
}

TEST_CASE("a point more than there are places never earns more") {
  REQUIRE(rc::check([] {
    const course::Question question = *test::question_of_kind(11);
    const auto& kind = std::get<course::Spot>(question.kind);
    auto answer = std::get<grading::SpotResponse>(*test::response_to(question));
    const auto right = std::get<grading::SpotResponse>(grading::right_response(question));
    while (answer.points.size() < kind.places.size()) answer.points.push_back(right.points.back());
    const double before = grading::grade(question, answer).credit;
    answer.points.push_back(*rc::gen::elementOf(right.points));
    RC_ASSERT(grading::grade(question, answer).credit <= before);
  }));
}

TEST_CASE("a hand-made response that does not fit is graded without harm") {
  REQUIRE(rc::check([] {
    const auto indices = *rc::gen::arbitrary<std::vector<std::size_t>>();
    std::vector<std::optional<std::size_t>> places(indices.begin(), indices.end());
    const grading::Response odd[] = {grading::ChoicesResponse{indices},
                                     grading::NumberResponse{"1e999"},
                                     grading::AnswersResponse{std::string(100'000, 'a')},
                                     grading::BlanksResponse{{"a", "b"}},
                                     grading::OrderResponse{indices},
                                     grading::MatchResponse{places},
                                     grading::SortResponse{places},
                                     grading::ScaleResponse{12345},
                                     grading::OpenResponse{"", std::vector<bool>(indices.size())},
                                     grading::GoalResponse{{1e308, -1}},
                                     grading::PredictResponse{{1e308, std::nullopt, -1e308}},
                                     grading::SpotResponse{{{-1, 2}, {1e308, 0.5}, {0.5, 0.5}}}};
    const course::Question question = *test::any_question();
    const grading::Verdict verdict = grading::grade(question, odd[question.kind.index()]);
    RC_ASSERT(verdict.credit >= 0 && verdict.credit <= 1);
    static_cast<void>(grading::is_complete(question, odd[question.kind.index()]));
  }));
}

TEST_CASE("tries and hints take credit away, never below nothing") {
  CHECK(grading::credit_after(1, 1, 0) == 1);
  CHECK(grading::credit_after(1, 2, 0) == Approx(2.0 / 3));
  CHECK(grading::credit_after(1, 1, 2) == Approx(0.8));
  CHECK(grading::credit_after(0.5, 3, 0) == 0);
  CHECK(grading::credit_after(1, 4, 5) == 0);
  REQUIRE(rc::check([](unsigned thousandth, int attempt, int hints) {
    const double credit = (thousandth % 1001) / 1000.0;
    const double left = grading::credit_after(credit, attempt, hints);
    RC_ASSERT(left >= 0 && left <= credit);
  }));
}
