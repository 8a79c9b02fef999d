#pragma once
// The little TeX that a sentence needs: Greek letters, operators, raised and lowered parts, fractions on one line.

#include <string>
#include <string_view>
#include <vector>

namespace ui {

struct FormulaPart {
  std::string text;
  int level = 0;        ///< 1 raised, -1 lowered
  bool italic = false;  ///< letters that are variables
};

/// Never fails: what is not known is shown as written.
std::vector<FormulaPart> read_formula(std::string_view tex);

}  // namespace ui
