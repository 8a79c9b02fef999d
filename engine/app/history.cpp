#include "app/history.h"

#include <algorithm>
#include <utility>

#include "reviews/snapshot.h"
#include "store/derived.h"
#include "store/log_reader.h"

namespace app {
namespace {

/// What is read at once: a few milliseconds' worth.
constexpr std::int64_t kFewEvents = 2000;
constexpr std::uintmax_t kSmallSnapshot = 1 << 20;
/// From here on it is cheaper to work out all states at the end than one by one.
constexpr std::int64_t kManyEvents = 20'000;

/// The reviews as they were kept beside the log, where they belong to it as it is now.
std::optional<store::Derived> kept(const HistorySource& source, const store::LogReader& log) {
  auto derived = store::read_derived(source.log);
  if (!derived || log.checksum_at(derived->number) != derived->checksum) return std::nullopt;
  return derived;
}

/// Events that say nothing of reviews; they are most of those of lessons, and reading their particulars takes time.
bool concerns_reviews(const std::string& event) {
  static const std::string others[] = {"lesson-opened", "lesson-finished", "lesson-restarted",
                                       "step-finished", "hint-shown",      "quiz-started",
                                       "quiz-answered", "quiz-flagged",    "quiz-abandoned"};
  return std::find(std::begin(others), std::end(others), event) == std::end(others);
}

class Reading {
 public:
  Reading(const HistorySource& source, const store::LogReader& log, const std::stop_token& stop)
      : source_(source), log_(log), stop_(stop), reviews_(source.model) {}

  /// False when the file could not be read to its end.
  bool read() {
    const auto last = log_.last_number();
    if (!last) return false;
    begin();
    const bool many = *last - from_ > kManyEvents;
    if (many) reviews_.begin_reading();
    const auto stats = log_.read_rows(
        from_, [&](const store::Row& row) { take(row); }, stop_);
    if (!stats) return false;
    reviews_.end_reading();
    unreadable_ += stats->unreadable;
    to_ = stats->last;
    return true;
  }

  std::int64_t tail() const { return to_ - from_; }

  void keep() const {
    const auto checksum = log_.checksum_at(to_);
    // Without it the next start reads everything once more.
    if (checksum) (void)store::write_derived(source_.log, {to_, *checksum, unreadable_, reviews::to_bytes(reviews_)});
  }

  screens::ReviewsRead take_result() {
    return {source_.profile, std::make_shared<reviews::Reviews>(std::move(reviews_)), unreadable_};
  }

 private:
  void begin() {
    const auto derived = kept(source_, log_);
    auto reviews = derived ? reviews::from_bytes(derived->bytes) : std::nullopt;
    if (!reviews) return;
    reviews_ = std::move(*reviews);
    reviews_.choose_model(source_.model);
    from_ = derived->number;
    unreadable_ = derived->unreadable;
  }

  void take(const store::Row& row) {
    if (!concerns_reviews(row.event)) return;
    if (const auto event = store::event_of(row))
      reviews_.apply(*event);
    else
      unreadable_ += learner::is_known_name(row.event);
  }

  const HistorySource& source_;
  const store::LogReader& log_;
  const std::stop_token& stop_;
  reviews::Reviews reviews_;
  std::int64_t from_ = 0, to_ = 0;
  std::int64_t unreadable_ = 0;
};

}  // namespace

std::optional<screens::ReviewsRead> read_reviews(const HistorySource& source, const std::stop_token& stop) {
  const screens::ReviewsRead damaged{source.profile, nullptr, 0};
  const auto log = store::LogReader::open(source.read);
  if (!log) return damaged;
  Reading reading(source, *log, stop);
  const bool read = reading.read();
  if (stop.stop_requested()) return std::nullopt;
  if (!read) return damaged;
  if (reading.tail() > kFewEvents) reading.keep();
  return reading.take_result();
}

bool is_damaged(const HistorySource& source, const std::stop_token& stop) {
  const auto log = store::LogReader::open(source.read);
  const auto whole = log ? log->is_whole(stop) : base::Result<bool>(true);
  return whole && !*whole && !stop.stop_requested();
}

std::optional<screens::ReviewsRead> read_few_reviews(const HistorySource& source) {
  if (store::size_of_derived(source.log) > kSmallSnapshot) return std::nullopt;
  const auto log = store::LogReader::open(source.read);
  if (!log) return std::nullopt;
  const auto last = log->last_number();
  const auto derived = kept(source, *log);
  if (!last || *last - (derived ? derived->number : 0) > kFewEvents) return std::nullopt;
  const std::stop_token never;
  Reading reading(source, *log, never);
  if (!reading.read()) return std::nullopt;
  return reading.take_result();
}

void HistoryReader::read(HistorySource source) {
  stop();
  if (released_)
    begin(std::move(source));
  else
    waiting_ = std::move(source);
}

void HistoryReader::stop() {
  waiting_.reset();
  thread_ = std::jthread();
}

void HistoryReader::release() {
  released_ = true;
  if (waiting_) begin(*std::exchange(waiting_, std::nullopt));
}

void HistoryReader::begin(HistorySource source) {
  thread_ = std::jthread([this, source = std::move(source)](const std::stop_token& stop) {
    auto read = read_reviews(source, stop);
    if (!read) return;
    const bool can_be_read = read->reviews != nullptr;
    deliver_(std::move(*read));
    // What was taken for whole when it was opened is looked into here, where it keeps nobody waiting.
    if (can_be_read && is_damaged(source, stop)) deliver_({source.profile, nullptr, 0});
  });
}

}  // namespace app
