#include "courses/coverage.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdio>
#include <regex>

#include "support/test.h"

namespace coverage {
namespace {

std::vector<std::string> texts(const YAML::Node& node) {
  return node ? node.as<std::vector<std::string>>() : std::vector<std::string>{};
}

/// Lessons in the order in which they are studied.
std::vector<const course::Lesson*> in_order(const course::Course& course) {
  std::vector<const course::Lesson*> lessons;
  for (const course::Module& module : course.modules) {
    for (const course::LessonId& id : module.lessons) {
      if (const course::Lesson* lesson = course.lesson(id)) lessons.push_back(lesson);
    }
  }
  return lessons;
}

/// The levels that recognising an answer or recalling a number does not reach.
bool reaches(const std::string& level, const course::Question& question) {
  const std::string kind = course::kind_name(question.kind);
  if (level == "create") return kind == "open" || kind == "goal";
  if (level == "evaluate") return kind != "choices" && kind != "number" && kind != "answers" && kind != "blanks";
  return kind != "scale";
}

std::string join(const std::set<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : ", ") + word;
  return joined;
}

}  // namespace

Map read_map(const std::filesystem::path& file) {
  const YAML::Node root = YAML::LoadFile(file.string());
  Map map;
  for (const auto& module : root["modules"]) {
    ModuleMap& entry = map.modules[module.first.as<std::string>()];
    for (const auto& node : module.second["objectives"])
      entry.objectives.push_back(
          {node["level"].as<std::string>(), node["text"].as<std::string>(), texts(node["met_by"])});
    for (const auto& node : module.second["misconceptions"])
      entry.misconceptions.push_back(
          {node["says"].as<std::string>(), node["question"].as<std::string>(""), node["choice"].as<int>(0)});
  }
  for (const auto& lesson : root["facts"]) map.facts[lesson.first.as<std::string>()] = texts(lesson.second);
  return map;
}

std::map<std::string, std::string> read_facts(const std::filesystem::path& file) {
  std::map<std::string, std::string> facts;
  const std::string text = test::read(file);
  static const std::regex line("- \\*\\*(F[0-9]+\\.[0-9]+)\\*\\*[^\n]*");
  static const std::regex status("\\[(V2|V|G|U|calc)\\b");
  for (std::sregex_iterator at(text.begin(), text.end(), line), end; at != end; ++at) {
    const std::string whole = (*at)[0];
    std::smatch found;
    facts[(*at)[1]] = std::regex_search(whole, found, status) ? found[1].str() : "";
  }
  return facts;
}

std::map<std::string, const course::Question*> questions(const course::Course& course) {
  std::map<std::string, const course::Question*> all;
  for (const course::Lesson* lesson : in_order(course)) {
    for (const course::Step& step : lesson->steps) {
      if (const course::Question* question = step.question()) all[question->id.str()] = question;
    }
  }
  return all;
}

std::map<std::string, Asked> asked(const course::Course& course) {
  std::map<std::string, Asked> all;
  for (const course::Concept& entry : course.concepts) all[entry.id.str()];
  for (const course::Lesson* lesson : in_order(course)) {
    for (const course::Step& step : lesson->steps) {
      const course::Question* question = step.question();
      if (question == nullptr || question->pretest) continue;
      for (const course::ConceptId& about : question->concepts) {
        Asked& entry = all[about.str()];
        entry.questions.insert(question->id.str());
        entry.kinds.insert(course::kind_name(question->kind));
        entry.lessons.insert(lesson->id.str());
        if (!entry.taught_in.empty() && entry.taught_in.front() != lesson->id.str()) entry.again = true;
      }
    }
    // Behind the questions: those of the lesson that teaches it are not asked again.
    for (const course::ConceptId& taught : lesson->teaches) all[taught.str()].taught_in.push_back(lesson->id.str());
  }
  return all;
}

std::string told(const course::Question& question, int choice) {
  const auto at = static_cast<std::size_t>(choice - 1);
  if (choice < 1) return "";
  if (const auto* kind = std::get_if<course::Choices>(&question.kind)) {
    const bool wrong = at < kind->choices.size() && !kind->choices[at].right;
    return wrong ? kind->choices[at].because : "";
  }
  if (const auto* kind = std::get_if<course::Number>(&question.kind))
    return at < kind->wrong.size() ? kind->wrong[at].because : "";
  if (const auto* kind = std::get_if<course::Answers>(&question.kind))
    return at < kind->wrong.size() ? kind->wrong[at].because : "";
  return "";
}

std::vector<std::string> gaps(const course::Course& course, const Map& map,
                              const std::map<std::string, std::string>& facts) {
  std::vector<std::string> found;
  const auto all = questions(course);
  for (const auto& [about, entry] : asked(course)) {
    if (entry.taught_in.empty()) found.push_back("no lesson teaches " + about);
    if (entry.questions.size() < 3)
      found.push_back(about + " is asked " + std::to_string(entry.questions.size()) + " times, not three");
    if (entry.kinds.size() < 3) found.push_back(about + " is asked only as " + join(entry.kinds));
    if (!entry.again) found.push_back(about + " is not asked again after its lesson");
  }
  for (const course::Module& module : course.modules) {
    const auto mapped = map.modules.find(module.id.str());
    if (mapped == map.modules.end()) {
      found.push_back("the map has no module " + module.id.str());
      continue;
    }
    for (const std::string& objective : module.objectives) {
      const auto& known = mapped->second.objectives;
      const auto it = std::find_if(known.begin(), known.end(), [&](const Objective& o) { return o.text == objective; });
      if (it == known.end()) {
        found.push_back("the map does not have the objective “" + objective + "”");
        continue;
      }
      if (std::find(kLevels.begin(), kLevels.end(), it->level) == kLevels.end())
        found.push_back("“" + it->level + "” is no level, of “" + objective + "”");
      bool reached = false;
      for (const std::string& id : it->met_by) {
        const auto question = all.find(id);
        if (question == all.end())
          found.push_back("“" + objective + "” is met by a question that is not there: " + id);
        else
          reached |= reaches(it->level, *question->second);
      }
      if (!reached) found.push_back("nothing asks at the level “" + it->level + "” for: " + objective);
    }
    for (const Misconception& each : mapped->second.misconceptions) {
      const auto question = all.find(each.question);
      if (question == all.end())
        found.push_back("“" + each.says + "” is in no question");
      else if (told(*question->second, each.choice).empty())
        found.push_back("“" + each.says + "”: " + each.question + " has no wrong answer " +
                        std::to_string(each.choice) + " that says why");
    }
  }
  for (const course::Lesson* lesson : in_order(course)) {
    const auto cited = map.facts.find(lesson->id.str());
    if (cited == map.facts.end()) {
      found.push_back("the map has no facts for " + lesson->id.str());
      continue;
    }
    for (const std::string& id : cited->second) {
      if (!facts.contains(id)) found.push_back(lesson->id.str() + " cites the fact " + id + ", which is not there");
    }
  }
  return found;
}

std::string table(const course::Course& course, const Map& map) {
  std::string text =
      "| concept | taught in | questions | kinds | lessons that ask |\n| --- | --- | --- | --- | --- |\n";
  const auto all = asked(course);
  for (const course::Concept& each : course.concepts) {
    const Asked& entry = all.at(each.id.str());
    text += "| " + each.name + " | " + (entry.taught_in.empty() ? "" : entry.taught_in.front()) + " | " +
            std::to_string(entry.questions.size()) + " | " + join(entry.kinds) + " | " +
            std::to_string(entry.lessons.size()) + " |\n";
  }
  text += "\n| module | objective | level | asked by |\n| --- | --- | --- | --- |\n";
  for (const course::Module& module : course.modules) {
    const auto mapped = map.modules.find(module.id.str());
    if (mapped == map.modules.end()) continue;
    for (const Objective& each : mapped->second.objectives)
      text += "| " + module.id.str() + " | " + each.text + " | " + each.level + " | " +
              join({each.met_by.begin(), each.met_by.end()}) + " |\n";
  }
  text += "\n| module | misconception | undone by |\n| --- | --- | --- |\n";
  for (const course::Module& module : course.modules) {
    const auto mapped = map.modules.find(module.id.str());
    if (mapped == map.modules.end()) continue;
    for (const Misconception& each : mapped->second.misconceptions)
      text += "| " + module.id.str() + " | " + each.says + " | " + each.question + ", answer " +
              std::to_string(each.choice) + " |\n";
  }
  text += "\n| lesson | questions | facts |\n| --- | --- | --- |\n";
  for (const course::Lesson* lesson : in_order(course)) {
    const auto count = std::count_if(lesson->steps.begin(), lesson->steps.end(),
                                     [](const course::Step& step) { return step.question() != nullptr; });
    const auto cited = map.facts.find(lesson->id.str());
    std::string facts;
    if (cited != map.facts.end()) {
      for (const std::string& id : cited->second) facts += (facts.empty() ? "" : ", ") + id;
    }
    text += "| " + lesson->id.str() + " | " + std::to_string(count) + " | " + facts + " |\n";
  }
  return text;
}

}  // namespace coverage
