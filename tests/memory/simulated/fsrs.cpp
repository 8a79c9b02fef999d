#include <cmath>
#include <vector>

#include "memory/due.h"
#include "memory/fit.h"
#include "memory/simulated/random.h"
#include "memory/simulated/scheduler.h"

namespace simulated {
namespace {

using memory::Days;

constexpr std::uint64_t kSpread = 2;  // stream of random numbers

template <class Model>
class Fsrs : public Scheduler {
 public:
  Fsrs(int questions, double retention, Fitting fitting)
      : retention_(retention), fitting_(fitting), items_(static_cast<std::size_t>(questions)) {}

  Foretold foretell(int question, double day) const override {
    const Item& item = of(question);
    const Days since = between(item.reviews.back().day, day);
    return {model_.recall(item.state, since), defaults_.recall(item.by_default, since)};
  }
  double urgency(int question, double day) const override { return foretell(question, day).recall; }
  bool repeats(memory::Grade grade) const override { return grade == memory::Grade::again; }

  void answered(int question, double day, memory::Grade grade, bool) override {
    Item& item = items_[static_cast<std::size_t>(question)];
    advance(model_, item.state, item, item.reviews.size(), {day, grade});
    advance(defaults_, item.by_default, item, item.reviews.size(), {day, grade});
    if (!item.reviews.empty()) longest_ = std::max(longest_, between(item.reviews.back().day, day));
    item.reviews.push_back({day, grade});
    ++reviews_;
  }

  Wait wait(int question, std::span<const int> due, int least) override {
    const Item& item = of(question);
    Days interval = model_.interval(item.state, retention_);
    if (interval > longest_)  // otherwise seen, and the interval of the defaults need not be looked for
      interval = memory::trusted_interval(interval, defaults_.interval(item.by_default, retention_), longest_);
    const memory::DayRange range =
        memory::fuzz_range(interval, static_cast<int>(memory::kLongestInterval.count()), least);
    return {memory::choose_day(range, due, {}, test::between(random_, 0, 0.999999)), interval >= Days(1)};
  }

  bool rest() override {
    constexpr double kGrowth = 1.05;
    if (fitting_ == Fitting::never || static_cast<double>(reviews_) < kGrowth * static_cast<double>(fitted_))
      return false;
    fitted_ = reviews_;
    const auto fit = memory::fit(log(), model_.parameters());
    if (fit.outcome != memory::FitOutcome::improved) return false;
    model_ = Model(fit.parameters);
    for (Item& item : items_) {
      for (std::size_t i = 0; i < item.reviews.size(); ++i) advance(model_, item.state, item, i, item.reviews[i]);
    }
    return true;
  }

 private:
  struct Review {
    double day = 0;
    memory::Grade grade = memory::Grade::good;
  };
  struct Item {
    std::vector<Review> reviews;
    typename Model::State state, by_default;
  };

  static Days between(double before, double now) {
    const bool whole_days = Model::kSize == memory::Fsrs6::kSize;
    return Days(whole_days ? std::floor(now) - std::floor(before) : now - before);
  }

  /// `number`: how many reviews the question had before this one.
  static void advance(const Model& model, typename Model::State& state, const Item& item, std::size_t number,
                      const Review& review) {
    state = number == 0 ? model.first(review.grade)
                        : model.next(state, between(item.reviews[number - 1].day, review.day), review.grade);
  }

  const Item& of(int question) const { return items_[static_cast<std::size_t>(question)]; }

  memory::ReviewLog log() const {
    memory::ReviewLog log;
    for (const Item& item : items_) {
      for (const Review& review : item.reviews) {
        log.days.push_back(review.day);
        log.grades.push_back(static_cast<std::uint8_t>(review.grade));
      }
      log.starts.push_back(static_cast<std::uint32_t>(log.reviews()));
    }
    return log;
  }

  double retention_;
  Fitting fitting_;
  Model model_, defaults_;
  std::vector<Item> items_;
  Days longest_{0};  ///< between two answers
  std::size_t reviews_ = 0, fitted_ = 0;
  base::Random random_ = stream(0, kSpread);
};

}  // namespace

SchedulerPtr fsrs6(int questions, double retention, Fitting fitting) {
  return std::make_unique<Fsrs<memory::Fsrs6>>(questions, retention, fitting);
}

SchedulerPtr fsrs7(int questions, double retention, Fitting fitting) {
  return std::make_unique<Fsrs<memory::Fsrs7>>(questions, retention, fitting);
}

}  // namespace simulated
