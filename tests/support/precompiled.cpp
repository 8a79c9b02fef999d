// Nothing of its own: a target's precompiled header is only made when one of its files uses it.
#include "support/test.h"
