#pragma once
// The reviews of a long history, read on a thread of their own while the learner has the first screen before them.

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <thread>

#include "reviews/reviews.h"
#include "screens/shell.h"
#include "store/event_log.h"

namespace app {

/// Where a history lies, and what it is folded for.
struct HistorySource {
  learner::ProfileId profile;
  std::filesystem::path log;   ///< of the profile; what was worked out from it lies beside it
  std::filesystem::path read;  ///< EventLog::file_read
  reviews::ModelKind model = reviews::ModelKind::fsrs7;
};

/// All reviews of an open log, folded: from what is kept beside it and the events since then, or from all events. Where those
/// were many, the result is kept beside the log. `reviews` is null where the file could not be read to its end. Empty when asked to stop.
std::optional<screens::ReviewsRead> read_reviews(const HistorySource& source, const std::stop_token& stop);

/// The structure of the file is not what it should be. A second for each few hundred MB.
bool is_damaged(const HistorySource& source, const std::stop_token& stop);

/// The same as `read_reviews` where it takes no longer than a few milliseconds; empty otherwise, or where something is wrong.
std::optional<screens::ReviewsRead> read_few_reviews(const HistorySource& source);

/// One history at a time. Window's thread only.
class HistoryReader {
 public:
  /// `deliver` is called on the reading thread; it must hand the action to the window's thread.
  explicit HistoryReader(std::function<void(screens::ReviewsRead)> deliver) : deliver_(std::move(deliver)) {}

  void read(HistorySource source);
  /// Ends what is being read; nothing of it is delivered any more.
  void stop();
  /// Reading waits until this is called: the first frame goes first.
  void release();

 private:
  void begin(HistorySource source);

  std::function<void(screens::ReviewsRead)> deliver_;
  std::optional<HistorySource> waiting_;
  bool released_ = false;
  std::jthread thread_;
};

}  // namespace app
