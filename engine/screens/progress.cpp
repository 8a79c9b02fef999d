#include "screens/progress.h"

#include <algorithm>
#include <map>

#include "text/fold.h"
#include "text/markdown.h"

namespace screens::progress {
namespace {

std::chrono::sys_days today_of(const Shared& shared) { return std::chrono::sys_days{local_day(shared)}; }

Basis basis_of(const Shared& shared) {
  Basis basis;
  basis.event = std::max(shared.progress.last_event(), shared.reviews.last_event());
  basis.reviews = shared.reviews.count();
  basis.day = today_of(shared);
  basis.study_day = reviews::study_day(shared.now, shared.utc_offset);
  basis.utc_offset = shared.utc_offset;
  basis.retention = shared.settings.retention;
  basis.model = shared.reviews.model().kind();
  for (const CourseEntry& entry : shared.courses) basis.courses.push_back(entry.course);
  return basis;
}

Cost cost_of(const Shared& shared) {
  Cost cost;
  cost.habits = reviews::habits(shared.reviews.log());
  if (!cost.habits) return cost;
  cost.sample = reviews::cost_sample(shared.reviews, shared.now);
  cost.without = reviews::remembered_without(shared.reviews.model(), cost.sample);
  return cost;
}

Numbers numbers_of(const Shared& shared, const std::vector<double>& recall) {
  Numbers numbers;
  numbers.recalled = reviews::recalled(shared.reviews, recall);
  numbers.known = reviews::known_long(shared.reviews, shared.settings.retention);
  numbers.days = reviews::study_days(shared.reviews.log(), days_of_study(shared), today_of(shared), shared.utc_offset);
  numbers.week = reviews::study_week(numbers.days);
  numbers.calibration = reviews::calibration(shared.reviews.log());
  numbers.forecast = reviews::forecast(shared.reviews, shared.now, shared.utc_offset);
  numbers.cost = cost_of(shared);
  return numbers;
}

std::vector<Asked> asked_of(const Shared& shared, const std::vector<double>& recall) {
  std::vector<Asked> all;
  for (const CourseEntry& entry : shared.courses) {
    for (const course::Lesson& lesson : entry.course->lessons) {
      for (const course::Step& step : lesson.steps) {
        const course::Question* question = step.question();
        if (question == nullptr) continue;
        const reviews::QuestionRef ref{entry.course->id, question->id};
        const reviews::CardIndex card = shared.reviews.find(ref);
        if (card == reviews::kNone || shared.reviews.card(card).latest == reviews::kNone) continue;
        all.push_back({ref, card, question, recall[card]});
      }
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Asked& a, const Asked& b) { return a.recall < b.recall; });
  return all;
}

void search(State& state) {
  const std::string query = text::fold(state.query);
  state.found.clear();
  for (const Asked& asked : state.asked) {
    if (state.found.size() == kMostFound) return;
    if (query.empty() || text::fold(words_of(asked)).find(query) != std::string::npos) state.found.push_back(asked);
  }
}

void draw_curve(State& state, const Shared& shared) {
  const auto is_open = [&](const Asked& asked) { return asked.ref == state.question; };
  auto open = std::find_if(state.asked.begin(), state.asked.end(), is_open);
  if (open == state.asked.end()) open = state.asked.begin();  // none was chosen, or it is gone
  state.curve.reset();
  state.curve_of.clear();
  if (open == state.asked.end()) return state.question.reset();
  state.question = open->ref;
  state.curve_of = words_of(*open);
  state.curve = reviews::forgetting_curve(shared.reviews, open->card, shared.now, shared.settings.retention);
}

/// The course studied last, where none is chosen or it is gone.
void choose_course(State& state, const Shared& shared) {
  if (shared.entry(state.course) != nullptr || shared.courses.empty()) return;
  const auto latest = shared.progress.latest();
  const bool known = latest && shared.entry(latest->first) != nullptr;
  if (known) {
    state.course = latest->first;
    return;
  }
  const auto most = std::max_element(shared.courses.begin(), shared.courses.end(), [&](const auto& a, const auto& b) {
    const auto answered = [&](const CourseEntry& entry) {
      return std::count_if(state.asked.begin(), state.asked.end(),
                           [&](const Asked& asked) { return asked.ref.course == entry.course->id; });
    };
    return answered(a) < answered(b);
  });
  state.course = most->course->id;
}

void map_concepts(State& state, const Shared& shared) {
  state.concepts.clear();
  const CourseEntry* entry = shared.entry(state.course);
  if (entry == nullptr) return;
  const auto mastery = reviews::mastery(*entry->course, shared.reviews, shared.now);
  std::map<course::ConceptId, std::size_t> place;
  for (const course::Concept& known : entry->course->concepts) {
    place[known.id] = state.concepts.size();
    ConceptBox& box = state.concepts.emplace_back();
    box.id = known.id, box.name = known.name;
    if (const auto found = mastery.find(known.id); found != mastery.end()) box.mastery = found->second;
  }
  for (std::size_t i = 0; i < state.concepts.size(); ++i) {
    for (const course::ConceptId& need : entry->course->concepts[i].needs) {
      if (const auto found = place.find(need); found != place.end()) state.concepts[i].needs.push_back(found->second);
    }
  }
}

void toggle(std::set<Figure>& tables, Figure figure) {
  if (tables.erase(figure) == 0) tables.insert(figure);
}

void toggle_all(std::set<Figure>& tables) {
  if (tables.size() == std::size(kFigures)) return tables.clear();
  tables.insert(std::begin(kFigures), std::end(kFigures));
}

void save(const Export& what, Shared& shared, Services& services) {
  const auto written = services.history.export_table(name_of(what.figure), what.csv);
  if (written) return shared.notify({.kind = Notice::Kind::table_written, .detail = written->string()});
  shared.notify(
      {.kind = Notice::Kind::export_failed, .refusal = written.error().refusal, .detail = written.error().detail});
}

}  // namespace

const char* name_of(Figure figure) {
  switch (figure) {
    case Figure::overview: return "overview";
    case Figure::days: return "days";
    case Figure::calibration: return "predicted-actual";
    case Figure::concepts: return "concepts";
    case Figure::forecast: return "forecast";
    case Figure::loss: return "log-loss";
    case Figure::curve: return "forgetting-curve";
    case Figure::cost: break;
  }
  return "cost";
}

std::string words_of(const Asked& asked) { return text::plain_text(asked.question->ask); }

State open(const Shared& shared) {
  State state;
  refresh(state, shared);
  return state;
}

void refresh(State& state, const Shared& shared) {
  Basis basis = basis_of(shared);
  if (basis == state.basis) return;
  state.basis = std::move(basis);
  const std::vector<double> recall = shared.reviews.recall_of_all(shared.now);
  state.numbers = numbers_of(shared, recall);
  state.asked = asked_of(shared, recall);
  search(state);
  draw_curve(state, shared);
  choose_course(state, shared);
  map_concepts(state, shared);
}

void advance(State& state, const Shared& shared) {
  Cost& cost = state.numbers.cost;
  if (cost.done()) return;
  const double wish = reviews::kCompared[cost.points.size()];
  cost.points.push_back(reviews::cost_at(shared.reviews.model(), cost.sample, *cost.habits, wish));
}

base::TimePoint next_deadline(const State& state, const Shared& shared) {
  if (!state.numbers.cost.done()) return shared.now;
  const base::TimePoint midnight = base::TimePoint(state.basis.day + std::chrono::days(1)) - shared.utc_offset;
  return std::min(midnight, reviews::beginning_of(state.basis.study_day + std::chrono::days(1), shared.utc_offset));
}

void update(State& state, const Action& action, Shared& shared, Services& services) {
  if (const auto* a = std::get_if<ToggleTable>(&action)) toggle(state.tables, a->figure);
  if (std::holds_alternative<ToggleTables>(action)) toggle_all(state.tables);
  if (const auto* a = std::get_if<ChooseCourse>(&action)) {
    state.course = a->course;
    choose_course(state, shared);
    map_concepts(state, shared);
  }
  if (const auto* a = std::get_if<TypeQuery>(&action)) {
    state.query = a->query;
    search(state);
  }
  if (const auto* a = std::get_if<OpenQuestion>(&action)) {
    state.question = a->question;
    draw_curve(state, shared);
  }
  if (const auto* a = std::get_if<Export>(&action)) save(*a, shared, services);
}

}  // namespace screens::progress
