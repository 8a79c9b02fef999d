#include "reviews/snapshot.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <type_traits>

namespace reviews {
namespace {

/// Another number for any change of what follows, or of what the numbers mean.
constexpr std::uint64_t kFormat = 0x5265'7669'6577'0001;
constexpr std::size_t kWord = 8;

class Writer {
 public:
  template <class T>
  void number(T value) {
    static_assert(std::is_arithmetic_v<T> || std::is_enum_v<T>);
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  template <class T>
  void list(const std::vector<T>& values) {
    static_assert(std::is_arithmetic_v<T> || std::is_enum_v<T>);
    number<std::uint64_t>(values.size());
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
  }
  void text(const std::string& value) {
    number<std::uint64_t>(value.size());
    bytes_ += value;
  }
  void reserve(std::size_t size) { bytes_.reserve(size); }
  std::string take() {
    bytes_.append((kWord - bytes_.size() % kWord) % kWord, '\0');
    number(checksum_of(bytes_));
    return std::move(bytes_);
  }

 private:
  std::string bytes_;
};

/// Once something does not fit, everything after it is empty and `good` stays false.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  template <class T>
  T number() {
    T value{};
    if (!has(sizeof value)) return value;
    std::memcpy(&value, bytes_.data() + at_, sizeof value);
    at_ += sizeof value;
    return value;
  }
  template <class T>
  T number_up_to(T most) {
    const auto value = number<std::underlying_type_t<T>>();
    if (value > static_cast<std::underlying_type_t<T>>(most)) good_ = false;
    return good_ ? static_cast<T>(value) : T{};
  }
  template <class T>
  std::vector<T> list() {
    const auto count = number<std::uint64_t>();
    if (count > bytes_.size() || !has(count * sizeof(T))) {
      good_ = false;
      return {};
    }
    std::vector<T> values(count);
    if (count > 0) std::memcpy(values.data(), bytes_.data() + at_, count * sizeof(T));
    at_ += count * sizeof(T);
    return values;
  }
  std::string text() {
    const auto size = number<std::uint64_t>();
    if (!has(size)) return {};
    std::string value(bytes_.substr(at_, size));
    at_ += size;
    return value;
  }
  /// How many of something follow, each of at least `least` bytes.
  std::uint64_t count(std::size_t least) {
    const auto count = number<std::uint64_t>();
    if (count > (bytes_.size() - at_) / least) good_ = false;
    return good_ ? count : 0;
  }
  void require(bool holds) { good_ = good_ && holds; }
  bool good() const { return good_; }
  bool at_end() const { return good_ && bytes_.size() - at_ < kWord; }

 private:
  bool has(std::uint64_t size) {
    if (good_ && size > bytes_.size() - at_) good_ = false;
    return good_;
  }
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool good_ = true;
};

std::int64_t ms_of(base::TimePoint at) { return at.time_since_epoch().count(); }
base::TimePoint time_of(std::int64_t count) { return base::TimePoint(base::Duration(count)); }

/// Times far from any history would overflow where one is taken from the other.
constexpr std::int64_t kLatest = 1'000'000'000'000'000;
bool is_time(std::int64_t count) { return count >= -kLatest && count <= kLatest; }
/// Within these every state of either model lies, and with them recall is a number.
bool is_trace(double days) { return days >= memory::Fsrs7::kLeastStability && days <= memory::Fsrs7::kMostStability; }
bool is_state(const State& state, bool two_traces) {
  return is_trace(state.stability) && (two_traces ? is_trace(state.short_stability) : state.short_stability == 0) &&
         state.difficulty >= memory::kLeastDifficulty && state.difficulty <= memory::kMostDifficulty;
}
constexpr std::int32_t kMostADay = 1 << 30;
constexpr std::int64_t kMostCounted = std::int64_t{1} << 48;

void write(Writer& out, const Card& card) {
  for (const double value : {card.state.stability, card.state.short_stability, card.state.difficulty})
    out.number(value);
  for (const base::TimePoint at : {card.last, card.due, card.buried}) out.number(ms_of(at));
  out.number(card.key);
  for (const std::uint32_t value : {card.latest, card.reviews, card.lapses}) out.number(value);
  out.number(static_cast<std::uint32_t>(card.standing));
}
constexpr std::size_t kCardSize = 9 * 8;

Card read_card(Reader& in) {
  Card card;
  for (double* value : {&card.state.stability, &card.state.short_stability, &card.state.difficulty})
    *value = in.number<double>();
  for (base::TimePoint* at : {&card.last, &card.due, &card.buried}) {
    const auto count = in.number<std::int64_t>();
    in.require(is_time(count));
    *at = time_of(count);
  }
  card.key = in.number<std::uint64_t>();
  for (std::uint32_t* value : {&card.latest, &card.reviews, &card.lapses}) *value = in.number<std::uint32_t>();
  const auto standing = in.number<std::uint32_t>();
  in.require(standing <= static_cast<std::uint32_t>(learner::Standing::not_for_me));
  if (in.good()) card.standing = static_cast<learner::Standing>(standing);
  return card;
}

/// Everything that the lists rely on: each review's card and the one before it, and each card's latest and count.
bool agree(const Log& log, const std::vector<Card>& cards, bool two_traces) {
  const std::size_t size = log.size();
  if (size >= kNone || log.before.size() != size || log.at.size() != size || log.foretold.size() != size ||
      log.took.size() != size || log.grade.size() != size || log.origin.size() != size)
    return false;
  std::vector<ReviewIndex> latest(cards.size(), kNone);
  std::vector<std::uint32_t> counts(cards.size(), 0);
  for (std::size_t i = 0; i < size; ++i) {
    const CardIndex card = log.card[i];
    const bool foretold = log.foretold[i] >= 0 && log.foretold[i] <= 1;
    if (!memory::is_grade(log.grade[i]) || log.origin[i] > Origin::review || !is_time(log.at[i]) ||
        !(foretold || std::isnan(log.foretold[i])))
      return false;
    if (card == kNone) continue;
    if (card >= cards.size() || log.before[i] != latest[card]) return false;
    latest[card] = static_cast<ReviewIndex>(i);
    ++counts[card];
  }
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (cards[i].latest != latest[i] || cards[i].reviews != counts[i]) return false;
    if (counts[i] > 0 && !is_state(cards[i].state, two_traces)) return false;
  }
  return true;
}

}  // namespace

std::uint64_t checksum_of(std::string_view bytes) {
  // Four sums side by side, each step of which is one to one in its word.
  constexpr std::uint64_t kMix = 0x9e3779b97f4a7c15ULL;
  std::uint64_t sums[4] = {1, 2, 3, 4};
  const auto step = [](std::uint64_t sum, std::uint64_t word) { return std::rotl((sum ^ word) * kMix, 29); };
  std::size_t at = 0;
  for (; at + 4 * kWord <= bytes.size(); at += 4 * kWord) {
    std::uint64_t words[4];
    std::memcpy(words, bytes.data() + at, sizeof words);
    for (int i = 0; i < 4; ++i) sums[i] = step(sums[i], words[i]);
  }
  std::uint64_t sum = bytes.size();
  for (; at < bytes.size(); at += kWord) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min(kWord, bytes.size() - at));
    sum = step(sum, word);
  }
  for (const std::uint64_t each : sums) sum = step(sum, each);
  return sum;
}

struct SnapshotAccess {
  static std::string write(const Reviews& reviews);
  static bool read(Reader& in, Reviews& reviews);

 private:
  static void write_questions(Writer& out, const Reviews& reviews);
  static bool read_questions(Reader& in, Reviews& reviews);
  static void write_fits(Writer& out, const Reviews& reviews);
  static bool read_fits(Reader& in, Reviews& reviews);
  static bool read_log(Reader& in, Reviews& reviews);
};

void SnapshotAccess::write_questions(Writer& out, const Reviews& reviews) {
  std::map<course::CourseId, std::uint32_t> courses;
  for (const QuestionRef& ref : reviews.questions_) courses.emplace(ref.course, 0);
  out.number<std::uint64_t>(courses.size());
  std::uint32_t next = 0;
  for (auto& [course, number] : courses) {
    number = next++;
    out.text(course.str());
  }
  out.number<std::uint64_t>(reviews.cards_.size());
  const QuestionRef* before = nullptr;
  std::uint32_t number = 0;
  for (CardIndex i = 0; i < reviews.cards_.size(); ++i) {
    const QuestionRef& ref = reviews.questions_[i];
    if (before == nullptr || ref.course != before->course) number = courses.at(ref.course);
    before = &ref;
    out.number(number);
    out.text(ref.question.str());
    reviews::write(out, reviews.cards_[i]);
  }
}

bool SnapshotAccess::read_questions(Reader& in, Reviews& reviews) {
  std::vector<course::CourseId> courses(in.count(sizeof(std::uint64_t)));
  for (course::CourseId& course : courses) course = course::CourseId(in.text());
  const std::uint64_t cards = in.count(kCardSize + sizeof(std::uint64_t) + sizeof(std::uint32_t));
  reviews.cards_.reserve(cards);
  reviews.questions_.reserve(cards);
  reviews.index_.reserve(cards);
  for (std::uint64_t i = 0; i < cards && in.good(); ++i) {
    const auto course = in.number<std::uint32_t>();
    in.require(course < courses.size());
    QuestionRef ref{in.good() ? courses[course] : course::CourseId(), course::QuestionId(in.text())};
    reviews.cards_.push_back(read_card(in));
    // The same question twice would be two cards of which one cannot be found.
    in.require(reviews.index_.emplace(ref, static_cast<CardIndex>(i)).second);
    reviews.questions_.push_back(std::move(ref));
  }
  return in.good();
}

void SnapshotAccess::write_fits(Writer& out, const Reviews& reviews) {
  out.number(reviews.model_.kind());
  out.list(reviews.model_.parameters());
  out.number<std::uint64_t>(reviews.fitted_.size());
  for (const auto& [name, fitted] : reviews.fitted_) {
    out.text(name);
    out.list(fitted.parameters);
    out.number(ms_of(reviews.fits_.at(name).at));
    out.number(fitted.reviews);
    out.number(fitted.loss_before);
    out.number(fitted.loss_after);
  }
}

bool SnapshotAccess::read_fits(Reader& in, Reviews& reviews) {
  const auto kind = in.number_up_to(ModelKind::fsrs6);
  const auto parameters = in.list<double>();
  reviews.model_ = Model(kind, parameters);
  // Bytes of parameters that this version would change belong to another one: the states would not fit them.
  in.require(reviews.model_.parameters() == parameters);
  const std::uint64_t fits = in.count(6 * sizeof(std::uint64_t));
  for (std::uint64_t i = 0; i < fits && in.good(); ++i) {
    learner::Fitted fitted;
    fitted.model = in.text();
    fitted.parameters = in.list<double>();
    const base::TimePoint at = time_of(in.number<std::int64_t>());
    fitted.reviews = in.number<std::int64_t>();
    fitted.loss_before = in.number<double>();
    fitted.loss_after = in.number<double>();
    reviews.fits_[fitted.model] = {fitted.reviews, at, fitted.loss_before, fitted.loss_after};
    reviews.fitted_[fitted.model] = fitted;
  }
  return in.good();
}

bool SnapshotAccess::read_log(Reader& in, Reviews& reviews) {
  Log& log = reviews.log_;
  log.card = in.list<CardIndex>();
  log.before = in.list<ReviewIndex>();
  log.at = in.list<std::int64_t>();
  log.foretold = in.list<float>();
  log.took = in.list<std::uint32_t>();
  log.grade = in.list<std::uint8_t>();
  log.origin = in.list<Origin>();
  return in.good() && agree(log, reviews.cards_, reviews.model_.kind() == ModelKind::fsrs7);
}

std::string SnapshotAccess::write(const Reviews& reviews) {
  Writer out;
  out.reserve(27 * reviews.log_.size() + 130 * reviews.cards_.size());
  out.number(kFormat);
  write_questions(out, reviews);
  write_fits(out, reviews);
  const Log& log = reviews.log_;
  out.list(log.card);
  out.list(log.before);
  out.list(log.at);
  out.list(log.foretold);
  out.list(log.took);
  out.list(log.grade);
  out.list(log.origin);
  const std::map<CardIndex, double> foretold(reviews.foretold_.begin(), reviews.foretold_.end());
  out.number<std::uint64_t>(foretold.size());
  for (const auto& [card, recall] : foretold) {
    out.number(card);
    out.number(recall);
  }
  out.number<std::uint8_t>(reviews.waiting_.has_value());
  if (reviews.waiting_) {
    out.text(reviews.waiting_->question.course.str());
    out.text(reviews.waiting_->question.question.str());
    out.number(reviews.waiting_->seed);
  }
  out.number<std::uint64_t>(reviews.days_.size());
  for (const auto& [day, count] : reviews.days_) {
    out.number(day.time_since_epoch().count());
    out.number<std::int32_t>(count);
  }
  out.number(reviews.usual_log_took_);
  out.number(reviews.timed_);
  out.number(reviews.count_);
  out.number(reviews.last_event_);
  return out.take();
}

bool SnapshotAccess::read(Reader& in, Reviews& reviews) {
  if (in.number<std::uint64_t>() != kFormat) return false;
  if (!read_questions(in, reviews) || !read_fits(in, reviews) || !read_log(in, reviews)) return false;
  const std::uint64_t foretold = in.count(sizeof(CardIndex) + sizeof(double));
  for (std::uint64_t i = 0; i < foretold; ++i) {
    const auto card = in.number<CardIndex>();
    const auto recall = in.number<double>();
    in.require(card < reviews.cards_.size() && recall >= 0 && recall <= 1);
    reviews.foretold_[card] = recall;
  }
  if (in.number<std::uint8_t>() != 0) {
    Reviews::Waiting waiting;
    waiting.question.course = course::CourseId(in.text());
    waiting.question.question = course::QuestionId(in.text());
    waiting.seed = in.number<std::uint64_t>();
    reviews.waiting_ = std::move(waiting);
  }
  using Days = std::chrono::sys_days::duration;
  const std::uint64_t days = in.count(sizeof(Days::rep) + sizeof(std::int32_t));
  for (std::uint64_t i = 0; i < days; ++i) {
    const auto day = in.number<Days::rep>();
    const auto count = in.number<std::int32_t>();
    in.require(day >= 0 && day < kLatest / 86'400'000 && count >= 0 && count <= kMostADay);
    if (in.good()) reviews.days_[std::chrono::sys_days(Days(day))] = count;
  }
  reviews.usual_log_took_ = in.number<double>();
  reviews.timed_ = in.number<std::int64_t>();
  reviews.count_ = in.number<std::int64_t>();
  reviews.last_event_ = in.number<std::int64_t>();
  std::int64_t counted = 0;
  for (const Card& card : reviews.cards_) counted += card.reviews;
  // The logarithm of a number of 63 bits is below 44.
  in.require(reviews.usual_log_took_ >= 0 && reviews.usual_log_took_ < 44 && reviews.timed_ >= 0 &&
             reviews.timed_ < kMostCounted && reviews.count_ == counted && reviews.last_event_ >= 0);
  return in.at_end();
}

std::string to_bytes(const Reviews& reviews) { return SnapshotAccess::write(reviews); }

std::optional<Reviews> from_bytes(std::string_view bytes) {
  if (bytes.size() < kWord || bytes.size() % kWord != 0) return std::nullopt;
  std::uint64_t sum = 0;
  std::memcpy(&sum, bytes.data() + bytes.size() - kWord, kWord);
  bytes.remove_suffix(kWord);
  if (checksum_of(bytes) != sum) return std::nullopt;
  Reviews reviews;
  Reader in(bytes);
  if (!SnapshotAccess::read(in, reviews)) return std::nullopt;
  return reviews;
}

}  // namespace reviews
