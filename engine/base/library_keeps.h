#pragma once
// For what libraries never free. With the leak sanitizer that is told at the call: its own frames cannot name the library for sure,
// because libraries are built without frame pointers.

#if defined(__SANITIZE_ADDRESS__)
#define RESONANCE_LEAKS_ARE_FOUND 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define RESONANCE_LEAKS_ARE_FOUND 1
#endif
#endif

#ifdef RESONANCE_LEAKS_ARE_FOUND
#include <sanitizer/lsan_interface.h>
#endif

namespace base {

/// As long as it lives, what this thread allocates may be kept until the process ends. Without the sanitizer it is nothing.
class LibraryKeeps {
 public:
#ifdef RESONANCE_LEAKS_ARE_FOUND
  LibraryKeeps() { __lsan_disable(); }
  ~LibraryKeeps() { __lsan_enable(); }
#else
  LibraryKeeps() {}
  ~LibraryKeeps() {}
#endif
  LibraryKeeps(const LibraryKeeps&) = delete;
  LibraryKeeps& operator=(const LibraryKeeps&) = delete;
};

}  // namespace base
