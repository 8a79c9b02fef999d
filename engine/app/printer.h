#pragma once
// Sheets and their keys into the person's documents: drawn between the frames of the window, painted and set on a thread of its own.

#include <filesystem>
#include <functional>
#include <memory>
#include <thread>

#include "screens/services.h"
#include "screens/shared.h"
#include "text/catalogue.h"

namespace app {

class Printer final : public screens::Printer {
 public:
  /// `deliver` is called on any thread; it must hand the answer to the window's thread.
  Printer(std::filesystem::path folder, std::function<void(screens::Printed)> deliver);
  /// Waits until what is being written lies there whole.
  ~Printer() override;

  void print(screens::Printout what) override;
  /// Draws on what is to be printed, for some milliseconds; true when it has more to draw and wants to be called again.
  bool advance();
  bool drawing() const { return job_ != nullptr; }

 private:
  struct Job;

  const std::filesystem::path folder_;
  const std::function<void(screens::Printed)> deliver_;
  std::unique_ptr<Job> job_;  ///< being drawn
  std::jthread writer_;
};

/// The names of a sheet and its key that nothing in `folder` has yet: "Tea.pdf" and "Tea (key).pdf", else "Tea 2.pdf" and so on. Both
/// are there then, empty, so that nobody else takes them. `title` may hold anything; what file names do not bear is left out.
struct SheetFiles {
  std::filesystem::path sheet, key;
};
base::Result<SheetFiles> reserve_files(const std::filesystem::path& folder, const std::string& title,
                                       const text::Translator& words);

}  // namespace app
