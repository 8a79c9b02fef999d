#pragma once
// Inside the shell: which screen a place is shown by.

#include "screens/shell.h"

namespace screens {

/// The screen for a place, or Today when what it names is not there (any more); `place` is then where one is.
Screen screen_for(Model& model, Place& place, Services& services);

}  // namespace screens
