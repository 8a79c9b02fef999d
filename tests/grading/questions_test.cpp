// Each kind by example.

#include "grading/grade.h"
#include "support/test.h"

using grading::Outcome;
using grading::Remark;

namespace {

course::Question question(course::Kind kind) {
  course::Question made;
  made.kind = std::move(kind);
  return made;
}

course::Choice right(const char* text, const char* because = "") { return {true, text, because}; }
course::Choice wrong(const char* text, const char* because = "") { return {false, text, because}; }

course::TypedAnswer word(const char* text, double credit = 1, const char* because = "") {
  return {text, "", credit, because};
}
course::TypedAnswer pattern(const char* text, double credit = 1, const char* because = "") {
  return {"", text, credit, because};
}

course::Question typed(std::vector<course::TypedAnswer> accepted, std::vector<course::TypedAnswer> foreseen = {},
                       int slips = -1) {
  course::Answers kind;
  kind.accepted = std::move(accepted);
  kind.wrong = std::move(foreseen);
  kind.slips = slips;
  return question(kind);
}

course::Question picked(std::vector<course::Choice> choices) { return question(course::Choices{std::move(choices)}); }

course::Question sorted(course::Sort kind) { return question(std::move(kind)); }

double credit(const course::Question& asked, const grading::Response& response, std::string_view language = "en") {
  return grading::grade(asked, response, language).credit;
}

}  // namespace

TEST_CASE("choices: pick-one is all or nothing, and every choice has its reason") {
  const auto q = picked({right("Black", "air"), wrong("Green", "heat"), wrong("White")});
  CHECK(credit(q, grading::ChoicesResponse{{0}}) == 1);
  CHECK(credit(q, grading::ChoicesResponse{{0, 1}}) == 0);
  const auto verdict = grading::grade(q, grading::ChoicesResponse{{1}});
  CHECK(verdict.credit == 0);
  REQUIRE(verdict.parts.size() == 3);
  CHECK(verdict.parts[0].outcome == Outcome::ungraded);
  CHECK(verdict.parts[0].expected == "Black");
  CHECK(verdict.parts[1].outcome == Outcome::wrong);
  CHECK(verdict.parts[1].because == "heat");
  CHECK(verdict.parts[1].expected.empty());
}

TEST_CASE("choices: several earn the share of right picks less the share of wrong ones") {
  const auto q = picked({right("a"), right("b"), wrong("c"), wrong("d"), wrong("e"), wrong("f")});
  CHECK(credit(q, grading::ChoicesResponse{{0, 1}}) == 1);
  CHECK(credit(q, grading::ChoicesResponse{{0}}) == 0.5);
  CHECK(credit(q, grading::ChoicesResponse{{0, 1, 2}}) == 0.75);
  CHECK(credit(q, grading::ChoicesResponse{{0, 1, 2, 3, 4, 5}}) == 0);
  CHECK(credit(q, grading::ChoicesResponse{{2}}) == 0);
}

TEST_CASE("number: bounds are inclusive, also where binary fractions are not") {
  const auto q = question(course::Number{2.4, 2.4 - 0.1, 2.4 + 0.1, 2.0, 2.8, "jobs", 0, 1});
  for (const char* right : {"2.4", "2,4", "2.5", "2.3", " 2.40 ", "2.4 jobs", "2.4 Jobs"}) {
    CAPTURE(right);
    CHECK(credit(q, grading::NumberResponse{right}, "fr") == 1);
  }
  const auto close = grading::grade(q, grading::NumberResponse{"2.8"});
  CHECK(close.credit == 0.5);
  CHECK(close.remark == Remark::close);
  CHECK(credit(q, grading::NumberResponse{"2.9"}) == 0);
  CHECK(credit(q, grading::NumberResponse{""}) == 0);
}

TEST_CASE("number: a foreseen wrong one says why, also inside of the close band, and never takes away what is right") {
  course::Number kind;
  kind.is = 75;
  kind.low = 70;
  kind.high = 80;
  kind.close_low = 60;
  kind.close_high = 90;
  kind.wrong = {{65, 72, "Too early."}, {167, 167, "That is Fahrenheit."}, {160, 170, "Too hot."}};
  const course::Question asked = question(kind);
  const auto verdict = [&](const char* typed) { return grading::grade(asked, grading::NumberResponse{typed}); };
  CHECK(verdict("71").credit == 1);
  CHECK(verdict("71").parts[0].because.empty());
  CHECK(verdict("66").credit == 0);
  CHECK(verdict("66").parts[0].because == "Too early.");
  CHECK(verdict("62").credit == 0.5);
  CHECK(verdict("167").parts[0].because == "That is Fahrenheit.");
  CHECK(verdict("168").parts[0].because == "Too hot.");
  CHECK(verdict("12").parts[0].because.empty());
  CHECK(verdict("12").outcome == Outcome::wrong);
}

TEST_CASE("number: what cannot be read costs no try") {
  const auto q = question(course::Number{5, 5, 5, {}, {}, "MW", 0, 0});
  const auto words = grading::grade(q, grading::NumberResponse{"five"});
  CHECK(words.remark == Remark::not_a_number);
  CHECK_FALSE(grading::costs_a_try(words));
  const auto unit = grading::grade(q, grading::NumberResponse{"5 mW"});
  CHECK(unit.remark == Remark::wrong_unit);
  CHECK(unit.remark_text == "MW");
  CHECK_FALSE(grading::costs_a_try(unit));
  CHECK(grading::costs_a_try(grading::grade(q, grading::NumberResponse{"6"})));
  CHECK(credit(q, grading::NumberResponse{"5 MW"}) == 1);
}

TEST_CASE("number: a unit nobody asked for may change the value") {
  const auto q = question(course::Number{12, 12, 12, {}, {}, "", 0, 0});
  CHECK(grading::grade(q, grading::NumberResponse{"12 thousand"}).remark == Remark::wrong_unit);
  CHECK(grading::grade(q, grading::NumberResponse{"12 %"}).remark == Remark::wrong_unit);
  CHECK(credit(question(course::Number{12000, 12000, 12000, {}, {}, "", 0, 0}),
               grading::NumberResponse{"12 thousand"}) == 1);
}

TEST_CASE("number: any unit will do that converts") {
  const auto road = question(course::Number{5, 4.9, 5.1, 4.5, 5.5, "km", 0, 0});
  for (const char* right : {"5", "5 km", "5000 m", "5 000 metres", "5,000m", "3.1 miles", "4.95e3 m", "５ ＫＭ"}) {
    CAPTURE(right);
    CHECK(credit(road, grading::NumberResponse{right}) == 1);
  }
  CHECK(grading::grade(road, grading::NumberResponse{"5400 m"}).remark == Remark::close);
  const auto far = grading::grade(road, grading::NumberResponse{"6000 m"});
  CHECK(far.outcome == Outcome::wrong);
  CHECK(grading::costs_a_try(far));
  CHECK(grading::grade(road, grading::NumberResponse{"5 h"}).remark == Remark::wrong_unit);
  CHECK(grading::grade(road, grading::NumberResponse{"5 m"}).remark == Remark::wrong_unit);
  CHECK(credit(question(course::Number{1.5, 1.5, 1.5, {}, {}, "Go", 0, 1}), grading::NumberResponse{"1 500 Mo"},
               "fr") == 1);
  CHECK(credit(question(course::Number{75, 70, 80, {}, {}, "°C", 0, 0}), grading::NumberResponse{"170 °F"}) == 1);
  CHECK(credit(question(course::Number{46, 46, 46, {}, {}, "%", 0, 0}), grading::NumberResponse{"46 pour cent"},
               "fr") == 1);
  CHECK(grading::grade(question(course::Number{5, 5, 5, {}, {}, "€", 0, 0}), grading::NumberResponse{"$5"}).remark ==
        Remark::wrong_unit);
  const auto figures = question(course::Number{1.2, 1.15, 1.25, {}, {}, "km", 2, 1});
  CHECK(credit(figures, grading::NumberResponse{"1200 m"}) == 1);
  CHECK(grading::grade(figures, grading::NumberResponse{"1200.0 m"}).remark == Remark::too_many_figures);
}

TEST_CASE("number: fractions and powers of ten") {
  const auto q = question(course::Number{0.75, 0.75, 0.75, {}, {}, "", 0, 2});
  for (const char* right : {"3/4", "¾", "0.75", ".75", "7.5 × 10^-1", "75e-2"}) {
    CAPTURE(right);
    CHECK(credit(q, grading::NumberResponse{right}) == 1);
  }
}

TEST_CASE("answers and gaps: a number is the same however it is written") {
  const auto q = typed({word("1 200"), word("2,5 km")});
  CHECK(credit(q, grading::AnswersResponse{"1200"}, "fr") == 1);
  CHECK(grading::grade(q, grading::AnswersResponse{"1.2e3"}, "fr").remark == Remark::none);
  CHECK(credit(q, grading::AnswersResponse{"2.5 km"}, "fr") == 1);
  CHECK(credit(q, grading::AnswersResponse{"2.5 m"}, "fr") == 0);
  CHECK(credit(q, grading::AnswersResponse{"1201"}, "fr") == 0);
  CHECK(credit(typed({word("007")}), grading::AnswersResponse{"7"}) == 0);
  course::Blanks kind;
  kind.parts = {"", "."};
  kind.gaps = {{{"1,200.5"}, {}}};
  CHECK(credit(question(kind), grading::BlanksResponse{{"1200.50"}}) == 1);
}

TEST_CASE("answers: letters of other scripts are held apart and typed in any width") {
  CHECK(credit(typed({word("が")}), grading::AnswersResponse{"か"}) == 0);
  CHECK(credit(typed({word("ガス")}), grading::AnswersResponse{"ｶﾞｽ"}) == 1);
  CHECK(credit(typed({word("한국")}), grading::AnswersResponse{"\u1112\u1161\u11ab\u1100\u116e\u11a8"}) == 1);
  CHECK(credit(typed({word("l’œuf")}), grading::AnswersResponse{"L'OEUF"}) == 1);
  CHECK(credit(typed({word("«dur»")}), grading::AnswersResponse{"\"dur\""}) == 1);
  CHECK(credit(typed({word("naïve")}), grading::AnswersResponse{"nai\u0308ve"}) == 1);
}

TEST_CASE("number: significant figures") {
  const auto q = question(course::Number{1200, 1150, 1250, {}, {}, "", 2, 0});
  CHECK(credit(q, grading::NumberResponse{"1200"}) == 1);
  CHECK(credit(q, grading::NumberResponse{"1.2e3"}) == 1);
  const auto many = grading::grade(q, grading::NumberResponse{"1210"});
  CHECK(many.remark == Remark::too_many_figures);
  CHECK(many.credit == 0.5);
  CHECK(grading::grade(q, grading::NumberResponse{"1200.0"}).remark == Remark::too_many_figures);
  const auto half = question(course::Number{0.5, 0.45, 0.55, {}, {}, "", 2, 1});
  CHECK(grading::grade(half, grading::NumberResponse{"0.5"}).remark == Remark::too_few_figures);
  CHECK(credit(half, grading::NumberResponse{"0.50"}) == 1);
  CHECK(grading::right_response(half) == grading::Response(grading::NumberResponse{"0.50"}));
  CHECK(grading::grade(half, grading::NumberResponse{"0,50"}, "fr").parts.at(0).expected == "0,50");
}

TEST_CASE("number: the answer is shown as one writes it") {
  const auto share = question(course::Number{46, 46, 46, {}, {}, "%", 0, 0});
  CHECK(grading::grade(share, grading::NumberResponse{"1"}, "en").parts.at(0).expected == "46%");
  CHECK(grading::grade(share, grading::NumberResponse{"1"}, "fr").parts.at(0).expected == "46\u00A0%");
  CHECK(grading::right_response(question(course::Number{1.0 / 3, 0.3, 0.4, {}, {}, "", 0, 2})) ==
        grading::Response(grading::NumberResponse{"0.33"}));
}

TEST_CASE("answers: case, accents, spaces and small slips are forgiven") {
  const auto q = typed({word("Corée du Sud", 1, "yes"), word("peninsula", 0.5, "half")});
  for (const char* right : {"corée du sud", "COREE DU SUD", "  Corée  du Sud ", "Ｃｏｒｅｅ du sud"}) {
    CAPTURE(right);
    CHECK(credit(q, grading::AnswersResponse{right}) == 1);
    CHECK(grading::grade(q, grading::AnswersResponse{right}).remark == Remark::none);
  }
  const auto slip = grading::grade(q, grading::AnswersResponse{"Coree de Sud"});
  CHECK(slip.credit == 1);
  CHECK(slip.remark == Remark::slip_forgiven);
  CHECK(slip.remark_text == "Corée du Sud");
  CHECK(slip.slips == 1);
  const auto partly = grading::grade(q, grading::AnswersResponse{"peninsula"});
  CHECK(partly.outcome == Outcome::partly);
  CHECK(partly.parts.at(0).because == "half");
  CHECK(partly.parts.at(0).expected == "Corée du Sud");
  CHECK(credit(q, grading::AnswersResponse{""}) == 0);
  CHECK(credit(q, grading::AnswersResponse{"North Korea"}) == 0);
}

TEST_CASE("answers: slips stop where they would change the meaning") {
  CHECK(credit(typed({word("increase")}), grading::AnswersResponse{"decrease"}) == 0);
  CHECK(credit(typed({word("year 1995")}), grading::AnswersResponse{"year 1996"}) == 0);
  CHECK(credit(typed({word("cat")}), grading::AnswersResponse{"car"}) == 0);
  const auto none = typed({word("oxidation")}, {}, 0);
  CHECK(credit(none, grading::AnswersResponse{"oxydation"}) == 0);
  CHECK(credit(typed({word("oxidation")}), grading::AnswersResponse{"oxydation"}) == 1);
}

TEST_CASE("answers: a foreseen mistake is no slip, and says why") {
  const auto q = typed({word("effective")}, {word("effectual", 0, "another word")}, 3);
  CHECK(credit(q, grading::AnswersResponse{"efective"}) == 1);
  const auto wrong = grading::grade(q, grading::AnswersResponse{"effectual"});
  CHECK(wrong.credit == 0);
  CHECK(wrong.parts.at(0).because == "another word");
  CHECK(grading::grade(q, grading::AnswersResponse{"efectual"}).parts.at(0).because == "another word");
}

TEST_CASE("answers: case and accents count where the author says so") {
  auto q = typed({word("Électrum")});
  auto& kind = std::get<course::Answers>(q.kind);
  kind.exact_case = kind.exact_accents = true;
  CHECK(credit(q, grading::AnswersResponse{"Électrum"}) == 1);
  CHECK(credit(q, grading::AnswersResponse{"électrum"}) == 0);
  CHECK(credit(q, grading::AnswersResponse{"Electrum"}) == 0);
  CHECK(credit(q, grading::AnswersResponse{"ÉlectRum"}) == 0);
  CHECK(credit(q, grading::AnswersResponse{"Électum"}) == 1);  // a letter dropped is a slip all the same
}

TEST_CASE("answers: patterns match the whole answer") {
  const auto q =
      typed({pattern("(south )?kor[eé]a"), pattern("\\d{4}", 0.5)}, {pattern("north.*", 0, "the other one")});
  CHECK(credit(q, grading::AnswersResponse{"South Korea"}) == 1);
  CHECK(credit(q, grading::AnswersResponse{"Koréa"}) == 1);
  CHECK(credit(q, grading::AnswersResponse{"in Korea"}) == 0);
  CHECK(credit(q, grading::AnswersResponse{"1948"}) == 0.5);
  CHECK(grading::grade(q, grading::AnswersResponse{"North Korea"}).parts.at(0).because == "the other one");
}

TEST_CASE("answers: of patterns alone the author's example is shown as right") {
  auto q = typed({pattern("(south )?kor[eé]a")}, {});
  CHECK(grading::grade(q, grading::AnswersResponse{"Japan"}).parts.at(0).expected == "");
  std::get<course::Answers>(q.kind).example = "South Korea";
  CHECK(grading::grade(q, grading::AnswersResponse{"Japan"}).parts.at(0).expected == "South Korea");
  CHECK(std::get<grading::AnswersResponse>(grading::right_response(q)).typed == "South Korea");
}

TEST_CASE("answers: patterns from a stranger stay within bounds") {
  CHECK(credit(typed({pattern("((a{100}){100}){100}")}), grading::AnswersResponse{std::string(500, 'a')}) == 0);
  CHECK(credit(typed({pattern("(unclosed")}), grading::AnswersResponse{"unclosed"}) == 0);
  CHECK(credit(typed({pattern("(a|aa)+b?")}), grading::AnswersResponse{std::string(900, 'a') + "c"}) == 0);
}

TEST_CASE("blanks: typed gaps forgive, picked gaps do not need to") {
  course::Blanks kind;
  kind.parts = {"", " stops oxidation, so green tea is heated ", "."};
  kind.gaps = {{{"Heat", "warmth"}, {}}, {{"early"}, {"early", "late", "never"}}};
  const auto q = question(kind);
  CHECK(credit(q, grading::BlanksResponse{{"heat", "early"}}) == 1);
  CHECK(credit(q, grading::BlanksResponse{{"Warmth", "late"}}) == 0.5);
  const auto slip = grading::grade(q, grading::BlanksResponse{{"warmht", ""}});
  CHECK(slip.credit == 0.5);
  CHECK(slip.remark == Remark::slip_forgiven);
  CHECK(slip.remark_text == "warmth");
  CHECK(slip.slips == 1);
  CHECK(slip.parts.at(0).expected == "Heat");
  CHECK(slip.parts.at(1).outcome == Outcome::wrong);
}

TEST_CASE("order: pairs in the right order less pairs in the wrong order") {
  const auto q = question(course::Order{{"a", "b", "c", "d"}});
  CHECK(credit(q, grading::OrderResponse{{0, 1, 2, 3}}) == 1);
  CHECK(credit(q, grading::OrderResponse{{1, 0, 2, 3}}) == Approx(4.0 / 6));
  CHECK(credit(q, grading::OrderResponse{{3, 2, 1, 0}}) == 0);
  CHECK(credit(q, grading::OrderResponse{{3, 0, 1, 2}}) == 0);
  const auto verdict = grading::grade(q, grading::OrderResponse{{1, 0, 2, 3}});
  CHECK(verdict.parts.at(0).outcome == Outcome::wrong);
  CHECK(verdict.parts.at(0).expected == "a");
  CHECK(verdict.parts.at(2).outcome == Outcome::right);
}

TEST_CASE("order: items that read the same are interchangeable") {
  const auto q = question(course::Order{{"do", "re", "do"}});
  CHECK(credit(q, grading::OrderResponse{{2, 1, 0}}) == 1);
}

TEST_CASE("match and sort: by pair, by card") {
  const auto match =
      question(course::Match{{{"Sencha", "Japan"}, {"Assam", "India"}, {"Darjeeling", "India"}}, {"Brazil"}});
  CHECK(credit(match, grading::MatchResponse{{0, 1, 1}}) == 1);
  CHECK(credit(match, grading::MatchResponse{{0, 2, std::nullopt}}) == Approx(1.0 / 3));
  CHECK_FALSE(grading::is_complete(match, grading::MatchResponse{{0, 2, std::nullopt}}));
  const auto sort = sorted({{"tea", "other"}, {{"Sencha", 0}, {"Rooibos", 1}}});
  const auto verdict = grading::grade(sort, grading::SortResponse{{1, 1}});
  CHECK(verdict.credit == 0.5);
  CHECK(verdict.parts.at(0).expected == "tea");
}

TEST_CASE("open: graded by one's own marking") {
  const auto q = question(course::Open{{"names tannins", "says they dissolve"}, "", 0});
  CHECK(grading::grade(q, grading::OpenResponse{"heat", {}}).outcome == Outcome::ungraded);
  const auto verdict = grading::grade(q, grading::OpenResponse{"heat", {true, false}});
  CHECK(verdict.credit == 0.5);
  CHECK(verdict.parts.at(1).expected == "says they dissolve");
}

TEST_CASE("JSON is what the log and the phones were told it is") {
  CHECK(grading::to_json(grading::ChoicesResponse{{0}}) == R"({"picked":[0]})");
  CHECK(grading::to_json(grading::AnswersResponse{"a\nb"}) == R"({"typed":"a\nb"})");
  CHECK(grading::to_json(grading::MatchResponse{{1, std::nullopt}}) == R"({"rights":[1,null]})");
  CHECK(grading::to_json(grading::ScaleResponse{3}) == R"({"step":3})");
  CHECK(grading::to_json(grading::OpenResponse{"x", {true}}) == R"({"met":[true],"written":"x"})");
}

TEST_CASE("foreign JSON that does not fit is refused") {
  const auto one = picked({right("a"), wrong("b")});
  for (const char* json : {"", "[]", "null", "{}", R"({"picked":0})", R"({"picked":[2]})", R"({"picked":[-1]})",
                           R"({"picked":[0,1]})", R"({"picked":[0.0]})", R"({"picked":["0"]})",
                           R"({"picked":[18446744073709551616]})", "{\"picked\":[0]", "\xff\xfe"}) {
    CAPTURE(json);
    CHECK_FALSE(grading::response_from_json(one, json));
  }
  CHECK(grading::response_from_json(one, R"({"picked":[1],"later":"versions may add"})"));
  CHECK_FALSE(grading::response_from_json(one, std::string(200'000, '[')));
  CHECK_FALSE(grading::response_from_json(one, R"({"picked":[0],"pad":")" + std::string(2 << 20, 'x') + "\"}"));
  const auto order = question(course::Order{{"a", "b", "c"}});
  CHECK_FALSE(grading::response_from_json(order, R"({"order":[0,1]})"));
  CHECK_FALSE(grading::response_from_json(order, R"({"order":[0,1,1]})"));
  const auto scale = question(course::Scale{1, 5, "", ""});
  CHECK_FALSE(grading::response_from_json(scale, R"({"step":18446744073709551615})"));
  CHECK_FALSE(grading::response_from_json(scale, R"({"step":6})"));
  CHECK(grading::response_from_json(scale, R"({"step":5})"));
}

TEST_CASE("predict: all within, nothing beyond, evenly between; the mean over what is asked") {
  course::Predict kind;
  kind.chart.table = {{"year", "cups"}, {{"2000", "2"}, {"2001", "4"}, {"2002", ""}, {"2003", "8"}}};
  kind.chart.y = {1};
  kind.chart.unit = "cups";
  kind.chart.from = 0;
  kind.chart.to = 20;
  for (std::size_t row = 0; row < 4; ++row) kind.real.push_back(kind.chart.table.number(row, 1));
  kind.given = {true, false, false, false};
  kind.within = 1;
  kind.none = 5;
  const auto q = question(kind);
  using Values = grading::PredictResponse;
  CHECK(credit(q, Values{{4.0, 8.0}}) == 1);
  CHECK(credit(q, Values{{5.0, 7.0}}) == 1);
  CHECK(credit(q, Values{{7.0, 8.0}}) == Approx(0.75));  // 3 off is half way from 1 to 5
  CHECK(credit(q, Values{{9.0, 8.0}}) == 0.5);
  CHECK(credit(q, Values{{std::nullopt, 8.0}}) == 0.5);
  const auto verdict = grading::grade(q, Values{{7.0, 100.0}}, "fr");
  REQUIRE(verdict.parts.size() == 2);
  CHECK(verdict.parts[0].outcome == Outcome::partly);
  CHECK(verdict.parts[1].outcome == Outcome::wrong);
  CHECK(verdict.parts[1].expected == "2003: 8\u00a0cups");
  CHECK_FALSE(grading::is_complete(q, Values{{std::nullopt, 8.0}}));
  CHECK(grading::to_json(Values{{2.5, std::nullopt}}) == R"({"values":[2.5,null]})");
  for (const char* json :
       {R"({"values":[1]})", R"({"values":[1,2,3]})", R"({"values":[1,"2"]})", R"({"values":[1,true]})"}) {
    CAPTURE(json);
    CHECK_FALSE(grading::response_from_json(q, json).has_value());
  }
}

TEST_CASE("spot: places found, less what is pointed at beyond their number") {
  course::Spot kind;
  kind.picture = "/garden.svg";
  kind.places.resize(2);
  kind.places[0] = {false, 0.2, 0.2, 0.1, 0.05, 0, {}, "Bush", "It is green."};
  kind.places[1] = {true, 0.5, 0.5, 0.2, 0.2, 0, {}, "House", ""};
  kind.wrong.resize(1);
  kind.wrong[0] = {false, 0.8, 0.1, 0.1, 0.1, 0, {}, "", "That is the sun."};
  const auto q = question(kind);
  using Points = grading::SpotResponse;
  CHECK(credit(q, Points{{{0.2, 0.2}, {0.6, 0.6}}}) == 1);
  CHECK(credit(q, Points{{{0.6, 0.6}, {0.29, 0.2}}}) == 1);
  CHECK(credit(q, Points{{{0.2, 0.26}, {0.6, 0.6}}}) == 0.5);   // the ellipse is flat
  CHECK(credit(q, Points{{{0.6, 0.6}, {0.55, 0.55}}}) == 0.5);  // twice the same
  CHECK(credit(q, Points{{{0.2, 0.2}, {0.6, 0.6}, {0.9, 0.9}}}) == 0.5);
  CHECK(credit(q, Points{{{0.2, 0.2}, {0.1, 0.9}, {0.9, 0.9}, {0.9, 0.8}}}) == 0);
  const auto verdict = grading::grade(q, Points{{{0.2, 0.2}, {0.8, 0.1}}});
  REQUIRE(verdict.parts.size() == 4);
  CHECK(verdict.parts[0].outcome == Outcome::right);
  CHECK(verdict.parts[0].because == "It is green.");
  CHECK(verdict.parts[1].outcome == Outcome::wrong);
  CHECK(verdict.parts[1].expected == "House");
  CHECK(verdict.parts[3].because == "That is the sun.");
  CHECK(grading::to_json(Points{{{0.25, 0.5}}}) == R"({"points":[[0.25,0.5]]})");
  for (const char* json :
       {R"({"points":[[1.5,0]]})", R"({"points":[[0.5]]})", R"({"points":[0.5,0.5]})", R"({"points":7})"}) {
    CAPTURE(json);
    CHECK_FALSE(grading::response_from_json(q, json).has_value());
  }
}

TEST_CASE("spot on a chart: points are rows and series") {
  course::Spot kind;
  kind.chart.emplace();
  kind.chart->table = {{"x", "a", "b"}, {{"1", "2", "3"}, {"2", "3", ""}}};
  kind.chart->y = {1, 2};
  kind.places.resize(1);
  kind.places[0].row = 1;
  const auto q = question(kind);
  CHECK(credit(q, grading::SpotResponse{{{1, 0}}}) == 1);
  CHECK(credit(q, grading::SpotResponse{{{0, 0}}}) == 0);
  CHECK(grading::right_response(q) == grading::Response(grading::SpotResponse{{{1, 0}}}));
  CHECK(grading::response_from_json(q, R"({"points":[[0,1]]})").has_value());
  for (const char* json :
       {R"({"points":[[1,1]]})", R"({"points":[[2,0]]})", R"({"points":[[0,0.5]]})", R"({"points":[[0,2]]})"}) {
    CAPTURE(json);
    CHECK_FALSE(grading::response_from_json(q, json).has_value());
  }
}
