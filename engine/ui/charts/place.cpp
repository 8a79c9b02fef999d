#include "ui/charts/place.h"

#include <algorithm>
#include <numeric>

namespace ui::charts {
namespace {

/// Boxes that touch and move together, by the mean of where they want to be.
struct Block {
  float sum = 0;
  int count = 0;

  float mean() const { return sum / static_cast<float>(count); }
};

/// The non-decreasing values that are nearest to `wanted`.
std::vector<float> non_decreasing(std::span<const float> wanted) {
  std::vector<Block> blocks;
  for (float w : wanted) {
    blocks.push_back({w, 1});
    while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
      const Block last = blocks.back();
      blocks.pop_back();
      blocks.back() = {blocks.back().sum + last.sum, blocks.back().count + last.count};
    }
  }
  std::vector<float> out;
  for (const Block& block : blocks) out.insert(out.end(), static_cast<std::size_t>(block.count), block.mean());
  return out;
}

/// The letters up to the next space, which are taken off.
std::string take_word(std::string_view& words) {
  const std::size_t end = std::min(words.find(' '), words.size());
  std::string word(words.substr(0, end));
  words.remove_prefix(std::min(end + 1, words.size()));
  return word;
}

}  // namespace

std::optional<std::vector<float>> spread(std::span<const float> centers, std::span<const float> heights, float low,
                                         float high) {
  const float total = std::accumulate(heights.begin(), heights.end(), 0.0f);
  if (total > high - low) return std::nullopt;
  std::vector<std::size_t> order(centers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return centers[a] < centers[b]; });
  // Without their own heights, boxes may not overlap when their tops do not decrease.
  std::vector<float> tops, before;
  float used = 0;
  for (std::size_t i : order) {
    before.push_back(used);
    tops.push_back(centers[i] - heights[i] / 2 - used);
    used += heights[i];
  }
  const std::vector<float> fitted = non_decreasing(tops);
  std::vector<float> out(centers.size());
  for (std::size_t k = 0; k < order.size(); ++k) {
    const float top = std::clamp(fitted[k], low, high - total) + before[k];
    out[order[k]] = top + heights[order[k]] / 2;
  }
  return out;
}

std::optional<std::vector<std::string>> wrap(std::string_view words, TextStyle style, float width, int most,
                                             Measure measure) {
  std::vector<std::string> lines;
  while (!words.empty()) {
    const std::string word = take_word(words);
    if (word.empty()) continue;
    if (!lines.empty() && measure(lines.back() + " " + word, style) <= width) {
      lines.back() += " " + word;
      continue;
    }
    if (static_cast<int>(lines.size()) == most || measure(word, style) > width) return std::nullopt;
    lines.push_back(word);
  }
  return lines;
}

std::vector<std::string> wrap_or_cut(std::string_view words, TextStyle style, float width, int most, Measure measure) {
  if (const auto whole = wrap(words, style, width, most, measure)) return *whole;
  const auto cut = [&](std::string line) {
    while (!line.empty() && measure(line + "…", style) > width) {
      // A whole letter: what follows its first byte, and that.
      while (line.size() > 1 && (static_cast<unsigned char>(line.back()) & 0xc0) == 0x80) line.pop_back();
      line.pop_back();
    }
    return line + "…";
  };
  std::vector<std::string> lines;
  while (!words.empty()) {
    const std::string word = take_word(words);
    if (word.empty()) continue;
    if (!lines.empty() && measure(lines.back() + " " + word, style) <= width) {
      lines.back() += " " + word;
    } else if (static_cast<int>(lines.size()) == most) {
      lines.back() = cut(lines.back() + " " + word);
      return lines;
    } else {
      lines.push_back(measure(word, style) <= width ? word : cut(word));
    }
  }
  return lines;
}

float widest(std::span<const std::string> lines, TextStyle style, Measure measure) {
  float width = 0;
  for (const std::string& line : lines) width = std::max(width, measure(line, style));
  return width;
}

}  // namespace ui::charts
