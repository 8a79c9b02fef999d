// Every explorable of the test course, which has no line of C++ of its own: loaded, drawn in every size, moved.

#include <memory>

#include "course/load.h"
#include "screens/explore.h"
#include "support/test.h"
#include "ui/testing/robot.h"
#include "ui/widgets/basic.h"
#include "views/explore.h"

namespace {

namespace explore = screens::explore;

const course::Course& all() {
  static const auto loaded = course::load(test::source_dir() / "tests/data/courses/explorables");
  INFO("diagnostics: " << loaded.diagnostics.size());
  for (const base::Diagnostic& d : loaded.diagnostics) INFO(base::in_words(d.message));
  REQUIRE(loaded.course != nullptr);
  return *loaded.course;
}

/// An explorable in a card of this width, and hands.
class Bench {
 public:
  Bench(const course::Explore& block, float width, float scale = 1)
      : state_(explore::open(block.model, {})),
        robot_([this, width](ui::Frame& f) { draw(f, width); }, {1280 * scale, 3000 * scale}, scale) {
    robot_.info.reduced_motion = true;
    robot_.settle();
  }

  const explore::State& state() const { return state_; }
  ui::testing::Robot& robot() { return robot_; }
  void act(const explore::Action& action) {
    explore::update(state_, action, now_);
    robot_.settle();
  }
  void pass(base::Duration time) {
    now_ += time;
    explore::advance(state_, now_);
    robot_.settle();
  }
  void check_texts(const std::string& where) {
    INFO(where);
    CHECK_FALSE(robot_.record().texts.empty());
    CHECK(robot_.record().overlaps() == std::vector<std::string>{});
    CHECK(robot_.record().clipped() == std::vector<std::string>{});
  }

 private:
  void draw(ui::Frame& f, float width) {
    f.within({20, 20, width, 0}, [&] {
      ui::card(f, [&] {
        const auto did = views::explorable(f, state_);
        if (!did) return;
        explore::update(state_, *did, now_);
        f.redraw();
      });
    });
  }

  base::TimePoint now_{std::chrono::hours(1)};
  explore::State state_;
  ui::testing::Robot robot_;
};

template <class See>
void each_block(See see) {
  int blocks = 0;
  for (const course::Lesson& lesson : all().lessons) {
    for (const course::Step& step : lesson.steps) {
      const auto* block = std::get_if<course::Explore>(&step.content);
      if (block == nullptr) continue;
      ++blocks;
      INFO(block->title);
      see(*block);
    }
  }
  CHECK(blocks == 10);
}

/// Whether two drawings show the same.
bool same(const explorable::Drawing& a, const explorable::Drawing& b) {
  for (std::size_t p = 0; p < a.plots.size(); ++p) {
    for (std::size_t l = 0; l < a.plots[p].lines.size(); ++l) {
      const auto &left = a.plots[p].lines[l].y, &right = b.plots[p].lines[l].y;
      for (std::size_t i = 0; i < left.size(); ++i) {
        if (left[i] != right[i] && !(left[i] != left[i] && right[i] != right[i])) return false;
      }
    }
    for (std::size_t d = 0; d < a.plots[p].dots.size(); ++d) {
      if (a.plots[p].dots[d].x != b.plots[p].dots[d].x || a.plots[p].dots[d].y != b.plots[p].dots[d].y) return false;
    }
    if (a.plots[p].bars != b.plots[p].bars) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("the test course has no mistakes") {
  const base::Diagnostics diagnostics = course::check(test::source_dir() / "tests/data/courses/explorables");
  std::string errors;
  for (const base::Diagnostic& d : diagnostics) {
    if (d.severity == base::Severity::error || d.rule == "empty-curve" || d.rule == "goal")
      errors += d.file + ":" + std::to_string(d.span.line) + ": " + base::in_words(d.message) + "\n";
  }
  CHECK(errors == "");
}

TEST_CASE("explorables are drawn without overlaps at every width and scale") {
  each_block([](const course::Explore& block) {
    for (const float width : {330.0f, 480.0f, 660.0f, 1000.0f}) {
      Bench bench(block, width);
      bench.check_texts("width " + std::to_string(width));
      bench.act(explore::Keep{});
      for (std::size_t i = 0; i < block.model->inputs.size(); ++i)
        bench.act(explore::SetInput{i, block.model->inputs[i].to});
      bench.check_texts("all at their ends, width " + std::to_string(width));
      bench.act(explore::SetTime{block.model->simulation ? block.model->simulation->from : 0});
      bench.check_texts("at the beginning, width " + std::to_string(width));
    }
    Bench large(block, 660, 2);
    large.check_texts("scale 2");
  });
}

TEST_CASE("every input of every explorable changes what is shown, by keys") {
  each_block([](const course::Explore& block) {
    Bench bench(block, 660);
    for (std::size_t i = 0; i < block.model->inputs.size(); ++i) {
      const explorable::Input& input = block.model->inputs[i];
      INFO(input.name);
      const auto before = bench.state().drawing;
      // Keys move a slider; whether they reach every widget is for test_ui.
      if (input.kind == explorable::Input::Kind::slider) {
        CHECK(bench.robot().click(input.name + "/input"));
        bench.robot().press(ui::Key::end);
        bench.robot().press(ui::Key::left);
        bench.robot().press(ui::Key::left);
      } else {
        bench.act(explore::SetInput{
            i, input.kind == explorable::Input::Kind::toggle ? 1 - input.start : input.options.back().value});
      }
      CHECK(bench.state().setting.inputs[i] != before->setting.inputs[i]);
      const bool words_only = block.model->trials.has_value();  // nothing is measured yet
      if (!words_only) CHECK_FALSE(same(*before, *bench.state().drawing));
      bench.act(explore::Reset{});
    }
  });
}

TEST_CASE("what the arrow keys read is shown") {
  const course::Explore& block = std::get<course::Explore>(all().lessons.front().steps.front().content);
  Bench bench(block, 660);
  bench.robot().hover("0/plot");
  CHECK(bench.robot().shows("Rhythm of the push, in that of the swing 1.05"));
  bench.robot().press(ui::Key::tab);
  CHECK(bench.robot().focused().ends_with("plot"));
  CHECK(bench.robot().click("in-words"));
  CHECK(bench.robot().shows("Rhythm of the push 0.60, Damping 0.20: Response 1.54, Best rhythm 0.99, Quality 5.0"));
  CHECK(explore::describe(bench.state(), "en") ==
        "Rhythm of the push 0.60, Damping 0.20: Response 1.54, Best rhythm 0.99, Quality 5.0");
}

TEST_CASE("reaction trials are done with digits, and a line is fitted") {
  const course::Explore& block = std::get<course::Explore>(all().lessons.back().steps.front().content);
  Bench bench(block, 660);
  bench.check_texts("before");
  CHECK(bench.robot().click("start-trials"));
  for (int guard = 0; guard < 200 && bench.state().run.phase != explore::TrialRun::Phase::idle; ++guard) {
    bench.pass(bench.state().run.show_at - bench.state().run.shown_at > base::Duration{0} ? base::Duration{1500}
                                                                                          : base::Duration{0});
    if (bench.state().run.phase != explore::TrialRun::Phase::shown) continue;
    if (guard == 4) bench.check_texts("lit");
    const int choices = bench.state().run.choices;
    bench.pass(base::Duration{200 + 100 * choices});
    bench.robot().press(ui::digit_key(bench.state().run.lit));
  }
  CHECK(bench.state().setting.trials.size() == 40);
  CHECK(bench.state().drawing->fit.b > 0);
  CHECK(bench.state().drawing->plots[0].clouds[0].x.size() == 40);
  bench.check_texts("after");
}
