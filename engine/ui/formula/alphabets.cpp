#include "ui/formula/alphabets.h"

#include <array>
#include <string_view>
#include <utility>

namespace ui {
namespace {

using text::Alphabet;

struct Block {
  char32_t capitals = 0, smalls = 0, digits = 0, greek_capitals = 0, greek_smalls = 0;
};

Block block_of(Alphabet alphabet) {
  switch (alphabet) {
    case Alphabet::standard: return {0x1d434, 0x1d44e, 0, 0, 0x1d6fc};
    case Alphabet::italic: return {0x1d434, 0x1d44e, 0, 0x1d6e2, 0x1d6fc};
    case Alphabet::bold: return {0x1d400, 0x1d41a, 0x1d7ce, 0x1d6a8, 0x1d6c2};
    case Alphabet::bold_italic: return {0x1d468, 0x1d482, 0x1d7ce, 0x1d71c, 0x1d736};
    case Alphabet::double_struck: return {0x1d538, 0x1d552, 0x1d7d8};
    case Alphabet::script: return {0x1d49c, 0x1d4b6};
    case Alphabet::sans: return {0x1d5a0, 0x1d5ba, 0x1d7e2};
    case Alphabet::mono: return {0x1d670, 0x1d68a, 0x1d7f6};
    case Alphabet::roman: break;
  }
  return {};
}

/// Letters that had a place in Unicode before the block was made.
char32_t older(char32_t c) {
  constexpr std::array<std::pair<char32_t, char32_t>, 19> kOlder{{{0x1d455, 0x210e},
                                                                  {0x1d49d, 0x212c},
                                                                  {0x1d4a0, 0x2130},
                                                                  {0x1d4a1, 0x2131},
                                                                  {0x1d4a3, 0x210b},
                                                                  {0x1d4a4, 0x2110},
                                                                  {0x1d4a7, 0x2112},
                                                                  {0x1d4a8, 0x2133},
                                                                  {0x1d4ad, 0x211b},
                                                                  {0x1d4ba, 0x212f},
                                                                  {0x1d4bc, 0x210a},
                                                                  {0x1d4c4, 0x2134},
                                                                  {0x1d53a, 0x2102},
                                                                  {0x1d53f, 0x210d},
                                                                  {0x1d545, 0x2115},
                                                                  {0x1d547, 0x2119},
                                                                  {0x1d548, 0x211a},
                                                                  {0x1d549, 0x211d},
                                                                  {0x1d551, 0x2124}}};
  for (const auto& [made, had] : kOlder) {
    if (made == c) return had;
  }
  return c;
}

}  // namespace

char32_t in_alphabet(char32_t c, Alphabet alphabet) {
  const Block block = block_of(alphabet);
  const auto move = [c](char32_t from, char32_t to) { return to == 0 ? c : older(to + (c - from)); };
  if (c >= U'A' && c <= U'Z') return move(U'A', block.capitals);
  if (c >= U'a' && c <= U'z') return move(U'a', block.smalls);
  if (c >= U'0' && c <= U'9') return move(U'0', block.digits);
  if (c >= U'Α' && c <= U'Ω') return move(U'Α', block.greek_capitals);
  if (c >= U'α' && c <= U'ω') return move(U'α', block.greek_smalls);
  if (block.greek_smalls == 0) return c;
  constexpr std::u32string_view kVariants = U"∂ϵϑϰϕϱϖ";
  const std::size_t variant = kVariants.find(c);
  return variant == std::u32string_view::npos ? c : block.greek_smalls + 25 + static_cast<char32_t>(variant);
}

}  // namespace ui
