#include "screens/explore.h"

#include <cmath>
#include <map>

#include "support/test.h"

namespace explore_test {

namespace explore = screens::explore;
using explorable::Model;

namespace {

base::TimePoint at(int milliseconds) { return base::TimePoint(std::chrono::hours(1) + base::Duration(milliseconds)); }

expression::Program formula(const Model& model, const std::string& text) {
  return *expression::compile(text, model.symbols);
}

/// Two sliders, a switch, a falling state, one plot and one readout.
std::shared_ptr<const Model> cooling() {
  auto model = std::make_shared<Model>();
  for (const char* name : {"warmth", "pace"}) {
    explorable::Input input;
    input.name = name;
    input.label = name == std::string("warmth") ? "Warmth" : "Pace";
    input.from = 0, input.to = 100, input.start = 50, input.step = 0.5, input.decimals = 1;
    if (input.name == "warmth") input.unit = "°C";
    model->symbols.add_number(input.name);
    model->inputs.push_back(input);
  }
  explorable::Input lid;
  lid.kind = explorable::Input::Kind::toggle;
  lid.name = "lid", lid.label = "With a lid";
  model->symbols.add_number("lid");
  model->inputs.push_back(lid);
  explorable::Simulation s;
  s.rates = true;
  s.from = 0, s.to = 10, s.dt = 0.1;
  const std::size_t f = model->symbols.add_number("f"), series = model->symbols.add_series("f");
  s.time_slot = model->symbols.add_number("t");
  s.dt_slot = model->symbols.add_number("dt");
  s.states.push_back({f, series, formula(*model, "warmth"), formula(*model, "-pace / 100 * f")});
  model->simulation = s;
  model->slots = model->symbols.numbers();
  explorable::Plot plot;
  plot.over_time = true;
  plot.x.from = 0, plot.x.to = 10;
  plot.curves.push_back({.y = formula(*model, "f"), .x = {}, .label = "Tea"});
  model->plots.push_back(plot);
  model->readouts.push_back({"Now", formula(*model, "f"), "°C", 1});
  return model;
}

std::shared_ptr<const Model> with_trials(explorable::Trials::Kind kind) {
  auto model = std::make_shared<Model>();
  explorable::Trials trials;
  trials.kind = kind;
  trials.count = 18;
  trials.a_slot = model->symbols.add_number("a");
  trials.b_slot = model->symbols.add_number("b");
  trials.table =
      model->symbols.add_table("trials", {{"bits", expression::Type::number}, {"seconds", expression::Type::number}});
  model->tables.emplace_back();
  model->trials = trials;
  model->slots = model->symbols.numbers();
  model->readouts.push_back({"Slope", formula(*model, "b"), "s", 3});
  return model;
}

}  // namespace

TEST_CASE("what is moved is drawn anew, within its range and on its steps") {
  explore::State state = explore::open(cooling(), {});
  CHECK(state.setting.inputs == std::vector<double>{50, 50, 0});
  const auto before = state.drawing;
  explore::update(state, explore::SetInput{0, 80.3}, at(0));
  CHECK(state.setting.inputs[0] == 80.5);
  CHECK(state.drawing != before);
  CHECK(state.drawing->plots[0].lines[0].y.front() == 80.5);
  explore::update(state, explore::SetInput{0, 1e9}, at(0));
  CHECK(state.setting.inputs[0] == 100);
  explore::update(state, explore::SetInput{7, 1}, at(0));
  explore::update(state, explore::SetInput{2, 1}, at(0));
  CHECK(state.setting.inputs == std::vector<double>{100, 50, 1});
  explore::update(state, explore::Reset{}, at(0));
  CHECK(state.setting.inputs == std::vector<double>{50, 50, 0});
}

TEST_CASE("playing goes from the beginning to the end and stops; nothing is due while it stands") {
  explore::State state = explore::open(cooling(), {});
  CHECK_FALSE(explore::next_move(state).has_value());
  CHECK(state.drawing->time == 10);
  explore::update(state, explore::Play{}, at(0));
  CHECK(state.playing);
  CHECK(state.drawing->time == 0);
  int frames = 0;
  double last = 0;
  while (const auto due = explore::next_move(state)) {
    explore::advance(state, *due);
    CHECK(state.drawing->time > last);
    last = state.drawing->time;
    REQUIRE(++frames < 1000);
  }
  CHECK(state.drawing->time == 10);
  CHECK_FALSE(state.playing);
  CHECK(frames > 200);
  // Calm: as long, in few pictures.
  explore::update(state, explore::Play{}, at(100'000), true);
  frames = 0;
  while (const auto due = explore::next_move(state, true)) explore::advance(state, *due, true), ++frames;
  CHECK(frames <= 17);
}

TEST_CASE("playing can be paused, stepped and scrubbed") {
  explore::State state = explore::open(cooling(), {});
  explore::update(state, explore::Play{}, at(0));
  explore::advance(state, at(800));
  CHECK(state.drawing->time == Approx(1));
  explore::update(state, explore::Pause{}, at(800));
  explore::advance(state, at(5000));
  CHECK(state.drawing->time == Approx(1));
  explore::update(state, explore::StepTime{1}, at(5000));
  CHECK(state.drawing->time == Approx(1.1));
  explore::update(state, explore::StepTime{-2}, at(5000));
  CHECK(state.drawing->time == Approx(0.9));
  explore::update(state, explore::SetTime{-4}, at(5000));
  CHECK(state.drawing->time == 0);
  explore::update(state, explore::Play{}, at(6000));
  CHECK(state.drawing->time == 0);
  // A window that slept does not jump to the end.
  explore::advance(state, at(600'000));
  CHECK(state.drawing->time == Approx(10.0 / 8));
}

TEST_CASE("what is kept stays as it was, the last three, each once") {
  explore::State state = explore::open(cooling(), {});
  for (const double warmth : {10.0, 10.0, 20.0, 30.0, 40.0}) {
    explore::update(state, explore::SetInput{0, warmth}, at(0));
    explore::update(state, explore::Keep{}, at(0));
  }
  REQUIRE(state.kept.size() == explore::most_kept);
  CHECK(state.kept.front()->setting.inputs[0] == 20);
  CHECK(state.kept.back()->plots[0].lines[0].y.front() == 40);
  explore::update(state, explore::SetInput{0, 90}, at(0));
  CHECK(state.kept.back()->plots[0].lines[0].y.front() == 40);
  explore::update(state, explore::ClearKept{}, at(0));
  CHECK(state.kept.empty());
}

TEST_CASE("what is set and what follows is said in words, with the language's marks") {
  explore::State state = explore::open(cooling(), {});
  explore::update(state, explore::SetTime{0}, at(0));
  CHECK(explore::describe(state, "en") == "Warmth 50.0\u202f°C, Pace 50.0: Now 50.0\u202f°C");
  explore::update(state, explore::SetInput{2, 1}, at(0));
  CHECK(explore::describe(state, "fr") == "Warmth 50,0\u202f°C, Pace 50,0, With a lid\u00a0: Now 50,0\u202f°C");
  CHECK(explore::number_words(0.1, 2, "%", "en") == "0.10%");
  CHECK(explore::number_words(0.1, 2, "%", "fr") == "0,10\u202f%");
  CHECK(explore::number_words(1236.7, 0, "", "en") == "1,237");
  CHECK(explore::number_words(3, 2, "", "en") == "3.00");
  CHECK(explore::number_words(std::nan(""), 2, "s", "en") == "–");
}

TEST_CASE("reaction trials: early, wrong and late answers are repeated, right ones measured") {
  explore::State state = explore::open(with_trials(explorable::Trials::Kind::reaction), {});
  using Phase = explore::TrialRun::Phase;
  explore::update(state, explore::Respond{0}, at(0));
  CHECK(state.run.phase == Phase::idle);
  explore::update(state, explore::StartTrials{}, at(0));
  REQUIRE(state.run.phase == Phase::waiting);
  explore::update(state, explore::Respond{0}, at(100));  // nothing is lit yet
  CHECK(state.run.mistakes == 1);
  CHECK(state.setting.trials.empty());
  base::TimePoint now = *explore::next_move(state);
  CHECK(now >= at(700));
  CHECK(now <= at(1500));
  explore::advance(state, now);
  REQUIRE(state.run.phase == Phase::shown);
  CHECK_FALSE(explore::next_move(state).has_value());
  explore::update(state, explore::Respond{state.run.lit + 1}, now + base::Duration{300});
  CHECK(state.run.mistakes == 2);
  now = *explore::next_move(state);
  explore::advance(state, now);
  explore::update(state, explore::Respond{state.run.lit}, now + base::Duration{4000});
  CHECK(state.run.mistakes == 3);
  for (int trial = 0; trial < 18; ++trial) {
    now = *explore::next_move(state);
    explore::advance(state, now);
    const double bits = std::log2(state.run.choices + 1);
    explore::update(state, explore::Respond{state.run.lit}, now + base::Duration{static_cast<int>(200 + 150 * bits)});
    CHECK(state.setting.trials.back().bits == bits);
  }
  CHECK(state.run.phase == Phase::idle);
  CHECK(state.setting.trials.size() == 18);
  CHECK(state.drawing->fit.a == Approx(0.2).margin(0.002));
  CHECK(state.drawing->fit.b == Approx(0.15).margin(0.002));
  CHECK(state.drawing->readouts[0].number == state.drawing->fit.b);
}

TEST_CASE("pointing trials: the start, then the bar; every distance and width comes equally often") {
  explore::State state = explore::open(with_trials(explorable::Trials::Kind::pointing), {});
  explore::update(state, explore::StartTrials{}, at(0));
  base::TimePoint now = at(0);
  std::map<double, int> bits;
  for (int trial = 0; trial < 18; ++trial) {
    explore::update(state, explore::Respond{1}, now);  // the bar before the start counts for nothing
    explore::update(state, explore::Respond{0}, now);
    now += base::Duration{700};
    explore::update(state, explore::Respond{1}, now);
    REQUIRE(state.setting.trials.size() == static_cast<std::size_t>(trial) + 1);
    ++bits[state.setting.trials.back().bits];
  }
  int total = 0;
  for (const auto& [difficulty, times] : bits) total += times;
  CHECK(total == 18);
  CHECK(bits.size() >= 7);  // 9 pairs, some of equal difficulty
  explore::update(state, explore::StartTrials{}, now);
  CHECK(state.setting.trials.empty());
  explore::update(state, explore::Respond{0}, now);
  explore::update(state, explore::Respond{2}, now + base::Duration{500});
  CHECK(state.run.mistakes == 1);
  explore::update(state, explore::StopTrials{}, now);
  CHECK(state.run.phase == explore::TrialRun::Phase::idle);
}

TEST_CASE("a setting that is not of this explorable begins at its start") {
  const explore::State state = explore::open(cooling(), {{7, std::nan("")}, 3, {{1, 1}}});
  CHECK(state.setting.inputs == std::vector<double>{7, 50, 0});
  CHECK(state.setting.trials.empty());
  CHECK(state.drawing->time == 3);
}

TEST_CASE("any order of actions leaves inputs that fit and a drawing of them") {
  const auto model = cooling();
  const bool holds = rc::check([&] {
    explore::State state = explore::open(model, {});
    int now = 0;
    for (const int act : *rc::gen::container<std::vector<int>>(20, rc::gen::inRange(0, 10))) {
      const double value = *rc::gen::inRange(-200, 200);
      const auto input = static_cast<std::size_t>(*rc::gen::inRange(0, 4));
      const explore::Action actions[] = {explore::SetInput{input, value},
                                         explore::SetTime{value / 10},
                                         explore::Play{},
                                         explore::Pause{},
                                         explore::StepTime{1},
                                         explore::Keep{},
                                         explore::ClearKept{},
                                         explore::Reset{},
                                         explore::StartTrials{},
                                         explore::Respond{0}};
      explore::update(state, actions[act], at(now += 50));
      for (std::size_t i = 0; i < state.setting.inputs.size(); ++i)
        RC_ASSERT(model->inputs[i].fit(state.setting.inputs[i]) == state.setting.inputs[i]);
      RC_ASSERT(state.drawing->setting.inputs == state.setting.inputs);
      RC_ASSERT(state.kept.size() <= explore::most_kept);
    }
  });
  CHECK(holds);
}

}  // namespace explore_test
