#include "course/reading/ahead.h"

#include <algorithm>
#include <utility>

namespace course {
namespace {

/// Threads beside the caller's: as many as the machine has processors, within reason.
std::size_t helpers_for(std::size_t files) {
  constexpr std::size_t few = 8;
  constexpr std::size_t most = 3;
  const std::size_t processors = std::thread::hardware_concurrency();
  return files < few || processors < 2 ? 0 : std::min(processors - 1, most);
}

}  // namespace

ReadAhead::ReadAhead(std::size_t count, Parse parse) : parse_(std::move(parse)), done_(count) {
  for (std::size_t i = helpers_for(count); i > 0; --i) threads_.emplace_back([this] { work(); });
}

ReadAhead::~ReadAhead() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool ReadAhead::may_begin() const { return begun_ < done_.size() && begun_ < taken_ + most_waiting; }

void ReadAhead::parse_next(std::unique_lock<std::mutex>& lock) {
  const std::size_t index = begun_++;
  lock.unlock();
  ParsedLesson lesson = parse_(index);
  lock.lock();
  done_[index] = std::move(lesson);
  changed_.notify_all();
}

void ReadAhead::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return stop_ || begun_ == done_.size() || may_begin(); });
    if (stop_ || begun_ == done_.size()) return;
    parse_next(lock);
  }
}

ParsedLesson ReadAhead::take() {
  std::unique_lock lock(mutex_);
  const std::size_t index = taken_++;
  changed_.notify_all();
  while (!done_[index]) {
    if (may_begin()) {
      parse_next(lock);  // rather than wait
    } else {
      changed_.wait(lock);
    }
  }
  return *std::exchange(done_[index], std::nullopt);
}

}  // namespace course
