// Pictures from good, cut and hostile bytes, and the cache that keeps them.

#include "ui/pictures.h"

#include <stb_image_write.h>

#include <chrono>

#include "support/temporary_folder.h"
#include "support/test.h"
#include "ui/pictures/bitmap.h"

namespace pictures_test {

namespace {

using base::Refusal;

void append(void* to, void* data, int size) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

ui::Bitmap gradient(int width, int height) {
  ui::Bitmap bitmap{width, height, {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      for (int value : {x * 255 / width, y * 255 / height, 90, 255})
        bitmap.pixels.push_back(static_cast<std::uint8_t>(value));
    }
  }
  return bitmap;
}

std::string png(int width = 40, int height = 30) {
  const ui::Bitmap b = gradient(width, height);
  std::string bytes;
  stbi_write_png_to_func(append, &bytes, width, height, 4, b.pixels.data(), width * 4);
  return bytes;
}

std::string jpeg(int width = 40, int height = 30) {
  const ui::Bitmap b = gradient(width, height);
  std::string bytes;
  stbi_write_jpg_to_func(append, &bytes, width, height, 4, b.pixels.data(), 90);
  return bytes;
}

std::string svg(std::string_view size = R"(width="40" height="30")", std::string_view inside = "") {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + std::string(size) +
         "><rect width=\"20\" height=\"30\" fill=\"#ff0000\"/>" + std::string(inside) + "</svg>";
}

/// A PNG's header with another size; its check sum is wrong then, as an attacker would not leave it, so it is made anew.
std::string with_size(std::string bytes, std::uint32_t width, std::uint32_t height) {
  const auto put = [&](std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(value >> (24 - 8 * i));
  };
  put(16, width);
  put(20, height);
  std::uint32_t sum = 0xffffffffu;
  for (std::size_t i = 12; i < 29; ++i) {
    sum ^= static_cast<std::uint8_t>(bytes[i]);
    for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ (0xedb88320u & (0u - (sum & 1u)));
  }
  put(29, ~sum);
  return bytes;
}

Refusal refusal(const std::string& bytes) {
  const auto decoded = ui::decode_picture(bytes);
  REQUIRE_FALSE(decoded);
  return decoded.error().refusal;
}

}  // namespace

TEST_CASE("PNG and JPEG are decoded by what they are, not by name") {
  for (const std::string& bytes : {png(), jpeg()}) {
    const auto size = ui::picture_size(bytes);
    REQUIRE(size);
    REQUIRE(*size == ui::Vec{40, 30});
    const auto decoded = ui::decode_picture(bytes);
    REQUIRE(decoded);
    REQUIRE(decoded->width == 40);
    REQUIRE(decoded->height == 30);
    REQUIRE(decoded->pixels.size() == 40u * 30 * 4);
    REQUIRE(decoded->pixels[3] == 255);
  }
  REQUIRE(ui::decode_picture(png())->pixels == gradient(40, 30).pixels);
}

TEST_CASE("cut pictures are refused or shown in part, at every length") {
  for (const std::string& whole : {png(), jpeg(), svg()}) {
    for (std::size_t length = 0; length < whole.size(); length += 7) {
      const std::string part = whole.substr(0, length);
      (void)ui::picture_size(part);
      const auto decoded = ui::decode_picture(part);
      if (decoded) REQUIRE(decoded->pixels.size() == 40u * 30 * 4);
      (void)ui::draw_svg(part, 40);
    }
  }
  REQUIRE(refusal(png().substr(0, 60)) == Refusal::damaged);
}

TEST_CASE("pictures with wrong bytes do no harm") {
  const std::string good_png = png(), good_jpeg = jpeg();
  REQUIRE(rc::check("any byte may be wrong", [&] {
    std::string bytes = *rc::gen::arbitrary<bool>() ? good_png : good_jpeg;
    const int changes = *rc::gen::inRange(1, 8);
    for (int i = 0; i < changes; ++i)
      bytes[*rc::gen::inRange<std::size_t>(8, bytes.size())] = *rc::gen::arbitrary<char>();
    const auto decoded = ui::decode_picture(bytes);
    if (decoded) RC_ASSERT(ui::within_bounds(decoded->width, decoded->height));
  }));
}

TEST_CASE("sizes beyond the bounds are refused before decoding") {
  REQUIRE(refusal(with_size(png(), 8193, 10)) == Refusal::too_large);
  REQUIRE(refusal(with_size(png(), 8000, 8000)) == Refusal::too_large);
  REQUIRE(refusal(with_size(png(), 0x7fffffff, 0x7fffffff)) != Refusal::other);
  REQUIRE(refusal(with_size(png(), 0, 10)) == Refusal::damaged);
  REQUIRE_FALSE(ui::picture_size(with_size(png(), 8193, 10)));

  std::string wide = jpeg();
  const std::size_t header = wide.find("\xff\xc0");
  REQUIRE(header != std::string::npos);
  wide[header + 7] = '\xff';  // width 65,320
  REQUIRE(refusal(wide) == Refusal::too_large);
}

TEST_CASE("a JPEG of endless scans is refused") {
  std::string bytes = jpeg();
  for (int i = 0; i < 1000; ++i) bytes += "\xff\xda";
  REQUIRE(refusal(bytes) == Refusal::too_large);
}

TEST_CASE("other formats are unsupported") {
  for (const char* bytes : {"", "GIF89a", "BM", "plain words", "<html></html>", "\x1f\x8b\x08"}) {
    REQUIRE(refusal(bytes) == Refusal::unsupported);
    REQUIRE(ui::picture_size(bytes).error().refusal == Refusal::unsupported);
  }
  REQUIRE(refusal(svg()) == Refusal::unsupported);
}

TEST_CASE("SVG is drawn as wide as asked for") {
  REQUIRE(*ui::picture_size(svg()) == ui::Vec{40, 30});
  REQUIRE(*ui::picture_size(svg(R"(viewBox="0 0 80 20")")) == ui::Vec{80, 20});
  const auto drawn = ui::draw_svg(svg(), 200);
  REQUIRE(drawn);
  REQUIRE(drawn->width == 200);
  REQUIRE(drawn->height == 150);
  REQUIRE(std::vector<std::uint8_t>(drawn->pixels.begin(), drawn->pixels.begin() + 4) ==
          std::vector<std::uint8_t>{255, 0, 0, 255});
  REQUIRE(drawn->pixels[199 * 4 + 3] == 0);
}

TEST_CASE("SVG that is damaged, huge or without size is refused") {
  REQUIRE(ui::draw_svg("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\"><rect", 40).error().refusal ==
          Refusal::damaged);
  REQUIRE(ui::draw_svg(svg(R"(width="0" height="0")"), 40).error().refusal == Refusal::damaged);
  REQUIRE(ui::draw_svg(svg(), 0).error().refusal == Refusal::too_large);
  REQUIRE(ui::draw_svg(svg(), 100000).error().refusal == Refusal::too_large);
  REQUIRE(ui::draw_svg(svg(R"(width="1" height="100000")"), 40).error().refusal == Refusal::too_large);
}

TEST_CASE("SVG cannot draw in other files") {
  const test::TemporaryFolder folder;
  folder.write("other.png", png());
  const std::string uri = "file://" + (folder.path() / "other.png").string();
  const auto drawn = ui::draw_svg(
      svg(R"(width="40" height="30")", "<image x=\"20\" width=\"20\" height=\"30\" href=\"" + uri + "\"/>"), 40);
  if (drawn) REQUIRE(drawn->pixels[39 * 4 + 3] == 0);
}

TEST_CASE("shrinking keeps the mean colour and does not darken edges") {
  ui::Bitmap b{4, 2, {}};
  for (int i = 0; i < 4; ++i) b.pixels.insert(b.pixels.end(), {200, 100, 50, 255, 0, 0, 0, 0});
  const ui::Bitmap half = ui::shrunk(b, 2);
  REQUIRE(half.width == 2);
  REQUIRE(half.height == 1);
  REQUIRE(half.pixels == std::vector<std::uint8_t>{200, 100, 50, 128, 200, 100, 50, 128});
  REQUIRE(ui::shrunk(b, 9).width == 4);
  REQUIRE(rc::check("any size to any smaller one", [] {
    const int w = *rc::gen::inRange(1, 60), h = *rc::gen::inRange(1, 60), to = *rc::gen::inRange(1, 60);
    const ui::Bitmap small = ui::shrunk(gradient(w, h), to);
    RC_ASSERT(small.width == std::min(w, to));
    RC_ASSERT(small.pixels.size() ==
              static_cast<std::size_t>(small.width) * static_cast<std::size_t>(small.height) * 4);
  }));
}

TEST_CASE("pictures load in the background and are given back") {
  const test::TemporaryFolder folder;
  folder.write("a.png", png());
  folder.write("b.svg", svg());
  ui::NoGpu gpu;
  {
    ui::Pictures pictures(gpu);
    REQUIRE(pictures.get(folder.path() / "a.png", 20).state == ui::Pictures::View::State::loading);
    REQUIRE(pictures.get(folder.path() / "b.svg", 300).state == ui::Pictures::View::State::loading);
    REQUIRE(pictures.get(folder.path() / "none.png", 20).state == ui::Pictures::View::State::loading);
    REQUIRE(pictures.loading());
    pictures.wait();
    REQUIRE_FALSE(pictures.loading());
    const auto a = pictures.get(folder.path() / "a.png", 20);
    REQUIRE(a.state == ui::Pictures::View::State::ready);
    REQUIRE(a.natural == ui::Vec{40, 30});
    REQUIRE_FALSE(a.scalable);
    REQUIRE(pictures.get(folder.path() / "b.svg", 300).scalable);
    const auto none = pictures.get(folder.path() / "none.png", 20);
    REQUIRE(none.state == ui::Pictures::View::State::failed);
    REQUIRE(none.refusal == Refusal::not_found);
    REQUIRE(gpu.held == 2);

    // Another width draws the SVG anew; the old one stays until then.
    REQUIRE(pictures.get(folder.path() / "b.svg", 500).state == ui::Pictures::View::State::ready);
    REQUIRE(pictures.loading());
    pictures.wait();
    REQUIRE(gpu.held == 2);

    for (int frame = 0; frame < 1000; ++frame) pictures.update();
    REQUIRE(gpu.held == 0);
  }
  REQUIRE(gpu.held == 0);
}

TEST_CASE("a picture that is shown twice in a frame is made once, for the larger place") {
  const test::TemporaryFolder folder;
  folder.write("b.svg", svg());
  const auto file = folder.path() / "b.svg";
  ui::NoGpu gpu;
  ui::Pictures pictures(gpu);
  const auto frame = [&](std::initializer_list<int> widths) {
    pictures.update();
    for (const int width : widths) pictures.get(file, width);
    pictures.end_frame();
    const bool asks = pictures.loading();
    pictures.wait();
    return asks;
  };
  CHECK(frame({300}));
  CHECK(frame({300, 500}));
  for (int i = 0; i < 3; ++i) CHECK_FALSE(frame({300, 500}));
  CHECK_FALSE(frame({500, 300}));
  CHECK(frame({300}));  // the larger one is gone
  CHECK_FALSE(frame({300}));
}

TEST_CASE("a picture that appears or changes on disk is read again") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "a.png";
  ui::NoGpu gpu;
  ui::Pictures pictures(gpu);
  pictures.get(file, 100);
  pictures.wait();
  REQUIRE(pictures.get(file, 100).state == ui::Pictures::View::State::failed);
  REQUIRE_FALSE(pictures.loading());
  folder.write("a.png", png(10, 10));
  pictures.get(file, 100);
  pictures.wait();
  REQUIRE(pictures.get(file, 100).natural == ui::Vec{10, 10});
  folder.write("a.png", png(20, 10));
  std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) + std::chrono::seconds(5));
  pictures.get(file, 100);
  pictures.wait();
  REQUIRE(pictures.get(file, 100).natural == ui::Vec{20, 10});
}

}  // namespace pictures_test
