#include "reviews/reviews.h"

#include <algorithm>
#include <cmath>

namespace reviews {
namespace {

using memory::Grade;

constexpr double kMillisecondsADay = 86'400'000;
/// One's usual time is a moving average over about this many answers.
constexpr double kTimedAnswers = 50;
constexpr std::int64_t kFewestTimed = 5;

std::int64_t count_of(base::TimePoint at) { return at.time_since_epoch().count(); }

/// Never negative: a clock may have been set back, an imported history may overlap.
memory::Days elapsed(std::int64_t from, std::int64_t to) {
  return memory::Days(static_cast<double>(std::max<std::int64_t>(0, to - from)) / kMillisecondsADay);
}

memory::Days elapsed(base::TimePoint from, base::TimePoint to) { return elapsed(count_of(from), count_of(to)); }

}  // namespace

/// What one event does.
struct Reviews::Fold {
  Reviews& reviews;
  const learner::Event& event;

  CardIndex card(const course::QuestionId& question) const { return reviews.card_of({event.course, question}); }
  CardIndex known_card(const course::QuestionId& question) const { return reviews.find({event.course, question}); }

  void answered_elsewhere(const course::QuestionId& question) const {
    if (reviews.waiting_ && reviews.waiting_->question == QuestionRef{event.course, question}) reviews.waiting_.reset();
  }

  void operator()(const learner::Answered& what) const {
    if (!what.comes_back) return;
    reviews.add(card(what.question), event.at, *what.comes_back, what.took, Origin::lesson);
    answered_elsewhere(what.question);
  }
  void operator()(const learner::GaveUp& what) const {
    if (!what.comes_back) return;
    reviews.add(card(what.question), event.at, *what.comes_back, base::Duration(0), Origin::lesson);
    answered_elsewhere(what.question);
  }
  void operator()(const learner::QuizFinished& what) const {
    for (const learner::QuizResult& result : what.results) {
      if (!result.comes_back) continue;
      reviews.add(card(result.question), event.at, *result.comes_back, base::Duration(0), Origin::quiz);
      answered_elsewhere(result.question);
    }
  }
  void operator()(const learner::Foretold& what) const {
    reviews.foretold_[card(what.question)] = what.recall;
    if (event.lesson.empty()) reviews.waiting_ = Waiting{{event.course, what.question}, what.seed};
  }
  void operator()(const learner::Reviewed& what) const {
    ++reviews.days_[learner::local_day(event)];
    reviews.add(card(what.question), event.at, what.comes_back, what.took, Origin::review);
    answered_elsewhere(what.question);
  }
  void operator()(const learner::Regraded& what) const {
    const CardIndex index = known_card(what.question);
    if (index == kNone || reviews.cards_[index].latest == kNone) return;
    Card& regraded = reviews.cards_[index];
    std::uint8_t& grade = reviews.log_.grade[regraded.latest];
    const auto was = static_cast<Grade>(grade);
    grade = static_cast<std::uint8_t>(what.comes_back.grade);
    if (regraded.reviews > 1) {
      regraded.lapses += what.comes_back.grade == Grade::again;
      regraded.lapses -= was == Grade::again;
    }
    regraded.due = what.comes_back.due;
    if (!reviews.reading_) reviews.replay(index);
  }
  void operator()(const learner::ReviewUndone& what) const {
    const CardIndex index = known_card(what.question);
    if (index != kNone) reviews.take_back(index);
  }
  void operator()(const learner::Buried& what) const {
    const CardIndex index = known_card(what.question);
    if (index != kNone) reviews.cards_[index].buried = what.until;
    answered_elsewhere(what.question);
  }
  void operator()(const learner::StandingChanged& what) const {
    Card& changed = reviews.cards_[card(what.question)];
    changed.standing = what.standing;
    if (what.standing != learner::Standing::not_for_me) changed.due = what.due;
    answered_elsewhere(what.question);
  }
  void operator()(const learner::Fitted& what) const {
    reviews.fits_[what.model] = {what.reviews, event.at, what.loss_before, what.loss_after};
    reviews.adopt(what, event.at);
  }
  template <class Other>
  void operator()(const Other&) const {}
};

Reviews::Reviews(ModelKind kind) : model_(kind) {}

void Reviews::apply(const learner::Event& event) {
  if (event.number > 0 && event.number <= last_event_) return;
  last_event_ = std::max(last_event_, event.number);
  std::visit(Fold{*this, event}, event.what);
}

void Reviews::begin_reading() { reading_ = true; }

void Reviews::end_reading() {
  if (!reading_) return;
  reading_ = false;
  replay_all();
}

void Reviews::choose_model(ModelKind kind) {
  if (kind == model_.kind()) return;
  const auto found = fitted_.find(name_of(kind));
  model_ = found == fitted_.end() ? Model(kind) : Model(kind, found->second.parameters);
  if (!reading_) replay_all();
}

void Reviews::adopt(const learner::Fitted& fitted, base::TimePoint at) {
  fitted_[fitted.model] = fitted;
  if (fitted.model != name_of(model_.kind())) return;
  model_ = Model(model_.kind(), fitted.parameters);
  replay_all();  // while a log is read, too: what comes forward hangs on the states of then
  bring_forward(fitted.retention, at);
}

void Reviews::bring_forward(double retention, base::TimePoint now) {
  if (!(retention > 0 && retention < 1)) return;
  for (Card& card : cards_) {
    if (card.latest == kNone || card.standing != learner::Standing::asked || card.due <= now) continue;
    const auto interval = std::chrono::duration_cast<base::Duration>(model_.interval(card.state, retention));
    card.due = std::min(card.due, std::max(now, card.last + interval));
  }
}

const LastFit* Reviews::last_fit() const {
  const auto found = fits_.find(name_of(model_.kind()));
  return found == fits_.end() ? nullptr : &found->second;
}

CardIndex Reviews::find(const course::CourseId& course, const course::QuestionId& question) const {
  const auto found = index_.find(QuestionKey{course, question});
  return found == index_.end() ? kNone : found->second;
}

CardIndex Reviews::card_of(const QuestionRef& question) {
  const auto [found, added] = index_.try_emplace(question, static_cast<CardIndex>(cards_.size()));
  if (added) {
    cards_.emplace_back();
    questions_.push_back(question);
  }
  return found->second;
}

void Reviews::add(CardIndex index, base::TimePoint at, const learner::Return& comes_back, base::Duration took,
                  Origin origin) {
  Card& card = cards_[index];
  const auto number = static_cast<ReviewIndex>(log_.size());
  const auto foretold = foretold_.find(index);
  log_.card.push_back(index);
  log_.before.push_back(card.latest);
  log_.at.push_back(count_of(at));
  // What was foretold of a question that nothing was known of says nothing of the model.
  log_.foretold.push_back(foretold != foretold_.end() && card.latest != kNone ? static_cast<float>(foretold->second)
                                                                              : std::nanf(""));
  log_.took.push_back(static_cast<std::uint32_t>(std::clamp<std::int64_t>(took.count(), 0, UINT32_MAX)));
  log_.grade.push_back(static_cast<std::uint8_t>(comes_back.grade));
  log_.origin.push_back(origin);
  if (foretold != foretold_.end()) foretold_.erase(foretold);
  if (!reading_) {
    card.state = card.latest == kNone ? model_.first(comes_back.grade)
                                      : model_.next(card.state, elapsed(card.last, at), comes_back.grade);
  }
  if (card.latest != kNone) longest_seen_ = std::max(longest_seen_, elapsed(card.last, at));
  card.lapses += card.latest != kNone && comes_back.grade == Grade::again;
  card.latest = number;
  ++card.reviews;
  card.last = at;
  card.due = comes_back.due;
  card.key = comes_back.key;
  card.buried = {};
  card.standing = learner::Standing::asked;
  ++count_;
  if (comes_back.grade != Grade::again && took.count() > 0) {
    const double value = std::log(static_cast<double>(took.count()));
    ++timed_;
    usual_log_took_ += (value - usual_log_took_) / std::min(static_cast<double>(timed_), kTimedAnswers);
  }
}

void Reviews::take_back(CardIndex index) {
  Card& card = cards_[index];
  if (card.latest == kNone || log_.origin[card.latest] != Origin::review) return;
  const ReviewIndex undone = card.latest;
  log_.card[undone] = kNone;
  card.latest = log_.before[undone];
  --card.reviews;
  card.lapses -= card.latest != kNone && log_.grade[undone] == static_cast<std::uint8_t>(Grade::again);
  // It had been asked because it was due.
  card.due = base::TimePoint(base::Duration(log_.at[undone]));
  card.last = card.latest == kNone ? base::TimePoint{} : base::TimePoint(base::Duration(log_.at[card.latest]));
  --count_;
  if (!std::isnan(log_.foretold[undone])) foretold_[index] = static_cast<double>(log_.foretold[undone]);
  if (!reading_) replay(index);
}

std::vector<ReviewIndex> Reviews::history(CardIndex index) const {
  std::vector<ReviewIndex> reviews;
  reviews.reserve(cards_[index].reviews);
  for (ReviewIndex i = cards_[index].latest; i != kNone; i = log_.before[i]) reviews.push_back(i);
  std::reverse(reviews.begin(), reviews.end());
  return reviews;
}

std::optional<State> Reviews::state_by(const Model& model, CardIndex index) const {
  std::optional<State> state;
  std::int64_t last = 0;
  for (const ReviewIndex i : history(index)) {
    const auto grade = static_cast<Grade>(log_.grade[i]);
    state = state ? model.next(*state, elapsed(last, log_.at[i]), grade) : model.first(grade);
    last = log_.at[i];
  }
  return state;
}

void Reviews::replay(CardIndex index) { cards_[index].state = state_by(model_, index).value_or(State{}); }

void Reviews::replay_all() {
  std::vector<std::int64_t> last(cards_.size(), -1);
  for (std::size_t i = 0; i < log_.size(); ++i) {
    const CardIndex index = log_.card[i];
    if (index == kNone) continue;
    const auto grade = static_cast<Grade>(log_.grade[i]);
    State& state = cards_[index].state;
    state = last[index] < 0 ? model_.first(grade) : model_.next(state, elapsed(last[index], log_.at[i]), grade);
    last[index] = std::max<std::int64_t>(0, log_.at[i]);
  }
}

std::optional<double> Reviews::recall(CardIndex index, base::TimePoint now) const {
  const Card& card = cards_[index];
  if (card.latest == kNone) return std::nullopt;
  return model_.recall(card.state, elapsed(card.last, now));
}

std::vector<double> Reviews::recall_of_all(base::TimePoint now) const {
  std::vector<State> states;
  std::vector<double> days;
  std::vector<CardIndex> which;
  states.reserve(cards_.size());
  days.reserve(cards_.size());
  which.reserve(cards_.size());
  for (CardIndex i = 0; i < cards_.size(); ++i) {
    if (cards_[i].latest == kNone) continue;
    states.push_back(cards_[i].state);
    days.push_back(elapsed(cards_[i].last, now).count());
    which.push_back(i);
  }
  const std::vector<double> known = model_.recall(states, days);
  std::vector<double> recall(cards_.size(), std::nan(""));
  for (std::size_t i = 0; i < which.size(); ++i) recall[which[i]] = known[i];
  return recall;
}

std::optional<base::Duration> Reviews::usual_time(CardIndex index) const {
  if (timed_ < kFewestTimed) return std::nullopt;
  if (index != kNone) {
    for (ReviewIndex i = cards_[index].latest; i != kNone; i = log_.before[i]) {
      if (log_.grade[i] != static_cast<std::uint8_t>(Grade::again) && log_.took[i] > 0)
        return base::Duration(log_.took[i]);
    }
  }
  return base::Duration(std::llround(std::exp(usual_log_took_)));
}

memory::ReviewLog Reviews::for_fit() const {
  memory::ReviewLog log;
  std::vector<std::uint32_t> next(cards_.size(), 0);
  log.starts.clear();
  std::uint32_t start = 0;
  std::int64_t origin = std::numeric_limits<std::int64_t>::max();
  for (CardIndex i = 0; i < cards_.size(); ++i) {
    next[i] = start;
    if (cards_[i].reviews == 0) continue;
    log.starts.push_back(start);
    start += cards_[i].reviews;
  }
  log.starts.push_back(start);
  for (std::size_t i = 0; i < log_.size(); ++i) {
    if (log_.card[i] != kNone) origin = std::min(origin, log_.at[i]);
  }
  log.days.resize(start);
  log.grades.resize(start);
  std::vector<double> latest(cards_.size(), 0);
  for (std::size_t i = 0; i < log_.size(); ++i) {
    const CardIndex index = log_.card[i];
    if (index == kNone) continue;
    const std::uint32_t place = next[index]++;
    latest[index] = std::max(latest[index], elapsed(origin, log_.at[i]).count());
    log.days[place] = latest[index];
    log.grades[place] = log_.grade[i];
  }
  return log;
}

}  // namespace reviews
