#pragma once
// What the program's commands share. Each command is a file of its name with one function that adds it to the command line.

#include <CLI/CLI.hpp>

#include <filesystem>
#include <string>

#include "text/catalogue.h"

namespace commands {

using base::msg;
using base::msgn;

/// Options that stand before any command.
struct Common {
  std::filesystem::path data_dir;  ///< empty: the user's own
  std::string language;            ///< empty: the system's
  text::Translator words;          ///< the program's own, in that language
};

/// Each adds its command; when it is called, its exit code goes into `exit_code`. `common` and `exit_code` must outlive `program`.
void add_tour(CLI::App& program, const Common& common, int& exit_code);
void add_check(CLI::App& program, const Common& common, int& exit_code);
void add_print(CLI::App& program, const Common& common, int& exit_code);
void add_grade(CLI::App& program, const Common& common, int& exit_code);
void add_memory(CLI::App& program, const Common& common, int& exit_code);
void add_data(CLI::App& program, const Common& common, int& exit_code);

}  // namespace commands
