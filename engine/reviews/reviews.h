#pragma once
// What is remembered of every question: the history folded into cards, one for each question that was answered, and the list
// of all reviews. Pure. Two million reviews are folded in seconds, so a log is read once, elsewhere than on the window's thread
// and each new event is applied in less than a millisecond.

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "learner/event.h"
#include "memory/log.h"
#include "reviews/model.h"

namespace reviews {

/// A question is known by its course and its id.
struct QuestionRef {
  course::CourseId course;
  course::QuestionId question;
  auto operator<=>(const QuestionRef&) const = default;
};

using CardIndex = std::uint32_t;
using ReviewIndex = std::uint32_t;
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// One question as the learner's memory has it.
struct Card {
  State state;                 ///< after the latest review
  base::TimePoint last;        ///< of the latest review
  base::TimePoint due;         ///< when it comes back: as it was told, or put off
  base::TimePoint buried;      ///< not before then
  std::uint64_t key = 0;       ///< fingerprint of what was right at the latest answer; 0: not known
  ReviewIndex latest = kNone;  ///< its latest review; the one before it follows from `Log::before`
  std::uint32_t reviews = 0;
  std::uint32_t lapses = 0;  ///< reviews after the first that were graded Again
  learner::Standing standing = learner::Standing::asked;
};

/// It was answered, and not put aside for good.
inline bool in_memory(const Card& card) {
  return card.latest != kNone && card.standing != learner::Standing::not_for_me;
}

enum class Origin : std::uint8_t { lesson, quiz, review };

/// All reviews in the order in which they came, each quantity in an array of its own. One that was undone stays, with `card`
/// kNone, so that numbers keep their meaning.
struct Log {
  std::vector<CardIndex> card;
  std::vector<ReviewIndex> before;  ///< the card's review before this one, or kNone
  std::vector<std::int64_t> at;     ///< milliseconds since 1970 UTC
  std::vector<float> foretold;      ///< recall that was stored before the answer, 0–1; NaN where nothing was foretold
  std::vector<std::uint32_t> took;  ///< milliseconds
  std::vector<std::uint8_t> grade;  ///< 1–4, the learner's where it was changed
  std::vector<Origin> origin;

  std::size_t size() const { return card.size(); }
};

/// When the parameters were last fitted, and what it brought.
struct LastFit {
  std::int64_t reviews = 0;  ///< of the history then
  base::TimePoint at;
  double loss_before = 0, loss_after = 0;  ///< mean log loss
};

/// Writes and reads all of Reviews as bytes (snapshot.h).
struct SnapshotAccess;

class Reviews {
 public:
  explicit Reviews(ModelKind kind = ModelKind::fsrs7);

  /// Events come in the order of their numbers; one that was applied before is passed over. Number 0 is always applied.
  void apply(const learner::Event& event);

  /// The same for a whole log: between `begin_reading` and `end_reading` states are not worked out, and then all at once.
  void begin_reading();
  void end_reading();

  /// Another model, its parameters those last fitted for it; all states are worked out anew. Due dates stand: they were told.
  /// (New parameters bring some of them forward, `learner::Fitted`.)
  void choose_model(ModelKind kind);
  const Model& model() const { return model_; }
  /// The longest time between two answers to one question, whatever became of them: how far the model has been tried.
  memory::Days longest_seen() const { return longest_seen_; }
  /// Of the model in use; null when it was never fitted.
  const LastFit* last_fit() const;

  std::size_t size() const { return cards_.size(); }
  const Card& card(CardIndex index) const { return cards_[index]; }
  const std::vector<Card>& cards() const { return cards_; }
  const QuestionRef& question(CardIndex index) const { return questions_[index]; }
  /// kNone for a question that was never answered.
  CardIndex find(const QuestionRef& question) const { return find(question.course, question.question); }
  CardIndex find(const course::CourseId& course, const course::QuestionId& question) const;
  const Log& log() const { return log_; }
  /// The card's reviews, oldest first.
  std::vector<ReviewIndex> history(CardIndex index) const;

  /// The state after all of the card's reviews, by any model; empty for one never answered.
  std::optional<State> state_by(const Model& model, CardIndex index) const;

  /// The probability that it is known at `now`; empty for one never answered.
  std::optional<double> recall(CardIndex index, base::TimePoint now) const;
  /// The same for all cards at once; NaN for those without a review.
  std::vector<double> recall_of_all(base::TimePoint now) const;

  /// One's own usual time for this question: that of the latest time it was known, else one's usual time for any. Empty before the
  /// fifth answer.
  std::optional<base::Duration> usual_time(CardIndex index) const;

  /// The question of a review that was shown last and is not answered: to go on with, as it was shown, after an interruption.
  struct Waiting {
    QuestionRef question;
    std::uint64_t seed = 0;
  };
  const std::optional<Waiting>& waiting() const { return waiting_; }

  /// The log as the fit reads it.
  memory::ReviewLog for_fit() const;
  /// Days (local) on which something was reviewed, and how often, with what was undone.
  const std::map<std::chrono::sys_days, int>& days() const { return days_; }
  /// Reviews, without those undone.
  std::int64_t count() const { return count_; }
  std::int64_t last_event() const { return last_event_; }

 private:
  struct Fold;
  friend struct SnapshotAccess;
  /// A question that is looked for without its names being copied.
  struct QuestionKey {
    const course::CourseId& course;
    const course::QuestionId& question;
  };
  struct HashQuestion {
    using is_transparent = void;
    std::size_t operator()(const QuestionKey& key) const {
      return std::hash<course::CourseId>()(key.course) * 31 + std::hash<course::QuestionId>()(key.question);
    }
    std::size_t operator()(const QuestionRef& ref) const { return (*this)(QuestionKey{ref.course, ref.question}); }
  };
  struct SameQuestion {
    using is_transparent = void;
    template <class A, class B>
    bool operator()(const A& a, const B& b) const {
      return a.question == b.question && a.course == b.course;
    }
  };

  CardIndex card_of(const QuestionRef& question);
  void add(CardIndex index, base::TimePoint at, const learner::Return& comes_back, base::Duration took, Origin origin);
  void take_back(CardIndex index);
  /// What falls to `retention` before it is due comes then.
  void bring_forward(double retention, base::TimePoint now);
  /// The states after all reviews of one card, and of all.
  void replay(CardIndex index);
  void replay_all();
  void adopt(const learner::Fitted& fitted, base::TimePoint at);

  Model model_;
  std::map<std::string, learner::Fitted> fitted_;  // by model, the latest
  std::map<std::string, LastFit> fits_;
  std::vector<Card> cards_;
  std::vector<QuestionRef> questions_;
  std::unordered_map<QuestionRef, CardIndex, HashQuestion, SameQuestion> index_;
  std::unordered_map<CardIndex, double> foretold_;  // shown and not answered yet
  std::optional<Waiting> waiting_;
  std::map<std::chrono::sys_days, int> days_;
  Log log_;
  double usual_log_took_ = 0;  // moving average of ln(ms) over answers that were known
  std::int64_t timed_ = 0;     // how many of those there were
  memory::Days longest_seen_{0};
  std::int64_t count_ = 0;
  std::int64_t last_event_ = 0;
  bool reading_ = false;
};

}  // namespace reviews
