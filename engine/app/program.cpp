#include "app/program.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "app/places.h"
#include "app/words.h"
#include "views/views.h"

namespace app {
namespace {

std::filesystem::path data_dir_of(const Options& options) {
  return options.data_dir.empty() ? store::default_data_dir() : options.data_dir;
}

}  // namespace

Program::Program(const Options& options, const base::Clock& clock)
    : clock_(clock),
      accounts_(data_dir_of(options), clock, [this](screens::ReviewsRead read) { deliver(std::move(read)); }),
      library_(
          course_folders(options.only_these ? std::vector<std::filesystem::path>() : course_roots(accounts_.data_dir()),
                         options.courses),
          [this](screens::CoursesRead read) { deliver(std::move(read)); }),
      speech_([this](screens::SpeechHeard heard) { deliver(heard); }),
      printer_(options.documents.empty() ? documents_dir() : options.documents,
               [this](screens::Printed printed) { deliver(std::move(printed)); }),
      fitter_([this](screens::FitDone done) { deliver(std::move(done)); }),
      services_{clock,     accounts_, accounts_, library_, desktop_, options.speech ? &speech_ : nullptr,
                &printer_, &fitter_} {
  model_ = screens::start(services_, options.language.empty() ? system_language() : options.language);
  if (!options.shown_data_dir.empty()) model_.shared.data_dir = options.shown_data_dir.string();
  words_ = translator(model_.shared.settings.language);
}

void Program::on_delivery(std::function<void()> wake) {
  const std::lock_guard lock(delivered_mutex_);
  wake_ = std::move(wake);
}

void Program::first_frame_shown() {
  library_.release();
  accounts_.release();
}

void Program::deliver(screens::Action action) {
  const std::lock_guard lock(delivered_mutex_);
  delivered_.push_back(std::move(action));
  if (wake_) wake_();
}

bool Program::advance() {
  std::vector<screens::Action> arrived;
  {
    const std::lock_guard lock(delivered_mutex_);
    arrived.swap(delivered_);
  }
  for (const screens::Action& action : arrived) apply(action);
  printer_.advance();
  const auto deadline = screens::next_deadline(model_);
  // A clock that was set back must not put off what is due.
  const base::TimePoint now = clock_.now();
  const bool due = deadline && (now >= *deadline || now < model_.shared.now);
  if (due) apply(screens::Tick{});
  return due || !arrived.empty();
}

bool Program::draw(ui::Frame& frame) {
  views::Actions actions;
  views::draw(model_, frame, actions);
  for (const screens::Action& action : actions) apply(action);
  return !actions.empty();
}

void Program::apply(const screens::Action& action) { screens::update(model_, action, services_); }

double Program::wait_seconds() const {
  constexpr double kDrawing = 0.004;  // until the next step of what is printed
  const auto deadline = screens::next_deadline(model_);
  const double most = printer_.drawing() ? kDrawing : std::numeric_limits<double>::infinity();
  if (!deadline) return most;
  return std::clamp(std::chrono::duration<double>(*deadline - clock_.now()).count(), 0.0, most);
}

const text::Translator& Program::words() {
  if (words_.language() != model_.shared.settings.language) {
    // A language whose catalogue is missing is English under its own name; it is not looked for again and again.
    words_ = translator(model_.shared.settings.language);
  }
  return words_;
}

ui::ThemeName Program::theme() const { return static_cast<ui::ThemeName>(model_.shared.settings.theme); }

}  // namespace app
