#include "explorable/situation.h"

#include <cmath>

#include "explorable/drawing.h"
#include "support/test.h"

using namespace explorable;

namespace {

Program formula(const Model& model, const std::string& text) {
  auto program = expression::compile(text, model.symbols);
  if (!program) FAIL(text + ": " + base::in_words(program.error().message));
  return *program;
}

/// One slider `k`, and a state `f` that falls or grows by it: f' = k f, or f becomes f + k f dt.
Model growth(bool rates, double dt = 0.1) {
  Model model;
  Input input;
  input.name = "k";
  input.from = -2, input.to = 2, input.start = 1, input.step = 0.1;
  model.symbols.add_number("k");
  model.inputs.push_back(input);
  Simulation s;
  s.rates = rates;
  s.from = 0, s.to = 2, s.dt = dt;
  const std::size_t f = model.symbols.add_number("f"), series = model.symbols.add_series("f");
  s.time_slot = model.symbols.add_number("t");
  s.dt_slot = model.symbols.add_number("dt");
  s.time_name = "t";
  s.states.push_back({f, series, formula(model, "1"), formula(model, rates ? "k * f" : "f + k * f * dt")});
  model.simulation = s;
  model.slots = model.symbols.numbers();
  return model;
}

}  // namespace

TEST_CASE("Runge and Kutta follow what is known exactly") {
  const Model model = growth(true);
  Situation situation(model, {{1}, std::nullopt, {}});
  CHECK(situation.points() == 21);
  CHECK(situation.number(formula(model, "last(f)")) == Approx(std::exp(2)).epsilon(1e-5));
  CHECK(situation.number(formula(model, "at(f, 1)")) == Approx(std::exp(1)).epsilon(1e-5));
  CHECK(situation.number(formula(model, "reached(f, e)")) == Approx(1).epsilon(1e-3));
  CHECK(situation.number(formula(model, "f")) == Approx(std::exp(2)).epsilon(1e-5));
  CHECK(situation.number(formula(model, "t")) == 2);
  Situation half(model, {{1}, 1.0, {}});
  CHECK(half.number(formula(model, "f")) == Approx(std::exp(1)).epsilon(1e-5));
  CHECK(half.time() == 1);
}

TEST_CASE("the error of Runge and Kutta falls with the fourth power of the step") {
  const auto error = [](double dt) {
    const Model model = growth(true, dt);
    Situation situation(model, {{1}, std::nullopt, {}});
    return std::fabs(situation.number(formula(model, "last(f)")) - std::exp(2));
  };
  const double ratio = error(0.2) / error(0.1);
  CHECK(ratio > 12);
  CHECK(ratio < 20);
}

TEST_CASE("a step rule is taken as it stands") {
  const Model model = growth(false);
  Situation situation(model, {{1}, std::nullopt, {}});
  CHECK(situation.number(formula(model, "last(f)")) == Approx(std::pow(1.1, 20)));
}

TEST_CASE("values follow inputs, the time, or the whole curve") {
  Model model = growth(true);
  const auto add = [&](const char* name, const char* text, bool varies, bool late) {
    const Program program = formula(model, text);
    model.values.push_back({program, model.symbols.add_number(name), varies, late});
    model.slots = model.symbols.numbers();
  };
  add("twice", "2 * k", false, false);
  add("now", "twice * f + t", true, false);
  add("share", "f / last(f)", true, true);
  Situation situation(model, {{0.5}, 1.0, {}});
  CHECK(situation.number(formula(model, "now")) == Approx(std::exp(0.5) + 1).epsilon(1e-5));
  CHECK(situation.number(formula(model, "share")) == Approx(std::exp(-0.5)).epsilon(1e-5));
  situation.go_to(0);
  CHECK(situation.number(formula(model, "now")) == Approx(1).epsilon(1e-9));
  situation.go_to_time();
  CHECK(situation.number(formula(model, "t")) == 1);
}

TEST_CASE("Bass has the values that are known of him") {
  // facts: p = 0.03, q = 0.38: F(10) = 0.813, the peak after 6.19 years.
  Model model;
  for (const char* name : {"p", "q"}) {
    Input input;
    input.name = name;
    model.symbols.add_number(name);
    model.inputs.push_back(input);
  }
  Simulation s;
  s.rates = true;
  s.from = 0, s.to = 12, s.dt = 0.05;
  const std::size_t f = model.symbols.add_number("f"), series = model.symbols.add_series("f");
  s.time_slot = model.symbols.add_number("t");
  s.dt_slot = model.symbols.add_number("dt");
  s.states.push_back({f, series, formula(model, "0"), formula(model, "(p + q * f) * (1 - f)")});
  model.simulation = s;
  model.slots = model.symbols.numbers();
  Situation situation(model, {{0.03, 0.38}, std::nullopt, {}});
  CHECK(situation.number(formula(model, "at(f, 10)")) == Approx(0.813).margin(0.0005));
  CHECK(situation.number(formula(model, "reached(f, 0.461)")) == Approx(6.19).margin(0.01));
}

TEST_CASE("what takes too long ends, and says so") {
  Model model = growth(true, 2.0 / 100'000);
  Situation situation(model, {{1}, std::nullopt, {}}, 10'000);
  CHECK(situation.exhausted());
  CHECK(std::isnan(situation.number(formula(model, "k"))));
}

TEST_CASE("inputs take the nearest value that they can have") {
  Input slider;
  slider.from = 0, slider.to = 1, slider.step = 0.1, slider.start = 0.3;
  CHECK(slider.fit(0.234) == 0.2);
  CHECK(slider.fit(7) == 1);
  CHECK(slider.fit(-7) == 0);
  CHECK(slider.fit(std::nan("")) == 0.3);
  CHECK(slider.fit(0.1 + 0.2) == 0.3);
  Input choice;
  choice.kind = Input::Kind::choice;
  choice.options = {{"a", 1}, {"b", 5}};
  CHECK(choice.fit(2) == 1);
  CHECK(choice.fit(4) == 5);
  Input toggle;
  toggle.kind = Input::Kind::toggle;
  CHECK(toggle.fit(0.2) == 1);
}

TEST_CASE("fitting is stable: what fits stays") {
  const bool holds = rc::check([] {
    Input slider;
    slider.from = *rc::gen::inRange(-1000, 1000) / 10.0;
    slider.to = slider.from + *rc::gen::inRange(1, 1000) / 10.0;
    slider.step = (slider.to - slider.from) / *rc::gen::inRange(1, 200);
    slider.start = slider.from;
    const double fitted = slider.fit(*rc::gen::inRange(-2000, 2000) / 7.0);
    RC_ASSERT(fitted >= slider.from && fitted <= slider.to);
    RC_ASSERT(std::fabs(slider.fit(fitted) - fitted) < 1e-9);
  });
  CHECK(holds);
}

TEST_CASE("a line is fitted through trials") {
  std::vector<Trial> trials;
  CHECK(std::isnan(fit_line(trials).a));
  for (const double bits : {1.0, 2.0, 3.0}) trials.push_back({bits, 0.2 + 0.15 * bits});
  CHECK(fit_line(trials).a == Approx(0.2));
  CHECK(fit_line(trials).b == Approx(0.15));
  CHECK(std::isnan(fit_line({{1, 0.2}, {1, 0.3}}).b));
}

TEST_CASE("a goal that can be reached is found, the same way each time") {
  const Model model = growth(true);
  const Aim aim{formula(model, "last(f) > 20 and last(f) < 25"), std::nullopt, {}};
  const auto found = find(model, aim);
  REQUIRE(found.has_value());
  CHECK(*found == *find(model, aim));
  Situation there(model, {*found, std::nullopt, {}});
  CHECK(there.holds(aim.reached));
  CHECK_FALSE(find(model, {formula(model, "last(f) < 0"), std::nullopt, {}}, 200).has_value());
  CHECK(find(model, {formula(model, "last(f) > 1"), std::nullopt, {0.5}}) == std::vector<double>{0.5});
}

TEST_CASE("curves over time, families and parametric ones are drawn point by point") {
  Model model = growth(true);
  Plot plot;
  plot.over_time = true;
  plot.x.from = 0, plot.x.to = 2;
  plot.curves.push_back({.y = formula(model, "f"), .x = {}, .label = "grows"});
  plot.curves.push_back({.y = formula(model, "-f"), .x = formula(model, "f"), .label = "back"});
  expression::Symbols with = model.symbols;
  const std::size_t c = with.add_number("c");
  model.slots = with.numbers();
  plot.curves.push_back({.y = *expression::compile("c * f", with),
                         .x = {},
                         .label = "times {c}",
                         .each_slot = c,
                         .each_name = "c",
                         .each = {2, 3}});
  plot.dots.push_back({formula(model, "t"), formula(model, "f"), "now"});
  model.plots.push_back(plot);
  const Drawing drawing = draw(model, {{1}, 1.0, {}});
  const auto& lines = drawing.plots[0].lines;
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].x.size() == 21);
  CHECK(lines[0].y[10] == Approx(std::exp(1)).epsilon(1e-5));
  CHECK(lines[1].label == "times 2");
  CHECK(lines[2].y[10] == Approx(3 * std::exp(1)).epsilon(1e-5));
  CHECK(lines[3].label == "back");
  CHECK(lines[3].x[10] == Approx(std::exp(1)).epsilon(1e-5));
  CHECK(lines[3].y[10] == Approx(-std::exp(1)).epsilon(1e-5));
  CHECK(drawing.plots[0].dots[0].x == 1);
  CHECK(drawing.plots[0].dots[0].y == Approx(std::exp(1)).epsilon(1e-5));
}
