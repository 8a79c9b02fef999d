#pragma once
// The functions of numbers that expressions may call.

#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace expression {

using Function1 = double (*)(double);
using Function2 = double (*)(double, double);
using Function3 = double (*)(double, double, double);

/// One of the pointers is set, by the number of arguments.
struct Function {
  std::string_view name;
  int arguments = 1;
  Function1 one = nullptr;
  Function2 two = nullptr;
  Function3 three = nullptr;
};

/// The function of this name and number of arguments, or nullptr.
const Function* find_function(std::string_view name, std::size_t arguments);

/// The numbers of arguments that functions of this name take, rising; empty when there is none.
std::vector<int> arities(std::string_view name);

/// The names of all of them, each once.
std::vector<std::string> function_names();

/// What an expression gives where it has no value.
inline constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Equal but for the last digits: by no more than 1e-12 of the larger.
bool near(double a, double b);

/// a − b·floor(a/b): the sign of b, so that −1 mod 12 is 11.
double remainder(double a, double b);

}  // namespace expression
