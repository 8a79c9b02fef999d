#include "grading/generate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "explorable/model.h"

namespace test {
namespace {

int between(int low, int high) { return *rc::gen::inRange(low, high + 1); }
std::size_t below(std::size_t bound) { return *rc::gen::inRange<std::size_t>(0, bound); }

std::vector<std::string> words(int low, int high) {
  std::vector<std::string> all;
  for (int i = between(low, high); i > 0; --i) all.push_back(*word());
  return all;
}

/// Words that are all different, also when slips are forgiven: each is long enough and starts with its own letter.
std::vector<std::string> distinct_words(int low, int high) {
  std::vector<std::string> all = words(low, high);
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = std::string(1, static_cast<char>('a' + i % 26)) + all[i];
  return all;
}

course::Kind choices() {
  course::Choices kind;
  for (const std::string& text : words(2, 26)) kind.choices.push_back({*rc::gen::arbitrary<bool>(), text, *word()});
  kind.choices[below(kind.choices.size())].right = true;
  return kind;
}

course::Kind number() {
  course::Number kind;
  const int decimals = between(0, 4);
  kind.is = between(-1'000'000, 1'000'000) / std::pow(10.0, decimals);
  const double room = between(0, 100) / 10.0;
  kind.low = kind.is - room;
  kind.high = kind.is + room;
  if (*rc::gen::arbitrary<bool>()) {
    kind.close_low = kind.low - 1;
    kind.close_high = kind.high + 1;
  }
  if (*rc::gen::arbitrary<bool>()) kind.unit = "jobs";
  kind.decimals = decimals;
  return kind;
}

course::Kind answers() {
  course::Answers kind;
  for (const std::string& text : distinct_words(1, 4))
    kind.accepted.push_back({text, {}, between(0, 4) / 4.0, *word()});
  kind.accepted.front().credit = 1;
  for (const std::string& text : distinct_words(0, 3)) kind.wrong.push_back({"z" + text, {}, 0, *word()});
  if (*rc::gen::arbitrary<bool>()) kind.accepted.push_back({{}, "q[a-z]+", 0.5, {}});
  kind.exact_case = *rc::gen::arbitrary<bool>();
  kind.exact_accents = *rc::gen::arbitrary<bool>();
  kind.slips = between(-1, 3);
  return kind;
}

course::Kind blanks() {
  course::Blanks kind;
  kind.parts.push_back(*word());
  for (int i = between(1, 6); i > 0; --i) {
    course::Gap gap;
    gap.accepted = distinct_words(1, 3);
    if (*rc::gen::arbitrary<bool>()) {
      gap.options = distinct_words(2, 4);
      gap.accepted = {gap.options.front()};
    }
    kind.gaps.push_back(gap);
    kind.parts.push_back(*word());
  }
  return kind;
}

course::Kind order() { return course::Order{distinct_words(2, 12)}; }

course::Kind match() {
  course::Match kind;
  for (const std::string& left : distinct_words(2, 12)) {
    kind.pairs.push_back({left, std::string(1, static_cast<char>('a' + between(0, 5)))});
  }
  kind.extra = words(0, 3);
  return kind;
}

course::Kind sort() {
  course::Sort kind;
  kind.bins = distinct_words(2, 6);
  for (const std::string& text : distinct_words(2, 24)) kind.cards.push_back({text, below(kind.bins.size())});
  return kind;
}

course::Kind scale() {
  const int from = between(-3, 3);
  return course::Scale{from, from + between(1, 10), *word(), *word()};
}

/// One or two sliders whose sum is to reach a level that lies within them, and not close to where they stand at the start.
course::Kind goal() {
  auto model = std::make_shared<explorable::Model>();
  std::string sum = "0";
  double most = 0;
  for (int i = between(1, 2); i > 0; --i) {
    explorable::Input input;
    input.name = "x" + std::to_string(i);
    input.from = 0, input.to = between(2, 50), input.start = 0, input.step = 1, input.decimals = 0;
    most += input.to;
    sum += " + " + input.name;
    model->symbols.add_number(input.name);
    model->inputs.push_back(input);
  }
  model->slots = model->inputs.size();
  const std::string level = std::to_string(between(2, static_cast<int>(most)));
  explorable::Aim aim{*expression::compile(sum + " >= " + level, model->symbols), std::nullopt, {}};
  if (*rc::gen::arbitrary<bool>()) aim.close = *expression::compile(sum + " >= " + level + " - 1", model->symbols);
  course::Goal kind;
  kind.model = model;
  kind.aim = std::make_shared<const explorable::Aim>(std::move(aim));
  kind.because = *word();
  return kind;
}

course::Kind open() { return course::Open{words(1, 6), *rc::gen::arbitrary<bool>() ? *word() : "", between(0, 50)}; }

/// A table of a name and a number, some missing.
course::Table table(int rows) {
  course::Table made{{"name", "value"}, {}};
  for (int i = 0; i < rows; ++i) {
    const std::string value = between(0, 5) == 0 ? "" : std::to_string(between(-1000, 1000));
    made.cells.push_back({std::to_string(i), value});
  }
  made.cells.back()[1] = "12";  // one is always there
  return made;
}

course::Kind predict() {
  course::Predict kind;
  const int rows = between(1, 30);
  kind.shape = static_cast<course::Predict::Shape>(between(0, 1));
  kind.chart.table = table(rows);
  kind.chart.y = {1};
  kind.chart.labels = {"value"};
  kind.chart.from = -1000;
  kind.chart.to = 1000;
  for (std::size_t row = 0; row < kind.chart.table.cells.size(); ++row) {
    kind.real.push_back(kind.chart.table.number(row, 1));
    kind.given.push_back(between(0, 3) == 0);
  }
  kind.given.back() = false;
  kind.within = between(1, 100);
  kind.none = kind.within + between(1, 500);
  return kind;
}

course::Kind spot() {
  course::Spot kind;
  if (*rc::gen::arbitrary<bool>()) {
    kind.chart.emplace();
    kind.chart->table = table(between(1, 12));
    kind.chart->y = {1};
    for (std::size_t row = 0; row < kind.chart->table.cells.size(); ++row) {
      const bool asked = between(0, 2) == 0 || row + 1 == kind.chart->table.cells.size();
      if (!kind.reaches(static_cast<double>(row), 0) || !asked) continue;
      course::Place& place = kind.places.emplace_back();
      place.row = row;
      if (*rc::gen::arbitrary<bool>()) place.series = 0;
    }
    return kind;
  }
  kind.picture = "/map.svg";
  // One place in each column of the picture, so that none overlap.
  const int count = between(1, 20);
  for (int i = 0; i < count; ++i) {
    course::Place place;
    place.box = *rc::gen::arbitrary<bool>();
    place.w = place.h = 0.3 / count;
    place.x = (i + (place.box ? 0.2 : 0.5)) / count;
    place.y = between(0, 60) / 100.0;
    place.label = *word();
    kind.places.push_back(place);
  }
  course::Place wrong = kind.places.front();
  wrong.y = 0.99, wrong.h = 0.01;
  wrong.because = *word();
  kind.wrong.push_back(wrong);
  return kind;
}

std::vector<std::optional<std::size_t>> places(std::size_t count, std::size_t bound) {
  std::vector<std::optional<std::size_t>> all(count);
  for (auto& place : all) {
    if (between(0, 3) != 0) place = below(bound);
  }
  return all;
}

rc::Gen<std::string> number_text() {
  return rc::gen::map(rc::gen::arbitrary<int>(), [](int n) { return std::to_string(n); });
}

struct Answering {
  grading::Response operator()(const course::Choices& kind) const {
    grading::ChoicesResponse answer;
    for (std::size_t i = 0; i < kind.choices.size(); ++i) {
      if (kind.several() ? between(0, 1) == 1 : answer.picked.empty() && between(0, 2) == 0) answer.picked.push_back(i);
    }
    return answer;
  }
  grading::Response operator()(const course::Number&) const {
    return grading::NumberResponse{*rc::gen::oneOf(rc::gen::string<std::string>(), number_text())};
  }
  grading::Response operator()(const course::Answers& kind) const {
    return grading::AnswersResponse{
        *rc::gen::oneOf(rc::gen::string<std::string>(), word(), rc::gen::just(kind.accepted[0].text + "x"))};
  }
  grading::Response operator()(const course::Blanks& kind) const {
    grading::BlanksResponse answer;
    for (const course::Gap& gap : kind.gaps) {
      answer.gaps.push_back(*rc::gen::oneOf(rc::gen::string<std::string>(), word(), rc::gen::just(gap.accepted[0])));
    }
    return answer;
  }
  grading::Response operator()(const course::Order& kind) const {
    grading::OrderResponse answer;
    answer.order.resize(kind.items.size());
    std::iota(answer.order.begin(), answer.order.end(), std::size_t{0});
    for (std::size_t i = answer.order.size(); i > 1; --i) std::swap(answer.order[i - 1], answer.order[below(i)]);
    if (between(0, 9) == 0) answer.order.clear();
    return answer;
  }
  grading::Response operator()(const course::Match& kind) const {
    return grading::MatchResponse{places(kind.pairs.size(), kind.rights().size())};
  }
  grading::Response operator()(const course::Sort& kind) const {
    return grading::SortResponse{places(kind.cards.size(), kind.bins.size())};
  }
  grading::Response operator()(const course::Scale& kind) const {
    grading::ScaleResponse answer;
    if (between(0, 3) != 0) answer.step = between(kind.from, kind.to);
    return answer;
  }
  grading::Response operator()(const course::Open& kind) const {
    grading::OpenResponse answer{*rc::gen::string<std::string>(), {}};
    if (between(0, 3) != 0) {
      for (std::size_t i = 0; i < kind.rubric.size(); ++i) answer.met.push_back(between(0, 1) == 1);
    }
    return answer;
  }
  grading::Response operator()(const course::Goal& kind) const {
    grading::GoalResponse answer;
    for (const explorable::Input& input : kind.model->inputs)
      answer.inputs.push_back(between(0, static_cast<int>(input.to)));
    return answer;
  }
  grading::Response operator()(const course::Predict& kind) const {
    grading::PredictResponse answer;
    for (std::size_t i = kind.asked().size(); i > 0; --i) {
      answer.values.emplace_back();
      if (between(0, 3) != 0) answer.values.back() = between(-2000, 2000) / 2.0;
    }
    return answer;
  }
  grading::Response operator()(const course::Spot& kind) const {
    grading::SpotResponse answer;
    for (int i = between(0, 8); i > 0; --i) {
      grading::Point point{between(0, 100) / 100.0, between(0, 100) / 100.0};
      if (kind.chart) point = {static_cast<double>(below(kind.chart->table.cells.size())), 0};
      if (kind.reaches(point.x, point.y)) answer.points.push_back(point);
    }
    return answer;
  }
};

}  // namespace

rc::Gen<std::string> word() {
  return rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', static_cast<char>('z' + 1))));
}

rc::Gen<course::Question> question_of_kind(std::size_t index) {
  return rc::gen::exec([index] {
    constexpr course::Kind (*makers[])() = {choices, number, answers, blanks, order,   match,
                                            sort,    scale,  open,    goal,   predict, spot};
    static_assert(std::size(makers) == std::variant_size_v<course::Kind>);
    course::Question question;
    question.id = course::QuestionId("q" + *word());
    question.ask = *word();
    question.points = between(1, 5);
    question.kind = makers[index]();
    return question;
  });
}

rc::Gen<course::Question> any_question() {
  return rc::gen::mapcat(rc::gen::inRange<std::size_t>(0, std::variant_size_v<course::Kind>),
                         [](std::size_t index) { return question_of_kind(index); });
}

rc::Gen<grading::Response> response_to(const course::Question& question) {
  return rc::gen::exec([question] { return std::visit(Answering{}, question.kind); });
}

}  // namespace test
