#pragma once
// Inside this folder: the \names that formulas know.

#include <optional>
#include <string>
#include <string_view>

#include "text/formula.h"

namespace text {

/// A name that stands for one character.
struct SymbolName {
  std::string_view name;
  std::string_view character;
  AtomRole role = AtomRole::ordinary;
};

/// What a name does that is not a character.
enum class Command : std::uint8_t {
  fraction,
  binomial,
  root,
  left,
  right,
  middle,
  begin,
  end,
  text,
  alphabet,
  operator_name,
  function,
  accent,
  line_above,
  line_below,
  stack_above,
  stack_below,
  big,
  space,
  style,
  limits,
  no_limits,
  negated,
  modulo,
};

struct CommandName {
  std::string_view name;
  Command command;
  std::string_view words = {};  ///< accent: its character; function: how it is written where that differs
  int value = 0;                ///< alphabet, style, size or mu
  bool flag = false;            ///< function: takes limits; accent: wide
};

const SymbolName* find_symbol(std::string_view name);
const CommandName* find_command(std::string_view name);
/// The name nearest to one that nobody knows, or empty.
std::string nearest_formula_name(std::string_view name);

/// The role of a character that stands for itself.
AtomRole role_of(char32_t c);
/// The character a delimiter's name or character stands for ("(" or "langle"); nothing when it is none. "." gives an empty one.
std::optional<std::string> delimiter_of(std::string_view token);
/// "≠" for "=", or empty.
std::string_view negation_of(std::string_view character);

}  // namespace text
