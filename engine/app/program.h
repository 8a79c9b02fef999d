#pragma once
// The program apart from its window: services, the model and what threads deliver. The window's loop and the tour both run it.

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/accounts.h"
#include "app/desktop.h"
#include "app/fitter.h"
#include "app/library.h"
#include "app/options.h"
#include "app/printer.h"
#include "app/speech.h"
#include "base/time.h"
#include "screens/shell.h"
#include "text/catalogue.h"
#include "ui/frame.h"
#include "ui/theme.h"

namespace app {

class Program {
 public:
  /// `clock` must outlive it. Reads profiles, progress and course outlines: call it on another thread while a window opens.
  Program(const Options& options, const base::Clock& clock);

  /// Called on any thread when something was delivered.
  void on_delivery(std::function<void()> wake);
  /// Lets slow reading begin; after the first frame.
  void first_frame_shown();

  /// Hands what threads delivered, and what is due, to the model. True when there was something.
  bool advance();
  /// Draws the model and carries out what the person asked for. True when something was.
  bool draw(ui::Frame& frame);
  void apply(const screens::Action& action);

  const screens::Model& model() const { return model_; }
  bool quitting() const { return desktop_.quitting(); }
  /// Seconds until something is due; infinite when nothing is.
  double wait_seconds() const;

  // What a frame needs to know.
  const text::Translator& words();
  ui::ThemeName theme() const;

 private:
  void deliver(screens::Action action);

  const base::Clock& clock_;
  Desktop desktop_;
  std::mutex delivered_mutex_;
  std::vector<screens::Action> delivered_;
  std::function<void()> wake_;
  Accounts accounts_;  // after what it delivers to: its thread ends first
  Library library_;    // as well
  Speech speech_;      // as well
  Printer printer_;    // as well
  Fitter fitter_;      // as well
  screens::Services services_;
  screens::Model model_;
  text::Translator words_;
};

}  // namespace app
