#pragma once
// PNG files as pixels, and how far two of them are apart.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace test {

struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgb;  ///< three bytes a pixel, top row first
};

/// Empty when the file is not there or not a picture.
std::optional<Picture> read_picture(const std::filesystem::path& file);
void write_picture(const std::filesystem::path& file, const Picture& picture);

/// Two colours are the same when no channel is further apart than this: the expected pictures are kept with few colours.
inline constexpr int kSameColour = 40;

/// Share of pixels that are not the same, 0–1; 1 when the sizes differ.
double difference(const Picture& a, const Picture& b);

/// What differs in red on a pale copy of `b`.
Picture shown_difference(const Picture& a, const Picture& b);

}  // namespace test
