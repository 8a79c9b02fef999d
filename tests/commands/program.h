#pragma once
// The program, run as a person runs it.

#include <string>
#include <vector>

namespace test {

struct Outcome {
  int code = -1;
  std::string out;  ///< standard output and standard error
};

/// Runs the program with these arguments in a folder and waits for its end. `locale` is what its environment says (LC_ALL).
Outcome run_program(const std::vector<std::string>& arguments, const std::string& folder,
                    const std::string& locale = "C");

}  // namespace test
