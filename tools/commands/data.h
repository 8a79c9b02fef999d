#pragma once
// resonance data: a profile's history taken out, brought in, checked.

#include <filesystem>
#include <iosfwd>
#include <string>

namespace commands {

struct DataOptions {
  std::filesystem::path data_dir;  ///< empty: the user's own
  std::string profile;             ///< empty: the one used last, else the only one
  std::string file;                ///< of JSON lines; "-" for the program's own output or input
};

/// Each returns 0 when all went well, 1 when something is wrong that it names on `err` (`verify`: on `out`).
int run_data_export(const DataOptions& options, std::ostream& out, std::ostream& err);
int run_data_import(const DataOptions& options, std::istream& in, std::ostream& out, std::ostream& err);
int run_data_verify(const DataOptions& options, std::ostream& out, std::ostream& err);

}  // namespace commands
