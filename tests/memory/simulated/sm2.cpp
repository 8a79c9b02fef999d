#include <algorithm>
#include <cmath>
#include <vector>

#include "memory/simulated/scheduler.h"

namespace simulated {
namespace {

class Sm2 : public Scheduler {
 public:
  explicit Sm2(int questions) : items_(static_cast<std::size_t>(questions)) {}

  Foretold foretell(int, double) const override { return {}; }
  double urgency(int question, double) const override { return item(question).due; }  // the longest due first
  bool repeats(memory::Grade grade) const override { return quality(grade) < 4; }

  void answered(int question, double day, memory::Grade grade, bool drill) override {
    if (drill) return;
    Item& item = items_[static_cast<std::size_t>(question)];
    const double q = quality(grade);
    if (q < 3) {
      item.repetition = 1;
      item.interval = 1;
    } else {
      item.ease = std::max(1.3, item.ease + 0.1 - (5 - q) * (0.08 + (5 - q) * 0.02));
      ++item.repetition;
      item.interval = item.repetition == 1 ? 1 : item.repetition == 2 ? 6 : std::ceil(item.interval * item.ease);
    }
    item.due = day + item.interval;
  }

  Wait wait(int question, std::span<const int>, int) override {
    return {static_cast<int>(item(question).interval), true};
  }

 private:
  struct Item {
    double ease = 2.5, interval = 0, due = 0;
    int repetition = 0;
  };
  const Item& item(int question) const { return items_[static_cast<std::size_t>(question)]; }
  static double quality(memory::Grade grade) { return memory::number_of(grade) + 1; }

  std::vector<Item> items_;
};

}  // namespace

SchedulerPtr sm2(int questions) { return std::make_unique<Sm2>(questions); }

}  // namespace simulated
