#pragma once
// Which vectors this machine has. The formulas are compiled for each; what runs is chosen when it runs, so that one
// program serves all machines. Wider ones than AVX2 were tried and gained nothing with GCC 12 (docs/decisions).

namespace memory::lanes {

enum class Instructions { baseline, avx2 };

/// The widest that both the compiler and the machine know. RESONANCE_VECTORS=baseline in the environment takes those that
/// every machine has, for tests and for measuring.
Instructions widest();

/// "AVX2" or "baseline".
const char* name_of(Instructions instructions);

}  // namespace memory::lanes

#if defined(__x86_64__)
#define MEMORY_AVX2 [[gnu::target("avx2,fma")]]
#else
#define MEMORY_AVX2
#endif
