#pragma once
// Through the lessons of any course: every step drawn, every question answered wrong and right.

#include <optional>
#include <string>

#include "app/player.h"
#include "grading/grade.h"

namespace test {

/// How the program may stand on a screen; texts are checked in all of these.
struct Setting {
  const char* language = "en";
  ui::Vec size;
  float scale = 1;
};

inline const Setting kSettings[] = {
    {"en", {1280, 800}, 1},  {"fr", {1280, 800}, 1},    {"en", {800, 600}, 1},    {"fr", {800, 600}, 1},
    {"en", {1920, 1080}, 1}, {"fr", {1280, 800}, 1.5f}, {"en", {800, 600}, 1.5f}, {"fr", {2560, 1600}, 2},
};

/// No text on screen overlaps another or is cut. `may_shorten`: long names may end in "…", as in a list of what was found.
void check_texts(Player& player, const std::string& where, bool may_shorten = false);

/// A whole answer that earns less than full credit, of whatever kind; empty where there is none (an opinion).
std::optional<grading::Response> wrong_response(const course::Question& question);

/// Studies a lesson from its first step to its summary, each question answered wrong until no try is left, or right, or not
/// known. Checks the texts of every screen on the way, and that each question ends as it should.
enum class Manner { wrong, right, unknown };
void study_lesson(Player& player, const course::CourseId& course, const course::LessonId& lesson, Manner manner);

/// Anna, with her courses read.
void begin_as_anna(Player& player);

}  // namespace test
