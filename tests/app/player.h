#pragma once
// The whole program without a window: real courses and a real database in a folder of the test's own, a robot's hands, a fake clock.

#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "app/program.h"
#include "base/time.h"
#include "support/temporary_folder.h"
#include "support/test.h"
#include "ui/testing/robot.h"

namespace test {

class Player {
 public:
  explicit Player(std::string language = "en", ui::Vec size = {1280, 800}, float scale = 1,
                  std::vector<std::filesystem::path> courses = {})
      : clock_(base::TimePoint{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + std::chrono::hours(18)}),
        language_(std::move(language)),
        size_(size),
        scale_(scale),
        courses_(std::move(courses)) {
    open();
  }

  /// A second window on the same data. The first must outlive it.
  explicit Player(const Player& first)
      : clock_(first.clock_),
        data_dir_(first.data_dir_),
        language_(first.language_),
        size_(first.size_),
        scale_(first.scale_),
        courses_(first.courses_) {
    open();
  }

  /// Starts the program (again) on the same data, as after a crash: nothing is said to the old one.
  void open() {
    robot_.reset();
    app::Options options;
    options.data_dir = data_dir_;
    options.language = language_;
    options.courses = courses_;
    options.documents = documents();
    options.speech = false;  // what a test sees must not depend on what is installed
    program_ = std::make_unique<app::Program>(options, clock_);
    program_->first_frame_shown();
    robot_ = std::make_unique<ui::testing::Robot>([this](ui::Frame& frame) { draw(frame); }, size_, scale_);
    wait_for_courses();
    settle();
  }

  void wait_for_courses() {
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (std::chrono::steady_clock::now() < patience) {
      program_->advance();
      bool whole = !model().shared.courses.empty();
      for (const auto& entry : model().shared.courses) whole = whole && entry.whole;
      if (whole && model().shared.courses.front().course->language == model().shared.settings.language) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    FAIL("the courses were not read");
  }

  void settle() {
    robot_->info.words = program_->words();
    robot_->info.theme = program_->theme();
    robot_->info.reduced_motion = true;
    robot_->info.scale = scale_ * static_cast<float>(model().shared.settings.text_scale);
    robot_->settle();
  }
  void press(ui::Shortcut key) {
    robot_->press(key);
    settle();
  }
  void press(ui::Key key) { press(ui::Shortcut{key}); }
  void type(std::string_view text) {
    robot_->type(text);
    settle();
  }
  bool click(std::string_view path) {
    const bool there = robot_->click(path);
    settle();
    return there;
  }
  void go(const screens::Place& place) {
    program_->apply(screens::Go{place});
    settle();
  }
  void apply(const screens::Action& action) {
    program_->apply(action);
    settle();
  }
  void pass(base::Duration time) {
    clock_.advance(time);
    program_->advance();
    settle();
  }

  const screens::Model& model() const { return program_->model(); }
  ui::testing::Robot& robot() { return *robot_; }
  const screens::lesson::State& lesson() const { return std::get<screens::lesson::State>(model().screen); }
  bool in_lesson() const { return std::holds_alternative<screens::lesson::State>(model().screen); }
  const std::filesystem::path& data_dir() const { return data_dir_; }
  /// Where what is printed goes; not there until a test makes it.
  std::filesystem::path documents() const { return data_dir_ / "documents"; }

 private:
  void draw(ui::Frame& frame) {
    program_->advance();
    if (program_->draw(frame)) frame.redraw();
  }

  TemporaryFolder folder_;
  base::FakeClock clock_;
  std::filesystem::path data_dir_ = folder_.path();
  std::string language_;
  ui::Vec size_;
  float scale_;
  std::vector<std::filesystem::path> courses_;  ///< beside those that come with the program
  std::unique_ptr<app::Program> program_;
  std::unique_ptr<ui::testing::Robot> robot_;
};

}  // namespace test
