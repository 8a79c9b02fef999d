#pragma once
// The courses on this machine, read on a thread of their own.

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "screens/shell.h"

namespace app {

class Library final : public screens::Library {
 public:
  /// `deliver` is called on the reading thread with the answer to read_all; it must hand it to the window's thread.
  Library(std::vector<std::filesystem::path> folders, std::function<void(screens::CoursesRead)> deliver);
  ~Library() override;

  std::shared_ptr<const course::Lesson> lesson(const course::Course& outline, const course::LessonId& id) override;
  void read_all(const std::string& language) override;
  std::vector<std::shared_ptr<const course::Course>> outlines(const std::string& language) override;

  /// Reading waits until this is called: the first frame goes first.
  void release();

 private:
  void begin(const std::string& language);

  std::vector<std::filesystem::path> folders_;
  std::function<void(screens::CoursesRead)> deliver_;
  std::optional<std::string> waiting_;  ///< language asked for before `release`
  bool released_ = false;
  std::jthread reader_;
};

/// All courses of these folders, whole; a course that cannot be used is left out. Stops between two courses when asked.
std::vector<screens::CourseEntry> read_courses(const std::vector<std::filesystem::path>& folders,
                                               const std::string& language, const std::stop_token& stop);

}  // namespace app
