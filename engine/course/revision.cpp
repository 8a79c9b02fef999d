#include "course/revision.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "course/draw.h"

namespace course {
namespace {

std::map<QuestionId, AskedIn> places_of(const Course& course) {
  std::map<QuestionId, AskedIn> places;
  for (const Lesson& lesson : course.lessons) {
    for (const Step& step : lesson.steps) {
      const Question* question = step.question();
      if (question != nullptr && is_marked(*question)) places.try_emplace(question->id, AskedIn{&lesson, question});
    }
  }
  return places;
}

std::set<std::string> words_of(const std::string& text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80) != 0;
    if (letter) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (!word.empty()) {
      words.insert(std::move(word));
      word.clear();
    }
  }
  return words;
}

/// Share of all words of both that both have (Jaccard), 0–1.
double likeness(const std::string& a, const std::string& b) {
  const auto x = words_of(a), y = words_of(b);
  const auto both =
      static_cast<double>(std::count_if(x.begin(), x.end(), [&](const auto& w) { return y.contains(w); }));
  const double all = static_cast<double>(x.size() + y.size()) - both;
  return all > 0 ? both / all : 0;
}

bool same_words(const Question& a, const Question& b) {
  const auto hints = [](const Question& question) {
    std::vector<std::string> texts;
    for (const Hint& hint : question.hints) texts.push_back(hint.text);
    return texts;
  };
  return a.ask == b.ask && a.explain == b.explain && hints(a) == hints(b);
}

QuestionId most_like(const Question& gone, const std::vector<AskedIn>& added) {
  constexpr double kNearly = 0.6;
  QuestionId like;
  double best = kNearly;
  for (const AskedIn& place : added) {
    if (place.question->kind.index() != gone.kind.index()) continue;
    const double now = likeness(gone.ask, place.question->ask);
    if (now < best) continue;
    best = now;
    like = place.question->id;
  }
  return like;
}

}  // namespace

std::vector<Revised> revised(const Course& before, const Course& after) {
  const auto old = places_of(before);
  std::vector<Revised> all;
  std::vector<AskedIn> added;
  std::set<QuestionId> there;
  for (const Lesson& lesson : after.lessons) {
    for (const Step& step : lesson.steps) {
      const Question* now = step.question();
      if (now == nullptr || !is_marked(*now) || !there.insert(now->id).second) continue;
      const auto was = old.find(now->id);
      if (was == old.end()) {
        added.push_back({&lesson, now});
        all.push_back({Revised::What::added, now->id, lesson.id, now->ask, {}});
      } else if (was->second.question->key != now->key) {
        all.push_back({Revised::What::key, now->id, lesson.id, now->ask, {}});
      } else if (!same_words(*was->second.question, *now)) {
        all.push_back({Revised::What::text, now->id, lesson.id, now->ask, {}});
      }
    }
  }
  for (const auto& [id, was] : old) {
    if (there.contains(id)) continue;
    all.push_back({Revised::What::removed, id, was.lesson->id, was.question->ask, most_like(*was.question, added)});
  }
  return all;
}

}  // namespace course
