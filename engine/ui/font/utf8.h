#pragma once
// UTF-8 by hand: Dear ImGui's own decoder stops at 16 bits.

#include <cstdint>
#include <string>
#include <string_view>

namespace ui {

/// The code point at `at`, which moves behind it. Broken bytes give U+FFFD, one byte each.
inline char32_t next_code_point(std::string_view s, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  const unsigned char b = byte(at++);
  if (b < 0x80) return b;
  const int more = b >= 0xf0 && b < 0xf5 ? 3 : b >= 0xe0 ? 2 : b >= 0xc2 ? 1 : 0;
  if (more == 0 || b >= 0xf5 || at + static_cast<std::size_t>(more) > s.size()) return 0xfffd;
  char32_t c = b & (0x3fu >> more);
  for (int i = 0; i < more; ++i) {
    if ((byte(at + static_cast<std::size_t>(i)) & 0xc0) != 0x80) return 0xfffd;
    c = (c << 6) | (byte(at + static_cast<std::size_t>(i)) & 0x3f);
  }
  at += static_cast<std::size_t>(more);
  return c;
}

inline void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t v) { out.push_back(static_cast<char>(v)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xc0 | (c >> 6)), put(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    put(0xe0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3f)), put(0x80 | (c & 0x3f));
  } else {
    put(0xf0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3f)), put(0x80 | ((c >> 6) & 0x3f)), put(0x80 | (c & 0x3f));
  }
}

}  // namespace ui
