#pragma once
// Who studies here: choose, add, rename, remove (with a way back).

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "screens/shared.h"

namespace screens::profiles {

struct State {
  std::vector<ProfileName> all;
  std::string new_name;
  std::optional<learner::ProfileId> renaming;
  std::string renamed;
  std::optional<learner::ProfileId> removing;  ///< asked, not yet confirmed
  std::optional<ProfileName> removed;          ///< can be brought back
};

struct TypeName {
  std::string name;
};
struct Create {};
struct StartRename {
  learner::ProfileId id;
};
struct TypeRename {
  std::string name;
};
struct FinishRename {
  bool keep = true;
};
struct AskRemove {
  learner::ProfileId id;
};
struct Remove {
  bool confirmed = true;
};
struct Restore {};

using Action = std::variant<TypeName, Create, StartRename, TypeRename, FinishRename, AskRemove, Remove, Restore>;

State open(Services& services);
/// Returns the profile to switch to, when one was created.
std::optional<learner::ProfileId> update(State& state, const Action& action, Shared& shared, Services& services);

}  // namespace screens::profiles
