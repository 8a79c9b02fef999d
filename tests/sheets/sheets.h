#pragma once
// Pictures of parts of a screen, many on one sheet, in two columns.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "ui/capture.h"

namespace test {

/// One of the parts, with its name above it.
struct Cell {
  std::string name;
  std::function<void(ui::Frame&)> draw;
};

/// Needs a display. One at a time; main thread.
class Sheets {
 public:
  /// A window that is never shown; empty, with the reason on stderr, where there is no display.
  static std::unique_ptr<Sheets> open(const std::string& theme, const std::string& language);

  /// Writes the sheet as high as its cells are; false, with the reason on stderr, when that fails.
  bool write(const std::string& file, const std::vector<Cell>& cells);

 private:
  explicit Sheets(std::unique_ptr<ui::Stage> stage) : stage_(std::move(stage)) {}
  void settle(float height, ui::FunctionRef<void(ui::Frame&)> draw);

  std::unique_ptr<ui::Stage> stage_;
  ui::FrameInfo look_;
};

}  // namespace test
