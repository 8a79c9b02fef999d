#include "learner/event.h"

#include <algorithm>
#include <cmath>

#include "learner/event_json.h"

namespace learner {
namespace {

using namespace detail;

struct Writer {
  Json operator()(const LessonOpened&) const { return Json::object(); }
  Json operator()(const StepFinished& what) const { return {{"step", what.step.str()}}; }
  Json operator()(const Answered& what) const {
    Json json = {{"question", what.question.str()},
                 {"response", response_to_json(what.response)},
                 {"credit", share(what.credit)},
                 {"earned", share(what.earned)},
                 {"attempt", std::max(1, what.attempt)},
                 {"hints", std::max(0, what.hints)},
                 {"last", what.last},
                 {"seed", what.seed},
                 {"took", std::max<std::int64_t>(0, what.took.count())}};
    if (what.pretest) json["pretest"] = true;
    write_certainty(json, what.certainty);
    write_marks(json, what.marks);
    write_comes_back(json, what.comes_back);
    return json;
  }
  Json operator()(const HintShown& what) const {
    return {{"question", what.question.str()}, {"number", std::max(1, what.number)}};
  }
  Json operator()(const GaveUp& what) const {
    Json json = {{"question", what.question.str()}};
    if (what.unknown) json["unknown"] = true;
    write_comes_back(json, what.comes_back);
    return json;
  }
  Json operator()(const LessonFinished&) const { return Json::object(); }
  Json operator()(const LessonRestarted&) const { return Json::object(); }
  template <class Other>
  Json operator()(const Other& what) const {
    if constexpr (requires { write_quiz(what); }) {
      return write_quiz(what);
    } else {
      return write_review(what);
    }
  }
};

bool read(const Json&, LessonOpened&) { return true; }
bool read(const Json&, LessonFinished&) { return true; }
bool read(const Json&, LessonRestarted&) { return true; }
bool read(const Json& json, StepFinished& what) { return read_id(json, "step", what.step); }
bool read(const Json& json, GaveUp& what) {
  return read_id(json, "question", what.question) && read_flag(json, "unknown", what.unknown) &&
         read_comes_back(json, what.comes_back);
}
bool read(const Json& json, HintShown& what) {
  return read_id(json, "question", what.question) && read_count(json, "number", 1, INT32_MAX, what.number);
}
bool read(const Json& json, Answered& what) {
  std::int64_t took = 0;
  const bool fits = read_id(json, "question", what.question) && read_response(json, what.response) &&
                    read_share(json, "credit", what.credit) && read_share(json, "earned", what.earned) &&
                    read_count(json, "attempt", 1, INT32_MAX, what.attempt) &&
                    read_count(json, "hints", 0, INT32_MAX, what.hints) && read_flag(json, "last", what.last) &&
                    read_flag(json, "pretest", what.pretest) && read_count(json, "seed", 0, UINT64_MAX, what.seed) &&
                    read_count(json, "took", 0, INT64_MAX, took) && read_marks(json, what.marks) &&
                    read_comes_back(json, what.comes_back);
  what.certainty = read_certainty(json);
  what.took = base::Duration(took);
  return fits;
}

template <class Other>
bool read(const Json& json, Other& what) {
  if constexpr (requires { read_quiz(json, what); }) {
    return read_quiz(json, what);
  } else {
    return read_review(json, what);
  }
}

struct NameOf {
  const char* operator()(const LessonOpened&) const { return "lesson-opened"; }
  const char* operator()(const StepFinished&) const { return "step-finished"; }
  const char* operator()(const Answered&) const { return "answered"; }
  const char* operator()(const HintShown&) const { return "hint-shown"; }
  const char* operator()(const GaveUp&) const { return "gave-up"; }
  const char* operator()(const LessonFinished&) const { return "lesson-finished"; }
  const char* operator()(const LessonRestarted&) const { return "lesson-restarted"; }
  const char* operator()(const QuizStarted&) const { return "quiz-started"; }
  const char* operator()(const QuizAnswered&) const { return "quiz-answered"; }
  const char* operator()(const QuizFlagged&) const { return "quiz-flagged"; }
  const char* operator()(const QuizFinished&) const { return "quiz-finished"; }
  const char* operator()(const QuizAbandoned&) const { return "quiz-abandoned"; }
  const char* operator()(const Foretold&) const { return "foretold"; }
  const char* operator()(const Reviewed&) const { return "reviewed"; }
  const char* operator()(const Regraded&) const { return "regraded"; }
  const char* operator()(const ReviewUndone&) const { return "review-undone"; }
  const char* operator()(const Buried&) const { return "buried"; }
  const char* operator()(const StandingChanged&) const { return "standing-changed"; }
  const char* operator()(const Fitted&) const { return "fitted"; }
};

/// Tries the alternatives of What one after the other.
template <std::size_t I = 0>
std::optional<What> read_named(std::string_view name, const Json& json) {
  if constexpr (I == std::variant_size_v<What>) {
    return std::nullopt;
  } else {
    std::variant_alternative_t<I, What> what;
    if (name != NameOf()(what)) return read_named<I + 1>(name, json);
    if (!read(json, what)) return std::nullopt;
    return What(std::move(what));
  }
}

}  // namespace

std::chrono::sys_days local_day(const Event& event) {
  using namespace std::chrono;
  constexpr sys_time<base::Duration> first = sys_days(year(1970) / 1 / 1);
  constexpr sys_time<base::Duration> last = sys_days(year(9999) / 12 / 30);
  const minutes offset = std::clamp(event.utc_offset, minutes(-24 * 60), minutes(24 * 60));
  return floor<days>(std::clamp(event.at, first, last) + offset);
}

const char* name_of(const What& what) { return std::visit(NameOf(), what); }

bool is_known_name(std::string_view name) {
  const auto known = [&]<std::size_t... I>(std::index_sequence<I...>) {
    return ((name == NameOf()(std::variant_alternative_t<I, What>())) || ...);
  };
  return known(std::make_index_sequence<std::variant_size_v<What>>());
}

std::string to_json(const What& what) { return dump(std::visit(Writer(), what)); }

std::optional<What> what_from_json(std::string_view name, std::string_view text) {
  if (text.size() > longest_json) return std::nullopt;
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return std::nullopt;
  return read_named(name, json);
}

}  // namespace learner
