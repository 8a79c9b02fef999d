#include "screens/first_start.h"

namespace screens::first_start {

Outcome update(State& state, const Action& action, Shared& shared) {
  if (const auto* a = std::get_if<SetLanguage>(&action)) {
    if (a->language == shared.settings.language) return Outcome::stay;
    shared.settings.language = a->language;
    return Outcome::language_changed;
  }
  if (const auto* a = std::get_if<TypeName>(&action)) state.name = a->name;
  return std::holds_alternative<Begin>(action) ? Outcome::begin : Outcome::stay;
}

}  // namespace screens::first_start
