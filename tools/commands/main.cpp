#include <cstdio>

int main() {
  std::puts("resonance " RESONANCE_VERSION);
  return 0;
}
