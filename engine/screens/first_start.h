#pragma once
// The very first start: language, name, and straight into a first lesson.

#include <string>
#include <variant>

#include "screens/shared.h"

namespace screens::first_start {

struct State {
  std::string name;
};

struct SetLanguage {
  std::string language;
};
struct TypeName {
  std::string name;
};
struct Begin {};  ///< works without a name, too

using Action = std::variant<SetLanguage, TypeName, Begin>;

enum class Outcome { stay, language_changed, begin };
Outcome update(State& state, const Action& action, Shared& shared);

}  // namespace screens::first_start
