#include "expression/functions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "expression/program.h"

namespace expression {
namespace {

double sign(double x) { return std::isnan(x) ? none : (x > 0) - (x < 0); }
double least(double a, double b) { return std::isnan(a) || std::isnan(b) ? none : std::min(a, b); }
double greatest(double a, double b) { return std::isnan(a) || std::isnan(b) ? none : std::max(a, b); }
double round_half_away(double x) { return round_to(x, 0); }

double round_decimals(double x, double decimals) {
  return decimals >= 0 && decimals <= 15 ? round_to(x, static_cast<int>(decimals)) : none;
}

double clamp(double x, double low, double high) {
  if (std::isnan(x) || !(low <= high)) return none;
  return std::clamp(x, low, high);
}

double step(double x) { return std::isnan(x) ? none : x >= 0; }
double step_at(double x, double at) { return step(x - at); }
double logistic(double x) { return 1 / (1 + std::exp(-x)); }
double logarithm(double x, double base) { return std::log(x) / std::log(base); }

double normal(double x, double mean, double sd) {
  if (!(sd > 0)) return none;
  const double z = (x - mean) / sd;
  return std::exp(-z * z / 2) / (sd * std::sqrt(2 * std::numbers::pi));
}

double normal_cdf(double x, double mean, double sd) {
  return sd > 0 ? std::erfc((mean - x) / (sd * std::numbers::sqrt2)) / 2 : none;
}

double gamma(double x) { return x <= 0 && x == std::floor(x) ? none : std::tgamma(x); }

double factorial(double n) {
  if (!(n >= 0) || n != std::floor(n)) return none;
  if (n > 170) return std::numeric_limits<double>::infinity();
  double product = 1;
  for (int i = 2; i <= static_cast<int>(n); ++i) product *= i;
  return product;
}

/// Grows at least twofold with every factor, so it ends, at the latest as infinity, after about 1,024 of them.
double choose(double n, double k) {
  if (!(n >= 0) || !(k >= 0) || n != std::floor(n) || k != std::floor(k)) return none;
  if (k > n) return 0;
  k = std::min(k, n - k);
  double ways = 1;
  for (double i = 1; i <= k && std::isfinite(ways); ++i) ways = ways * (n - k + i) / i;
  return ways < 9e15 ? std::round(ways) : ways;
}

/// Stirling's series from 170 on, where its next term is below 1e-15.
double log_factorial(double n) {
  if (n < 170) return std::log(factorial(n));
  const double tail = 1 / (12 * n) - 1 / (360 * n * n * n) + 1 / (1260 * std::pow(n, 5));
  return n * std::log(n) - n + std::log(2 * std::numbers::pi * n) / 2 + tail;
}

double binomial(double k, double n, double p) {
  if (!(n >= 0) || n != std::floor(n) || !(p >= 0 && p <= 1)) return none;
  if (!(k >= 0 && k <= n) || k != std::floor(k)) return std::isnan(k) ? none : 0;
  if (n < 1000) return choose(n, k) * std::pow(p, k) * std::pow(1 - p, n - k);
  if (p == 0 || p == 1) return k == n * p ? 1 : 0;
  return std::exp(log_factorial(n) - log_factorial(k) - log_factorial(n - k) + k * std::log(p) +
                  (n - k) * std::log1p(-p));
}

double poisson(double k, double mean) {
  if (!(mean >= 0)) return none;
  if (!(k >= 0) || k != std::floor(k)) return std::isnan(k) ? none : 0;
  if (mean == 0) return k == 0 ? 1 : 0;
  return std::exp(k * std::log(mean) - mean - log_factorial(k));
}

constexpr Function unary(std::string_view name, Function1 f) { return {name, 1, f, nullptr, nullptr}; }
constexpr Function binary(std::string_view name, Function2 f) { return {name, 2, nullptr, f, nullptr}; }
constexpr Function ternary(std::string_view name, Function3 f) { return {name, 3, nullptr, nullptr, f}; }

constexpr std::array functions{
    unary("abs", [](double x) { return std::fabs(x); }),
    unary("acos", [](double x) { return std::acos(x); }),
    unary("asin", [](double x) { return std::asin(x); }),
    unary("atan", [](double x) { return std::atan(x); }),
    binary("atan2", [](double y, double x) { return std::atan2(y, x); }),
    ternary("binomial", binomial),
    unary("cbrt", [](double x) { return std::cbrt(x); }),
    unary("ceil", [](double x) { return std::ceil(x); }),
    binary("choose", choose),
    ternary("clamp", clamp),
    unary("cos", [](double x) { return std::cos(x); }),
    unary("cosh", [](double x) { return std::cosh(x); }),
    unary("erf", [](double x) { return std::erf(x); }),
    unary("exp", [](double x) { return std::exp(x); }),
    unary("factorial", factorial),
    unary("floor", [](double x) { return std::floor(x); }),
    unary("gamma", gamma),
    binary("hypot", [](double x, double y) { return std::hypot(x, y); }),
    unary("ln", [](double x) { return std::log(x); }),
    unary("log", [](double x) { return std::log(x); }),
    binary("log", logarithm),
    unary("log10", [](double x) { return std::log10(x); }),
    unary("log2", [](double x) { return std::log2(x); }),
    unary("logistic", logistic),
    binary("max", greatest),
    binary("min", least),
    binary("mod", remainder),
    unary("normal", [](double x) { return normal(x, 0, 1); }),
    ternary("normal", normal),
    unary("normal_cdf", [](double x) { return normal_cdf(x, 0, 1); }),
    ternary("normal_cdf", normal_cdf),
    binary("poisson", poisson),
    unary("round", round_half_away),
    binary("round", round_decimals),
    unary("sign", sign),
    unary("sin", [](double x) { return std::sin(x); }),
    unary("sinh", [](double x) { return std::sinh(x); }),
    unary("sqrt", [](double x) { return std::sqrt(x); }),
    unary("step", step),
    binary("step", step_at),
    unary("tan", [](double x) { return std::tan(x); }),
    unary("tanh", [](double x) { return std::tanh(x); }),
    unary("trunc", [](double x) { return std::trunc(x); }),
};

}  // namespace

const Function* find_function(std::string_view name, std::size_t arguments) {
  const auto found = std::find_if(functions.begin(), functions.end(), [&](const Function& f) {
    return f.name == name && static_cast<std::size_t>(f.arguments) == arguments;
  });
  return found == functions.end() ? nullptr : &*found;
}

std::vector<int> arities(std::string_view name) {
  std::vector<int> all;
  for (const Function& f : functions) {
    if (f.name == name) all.push_back(f.arguments);
  }
  return all;
}

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const Function& f : functions) {
    if (names.empty() || names.back() != f.name) names.emplace_back(f.name);
  }
  return names;
}

bool near(double a, double b) { return a == b || std::fabs(a - b) <= 1e-12 * std::max(std::fabs(a), std::fabs(b)); }

double remainder(double a, double b) {
  if (b == 0 || !std::isfinite(a) || std::isnan(b)) return none;
  const double left = std::fmod(a, b);
  return left != 0 && (left < 0) != (b < 0) ? left + b : left;
}

}  // namespace expression
