#include "learner/event_json.h"

namespace learner::detail {
namespace {

/// More questions and points than any quiz has.
constexpr std::size_t most_questions = 20'000;
constexpr double most_points = 1e9;

Json begun(const course::QuizId& quiz, int run) { return {{"quiz", quiz.str()}, {"run", std::max(1, run)}}; }

template <class What>
bool read_run(const Json& json, What& what) {
  return read_id(json, "quiz", what.quiz) && read_count(json, "run", 1, INT32_MAX, what.run);
}

double points_of(double value) { return value >= 0 ? std::min(value, most_points) : 0; }

bool read_points(const Json& json, const char* key, double& value) {
  return read_number(json, key, 0, most_points, value);
}

std::int64_t milliseconds(base::Duration took) { return std::max<std::int64_t>(0, took.count()); }

bool read_took(const Json& json, base::Duration& took) {
  std::int64_t count = 0;
  const bool fits = read_count(json, "took", 0, INT64_MAX, count);
  took = base::Duration(count);
  return fits;
}

/// Calls `read` with each object of a list; a list that is missing is an empty one.
template <class Read>
bool read_list(const Json& json, const char* key, Read read) {
  const auto list = json.find(key);
  if (list == json.end()) return true;
  if (!list->is_array() || list->size() > most_questions) return false;
  return std::all_of(list->begin(), list->end(), [&](const Json& item) { return item.is_object() && read(item); });
}

bool read_concepts(const Json& json, std::map<course::ConceptId, Points>& concepts) {
  const auto map = json.find("concepts");
  if (map == json.end()) return true;
  if (!map->is_object() || map->size() > most_questions) return false;
  for (const auto& [id, value] : map->items()) {
    Points points;
    if (id.empty() || id.size() > longest_id || !value.is_object()) return false;
    if (!read_points(value, "earned", points.earned) || !read_points(value, "possible", points.possible)) return false;
    concepts[course::ConceptId(id)] = points;
  }
  return true;
}

}  // namespace

Json write_quiz(const QuizStarted& what) {
  Json json = begun(what.quiz, what.run);
  json["seed"] = what.seed;
  json["drawn"] = Json::array();
  for (const course::Drawn& each : what.drawn)
    json["drawn"].push_back(
        {{"question", each.question.str()}, {"seed", each.seed}, {"points", points_of(each.points)}});
  if (what.minutes > 0) json["minutes"] = what.minutes;
  json["feedback"] = what.feedback == course::Quiz::Feedback::end ? "end" : "at-once";
  json["layout"] = what.layout == course::Quiz::Layout::page ? "page" : "one-by-one";
  if (what.tries > 0) json["tries"] = what.tries;
  if (what.pass > 0) json["pass"] = share(what.pass);
  return json;
}

Json write_quiz(const QuizAnswered& what) {
  Json json = begun(what.quiz, what.run);
  json["question"] = what.question.str();
  json["response"] = response_to_json(what.response);
  json["attempt"] = std::max(0, what.attempt);
  json["took"] = milliseconds(what.took);
  // What was put down and not checked has none; but what was read, from whatever file, is written again.
  if (what.attempt > 0 || what.credit > 0 || what.earned > 0) {
    json["credit"] = share(what.credit);
    json["earned"] = share(what.earned);
  }
  json["last"] = what.last;
  if (what.gave_up) json["gave-up"] = true;
  write_certainty(json, what.certainty);
  write_marks(json, what.marks);
  return json;
}

Json write_quiz(const QuizFlagged& what) {
  Json json = begun(what.quiz, what.run);
  json["question"] = what.question.str();
  json["on"] = what.on;
  return json;
}

Json write_quiz(const QuizFinished& what) {
  Json json = begun(what.quiz, what.run);
  json["results"] = Json::array();
  for (const QuizResult& each : what.results) {
    Json result = {{"question", each.question.str()},  {"credit", share(each.credit)}, {"earned", share(each.earned)},
                   {"points", points_of(each.points)}, {"answered", each.answered},    {"marked", each.marked}};
    write_marks(result, each.marks);
    write_comes_back(result, each.comes_back);
    json["results"].push_back(std::move(result));
  }
  json["concepts"] = Json::object();
  for (const auto& [id, points] : what.concepts)
    json["concepts"][id.str()] = {{"earned", points_of(points.earned)}, {"possible", points_of(points.possible)}};
  json["took"] = milliseconds(what.took);
  if (what.time_up) json["time-up"] = true;
  return json;
}

Json write_quiz(const QuizAbandoned& what) { return begun(what.quiz, what.run); }

bool read_quiz(const Json& json, QuizStarted& what) {
  const auto word = [&](const char* key, const char* value) {
    const auto member = json.find(key);
    return member != json.end() && *member == value;
  };
  if (word("feedback", "end")) what.feedback = course::Quiz::Feedback::end;
  if (word("layout", "page")) what.layout = course::Quiz::Layout::page;
  return read_run(json, what) && read_count(json, "seed", 0, UINT64_MAX, what.seed) &&
         read_count(json, "minutes", 0, 1'000'000, what.minutes) && read_count(json, "tries", 0, 100, what.tries) &&
         read_share(json, "pass", what.pass) && read_list(json, "drawn", [&](const Json& item) {
           course::Drawn& each = what.drawn.emplace_back();
           return read_id(item, "question", each.question) && read_count(item, "seed", 0, UINT64_MAX, each.seed) &&
                  read_points(item, "points", each.points);
         });
}

bool read_quiz(const Json& json, QuizAnswered& what) {
  what.certainty = read_certainty(json);
  return read_run(json, what) && read_id(json, "question", what.question) && read_response(json, what.response) &&
         read_count(json, "attempt", 0, INT32_MAX, what.attempt) && read_share(json, "credit", what.credit) &&
         read_share(json, "earned", what.earned) && read_flag(json, "last", what.last) &&
         read_flag(json, "gave-up", what.gave_up) && read_marks(json, what.marks) && read_took(json, what.took);
}

bool read_quiz(const Json& json, QuizFlagged& what) {
  return read_run(json, what) && read_id(json, "question", what.question) && read_flag(json, "on", what.on);
}

bool read_quiz(const Json& json, QuizFinished& what) {
  return read_run(json, what) && read_concepts(json, what.concepts) && read_flag(json, "time-up", what.time_up) &&
         read_took(json, what.took) && read_list(json, "results", [&](const Json& item) {
           QuizResult& each = what.results.emplace_back();
           return read_id(item, "question", each.question) && read_share(item, "credit", each.credit) &&
                  read_share(item, "earned", each.earned) && read_points(item, "points", each.points) &&
                  read_flag(item, "answered", each.answered) && read_flag(item, "marked", each.marked) &&
                  read_marks(item, each.marks) && read_comes_back(item, each.comes_back);
         });
}

bool read_quiz(const Json& json, QuizAbandoned& what) { return read_run(json, what); }

}  // namespace learner::detail
