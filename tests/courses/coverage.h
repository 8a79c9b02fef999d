#pragma once
// What a course asks about what it promises, beside a map that its authors keep: which question meets which objective, which wrong
// answer undoes which misconception, on which facts a lesson stands.

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "course/model.h"

namespace coverage {

/// Bloom's levels, as the concept map names them.
inline const std::vector<std::string> kLevels{"remember", "understand", "apply", "analyse", "evaluate", "create"};

struct Objective {
  std::string level;
  std::string text;
  std::vector<std::string> met_by;  ///< question ids
};

struct Misconception {
  std::string says;
  std::string question;  ///< one of whose wrong answers it is
  int choice = 0;        ///< from 1, in the order of the file: of `choices`, or of `wrong:`
};

struct ModuleMap {
  std::vector<Objective> objectives;
  std::vector<Misconception> misconceptions;
};

struct Map {
  std::map<std::string, ModuleMap> modules;
  std::map<std::string, std::vector<std::string>> facts;  ///< by lesson
};

Map read_map(const std::filesystem::path& file);

/// The ids that a fact base declares, each with its status: "V", "V2", "G", "U" or "calc".
std::map<std::string, std::string> read_facts(const std::filesystem::path& file);

/// How often and how a concept is asked about.
struct Asked {
  std::vector<std::string> taught_in;  ///< lessons
  std::set<std::string> questions;
  std::set<std::string> kinds;
  std::set<std::string> lessons;
  bool again = false;  ///< in a lesson after the one that teaches it
};

/// By concept. Pretests count for nothing: they are guesses.
std::map<std::string, Asked> asked(const course::Course& course);

/// The course's questions by id.
std::map<std::string, const course::Question*> questions(const course::Course& course);

/// What the learner is told who answers so; empty when there is no such answer, when it is right, or when nothing is told.
std::string told(const course::Question& question, int choice);

/// What the map and the course do not agree on, and what the course does not ask enough about; one sentence each.
std::vector<std::string> gaps(const course::Course& course, const Map& map,
                              const std::map<std::string, std::string>& facts);

/// The table of it all, Markdown.
std::string table(const course::Course& course, const Map& map);

}  // namespace coverage
