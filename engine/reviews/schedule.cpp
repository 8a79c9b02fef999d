#include "reviews/schedule.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/random.h"

namespace reviews {
namespace {

using memory::Days;
using memory::Grade;
using std::chrono::sys_days;

constexpr Days kSameDay{0.5};
constexpr int kLongest = 36'500;
/// Above, a day more or less between two grades says nothing.
constexpr int kApartBelow = 365;
/// Before an exam.
constexpr double kOnTheDay = 0.95;
constexpr int kLastWeek = 7;
constexpr std::chrono::days kUntilSure{90};

/// One answer being put on a day.
class Placing {
 public:
  Placing(const Model& model, const Moment& moment, const Wishes& wishes)
      : model_(model),
        moment_(moment),
        wishes_(wishes),
        today_(study_day(moment.now, moment.utc_offset)),
        retention_(std::clamp(wishes.retention, kLeastRetention, kMostRetention)) {}

  base::TimePoint after(const State& state, Days interval, int least) const {
    if (interval < kSameDay && least == 0) {
      const auto wait = std::chrono::duration_cast<base::Duration>(interval);
      return moment_.now + std::max<base::Duration>(wait, kShortestWait);
    }
    return beginning_of(today_ + std::chrono::days(day(state, interval, std::max(1, least))), moment_.utc_offset);
  }
  Days interval(const State& state) const { return model_.interval(state, retention_); }
  int days_until(base::TimePoint due) const {
    return static_cast<int>((study_day(due, moment_.utc_offset) - today_).count());
  }

 private:
  int day(const State& state, Days interval, int least) const {
    const memory::EasyDays easy{wishes_.days, weekday()};
    const auto balance = wishes_.balance ? memory::Balance::on : memory::Balance::off;
    memory::DayRange range = memory::fuzz_range(interval, kLongest, least);
    if (const auto last_look = before_exam(state, range.plain)) range = *last_look;
    return memory::choose_day(range, moment_.load, easy, base::Random(moment_.seed).unit(), balance);
  }

  /// The days of a last look before the exam, where one is wanted.
  std::optional<memory::DayRange> before_exam(const State& state, int plain) const {
    if (!wishes_.exam) return std::nullopt;
    const auto left = (*wishes_.exam - today_).count();
    if (left <= 1 || left > kLongest) return std::nullopt;
    const int exam = static_cast<int>(left);
    if (plain < exam || model_.recall(state, Days(exam)) >= kOnTheDay) return std::nullopt;
    memory::DayRange range;
    range.first = std::max(1, exam - kLastWeek);
    range.last = exam - 1;
    range.plain = range.last;
    return range;
  }

  /// Monday is 0.
  int weekday() const { return static_cast<int>(std::chrono::weekday(today_).iso_encoding()) - 1; }

  const Model& model_;
  const Moment& moment_;
  const Wishes& wishes_;
  sys_days today_;
  double retention_;
};

}  // namespace

sys_days study_day(base::TimePoint at, std::chrono::minutes utc_offset) {
  return std::chrono::floor<std::chrono::days>(at + utc_offset - kDayBegins);
}

base::TimePoint beginning_of(sys_days day, std::chrono::minutes utc_offset) {
  return base::TimePoint(day) + kDayBegins - utc_offset;
}

std::vector<int> load_by_day(const Reviews& reviews, base::TimePoint now, std::chrono::minutes utc_offset, int days) {
  std::vector<int> load(static_cast<std::size_t>(std::max(0, days)), 0);
  const sys_days today = study_day(now, utc_offset);
  for (const Card& card : reviews.cards()) {
    if (!in_memory(card)) continue;
    const auto ahead = (study_day(std::max(card.due, card.buried), utc_offset) - today).count();
    if (ahead < days) ++load[static_cast<std::size_t>(std::max<std::int64_t>(0, ahead))];
  }
  return load;
}

namespace {

/// What is believed of an interval that the model gives after a grade.
using Trust = std::function<Days(Grade, Days)>;

Dues dues_by(const Model& model, const std::optional<State>& state, Days elapsed, const Moment& moment,
             const Wishes& wishes, const Trust& trust) {
  const Placing placing(model, moment, wishes);
  Dues dues;
  int least = 0;
  for (std::size_t i = 0; i < dues.size(); ++i) {
    const auto grade = static_cast<Grade>(i + 1);
    const State after = state ? model.next(*state, elapsed, grade) : model.first(grade);
    Days interval = trust(grade, placing.interval(after));
    if (grade == Grade::again && moment.confident_error) interval /= 2;
    if (grade != Grade::again && elapsed >= Days(1)) least = std::max(least, 1);
    dues[i] = placing.after(after, interval, least);
    if (i > 0) dues[i] = std::max(dues[i], dues[i - 1]);
    const int days = placing.days_until(dues[i]);
    // What is shown as days is told apart by days; an exam takes precedence.
    least = grade == Grade::again || days < 1 || days >= kApartBelow || wishes.exam ? 0 : days + 1;
  }
  return dues;
}

/// As memory::trusted_interval asks for it: beside the fitted parameters the published ones.
class Published {
 public:
  Published(const Reviews& reviews, CardIndex index, Days elapsed, double retention)
      : model_(reviews.model().kind()), elapsed_(elapsed), retention_(retention), seen_(reviews.longest_seen()) {
    if (index != kNone) state_ = reviews.state_by(model_, index);
  }

  Days trusted(Grade grade, Days fitted) const {
    if (fitted <= seen_) return fitted;
    const State after = state_ ? model_.next(*state_, elapsed_, grade) : model_.first(grade);
    return memory::trusted_interval(fitted, model_.interval(after, retention_), seen_);
  }

 private:
  Model model_;
  std::optional<State> state_;
  Days elapsed_;
  double retention_;
  Days seen_;
};

}  // namespace

Dues dues(const Model& model, const std::optional<State>& state, Days elapsed, const Moment& moment,
          const Wishes& wishes) {
  return dues_by(model, state, elapsed, moment, wishes, [](Grade, Days interval) { return interval; });
}

Dues dues(const Reviews& reviews, CardIndex index, const Moment& moment, const Wishes& wishes) {
  const bool answered = index != kNone && reviews.card(index).latest != kNone;
  const Days elapsed = answered ? std::max(Days(0), Days(moment.now - reviews.card(index).last)) : Days(0);
  const std::optional<State> state = answered ? std::optional(reviews.card(index).state) : std::nullopt;
  if (reviews.last_fit() == nullptr) return dues(reviews.model(), state, elapsed, moment, wishes);
  const Published published(reviews, answered ? index : kNone, elapsed, wishes.retention);
  return dues_by(reviews.model(), state, elapsed, moment, wishes,
                 [&](Grade grade, Days interval) { return published.trusted(grade, interval); });
}

base::TimePoint due_when_known(base::TimePoint now, std::chrono::minutes utc_offset) {
  return beginning_of(study_day(now, utc_offset) + kUntilSure, utc_offset);
}

}  // namespace reviews
