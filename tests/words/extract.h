#pragma once
// The words that sources give to the translator, as xgettext finds them: literals in tr, trc and trn, and in msg and msgn.

#include <string>
#include <string_view>
#include <vector>

namespace words {

struct Word {
  std::string source;
  std::string context;  ///< of trc
  std::string plural;   ///< of trn and msgn
  int line = 0;
};

struct Extracted {
  std::vector<Word> words;
  std::vector<int> loose;   ///< lines of literals that say something and stand in no call
  std::vector<int> hidden;  ///< lines of calls whose literal does not stand first, where xgettext does not see it
};

Extracted extract(std::string_view cpp);

}  // namespace words
